"""Sheets of bands: plain words in rows across the wall, before anybody has measured them. No Qt."""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How the words of a cell are set; `BEFORE` and `AFTER` stand on grounds of their own, `DONE` … `WAITING` are
    states, `NUMBER` is ringed, and `REST` keeps a place free for a clock."""

    PLAIN = "plain"
    BOLD = "bold"
    QUIET = "quiet"
    KEY = "key"
    TITLE = "title"
    NUMBER = "number"
    BEFORE = "before"
    AFTER = "after"
    ARROW = "arrow"
    DONE = "done"
    GOING = "going"
    STOPPED = "stopped"
    WAITING = "waiting"
    REST = "rest"


class Ground(StrEnum):
    """What a whole band stands on."""

    NONE = "none"
    CARD = "card"
    RULED = "ruled"


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in `share` (0..1) of the band's width, one paragraph a line; `label` stands above them, in bold."""

    text: str
    share: float = 1.0
    look: Look = Look.PLAIN
    label: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """Cells from left to right."""

    cells: tuple[Cell, ...]
    ground: Ground = Ground.NONE


@dataclass(frozen=True, slots=True)
class Sheet:
    """Bands from top to bottom, in `columns`; `head` stands again at the top of each page."""

    bands: tuple[Band, ...]
    head: Band | None = None
    columns: int = 1


def before_and_after(before: str, after: str, labels: tuple[str, str]) -> tuple[Band, ...]:
    """Two grounds and an arrow between them; one that nothing is said of is left out with the arrow."""
    if not (before and after):
        told = ((before, labels[0], Look.BEFORE), (after, labels[1], Look.AFTER))
        return tuple(Band((Cell(text, 1.0, look, label),)) for text, label, look in told if text)
    left, right = Cell(before, 0.47, Look.BEFORE, labels[0]), Cell(after, 0.47, Look.AFTER, labels[1])
    return (Band((left, Cell("→", 0.06, Look.ARROW), right)),)
