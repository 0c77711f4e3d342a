"""The matrix on the wall: titles of what was placed and revealed, and nothing else."""

from dataclasses import replace

import pytest

from models.agenda import AgendaPhase
from models.board import Cluster, DotVote, Note, Payoff
from models.edits.change import put
from tests.clock import FakeClock
from tests.ui.projector.steps import go
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.projector.pieces import Panel, Words


@pytest.fixture(autouse=True)
def _board(live: LiveDocument) -> None:
    groups = (Cluster("g1", 1, "会議が長い"), Cluster("g2", 2, "かくれた束"), Cluster("g3", 3, ""))
    members = (Note("n1", 1, "中の言葉", cluster_id="g1"), Note("n2", 2, "かくれた", cluster_id="g2", hidden=True))
    untitled = (
        Note("n3", 3, "ふせた一枚目", cluster_id="g3", hidden=True),
        Note("n4", 4, "見せた二枚目", cluster_id="g3"),
    )
    lone = (Note("n5", 5, "ひとりの付箋"), Note("n6", 6, "ふせた付箋", hidden=True))
    live.apply(put(live.workshop, "notes_added", *groups, *members, *untitled, *lone))


def _place(live: LiveDocument, *ids: str) -> None:
    live.apply(put(live.workshop, "payoff_placed", *(Payoff(one, 0.8, 0.9) for one in ids)))


def _painted(projector: ProjectorWindow) -> str:
    return "\n".join(projector.painted_texts())


def test_groups_are_shown_when_nothing_is_placed_yet(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.PAYOFF)
    assert "会議が長い" in _painted(projector)
    assert "自課でできる" not in _painted(projector)


def test_titles_and_axes_are_shown_when_groups_are_placed(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.PAYOFF)
    _place(live, "g1", "g3", "n5")
    painted = _painted(projector)
    for text in ("制度改正が要る", "他課と調整", "自課でできる", "会議が長い", "見せた二枚目", "ひとりの付箋"):
        assert text in painted
    assert "中の言葉" not in painted


def test_nothing_hidden_is_shown_when_it_is_placed(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.PAYOFF)
    _place(live, "g1", "g2", "g3", "n6")
    assert "かくれた" not in _painted(projector)
    assert "ふせた" not in _painted(projector)


def test_dots_stay_off_the_wall_when_the_vote_is_closed(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.PAYOFF)
    _place(live, "g1")
    closed = replace(live.workshop.details, votes_closed=True)
    live.apply(put(live.workshop, "votes_closed", closed, DotVote("g1", 777)))
    assert "777" not in _painted(projector)


def test_every_title_is_told_once_when_there_are_more_than_a_page_holds(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.PAYOFF)
    groups = [Cluster(f"x{number:02}", 10 + number, f"束{number:02}です") for number in range(40)]
    notes = [Note(f"y{number:02}", 10 + number, "中", cluster_id=f"x{number:02}") for number in range(40)]
    live.apply(put(live.workshop, "notes_added", *groups, *notes))
    _place(live, *(group.id for group in groups))
    told = []
    for _page in range(projector.pages):
        told += projector.painted_texts()
        projector.turn(1)
    assert all(told.count(group.title) == 1 for group in groups)


def test_cards_lie_apart_and_inside_the_window_when_all_have_one_place(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.PAYOFF)
    groups = [Cluster(f"x{number}", 10 + number, f"束{number}") for number in range(5)]
    notes = [Note(f"y{number}", 10 + number, "中", cluster_id=f"x{number}") for number in range(5)]
    live.apply(put(live.workshop, "notes_added", *groups, *notes))
    _place(live, *(group.id for group in groups))
    pieces = projector.canvas.pieces
    titles = [piece for piece in pieces if isinstance(piece, Words) and piece.text.startswith("束")]
    rects = [
        panel.rect for panel in pieces if isinstance(panel, Panel) and any(panel.rect.contains(t.rect) for t in titles)
    ]
    cards = [rect for rect in rects if rect.height() < 120]
    assert len(cards) == 5
    assert all(not one.intersects(other) for one in cards for other in cards if one is not other)


def test_four_titles_in_a_column_are_told_whole_when_they_take_two_lines(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.PAYOFF)
    groups = [Cluster(f"x{number}", 10 + number, f"照会の同じ中身を別の様式に{number}") for number in range(4)]
    notes = [Note(f"y{number}", 10 + number, "中", cluster_id=f"x{number}") for number in range(4)]
    live.apply(put(live.workshop, "notes_added", *groups, *notes))
    _place(live, *(group.id for group in groups))
    projector.resize(1280, 720)
    words = [piece for piece in projector.canvas.pieces if isinstance(piece, Words) and piece.text.startswith("照会の")]
    assert ["".join(piece.lines) for piece in words] == [group.title for group in groups]
    window = projector.rect()
    assert all(window.contains(piece.rect.toAlignedRect()) for piece in words)
