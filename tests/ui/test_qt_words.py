"""Qt's own words follow the interface's language."""

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from ui.qt_words import qt_speaks


def test_qt_speaks_the_language_that_is_chosen(qtbot: QtBot) -> None:
    qt_speaks("ja")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"
    qt_speaks("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
