"""One row of a list: a few lines to read, the form they come from, and keys for everything."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.edits.change import FIELD_OF
from models.edits.lists import Listed, set_row
from models.language import gettext as _
from ui.content.on_wall import SHOWN, WallButton, toggle
from ui.editors import Editor
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button, label, restyle
from ui.theme import FIELD_LINE, HAIRLINE, RADIUS, SUCCESS, TEXT, UNIT, WHITE
from ui.wall import OnShow

R = TypeVar("R", bound=Listed)

ROOMY = 820
"""From this width on, what a row carries beside its words stands at their side."""

MOST_LINES = 9
"""No row has more lines to read."""

NUMBER_ROOM = 32

ROW_STYLE = f"""
QFrame[role="row"], QFrame[role="shown-row"] {{
    background: {WHITE}; border: 1px solid {HAIRLINE}; border-radius: {RADIUS}px;
}}
QFrame[role="row"]:hover {{ border-color: {FIELD_LINE}; }}
QFrame[role="shown-row"] {{ border: 2px solid {SUCCESS}; background: {SHOWN}; }}
QFrame[role="row"]:focus, QFrame[role="shown-row"]:focus {{ border: 2px solid {TEXT}; background: #fffbea; }}
"""


class Row(QFrame, Generic[R]):
    """One entity of kind `kind`. With the focus on it, ↑↓ go on, Enter opens, Space shows, Alt+↑↓ move, Delete deletes.

    `step_wanted(by)` and `move_wanted(by)` ask for the neighbour and for another place.
    """

    opened = Signal()
    step_wanted = Signal(int)
    move_wanted = Signal(int)
    delete_wanted = Signal()

    kind: type[R]

    def __init__(self, live: LiveDocument, row_id: str) -> None:
        super().__init__()
        self.row_id = row_id
        self._live = live
        self.form: Form | None = None
        self.fields: QWidget | None = None
        self.wall_button: WallButton | None = None
        self.lines: list[QLabel] = []
        self._told: list[tuple[str, str]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "row")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        self.summary = self._summary()
        self._column.addWidget(self.summary)
        live.wall.changed.connect(self._follow_wall)

    # what a kind of row says of itself

    def editors(self) -> dict[str, Editor]:
        """The editors of its form, by field."""
        raise NotImplementedError

    def arranged(self, editors: Mapping[str, Editor]) -> QWidget:
        """The form, laid out."""
        raise NotImplementedError

    def told(self, entity: R) -> list[tuple[str, str]]:
        """The lines to read: text and role; the first is its name."""
        raise NotImplementedError

    def values(self, entity: R) -> dict[str, Any]:
        """What the form shows; a figure of nought is one that was not said."""
        assert self.form is not None
        values = {name: getattr(entity, name) for name in self.form.editors}
        return {name: None if type(value) is float and not value else value for name, value in values.items()}

    def said(self, values: dict[str, Any]) -> dict[str, Any]:
        """The fields of the entity that the form tells of."""
        return values

    @property
    def on_show(self) -> OnShow | None:
        """What the room sees of it when it is shown by itself; None where only the whole list can be."""
        return None

    def beside(self) -> QWidget | None:
        """What stands beside the lines, if anything."""
        return None

    def refresh_beside(self, entity: R) -> None:
        """Bring what stands beside the lines up to date."""

    # reading and writing

    @property
    def entity(self) -> R:
        """The entity as it is kept."""
        found: R = getattr(self._live.workshop, FIELD_OF[self.kind])[self.row_id]
        return found

    @property
    def exists(self) -> bool:
        """Whether the workshop has it."""
        return self.row_id in getattr(self._live.workshop, FIELD_OF[self.kind])

    @property
    def is_open(self) -> bool:
        """Whether the form is seen."""
        return self.fields is not None and not self.fields.isHidden()

    def refresh(self, number: int) -> None:
        """Show the entity as it is now, in this place (from 1); what is being typed stays."""
        self._number.setText(f"{number}")
        told = [(text, role) for text, role in self.told(self.entity) if text]
        if told != self._told:
            self._told = told
            self._show_lines()
        self.refresh_beside(self.entity)
        if self.form is not None:
            self.form.show(self.values(self.entity))

    def open(self, field: str = "") -> None:
        """Show the form, ready to type into `field` or the first."""
        if self.form is None:
            self._make_form()
        assert self.form is not None
        assert self.fields is not None
        self.form.show(self.values(self.entity))
        self.summary.hide()
        self.fields.show()
        editors = self.form.editors
        editors.get(field, next(iter(editors.values()))).setFocus()
        self.opened.emit()

    def fold(self) -> None:
        """Save, and show the few lines; the focus stays with the row if it had it."""
        if self.form is None or self.fields is None or not self.is_open:
            return
        focused = QApplication.focusWidget()
        had = focused is not None and self.isAncestorOf(focused)
        self.form.flush()
        self.summary.show()
        self.fields.hide()
        if had:
            self.setFocus()

    def flush(self) -> None:
        """Save what is being typed now."""
        if self.form is not None:
            self.form.flush()

    def change(self, **fields: Any) -> bool:
        """Say something of the entity without its form. False when it could not be saved."""
        return self._live.apply(set_row(self._live.workshop, replace(self.entity, **fields)))

    def toggle_show(self) -> None:
        """Show it to the room, or no longer."""
        if self.on_show is not None:
            self.flush()
            toggle(self._live.wall, self.on_show)

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the row itself; an editor's stay with the editor, but Escape."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.fold()
        elif not self.hasFocus() or not self._act(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _act(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps:
            alone = not modifiers & Qt.KeyboardModifier.AltModifier
            (self.step_wanted if alone else self.move_wanted).emit(steps[key])
        elif modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.open()
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif key == Qt.Key.Key_Space and self.on_show is not None:
            self.toggle_show()
        else:
            return self.act(key)
        return True

    def act(self, key: Qt.Key) -> bool:
        """A key of this kind of row; False when it is none."""
        return False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the form."""
        if not self.is_open:
            self.open()

    # building

    def _make_form(self) -> None:
        self.form = Form(self.editors(), self)
        self.form.settled.connect(self._save)
        self.fields = QWidget()
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.arranged(self.form.editors))
        column.addLayout(self._foot())
        self.fields.hide()
        self._column.addWidget(self.fields)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(UNIT // 2)
        self.delete_button = button(_("Delete"), self.delete_wanted.emit, "quiet")
        self.delete_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # by key it is Escape and Delete
        foot.addWidget(self.delete_button)
        if self.on_show is not None:
            self.foot_wall_button = WallButton(self._live.wall, self.on_show, self._told[0][0] if self._told else "")
            foot.addWidget(self.foot_wall_button)
        foot.addStretch(1)
        self.up_button = button(_("Move up"), lambda: self.move_wanted.emit(-1), "quiet")
        self.down_button = button(_("Move down"), lambda: self.move_wanted.emit(1), "quiet")
        self.fold_button = button(_("Close"), self.fold)
        for made in (self.up_button, self.down_button, self.fold_button):
            foot.addWidget(made)
        return foot

    def _summary(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self._number = label("", "second")
        self._number.setFixedWidth(NUMBER_ROOM)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._number.setContentsMargins(0, 4, 0, 0)
        self._inside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._inside.setSpacing(UNIT // 2)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(UNIT)
        self._lines.setVerticalSpacing(0)
        self._lines.addWidget(self._number, 1, 0)
        self._lines.setColumnStretch(1, 1)
        for edge in (0, MOST_LINES):
            self._lines.setRowStretch(edge, 1)
        self._inside.addLayout(self._lines, 1)
        self._beside = QHBoxLayout()
        beside = self.beside()
        if beside is not None:
            self._beside.addWidget(beside)
        self._inside.addLayout(self._beside)
        row.addLayout(self._inside, 1)
        for deed in self._deeds():
            row.addWidget(deed)
        return whole

    def _deeds(self) -> list[QWidget]:
        self.open_button = button(_("Change"), self.open, "quiet")
        if self.on_show is None:
            return [self.open_button]
        self.wall_button = WallButton(self._live.wall, self.on_show, "")
        return [self.wall_button, self.open_button]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        roomy = self.width() >= ROOMY
        self._inside.setDirection(across if roomy else down)
        self._beside.setContentsMargins(0 if roomy else NUMBER_ROOM + UNIT, 0, 0, 0)

    def _show_lines(self) -> None:
        for shown in self.lines:
            shown.hide()
            shown.deleteLater()
        self.lines = [label(text, role, wrap=True) for text, role in self._told]
        for place, shown in enumerate(self.lines, 1):
            self._lines.addWidget(shown, place, 1)
        name = self._told[0][0] if self._told else ""
        self.setAccessibleName("\n".join(text for text, _role in self._told))
        self.open_button.setAccessibleName(_("Change “{name}”").format(name=name))
        if self.wall_button is not None:
            self.wall_button.rename(name)
        self._follow_wall()

    def _follow_wall(self) -> None:
        shown = self.on_show is not None and self._live.wall.on_show == self.on_show
        role = "shown-row" if shown else "row"
        if self.property("role") != role:
            restyle(self, role)

    def _save(self, continuing: bool) -> None:
        assert self.form is not None
        if not self.exists:
            self.form.saved()
            return
        edit = set_row(self._live.workshop, replace(self.entity, **self.said(self.form.values())))
        if not edit.changes or self._live.apply(edit, continuing=continuing):
            self.form.saved()
