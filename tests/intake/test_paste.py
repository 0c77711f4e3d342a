"""Pasted text: lines, paragraphs, cells; whatever is in it."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.board import MAX_NOTES
from models.intake import Cut, paste, read_paste
from models.text import clean


def notes(text: str) -> list[str]:
    return list(read_paste(text).likely.notes)


def test_lines_become_notes_when_text_is_pasted() -> None:
    intake = read_paste("\ufeff一つ目\r\n\r\n　\r\n二つ目\x0b三つ目\n-----\n・\n\u200b\n四つ目\ud800\x00").likely
    assert intake.notes == ("一つ目", "二つ目", "三つ目", "四つ目")
    assert (intake.shortened, intake.skipped) == (0, 2)


def test_there_is_nothing_to_choose_when_all_ways_are_the_same() -> None:
    assert set(read_paste("会議\n\n印刷\n").ways) == {Cut.LINES}
    assert set(read_paste("•\t会議\n•\t印刷").ways) == {Cut.LINES}


def test_paragraphs_can_be_chosen_when_blank_lines_part_the_text() -> None:
    found = read_paste("・会議が長い\nなぜか\n　\n・印刷が多い\r\n\r\n\r\n・紙\n・判子")
    assert found.guess is Cut.LINES
    assert len(found.ways[Cut.LINES].notes) == 5
    assert found.ways[Cut.PARAGRAPHS].notes == ("会議が長い\nなぜか", "印刷が多い", "・紙\n・判子")


def test_cells_become_notes_when_a_spreadsheet_is_pasted() -> None:
    found = read_paste('1\t会議が長い\t\n2\t"二行の\n付箋"\t"いわゆる""残業"""\n3\t\t"閉じない\n')
    assert found.guess is Cut.CELLS
    assert found.likely.notes == ("会議が長い", "二行の\n付箋", 'いわゆる"残業"', '"閉じない')
    assert found.ways[Cut.LINES].notes == ("会議が長い", "二行の", '付箋　いわゆる"残業"', '"閉じない')


def test_a_cell_of_two_hundred_lines_is_one_note_unless_lines_are_wanted() -> None:
    cell = "\n".join(f"困りごと{number}番" for number in range(200))
    found = read_paste(f'"{cell}"\n')
    assert found.likely.notes == (cell,)
    assert len(found.ways[Cut.LINES].notes) == 200


def test_a_shortened_note_is_counted_when_it_is_too_long() -> None:
    intake = read_paste("短い\n" + "長" * 5_001 + "\n" + "丁" * 5_000).likely
    assert [len(note) for note in intake.notes] == [2, 5_000, 5_000]
    assert intake.shortened == 1


@pytest.mark.parametrize(
    "text", ["👨‍👩‍👧‍👦家族の時間", "🏳️‍🌈の相談", "葛󠄀城市の﨑田", "مرحبا 123 שלום", "क्षि\u200dक", "e\u0301cole"]
)
def test_every_code_point_stays_when_text_is_joined_or_runs_from_the_right(text: str) -> None:
    assert notes(f"・{text}\n{text}") == [text, text]


@given(st.text(st.characters(exclude_categories=[]), max_size=200) | st.text('"\t\n・1. あa', max_size=60))
def test_notes_are_clean_when_anything_is_pasted(text: str) -> None:
    for intake in read_paste(text).ways.values():
        for note in intake.notes:
            assert note
            assert note == clean(note)


@given(st.lists(st.text('あいう"\n\tab', min_size=1).map(str.strip).filter(lambda cell: "あ" in cell), max_size=8))
def test_cells_come_back_when_a_spreadsheet_quoted_them(cells: list[str]) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if set('"\n\t') & set(cell) else cell

    assert notes("\t".join(map(quoted, cells))) == cells


@given(st.lists(st.sampled_from(["\r\n", "\r", "\n", "あ", "\t", "　"]), max_size=40), st.integers(0, 3))
def test_a_long_text_is_cleaned_as_a_short_one_when_it_comes_in_pieces(parts: list[str], shift: int) -> None:
    text = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paste, "_CHUNK", 3 + shift)
        assert paste._cleaned(text) == text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("・会議室の空きを探すだけで半日つぶれる\n", 180_000),
        ("a\t", 600_000),
        ('"a""b\n', 200_000),
        ('"a\n', 900_000),
        ('""', 5_000_000),
    ],
)
def test_the_first_pieces_are_read_when_megabytes_are_pasted(line: str, count: int) -> None:
    found = read_paste(line * count).likely
    assert len(found.notes) == (MAX_NOTES if line != '""' else 1)
    assert found.more is (line != '""')


@pytest.mark.parametrize(("count", "more"), [(MAX_NOTES, False), (MAX_NOTES + 1, True)])
def test_it_is_known_that_there_is_more_when_there_is_one_note_too_many(count: int, more: bool) -> None:
    text = "".join(f"・会議{number}\nなぜか\n\n" for number in range(count))
    intake = read_paste(text + "・\n\n　\n").ways[Cut.PARAGRAPHS]
    assert (len(intake.notes), intake.more) == (MAX_NOTES, more)
    assert intake.notes[-1] == f"会議{MAX_NOTES - 1}\nなぜか"


@pytest.mark.parametrize("end", ["\n", "\n\n", "\n\n" + "い\n"])
def test_little_memory_is_taken_when_ten_megabytes_of_single_letters_are_pasted(end: str) -> None:
    text = ("あ" + end) * (10_000_000 // len(("あ" + end).encode()))
    tracemalloc.start()
    try:
        read_paste(text)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 60_000_000


def test_the_beginning_is_a_note_when_a_paragraph_never_ends() -> None:
    found = read_paste("会議\n\n" + "長い\n" * 1_000_000)
    intake = found.ways[Cut.PARAGRAPHS]
    assert [len(note) for note in intake.notes] == [2, 5_000]
    assert intake.shortened == 1


def test_reading_ends_when_nobody_waits_for_it() -> None:
    asked = iter([False, False, True])
    assert len(read_paste("会議\n" * 1_000, lambda: next(asked, True)).likely.notes) == 2
