"""A draft as rows: groups with their notes, groups of groups, notes that stay alone. Only rows in sight are worked out.

A group's number is told as a sign, ①②, the same on the board.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from html import escape
from time import perf_counter
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from models.grouping import SuggestedFamily, SuggestedGroup, SuggestedMember, Sureness
from models.language import gettext as _
from models.text import cut
from ui.board.draft import Draft
from ui.board.reasons import next_words, sureness_word

Index = QModelIndex | QPersistentModelIndex

ROW = int(Qt.ItemDataRole.UserRole)
"""The role of what a row is about, a `Row`."""
FOOT = ROW + 1
"""The role of what stands below a row's words."""
OPEN = ROW + 2
"""The role of whether a group's title is still to be chosen."""
_BUDGET = 0.004
"""Seconds that reasons and titles may take of one look; the others come a moment later."""
_SIGNS = 20
_ROOT = QModelIndex()


class Kind(Enum):
    """What a row is."""

    GROUP = "group"
    NOTE = "note"
    TITLES = "titles"
    FAMILIES = "families"
    FAMILY = "family"
    ALONE = "alone"
    LONE = "lone"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: of a group or a note in it, of a family, of a note that stays alone (its id), or a heading of those."""

    kind: Kind
    group: SuggestedGroup | None = None
    member: SuggestedMember | None = None
    family: SuggestedFamily | None = None
    note_id: str = ""

    @property
    def name(self) -> str:
        """What the row is known by at every grain."""
        if self.kind in (Kind.NOTE, Kind.LONE):
            return self.note_id
        return self.group.key if self.group is not None else self.kind.value


def sign(number: int) -> str:
    """A number as ① and so on."""
    return chr(0x2460 + number - 1) if 0 < number <= _SIGNS else f"({number})"


def group_words(draft: Draft, group: SuggestedGroup) -> str:
    """A group's number and title."""
    return f"{sign(draft.numbers[group.key])} {draft.title(group)}"


class ProposalModel(QAbstractItemModel):
    """Rows of a `Draft`; `ticked` when ticks changed, `titled` when a title was edited here."""

    ticked = Signal()
    titled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None
        self._tops: list[Row] = []
        self._children: dict[int, list[Row]] = {}
        self._spent = 0.0
        self._owed: list[Callable[[], object]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._work_off)

    def show_draft(self, draft: Draft | None) -> None:
        """Show a draft as it is now."""
        self.beginResetModel()
        self.draft = draft
        self._tops = [] if draft is None else _tops(draft)
        self._children = {}
        self._owed, self._spent = [], 0.0
        self.endResetModel()

    # the shape

    def row(self, index: Index) -> Row | None:
        """What a row is about."""
        if not index.isValid():
            return None
        held = int(index.internalId())
        return self._tops[index.row()] if held == 0 else self._rows_of(held - 1)[index.row()]

    def _rows_of(self, top: int) -> list[Row]:
        if top not in self._children:
            self._children[top] = _below(self.draft, self._tops[top]) if self.draft else []
        return self._children[top]

    def find(self, name: str) -> QModelIndex:
        """The row known by this name (`Row.name`), or none."""
        for at, top in enumerate(self._tops):
            if top.name == name:
                return self.index(at, 0)
        first = next((at for at, top in enumerate(self._tops) if top.group is not None), 0)
        draft = self.draft
        if draft is None:
            return QModelIndex()
        if name in draft.homes:
            at = first + draft.place(draft.homes[name][0])
        elif self._tops and self._tops[-1].kind is Kind.ALONE and name in draft.proposal.alone:
            at = len(self._tops) - 1
        else:
            return QModelIndex()
        parent = self.index(at, 0)
        rows = self._rows_of(at)
        return next((self.index(i, 0, parent) for i, row in enumerate(rows) if row.note_id == name), QModelIndex())

    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._tops)
        if parent.internalId():
            return 0
        return _count_below(self.draft, self._tops[parent.row()]) if self.draft else 0

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        return not parent.isValid() or (not parent.internalId() and self._tops[parent.row()].kind is not Kind.TITLES)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not parent.isValid():
            return self.createIndex(row, column, 0) if 0 <= row < len(self._tops) else QModelIndex()
        return self.createIndex(row, column, parent.row() + 1)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has two of this name
        held = int(index.internalId()) if index.isValid() else 0
        return self.createIndex(held - 1, 0, 0) if held else QModelIndex()

    # what rows say

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, draft = self.row(index), self.draft
        if row is None or draft is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(draft, row)
        if role == FOOT:
            return self._foot(draft, row)
        if role == OPEN:
            return _heads(row) and row.group is not None and draft.has_title(row.group) and draft.is_open(row.group)
        if role == Qt.ItemDataRole.CheckStateRole:
            return _tick(draft, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(story(draft, row))}</qt>".replace("\n", "<br>") if story(draft, row) else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return group_words(draft, row.group) if row.group is not None and _heads(row) else index.data()
        return story(draft, row) if role == Qt.ItemDataRole.AccessibleDescriptionRole else None

    def _words(self, draft: Draft, row: Row) -> str:
        if _heads(row) and row.group is not None:
            known = draft.has_title(row.group) or self._may(partial(draft.title, row.group))
            return draft.title(row.group) or _("Group without a title") if known else ""
        if row.kind is Kind.TITLES:
            return _("Make the proposed titles titles")
        if row.kind is Kind.FAMILIES:
            return _("Make bigger groups too")
        if row.kind is Kind.FAMILY and row.family is not None:
            return " ＋ ".join(
                self._short(draft, key) for key in sorted(row.family.group_keys, key=draft.numbers.__getitem__)
            )
        if row.kind is Kind.ALONE:
            return _("Alone: {count}").format(count=f"{len(draft.proposal.alone):,}")
        note = draft.workshop.notes.get(row.note_id)
        return cut(note.text, 200).replace("\n", " ") if note else ""

    def _short(self, draft: Draft, key: str) -> str:
        group = draft.group(key)
        if group is None or not (draft.has_title(group) or self._may(partial(draft.title, group))):
            return sign(draft.numbers[key])
        return f"{sign(draft.numbers[key])} {draft.title(group)}"

    def _foot(self, draft: Draft, row: Row) -> str:
        if row.group is not None:
            if not draft.has_reason(row.group, row.member) and not self._may(
                partial(draft.reason, row.group, row.member)
            ):
                return ""
            return _group_foot(draft, row.group) if row.member is None else _member_foot(draft, row.group, row.member)
        if row.kind is Kind.TITLES:
            return _("Otherwise one note's words stay a proposal.")
        if row.kind is Kind.FAMILIES:
            if not draft.has_families() and not self._may(draft.families):
                return ""
            count = len(draft.families())
            return _("{count} bigger groups").format(count=count) if count else _("No groups are close enough for it.")
        if row.kind is Kind.FAMILY and row.family is not None:
            return row.family.reason
        if row.kind is Kind.ALONE:
            return _("They stay as they are.")
        return draft.said(row.note_id)

    # working out in time

    def _may(self, work: Callable[[], object]) -> bool:
        """Whether there was time to work something out now; if not, it is done a moment later."""
        if self._spent > _BUDGET:
            self._owed.append(work)
            self._soon.start()
            return False
        self._work_out(work)
        return True

    def _work_out(self, work: Callable[[], object]) -> None:
        began = perf_counter()
        work()
        self._spent += perf_counter() - began

    def _work_off(self) -> None:
        self._spent = 0.0
        while self._owed and self._spent <= _BUDGET:
            self._work_out(self._owed.pop(0))
        if self._owed:
            self._soon.start()
        self._spent = 0.0
        self._tell_all()

    def _tell_all(self) -> None:
        if self._tops:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._tops) - 1, 0), [FOOT])

    @property
    def is_settled(self) -> bool:
        """Whether nothing in sight is still to be worked out."""
        return not self._owed

    # ticks and titles

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if row is None or self.draft is None:
            return flags
        if row.group is not None or row.kind in (Kind.TITLES, Kind.FAMILIES):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if _heads(row) and row.group is not None and not self.draft.is_known(row.group):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, draft = self.row(index), self.draft
        if row is None or draft is None:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._set_tick(draft, row, on=Qt.CheckState(value) == Qt.CheckState.Checked)
        if role == Qt.ItemDataRole.EditRole and _heads(row) and row.group is not None:
            draft.name(row.group, str(value))
            self.titled.emit()
            return True
        return False

    def _set_tick(self, draft: Draft, row: Row, *, on: bool) -> bool:
        if row.kind is Kind.TITLES:
            draft.with_titles = on
        elif row.kind is Kind.FAMILIES:
            draft.with_families = on
        elif row.member is not None:
            draft.tick([row.note_id], on=on)
        elif row.group is not None:
            draft.tick(row.group.note_ids, on=on)
        else:
            return False
        self._tell_all()
        self.ticked.emit()
        return True


def _heads(row: Row) -> bool:
    return row.kind is Kind.GROUP


def _tops(draft: Draft) -> list[Row]:
    rows = [Row(Kind.TITLES)] if any(not draft.is_known(group) for group in draft.proposal.groups) else []
    if len(draft.proposal.groups) > 1:
        rows.append(Row(Kind.FAMILIES))
    rows += [Row(Kind.GROUP, group) for group in draft.proposal.groups]
    if draft.proposal.alone:
        rows.append(Row(Kind.ALONE))
    return rows


def _below(draft: Draft, top: Row) -> list[Row]:
    if top.group is not None:
        return [Row(Kind.NOTE, top.group, one, note_id=one.note_id) for one in top.group.members]
    if top.kind is Kind.FAMILIES:
        return [Row(Kind.FAMILY, family=one) for one in draft.families()]
    return [] if top.kind is Kind.TITLES else [Row(Kind.LONE, note_id=i) for i in draft.proposal.alone]


def _count_below(draft: Draft, top: Row) -> int:
    if top.group is not None:
        return len(top.group.members)
    if top.kind is Kind.TITLES:
        return 0
    return len(draft.families()) if top.kind is Kind.FAMILIES else len(draft.proposal.alone)


def _tick(draft: Draft, row: Row) -> Qt.CheckState | None:
    if row.kind is Kind.TITLES:
        return _state(1 if draft.with_titles else 0, 1)
    if row.kind is Kind.FAMILIES:
        return _state(1 if draft.with_families else 0, 1)
    if row.member is not None:
        return _state(0 if draft.is_left_out(row.note_id) else 1, 1)
    return None if row.group is None else _state(draft.ticked(row.group), len(row.group.members))


def _state(count: int, most: int) -> Qt.CheckState:
    if 0 < count < most:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if count else Qt.CheckState.Unchecked


def _group_foot(draft: Draft, group: SuggestedGroup) -> str:
    count = _("{count} notes").format(count=f"{len(group.members):,}")
    words = _("Into this group. {notes}").format(notes=count) if draft.is_known(group) else count
    weak = sum(member.sureness is Sureness.WEAK for member in group.members)
    if weak:
        words += _(" · {reason}").format(reason=_("{count} weak").format(count=f"{weak:,}"))
    reason = draft.reason(group)
    return words + _(" · {reason}").format(reason=reason) if reason else words


def _member_foot(draft: Draft, group: SuggestedGroup, member: SuggestedMember) -> str:
    """What was said by hand and the reason; below that, where it is weak, so much and where else it might go."""
    said, reason = draft.said(member.note_id), draft.reason(group, member)
    first = _("{said} · {reason}").format(said=said, reason=reason) if said else reason
    if member.sureness is not Sureness.WEAK:
        return first
    return f"{first}\n{sureness_told(draft, group, member)}"


def sureness_told(draft: Draft, group: SuggestedGroup, member: SuggestedMember) -> str:
    """How sure it is, and where else the note might go."""
    other = draft.next_best(group, member)
    sure = sureness_word(member.sureness)
    if other is None:
        return sure
    return _("{first} · {second}").format(first=sure, second=next_words(group_words(draft, other)))


def story(draft: Draft, row: Row) -> str:
    """All there is to say about a row: why, how sure, what else it might be."""
    if row.group is None:
        return row.family.reason if row.family is not None else draft.said(row.note_id)
    if row.member is None:
        return draft.reason(row.group)
    parts = (draft.said(row.note_id), draft.reason(row.group, row.member))
    why = _(" · ").join(part for part in parts if part)
    return f"{why}\n{sureness_told(draft, row.group, row.member)}"
