"""The dialog 「図にする」: what of the board, as which file, how it will look; saved, or copied for slides."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from models.language import gettext as _
from models.workshop import Workshop
from ui.board.cancellable import Cancellable
from ui.board.picture_making import Kind, Scope, Watched, kind_filter, kind_words, picture_file, scopes, size_words
from ui.choose_file import ask_save
from ui.editors import Choice, titled
from ui.notice import Notice
from ui.parts import button, label
from ui.tab_order import tab_in_reading_order
from ui.theme import HAIRLINE, SECOND_TEXT, TARGET, UNIT, WHITE
from ui.written import tell_written

if TYPE_CHECKING:
    from exports.figures.board_figure import Past
    from exports.figures.figure import Figure

PREVIEW_PX = 1_400.0
TICK_MS = 100
_WANTED = QSize(1000, 640)
_AIR = 6 * UNIT
"""What stays of the window around the dialog, px."""
COPIED = Kind.PNG_2


class PreviewArea(QWidget):
    """Shows the picture as large as it fits, or a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self._fitted: QImage | None = None
        self._sentence = ""
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Preview of the picture"))

    def show_image(self, image: QImage, told: str) -> None:
        """Show an image, with what screen readers are told of it."""
        self.image, self._fitted, self._sentence = image, None, ""
        self.setAccessibleDescription(told)
        self.update()

    def tell(self, sentence: str) -> None:
        """Show a sentence in place of an image."""
        self.image, self._fitted, self._sentence = None, None, sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitted = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(WHITE))
        painter.setPen(QColor(HAIRLINE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.image is not None:
            fitted = self._as_it_fits(self.image)
            size = fitted.deviceIndependentSize()
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.drawImage(QPointF(left, top), fitted)
        else:
            painter.setPen(QColor(SECOND_TEXT))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sentence)
        painter.end()

    def _as_it_fits(self, image: QImage) -> QImage:
        """The image in the px of the screen, made once for a size: fine lines stay seen."""
        if self._fitted is None:
            dots = self.devicePixelRatioF()
            room = (self.size() - QSize(2 * UNIT, 2 * UNIT)) * dots
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._fitted = image.scaled(room, keep, smooth)
            self._fitted.setDevicePixelRatio(dots)
        return self._fitted


class PictureDialog(QDialog):
    """Makes pictures of a frozen workshop, beside the window; nothing of the workshop is changed.

    `ask_path` asks where the file goes.
    """

    ask_path: Callable[[QWidget, str, str, str], Path | None] = staticmethod(ask_save)

    def __init__(
        self, parent: QWidget, workshop: Workshop, chosen: Collection[str], past: "Past | None" = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Make a picture of the board"))
        self._workshop, self._past = workshop, past
        self._scopes = scopes(workshop, chosen)
        self._work: Cancellable | None = None
        self._watched = Watched()
        self.figure: Figure | None = None
        self.notice = Notice()
        self.what = Choice((number, scope.words) for number, scope in enumerate(self._scopes))
        self.kind = Choice((kind, kind_words(kind)) for kind in Kind)
        self.size_told = label("", "second", wrap=True)
        self.preview = PreviewArea()
        self.progress = QProgressBar()
        self.stop_button = button(_("Stop"), self.stop)
        self.copy_button = button(_("Copy as an image"), self.copy)
        self.close_button = button(_("Close"), self.reject)
        self.save_button = button(_("Save the picture"), self.save, "primary")
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._build(parent)
        self.what.show_value(0)
        self.kind.show_value(Kind.PNG_2)
        self.what.edited.connect(self.draw)
        self.kind.edited.connect(self._tell_size)
        self._ready()
        self.draw()

    @property
    def scope(self) -> Scope:
        """What of the board is chosen."""
        return self._scopes[self.what.value() or 0]

    # the picture

    def draw(self) -> None:
        """Lay the picture out and show it."""
        only, workshop, past = self.scope.only, self._workshop, self._past
        self.figure = None
        self.preview.tell(_("Being made…"))
        self.size_told.setText("")
        self.notice.clear()

        def act(watched: Watched) -> object:
            from exports.figures.board_figure import board_figure
            from ui.board.picture_painter import image

            figure = board_figure(workshop, only, watched.told, past)
            scale = min(PREVIEW_PX / max(figure.width, figure.height), 2.0)
            return figure, image(figure, scale, watched.told)

        self._start(act, self._drawn)

    def _drawn(self, result: Any) -> None:
        self.figure, image = result
        self._ready()
        assert self.figure is not None
        self.preview.show_image(image, self.figure.description)
        self._tell_size()

    def _tell_size(self) -> None:
        if self.figure is not None:
            self.size_told.setText(size_words(self.figure, self.kind.value()))

    # what becomes of it

    def save(self) -> None:
        """Write the picture into a file the person chooses."""
        figure, kind = self.figure, self.kind.value()
        if figure is None or self._work is not None:
            return
        from exports.figures.files import picture_file_name

        part = self.scope.part if self._past is None else self._past.named
        name = picture_file_name(self._workshop, kind.suffix, part)
        path = self.ask_path(self, _("Where shall the picture go?"), name, kind_filter(kind))
        if path is not None:
            self._write(figure, kind, path)

    def _write(self, figure: "Figure", kind: Kind, path: Path) -> None:
        author = self._workshop.details.bureau

        def act(watched: Watched) -> object:
            from exports.files import write_paper

            data, replaced = picture_file(figure, kind, author, watched.told)
            watched.seal()
            write_paper(path, data)
            return path, replaced

        self._start(act, self._written)

    def _written(self, result: Any) -> None:
        path, replaced = result
        self._ready()
        tell_written(self.notice, _("The picture was written: {path}").format(path=path), path, replaced)

    def copy(self) -> None:
        """Put the picture on the clipboard as an image."""
        figure = self.figure
        if figure is None or self._work is not None:
            return

        def act(watched: Watched) -> object:
            from ui.board.picture_painter import image

            return image(figure, COPIED.scale, watched.told)

        self._start(act, self._copied)

    def _copied(self, made: Any) -> None:
        self._ready()
        QGuiApplication.clipboard().setImage(made)
        self.notice.tell(_("The picture was copied. Paste it into a slide or a document."))

    # work beside the window

    def _start(self, act: Callable[[Watched], object], done: Callable[[Any], None]) -> None:
        self._give_up()
        watched = self._watched = Watched()
        self._work = Cancellable(lambda _asked: _unless_stopped(act, watched), self)
        self._work.done.connect(done)
        self._work.failed.connect(self._failed)
        self._show_state()
        self._timer.start()
        self._work.begin()

    def stop(self) -> None:
        """Stop what is being made, and leave a file that stood there untouched."""
        if self._work is not None and self._watched.stop():
            self._give_up()
            if self.figure is None:
                self.preview.tell("")
            self.notice.tell(_("Stopped. No file was written."), look="warning")

    def _failed(self, sentence: str) -> None:
        self._ready()
        if self.figure is None:
            self.preview.tell("")
        self.notice.tell(sentence, look="problem")

    def _ready(self) -> None:
        self._work = None
        self._timer.stop()
        self._show_state()

    def _show_state(self) -> None:
        busy = self._work is not None
        for one in (self.progress, self.stop_button):
            one.setVisible(busy)
        self.progress.setValue(0)
        self.kind.setEnabled(not busy)
        self.copy_button.setEnabled(not busy and self.figure is not None)
        self.save_button.setEnabled(not busy and self.figure is not None)

    def _tick(self) -> None:
        self.progress.setValue(round(100 * self._watched.share))

    def done(self, result: int) -> None:
        """Closed: whatever is being made is stopped."""
        self._give_up()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._give_up()
        super().closeEvent(event)

    def _give_up(self) -> None:
        if self._work is not None:
            self._watched.stop()
            self._work.cancel()
            self._ready()

    # building

    def _build(self, parent: QWidget) -> None:
        self.setMinimumSize(640, 400)
        self.resize(_WANTED.boundedTo(parent.window().size() - QSize(_AIR, _AIR)))
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(_("How far the picture is"))
        for one in (self.what, self.kind):
            one.setMinimumHeight(TARGET)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        whole.setSpacing(2 * UNIT)
        whole.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(3 * UNIT)
        row.addWidget(self._choices())
        row.addWidget(self.preview, 1)
        whole.addLayout(row, 1)
        whole.addLayout(self._deeds())
        tab_in_reading_order(self)

    def _choices(self) -> QWidget:
        made = QWidget()
        made.setFixedWidth(304)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(titled(_("What to draw"), self.what))
        column.addWidget(titled(_("As which file"), self.kind))
        column.addWidget(self.size_told)
        told = _("Notes that are not projected are left out of every picture.")
        column.addWidget(label(told, "second", wrap=True))
        column.addStretch(1)
        return made

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.progress)
        row.addWidget(self.stop_button)
        row.addStretch(1)
        for one in (self.copy_button, self.close_button, self.save_button):
            row.addWidget(one)
        self.save_button.setDefault(True)
        return row


def _unless_stopped(act: Callable[[Watched], object], watched: Watched) -> object:
    """Do the work, which ends without a word when it is stopped."""
    from exports.figures.figure import Stopped

    try:
        return act(watched)
    except Stopped:
        return None


def open_picture_dialog(
    parent: QWidget, workshop: Workshop, chosen: Collection[str] = (), past: "Past | None" = None
) -> PictureDialog:
    """Open the dialog over `parent`; `chosen` are the ids of the notes that are selected on the board.

    With `past`, the workshop is the one that the replay shows at that moment.
    """
    dialog = PictureDialog(parent, workshop, chosen, past)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
