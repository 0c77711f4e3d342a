"""What is shown when the workspace cannot be opened."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.workspace.workspace import Workspace
from ui.home.trouble import TroubleScreen


def test_the_way_back_is_refused_in_a_sentence_when_another_window_has_the_workspace(
    qtbot: QtBot, tmp_path: Path
) -> None:
    holder = Workspace(tmp_path)
    holder.back_up()
    screen = TroubleScreen(tmp_path, "壊れています", can_restore=True)
    qtbot.addWidget(screen)
    qtbot.mouseClick(screen.restore_button, Qt.MouseButton.LeftButton)
    assert "既に開いています" in screen.outcome.text()
    holder.close()
