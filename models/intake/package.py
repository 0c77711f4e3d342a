"""The zip of an Excel workbook, read within bounds: nothing is unpacked to the disk, no entity is expanded."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from posixpath import dirname, join, normpath
from xml.parsers import expat

from models.intake.table import Damaged, TooLarge

MAX_PART_BYTES = 64_000_000
MAX_ELEMENTS = 800_000
MAX_DIRECTORY_BYTES = 1_000_000

_CHUNK = 262_144
_MAX_TOKEN = 1_000_000
_END_MARK = b"PK\x05\x06"

OnStart = Callable[[str, Mapping[str, str]], None]
OnEnd = Callable[[str], None]
OnText = Callable[[str], None]


def _ignore_end(_name: str) -> None:
    return None


class Package:
    """The parts of one workbook. All its parts together may hold `MAX_ELEMENTS` elements. Raises Damaged, TooLarge."""

    def __init__(self, data: bytes) -> None:
        _check_directory(data)
        self._elements = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as error:
            raise Damaged("not a zip") from error
        self._names = frozenset(self._zip.namelist())

    def has(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return part in self._names

    def parse(self, part: str, start: OnStart, end: OnEnd = _ignore_end, text: OnText = _ignore_end) -> None:
        """Read an XML part, telling of elements by their names without namespaces."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def on_start(name: str, attributes: Mapping[str, str]) -> None:
            self._elements += 1
            if self._elements > MAX_ELEMENTS:
                raise TooLarge
            start(_local(name), {_local(key): value for key, value in attributes.items()})

        parser.StartElementHandler = on_start
        parser.EndElementHandler = lambda name: end(_local(name))
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _refuse_doctype
        try:
            self._feed(part, parser)
        except (expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError) as error:
            raise Damaged(f"a part cannot be read: {type(error).__name__}") from error
        except (RuntimeError, NotImplementedError) as error:  # An entry with a password or an unknown compression.
            raise Damaged("a part is locked") from error

    def _feed(self, part: str, parser: expat.XMLParserType) -> None:
        fed = 0
        with self._zip.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                fed += len(chunk)
                if fed > MAX_PART_BYTES:
                    raise TooLarge
                parser.Parse(chunk, False)
                # The parser reads an unfinished token again and again: one of megabytes would take minutes.
                if fed - max(0, parser.CurrentByteIndex) > _MAX_TOKEN:
                    raise Damaged("a token is too long")
        parser.Parse(b"", True)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What `part` ("" for the package) refers to: id -> (kind, name of a part)."""
        folder, _, name = part.rpartition("/")
        listed = join(folder, "_rels", f"{name}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(element: str, attributes: Mapping[str, str]) -> None:
            if element == "Relationship":
                target = attributes.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
                found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], path)

        if self.has(listed):
            self.parse(listed, start)
        return found


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse_doctype(*_declared: object) -> None:
    raise Damaged("a document type is declared")


def _check_directory(data: bytes) -> None:
    """A directory of a million entries would be read before anything could be asked about it."""
    at = data.rfind(_END_MARK, max(0, len(data) - 66_000))
    if at < 0 or len(data) < at + 22:
        raise Damaged("the zip ends too early")
    if int.from_bytes(data[at + 12 : at + 16], "little") > MAX_DIRECTORY_BYTES:
        raise TooLarge
