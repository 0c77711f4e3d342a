"""The lines that are about to become notes, each to be left out or mended first."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from models.text import clean

Index = QModelIndex | QPersistentModelIndex
_LONGEST_SHOWN = 200


class IntakeList(QAbstractListModel):
    """Texts with a tick each; only the first `ticked` are ticked to begin with."""

    counted = Signal()

    def __init__(self, texts: Sequence[str] = (), ticked: int = 0) -> None:
        super().__init__()
        self._texts: list[str] = []
        self._ticks: list[bool] = []
        self.show_texts(texts, ticked)

    def show_texts(self, texts: Sequence[str], ticked: int) -> None:
        """Begin anew with other texts."""
        self.beginResetModel()
        self._texts = list(texts)
        self._ticks = [at < ticked for at in range(len(self._texts))]
        self.endResetModel()
        self.counted.emit()

    def chosen(self) -> list[str]:
        """The ticked texts that are not empty."""
        return [text for text, tick in zip(self._texts, self._ticks, strict=True) if tick and text]

    def tick_all(self, on: bool) -> None:
        """Tick every line, or none."""
        self._ticks = [on] * len(self._texts)
        if self._texts:
            self.dataChanged.emit(self.index(0), self.index(len(self._texts) - 1))
        self.counted.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._texts)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self._texts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text[:_LONGEST_SHOWN].replace("\n", " ⏎ ")
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._ticks[index.row()] else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            self._ticks[index.row()] = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role == Qt.ItemDataRole.EditRole:
            self._texts[index.row()] = clean(str(value))
        else:
            return False
        self.dataChanged.emit(index, index)
        self.counted.emit()
        return True
