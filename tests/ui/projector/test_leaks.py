"""What the room must not see is never painted, whatever was done before."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

import pytest

from models.agenda import AgendaPhase
from models.board import NoteKind
from models.edits import agenda, clusters, deciding, notes, running
from models.edits.change import Edit
from models.workshop import Workshop
from tests.clock import FakeClock
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.projector.shown import look

STEPS = 60


@dataclass
class Secrets:
    """Words that occur once in the world, so that a leak is known when it is seen."""

    count: int = 0
    private: set[str] = field(default_factory=set)

    def word(self) -> str:
        """A new word; it may be shown."""
        self.count += 1
        return f"QX{self.count:05}Z"

    def secret(self) -> str:
        """A new word that is never to be shown."""
        word = self.word()
        self.private.add(word)
        return word


def _one(rng: Random, ids: object) -> str:
    return rng.choice(sorted(ids))  # type: ignore[call-overload,no-any-return]


def _makers(workshop: Workshop, rng: Random, clock: FakeClock, secrets: Secrets) -> list[Callable[[], Edit]]:
    now = clock.advance(rng.random() * 200)
    kind = rng.choice(list(NoteKind))
    makers: list[Callable[[], Edit]] = [
        lambda: notes.add_notes(workshop, [secrets.word() for _ in range(rng.randint(1, 20))], kind),
        lambda: notes.start_silence(workshop),
        lambda: notes.reveal_notes(workshop),
        lambda: deciding.close_votes(workshop),
        lambda: deciding.reopen_votes(workshop),
        lambda: deciding.add_decision(workshop, secrets.secret(), secrets.secret()),
        lambda: deciding.add_action(workshop, secrets.secret(), secrets.secret()),
        *[lambda: running.go_to(workshop, rng.choice(workshop.agenda_items()), now)] * 3,
        lambda: running.next_item(workshop, now),
        lambda: running.pause(workshop, now),
        lambda: agenda.set_item(workshop, _one(rng, workshop.agenda), script=secrets.secret()),
        lambda: deciding.set_details(workshop, replace(workshop.details, place=secrets.secret())),
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
            lambda: deciding.set_dots(workshop, one, 7_000 + rng.randint(0, 999)),
            lambda: clusters.word_cluster(workshop, one, opinions=secrets.secret(), measures=secrets.secret()),
        ]
    return makers


def _hidden(workshop: Workshop) -> set[str]:
    return {note.text for note in workshop.notes.values() if note.hidden}


def _without_what_is_private(workshop: Workshop) -> Workshop:
    """The workshop as if what the room must not see had never been."""
    closed = workshop.details.votes_closed
    return replace(
        workshop,
        agenda={item.id: replace(item, script="") for item in workshop.agenda.values()},
        notes={note.id: note for note in workshop.notes.values() if not note.hidden},
        clusters={one.id: replace(one, opinions="", measures="") for one in workshop.clusters.values()},
        votes=workshop.votes if closed else {},
        decisions={},
        actions={},
    )


@pytest.mark.parametrize("seed", range(8))
def test_nothing_private_is_painted_when_anything_happens(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock, seed: int
) -> None:
    rng = Random(seed)
    secrets = Secrets()
    for _step in range(STEPS):
        live.apply(rng.choice(_makers(live.workshop, rng, clock, secrets))())
        if rng.random() < 0.2:
            rng.choice([live.undo, live.redo])()
        projector.turn(rng.choice([0, 0, 1]))
        for _page in range(projector.pages):
            projector.turn(1)
            _assert_clean(projector, live.workshop, secrets)


def _assert_clean(projector: ProjectorWindow, workshop: Workshop, secrets: Secrets) -> None:
    painted = "\n".join(projector.painted_texts())
    assert [word for word in _hidden(workshop) | secrets.private if word in painted] == []
    if not workshop.details.votes_closed:
        assert [vote.dots for vote in workshop.votes.values() if vote.dots and str(vote.dots) in painted] == []


@pytest.mark.parametrize("seed", range(8))
def test_picture_is_the_same_when_what_is_private_had_never_been(
    live: LiveDocument, clock: FakeClock, seed: int
) -> None:
    """So that not even a number tells of it."""
    rng = Random(seed)
    secrets = Secrets()
    for _step in range(STEPS):
        live.apply(rng.choice(_makers(live.workshop, rng, clock, secrets))())
        assert look(live.workshop, clock()) == look(_without_what_is_private(live.workshop), clock())


def test_group_is_not_named_when_all_its_notes_are_hidden(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(notes.start_silence(live.workshop))
    live.apply(notes.add_notes(live.workshop, ["会議が長い", "会議が多い"]))
    live.apply(clusters.group_notes(live.workshop, sorted(live.workshop.notes), "会議を減らしたい"))
    for phase in (AgendaPhase.GROUP, AgendaPhase.VOTE):
        item = next(item for item in live.workshop.agenda_items() if item.phase is phase)
        live.apply(running.go_to(live.workshop, item, clock()))
        assert not any("会議" in text for text in projector.painted_texts() if "皆議" not in text)
    live.apply(notes.reveal_notes(live.workshop))
    assert "会議を減らしたい" in projector.painted_texts()


def test_revealed_notes_are_all_painted_when_the_pages_are_turned(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    """The other side of the coin: the texts looked through above are those that are painted."""
    words = [f"QX{number:05}Z" for number in range(40)]
    live.apply(notes.add_notes(live.workshop, words))
    share = next(item for item in live.workshop.agenda_items() if item.phase is AgendaPhase.SHARE)
    live.apply(running.go_to(live.workshop, share, clock()))
    painted = ""
    for _page in range(projector.pages):
        painted += "\n".join(projector.painted_texts())
        projector.turn(1)
    assert [word for word in words if painted.count(word) != 1] == []
