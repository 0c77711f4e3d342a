"""The bar above the board: what the board offers, search and zoom. It stays as it is, whatever is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from models.language import gettext as _
from models.workshop import Workshop
from ui.board.bars import fit, leave_keys, menu_button
from ui.board.menu import add_looking_back, sorting_menu, zoom_menu
from ui.board.menu_lines import add
from ui.board.search import Search
from ui.parts import button
from ui.theme import HAIRLINE, TARGET, UNIT, WHITE

if TYPE_CHECKING:
    from ui.board.screen import BoardScreen
    from ui.board.view import BoardView

LEAST_SEARCH, WIDEST_SEARCH = 216, 420
"""Px that the field and the number of what was found have at least, and at the most."""


def _row(widget: QWidget, spacing: int = UNIT) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return row


def is_silent(workshop: Workshop) -> bool:
    """Whether anything is kept off the projector, besides what the 班 enter."""
    return workshop.details.silent or workshop.noted.hushed > 0


def silence_words(workshop: Workshop) -> str:
    """What the button says that hides new notes from the projector, or shows all."""
    return _("Show everybody") if is_silent(workshop) else _("Do not project while writing")


class BoardTools(QWidget):
    """What the board offers."""

    def __init__(self, screen: BoardScreen) -> None:
        super().__init__()
        row = _row(self)
        self.together = button(_("Bring the teams' notes together"), screen.bring_together, "primary")
        self.together.setAccessibleDescription(_("They are mixed, so that nobody can tell which team wrote what."))
        self.suggest = button(_("Suggest groups"), screen.suggest, "primary")
        self.tidy = menu_button(_("Tidy up"), lambda: sorting_menu(screen.view, screen.tidy, self))
        self.silence = button("", screen.switch_silence)
        self.read_in = button(_("Read in"), screen.ask_for_file)
        self.read_in.setAccessibleDescription(_("Notes from a CSV, TSV, text or Excel file"))
        for one in (self.together, self.suggest, self.tidy, self.silence, self.read_in):
            leave_keys(one)
            row.addWidget(one)

    def follow(self, workshop: Workshop) -> None:
        """The workshop changed."""
        words = silence_words(workshop)
        self.silence.setText(words)
        self.silence.setAccessibleName(words)
        self._offer_suggestion(workshop)
        apart = workshop.noted.apart > 0
        self.together.setVisible(apart)
        self.suggest.setVisible(not apart)  # what is suggested, or tidied, would leave the lanes
        self.tidy.setEnabled(bool(workshop.notes) and not apart)
        self.tidy.setToolTip(_("First bring the teams' notes together.") if apart else "")

    def _offer_suggestion(self, workshop: Workshop) -> None:
        """A suggestion takes two notes that are in no group; without them the button says so."""
        usable = len(workshop.noted.inside(None)) > 1
        few = len(workshop.notes) < 2
        why = _("Usable from two notes on.") if few else _("Usable from two notes on that are in no group.")
        self.suggest.setEnabled(usable)
        self.suggest.setToolTip("" if usable else why)
        self.suggest.setAccessibleDescription("" if usable else why)


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
        self.steps = QWidget()
        steps = _row(self.steps, UNIT // 2)
        self.fit = button(_("See all"), view.zoom_to_fit)
        for one, width in ((self.out, TARGET), (self.whole, 76), (self.nearer, TARGET)):
            one.setStyleSheet("padding: 0;")
            one.setFixedWidth(width)
            leave_keys(one)
            steps.addWidget(one)
        leave_keys(self.fit)
        row.addWidget(self.steps)
        row.addWidget(self.fit)
        view.zoom_changed.connect(lambda zoom: self.whole.setText(f"{round(zoom * 100)} %"))


class Toolbar(QWidget):
    """One row: tools at the left, search and zoom at the right. What there is no room for is in the menu at its end."""

    def __init__(self, screen: BoardScreen) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"QWidget#toolbar {{ background: {WHITE}; border-bottom: 1px solid {HAIRLINE}; }}")
        self._screen = screen
        self.tools = BoardTools(screen)
        self.search = Search(screen.edits.workshop)
        self.search.setMaximumWidth(WIDEST_SEARCH)
        self.zoom = ZoomTools(screen.view)
        self.more = menu_button(_("More"), self._menu)
        leave_keys(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        row.setSpacing(UNIT)
        row.addWidget(self.tools)
        row.addStretch(1)
        row.addWidget(self.search, 4)
        row.addWidget(self.zoom)
        row.addWidget(self.more)

    def follow(self, workshop: Workshop) -> None:
        """The workshop changed."""
        self.tools.follow(workshop)
        self.search.follow(workshop)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window may get: what there is no room for goes into the menu."""
        return QSize(320, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        tools, zoom = self.tools, self.zoom
        first = tools.suggest if tools.together.isHidden() else tools.together
        room = self.width() - 4 * UNIT - LEAST_SEARCH - UNIT
        fit(room, (first, self.more), (zoom.fit, tools.tidy, zoom.steps, tools.silence, tools.read_in), UNIT)

    def _menu(self) -> QMenu:
        """What there may be no room for, and what is rarely asked for."""
        screen, menu = self._screen, QMenu(self)
        menu.addMenu(sorting_menu(screen.view, screen.tidy, menu))
        add(menu, silence_words(screen.edits.workshop), "", screen.switch_silence)
        add(menu, _("Read in"), "", screen.ask_for_file)
        menu.addSeparator()
        menu.addMenu(zoom_menu(screen.view, menu))
        add_looking_back(menu, screen.view)
        return menu

    def focus_search(self) -> None:
        """Type what to search for."""
        self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.line.selectAll()
