"""A notice that lies over the foot of a page: nothing on it moves under the mouse when something is told."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.notice import Deed, Notice


class FloatingNotice(Notice):
    """As wide as the page it lies over, as high as what it tells."""

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        self.setParent(over)
        self.hide()
        over.installEventFilter(self)

    def tell(self, text: str, *deeds: Deed, look: str = "success") -> None:
        """See `Notice`."""
        super().tell(text, *deeds, look=look)
        self._lie()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It goes with the size of the page."""
        if event.type() == QEvent.Type.Resize:
            self._lie()
        return super().eventFilter(watched, event)

    def _lie(self) -> None:
        page = self.parentWidget()
        if page is None or self.isHidden():
            return
        row = self.layout()
        assert row is not None
        row.activate()
        wanted = self.heightForWidth(page.width()) if self.hasHeightForWidth() else self.sizeHint().height()
        height = min(wanted, page.height())
        self.setGeometry(0, page.height() - height, page.width(), height)
        self.raise_()
