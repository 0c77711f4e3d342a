"""The pages of a PDF as they will be printed, beside what they are made from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.background import Work
from ui.parts import button, label
from ui.theme import HAIRLINE, RADIUS, UNIT

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView

REST_MS = 1_500

Maker = Callable[[], Callable[[], bytes]]
"""Called in the window's thread to take hold of what is frozen; gives what makes the PDF in another thread."""


class PdfPages(QStackedWidget):
    """Either pages, fitted to the width, or a sentence that says why there are none. QtPdf is loaded when needed."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = label("", "second", wrap=True)
        self.sentence.setMargin(4 * UNIT)
        self.addWidget(self.sentence)
        self._view: QPdfView | None = None
        self._document: QPdfDocument | None = None
        self._buffer: QBuffer | None = None

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return 0 if self._document is None or self.currentWidget() is self.sentence else self._document.pageCount()

    def text(self) -> str:
        """The text on the pages shown."""
        if self._document is None:
            return ""
        return "\n".join(self._document.getAllText(page).text() for page in range(self.pages))

    def tell(self, sentence: str) -> None:
        """Show a sentence in place of pages."""
        self.sentence.setText(sentence)
        self.setCurrentWidget(self.sentence)

    def show_pdf(self, data: bytes) -> None:
        """Show a PDF; where somebody was reading stays in sight. A damaged one is told."""
        from PySide6.QtPdf import QPdfDocument

        view = self._pdf_view()
        place = view.verticalScrollBar().value()
        document, buffer = QPdfDocument(self), QBuffer(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        view.setDocument(document)
        self._let_go()
        self._document, self._buffer = document, buffer
        if document.status() != QPdfDocument.Status.Ready:
            self.tell(_("These pages cannot be shown; the file itself was kept."))
            return
        self.setCurrentWidget(view)
        view.verticalScrollBar().setValue(place)
        QTimer.singleShot(0, view, lambda: view.verticalScrollBar().setValue(place))

    def _pdf_view(self) -> "QPdfView":
        if self._view is None:
            from PySide6.QtPdfWidgets import QPdfView

            self._view = QPdfView(self)
            # a page as high as the view would else show and hide the bar, and be fitted anew, for ever
            self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._view.setPageMode(QPdfView.PageMode.MultiPage)
            self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            self._view.setAccessibleName(_("Pages as they will be printed"))
            self._view.setStyleSheet(f"QPdfView {{ border: 1px solid {HAIRLINE}; border-radius: {RADIUS}px; }}")
            self.addWidget(self._view)
        return self._view

    def _let_go(self) -> None:
        for old in (self._document, self._buffer):
            if old is not None:
                old.deleteLater()


class Preview(QWidget):
    """Pages that follow what they are made from: soon after a change, or at once when asked for.

    Nothing is made while nobody can see it.
    """

    def __init__(self, maker: Maker) -> None:
        super().__init__()
        self._maker = maker
        self._work: Work | None = None
        self._stale = True
        self.pages = PdfPages()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(label(_("As it will be printed"), "field"))
        self._busy = label("", "second")
        head.addWidget(self._busy, 1)
        self.refresh_button = button(_("Show again"), self.refresh, "quiet")
        head.addWidget(self.refresh_button)
        column.addLayout(head)
        column.addWidget(self.pages, 1)

    def refresh_soon(self) -> None:
        """Something changed; the pages follow once it rests."""
        self._stale = True
        if self.isVisible():
            self._rest.start()

    def refresh(self) -> None:
        """Make the pages now; while they are being made already, once more afterwards."""
        self._rest.stop()
        self._stale = True
        if self._work is None:
            self._stale = False
            self._busy.setText(_("Being made…"))
            self._work = Work(self._maker())
            self._work.done.connect(self._made)
            self._work.failed.connect(self._failed)
            self._work.begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: what changed meanwhile is made."""
        super().showEvent(event)
        if self._stale:
            self._rest.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Seen no more, perhaps because what it shows is gone: nothing is made until it is seen again."""
        super().hideEvent(event)
        self._rest.stop()

    def _made(self, data: object) -> None:
        assert isinstance(data, bytes)
        self.pages.show_pdf(data)
        self._over()

    def _failed(self, sentence: str) -> None:
        self.pages.tell(sentence)
        self._over()

    def _over(self) -> None:
        self._work = None
        self._busy.setText("")
        if self._stale and self.isVisible():
            self.refresh()
