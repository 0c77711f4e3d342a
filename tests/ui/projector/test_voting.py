"""The vote on the wall: what is voted on and whose turn it is, then ranks with bars; nothing of an open count."""

from itertools import pairwise

import pytest

from models.agenda import AgendaPhase
from models.edits import clusters, notes, voting
from tests.clock import FakeClock
from tests.ui.projector.steps import go
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.projector.pieces import Panel
from ui.theme import KEY, KEY_TINT

GROUPS = ("会議を減らしたい", "様式を減らしたい", "電話を減らしたい")


@pytest.fixture
def voting_room(projector: ProjectorWindow, live: LiveDocument, clock: FakeClock) -> list[str]:
    """The ids of three groups and one note on its own; the room is at the vote."""
    for title in GROUPS:
        known = set(live.workshop.notes)
        live.apply(notes.add_notes(live.workshop, [f"{title}一", f"{title}二"]))
        live.apply(clusters.group_notes(live.workshop, sorted(set(live.workshop.notes) - known), title))
    live.apply(notes.add_notes(live.workshop, ["ひとりの声"]))
    go(live, clock, AgendaPhase.VOTE)
    lone = next(note.id for note in live.workshop.notes.values() if note.cluster_id is None)
    return [*(cluster.id for cluster in live.workshop.ordered_clusters()), lone]


def _count(live: LiveDocument, ids: list[str], *dots: int) -> None:
    for one, number in zip(ids, dots, strict=False):
        live.apply(voting.set_dots(live.workshop, one, number))


def _shares(projector: ProjectorWindow) -> list[float]:
    """How much of each bar is filled; the clock's own comes last."""
    panels = [piece for piece in projector.canvas.pieces if isinstance(piece, Panel)]
    return [
        round(part.rect.width() / whole.rect.width(), 2)
        for whole, part in pairwise(panels)
        if whole.fill == KEY_TINT and part.fill == KEY
    ]


def test_budget_and_turn_are_told_while_the_vote_is_open(
    projector: ProjectorWindow, live: LiveDocument, voting_room: list[str]
) -> None:
    whole = "".join(projector.painted_texts())
    assert "1人1枚・いまは係員の番" in whole
    live.apply(voting.next_turn(live.workshop))
    assert "いまは管理職の番" in "".join(projector.painted_texts())


def test_picture_is_the_same_while_dots_come_in(
    projector: ProjectorWindow, live: LiveDocument, voting_room: list[str]
) -> None:
    before = projector.canvas.pieces
    _count(live, voting_room, 5, 7, 7, 9)
    live.apply(voting.count_blank(live.workshop, 3))
    projector.painted_texts()
    assert projector.canvas.pieces == before


def test_lone_note_is_among_what_is_voted_on_unless_switched_off(
    projector: ProjectorWindow, live: LiveDocument, voting_room: list[str]
) -> None:
    assert "ひとりの声" in projector.painted_texts()
    live.wall.vote_on_lone(False)
    assert "ひとりの声" not in projector.painted_texts()


def test_ranks_and_ties_are_told_with_bars_to_scale_when_the_vote_is_closed(
    projector: ProjectorWindow, live: LiveDocument, voting_room: list[str]
) -> None:
    _count(live, voting_room, 4, 8, 4, 2)
    live.apply(voting.set_vote_rules(live.workshop, voters=9))
    live.apply(voting.count_blank(live.workshop, 2))
    live.apply(voting.close_votes(live.workshop, (), 2))
    texts = projector.painted_texts()
    ranks = [text for text in texts if "位" in text]
    assert ranks == ["1位　8票・2枚", "2位（同数）　4票・2枚", "2位（同数）　4票・2枚", "4位　2票"]
    assert "投票した人9人" in "".join(texts)
    assert "白票2人" in "".join(texts)
    assert _shares(projector)[:-1] == [1.0, 0.5, 0.5, 0.25]


def test_hidden_note_is_neither_voted_on_nor_told(
    projector: ProjectorWindow, live: LiveDocument, voting_room: list[str]
) -> None:
    live.apply(notes.start_silence(live.workshop))
    live.apply(notes.add_notes(live.workshop, ["まだ見せない"]))
    hidden = next(note.id for note in live.workshop.notes.values() if note.hidden)
    _count(live, [*voting_room, hidden], 4, 8, 4, 2, 99)
    live.apply(voting.close_votes(live.workshop))
    whole = "".join(projector.painted_texts())
    assert "まだ見せない" not in whole
    assert "99" not in whole
    assert "1位　8票・2枚" in projector.painted_texts()
