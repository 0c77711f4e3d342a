"""Asking where a file goes or comes from; the folder chosen last is offered again."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


class _Last:
    folder: Path | None = None


def _folder() -> Path:
    if _Last.folder is not None and _Last.folder.is_dir():
        return _Last.folder
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def ask_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where a file called `name` shall go, with the ending of `name`; None when the person thinks better of it."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(_folder() / name), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    _Last.folder = path.parent
    suffix = Path(name).suffix
    return path if path.suffix.casefold() == suffix else path.with_name(path.name + suffix)


def ask_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """The file to open, None for none."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(_folder()), kinds)
    if not chosen:
        return None
    _Last.folder = Path(chosen).parent
    return Path(chosen)


def open_outside(path: Path) -> None:
    """Have the system open a file or folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
