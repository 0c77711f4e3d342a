"""The matrix of effect and feasibility by mouse and keys, and the list of what can be done now."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase
from models.board import Note, NoteKind, Payoff, Reach
from models.edits import clusters, running
from models.edits.change import new_id, put
from models.edits.payoff import place_payoff
from models.edits.voting import close_votes, set_dots
from models.payoff import doable_first
from tests.clock import FakeClock
from tests.ui.decide.conftest import TITLES
from ui.decide.matrix.field import Field, card_size
from ui.decide.matrix.pane import MatrixPane
from ui.decide.screen import DecideScreen
from ui.decide.tabs import Tab
from ui.live_document import LiveDocument

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(screen: DecideScreen) -> MatrixPane:
    """The matrix, in front."""
    screen.show_tab(Tab.MATRIX)
    screen.activateWindow()
    QApplication.processEvents()
    return screen.matrix


@pytest.fixture
def ids(live: LiveDocument) -> list[str]:
    """The groups in their order."""
    return [cluster.id for cluster in live.workshop.ordered_clusters()]


def _send(widget: QWidget, kind: QEvent.Type, where: QPoint, pressed: bool = True) -> None:
    """A mouse event at a place on the screen, as it comes to the widget that has the mouse."""
    here = QPointF(widget.mapFromGlobal(where))
    moved = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moved else LEFT
    event = QMouseEvent(
        kind, here, QPointF(where), button, LEFT if pressed else Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def _take(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, and go there by way of two places between."""
    _send(widget, QEvent.Type.MouseButtonPress, start)
    for share in (0.3, 0.7, 1.0):
        _send(widget, QEvent.Type.MouseMove, start + (end - start) * share)


def _drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    _take(widget, start, end)
    _send(widget, QEvent.Type.MouseButtonRelease, end, pressed=False)
    QApplication.processEvents()


def _in_tray(pane: MatrixPane, row: int) -> QPoint:
    tray = pane.tray
    return tray.viewport().mapToGlobal(tray.visualRect(tray.waiting.index(row)).center())


def _in_matrix(pane: MatrixPane, reach: Reach, down: float) -> QPoint:
    column = pane.plot.field.column(reach)
    return pane.plot.mapToGlobal(QPointF(column.center().x(), column.top() + column.height() * down).toPoint())


def _place(live: LiveDocument, *places: tuple[str, float, float]) -> None:
    for place in places:
        live.apply(place_payoff(live.workshop, *place))


def _key(qtbot: QtBot, widget: QWidget, *keys: Qt.Key, shift: bool = False) -> None:
    for key in keys:
        qtbot.keyClick(widget, key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)


def _words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


# by mouse


def test_card_stands_in_the_column_when_it_is_dragged_there_and_one_undo_takes_it_back(
    pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    _drag(pane.tray.viewport(), _in_tray(pane, 1), _in_matrix(pane, Reach.OWN, 0.2))
    payoff = live.workshop.payoffs[ids[1]]
    assert payoff.reach is Reach.OWN
    assert payoff.effect > 0.7
    assert list(pane.plot.cards) == [ids[1]]
    assert ids[1] not in [one.id for one in pane.tray.waiting.ones]
    live.undo()
    assert (live.workshop.payoffs, pane.plot.cards) == ({}, {})
    assert [one.id for one in pane.tray.waiting.ones] == ids


def test_nothing_is_kept_until_the_button_is_released(pane: MatrixPane, live: LiveDocument) -> None:
    _take(pane.tray.viewport(), _in_tray(pane, 0), _in_matrix(pane, Reach.OTHERS, 0.5))
    assert pane.carrying.hand.isVisible()
    assert live.workshop.payoffs == {}
    _send(pane.tray.viewport(), QEvent.Type.MouseButtonRelease, _in_matrix(pane, Reach.OTHERS, 0.5), pressed=False)
    assert len(live.workshop.payoffs) == 1
    assert not pane.carrying.hand.isVisible()


def test_card_is_where_it_was_when_escape_is_pressed_on_the_way(
    qtbot: QtBot, pane: MatrixPane, live: LiveDocument
) -> None:
    pane.tray.setFocus()
    end = _in_matrix(pane, Reach.OWN, 0.5)
    _take(pane.tray.viewport(), _in_tray(pane, 0), end)
    _key(qtbot, pane.tray, Qt.Key.Key_Escape)
    assert not pane.carrying.hand.isVisible()
    _send(pane.tray.viewport(), QEvent.Type.MouseMove, end + QPoint(20, 0))
    _send(pane.tray.viewport(), QEvent.Type.MouseButtonRelease, end, pressed=False)
    assert live.workshop.payoffs == {}


def test_card_moves_within_the_matrix_and_back_to_the_tray_when_it_is_dragged(
    pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    _place(live, (ids[0], 0.9, 0.9))
    card = pane.plot.cards[ids[0]]
    _drag(card, card.mapToGlobal(card.rect().center()), _in_matrix(pane, Reach.RULES, 0.9))
    assert live.workshop.payoffs[ids[0]].reach is Reach.RULES
    assert live.workshop.payoffs[ids[0]].effect < 0.3
    _drag(card, card.mapToGlobal(card.rect().center()), pane.tray.mapToGlobal(pane.tray.rect().center()))
    assert live.workshop.payoffs == {}


def test_nothing_changes_when_a_card_is_dropped_beside_the_matrix_or_only_clicked(
    pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    _place(live, (ids[0], 0.5, 0.5))
    before = live.workshop.payoffs
    card = pane.plot.cards[ids[0]]
    middle = card.mapToGlobal(card.rect().center())
    _drag(card, middle, pane.mapToGlobal(QPoint(pane.width() - 5, pane.height() - 5)))
    assert not pane.carrying.hand.isVisible()
    _send(card, QEvent.Type.MouseButtonPress, middle)
    _send(card, QEvent.Type.MouseButtonRelease, middle, pressed=False)
    assert live.workshop.payoffs == before


def test_card_goes_back_when_another_edit_comes_while_it_is_in_the_hand(
    pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    end = _in_matrix(pane, Reach.OWN, 0.5)
    _take(pane.tray.viewport(), _in_tray(pane, 0), end)
    live.apply(clusters.rename_cluster(live.workshop, ids[0], "別の名"))
    _send(pane.tray.viewport(), QEvent.Type.MouseButtonRelease, end, pressed=False)
    assert live.workshop.payoffs == {}


# by keys


def test_card_is_placed_from_the_tray_when_only_keys_are_used(
    qtbot: QtBot, pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    pane.tray.setFocus()
    _key(qtbot, pane.tray, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert "手に取りました" in pane.accessibleDescription()
    _key(qtbot, pane.tray, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert pane.accessibleDescription() == "自課でできる　効果 大"
    assert live.workshop.payoffs == {}
    _key(qtbot, pane.tray, Qt.Key.Key_Return)
    payoff = live.workshop.payoffs[ids[1]]
    assert (payoff.reach, payoff.effect) == (Reach.OWN, 0.7)
    assert pane.tray.hasFocus()
    assert pane.tray.current == ids[2]


def test_card_is_moved_finely_and_given_up_when_keys_say_so(
    qtbot: QtBot, pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    _place(live, (ids[0], 0.5, 0.5))
    card = pane.plot.cards[ids[0]]
    card.setFocus()
    _key(qtbot, card, Qt.Key.Key_Return)
    _key(qtbot, card, Qt.Key.Key_Up, shift=True)
    _key(qtbot, card, Qt.Key.Key_Escape)
    assert live.workshop.payoffs[ids[0]].effect == 0.5
    _key(qtbot, card, Qt.Key.Key_Return)
    _key(qtbot, card, Qt.Key.Key_Up, Qt.Key.Key_Left, shift=True)
    _key(qtbot, card, Qt.Key.Key_Return)
    assert live.workshop.payoffs[ids[0]] == Payoff(ids[0], 0.52, 29 / 60)
    assert pane.plot.cards[ids[0]].hasFocus()


@pytest.mark.parametrize("held", [False, True])
def test_card_goes_back_to_the_tray_when_delete_is_pressed(
    qtbot: QtBot, pane: MatrixPane, live: LiveDocument, ids: list[str], held: bool
) -> None:
    _place(live, (ids[0], 0.5, 0.5), (ids[1], 0.2, 0.2))
    card = pane.plot.cards[ids[0]]
    card.setFocus()
    _key(qtbot, card, *([Qt.Key.Key_Return] if held else []), Qt.Key.Key_Delete)
    assert list(live.workshop.payoffs) == [ids[1]]
    assert pane.plot.cards[ids[1]].hasFocus()
    _key(qtbot, pane.plot.cards[ids[1]], Qt.Key.Key_Delete)
    assert pane.tray.hasFocus()


def test_card_is_given_up_when_the_focus_goes_elsewhere(qtbot: QtBot, pane: MatrixPane, live: LiveDocument) -> None:
    pane.tray.setFocus()
    _key(qtbot, pane.tray, Qt.Key.Key_Return)
    pane.decision_button.setFocus()
    assert not pane.carrying.hand.isVisible()
    assert live.workshop.payoffs == {}


def test_arrows_go_to_the_next_card_by_place_and_to_the_tray_when_there_is_none(
    qtbot: QtBot, pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    _place(live, (ids[0], 0.9, 0.2), (ids[1], 0.9, 0.9))
    left, right = (pane.plot.cards[one] for one in ids[:2])
    right.setFocus()
    _key(qtbot, right, Qt.Key.Key_Left)
    assert left.hasFocus()
    _key(qtbot, left, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert pane.tray.hasFocus()
    _key(qtbot, pane.tray, Qt.Key.Key_Right)
    assert left.hasFocus()


def test_tab_stops_once_in_the_matrix_when_many_cards_stand_there(
    pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    _place(live, *((one, 0.5, 0.5) for one in ids))
    pane.plot.cards[ids[2]].setFocus()
    stops = [one for one, card in pane.plot.cards.items() if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [ids[2]]


def test_tab_goes_as_the_eye_reads_when_cards_came_late(
    qtbot: QtBot, pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    _place(live, (ids[0], 0.5, 0.5), (ids[1], 0.2, 0.2))
    pane.plot.stop_at(ids[0])
    pane.tray.setFocus()
    for expected in (pane.plot.cards[ids[0]], pane.aside_button, pane.decision_button, pane.action_button):
        focused = QApplication.focusWidget()
        assert focused is not None
        _key(qtbot, focused, Qt.Key.Key_Tab)
        assert expected.hasFocus()


def test_matrix_is_in_front_when_the_room_comes_to_its_item(
    screen: DecideScreen, live: LiveDocument, clock: FakeClock
) -> None:
    item = next(item for item in live.workshop.agenda_items() if item.phase is AgendaPhase.PAYOFF)
    live.apply(running.go_to(live.workshop, item, clock()))
    screen.shown()
    assert screen.matrix.isVisible()
    screen.show_tab(Tab.DOABLE)
    screen.shown()
    assert screen.doable.isVisible()


def test_card_says_title_column_effect_and_counts_when_a_screen_reader_asks(
    pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    live.apply(set_dots(live.workshop, ids[0], 4))
    _place(live, (ids[0], 0.5, 0.1))
    assert pane.plot.cards[ids[0]].accessibleName() == f"{TITLES[0]}　制度改正が要る　効果 中　付箋2枚"
    live.apply(close_votes(live.workshop))
    assert pane.plot.cards[ids[0]].accessibleName().endswith("4票　付箋2枚")


# what is made of a card


def test_decision_and_homework_begin_with_the_group_when_their_buttons_are_pressed(
    qtbot: QtBot, screen: DecideScreen, pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    _place(live, (ids[1], 0.9, 0.9))
    pane.plot.cards[ids[1]].setFocus()
    qtbot.mouseClick(pane.action_button, LEFT)
    card = screen.homework.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert card
    assert screen.pages.currentIndex() == 0
    (drafted,) = [card for card in screen.homework.cards.values() if card.isVisible()]
    assert drafted.form.values()["cluster_id"] == ids[1]
    screen.show_tab(Tab.MATRIX)
    menu = pane.menu_of(ids[1])
    menu.actions()[0].trigger()
    (drafted,) = [card for card in screen.decisions.cards.values() if card.isVisible()]
    assert drafted.form.values()["cluster_id"] == ids[1]


def test_lone_note_puts_no_words_into_a_decision_when_one_is_made_of_it(
    screen: DecideScreen, pane: MatrixPane, live: LiveDocument
) -> None:
    note = Note(new_id(), 50, "ひとりの言葉", NoteKind.IDEA)
    live.apply(put(live.workshop, "notes_added", note))
    pane.decision_wanted.emit(note.id)
    (drafted,) = [card for card in screen.decisions.cards.values() if card.isVisible()]
    assert drafted.form.values() == {"text": "", "reason": "", "cluster_id": None}


# the list


def test_list_is_in_the_order_of_what_can_be_done_when_cards_are_placed(
    screen: DecideScreen, live: LiveDocument, ids: list[str]
) -> None:
    _place(live, (ids[0], 0.9, 0.1), (ids[1], 0.2, 0.9), (ids[2], 0.9, 0.5))
    screen.show_tab(Tab.DOABLE)
    assert [row.one.id for row in screen.doable.rows] == [ids[1], ids[2], ids[0]]
    words = _words(screen.doable)
    assert words.index("まずここから") < words.index(TITLES[1]) < words.index("つぎに")
    assert words.index("つぎに") < words.index(TITLES[2]) < words.index(TITLES[0])


def test_list_leads_to_the_matrix_when_nothing_stands_there(screen: DecideScreen) -> None:
    screen.show_tab(Tab.DOABLE)
    assert "まだ何も置かれていません" in _words(screen.doable)
    screen.doable.matrix_wanted.emit()
    assert screen.matrix.isVisible()


def test_homework_begins_with_the_group_when_the_list_is_used(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument, ids: list[str]
) -> None:
    _place(live, (ids[2], 0.9, 0.9))
    screen.show_tab(Tab.DOABLE)
    qtbot.mouseClick(screen.doable.rows[0].button, LEFT)
    (drafted,) = [card for card in screen.homework.cards.values() if card.isVisible()]
    assert drafted.form.values()["cluster_id"] == ids[2]


def test_matrix_and_list_follow_when_they_were_out_of_sight(
    screen: DecideScreen, live: LiveDocument, ids: list[str]
) -> None:
    screen.show_tab(Tab.VOTE)
    _place(live, (ids[0], 0.9, 0.9))
    screen.show_tab(Tab.MATRIX)
    assert list(screen.matrix.plot.cards) == [ids[0]]
    screen.show_tab(Tab.DOABLE)
    assert [row.one.id for row in screen.doable.rows] == [row.id for row in doable_first(live.workshop)]


def test_tabs_take_one_row_when_there_is_little_room(screen: DecideScreen) -> None:
    assert screen.tabs.buttons[Tab.DECIDED].isHidden()
    screen.resize(741, 432)
    QApplication.processEvents()
    assert not screen.tabs.buttons[Tab.DECIDED].isHidden()
    assert screen.tabs.sizeHint().width() <= 741 - 32
    screen.show_tab(Tab.DECIDED)
    assert screen.decisions.isVisible()
    assert not screen.votes.isVisible()


# much and strange


def test_tray_makes_no_widget_of_a_card_when_there_are_a_thousand_lone_notes(
    screen: DecideScreen, live: LiveDocument
) -> None:
    notes = [Note(new_id(), 100 + number, f"ひとり{number}") for number in range(1_000)]
    live.apply(put(live.workshop, "notes_added", *notes))
    before = len(screen.matrix.tray.findChildren(QWidget))
    screen.show_tab(Tab.MATRIX)
    assert len(screen.matrix.tray.waiting.ones) == 1_003
    assert len(screen.matrix.tray.findChildren(QWidget)) == before


@pytest.mark.parametrize("size", [(741, 432), (1168, 672), (1808, 1032)])
def test_every_card_is_inside_and_none_is_hidden_when_sixty_lie_on_one_place(
    screen: DecideScreen, live: LiveDocument, size: tuple[int, int]
) -> None:
    texts = ["長い" * 2_500, "👨‍👩‍👧‍👦🏳️‍🌈", "<b>&amp;", "שלום", *(f"付箋{number}" for number in range(56))]
    notes = [Note(new_id(), 100 + place, text) for place, text in enumerate(texts)]
    live.apply(put(live.workshop, "notes_added", *notes, *(Payoff(note.id, 0.5, 0.5) for note in notes)))
    screen.resize(*size)
    screen.show_tab(Tab.MATRIX)
    QApplication.processEvents()
    plot = screen.matrix.plot
    assert len(plot.cards) == 60
    column = plot.field.column(Reach.OTHERS)
    rects = [QRectF(card.geometry()) for card in plot.cards.values()]
    assert all(column.adjusted(-1, -1, 1, 1).contains(rect) for rect in rects)
    corners = {(rect.x(), rect.y()) for rect in rects}
    assert len(corners) == 60
    assert not screen.grab().isNull()


def test_cards_keep_their_column_and_one_edge_in_sight_when_places_are_chance() -> None:
    rng = Random(4)
    area = QRectF(60, 0, 780, 500)
    payoffs = [Payoff(f"p{number:02}", rng.random(), rng.random()) for number in range(60)]
    field = Field(area, card_size(24, area).size)
    drawn = field.corners(payoffs)
    for one in payoffs:
        rect = QRectF(drawn[one.id], field.card)
        assert field.column(one.reach).contains(rect)
    order = list(drawn.values())
    for place, below in enumerate(order):
        for above in order[place + 1 :]:
            over = QRectF(below, field.card).intersects(QRectF(above, field.card))
            assert not over or above.y() - below.y() >= 3
    assert drawn == field.corners(list(reversed(payoffs)))


def test_no_card_covers_another_when_its_column_has_room_for_all() -> None:
    field = Field(QRectF(0, 0, 780, 440), QSizeF(240, 100))
    payoffs = [Payoff(f"p{place}", effect, 0.9) for place, effect in enumerate((0.85, 0.7, 0.45, 0.1))]
    rects = [QRectF(corner, field.card) for corner in field.corners(payoffs).values()]
    assert len(rects) == 4
    assert not any(one.intersects(other) for one in rects for other in rects if one is not other)


def test_card_stands_where_it_was_put_when_it_is_alone() -> None:
    field = Field(QRectF(80, 0, 780, 500), QSizeF(180, 80))
    for effect, feasibility in ((0.0, 0.0), (1.0, 0.9), (0.5, 0.5), (0.25, 0.33), (0.75, 0.7)):
        again = field.place(field.corner(effect, feasibility))
        assert again == pytest.approx((effect, feasibility), abs=0.01)
    for reach in Reach:
        for x in (0.0, 1.0):
            column = field.column(reach)
            corner = QPointF(column.left() + x * (column.width() - 180), 10)
            assert Payoff("", *field.place(corner)).reach is reach


def test_nothing_moves_by_itself_when_the_system_asks_for_less(
    pane: MatrixPane, live: LiveDocument, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _place(live, (ids[0], 0.9, 0.9))
    monkeypatch.setattr("ui.decide.matrix.plot.motion_wanted", lambda: False)
    _place(live, (ids[0], 0.1, 0.1))
    card = pane.plot.cards[ids[0]]
    wanted = pane.plot.field.corner(0.1, 0.1)
    assert (QPointF(card.pos()) - wanted).manhattanLength() < 2


def test_hidden_dots_are_not_seen_when_the_vote_is_open(pane: MatrixPane, live: LiveDocument, ids: list[str]) -> None:
    live.apply(set_dots(live.workshop, ids[2], 777))
    assert all("777" not in str(pane.tray.waiting.data(pane.tray.waiting.index(row))) for row in range(3))
    live.apply(close_votes(live.workshop))
    assert "777票" in str(pane.tray.waiting.data(pane.tray.waiting.index(0)))


def test_card_is_gone_when_its_group_is(pane: MatrixPane, live: LiveDocument, ids: list[str]) -> None:
    _place(live, (ids[0], 0.5, 0.5))
    live.apply(clusters.dissolve_cluster(live.workshop, ids[0]))
    assert ids[0] not in pane.plot.cards
    live.undo()
    assert ids[0] in pane.plot.cards


def test_untitled_group_is_told_by_a_note_when_it_is_weighed(
    pane: MatrixPane, live: LiveDocument, ids: list[str]
) -> None:
    live.apply(put(live.workshop, "cluster_named", replace(live.workshop.clusters[ids[0]], title="")))
    assert str(pane.tray.waiting.data(pane.tray.waiting.index(0))).startswith("（表札なし）困りごと0")


def test_cards_show_one_line_each_when_a_low_column_holds_many() -> None:
    area = QRectF(60, 0, 460, 266)
    card = card_size(12, area)
    payoffs = [Payoff(f"p{place:02}", 1 - place / 12, 0.9) for place in range(12)]
    tops = sorted(corner.y() for corner in Field(area, card.size).corners(payoffs).values())
    assert card.lines == 1
    assert min(below - above for above, below in pairwise(tops)) >= card.px
