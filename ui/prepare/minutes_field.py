"""An editor for whole minutes, which says so when what is typed lies outside what is possible."""

import unicodedata

from PySide6.QtCore import Signal

from models.agenda import MAX_MINUTES, MIN_MINUTES
from models.language import gettext as _
from ui.editors import Number


class Minutes(Number):
    """Minutes from `least` to `most`. `bounded` carries what is to be said of those not taken, empty once none are."""

    bounded = Signal(str)

    def __init__(self, least: int = MIN_MINUTES, most: int = MAX_MINUTES) -> None:
        super().__init__(most=most)
        self._least = least
        self.setFixedWidth(64)
        self.textEdited.connect(lambda _text: self._tell())

    def reach(self, least: int, most: int) -> None:
        """Let other minutes be possible from now on."""
        self._least, self._most = least, most

    def value(self) -> float | None:
        """The minutes as they are typed, within their bounds; None for what is no number."""
        number = super().value()
        return None if number is None else max(number, self._least)

    def step(self, by: int) -> None:
        """Count up or down within the bounds."""
        self.show_value(min(max((self.value() or 0) + by, self._least), self._most))
        self.bounded.emit("")
        self.edited.emit()

    def _tell(self) -> None:
        kept = self.value()
        told = ""
        if kept is not None and kept != _typed(self.text()):
            told = _("From {least} to {most} minutes are possible; {minutes} were kept.")
            told = told.format(least=self._least, most=round(self._most), minutes=round(kept))
        self.bounded.emit(told)


def _typed(text: str) -> float | None:
    try:
        return round(float(unicodedata.normalize("NFKC", text).replace(",", "").strip()))
    except (ValueError, OverflowError):
        return None
