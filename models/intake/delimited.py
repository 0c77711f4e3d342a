"""Tables in plain text: CSV, TSV, one column of lines."""

import csv
import io
from collections.abc import Iterator

from models.intake.bounds import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Damaged, TooLarge
from models.intake.decoding import Decoding
from models.text import clean

MAX_TEXT_BYTES = 20_000_000
SEPARATORS = (",", "\t", ";")

_HEAD_BYTES = 64_000
_SAMPLE_LINES = 50


def delimited_rows(data: bytes, decoding: Decoding, separator: str) -> list[tuple[str, ...]]:
    """The rows of a text file. Raises TooLarge, and Damaged when a quotation never ends."""
    lines = io.TextIOWrapper(
        io.BytesIO(data[decoding.skip :]), encoding=decoding.encoding, errors=decoding.errors, newline=""
    )
    return _limited(csv.reader(lines, delimiter=separator) if separator else ([line] for line in lines))


def separator_of(data: bytes, decoding: Decoding, suffix: str) -> str:
    """What separates the cells of most lines; "" for plain lines. In `.txt` and `.md` a comma is only a comma.

    `suffix` (".csv") decides where the text does not.
    """
    if suffix == ".tsv":
        return "\t"
    text = data[decoding.skip :][:_HEAD_BYTES].decode(decoding.encoding, errors="ignore")
    lines = text.splitlines()[:_SAMPLE_LINES]
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
