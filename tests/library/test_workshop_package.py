"""Workshop packages: the whole workshop there and back, and ties that lead nowhere."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from models.agenda import AgendaItem, AgendaPhase, TeamStep
from models.board import Cluster, DotVote, Family, Note, Payoff, Relation, RelationKind
from models.cases import CaseStudy
from models.decisions import ActionItem, CarriedAction, Decision, Effect
from models.edits.change import applied
from models.edits.notes import add_notes, as_it_travels
from models.formats import Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.library.plain import to_plain
from models.library.workshop_package import (
    COLLECTIONS,
    _as_written,
    _standing,
    read_package,
    with_new_ids,
    write_package,
)
from models.problems import Problem
from models.timing import Moment, Timing
from models.workshop import Details, Participant, Seat, VoteTurn, Workshop, WorkshopFormat
from tests.library.forging import forged, forged_workshop
from tests.library.strategies import workshops
from tests.random_edits import lived_in, undoable_edit


def _id(number: int) -> str:
    return f"{number:032x}"


AT = datetime(2026, 6, 4, 1, 0, tzinfo=UTC)
DETAILS = Details(_id(1), "第1回 業務見直し皆議", date(2026, 6, 4), time(10, 0))
SMALL = Workshop(
    DETAILS,
    agenda={_id(2): AgendaItem(_id(2), 1.0, "趣旨", 5)},
    timings={_id(2): Timing(_id(2), AT, elapsed=12.5, since=Moment(AT, 99.0, "this-boot"), current=True)},
    clusters={_id(3): Cluster(_id(3), 1.0, "会議が多い")},
    votes={_id(3): DotVote(_id(3), 4)},
    notes={_id(4): Note(_id(4), 1.0, "会議が長い", cluster_id=_id(3)), _id(5): Note(_id(5), 2.0, "一匹狼")},
    decisions={_id(6): Decision(_id(6), 1.0, "減らす", cluster_id=_id(3))},
    actions={_id(7): ActionItem(_id(7), 1.0, "定例を月1回に", cluster_id=_id(3))},
    cases={_id(8): CaseStudy(_id(8), "会議を減らす", origin=_id(99), action_id=_id(7))},
)

STUDY = replace(
    SMALL,
    details=replace(DETAILS, format=WorkshopFormat.STUDY, follows=_id(98), ground_rules="否定しない", teams=2),
    agenda={_id(2): AgendaItem(_id(2), 1.0, "実演", 10, AgendaPhase.PRESENT, least=5, starts_at=time(10, 5), agreed=8)},
    participants={_id(9): Participant(_id(9), 1.0, "総務課", "係員", 4)},
    seats={_id(10): Seat(_id(10), 1.0, 1, _id(9), 4)},
    team_steps={_id(11): TeamStep(_id(11), 1.0, _id(2), "見る", 5)},
    carried={_id(12): CarriedAction(_id(12), 1.0, "前の宿題", action_id=_id(97))},
    knacks={_id(13): Knack(_id(13), 1.0, "席次のコツ", "会計課 係員")},
    pledges={_id(14): Pledge(_id(14), 1.0, "使い回す")},
    shown_cases={_id(15): ShownCase(_id(15), 1.0, "事例", case_id=_id(96))},
    own_works={_id(16): OwnWork(_id(16), 1.0, "集計", 10.0, 12.0)},
    process_steps={_id(17): ProcessStep(_id(17), 1.0, "転記", 10.0, 12.0, minutes_after=0.0)},
    checks={_id(18): RoomCheck(_id(18), 1.0, "いす", done=True)},
)

BOARD = replace(
    STUDY,
    details=replace(STUDY.details, dots_each=3, voters=12, blank_votes=1, vote_turn=VoteTurn.MANAGERS),
    families={_id(19): Family(_id(19), 1.0, "集まり方")},
    clusters={_id(3): replace(SMALL.clusters[_id(3)], stacked=True, family_id=_id(19))},
    notes={**SMALL.notes, _id(5): replace(SMALL.notes[_id(5)], x=-12.5, locked=True)},
    votes={_id(3): DotVote(_id(3), 4), _id(5): DotVote(_id(5), 2)},
    payoffs={_id(3): Payoff(_id(3), 1.0, 0.0), _id(5): Payoff(_id(5), 0.25, 0.75)},
    relations={_id(20): Relation(_id(20), 1.0, _id(19), _id(5), RelationKind.CAUSE, "だから")},
)


def _document(**said: Any) -> dict[str, Any]:
    return {"details": to_plain(DETAILS), **said}


def _board(**said: Any) -> dict[str, Any]:
    """`BOARD` with what is said otherwise."""
    names = ("families", "clusters", "notes", "votes", "payoffs", "relations")
    kept = {name: [to_plain(one) for one in getattr(BOARD, name).values()] for name in names}
    return _document(**{**kept, **said})


_ARROW = to_plain(BOARD.relations[_id(20)])


def test_board_is_read_when_nothing_is_said_otherwise() -> None:
    assert len(read_package(forged_workshop(_board())).relations) == 1


def test_every_part_of_a_workshop_travels_when_written() -> None:
    assert ["details", *COLLECTIONS] == [field.name for field in fields(Workshop)]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(workshops())
def test_workshop_is_the_same_when_it_has_travelled(workshop: Workshop) -> None:
    assert _as_written(write_package(workshop)) == _standing(as_it_travels(workshop))


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(workshops())
def test_bytes_are_the_same_when_the_parts_come_in_another_order(workshop: Workshop) -> None:
    turned: dict[str, Any] = {name: dict(reversed(getattr(workshop, name).items())) for name in COLLECTIONS}
    assert write_package(replace(workshop, **turned)) == write_package(workshop)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(workshops())
def test_ids_alone_change_when_they_are_new(workshop: Workshop) -> None:
    forth, back = dict[str, str](), dict[str, str]()
    numbers = count(10**20)

    def fresh() -> str:
        return _id(next(numbers))

    renewed = with_new_ids(workshop, fresh)
    old_ids = [workshop.id, *(key for name in COLLECTIONS for key in getattr(workshop, name))]
    new_ids = [renewed.id, *(key for name in COLLECTIONS for key in getattr(renewed, name))]
    forth.update(zip(old_ids, new_ids, strict=True))
    back.update(zip(new_ids, old_ids, strict=True))
    assert not forth.keys() & back.keys()
    restored = iter(dict.fromkeys(new_ids))
    assert with_new_ids(renewed, lambda: back[next(restored)]) == workshop


def test_what_belongs_together_stays_together_when_opened() -> None:
    opened = read_package(write_package(SMALL))
    (cluster,) = opened.clusters.values()
    (action,) = opened.actions.values()
    (case,) = opened.cases.values()
    assert [note.text for note in opened.members(cluster.id)] == ["会議が長い"]
    assert opened.dots(cluster.id) == 4
    assert [one.cluster_id for one in opened.decisions.values()] == [cluster.id]
    assert (action.cluster_id, case.action_id, case.origin) == (cluster.id, action.id, _id(99))
    assert opened.timings.keys() == opened.agenda.keys()


def test_workshop_is_read_when_version_1_wrote_it() -> None:
    assert _as_written(Path(__file__).with_name("version-1.minaoshi")) == _standing(SMALL)


def test_workshop_is_read_when_version_2_wrote_it() -> None:
    assert _as_written(Path(__file__).with_name("version-2.minaoshi")) == _standing(STUDY)


def test_workshop_is_read_when_version_3_wrote_it() -> None:
    assert _as_written(Path(__file__).with_name("version-3.minaoshi")) == _standing(BOARD)


def test_what_belongs_together_on_the_board_stays_together_when_opened() -> None:
    opened = read_package(write_package(BOARD))
    (family,), (cluster,) = opened.families.values(), opened.clusters.values()
    (lone,) = (note for note in opened.notes.values() if note.cluster_id is None)
    (relation,) = opened.relations.values()
    assert cluster.family_id == family.id
    assert (relation.source_id, relation.target_id) == (family.id, lone.id)
    assert {key: one.effect for key, one in opened.payoffs.items()} == {cluster.id: 1.0, lone.id: 0.25}
    assert opened.dots(lone.id) == 2


def test_nothing_is_left_behind_when_a_workshop_travels_after_any_edits(fresh: Workshop) -> None:
    rng, workshop = Random(11), fresh
    for edit in lived_in(fresh, rng):
        workshop = applied(workshop, edit.changes)
    for _ in range(150):
        workshop = applied(workshop, undoable_edit(workshop, rng).changes)
        opened = read_package(write_package(workshop))
        for name in ("families", "clusters", "notes", "votes", "payoffs", "relations"):
            assert len(getattr(opened, name)) == len(getattr(workshop, name)), name


def test_what_hangs_on_nothing_goes_when_written() -> None:
    bare = replace(BOARD, clusters={}, notes={_id(4): BOARD.notes[_id(4)]}, families={})
    opened = read_package(write_package(bare))
    assert (opened.votes, opened.payoffs, opened.relations) == ({}, {}, {})


def test_notes_come_to_the_edge_when_a_file_has_them_further_out() -> None:
    far = {**to_plain(BOARD.notes[_id(5)]), "x": 1e300, "y": -2_000_000}
    (note,) = read_package(forged_workshop(_document(notes=[far]))).notes.values()
    assert (note.x, note.y) == (1_000_000.0, -1_000_000.0)
    assert _as_written(write_package(replace(BOARD, notes={note.id: replace(note, x=5e9)}))).notes[note.id].x == 1e6


def test_seats_and_steps_go_when_what_they_belong_to_is_not_there() -> None:
    loose = replace(STUDY, participants={}, agenda={}, timings={})
    opened = read_package(write_package(loose))
    assert (opened.seats, opened.team_steps) == ({}, {})


def test_note_of_a_team_stays_hidden_when_the_room_has_not_seen_it() -> None:
    entered = applied(STUDY, add_notes(STUDY, ["まだ見せていない"], team=2).changes)
    opened = read_package(write_package(entered))
    assert [(note.hidden, note.team) for note in opened.notes.values() if "まだ" in note.text] == [(True, 0)]


def test_work_of_more_than_a_day_at_a_time_travels_when_it_was_entered() -> None:
    steps = {_id(17): ProcessStep(_id(17), 1.0, "年次報告", 2_400.0, 1.0, minutes_after=1_500.0)}
    works = {_id(16): OwnWork(_id(16), 1.0, "棚卸し", 9_600.0, 1.0)}
    action = replace(SMALL.actions[_id(7)], effect=Effect(4_800.0, 2_400.0, 1.0))
    workshop = replace(STUDY, process_steps=steps, own_works=works, actions={_id(7): action})
    assert _as_written(write_package(workshop)) == _standing(workshop)


def test_two_workshops_come_of_it_when_a_package_is_opened_twice() -> None:
    data = write_package(SMALL)
    first, second = read_package(data), read_package(data)
    assert len({first.id, second.id, SMALL.id}) == 3
    for name in COLLECTIONS:
        assert not getattr(first, name).keys() & getattr(second, name).keys()


def test_clock_stands_still_when_it_ran_at_the_sender() -> None:
    data = write_package(SMALL)
    (timing,) = read_package(data).timings.values()
    assert (timing.since, timing.elapsed, timing.current) == (None, 12.5, True)
    assert b"this-boot" not in data


def test_clock_stands_still_when_somebody_wrote_a_running_one() -> None:
    document = _document(
        agenda=[to_plain(one) for one in SMALL.agenda.values()],
        timings=[to_plain(one) for one in SMALL.timings.values()],
    )
    (timing,) = read_package(forged_workshop(document)).timings.values()
    assert timing.since is None


def test_ties_to_nothing_are_left_out_when_written() -> None:
    bare = replace(SMALL, agenda={}, clusters={}, actions={})
    opened = read_package(write_package(bare))
    assert not opened.timings
    assert not opened.votes
    assert {note.cluster_id for note in opened.notes.values()} == {None}
    assert [case.action_id for case in opened.cases.values()] == [""]


TIED = {
    "timings": to_plain(SMALL.timings[_id(2)]),
    "votes": to_plain(SMALL.votes[_id(3)]),
    "notes": to_plain(SMALL.notes[_id(4)]),
    "decisions": to_plain(SMALL.decisions[_id(6)]),
    "actions": to_plain(SMALL.actions[_id(7)]),
    "cases": to_plain(SMALL.cases[_id(8)]),
}


@pytest.mark.parametrize("name", TIED)
def test_damage_is_told_when_a_tie_leads_nowhere(name: str) -> None:
    with pytest.raises(Problem, match="壊れている"):
        read_package(forged_workshop(_document(**{name: [TIED[name]]})))


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {},
        {"details": []},
        _document(notes={}),
        _document(notes=[None]),
        _document(notes=[to_plain(SMALL.notes[_id(5)])] * 2),
        _document(agenda=[to_plain(SMALL.agenda[_id(2)])] * 501),
        _document(agenda=[{**to_plain(SMALL.agenda[_id(2)]), "minutes": 10**9}]),
        _board(families=[]),
        _board(clusters=[]),
        _board(relations=[_ARROW, {**_ARROW, "id": _id(21)}]),
        _board(relations=[{**_ARROW, "target_id": _id(19)}]),
        _board(relations=[{**_ARROW, "target_id": _id(4)}]),
        _board(payoffs=[{"id": _id(4), "effect": 0.5, "feasibility": 0.5}]),
        _board(payoffs=[{"id": _id(3), "effect": 1.01, "feasibility": 0.5}]),
        _board(payoffs=[{"id": _id(3), "effect": 0.5, "feasibility": float("nan")}]),
        _board(payoffs=[{"id": _id(3), "effect": 0.5, "feasibility": "1"}]),
        _board(votes=[{"id": _id(19), "dots": 1}]),
        _board(families=[{"id": _id(5), "order": 1}], clusters=[{**to_plain(SMALL.clusters[_id(3)])}], relations=[]),
    ],
    ids=lambda document: str(document)[:20],
)
def test_damage_is_told_when_the_document_is_not_as_it_must_be(document: Any) -> None:
    with pytest.raises(Problem, match="壊れている"):
        read_package(forged_workshop(document))


def test_damage_is_told_when_there_is_no_document() -> None:
    with pytest.raises(Problem, match="壊れている"):
        read_package(forged({"other.json": b"{}"}, format="minaoshi-workshop"))


def test_workshop_is_read_when_parts_are_left_out() -> None:
    opened = read_package(forged_workshop(_document()))
    assert replace(opened.details, id=DETAILS.id) == DETAILS


def test_sender_is_told_when_there_are_too_many_notes() -> None:
    notes = {_id(number): Note(_id(number), 1.0, "a") for number in range(20_001)}
    with pytest.raises(Problem, match="多すぎて"):
        write_package(replace(SMALL, notes=notes))


def test_sender_is_told_when_the_texts_are_too_long() -> None:
    notes = {_id(number): Note(_id(number), 1.0, "あ" * 5_000) for number in range(600)}
    with pytest.raises(Problem, match="多すぎて"):
        write_package(replace(SMALL, notes=notes))
