"""The window the picture is made for. Measures are px at 1280×720."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

MARGIN = 24.0
FOOTER = 40.0
READABLE = 32.0
"""24 pt: nothing on the wall is smaller."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A window's size and the unit that 1 px at 1280×720 becomes there."""

    width: float
    height: float

    @property
    def unit(self) -> float:
        """How large one px of the design is."""
        return min(self.width / 1280, self.height / 720)

    @property
    def inside(self) -> QRectF:
        """The window without its margins and the footer."""
        edge = MARGIN * self.unit
        return QRectF(edge, edge, self.width - 2 * edge, self.height - 2 * edge - FOOTER * self.unit)
