"""What only the facilitator reads: what to say, or how the item is done and what it takes."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.agenda import AgendaItem
from models.language import gettext as _
from ui.parts import button, label
from ui.run.paragraph import Paragraph
from ui.theme import KEY_TINT, LEAD, RADIUS, TARGET, UNIT

MOST_HEIGHT = 240
LEAST_HEIGHT = 56


class _Low(QScrollArea):
    """A page that scrolls within a few lines, so that the clock stays where it is."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setStyleSheet(f"QScrollArea, QWidget#read {{ background: {KEY_TINT}; }}")
        ground = QWidget()
        ground.setObjectName("read")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        column.addStretch(1)
        self.roomy = False
        self._content = content
        self.setWidget(ground)

    def sizeHint(self) -> QSize:
        return QSize(200, min(self.whole(), MOST_HEIGHT) if self.roomy else LEAST_HEIGHT)

    def whole(self) -> int:
        """The height of all of it, px."""
        return max(LEAST_HEIGHT, self._content.heightForWidth(max(200, self.viewport().width())))


class ReadingBox(QFrame):
    """The script of an item; with `toggle_asked` answered by `toggle`, the method and the materials in its place.

    Where something else needs the room (`closed_first`), all of it stays closed until it is asked for.
    """

    toggle_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("script")
        self.setStyleSheet(f"QFrame#script {{ background: {KEY_TINT}; border-radius: {RADIUS}px; }}")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        column.setSpacing(0)
        head = QHBoxLayout()
        self.head = label("", "field")
        self.head.setMinimumHeight(TARGET)
        self.method_button = button("", self.toggle_asked.emit, "quiet")
        head.addWidget(self.head, 1)
        head.addWidget(self.method_button)
        column.addLayout(head)
        self.text = Paragraph(LEAD)
        self.area = _Low(self.text)
        column.addWidget(self.area, 1)
        self.asked_open = False
        self._closed_first = False
        self._item: AgendaItem | None = None
        self._show()

    def show_item(self, item: AgendaItem | None, *, closed_first: bool = False) -> None:
        """Show what there is to read of an item; another item begins with its script."""
        if item is self._item and closed_first == self._closed_first:
            return
        if item is None or self._item is None or item.id != self._item.id:
            self.asked_open = False
        self._item, self._closed_first = item, closed_first
        self._show()

    def be_roomy(self, roomy: bool) -> None:
        """On a page that scrolls anyhow the text may be as high as it likes; else it takes what the clock leaves."""
        self.area.roomy = roomy
        self._limit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit()

    def _limit(self) -> None:
        """No higher than its text."""
        around = self.method_button.sizeHint().height() + UNIT
        most = around + (self.area.whole() if self.text.text() else 0)
        if self.maximumHeight() != most:
            self.setMaximumHeight(most)
            self.area.updateGeometry()

    def toggle(self) -> None:
        """Method and materials instead of the script, or the script again; nothing where there is no method."""
        if self._method() or self._closed_first:
            self.asked_open = not self.asked_open
            self._show()

    @property
    def script(self) -> str:
        """What the facilitator may say."""
        return self._item.script if self._item else ""

    def _method(self) -> str:
        item = self._item
        if item is None:
            return ""
        materials = _("You need: {materials}").format(materials=item.materials) if item.materials else ""
        return "\n".join(filter(None, (item.method, materials)))

    def _show(self) -> None:
        method = self._method()
        text, head, deed = self._script_or_method(method) if not self._closed_first else self._all_or_nothing(method)
        self.text.say(text)
        self.area.setVisible(bool(text))
        self.area.verticalScrollBar().setValue(0)
        self.head.setText(head)
        self.method_button.setText(deed)
        self.method_button.setAccessibleName(deed)
        self.method_button.setVisible(bool(method) or self._closed_first)
        self.setVisible(self.asked_open if self._closed_first else bool(self.script or method))
        self._limit()

    def _script_or_method(self, method: str) -> tuple[str, str, str]:
        if self.asked_open and method:
            return method, _("How it is done (only you see this)"), _("Back to what you may say (H)")
        return self.script, _("What you may say (only you see this)"), _("How it is done (H)")

    def _all_or_nothing(self, method: str) -> tuple[str, str, str]:
        head = _("What you may say (only you see this)")
        return "\n".join(filter(None, (self.script, method))), head, _("Close it again (H)")
