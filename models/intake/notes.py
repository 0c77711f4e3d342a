"""Pasted text and the cells of a table, as notes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.text import MAX_NOTE_CHARS, clean, is_blank

MAX_PASTED_NOTES = 2_000
"""More notes than this at once are worth asking the person about first; nothing is refused here."""

_SEPARATOR = re.compile(r"[\t\n]")
# A spreadsheet cell holds 32,767 characters; a longer quotation is just a stray mark. Nothing here is tried twice.
_PIECE = re.compile(r'"((?:[^"]|""){0,40000}+)"(?![^\t\n])|[^\t\n]+')
_BULLET = re.compile(
    r"""(?:[-*+–—]\s+(?:\[[\ xX]\]\s+)?           # a hyphen needs its space: -5度 is a number
        |・(?!・)\s*                               # ・・・ is an ellipsis
        |([●■□◆◇▪▫▸▶➢✓✔•‣◦])(?!\1)\s*             # ■■ is blacked out
        |[○◯](?![○◯〇×を]|.×)\s*                   # ○○課, ○×, ○を付ける
        |〇\s+)""",
    re.VERBOSE,
)
_NUMBER = re.compile(
    r"""(?:[(（]\d{1,3}[)）]\s*
        |\d{1,3}[.．)）、](?!\d)\s*                 # 1.5倍 and 2、3人 are numbers
        |[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇⒈-⒛](?!.{1,2}[①-⑳])\s*)  # ①と② refers to something""",
    re.VERBOSE,
)
_QUOTATION_MARKS = '"「『'
_LETTERS_OF_NOTHING = "ー\u3164"
_NO_MATTER = re.compile(r"[\s\d.．,，、:：/()（）=＝_＿*＊\-－―─━–—…‥・ー~〜]*")


@dataclass(frozen=True, slots=True)
class Intake:
    """Notes as they came in, each clean and never blank.

    `shortened` counts those that were longer than a note may be and lost their end; `skipped` counts what was left
    out because no matter is in it: a lone bullet or number, a ruled line. Blank lines and cells are not counted.
    """

    notes: tuple[str, ...]
    shortened: int = 0
    skipped: int = 0


def pasted_notes(text: str) -> Intake:
    """What somebody pastes: one note a line, without its bullet or number; from a spreadsheet, one note a cell.

    A quoted cell of several lines (as spreadsheets copy them) stays one note.
    """
    text = clean(text, len(text))
    return as_notes(_cells(text) if '"' in text else _SEPARATOR.split(text))


def note_lines(text: str) -> list[str]:
    """The notes of `pasted_notes` alone."""
    return list(pasted_notes(text).notes)


def as_notes(texts: Iterable[str]) -> Intake:
    """Each of `texts`, already clean but of any length, as a note."""
    notes: list[str] = []
    shortened = skipped = 0
    for text in texts:
        text = text.strip()
        if not text:
            continue
        matter = text if _begins_plainly(text) else _matter(text)
        if not matter:
            skipped += matter is not None
            continue
        notes.append(clean(matter) if len(matter) > MAX_NOTE_CHARS else matter)
        shortened += len(matter) > MAX_NOTE_CHARS
    return Intake(tuple(notes), shortened, skipped)


def _begins_plainly(text: str) -> bool:
    """The quick way for most notes, begun by a letter or a quotation mark: no bullet, no number, not blank."""
    return text[0] in _QUOTATION_MARKS or (text[0].isalpha() and text[0] not in _LETTERS_OF_NOTHING)


def _matter(text: str) -> str | None:
    """What is left of `text` without its bullet; None where there was nothing to see, "" where only a mark was."""
    if is_blank(text):
        return None
    matter = without_bullet(text)
    return "" if is_blank(matter) or _NO_MATTER.fullmatch(matter) else matter


def without_bullet(text: str) -> str:
    """`text` without the bullet and the number that begin it: 「・(1) 会議」 is 「会議」."""
    for mark in (_BULLET, _NUMBER):
        found = mark.match(text)
        if found:
            text = text[found.end() :]
    return text


def _cells(text: str) -> Iterator[str]:
    """The pieces between tabs and line ends that are not empty; what a spreadsheet quoted is one piece.

    Spreadsheets quote only what holds a line end, a tab or a quotation mark; anything else is an ordinary quotation.
    """
    for found in _PIECE.finditer(text):
        inside = found[1]
        quoted = inside and ("\n" in inside or '"' in inside or "\t" in inside)
        yield inside.replace('""', '"') if quoted else found[0]
