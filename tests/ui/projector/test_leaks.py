"""What the room must not see is never painted, whatever was done before."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from PySide6.QtWidgets import QWidget

from models.agenda import AgendaPhase, TeamStep
from models.board import NoteKind
from models.cases import ReviewKind
from models.decisions import ActionStatus, CarriedAction
from models.edits import agenda, clusters, deciding, families, lists, notes, payoff, relations, running, voting
from models.edits.change import Edit, new_id, put
from models.formats import Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.workshop import Participant, Seat, Workshop
from tests.clock import FakeClock
from tests.ui.projector.private import Secrets, hidden_words, without_what_is_private
from tests.ui.projector.steps import go
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.projector.shown import look
from ui.wall import OnShow, Show

STEPS = 90


def _one(rng: Random, ids: object) -> str:
    return rng.choice(sorted(ids))  # type: ignore[call-overload,no-any-return]


Makers = list[Callable[[], Edit]]


def _notes(workshop: Workshop, rng: Random, secrets: Secrets) -> Makers:
    kind = rng.choice(list(NoteKind))
    makers: Makers = [
        lambda: notes.add_notes(workshop, [secrets.word() for _ in range(rng.randint(1, 20))], kind),
        lambda: notes.start_silence(workshop),
        lambda: notes.reveal_notes(workshop),
        lambda: voting.close_votes(workshop),
        lambda: voting.reopen_votes(workshop),
    ]
    if workshop.notes:
        some = rng.sample(sorted(workshop.notes), min(len(workshop.notes), 5))
        makers += [
            lambda: clusters.group_notes(workshop, some, secrets.word()),
            lambda: notes.set_note_text(workshop, some[0], secrets.word()),
            lambda: notes.delete_notes(workshop, some[:1]),
        ]
    if workshop.clusters:
        one = _one(rng, workshop.clusters)
        makers += [
            lambda: voting.set_dots(workshop, one, secrets.number()),
            lambda: clusters.word_cluster(workshop, one, opinions=secrets.secret(), measures=secrets.secret()),
        ]
    return makers


def _drawn(workshop: Workshop, rng: Random, secrets: Secrets) -> Makers:
    """Groups of groups, arrows and places in the matrix."""
    lone = [note.id for note in workshop.ordered_notes() if note.cluster_id is None]
    things = [*sorted(workshop.clusters), *lone]
    makers: Makers = [lambda: families.form_family(workshop, sorted(workshop.clusters)[:3], secrets.secret())]
    if things:
        one, other = rng.choice(things), rng.choice(things)
        makers += [
            lambda: relations.relate(workshop, one, other),
            lambda: payoff.place_payoff(workshop, one, rng.random(), rng.random()),
        ]
    if workshop.relations:
        arrow = _one(rng, workshop.relations)
        makers.append(lambda: relations.set_relation(workshop, arrow, label=secrets.secret()))
    return makers


def _private(workshop: Workshop, rng: Random, secrets: Secrets) -> Makers:
    """What is never for the wall."""
    item = {name: secrets.secret() for name in ("script", "materials", "method")}
    return [
        *_drawn(workshop, rng, secrets),
        lambda: deciding.add_decision(workshop, secrets.secret(), secrets.secret()),
        lambda: deciding.add_action(workshop, secrets.secret(), secrets.secret()),
        lambda: agenda.set_item(workshop, _one(rng, workshop.agenda), **item),
        lambda: deciding.set_details(
            workshop,
            replace(workshop.details, invitation=secrets.secret(), place=secrets.secret(), handouts=secrets.secret()),
        ),
        lambda: lists.add_row(workshop, RoomCheck, text=secrets.secret()),
    ]


def _content(workshop: Workshop, rng: Random, secrets: Secrets) -> Makers:
    """What the formats work on: for the wall at times."""
    w = secrets.word
    kinds: list[type[lists.Listed]] = [Knack, ShownCase, Pledge, OwnWork, ProcessStep, CarriedAction]
    rows = [row for kind in kinds for row in lists.listed(workshop, kind)]
    deleting: Makers = [lambda: lists.delete_row(rng.choice(rows))] if rows else []
    return [
        *deleting,
        lambda: _seated(workshop, rng, secrets),
        lambda: lists.add_row(
            workshop,
            Knack,
            title=w(),
            presenter=w(),
            steps=f"{w()}\n{w()}",
            before=w(),
            after=w(),
            material=secrets.secret(),
        ),
        lambda: lists.add_row(
            workshop, ShownCase, title=w(), bureau=w(), problem=w(), before=w(), after=w(), effect=w()
        ),
        lambda: lists.add_row(workshop, Pledge, text=w(), by=w()),
        lambda: lists.add_row(workshop, OwnWork, what=w(), review=rng.choice([None, *ReviewKind]), change=w()),
        lambda: lists.add_row(
            workshop, ProcessStep, what=w(), who=w(), pain=w(), tool=w(), minutes=5.0, times_per_year=12.0
        ),
        lambda: lists.add_row(
            workshop,
            CarriedAction,
            what=w(),
            owner=w(),
            status=rng.choice(list(ActionStatus)),
            remark=secrets.secret(),
        ),
        lambda: lists.add_row(
            workshop, TeamStep, item_id=_one(rng, workshop.agenda), title=w(), minutes=3, team=rng.randint(0, 3)
        ),
        lambda: deciding.set_details(workshop, replace(workshop.details, subject=w())),
    ]


def _seated(workshop: Workshop, rng: Random, secrets: Secrets) -> Edit:
    who = Participant(new_id(), rng.random(), secrets.word(), secrets.secret(), rng.randint(1, 8))
    return put(workshop, "attendance", who, Seat(new_id(), rng.random(), rng.randint(1, 5), who.id, who.count))


def _clock(workshop: Workshop, rng: Random, clock: FakeClock) -> Makers:
    now = clock.advance(rng.random() * 200)
    phase = rng.choice(list(AgendaPhase))
    return [
        *[lambda: running.go_to(workshop, rng.choice(workshop.agenda_items()), now)] * 3,
        lambda: running.next_item(workshop, now),
        lambda: running.pause(workshop, now),
        lambda: agenda.add_item(workshop, f"{phase}の項目", 10, phase=phase),
    ]


def _edit(live: LiveDocument, rng: Random, clock: FakeClock, secrets: Secrets) -> None:
    workshop = live.workshop
    kinds = (
        _notes(workshop, rng, secrets),
        _private(workshop, rng, secrets),
        _content(workshop, rng, secrets),
        _clock(workshop, rng, clock),
    )
    live.apply(rng.choice(rng.choice(kinds))())
    if rng.random() < 0.2:
        rng.choice([live.undo, live.redo])()


def _some_show(workshop: Workshop, rng: Random) -> OnShow:
    what = rng.choice(list(Show))
    ids = {Show.KNACK: workshop.knacks, Show.CASE: workshop.shown_cases}.get(what)
    return OnShow(what, "" if ids is None else rng.choice(["gone", *sorted(ids)]))


def _handle(live: LiveDocument, rng: Random) -> None:
    """Something done to the wall by hand."""
    wall = live.wall
    acts: list[Callable[[], None]] = [wall.take_off, wall.toggle_freeze, wall.toggle_black]
    rng.choice([lambda: wall.put_on(_some_show(live.workshop, rng))] * 5 + acts)()


def _plug(projector: ProjectorWindow, desk: QWidget, rng: Random) -> None:
    """Screens come and go, the room gets the only one, or gives it back."""
    screen = projector.screen()
    acts: list[Callable[[], None]] = [
        lambda: projector._screen_removed(screen),
        lambda: projector._screen_added(screen),
        projector._screens_rearranged,
        lambda: projector.present(desk),
        projector.leave,
        projector._confirm,
        projector.showFullScreen,
        lambda: projector.resize(rng.choice([640, 1280, 1920]), rng.choice([360, 720])),
    ]
    rng.choice(acts)()
    if not projector.isVisible():
        projector.toggle(desk)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_private_is_painted_when_anything_happens(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock, desk: QWidget, seed: int
) -> None:
    rng = Random(seed)
    secrets = Secrets()
    held: set[str] | None = None
    known = 0
    for _step in range(STEPS):
        if held is None:
            known = len(secrets.made)
        rng.choice(
            [lambda: _edit(live, rng, clock, secrets)] * 5
            + [lambda: _handle(live, rng), lambda: _plug(projector, desk, rng)]
        )()
        if not live.wall.frozen:
            held = None
        elif held is None:
            held = hidden_words(live.workshop, live.wall.on_show, secrets)
        _assert_clean(projector, live, secrets, held, known)


def _assert_clean(
    projector: ProjectorWindow, live: LiveDocument, secrets: Secrets, held: set[str] | None, known: int
) -> None:
    """Nothing on any page that is hidden now; on a held picture, nothing that was hidden then or was made since."""
    for _page in range(projector.pages):
        projector.turn(1)
        painted = "\n".join(projector.painted_texts())
        if projector.covered:
            assert painted.startswith("進行役の画面に戻ります")
            assert not live.wall.black or "QX" not in painted
        elif live.wall.black:
            assert painted == ""
        forbidden = hidden_words(live.workshop, live.wall.on_show, secrets)
        if held is not None:
            forbidden = held | set(secrets.made[known:])
        assert [word for word in forbidden if word in painted] == []


@pytest.mark.parametrize("seed", range(8))
def test_picture_is_the_same_when_what_is_private_had_never_been(
    live: LiveDocument, clock: FakeClock, seed: int
) -> None:
    """So that not even a number tells of it."""
    rng = Random(seed)
    secrets = Secrets()
    for _step in range(STEPS):
        if rng.random() < 0.2:
            _handle(live, rng)
        _edit(live, rng, clock, secrets)
        on_show = live.wall.on_show
        stripped = without_what_is_private(live.workshop, on_show)
        assert look(live.workshop, clock(), on_show) == look(stripped, clock(), on_show)


def test_group_is_not_named_when_all_its_notes_are_hidden(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(notes.start_silence(live.workshop))
    live.apply(notes.add_notes(live.workshop, ["会議が長い", "会議が多い"]))
    live.apply(clusters.group_notes(live.workshop, sorted(live.workshop.notes), "会議を減らしたい"))
    for phase in (AgendaPhase.GROUP, AgendaPhase.VOTE, AgendaPhase.QUESTIONS):
        go(live, clock, phase)
        assert not any("会議" in text for text in projector.painted_texts() if "皆議" not in text)
    live.apply(notes.reveal_notes(live.workshop))
    assert "会議を減らしたい" in projector.painted_texts()


def test_revealed_notes_are_all_painted_when_the_pages_are_turned(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    """The other side of the coin: the texts looked through above are those that are painted."""
    words = [f"QX{number:05}Z" for number in range(40)]
    live.apply(notes.add_notes(live.workshop, words))
    go(live, clock, AgendaPhase.SHARE)
    painted = ""
    for _page in range(projector.pages):
        painted += "\n".join(projector.painted_texts())
        projector.turn(1)
    assert [word for word in words if painted.count(word) != 1] == []
