"""The bar above the board: what the board offers, or what can be done to the selected notes; search and zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.board import NoteKind
from models.language import gettext as _
from models.workshop import Workshop
from ui.board.entry import kind_button
from ui.board.search import Search
from ui.parts import button, label
from ui.theme import HAIRLINE, TARGET, UNIT, WHITE

if TYPE_CHECKING:
    from ui.board.screen import BoardScreen
    from ui.board.view import BoardView


def _row(widget: QWidget, spacing: int = UNIT) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return row


def is_silent(workshop: Workshop) -> bool:
    """Whether anything is kept off the projector, besides what the 班 enter."""
    return workshop.details.silent or any(note.hidden and not note.team for note in workshop.notes.values())


class BoardTools(QWidget):
    """What the board offers while nothing is selected."""

    def __init__(self, screen: BoardScreen) -> None:
        super().__init__()
        row = _row(self)
        self.together = button(_("Bring the teams' notes together"), screen.bring_together, "primary")
        self.together.setAccessibleDescription(_("They are mixed, so that nobody can tell which team wrote what."))
        self.suggest = button(_("Suggest groups"), screen.suggest, "primary")
        self.tidy = button(_("Tidy up"), screen.tidy)
        self.silence = button("", screen.switch_silence)
        self.read_in = button(_("Read in"), screen.ask_for_file)
        self.read_in.setAccessibleDescription(_("Notes from a CSV, TSV, text or Excel file"))
        for one in (self.together, self.suggest, self.tidy, self.silence, self.read_in):
            row.addWidget(one)
        row.addStretch(1)

    def follow(self, workshop: Workshop) -> None:
        """The workshop changed."""
        silent = is_silent(workshop)
        words = _("Show everybody") if silent else _("Do not project while writing")
        self.silence.setText(words)
        self.silence.setAccessibleName(words)
        loose = sum(note.cluster_id is None for note in workshop.notes.values())
        self.suggest.setEnabled(loose > 1)
        apart = any(note.team for note in workshop.notes.values())
        self.together.setVisible(apart)
        self.suggest.setVisible(not apart)  # what is suggested, or tidied, would leave the lanes
        self.tidy.setEnabled(bool(workshop.notes) and not apart)
        self.tidy.setToolTip(_("First bring the teams' notes together.") if apart else "")


class SelectionTools(QWidget):
    """What can be done to the selected notes."""

    def __init__(self, view: BoardView) -> None:
        super().__init__()
        self._view = view
        row = _row(self, UNIT // 2)
        self.count = label("", "field")
        row.addWidget(self.count)
        row.addSpacing(UNIT)
        self.kinds = {kind: self._kind(kind) for kind in NoteKind}
        for one in self.kinds.values():
            row.addWidget(one)
        row.addSpacing(UNIT)
        do = view.commands
        self.group = button(_("Make a group"), do.group)
        self.merge = button(_("Merge"), do.merge)
        self.merge.setAccessibleName(_("Merge groups"))
        self.free = button(_("Take out"), do.free)
        self.free.setAccessibleName(_("Take out of the group"))
        self.delete = button(_("Delete"), do.delete, "danger")
        for one in (self.group, self.merge, self.free, self.delete):
            row.addWidget(one)
        row.addStretch(1)
        self.follow()

    def _kind(self, kind: NoteKind) -> QWidget:
        made = kind_button(kind, words=False)
        made.setAccessibleName(_("Make it: {kind}").format(kind=made.accessibleName()))
        made.clicked.connect(lambda: self._view.commands.recolour(kind))
        return made

    def follow(self) -> None:
        """The selection or the workshop changed."""
        do = self._view.commands
        count = len(self._view.board.selected())
        clusters = do.clusters()
        self.count.setText(_("Selected: {count}").format(count=count))
        self.group.setVisible(do.can_group() and len(clusters) < 2)
        self.merge.setVisible(len(clusters) > 1)
        self.free.setVisible(bool(clusters))


class ZoomTools(QWidget):
    """Away, 100 %, nearer, everything."""

    def __init__(self, view: BoardView) -> None:
        super().__init__()
        row = _row(self, UNIT // 2)
        self.out = button("－", view.zoom_out)
        self.out.setAccessibleName(_("Zoom out"))
        self.whole = button("100 %", lambda: view.zoom_to(1.0))
        self.whole.setAccessibleName(_("Show at 100 %"))
        self.nearer = button("＋", view.zoom_in)
        self.nearer.setAccessibleName(_("Zoom in"))
        self.fit = button(_("See all"), view.zoom_to_fit)
        for one, width in ((self.out, TARGET), (self.whole, 76), (self.nearer, TARGET)):
            one.setStyleSheet("padding: 0;")
            one.setFixedWidth(width)
        for one in (self.out, self.whole, self.nearer, self.fit):
            row.addWidget(one)
        view.zoom_changed.connect(lambda zoom: self.whole.setText(f"{round(zoom * 100)} %"))


class Toolbar(QWidget):
    """Tools at the left, search and zoom at the right, or below where the window is narrow."""

    def __init__(self, screen: BoardScreen) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"QWidget#toolbar {{ background: {WHITE}; border-bottom: 1px solid {HAIRLINE}; }}")
        self._view = screen.view
        self.tools = BoardTools(screen)
        self.selection = SelectionTools(screen.view)
        self.search = Search(screen.edits.workshop)
        self.zoom = ZoomTools(screen.view)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tools)
        self._stack.addWidget(self.selection)
        self._stack.setFixedHeight(TARGET + 2)
        self._right = QWidget()
        row = _row(self._right)
        row.addWidget(self.search, 1)
        row.addWidget(self.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(UNIT)
        self._box.addWidget(self._stack, 3)
        self._box.addWidget(self._right, 2)
        column.addLayout(self._box)
        screen.board.selectionChanged.connect(self.follow_selection)

    def follow(self, workshop: Workshop) -> None:
        """The workshop changed."""
        self.tools.follow(workshop)
        self.search.follow(workshop)
        self.follow_selection()

    def follow_selection(self) -> None:
        """The selection changed."""
        chosen = bool(self._view.board.selected())
        if chosen:
            self.selection.follow()
        self._stack.setCurrentWidget(self.selection if chosen else self.tools)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window may get: where one row is too wide there are two."""
        return QSize(320, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """Search and zoom beside the tools, or below them where there is no room."""
        wanted = self._stack.minimumSizeHint().width() + self._right.minimumSizeHint().width() + 5 * UNIT
        beside = QBoxLayout.Direction.LeftToRight if wanted <= self.width() else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != beside:
            self._box.setDirection(beside)
            self.updateGeometry()

    def focus_search(self) -> None:
        """Type what to search for."""
        self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.line.selectAll()
