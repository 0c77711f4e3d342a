"""Bars, the end of the vote, empty drafts, and what a list leaves out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.board import Note
from models.edits import clusters, notes, payoff, voting
from tests.ui.typing import type_text
from ui.decide.screen import DecideScreen
from ui.decide.tabs import Tab
from ui.decide.wording import vote_changed_told
from ui.live_document import LiveDocument


def _words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


def _close(live: LiveDocument, *dots: int) -> list[str]:
    ids = [cluster.id for cluster in live.workshop.ordered_clusters()]
    for one, number in zip(ids, dots, strict=False):
        live.apply(voting.set_dots(live.workshop, one, number))
    live.apply(voting.close_votes(live.workshop, ids))
    return ids


def _lone(live: LiveDocument, text: str, dots: int) -> Note:
    live.apply(notes.add_notes(live.workshop, [text]))
    note = live.workshop.ordered_notes()[-1]
    live.apply(voting.set_dots(live.workshop, note.id, dots))
    return note


@pytest.mark.parametrize("width", [1168, 1808, 741])
def test_equal_dots_have_equal_bars_when_what_stands_beside_them_is_not_alike(
    screen: DecideScreen, live: LiveDocument, width: int
) -> None:
    _lone(live, "ひとりだけの困りごと", 3)
    _close(live, 1_200, 3, 0)
    screen.resize(width, 672)
    QApplication.processEvents()
    bars = [row.bar for row in screen.votes.rows.values()]
    places = {(bar.mapTo(screen, bar.rect().topLeft()).x(), bar.width()) for bar in bars if bar is not None}
    assert len(bars) == 4
    assert len(places) == 1


def test_winner_is_in_sight_when_the_vote_was_closed_from_below(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    for number in range(12):
        _lone(live, f"困りごとの{number}", 1)
    for cluster in live.workshop.ordered_clusters():
        live.apply(voting.set_dots(live.workshop, cluster.id, 2))
    live.wall.vote_on_lone(True)
    bar = screen.votes.area.verticalScrollBar()
    [*_others, last] = screen.votes.rows.values()
    qtbot.waitUntil(lambda: bar.maximum() > last.height())
    QApplication.processEvents()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert bar.value() == bar.maximum()
    qtbot.mouseClick(screen.votes.close_button, Qt.MouseButton.LeftButton)
    assert live.workshop.details.votes_closed
    for _turn in range(3):
        QApplication.processEvents()
    assert bar.value() == 0
    assert bar.maximum() > 0


@pytest.mark.parametrize("away", [Tab.VOTE, Tab.MATRIX])
def test_empty_draft_is_gone_when_one_goes_to_another_part(screen: DecideScreen, live: LiveDocument, away: Tab) -> None:
    screen.begin_decision(live.workshop.ordered_clusters()[0].id)
    assert len(screen.decisions.cards) == 1
    screen.show_tab(away)
    assert not screen.decisions.cards
    assert not live.workshop.decisions


def test_empty_draft_is_gone_when_one_goes_to_another_screen(screen: DecideScreen) -> None:
    screen.begin_action()
    screen.hide()
    assert not screen.homework.cards


def test_draft_stays_when_something_was_written_in_it(screen: DecideScreen, live: LiveDocument) -> None:
    screen.begin_decision()
    [card] = screen.decisions.cards.values()
    type_text(card.form.editors["text"], "照会には理由を書く")
    screen.show_tab(Tab.MATRIX)
    assert list(screen.decisions.cards.values()) == [card]
    assert [one.text for one in live.workshop.decisions.values()] == ["照会には理由を書く"]


def test_list_tells_what_is_not_placed_and_leads_there(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    ids = [cluster.id for cluster in live.workshop.ordered_clusters()]
    live.apply(payoff.place_payoff(live.workshop, ids[0], 0.9, 0.9))
    screen.show_tab(Tab.DOABLE)
    assert "まだ置いていないグループが2つあります" in _words(screen.doable)
    live.apply(payoff.place_payoff(live.workshop, ids[1], 0.9, 0.5))
    live.apply(payoff.place_payoff(live.workshop, ids[2], 0.9, 0.1))
    assert "まだ置いていない" not in _words(screen.doable)


def test_dot_on_other_rows_is_explained_when_strokes_are_counted(qtbot: QtBot, screen: DecideScreen) -> None:
    qtbot.mouseClick(screen.votes.counting.by_strokes, Qt.MouseButton.LeftButton)
    assert "ほかの行の数は「●」で隠しています" in _words(screen.votes)
    assert screen.votes.counting.uncovered.isVisible()
    qtbot.mouseClick(screen.votes.counting.uncovered, Qt.MouseButton.LeftButton)
    assert "隠しています" not in _words(screen.votes)
    qtbot.mouseClick(screen.votes.counting.by_number, Qt.MouseButton.LeftButton)
    assert not screen.votes.counting.uncovered.isVisible()


def test_changed_result_is_told_when_a_note_with_dots_joins_and_not_when_it_is_taken_back(live: LiveDocument) -> None:
    note = _lone(live, "ひとりだけの困りごと", 1)
    ids = _close(live, 11, 2)
    edit = clusters.add_to_cluster(live.workshop, [note.id], ids[0])
    assert "11票 → 12票" in vote_changed_told(edit)
    assert vote_changed_told(edit.inverse()) == ""
