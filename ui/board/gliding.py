"""Notes that move from here to there do so visibly, for less than a fifth of a second."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QApplication, QStyle

from models.layout import Place

if TYPE_CHECKING:
    from ui.board.board_state import BoardState

GLIDE_MS = 180
MOST = 400
"""More notes than this are there at once: nobody could follow them."""


class Gliding(QObject):
    """Moves a scene's notes from earlier places to where they belong; `stop` puts them there at once."""

    def __init__(self, scene: BoardState) -> None:
        super().__init__(scene)
        self._scene = scene
        self._from: Mapping[str, Place] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(GLIDE_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(scene.put_down)

    def start(self, earlier: Mapping[str, Place]) -> None:
        """Have the notes come from `earlier` places (note id -> corner), unless the system asks for less motion."""
        self._from = {i: place for i, place in earlier.items() if i in self._scene.notes}
        if 0 < len(self._from) <= MOST and _motion_wanted():
            self._scene.lift(self._from)
            self._animation.start()

    def stop(self) -> None:
        """Be there."""
        if self._animation.state() != QVariantAnimation.State.Stopped:
            self._animation.stop()
            self._scene.put_down()

    def _step(self, share: float) -> None:
        notes = self._scene.notes
        moving = ((notes[i], place) for i, place in self._from.items() if i in notes)
        self._scene.move_lifted(
            {note.id: (x + (note.x - x) * share, y + (note.y - y) * share) for note, (x, y) in moving}
        )


def _motion_wanted() -> bool:
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
