"""Excel workbooks (.xlsx, .xlsm): the cells a person sees on the first visible sheet, as text.

Formulas give the value that was last computed; macros and links are not even read. Written by hand over a bounded
zip and XML reader because a general library builds styles and shared strings of any size before it can be stopped.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from models.intake.package import Package
from models.intake.table import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Damaged, TooLarge
from models.text import clean

MAX_MERGED = 20_000
MAX_STRINGS_CHARS = 20_000_000

_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_RANGE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_QUOTED_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_EPOCH_1900, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 (a sheet knows no zone)


@dataclass(slots=True)
class _Book:
    """What is needed of a workbook to read the cells of a sheet."""

    sheets: list[str]
    strings: list[str]
    date_styles: frozenset[int]
    epoch: datetime


def workbook_rows(data: bytes) -> list[tuple[str, ...]]:
    """The rows of the first visible sheet that holds anything; no rows when none does. Raises Damaged, TooLarge."""
    package = Package(data)
    book = _book(package)
    for sheet in book.sheets:
        rows = _sheet_rows(package, sheet, book)
        if any(any(row) for row in rows):
            return rows
    return []


def _book(package: Package) -> _Book:
    main = next((path for kind, path in package.relations("").values() if kind == "officeDocument"), "")
    if not package.has(main):
        raise Damaged("no workbook inside")
    parts = package.relations(main)
    sheets: list[str] = []
    epoch = _EPOCH_1900

    def start(element: str, attributes: Mapping[str, str]) -> None:
        nonlocal epoch
        if element == "sheet" and attributes.get("state", "visible") == "visible":
            kind, path = parts.get(attributes.get("id", ""), ("", ""))
            if kind == "worksheet" and package.has(path):
                sheets.append(path)
        elif element == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            epoch = _EPOCH_1904

    package.parse(main, start)
    if not sheets:
        raise Damaged("no sheet inside")
    places = {kind: path for kind, path in parts.values() if package.has(path)}
    return _Book(sheets, _strings(package, places), _date_styles(package, places), epoch)


def _strings(package: Package, places: Mapping[str, str]) -> list[str]:
    """The shared strings, without the readings (furigana) that Excel keeps beside them."""
    strings: list[str] = []
    pieces: list[str] = []
    open_elements: set[str] = set()
    total = 0

    def start(element: str, _attributes: Mapping[str, str]) -> None:
        open_elements.add(element)
        if element == "si":
            pieces.clear()

    def text(data: str) -> None:
        nonlocal total
        total += len(data)
        if total > MAX_STRINGS_CHARS:
            raise TooLarge
        if "t" in open_elements and "rPh" not in open_elements:
            pieces.append(data)

    def end(element: str) -> None:
        open_elements.discard(element)
        if element == "si":
            strings.append("".join(pieces))

    if "sharedStrings" in places:
        package.parse(places["sharedStrings"], start, end, text)
    return strings


def _date_styles(package: Package, places: Mapping[str, str]) -> frozenset[int]:
    """The numbers of the cell styles that show a date or a time."""
    custom: set[int] = set()
    styles: list[int] = []
    inside: set[str] = set()

    def start(element: str, attributes: Mapping[str, str]) -> None:
        inside.add(element)
        if element == "numFmt" and _shows_date(attributes.get("formatCode", "")):
            custom.add(int(attributes.get("numFmtId", "-1")))
        elif element == "xf" and "cellXfs" in inside:
            styles.append(int(attributes.get("numFmtId", "0")))

    if "styles" in places:
        package.parse(places["styles"], start, inside.discard)
    return frozenset(number for number, code in enumerate(styles) if code in _DATE_FORMATS or code in custom)


def _shows_date(code: str) -> bool:
    return any(letter in _QUOTED_FORMAT.sub("", code).lower() for letter in "ymdhs")


@dataclass(slots=True)
class _Sheet:
    """The cells of a sheet by row and column (both from 1), and its merged ranges, while it is being read."""

    book: _Book
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    count: int = 0
    row: int = 0
    column: int = 0
    kind: str = ""
    style: int = 0
    pieces: list[str] = field(default_factory=list)
    inside: set[str] = field(default_factory=set)

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.inside.add(element)
        if element == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif element == "c":
            self._start_cell(attributes)
        elif element == "mergeCell":
            self.merged.append(attributes.get("ref", ""))
            if len(self.merged) > MAX_MERGED:
                raise TooLarge

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        place = _CELL.fullmatch(attributes.get("r", ""))
        self.column = column_number(place[1]) if place else self.column + 1
        self.row = int(place[2]) if place else self.row
        self.kind, self.style = attributes.get("t", "n"), int(attributes.get("s", "0"))
        self.pieces.clear()

    def text(self, data: str) -> None:
        """Characters of a value or of a string in place; formulas and readings are passed over."""
        if self.inside & {"v", "t"} and "rPh" not in self.inside:
            self.pieces.append(data)

    def end(self, element: str) -> None:
        """An element ends."""
        self.inside.discard(element)
        if element == "c" and (shown := cell_text("".join(self.pieces), self.kind, self.style, self.book)):
            self._keep(shown)

    def _keep(self, shown: str) -> None:
        self.count += 1
        row = self.rows.setdefault(self.row, {})
        row[self.column] = shown
        if len(self.rows) > MAX_ROWS or self.column > MAX_COLUMNS or self.count > MAX_CELLS:
            raise TooLarge


def _sheet_rows(package: Package, part: str, book: _Book) -> list[tuple[str, ...]]:
    sheet = _Sheet(book)
    package.parse(part, sheet.start, sheet.end, sheet.text)
    _keep_first_of_merged(sheet.rows, sheet.merged)
    width = max((max(row, default=0) for row in sheet.rows.values()), default=0)
    if width * len(sheet.rows) > MAX_CELLS * 4:
        raise TooLarge
    return [
        tuple(sheet.rows[number].get(column, "") for column in range(1, width + 1)) for number in sorted(sheet.rows)
    ]


def _keep_first_of_merged(rows: dict[int, dict[int, str]], merged: Sequence[str]) -> None:
    """Some programs leave values under a merged cell; a person sees only the first."""
    looked_at = 0
    for ref in merged:
        found = _RANGE.fullmatch(ref)
        if not found:
            continue
        left, right = column_number(found[1]), column_number(found[3])
        top, bottom = int(found[2]), int(found[4])
        near = bottom - top < len(rows)
        looked_at += 1 if near else len(rows)
        for number in range(top, bottom + 1) if near else [number for number in rows if top <= number <= bottom]:
            row = rows.get(number, {})
            looked_at += len(row)
            for column in [column for column in row if left <= column <= right and (number, column) != (top, left)]:
                del row[column]
        if looked_at > MAX_CELLS * 4:
            raise TooLarge


def column_number(letters: str) -> int:
    """The number of a column from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def cell_text(value: str, kind: str, style: int, book: _Book) -> str:
    """What a cell shows: its text, a number as typed, a date as 2026-06-04; nothing for an error."""
    if kind == "s":
        return _string_text(book.strings[_index(value, len(book.strings))])
    if kind in ("str", "inlineStr"):
        return _string_text(value)
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind == "d":
        return clean(value, len(value))
    return "" if kind == "e" or not value.strip() else _number_text(value, style, book)


def _index(value: str, length: int) -> int:
    index = int(value)
    if not 0 <= index < length:
        raise Damaged("a string is missing")
    return index


def _string_text(value: str) -> str:
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    return clean(text, len(text))


def _number_text(value: str, style: int, book: _Book) -> str:
    number = float(value)
    if style in book.date_styles and 0 <= number < 2_957_000:
        moment = book.epoch + timedelta(seconds=round(number * 86_400))
        if number < 1:
            return f"{moment:%H:%M}"
        return f"{moment:%Y-%m-%d %H:%M}" if number % 1 else f"{moment:%Y-%m-%d}"
    return format(number, ".15g")
