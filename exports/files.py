"""Papers on the disk: their names, and writing them whole or not at all."""

import errno
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from exports.sections.wording import STATE_NAMES, format_name
from models.language import gettext as _
from models.problems import Problem
from models.text import graphemes
from models.workshop import Workshop

MAX_NAME_CHARS = 200
MAX_NAME_BYTES = 240
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_CIRCLED = re.compile("[\u2460-\u24ff\u3200-\u33ff]")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def safe_name(stem: str, suffix: str) -> str:
    """A file name every system and share takes: no forbidden or machine-dependent characters, under 200 long."""
    stem = _CIRCLED.sub("", _FORBIDDEN.sub("", stem)).strip(" .　") or "minaoshi"
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    kept, room, space = "", MAX_NAME_CHARS - 1 - len(suffix), MAX_NAME_BYTES - len(suffix.encode())
    for grapheme in graphemes(stem):
        room -= len(grapheme)
        space -= len(grapheme.encode())
        if room < 0 or space < 0:
            break
        kept += grapheme
    return kept.rstrip(" .　") + suffix


def minutes_file_name(workshop: Workshop, suffix: str) -> str:
    """20260604_業務見直し皆議第1回_議事概要(案).pdf, for `suffix` ".pdf"."""
    details = workshop.details
    state = STATE_NAMES[details.minutes_state]
    return safe_name(f"{details.held_on:%Y%m%d}_{format_name(workshop)}第{details.number}回_議事概要({state})", suffix)


def run_sheet_file_name(workshop: Workshop, suffix: str) -> str:
    """20260604_業務見直し皆議第1回_進行表.pdf, for `suffix` ".pdf"."""
    details = workshop.details
    return safe_name(f"{details.held_on:%Y%m%d}_{format_name(workshop)}第{details.number}回_進行表", suffix)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    """What this process takes from the rights of new files; it can only be read by being set."""
    umask = os.umask(0o077)
    os.umask(umask)
    return umask


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".minaoshi-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())  # mkstemp's files are for their owner alone, papers are for the office
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(path.parent)


def _told(path: Path, error: OSError) -> str:
    """What happened, in a sentence the person in front of it can act on."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("“{name}” was not written: the disk is full. Make room or choose another folder.").format(
            name=path.name
        )
    if error.errno == errno.ENOENT:
        return _("“{name}” was not written: the folder is not there. Choose another folder.").format(name=path.name)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _(
            "“{name}” was not written: nothing may be written there, or the file is open elsewhere. "
            "Close it or choose another folder."
        ).format(name=path.name)
    return _("“{name}” was not written ({reason}). The workshop itself is safe; choose another folder.").format(
        name=path.name, reason=error.strerror or error
    )


def write_paper(path: Path, data: bytes) -> None:
    """Write `data` to `path`, whole and durably: what stood there stays until then.

    Raises Problem, with the old file untouched, when the place takes nothing.
    """
    try:
        _replace(path, data)
    except OSError as error:
        raise Problem(_told(path, error)) from error
