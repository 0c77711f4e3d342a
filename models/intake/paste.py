"""A text that somebody pastes, cut into notes: line by line, paragraph by paragraph, or cell by cell."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from models.intake.notes import Intake, as_notes
from models.text import MAX_NOTE_CHARS, clean

_CHUNK = 100_000
"""Characters that are cleaned at one go: the window gets its turn in between."""
_FAR_TOO_LONG = 2 * MAX_NOTE_CHARS
_BETWEEN_CELLS = "\u3000"
# A spreadsheet cell holds 32,767 characters; a longer quotation is just a stray mark. Nothing here is tried twice.
_TOKEN = re.compile(r'"((?:[^"]|""){0,40000}+)"(?![^\t\n])|[^\t\n]+|\n')

Row = list[str]


class Cut(StrEnum):
    """What becomes one note."""

    LINES = "lines"
    PARAGRAPHS = "paragraphs"
    CELLS = "cells"


@dataclass(frozen=True, slots=True)
class Paste:
    """A text as notes, in every way of cutting it that makes a difference; `guess` is most likely meant."""

    ways: Mapping[Cut, Intake]
    guess: Cut

    @property
    def likely(self) -> Intake:
        """The notes by the way that is most likely meant."""
        return self.ways[self.guess]


def read_paste(text: str, stop: Callable[[], bool] = bool) -> Paste:
    """What is in a text, however long: without bullets and numbers, a spreadsheet's quoted cells whole.

    Of more than MAX_NOTES notes the first are cut, and the rest is not read.
    `stop` says whether nobody waits for it any more; what is returned then is not whole.
    """
    text = _cleaned(text)
    ways = {Cut.LINES: as_notes(_until(stop, _lines(text)))}
    for way, pieces in _other_ways(text):
        intake = as_notes(_until(stop, pieces(text)))
        if all(intake.notes != known.notes for known in ways.values()):
            ways[way] = intake
    return Paste(ways, Cut.CELLS if Cut.CELLS in ways else Cut.LINES)


def _until(stop: Callable[[], bool], pieces: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda _piece: not stop(), pieces)


def _other_ways(text: str) -> Iterator[tuple[Cut, Callable[[str], Iterable[str]]]]:
    if "\n\n" in text or re.search(r"\n[^\S\n]+\n", text):
        yield Cut.PARAGRAPHS, _paragraphs
    if "\t" in text or '"' in text:
        yield Cut.CELLS, _cells


def _cleaned(text: str) -> str:
    """`clean` piece by piece: a long text is never held on to for long."""
    pieces = []
    start = 0
    while start < len(text):
        end = start + _CHUNK
        end += text[end - 1 : end + 1] == "\r\n"
        pieces.append(clean(f"|{text[start:end]}|", _CHUNK + 3)[1:-1])  # the bars keep white space at both ends
        start = end
    return "".join(pieces)


def _rows(text: str) -> Iterator[Row]:
    """The cells of each row that are not empty; what a spreadsheet quoted is one cell.

    Spreadsheets quote only what holds a line end, a tab or a quotation mark; anything else is an ordinary quotation.
    """
    if '"' not in text:
        yield from (line.split("\t") for line in _split(text))
        return
    row: Row = []
    for found in _TOKEN.finditer(text):
        if found[0] == "\n":
            yield row
            row = []
            continue
        inside = found[1]
        quoted = inside and ("\n" in inside or '"' in inside or "\t" in inside)
        row.append(inside.replace('""', '"') if quoted else found[0])
    yield row


def _split(text: str) -> Iterator[str]:
    """The lines one by one: of millions most are never asked for."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _cells(text: str) -> Iterator[str]:
    for row in _rows(text):
        yield from row


def _lines(text: str) -> Iterator[str]:
    """A row of cells becomes a line, and a cell of several lines as many."""
    for row in _rows(text):
        yield from _BETWEEN_CELLS.join(cell.strip() for cell in row if not cell.isspace() and cell).split("\n")


def _paragraphs(text: str) -> Iterator[str]:
    """What stands between blank lines, its own line ends kept; of a paragraph far too long for a note the beginning."""
    paragraph: Row = []
    room = _FAR_TOO_LONG
    for line in _split(text):
        if line and not line.isspace():
            if room > 0:
                paragraph.append(line.strip())
                room -= len(line)
        elif paragraph:
            yield "\n".join(paragraph)
            paragraph, room = [], _FAR_TOO_LONG
    yield "\n".join(paragraph)
