"""The opened list of a choice looks as menus do."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.editors import Choice
from ui.theme import KEY_TINT, STYLE_SHEET, TARGET


def test_row_is_tinted_and_high_enough_to_be_hit_when_a_list_is_opened(qtbot: QtBot) -> None:
    choice = Choice([(1, "全体"), (2, "選んだ付箋")])
    qtbot.addWidget(choice)
    choice.setStyleSheet(STYLE_SHEET)
    view = choice.view()
    view.window().resize(300, 120)
    row = choice.model().index(1, 0)
    view.setCurrentIndex(row)
    view.window().grab()
    image = view.viewport().grab().toImage()
    area = view.visualRect(row)
    assert image.pixelColor(area.right() - 4, area.center().y()) == QColor(KEY_TINT)
    assert area.height() >= TARGET - 4
