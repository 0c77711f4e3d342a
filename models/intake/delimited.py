"""Tables in plain text: CSV, TSV, one column of lines; UTF-8, UTF-16 and the CP932 that Excel writes in Japan."""

import codecs
import csv
import io
from collections.abc import Iterator

from models.intake.bounds import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Damaged, TooLarge
from models.text import clean

MAX_TEXT_BYTES = 20_000_000
SEPARATORS = (",", "\t", ";")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_LINES = 50


def delimited_rows(data: bytes, suffix: str) -> tuple[list[tuple[str, ...]], str]:
    """The rows of a text file and the encoding it was read by. `suffix` (".csv") decides where the text does not.

    Raises TooLarge, and Damaged when no encoding fits.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise TooLarge
    bom, encoding = encoding_of(data)
    separator = separator_of(_head(data[bom:], encoding), suffix)
    lines = io.TextIOWrapper(io.BytesIO(data[bom:]), encoding=encoding, newline="")
    if separator:
        return _limited(csv.reader(lines, delimiter=separator)), encoding
    return _limited([line] for line in lines), encoding


def encoding_of(data: bytes) -> tuple[int, str]:
    """How many bytes of mark to pass over, and the encoding. Raises Damaged when none fits."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return len(mark), _fitting(data[len(mark) :], (encoding,))
    return 0, _fitting(data, _unmarked_utf16(data) or ("utf-8", "cp932"))


def _unmarked_utf16(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows by its zero bytes: those of line ends and digits stand on one side only."""
    head = data[:4000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < 2 or min(even, odd) * 4 > max(even, odd):
        return ()
    return ("utf-16-le",) if odd > even else ("utf-16-be",)


def _fitting(data: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    raise Damaged("no encoding fits")


def _head(data: bytes, encoding: str) -> list[str]:
    text = data[:64_000].decode(encoding, errors="ignore")
    return text.splitlines()[:_SAMPLE_LINES]


def separator_of(lines: list[str], suffix: str) -> str:
    """What separates the cells of most lines; "" for plain lines. In `.txt` and `.md` a comma is only a comma."""
    if suffix == ".tsv":
        return "\t"
    marks = SEPARATORS if suffix == ".csv" else ("\t",)
    best = max(marks, key=lambda mark: sum(mark in line for line in lines))
    if any(best in line for line in lines):
        return best
    return "," if suffix == ".csv" else ""


def _limited(records: Iterator[list[str]]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    cells = 0
    try:
        for record in records:
            cells += len(record)
            if len(rows) >= MAX_ROWS or len(record) > MAX_COLUMNS or cells > MAX_CELLS:
                raise TooLarge
            rows.append(tuple(clean(cell, len(cell)) for cell in record))
    except csv.Error as error:  # A quotation that never ends.
        raise Damaged("the quotation marks do not match") from error
    return rows
