"""What an Excel workbook must pass before a library may open it: bounds on its zip and on the XML inside.

The library builds whole trees of styles and strings before its caller can stop it, so the elements are counted first,
with the same parser and without keeping any. Nothing is unpacked to the disk, no entity is expanded.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from models.intake.bounds import Damaged, TooLarge

MAX_DIRECTORY_BYTES = 1_000_000
MAX_PARTS = 2_000
MAX_UNPACKED_BYTES = 64_000_000
MAX_ELEMENTS = 800_000
MAX_BUILT = 250_000
"""Elements that the library turns into objects of their own (strings, rules; a style counts thrice): 5 to 15 µs."""
MAX_MERGED = 20_000

_CHUNK = 262_144
_MAX_TOKEN = 250_000
_MAX_FORMAT_CHARS = 255  # Excel's own limit.
_MAX_FORMAT_BRACKETS = 20  # The library looks for the end of each: once for every style, and a style is slow enough.
_WEIGHTS = {"row": 0, "c": 0, "v": 0, "f": 0, "t": 0, "xf": 3}
_STRICT = "http://purl.oclc.org/ooxml"
_END_MARK = b"PK\x05\x06"
_LOCKED = 0x1


def merged_ranges(data: bytes) -> dict[str, list[str]]:
    """Check a workbook and tell the merged ranges ("A2:C4") of each part that has any. Raises Damaged, TooLarge."""
    _check_end(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _checked(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError) as error:
        raise Damaged(f"not a whole zip: {type(error).__name__}") from error


def _check_end(data: bytes) -> None:
    """A directory of a million entries would be read before anything could be asked about it."""
    at = data.rfind(_END_MARK, max(0, len(data) - 66_000))
    if at < 0 or len(data) < at + 22:
        raise Damaged("the zip ends too early")
    if int.from_bytes(data[at + 12 : at + 16], "little") > MAX_DIRECTORY_BYTES:
        raise TooLarge


def _checked(package: zipfile.ZipFile) -> dict[str, list[str]]:
    entries = package.infolist()
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise TooLarge
    if any(entry.flag_bits & _LOCKED for entry in entries):
        raise Damaged("a part is locked")
    if len({entry.filename for entry in entries}) < len(entries):
        raise Damaged("a part is there twice")
    count = _Count()
    for entry in entries:
        count.part = entry.filename
        _read_through(package, entry, count)
    return count.merged


def _read_through(package: zipfile.ZipFile, entry: zipfile.ZipInfo, count: "_Count") -> None:
    """Count the elements of one part. What is no XML (a picture) ends here at its first bytes, as in the library."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = count.start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    fed = 0
    with package.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            fed += len(chunk)
            try:
                parser.Parse(chunk, False)
            except expat.ExpatError:
                return
            # The parser reads an unfinished token again and again: one of megabytes would take minutes.
            if fed - max(0, parser.CurrentByteIndex) > _MAX_TOKEN:
                raise Damaged("a token is too long")


def _refuse_doctype(*_declared: object) -> None:
    raise Damaged("a document type is declared")


def _check_format(code: str) -> None:
    if len(code) > _MAX_FORMAT_CHARS or code.count("[") > _MAX_FORMAT_BRACKETS:
        raise Damaged("a format is too long")


@dataclass(slots=True)
class _Count:
    """What has been seen in the parts of one workbook."""

    part: str = ""
    elements: int = 0
    built: int = 0
    sheets: set[str] = field(default_factory=set)
    merged: dict[str, list[str]] = field(default_factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins; its name and its attributes' are "namespace name"."""
        element = name.rpartition(" ")[2]
        self.elements += 1
        self.built += _WEIGHTS.get(element, 1)
        if self.elements > MAX_ELEMENTS or self.built > MAX_BUILT:
            raise TooLarge
        if element == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif element == "numFmt":
            _check_format(attributes.get("formatCode", ""))
        elif element in ("Relationship", "sheet"):
            self._refer(attributes)
        elif element == "workbook" and name.startswith(_STRICT):
            raise Damaged("a dialect that the library does not know")

    def _merge(self, ref: str) -> None:
        ranges = self.merged.setdefault(self.part, [])
        ranges.append(ref)
        if len(ranges) > MAX_MERGED:
            raise TooLarge

    def _refer(self, attributes: Mapping[str, str]) -> None:
        """A sheet listed a thousand times would be read a thousand times."""
        if attributes.get("Type", "").endswith("sheet"):
            kind = attributes.get("Target", "").rpartition("/")[2]
        else:
            kind = next((value for key, value in attributes.items() if key.endswith(" id")), "")
        if kind in self.sheets:
            raise Damaged("a sheet is listed twice")
        if kind:
            self.sheets.add(kind)
