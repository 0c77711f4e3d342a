"""What case files and workshop packages share: a manifest with sums, and one sentence when anything is wrong.

Nothing is ever unpacked to the disk; a file is read up to `MAX_FILE_BYTES`, checked as a whole and only then decoded.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from models.language import gettext as _
from models.library.archive import FIRST_NAME, first_entry, pack, unpack
from models.library.json_text import is_bounded, parsed, written
from models.library.plain import from_plain, to_plain
from models.problems import Problem

MAX_FILE_BYTES = 32 * 1024 * 1024


class FileKind(StrEnum):
    """The format a file says it has."""

    CASE = "minaoshi-case"
    WORKSHOP = "minaoshi-workshop"


VERSIONS: Mapping[FileKind, int] = MappingProxyType({FileKind.CASE: 1, FileKind.WORKSHOP: 3})
"""The version in which each kind is written; every earlier one is read too. Packages of version 1 knew one format of
meeting, and fewer phases and kinds of notes; in those of version 2, dots were a group's alone."""


@dataclass(frozen=True, slots=True)
class ListedFile:
    """One file in the manifest: its size in bytes and its SHA-256 sum, 64 hexadecimal digits."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a file that travels says of itself."""

    format: FileKind
    version: int
    files: tuple[ListedFile, ...]


def write_container(kind: FileKind, document: tuple[str, Any], papers: Mapping[str, bytes]) -> bytes:
    """The bytes of a file: `document` (name, JSON value) and `papers` (name -> contents). The same gives the same.

    Raises Problem when it would be larger than what `read_container` takes.
    """
    name, value = document
    text = written(value)
    files = {name: text, **papers}
    if not is_bounded(text) or sum(map(len, files.values())) > MAX_FILE_BYTES - 64 * 1024:
        raise too_much()
    listed = tuple(_listed(name, files[name]) for name in sorted(files))
    return pack({FIRST_NAME: written(to_plain(Manifest(kind, VERSIONS[kind], listed))), **files})


def too_much() -> Problem:
    """The sentence for what does not fit into one file."""
    return Problem(
        _(
            "There is too much in it for one file, so none was written and your data is as it was;"
            " please shorten long texts and try again."
        )
    )


def _listed(name: str, content: bytes) -> ListedFile:
    return ListedFile(name, len(content), hashlib.sha256(content).hexdigest())


def read_container(kind: FileKind, source: bytes | Path) -> dict[str, bytes]:
    """The files in it, whole and unchanged since they were written. Raises Problem for anything else."""
    data = source if isinstance(source, bytes) else file_bytes(source)
    if len(data) > MAX_FILE_BYTES:
        raise Problem(
            _(
                "This file is larger than {limit} MB and was not opened, your data is as it was;"
                " please ask the sender whether it is the right one."
            ).format(limit=MAX_FILE_BYTES // 1024**2)
        )
    with damage_told():
        _check_head(kind, parsed(first_entry(data)))
        return _checked(unpack(data))


def file_bytes(path: Path) -> bytes:
    """The file's contents, one byte more than may be at the most. Raises Problem when it cannot be read."""
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise _unreadable() from error
    raise _unreadable()


def _unreadable() -> Problem:
    return Problem(
        _(
            "The file could not be read and your data is as it was;"
            " please check that it is still there and that you may read it, then open it again."
        )
    )


@contextmanager
def damage_told() -> Iterator[None]:
    """Turns the ValueError of whatever is not as it must be into the one sentence for a damaged file."""
    try:
        yield
    except ValueError as error:
        raise Problem(
            _(
                "This file is damaged or is not one of Minaoshi's, so it was not opened and your data is as it was;"
                " please ask the sender for it again."
            )
        ) from error


def _check_head(kind: FileKind, head: Any) -> None:
    """Another kind and a newer version each have a sentence of their own, before anything else is asked."""
    if not isinstance(head, dict) or head.get("format") not in list(FileKind):
        raise ValueError("not a format of this program")
    if head["format"] != kind:
        raise _other_kind(kind)
    version = head.get("version")
    if isinstance(version, int) and version > VERSIONS[kind]:
        raise Problem(
            _(
                "This file was made by a newer version of Minaoshi and was not opened, your data is as it was;"
                " please update Minaoshi, then open it again."
            )
        )
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError("not a version of this format")


def _other_kind(wanted: FileKind) -> Problem:
    if wanted is FileKind.CASE:
        return Problem(
            _("This is a workshop package (.minaoshi), not a case file (.jirei); please open it as a workshop.")
        )
    return Problem(_("This is a case file (.jirei), not a workshop package (.minaoshi); please open it as a case."))


def _checked(entries: dict[str, bytes]) -> dict[str, bytes]:
    """The entries without the manifest, which must list each of them as it is."""
    manifest = from_plain(Manifest, parsed(entries.pop(FIRST_NAME)))
    if manifest.files != tuple(_listed(name, entries[name]) for name in sorted(entries)):
        raise ValueError("the manifest does not fit the files")
    return entries
