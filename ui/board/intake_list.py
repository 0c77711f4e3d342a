"""The lines that are about to become notes, each to be left out or mended first."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from models.board import NoteKind
from models.intake.asides import Aside
from models.intake.doubles import Double, Found
from models.intake.notes import Intake
from models.language import gettext as _
from models.text import clean
from ui.board.kinds import kind_word

Index = QModelIndex | QPersistentModelIndex
KIND = Qt.ItemDataRole.UserRole
"""The role of a line's own kind, None where it has none."""
DOUBLE = Qt.ItemDataRole.UserRole + 1
"""The role of what is said about a line that repeats another, or is nobody's voice; empty for any other line."""

_LONGEST_SHOWN = 200
_NOTHING = Found(Intake(()), {})


def aside_words(aside: Aside) -> str:
    """Why a line is not ticked."""
    words = {
        Aside.COURTESY: _("Looks like a greeting or a signature"),
        Aside.NOTHING: _("Says that there is nothing"),
    }
    return words[aside]


class IntakeList(QAbstractListModel):
    """Texts with a tick each; `counted` comes when the number of chosen ones may be another."""

    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._came: tuple[str, ...] = ()
        self._texts: list[str] = []
        self._kinds: tuple[NoteKind | None, ...] = ()
        self._doubles: Mapping[int, Double] = {}
        self._asides: Mapping[int, Aside] = {}
        self._again = self._spare = 0
        self._ticks = bytearray()
        self._emptied: set[int] = set()
        self._mended: set[int] = set()
        self.show_found(_NOTHING, 0)

    def show_found(self, found: Found, ticked: int) -> None:
        """Begin anew with what came in; of it the first `ticked` are ticked, but for what is nobody's voice.

        Where the same came in as before, only of other kinds, the ticks and the wording stay.
        """
        if found.intake.notes and found.intake.notes == self._came:
            self._kinds = found.intake.kinds
            self._all_changed()
            return
        self._came = found.intake.notes
        self.beginResetModel()
        self._texts = list(found.intake.notes)
        self._kinds = found.intake.kinds
        self._doubles, self._again, self._asides = found.doubles, found.again, found.asides
        first = min(ticked, len(self._texts))
        self._ticks = bytearray(b"\1" * first + bytes(len(self._texts) - first))
        for at in found.asides:
            self._ticks[at] = False
        self._emptied, self._mended = set(), set()
        self._spare = sum(self._is_again(at) for at in range(first) if self._ticks[at])
        self.endResetModel()
        self.counted.emit()

    def _places(self) -> list[int]:
        return [at for at, tick in enumerate(self._ticks) if tick and at not in self._emptied]

    def chosen(self) -> list[str]:
        """The ticked texts that are not empty."""
        return [self._texts[at] for at in self._places()]

    def count(self) -> int:
        """How many are chosen."""
        return self._ticks.count(1) - sum(bool(self._ticks[at]) for at in self._emptied)

    def chosen_kinds(self, otherwise: NoteKind) -> list[NoteKind]:
        """The kinds of `chosen`; `otherwise` for those without one of their own."""
        return [(self._kinds[at] if self._kinds else None) or otherwise for at in self._places()]

    def _double(self, at: int) -> Double | None:
        """What a line repeats; what was mended is their own wording now."""
        return None if at in self._mended else self._doubles.get(at)

    def _is_again(self, at: int) -> bool:
        double = self._double(at)
        return double is not None and double.again

    def spare(self) -> int:
        """How many ticked lines could be left out, and what they say would still be there."""
        return self._spare

    def untick_spare(self) -> None:
        """Leave out what is said once already."""
        for at in self._doubles:
            if self._is_again(at):
                self._ticks[at] = False
        self._spare = 0
        self._all_changed()

    def tick_all(self, on: bool) -> None:
        """Tick every line, or none."""
        self._ticks = bytearray([on]) * len(self._texts)
        self._spare = (
            self._again - sum(self._doubles[at].again for at in self._mended & self._doubles.keys()) if on else 0
        )
        self._all_changed()

    def _all_changed(self) -> None:
        if self._texts:
            self.dataChanged.emit(self.index(0), self.index(len(self._texts) - 1))
        self.counted.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._texts)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._texts[at][:_LONGEST_SHOWN].replace("\n", " ⏎ ")
            case Qt.ItemDataRole.EditRole:
                return self._texts[at]
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if self._ticks[at] else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._read_aloud(at)
        if role == KIND:
            return self._kinds[at] if self._kinds else None
        return self._said(at) if role == DOUBLE else None

    def _said(self, at: int) -> str:
        aside, double = self._asides.get(at), self._double(at)
        if aside is not None and at not in self._mended:
            return aside_words(aside)
        if double is None:
            return ""
        if double.known:
            return _("On the board already")
        return _("Said {count} times here").format(count=f"{double.count:,}")

    def _read_aloud(self, at: int) -> str:
        kind = self._kinds[at] if self._kinds else None
        told = (kind_word(kind) if kind else "", self._texts[at][:_LONGEST_SHOWN], self._said(at))
        return "、".join(filter(None, told))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        at = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            self._tick(at, Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole:
            self._reword(at, clean(str(value)))
        else:
            return False
        self.dataChanged.emit(index, index)
        self.counted.emit()
        return True

    def _tick(self, at: int, on: bool) -> None:
        self._spare += (on - self._ticks[at]) * self._is_again(at)
        self._ticks[at] = on

    def _reword(self, at: int, text: str) -> None:
        if text == self._texts[at]:
            return
        self._texts[at] = text
        self._emptied = self._emptied - {at} if text else self._emptied | {at}
        self._spare -= self._ticks[at] * self._is_again(at)
        self._mended.add(at)
