"""The outline: it follows the arrows, tells everything once, and is the same each time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.board import Cluster, Family, Note, Relation, RelationKind
from models.outline import Line, LineKind, Outline, as_text, outline
from models.reading_order import reading_order
from models.workshop import Details, Workshop

DETAILS = Details("d" * 32, "会", date(2026, 6, 4), time(10))
KINDS = {"→": RelationKind.LEADS, "=": RelationKind.MUTUAL, "c": RelationKind.CAUSE, "x": RelationKind.CONFLICT}


def keyed(*entities: Any) -> dict[str, Any]:
    return {entity.id: entity for entity in entities}


def arrow(source: str, kind: str, target: str, label: str = "", order: float = 1.0) -> Relation:
    return Relation(f"{source}{kind}{target}", order, source, target, KINDS[kind], label)


def board(groups: Mapping[str, str], *relations: Relation, lone: Sequence[str] = ()) -> Workshop:
    """Groups by id with their titles, in this order, each with a note, and lone notes."""
    clusters = [Cluster(key, float(order), title) for order, (key, title) in enumerate(groups.items())]
    notes = [Note(f"n{key}", float(order), f"{key}の付箋", cluster_id=key) for order, key in enumerate(groups)]
    alone = [Note(key, float(order + 50), f"単独{key}") for order, key in enumerate(lone)]
    return Workshop(DETAILS, clusters=keyed(*clusters), notes=keyed(*notes, *alone), relations=keyed(*relations))


def every(lines: Sequence[Line]) -> list[Line]:
    return [one for line in lines for one in (line, *every(line.children))]


def top(workshop: Workshop) -> str:
    return "".join(line.id for line in outline(workshop).lines)


ABCD = {"A": "会議", "B": "残業", "C": "様式", "D": "決裁"}


@pytest.mark.parametrize(
    ("arrows", "expected"),
    [
        ((), "ABCD"),
        (("C→A",), "CABD"),
        (("DcA",), "DABC"),
        (("A→C",), "ACBD"),
        (("A=D",), "ADBC"),
        (("AxD",), "ABCD"),
        (("A→B", "A=D"), "ADBC"),
        (("C→D", "B=D"), "CDBA"),
        (("A→B", "B→A"), "ABCD"),
        (("AcB", "B→A"), "ABCD"),
        (("A→B", "BcA"), "BACD"),
        (("B→C", "C→D", "D→B"), "BCDA"),
        (("A=B", "C→D"), "CDAB"),
        (("AxB", "DcC"), "DCAB"),
        (("A=B", "C→B"), "CBAD"),
        (("A→C", "C→B", "A=B"), "ACBD"),
        (("A→A",), "ABCD"),
    ],
)
def test_groups_follow_the_arrows_when_there_are_any(arrows: Sequence[str], expected: str) -> None:
    assert top(board(ABCD, *(arrow(*one) for one in arrows))) == expected


def test_chain_from_a_lone_note_comes_first_when_others_only_belong_together() -> None:
    told = (("A", "x", "C"), ("A", "=", "D"), ("1", "→", "C"), ("C", "c", "B"))
    workshop = board(ABCD, *(arrow(*one) for one in told), lone="1")
    assert top(workshop) == "1CBAD"


def test_text_is_numbered_as_in_offices_when_notes_are_told() -> None:
    workshop = board(
        ABCD,
        arrow("A", "→", "B", "だから"),
        arrow("C", "c", "B"),
        arrow("D", "x", "F"),
        arrow("1", "=", "D"),
        lone=["1"],
    )
    clusters = {**workshop.clusters, "B": replace(workshop.clusters["B"], family_id="F")}
    clusters["C"] = replace(clusters["C"], family_id="F", title="")
    told = outline(replace(workshop, clusters=clusters, families=keyed(Family("F", 1.0, "時間がない"))))
    assert as_text(told) == (
        "１　会議\n"
        "　これが次につながる　→　２(2)「残業」（矢印に「だから」とある）\n"
        "　・Aの付箋\n"
        "２　時間がない\n"
        "　(1)　（表札なし）\n"
        "　　・Cの付箋\n"
        "　(2)　残業\n"
        "　　その原因は２(1)（表札なし）\n"
        "　　・Bの付箋\n"
        "３　決裁\n"
        "　２「時間がない」と対立している\n"
        "　・Dの付箋\n"
        "４　単独1\n"
        "　３「決裁」とたがいに関わる"
    )


def test_no_words_of_notes_are_told_when_it_is_for_papers() -> None:
    workshop = board({"A": "会議", "B": ""}, arrow("1", "→", "A"), arrow("nA", "x", "B"), lone=["1", "2", "3"])
    told = outline(workshop, words=False)
    assert as_text(told) == (
        "１　（どのグループにも入らない付箋）\n"
        "　これが次につながる　→　２「会議」\n"
        "２　会議（付箋１件）\n"
        "３　（表札なし）（付箋１件）\n"
        "　２「会議」と対立している\n"
        "ほかに、どのグループにも入らない付箋が２件ある。"
    )
    assert as_text(outline(board({}, lone=["1"]), words=False)) == "どのグループにも入らない付箋が１件ある。"


def test_outline_is_empty_when_the_board_is() -> None:
    assert outline(Workshop(DETAILS)) == Outline(())
    assert as_text(Outline(())) == ""


def test_hidden_notes_are_not_told_when_they_are_kept_from_the_room() -> None:
    workshop = board({"A": "会議", "B": "秘密の束"}, arrow("A", "→", "B"), lone=["1", "2"])
    notes = dict(workshop.notes)
    notes["nB"] = replace(notes["nB"], hidden=True)
    notes["1"] = replace(notes["1"], hidden=True)
    notes["2"] = replace(notes["2"], team=2)
    for words in (True, False):
        told = outline(replace(workshop, notes=notes), words=words)
        assert [line.id for line in told.lines] == ["A"]
        assert told.alone == 0
        assert told.lines[0].links == ()


def test_long_words_are_cut_when_they_are_only_named() -> None:
    workshop = board({"A": "長" * 60, "B": "残業"}, arrow("A", "x", "B"))
    assert f"　１「{'長' * 39}…」と対立している" in as_text(outline(workshop)).split("\n")


@st.composite
def boards(draw: st.DrawFn) -> Workshop:
    """Any board, with arrows between anything, and to things that are not there."""
    families = [Family(f"f{n}", draw(st.integers(0, 2)), f"束{n}") for n in range(draw(st.integers(0, 3)))]
    homes = st.sampled_from([None, "gone", *(one.id for one in families)])
    clusters = [
        Cluster(f"c{n}", draw(st.integers(0, 2)), draw(st.sampled_from(["", f"表札{n}"])), family_id=draw(homes))
        for n in range(draw(st.integers(0, 5)))
    ]
    inside = st.sampled_from([None, *(one.id for one in clusters)])
    notes = [
        Note(
            f"n{n}",
            draw(st.integers(0, 2)),
            f"付箋{n}",
            cluster_id=draw(inside),
            hidden=draw(st.integers(0, 5)) == 0,
            team=int(draw(st.integers(0, 9)) == 0),
        )
        for n in range(draw(st.integers(0, 8)))
    ]
    ends = st.sampled_from(["gone", *keyed(*families, *clusters, *notes)])
    relations = [
        Relation(f"r{n}", draw(st.integers(0, 2)), draw(ends), draw(ends), draw(st.sampled_from(list(RelationKind))))
        for n in range(draw(st.integers(0, 12)))
    ]
    return Workshop(
        DETAILS,
        families=keyed(*families),
        clusters=keyed(*clusters),
        notes=keyed(*notes),
        relations=keyed(*relations),
    )


def shuffled(workshop: Workshop, rng: Random) -> Workshop:
    fields: dict[str, Any] = {}
    for name in ("families", "clusters", "notes", "relations"):
        items = list(getattr(workshop, name).items())
        rng.shuffle(items)
        fields[name] = dict(items)
    return replace(workshop, **fields)


@given(boards(), st.integers(0, 99))
def test_everything_is_told_once_when_the_board_is_any(workshop: Workshop, seed: int) -> None:
    told = outline(workshop)
    counts = Counter(line.id for line in every(told.lines))
    open_notes = {one.id for one in workshop.notes.values() if not one.hidden and not one.team}
    filled = {one.cluster_id for one in workshop.notes.values()}
    groups = {
        one.id
        for one in workshop.clusters.values()
        if one.id not in filled or any(note.id in open_notes for note in workshop.members(one.id))
    }
    of_families = {one.family_id for one in workshop.clusters.values()}
    families = {
        one.id
        for one in workshop.families.values()
        if one.id not in of_families or any(workshop.clusters[key].family_id == one.id for key in groups)
    }
    assert counts == Counter([*open_notes, *groups, *families])
    told_relations = Counter(link.relation.id for line in every(told.lines) for link in line.links)
    assert told_relations == Counter(
        one.id
        for one in workshop.relations.values()
        if one.source_id != one.target_id and {one.source_id, one.target_id} <= counts.keys()
    )
    assert outline(shuffled(workshop, Random(seed))) == told
    assert as_text(told).count("付箋") >= len(open_notes)


@given(boards(), st.integers(0, 99))
def test_titles_are_told_once_when_it_is_for_papers(workshop: Workshop, seed: int) -> None:
    told, whole = outline(workshop, words=False), outline(workshop)
    kinds = (LineKind.FAMILY, LineKind.GROUP)
    titles = Counter(line.id for line in every(told.lines) if line.kind in kinds)
    assert titles == Counter(line.id for line in every(whole.lines) if line.kind in kinds)
    lone = [line for line in told.lines if line.kind is LineKind.NOTE]
    assert len(lone) + told.alone == sum(line.kind is LineKind.NOTE for line in whole.lines)
    assert all(line.text == "" and line.links + tuple(_to(told, line.id)) for line in lone)
    assert not any(note.text in as_text(told) for note in workshop.notes.values())
    assert outline(shuffled(workshop, Random(seed)), words=False) == told


def _to(told: Outline, line_id: str) -> list[str]:
    return [line.id for line in every(told.lines) for link in line.links if link.other_id == line_id]


ARROWS = st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.integers(1, 3), max_size=14)


@given(ARROWS, st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=5))
def test_order_keeps_every_arrow_when_there_is_no_circle(
    arrows: dict[tuple[int, int], int], neighbours: list[tuple[int, int]]
) -> None:
    order = reading_order(7, arrows, neighbours)
    assert sorted(order) == list(range(7))
    if any(all(p.index(a) < p.index(b) for a, b in arrows if a != b) for p in permutations(range(7))):
        assert all(order.index(a) < order.index(b) for a, b in arrows if a != b)


@given(st.integers(0, 6), st.integers(0, 6))
def test_neighbours_are_side_by_side_when_no_arrow_parts_them(one: int, other: int) -> None:
    order = reading_order(7, {(6, 0): 1, (5, 6): 1}, [(one, other)])
    chained = {one, other} == {0, 5}
    assert one == other or chained or abs(order.index(one) - order.index(other)) == 1


def test_thousands_of_lone_notes_are_in_order_when_nothing_leads_anywhere() -> None:
    assert reading_order(10_000, {(9_999, 0): 1}) == [9_999, 0, *range(1, 9_999)]


def test_each_circle_is_opened_at_its_weakest_when_there_are_thousands() -> None:
    arrows: dict[tuple[int, int], int] = {}
    for first in range(0, 9_000, 3):
        arrows |= {(first, first + 1): 2, (first + 1, first + 2): 1, (first + 2, first): 2}
    order = reading_order(9_000, arrows)
    assert order == [number for first in range(0, 9_000, 3) for number in (first + 2, first, first + 1)]


def test_every_thing_is_read_once_when_thousands_of_circles_hang_together() -> None:
    rng = Random(1)
    arrows = {(rng.randrange(2_000), rng.randrange(2_000)): rng.randint(1, 3) for _arrow in range(5_000)}
    assert sorted(reading_order(2_000, arrows)) == list(range(2_000))


@given(ARROWS, st.randoms(use_true_random=False))
def test_order_is_the_same_when_the_arrows_are_given_in_another_order(
    arrows: dict[tuple[int, int], int], rng: Random
) -> None:
    mixed = list(arrows)
    rng.shuffle(mixed)
    order = reading_order(7, arrows)
    assert reading_order(7, {arrow: arrows[arrow] for arrow in mixed}) == order
    assert sorted(order) == list(range(7))


@given(ARROWS)
def test_only_a_circle_is_opened_when_arrows_turn_back(arrows: dict[tuple[int, int], int]) -> None:
    order = reading_order(7, arrows)
    against = [(a, b) for a, b in arrows if order.index(a) > order.index(b)]
    assert all(_leads(arrows, b, a) for a, b in against)


def _leads(arrows: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    found, left = {start}, [start]
    while left:
        at = left.pop()
        left += (fresh := {b for a, b in arrows if a == at} - found)
        found |= fresh
    return end in found
