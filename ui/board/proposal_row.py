"""How a row of a suggestion looks: a tick, a group's number in its tint, the words, and below them, smaller, why."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from models.edits.clusters import MAX_TITLE_CHARS
from models.grouping import Sureness
from models.language import gettext as _
from ui.board.draft import Draft
from ui.board.glyphs import Glyphs, draw, line_count, paragraph, single_line
from ui.board.proposal_model import FOOT, OPEN, ROW, Index, Kind, Row
from ui.board.ticks import TICK, is_ticked, paint_ground, paint_tick
from ui.theme import BODY, HAIRLINE, SECOND_TEXT, SMALL, TARGET, TEXT, UNIT, font

INDENT = 24
ARROW = TARGET
"""Px at the right of a heading that open and close it."""
_STEP, _FOOT_STEP = 21, 19
_AIR = 12
_CHIP = QSize(30, 24)
_STRIPE = 5
_MOST_LAID = 2_000


class RowDelegate(QStyledItemDelegate):
    """Draws rows whose height is known without their reasons; words are never markup."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        self._words, self._title, self._foot = font(BODY), font(BODY, bold=True), font(SMALL)
        self._lines: dict[tuple[str, int], int] = {}
        self._laid: dict[tuple[str, int, int, int], tuple[Glyphs, int]] = {}

    def forget(self) -> None:
        """Other notes are shown from now on."""
        self._lines.clear()
        self._laid.clear()

    # how high

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        return QSize(0, max(TARGET, self._height(row, index)))

    def _height(self, row: Row, index: Index) -> int:
        if row.kind in (Kind.GROUP, Kind.FAMILY):
            return _STEP + 2 * _FOOT_STEP + _AIR + 2
        if row.kind in (Kind.TITLES, Kind.FAMILIES, Kind.ALONE):
            return _STEP + _FOOT_STEP + _AIR
        foot = 2 if row.member is not None and row.member.sureness is Sureness.WEAK else 1
        if row.kind is Kind.LONE:
            foot = 1 if index.data(FOOT) else 0
        return self._count(row.note_id, index) * _STEP + foot * _FOOT_STEP + _AIR

    def _count(self, note_id: str, index: Index) -> int:
        """How many lines a note's words take, two at the most."""
        room = self._tree.viewport().width() - self._left(2) - UNIT
        key = note_id, room
        if key not in self._lines:
            self._lines[key] = min(2, line_count(index.data(), self._words, room))
        return self._lines[key]

    @staticmethod
    def _left(depth: int) -> int:
        """Where words begin, px."""
        return (depth - 1) * INDENT + 2 * UNIT + TICK + UNIT

    # what is seen

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        rect, draft = option.rect, self._tree.model().draft  # type: ignore[attr-defined]
        painter.save()
        paint_ground(painter, option)
        if row.kind is Kind.GROUP:
            painter.setPen(QColor(HAIRLINE))
            painter.drawLine(rect.topLeft(), rect.topRight())
        if row.group is not None:
            painter.fillRect(QRect(rect.x(), rect.y() + 1, _STRIPE, rect.height()), QColor(draft.tint(row.group.key)))
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            paint_tick(painter, self._tick(rect, row), Qt.CheckState(state))
        self._paint_words(painter, rect, row, index, draft)
        if _is_top(row) and row.kind is not Kind.TITLES:
            self._paint_arrow(painter, rect, opened=self._tree.isExpanded(index))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row, index: Index, draft: Draft) -> None:
        top = _is_top(row)
        left = rect.x() + self._left(1 if top else 2)
        if row.kind is Kind.GROUP and row.group is not None:
            left += self._paint_chip(painter, QPointF(left, rect.y() + 7.0), draft, row) + UNIT
        right = rect.right() - (ARROW if top else UNIT)
        room = right - left
        words, at = self._title if row.kind in (Kind.GROUP, Kind.ALONE) else self._words, QPointF(left, rect.y() + 7.0)
        most = 2
        text, undecided = index.data() or "", bool(index.data(OPEN))
        painter.setPen(QColor(SECOND_TEXT if undecided else TEXT))
        if undecided:
            text = _("Proposal: {title}").format(title=text)
        glyphs, lines = self._lay(text, words, room, most)
        draw(painter, at, glyphs)
        at.setY(at.y() + lines * _STEP + 1)
        painter.setPen(QColor(SECOND_TEXT))
        most = max(1, int((rect.bottom() - at.y()) // _FOOT_STEP))
        first, _below, second = (index.data(FOOT) or "").partition("\n")
        draw(painter, at, self._lay(first, self._foot, room, 1 if second else most)[0])
        if second:
            at.setY(at.y() + _FOOT_STEP)
            draw(painter, at, self._lay(second, self._foot, room, 1)[0])

    def _lay(self, text: str, words: QFont, room: int, most: int) -> tuple[Glyphs, int]:
        """Words as glyphs, and how many lines they take; kept, for a step of the slider changes few of them."""
        key = text, words.pixelSize() + 100 * words.bold(), room, most
        if key not in self._laid:
            if len(self._laid) > _MOST_LAID:
                self._laid.clear()
            step = _FOOT_STEP if words is self._foot else _STEP
            lines = min(most, line_count(text, words, room)) if text else 1
            self._laid[key] = paragraph(text, words, room, most, step), lines
        return self._laid[key]

    def _paint_chip(self, painter: QPainter, at: QPointF, draft: Draft, row: Row) -> int:
        """A group's number in its tint; returns the width it takes."""
        assert row.group is not None
        number = str(draft.numbers[row.group.key])
        glyphs, width = single_line(number, self._title, 200.0)
        across = max(_CHIP.width(), int(width) + 14)
        box = QRectF(at.x(), at.y() - 2.0, across, _CHIP.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(SECOND_TEXT), 1.0))
        painter.setBrush(QColor(draft.tint(row.group.key)))
        painter.drawRoundedRect(box, 6.0, 6.0)
        painter.setPen(QColor(TEXT))
        draw(painter, QPointF(box.center().x() - width / 2.0, box.y() + 4.0), glyphs)
        return across

    def _paint_arrow(self, painter: QPainter, rect: QRect, *, opened: bool) -> None:
        """A small angle that says whether what is below is shown."""
        x, y = rect.right() - ARROW / 2.0, rect.y() + 17.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(SECOND_TEXT), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        steps = ((-5.0, -2.5), (0.0, 2.5), (5.0, -2.5)) if opened else ((-2.5, -5.0), (2.5, 0.0), (-2.5, 5.0))
        points = [QPointF(x + dx, y + dy) for dx, dy in steps]
        painter.drawPolyline(points)

    def _tick(self, rect: QRect, row: Row) -> QRect:
        left = 0 if _is_top(row) else INDENT
        return QRect(rect.x() + left + 2 * UNIT - 4, rect.y() + UNIT, TICK, TICK)

    # the mouse and the editor

    def editorEvent(self, event: QEvent, model: QObject, option: QStyleOptionViewItem, index: Index) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        row: Row = index.data(ROW)
        at, pressed = event.position().toPoint(), event.type() != QEvent.Type.MouseButtonRelease
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None and self._tick_zone(option.rect, row).contains(at):
            if not pressed:
                self.toggle(index)
            return True
        if _is_top(row) and at.x() > option.rect.right() - ARROW:
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._tree.setExpanded(index, not self._tree.isExpanded(index))
            return True
        return False

    def _tick_zone(self, rect: QRect, row: Row) -> QRect:
        tick = self._tick(rect, row)
        return QRect(tick.center().x() - TARGET // 2, rect.y(), TARGET, rect.height())

    def toggle(self, index: Index) -> None:
        """Tick a row, or leave it out."""
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            wanted = Qt.CheckState.Unchecked if is_ticked(index) else Qt.CheckState.Checked
            self._tree.model().setData(index, wanted.value, Qt.ItemDataRole.CheckStateRole)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(MAX_TITLE_CHARS)
        editor.setAccessibleName(_("Title of the group"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect, left = option.rect, self._left(1) + _CHIP.width() + UNIT // 2
        editor.setGeometry(rect.x() + left, rect.y() + 1, rect.width() - left - UNIT // 2, TARGET)


def _is_top(row: Row) -> bool:
    return row.kind in (Kind.TITLES, Kind.GROUP, Kind.FAMILIES, Kind.ALONE)
