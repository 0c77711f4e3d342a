"""The agenda as a bar to scale, worked with mouse and keyboard: select, reorder, make longer or shorter."""

import html
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from models.agenda import MAX_MINUTES, MIN_MINUTES, AgendaItem
from models.edits import agenda
from models.edits.change import applied
from models.language import gettext as _
from models.workshop import Workshop
from ui.prepare.bar_picture import AXIS, BLOCK, LANE, MARKS, Geometry, paint_bar
from ui.prepare.item_fields import edit_of
from ui.prepare.marks import marks_told
from ui.prepare.plan import Block, Plan, read_plan
from ui.team_names import all_teams, team_name

EDGE = 6.0
"""How near (px) to a block's right end the mouse takes hold of it."""


@dataclass
class _Drag:
    """What the mouse does with an item: `minutes` or `index` is what letting go would make of it."""

    item: AgendaItem
    from_x: float
    resizing: bool
    geometry: Geometry
    moving: bool = False
    minutes: int = 0
    index: int = 0


class AgendaBar(QWidget):
    """Nothing is changed here: the bar says what a person wants, and shows meanwhile how it would be.

    `chosen(id)` an item is selected, `opened(id)` its detail is wanted; `moved(id, index)`, `resized(id, minutes)` and,
    by keys, `counted(id, minutes)` are to be done; `previewed(Plan)` is shown while the mouse is down, and `held(str)`
    says why it goes no further.
    """

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, int)
    resized = Signal(str, int)
    counted = Signal(str, int)
    previewed = Signal(object)
    held = Signal(str)

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self._workshop = workshop
        self._plan = read_plan(workshop)
        self.selected: str | None = None
        self._drag: _Drag | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The agenda to scale"))
        self._sized()

    @property
    def plan(self) -> Plan:
        """What is shown now: the workshop's plan, or what a drag would make of it."""
        return self._plan

    def geometry_now(self) -> Geometry:
        """Where everything lies."""
        return Geometry(self._plan, self.width())

    def sizeHint(self) -> QSize:
        return QSize(400, MARKS + BLOCK + AXIS)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show this state; a drag that goes on is over, for it was of another one."""
        self._workshop, self._drag = workshop, None
        self._show(read_plan(workshop))
        self._describe()

    def select(self, item_id: str | None) -> None:
        """Show an item as the selected one."""
        self.selected = item_id
        self._describe()
        self.update()

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        self._sized()
        self.update()

    def _sized(self) -> None:
        self.setFixedHeight(self.geometry_now().height)

    def _describe(self) -> None:
        keys = _("Left and right select, Alt with them moves, + and - change the minutes, Enter opens.")
        index = self._plan.index(self.selected) if self.selected else None
        told = "" if index is None else _told(self._plan.blocks[index]) + " "
        self.setAccessibleDescription(told + keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_bar(QPainter(self), self.geometry_now(), self.selected, self.hasFocus())

    # the mouse

    def block_at(self, at: QPointF) -> Block | None:
        """The block under a point."""
        geometry = self.geometry_now()
        return next(
            (block for block in self._plan.blocks if geometry.box(block).adjusted(-1, 0, 1, 0).contains(at)), None
        )

    def _edge_at(self, at: QPointF) -> Block | None:
        """The block whose right end is under a point; where two are near, the one that is selected."""
        geometry = self.geometry_now()
        near = []
        for block in self._plan.blocks:
            box = geometry.box(block)
            reach = min(EDGE, max(2.0, box.width() / 4))
            if MARKS <= at.y() <= MARKS + BLOCK and -reach <= at.x() - box.right() <= EDGE - 1:
                near.append(block)
        return next((block for block in near if block.item.id == self.selected), near[-1] if near else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the mouse, and take hold of it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        edge = self._edge_at(event.position())
        block = edge or self.block_at(event.position())
        if block is None:
            return
        self.chosen.emit(block.item.id)
        self._drag = _Drag(block.item, event.position().x(), edge is not None, self.geometry_now())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what letting go here would make of it."""
        if self._drag is None:
            self._point(event.position())
            return
        drag, x = self._drag, event.position().x()
        if not drag.moving and abs(x - drag.from_x) < QApplication.startDragDistance():
            return
        drag.moving = True
        if drag.resizing:
            self._preview_minutes(drag, x)
        else:
            self._preview_place(drag, x)

    def _preview_minutes(self, drag: _Drag, x: float) -> None:
        wanted = drag.item.timebox + round((x - drag.from_x) / drag.geometry.scale)
        drag.minutes = self._kept(drag.item, wanted)
        self._preview(edit_of(self._workshop, drag.item.id, {"minutes": drag.minutes}).changes)

    def _preview_place(self, drag: _Drag, x: float) -> None:
        others = [block for block in drag.geometry.plan.blocks if block.item.id != drag.item.id]
        drag.index = sum(drag.geometry.box(block).center().x() < x for block in others)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._preview(agenda.move_item(self._workshop, drag.item.id, drag.index).changes)

    def _preview(self, changes: object) -> None:
        self._show(read_plan(applied(self._workshop, changes)))  # type: ignore[arg-type]  # changes of an edit
        self.previewed.emit(self._plan)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Letting go is one edit; another button meanwhile is none."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        drag, self._drag = self._drag, None
        self.unsetCursor()
        if drag is None or not drag.moving:
            return
        self.held.emit("")
        self._show(read_plan(self._workshop))
        self.previewed.emit(self._plan)
        if drag.resizing:
            self.resized.emit(drag.item.id, drag.minutes)
        else:
            self.moved.emit(drag.item.id, drag.index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the mouse."""
        block = self.block_at(event.position())
        if block is not None:
            self.opened.emit(block.item.id)

    def _point(self, at: QPointF) -> None:
        edge = self._edge_at(at)
        if edge is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif self.block_at(at) is not None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _cancel(self) -> None:
        self._drag = None
        self.unsetCursor()
        self.held.emit("")
        self._show(read_plan(self._workshop))
        self.previewed.emit(self._plan)

    def _kept(self, item: AgendaItem, wanted: int) -> int:
        """Minutes no less than the item's least, with a word when fewer were wanted."""
        least = min(item.least, item.timebox) if item.timebox else MIN_MINUTES
        kept = max(least, min(MAX_MINUTES, wanted))
        told = ""
        if wanted < least:
            told = _("“{title}” is {least} min at least. Its detail says so, and can say less.")
            told = told.format(title=item.title, least=least)
        self.held.emit(told)
        return kept

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows select, Alt with arrows moves, + and - count, Enter opens, Escape ends a drag."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        minutes = {"+": 1, "＋": 1, "-": -1, "－": -1}.get(event.text())
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._cancel()
        elif self._drag is not None or not self._plan.blocks:
            super().keyPressEvent(event)
        elif by is not None:
            self._move(by) if alt else self._step(by)
        elif minutes is not None:
            self._count(minutes)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected:
            self.opened.emit(self.selected)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.chosen.emit(self._plan.blocks[0 if event.key() == Qt.Key.Key_Home else -1].item.id)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        index = self._plan.index(self.selected or "")
        last = len(self._plan.blocks) - 1
        index = (0 if by > 0 else last) if index is None else max(0, min(index + by, last))
        self.chosen.emit(self._plan.blocks[index].item.id)

    def _move(self, by: int) -> None:
        index = self._plan.index(self.selected or "")
        if index is not None and 0 <= index + by < len(self._plan.blocks):
            self.moved.emit(self._plan.blocks[index].item.id, index + by)

    def _count(self, by: int) -> None:
        index = self._plan.index(self.selected or "")
        if index is None:
            return
        item = self._plan.blocks[index].item
        kept = self._kept(item, item.timebox + by)
        if kept != item.timebox:
            self.counted.emit(item.id, kept)

    # words

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the first item."""
        super().focusInEvent(event)
        if self._plan.index(self.selected or "") is None and self._plan.blocks:
            self.chosen.emit(self._plan.blocks[0].item.id)

    def lines_at(self, at: QPointF) -> list[str]:
        """What is to be told of the place under the mouse: an item, or one lane of its group work."""
        block = self.block_at(QPointF(at.x(), MARKS + BLOCK / 2))
        if block is None:
            return []
        lane = int((at.y() - MARKS - BLOCK) // LANE)
        if at.y() < MARKS + BLOCK or lane >= len(block.lanes):
            return [_told(block)]
        team, steps = block.lanes[lane]
        name = team_name(team) if team else all_teams()
        minutes = _("{minutes} min")
        return [name, *(f"{step.title}  {minutes.format(minutes=step.minutes)}" for step in steps)]

    def event(self, event: QEvent) -> bool:
        """The name of a block that is too short to carry it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            told = "<br>".join(map(html.escape, self.lines_at(QPointF(event.pos()))))
            QToolTip.showText(event.globalPos(), f"<qt>{told}</qt>" if told else "", self)
            return True
        return super().event(event)


def _told(block: Block) -> str:
    times = f"{block.start:%H:%M}-{block.end:%H:%M}"
    minutes = _("{minutes} min").format(minutes=block.item.timebox)
    told = f"{block.number}  {block.item.title}  {times}  {minutes}"
    return "  ".join([told, *marks_told(block.item)])
