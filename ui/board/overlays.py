"""What lies over the board for a while: the hint on an empty one, and the cue while something is dragged."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.parts import button, card, label
from ui.theme import TEXT, UNIT, WHITE


class _Over(QObject):
    """Keeps a widget in the middle (or at the top) of its parent."""

    def __init__(self, widget: QWidget, *, top: bool) -> None:
        super().__init__(widget)
        self._widget, self._top = widget, top
        parent = widget.parentWidget()
        assert parent is not None
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Put the widget where it belongs."""
        parent = self._widget.parentWidget()
        assert parent is not None
        self._widget.adjustSize()
        x = (parent.width() - self._widget.width()) // 2
        y = 2 * UNIT if self._top else max(0, (parent.height() - self._widget.height()) // 2)
        self._widget.move(x, y)


class EmptyHint(QWidget):
    """What the board is and how to begin, while there is no note."""

    def __init__(self, parent: QWidget, begin: Callable[[], object], read_in: Callable[[], object]) -> None:
        super().__init__(parent)
        frame, column = card(spacing=UNIT, margin=3 * UNIT)
        column.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, UNIT)  # the last button has air of its own
        frame.setFixedWidth(544)
        ground = QVBoxLayout(self)
        ground.setContentsMargins(0, 0, 0, 0)
        ground.addWidget(frame)
        column.addWidget(label(_("There are no notes yet"), "heading"))
        column.addSpacing(UNIT // 2)
        column.addWidget(label(_("One note says one matter. Nobody's name is kept.")))
        column.addWidget(label(_("Type into the line below and press Enter, again and again.")))
        column.addWidget(label(_("Paste a list, and each line becomes a note.")))
        column.addSpacing(UNIT)
        column.addWidget(button(_("Write the first note"), begin))
        column.addWidget(button(_("Read in from a file"), read_in, "quiet"))
        self._over = _Over(self, top=False)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._over.place()  # its parts know how large they are only once the style sheet has come to them
        return done

    def show_if(self, wanted: bool) -> None:
        """Be there or not."""
        self.setVisible(wanted)
        if wanted:
            self._over.place()


class Cue(QLabel):
    """One line at the board's top that says what letting go would do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(f"background: {TEXT}; color: {WHITE}; border-radius: 8px; padding: 8px 16px;")
        self._over = _Over(self, top=True)
        self.hide()

    def say(self, words: str) -> None:
        """Show words, or nothing."""
        if words != self.text():
            self.setText(words)
            self.setVisible(bool(words))
            self._over.place()
