"""The sound at the end of an item. With nothing to play it on it keeps quiet: a bell never stops a meeting."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

GONG = Path(__file__).parent.parent.parent / "assets" / "sounds" / "gong.wav"
VOLUME = 0.8
SOFT = 0.3
"""The volume at the end of a step of group work: heard by who waits for it."""


class Gong:
    """A gong that fetches QtMultimedia when it is first struck."""

    def __init__(self) -> None:
        self._effect: QSoundEffect | None = None

    def ring(self, volume: float = VOLUME) -> None:
        """Strike it; without a sound device the system's own beep, which may be silent."""
        try:
            if self._effect is None:
                self._effect = _effect()
        except ImportError:  # a system without the sound libraries QtMultimedia is linked to
            self._effect = None
        if self._effect is None:
            QApplication.beep()
        else:
            self._effect.setVolume(volume)
            self._effect.play()


def _effect() -> "QSoundEffect | None":
    """The loaded sound, None when there is no device to play it."""
    with _without_complaints():
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        if QMediaDevices.defaultAudioOutput().isNull():
            return None
        effect = QSoundEffect()
        effect.setSource(QUrl.fromLocalFile(str(GONG)))
        return effect


@contextmanager
def _without_complaints() -> Iterator[None]:
    """Qt's sound libraries name on the console every device and library they do not find; here that is no news."""
    handler = qInstallMessageHandler(lambda _kind, _context, _message: None)
    try:
        yield
    finally:
        qInstallMessageHandler(handler)
