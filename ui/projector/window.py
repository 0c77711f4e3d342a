"""The projector's window: what its canvas reads, where the room can see it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from models.edits.change import Edit
from ui.form import is_drafting
from ui.live_document import LiveDocument
from ui.projector.canvas import Canvas
from ui.projector.room_window import RoomWindow

REPAINT_MS = 200


class ProjectorWindow(RoomWindow):
    """Paints what its canvas reads, and nothing else. A timer has it look at the clock; it counts nothing."""

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self.live = live
        self.canvas = Canvas(live)
        live.changed.connect(self._follow)
        live.wall.changed.connect(self.look)
        self._timer = QTimer(self, interval=REPAINT_MS)
        self._timer.timeout.connect(self.look)

    @property
    def pages(self) -> int:
        """How many pages the picture fills."""
        return self.canvas.pages

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self.canvas.page

    def turn(self, step: int) -> None:
        """Show the next page, or with -1 the one before; behind the last comes the first."""
        self.canvas.turn(step)
        self.look()

    def painted_texts(self) -> list[str]:
        """Every text in the window, taken from the very pieces that are painted."""
        return self.canvas.texts()

    def look(self) -> None:
        """Read the workshop and the clock, and repaint when something that is seen has changed."""
        if self.canvas.look(self.size(), covered=self.covered, drafting=is_drafting()):
            self.update()

    def _follow(self, edit: Edit) -> None:
        self.canvas.follow(edit)
        self.look()

    def _belong_to(self, desk: QWidget) -> None:
        super()._belong_to(desk)
        self.canvas.back_to_first()

    def showEvent(self, event: QShowEvent) -> None:
        self.look()
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # else minimised
            self._timer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.canvas.paint(painter, self.devicePixelRatioF())
