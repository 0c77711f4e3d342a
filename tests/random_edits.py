"""Random edits of every kind, for the tests that do not know what people will do."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from random import Random

from models.agenda import AgendaItem, AgendaPhase, TeamStep
from models.board import NoteKind, RelationKind
from models.cases import ReviewKind
from models.decisions import ActionStatus, CarriedAction, Effect
from models.edits import (
    agenda,
    arranging,
    cases,
    clusters,
    deciding,
    families,
    lists,
    locking,
    notes,
    payoff,
    relations,
    remaking,
    running,
    stacking,
    teams,
    voting,
)
from models.edits.arranging import Edge, Sorting
from models.edits.change import Edit, applied
from models.edits.clusters import Gathering
from models.formats import Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.replanning import Proposal, ProposalKind
from models.workshop import Marking, MinutesState, Workshop
from tests.clock import FakeClock

Maker = Callable[[Workshop, Random], Edit]

TEXTS = (
    "会議が多い",
    "葛󠄀城市の﨑田さんの髙い壁",
    "<b>&amp; <img src=x>",
    "=SUM(A1)",
    "👨‍👩‍👧‍👦🏳️‍🌈",
    "二行\nある",
    "\ud800壊れた\x00文字\u202e",
    "",
    "   ",
    "長い" * 400,
)
TODAY = date(2026, 6, 4)


def _text(rng: Random) -> str:
    return rng.choice(TEXTS)


def _some(rng: Random, ids: Mapping[str, object]) -> list[str]:
    known = sorted(ids)
    return rng.sample(known, rng.randint(0, min(4, len(known))))


def _one(rng: Random, ids: Mapping[str, object]) -> str:
    return rng.choice(sorted(ids))


def _place(rng: Random) -> tuple[float, float]:
    return rng.randint(-500, 3_000) / 4, rng.randint(-500, 3_000) / 4


def _cluster_or_none(workshop: Workshop, rng: Random) -> str | None:
    return rng.choice([None, *sorted(workshop.clusters)])


def _set_item(workshop: Workshop, rng: Random) -> Edit:
    item = _one(rng, workshop.agenda)
    return agenda.set_item(
        workshop, item, title=_text(rng), minutes=rng.randint(-5, 700), task=_text(rng), script=_text(rng)
    )


def _set_plan(workshop: Workshop, rng: Random) -> Edit:
    return agenda.set_item(
        workshop,
        _one(rng, workshop.agenda),
        least=rng.randint(0, 90),
        optional=rng.random() < 0.5,
        protected=rng.random() < 0.5,
        starts_at=rng.choice([None, time(23, 55), time(0, 5)]),
        phase=rng.choice(list(AgendaPhase)),
        materials=_text(rng),
    )


def _proposal(workshop: Workshop, rng: Random) -> Proposal:
    items = workshop.agenda_items()
    minutes = {item.id: rng.choice([None, item.minutes, 3]) for item in items[len(items) // 2 :]}
    end = workshop.starts
    return Proposal(ProposalKind.DROP, minutes, rng.randint(0, 20), end, 0.0, ())


LISTED: Mapping[type[lists.Listed], Maker] = {
    CarriedAction: lambda w, r: lists.add_row(w, CarriedAction, what=_text(r), owner=_text(r), remark=_text(r)),
    Knack: lambda w, r: lists.add_row(w, Knack, title=_text(r), steps=_text(r), before=_text(r)),
    Pledge: lambda w, r: lists.add_row(w, Pledge, text=_text(r), by=_text(r)),
    ShownCase: lambda w, r: lists.add_row(w, ShownCase, title=_text(r), effect=_text(r)),
    OwnWork: lambda w, r: lists.add_row(w, OwnWork, what=_text(r), minutes=r.random() * 60, review=ReviewKind.COMBINE),
    ProcessStep: lambda w, r: lists.add_row(w, ProcessStep, what=_text(r), minutes_after=r.choice([None, 0.0, 2.5])),
    RoomCheck: lambda w, r: lists.add_row(w, RoomCheck, text=_text(r), done=r.random() < 0.5),
}
"""What adds to each simple list that hangs on nothing else."""


def _listed(workshop: Workshop) -> list[lists.Listed]:
    return [row for kind in lists.NOUNS for row in lists.listed(workshop, kind)]


def _move_row(workshop: Workshop, rng: Random) -> Edit:
    rows = _listed(workshop)
    return lists.move_row(workshop, rng.choice(rows), rng.randint(-1, 4)) if rows else Edit("knack_moved", ())


def _set_row(workshop: Workshop, rng: Random) -> Edit:
    steps = lists.listed(workshop, TeamStep)
    if not steps:
        return lists.add_row(workshop, TeamStep, item_id=_one(rng, workshop.agenda), title=_text(rng), minutes=4)
    return lists.set_row(workshop, replace(rng.choice(steps), task=_text(rng), team=rng.randint(0, 6)))


def _delete_row(workshop: Workshop, rng: Random) -> Edit:
    rows = _listed(workshop)
    return lists.delete_row(rng.choice(rows)) if rows else Edit("knack_deleted", ())


def _set_details(workshop: Workshop, rng: Random) -> Edit:
    details = replace(
        workshop.details,
        title=_text(rng),
        headcount=rng.randint(0, 40),
        marking=rng.choice([None, *Marking]),
        checked_on=rng.choice([None, TODAY]),
        minutes_state=rng.choice(list(MinutesState)),
    )
    return deciding.set_details(workshop, details)


def _set_action(workshop: Workshop, rng: Random) -> Edit:
    action = replace(
        workshop.actions[_one(rng, workshop.actions)],
        what=_text(rng),
        owner=_text(rng),
        due=rng.choice([None, TODAY]),
        effect=Effect(rng.random() * 60, rng.random() * 60, 240, 3, rng.random() < 0.5, 1.5, _text(rng)),
        status=rng.choice(list(ActionStatus)),
        cluster_id=_cluster_or_none(workshop, rng),
    )
    return deciding.set_action(workshop, action)


def _set_case(workshop: Workshop, rng: Random) -> Edit:
    case = replace(
        workshop.cases[_one(rng, workshop.cases)],
        tags=(_text(rng), "会議"),
        plan_items=tuple(rng.sample(range(1, 7), 3)),
        review_kinds=tuple(rng.sample(list(ReviewKind), 2)),
        actual_hours=rng.choice([None, 0.1 + 0.2, 120.0]),
        summary=_text(rng),
    )
    return cases.set_case(workshop, case, TODAY)


def _take_suggestion(workshop: Workshop, rng: Random) -> Edit:
    ids = sorted(workshop.notes)
    rng.shuffle(ids)
    third = len(ids) // 3
    family, lifted = rng.randint(0, 1), rng.random() < 0.5
    gatherings = [
        Gathering(tuple(ids[:third]), _text(rng), worded=rng.random() < 0.5, family=family),
        Gathering(tuple(ids[third : third * 2]), "表札", family=family, lifted=lifted),
    ]
    if workshop.clusters:
        own = _one(rng, workshop.clusters)
        gatherings.append(Gathering(tuple(ids[third * 2 :]), cluster_id=own, family=family, lifted=lifted))
    return clusters.take_suggestion(workshop, gatherings)


def _decision(workshop: Workshop, rng: Random) -> Edit:
    decision = workshop.decisions[_one(rng, workshop.decisions)]
    return deciding.set_decision(
        workshop, replace(decision, text=_text(rng), cluster_id=_cluster_or_none(workshop, rng))
    )


def _thing(workshop: Workshop, rng: Random, *, families: bool = False) -> str:
    """A group or lone note, with `families` maybe a family; at times what is none of them."""
    lone = sorted(note.id for note in workshop.notes.values() if note.cluster_id is None)
    bigger = sorted(workshop.families) if families else []
    kinds = [ids for ids in (lone, sorted(workshop.clusters), bigger) if ids]
    return rng.choice(rng.choice(kinds)) if kinds and rng.random() < 0.95 else "nothing"


def _relate(workshop: Workshop, rng: Random) -> Edit:
    one, other = (_thing(workshop, rng, families=True) for _ in range(2))
    return relations.relate(workshop, one, other, rng.choice(list(RelationKind)))


def _set_relation(workshop: Workshop, rng: Random) -> Edit:
    kind, label = rng.choice([None, *RelationKind]), rng.choice([None, _text(rng)])
    return relations.set_relation(workshop, _one(rng, workshop.relations), kind=kind, label=label)


def _split_note(workshop: Workshop, rng: Random) -> Edit:
    note = workshop.notes[_one(rng, workshop.notes)]
    at = rng.randint(-1, len(note.text) + 1) if rng.random() < 0.5 else (_text(rng), _text(rng))
    return remaking.split_note(workshop, note.id, at)


ALWAYS: Mapping[str, Maker] = {
    "add_notes": lambda w, r: notes.add_notes(w, [_text(r) for _ in range(r.randint(1, 6))], r.choice(list(NoteKind))),
    "move_notes": lambda w, r: notes.move_notes(w, {i: _place(r) for i in _some(r, w.notes)}),
    "set_note_kind": lambda w, r: notes.set_note_kind(w, _some(r, w.notes), r.choice(list(NoteKind))),
    "delete_notes": lambda w, r: notes.delete_notes(w, _some(r, w.notes)),
    "add_team_notes": lambda w, r: notes.add_notes(w, [_text(r), "会議"], NoteKind.TROUBLE, team=r.randint(0, 6)),
    "bring_together": lambda w, r: notes.bring_together(w),
    "make_teams": lambda w, r: teams.make_teams(w, r.randint(0, 6), r.randint(0, 99)),
    "clear_teams": lambda w, r: teams.clear_teams(w),
    "start_silence": lambda w, r: notes.start_silence(w),
    "reveal_notes": lambda w, r: notes.reveal_notes(w),
    "group_notes": lambda w, r: clusters.group_notes(w, _some(r, w.notes), _text(r)),
    "free_notes": lambda w, r: clusters.free_notes(w, {i: _place(r) for i in _some(r, w.notes)}),
    "take_suggestion": _take_suggestion,
    "arrange": lambda w, r: arranging.arrange(w, r.choice(list(Sorting))),
    "align_notes": lambda w, r: arranging.align_notes(w, _some(r, w.notes), r.choice(list(Edge))),
    "tidy_notes": lambda w, r: arranging.tidy_notes(w, _some(r, w.notes)),
    "lock_notes": lambda w, r: locking.lock_notes(w, _some(r, w.notes)[:1]),
    "unlock_notes": lambda w, r: locking.unlock_notes(w, _some(r, w.notes)),
    "duplicate_notes": lambda w, r: remaking.duplicate_notes(w, _some(r, w.notes)),
    "merge_notes": lambda w, r: remaking.merge_notes(w, _some(r, w.notes)),
    "add_item": lambda w, r: agenda.add_item(w, _text(r), r.randint(0, 90), r.choice([None, *sorted(w.agenda)])),
    "set_details": _set_details,
    "fit_agenda": lambda w, r: agenda.fit_agenda(w),
    "take_proposal": lambda w, r: agenda.take_proposal(w, _proposal(w, r)),
    "add_row": lambda w, r: r.choice(list(LISTED.values()))(w, r),
    "move_row": _move_row,
    "delete_row": _delete_row,
    "close_votes": lambda w, r: voting.close_votes(w, [c for c in sorted(w.clusters) if r.random() < 0.5]),
    "reopen_votes": lambda w, r: voting.reopen_votes(w),
    "set_vote_rules": lambda w, r: voting.set_vote_rules(w, dots_each=r.randint(-1, 5), voters=r.randint(-1, 30)),
    "count_blank": lambda w, r: voting.count_blank(w, r.randint(-1, 9)),
    "next_turn": lambda w, r: voting.next_turn(w),
    "form_family": lambda w, r: families.form_family(w, [*_some(r, w.clusters), "gone"], _text(r)),
    "leave_family": lambda w, r: families.leave_family(w, _some(r, w.clusters)),
    "relate": _relate,
    "place_payoff": lambda w, r: payoff.place_payoff(w, _thing(w, r), r.uniform(-1, 2), r.random()),
    "put_aside": lambda w, r: payoff.put_aside(w, _thing(w, r)),
    "set_dots": lambda w, r: voting.set_dots(w, r.choice([_thing(w, r), *sorted(w.notes)]), r.randint(-3, 99)),
    "unstack_clusters": lambda w, r: stacking.unstack_clusters(w, _some(r, w.clusters)),
    "dissolve_clusters": lambda w, r: clusters.dissolve_clusters(w, _some(r, w.clusters)),
    "archive": lambda w, r: deciding.archive(w, r.random() < 0.5),
    "add_decision": lambda w, r: deciding.add_decision(w, _text(r), _text(r), _cluster_or_none(w, r)),
    "add_action": lambda w, r: deciding.add_action(w, _text(r), _text(r), TODAY, _cluster_or_none(w, r)),
    "add_participant": lambda w, r: deciding.add_participant(w, _text(r), _text(r), r.randint(-1, 30)),
}
"""Edits that any workshop allows."""

WITH: Mapping[str, tuple[str, Maker]] = {
    "split_note": ("notes", _split_note),
    "stack_cluster": ("clusters", lambda w, r: stacking.stack_cluster(w, _one(r, w.clusters))),
    "unstack_cluster": ("clusters", lambda w, r: stacking.unstack_cluster(w, _one(r, w.clusters))),
    "set_note_text": ("notes", lambda w, r: notes.set_note_text(w, _one(r, w.notes), _text(r))),
    "add_to_cluster": (
        "clusters",
        lambda w, r: clusters.add_to_cluster(w, _some(r, w.notes), _one(r, w.clusters)),
    ),
    "rename_cluster": ("clusters", lambda w, r: clusters.rename_cluster(w, _one(r, w.clusters), _text(r))),
    "word_cluster": (
        "clusters",
        lambda w, r: clusters.word_cluster(w, _one(r, w.clusters), opinions=_text(r), measures=_text(r)),
    ),
    "merge_clusters": (
        "clusters",
        lambda w, r: clusters.merge_clusters(w, [_one(r, w.clusters), *_some(r, w.clusters)]),
    ),
    "dissolve_cluster": ("clusters", lambda w, r: clusters.dissolve_cluster(w, _one(r, w.clusters))),
    "join_family": ("families", lambda w, r: families.join_family(w, _some(r, w.clusters), _one(r, w.families))),
    "rename_family": ("families", lambda w, r: families.rename_family(w, _one(r, w.families), _text(r))),
    "dissolve_family": ("families", lambda w, r: families.dissolve_family(w, _one(r, w.families))),
    "set_relation": ("relations", _set_relation),
    "turn_relation": ("relations", lambda w, r: relations.turn_relation(w, _one(r, w.relations))),
    "delete_relation": ("relations", lambda w, r: relations.delete_relation(w, _one(r, w.relations))),
    "set_item": ("agenda", _set_item),
    "set_plan": ("agenda", _set_plan),
    "unlock_item": ("agenda", lambda w, r: agenda.unlock_item(w, _one(r, w.agenda))),
    "duplicate_item": ("agenda", lambda w, r: agenda.duplicate_item(w, _one(r, w.agenda))),
    "add_break": ("agenda", lambda w, r: agenda.add_break(w, _text(r), r.randint(0, 90), _one(r, w.agenda))),
    "skip_item": ("agenda", lambda w, r: agenda.skip_item(w, _one(r, w.agenda), r.random() < 0.5)),
    "set_row": ("agenda", _set_row),
    "move_item": ("agenda", lambda w, r: agenda.move_item(w, _one(r, w.agenda), r.randint(-2, 14))),
    "delete_item": ("agenda", lambda w, r: agenda.delete_item(w, _one(r, w.agenda))),
    "set_decision": ("decisions", _decision),
    "delete_decision": ("decisions", lambda w, r: deciding.delete_decision(w, _one(r, w.decisions))),
    "set_action": ("actions", _set_action),
    "delete_action": ("actions", lambda w, r: deciding.delete_action(w, _one(r, w.actions))),
    "set_participant": (
        "participants",
        lambda w, r: deciding.set_participant(
            w, replace(w.participants[_one(r, w.participants)], post=_text(r), count=r.randint(1, 9))
        ),
    ),
    "delete_participant": ("participants", lambda w, r: deciding.delete_participant(w, _one(r, w.participants))),
    "add_case": ("actions", lambda w, r: cases.add_case(w, w.actions[_one(r, w.actions)], TODAY)),
    "set_case": ("cases", _set_case),
    "delete_case": ("cases", lambda w, r: cases.delete_case(w, _one(r, w.cases))),
}
"""Edits that need one of the entities named."""


def undoable_edit(workshop: Workshop, rng: Random) -> Edit:
    """Any edit that undo can take back."""
    makers = [*ALWAYS.values(), *(maker for field, maker in WITH.values() if getattr(workshop, field))]
    return rng.choice(makers)(workshop, rng)


def clock_edit(workshop: Workshop, rng: Random, clock: FakeClock) -> Edit:
    """Any edit of the running clock, after some time."""
    now = clock.advance(rng.random() * 400)
    items: list[AgendaItem] = workshop.agenda_items()
    makers: list[Callable[[], Edit]] = [
        lambda: running.start(workshop, now),
        lambda: running.pause(workshop, now),
        lambda: running.next_item(workshop, now),
        lambda: running.extend(workshop, rng.randint(-3, 3)),
        lambda: running.correct(workshop, rng.random() * 600, now),
        lambda: running.anchor(workshop, clock.set_wall(rng.choice([0, 3_000]))),
    ]
    if items:
        makers.append(lambda: running.go_to(workshop, rng.choice(items), now))
    return rng.choice(makers)()


def lived_in(workshop: Workshop, rng: Random) -> list[Edit]:
    """Edits that give a workshop some of everything."""
    edits: list[Edit] = []

    def do(make: Callable[[Workshop], Edit]) -> None:
        nonlocal workshop
        edit = make(workshop)
        workshop = applied(workshop, edit.changes)
        edits.append(edit)

    do(lambda w: notes.add_notes(w, [f"困りごと{number}" for number in range(12)]))
    do(lambda w: clusters.group_notes(w, sorted(w.notes)[:3], "会議"))
    do(lambda w: clusters.group_notes(w, sorted(w.notes)[3:5], "様式"))
    do(lambda w: voting.set_dots(w, sorted(w.clusters)[0], 5))
    do(lambda w: voting.set_dots(w, sorted(w.clusters)[1], 2))
    do(lambda w: families.form_family(w, w.clusters, "集まり方"))
    lone = next(note.id for note in workshop.ordered_notes() if note.cluster_id is None)
    do(lambda w: relations.relate(w, sorted(w.clusters)[0], lone, RelationKind.CAUSE))
    do(lambda w: relations.relate(w, sorted(w.families)[0], lone))
    do(lambda w: payoff.place_payoff(w, sorted(w.clusters)[0], 0.75, 0.9))
    do(lambda w: payoff.place_payoff(w, lone, 0.25, 0.1))
    do(lambda w: voting.set_dots(w, lone, 3))
    do(lambda w: deciding.add_decision(w, "会議を半分にする", "長いから", sorted(w.clusters)[0]))
    do(lambda w: deciding.add_action(w, "定例を隔週にする", "総務課係長", TODAY, sorted(w.clusters)[0]))
    do(lambda w: deciding.add_participant(w, "総務課", "係員", 4))
    do(lambda w: cases.add_case(w, next(iter(w.actions.values())), TODAY))
    do(lambda w: _set_case(w, rng))
    for add in LISTED.values():
        do(lambda w, add=add: add(w, rng))  # type: ignore[misc]
    do(lambda w: lists.add_row(w, TeamStep, item_id=sorted(w.agenda)[0], title="書く", minutes=4))
    return edits
