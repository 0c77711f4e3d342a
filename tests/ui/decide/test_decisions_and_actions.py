"""Decisions and actions: written in the screen, kept as they are typed, deleted without a question and taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.decisions import ActionItem, Effect
from models.document import Document
from models.edits import deciding
from models.workspace.workspace import Workspace
from tests.ui.typing import type_text
from ui.day import Day, DayPopup
from ui.decide.action_card import ActionCard
from ui.decide.screen import DecideScreen
from ui.decide.wording import effect_told, frequency_of
from ui.live_document import LiveDocument


def _words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


def _click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _new_action(qtbot: QtBot, screen: DecideScreen) -> ActionCard:
    _click(qtbot, screen.homework.add_button)
    card = list(screen.homework.cards.values())[-1]
    assert isinstance(card, ActionCard)
    return card


def _type(card: ActionCard, **texts: str) -> None:
    for name, text in texts.items():
        card.form.editors[name].setFocus()
        type_text(card.form.editors[name], text)


def test_action_with_its_effect_is_kept_when_the_form_is_filled_in(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    card = _new_action(qtbot, screen)
    _type(card, what="段取り票を1枚にする", owner="総務課 庶務係長", first_step="先月の分を書き出す")
    _type(card, before="60", after="15", times="２", people="")
    card.form.editors["people"].setFocus()
    qtbot.keyClick(card.form.editors["people"], Qt.Key.Key_Up)
    _click(qtbot, card.fold_button)
    [action] = live.workshop.ordered_actions()
    assert (action.what, action.owner, action.first_step) == (
        "段取り票を1枚にする",
        "総務課 庶務係長",
        "先月の分を書き出す",
    )
    assert action.effect == Effect(60, 15, 96, 2)
    assert "年間 約144時間" in _words(screen.homework)


def test_hours_and_formula_are_shown_when_figures_are_typed(qtbot: QtBot, screen: DecideScreen) -> None:
    card = _new_action(qtbot, screen)
    _type(card, before="60", after="15", times="2")
    assert "年間 約72時間" in _words(card)
    assert "（60分 － 15分）× 年96件 × 1人 ÷ 60" in _words(card)


def test_action_survives_when_the_document_is_opened_again(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument, workspace: Workspace
) -> None:
    card = _new_action(qtbot, screen)
    _type(card, what="段取り票を1枚にする")
    screen.flush()
    again = Document(workspace, live.workshop.id).workshop
    assert [action.what for action in again.ordered_actions()] == ["段取り票を1枚にする"]


def test_typing_is_saved_when_a_second_passes(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    card = _new_action(qtbot, screen)
    with qtbot.waitSignal(live.changed, timeout=5_000):
        _type(card, what="一行")
    assert [action.what for action in live.workshop.ordered_actions()] == ["一行"]


def test_typed_spaces_stay_when_half_a_sentence_was_saved(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    card = _new_action(qtbot, screen)
    _type(card, what="まず ")
    card.form.flush()
    type_text(card.form.editors["what"], "一歩")
    card.form.flush()
    assert live.workshop.ordered_actions()[0].what == "まず 一歩"


def test_nothing_is_kept_when_a_draft_is_closed_empty(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    card = _new_action(qtbot, screen)
    _click(qtbot, card.fold_button)
    assert not live.workshop.actions
    assert not screen.homework.cards


def test_card_warns_softly_when_owner_and_due_are_missing(screen: DecideScreen, live: LiveDocument) -> None:
    live.apply(deciding.add_action(live.workshop, "段取り票を作る"))
    assert "まだ決まっていません：担当、期限、最初の一歩" in _words(screen.homework)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_due_date_is_kept_when_chosen_from_the_calendar(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    card = _new_action(qtbot, screen)
    _type(card, what="段取り票を作る")
    due = card.form.editors["due"]
    assert isinstance(due, Day)
    _click(qtbot, due)
    popup = due.findChild(DayPopup)
    assert popup is not None
    _click(qtbot, next(b for b in popup.findChildren(QPushButton) if b.accessibleName() == "2週間後"))
    assert live.workshop.ordered_actions()[0].due == date(2026, 6, 18)
    assert due.text() == "2026年6月18日（木）"


def test_decision_is_linked_when_made_from_a_group(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    cluster = live.workshop.ordered_clusters()[1]
    screen.votes.rows[cluster.id].decision_wanted.emit(cluster.id)
    card = list(screen.decisions.cards.values())[-1]
    type_text(card.form.editors["text"], "照会には締切の理由を書く")
    _click(qtbot, card.fold_button)
    [decision] = live.workshop.ordered_decisions()
    assert (decision.text, decision.cluster_id) == ("照会には締切の理由を書く", cluster.id)
    assert "議事概要には理由を付けます" in _words(screen.decisions)


def test_action_comes_back_when_its_deletion_is_taken_back(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    live.apply(deciding.add_action(live.workshop, "段取り票を作る", "総務課"))
    card = next(iter(screen.homework.cards.values()))
    _click(qtbot, card.open_button)
    _click(qtbot, card.delete_button)
    assert not live.workshop.actions
    assert screen.notice.text == "宿題を消しました。"
    _click(qtbot, next(b for b in screen.notice.findChildren(QPushButton) if b.text() == "元に戻す"))
    assert [action.owner for action in live.workshop.ordered_actions()] == ["総務課"]


def test_nothing_is_offered_back_when_another_edit_came_after_the_deletion(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    live.apply(deciding.add_action(live.workshop, "段取り票を作る"))
    card = next(iter(screen.homework.cards.values()))
    _click(qtbot, card.open_button)
    _click(qtbot, card.delete_button)
    assert screen.notice.text
    live.apply(deciding.add_decision(live.workshop, "紙をやめる"))
    assert screen.notice.text == ""


def test_open_form_follows_when_a_change_is_undone(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    live.apply(deciding.add_action(live.workshop, "段取り票を作る"))
    card = next(iter(screen.homework.cards.values()))
    _click(qtbot, card.open_button)
    card.form.editors["owner"].setFocus()
    type_text(card.form.editors["owner"], "総務課")
    card.form.editors["first_step"].setFocus()
    assert live.workshop.ordered_actions()[0].owner == "総務課"
    live.undo()
    assert card.form.editors["owner"].value() == ""
    assert live.workshop.ordered_actions()[0].what == "段取り票を作る"


def test_case_is_asked_for_when_the_button_on_an_action_is_pressed(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    live.apply(deciding.add_action(live.workshop, "段取り票を作る"))
    card = next(iter(screen.homework.cards.values()))
    assert isinstance(card, ActionCard)
    _click(qtbot, card.open_button)
    with qtbot.waitSignal(screen.case_requested) as asked:
        _click(qtbot, card.case_button)
    assert asked.args == [card.item_id]


def test_stored_frequency_is_untouched_when_a_card_is_opened_and_closed(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    action = ActionItem("a" * 32, 1.0, "段取り票を作る", effect=Effect(10, 5, 37.5, 3))
    live.apply(deciding.set_action(live.workshop, action))
    card = screen.homework.cards[action.id]
    _click(qtbot, card.open_button)
    _click(qtbot, card.fold_button)
    assert live.workshop.actions[action.id] == action


@pytest.mark.parametrize(
    ("times", "expected"),
    [(480, (2, "daily")), (96, (2, "weekly")), (12, (1, "monthly")), (7, (7, "yearly")), (0, (0, "yearly"))],
)
def test_frequency_is_told_in_the_largest_span_that_fits(times: float, expected: tuple[float, str]) -> None:
    assert frequency_of(times) == expected


def test_effect_says_more_hours_when_the_new_way_costs_time() -> None:
    assert effect_told(Effect(10, 20, 12, 1)) == "年間 約2時間 増えます"


def test_everything_has_room_when_the_window_is_small(qtbot: QtBot, screen: DecideScreen) -> None:
    _new_action(qtbot, screen)
    screen.resize(741, 432)
    content = screen._area.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= screen._area.viewport().width()


def test_typed_text_stays_and_is_saved_later_when_the_disk_refuses(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument, workspace: Workspace
) -> None:
    live.apply(deciding.add_action(live.workshop, "段取り票を作る"))
    card = next(iter(screen.homework.cards.values()))
    _click(qtbot, card.open_button)
    owner = card.form.editors["owner"]
    owner.setFocus()
    workspace.connection.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(live.not_saved):
        type_text(owner, "総務課")
        card.form.flush()
    assert owner.value() == "総務課"
    assert live.workshop.ordered_actions()[0].owner == ""
    workspace.connection.execute("PRAGMA query_only = OFF")
    card.form.editors["first_step"].setFocus()
    assert live.workshop.ordered_actions()[0].owner == "総務課"
