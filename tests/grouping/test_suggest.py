"""Suggested groups: whole, stable, obedient to what people did, and better than chance."""

import dataclasses
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.board import Cluster, Note
from models.grouping import Cancelled, Suggestion, suggest_groups, words
from models.grouping.suggest import MAX_GROUPS
from tests.grouping.boards import adjusted_rand, board, labels

PHRASES = (
    "紙の資料を印刷する", "資料の印刷に時間がかかる", "電話の取次ぎが多い", "電話番で席を外せない", "会議室が取れない",
    "会議が長い", "決裁のハンコ", "判子が多い", "残業が減らない", "The printer is slow", "printer paper runs out",
    "🎉🎉", "👨‍👩‍👧", "", "　", "회의가 너무 길다", "ประชุมนานเกินไป", "葛󠄀城さん", "a" * 5_000, "<b>&",
)  # fmt: skip

free_notes = st.lists(st.sampled_from(PHRASES) | st.text(max_size=30), max_size=14).map(
    lambda texts: [Note(id=f"n{number}", order=number, text=text) for number, text in enumerate(texts)]
)


def suggested_ids(suggestion: Suggestion) -> list[str]:
    return [member.note_id for group in suggestion.groups for member in group.members] + list(suggestion.alone)


def make(*texts: str) -> list[Note]:
    return [Note(id=f"n{number}", order=number, text=text) for number, text in enumerate(texts)]


@settings(deadline=None, max_examples=60)
@given(notes=free_notes)
def test_every_note_appears_once_when_all_are_free(notes: list[Note]) -> None:
    suggestion = suggest_groups(notes)
    assert sorted(suggested_ids(suggestion)) == sorted(note.id for note in notes)
    assert len(suggestion.groups) <= MAX_GROUPS
    for group in suggestion.groups:
        assert len(group.members) >= 2
        assert group.title.strip()
        assert group.reason.strip()
        assert all(member.reason.strip() and 0.0 <= member.strength <= 1.0 for member in group.members)


@settings(deadline=None, max_examples=60)
@given(notes=free_notes, data=st.data())
def test_what_a_person_did_stays_when_groups_are_suggested(notes: list[Note], data: st.DataObject) -> None:
    owners = st.sampled_from([None, None, "a", "b"])
    notes = [dataclasses.replace(note, cluster_id=data.draw(owners), placed=data.draw(st.booleans())) for note in notes]
    suggestion = suggest_groups(notes, [Cluster("a", 0, "電話"), Cluster("b", 1), Cluster("c", 2, "会議")])
    assert sorted(suggested_ids(suggestion)) == sorted(note.id for note in notes if note.cluster_id is None)
    placed = {note.id for note in notes if note.cluster_id is None and note.placed}
    assert placed <= set(suggestion.alone)
    extended = [group.cluster_id for group in suggestion.groups if group.cluster_id is not None]
    assert len(extended) == len(set(extended))
    assert set(extended) <= {"a", "b", "c"}


@settings(deadline=None, max_examples=40)
@given(notes=free_notes, data=st.data())
def test_groups_are_the_same_when_notes_come_in_another_order(notes: list[Note], data: st.DataObject) -> None:
    assert suggest_groups(data.draw(st.permutations(notes))) == suggest_groups(notes)


def test_groups_are_the_same_when_notes_in_a_ring_are_shuffled() -> None:
    ring = ("xylo", "zebra", "quark", "piano", "violin", "lemon", "tiger", "robot")
    notes = make(*[f"{word} {following}" for word, following in zip(ring, (*ring[1:], ring[0]), strict=True)])
    shuffled = [random.Random(seed).sample(notes, len(notes)) for seed in range(20)]
    assert [suggest_groups(order) for order in shuffled] == [suggest_groups(notes)] * 20


@pytest.mark.parametrize(("name", "least"), [("counter", 0.5), ("training", 0.7)])
def test_groups_follow_the_themes_when_a_board_is_read(name: str, least: float) -> None:
    notes, themes = board(name)
    found = labels(suggest_groups(notes))
    assert adjusted_rand([themes[note.id] for note in notes], [found[note.id] for note in notes]) >= least


@pytest.mark.parametrize(("name", "least"), [("counter", 0.4), ("training", 0.6)])
def test_groups_beat_chance_when_the_dictionary_is_missing(
    name: str, least: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    words.word_reader.cache_clear()
    try:
        notes, themes = board(name)
        found = labels(suggest_groups(notes))
    finally:
        words.word_reader.cache_clear()
    assert adjusted_rand([themes[note.id] for note in notes], [found[note.id] for note in notes]) >= least


@pytest.mark.parametrize("name", ["counter", "training"])
def test_the_lone_wolf_stays_alone_when_it_fits_nowhere(name: str) -> None:
    notes, themes = board(name)
    wolf = next(note_id for note_id, theme in themes.items() if theme.startswith("一匹狼"))
    assert wolf in suggest_groups(notes).alone


@pytest.mark.parametrize(
    "texts", [[], ["一つだけ"], ["会議が長い", "駐輪場が暗い"], ["", " ", "\n"], ["🎉", "👍", "🎈", "🙂"]]
)
def test_all_stay_alone_when_nothing_is_shared(texts: list[str]) -> None:
    notes = make(*texts)
    assert suggest_groups(notes) == Suggestion((), tuple(note.id for note in notes))


@pytest.mark.parametrize("text", ["会議が長い", "🎉🎉", "x", "資料の印刷 " * 900])
def test_equal_notes_are_one_group_when_there_are_no_others(text: str) -> None:
    (group,) = suggest_groups(make(*[text] * 30)).groups
    assert len(group.members) == 30
    assert {member.strength for member in group.members} == {1.0}


def test_equal_notes_go_together_when_others_surround_them() -> None:
    notes, _ = board("counter")
    wolf = next(note for note in notes if note.text == "夏は西日で書庫が暑すぎる")
    twin = dataclasses.replace(wolf, id="twin", order=99)
    found = labels(suggest_groups([*notes, twin]))
    assert found["twin"] == found[wolf.id]
    assert found["twin"].startswith("group")


def test_spellings_and_synonyms_join_when_letters_differ() -> None:
    suggestion = suggest_groups(make("ハンコが要る", "印鑑を忘れた", "打合せに遅れる", "打ち合わせで決める"))
    assert [{member.note_id for member in group.members} for group in suggestion.groups] == [{"n0", "n1"}, {"n2", "n3"}]


def test_an_existing_group_gains_notes_when_they_are_like_its_own() -> None:
    notes, themes = board("training")
    held = [note.id for note in notes if themes[note.id] == "講師"][:2]
    notes = [dataclasses.replace(note, cluster_id="c") if note.id in held else note for note in notes]
    first = suggest_groups(notes, [Cluster("c", 0, "教える人のこと")]).groups[0]
    assert (first.cluster_id, first.title) == ("c", "教える人のこと")
    assert {themes[member.note_id] for member in first.members} == {"講師"}


def test_existing_groups_stay_apart_when_their_notes_are_alike() -> None:
    notes = make(*["研修資料が文字ばかりで眠くなる"] * 6)
    notes = [dataclasses.replace(note, cluster_id={0: "a", 1: "b"}.get(at)) for at, note in enumerate(notes)]
    suggestion = suggest_groups(notes, [Cluster("a", 0), Cluster("b", 1)])
    assert [group.cluster_id for group in suggestion.groups] == ["a"]


def test_reasons_name_the_shared_word_when_a_group_is_suggested() -> None:
    (group,) = suggest_groups(make("会場が遠い", "会場の机が固定", "名札が切れる", "弁当が足りない")).groups
    assert group.reason == "『会場』に関するもの"
    assert {member.reason for member in group.members} == {"『会場』が共通"}
    assert group.title in {"会場が遠い", "会場の机が固定"}


def test_the_word_that_all_share_is_named_when_one_note_has_a_longer_one() -> None:
    (group,) = suggest_groups(make("会議が長い", "会議室がない", "弁当が足りない")).groups
    assert group.reason == "『会議』に関するもの"


def test_cancelling_stops_the_work_when_it_is_asked_midway() -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 40

    with pytest.raises(Cancelled):
        suggest_groups(board("counter")[0], cancelled=cancelled)
    assert asked == 41


def test_the_answer_is_the_same_when_another_process_gives_it() -> None:
    code = (
        "from tests.grouping.boards import board; from models.grouping import suggest_groups;"
        "import json, dataclasses; print(json.dumps(dataclasses.asdict(suggest_groups(board('counter')[0]))))"
    )
    root = Path(__file__).parents[2]
    printed = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True, encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert printed[0] == printed[1]
    assert json.loads(printed[0])["groups"]


def test_nothing_heavy_is_loaded_when_the_package_is_imported() -> None:
    code = "import sys, models.grouping; sys.exit(bool({'numpy', 'sudachipy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0
