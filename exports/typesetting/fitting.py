"""Text in a box it must not leave: in the largest type that holds all of it, else its beginning and an ellipsis."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from exports.typesetting.glyphs import set_glyphs
from exports.typesetting.line_breaking import SPACES, Glyph, lines
from exports.typesetting.text_lines import advance
from models.text import cut

ELLIPSIS = "…"
MOST_CHARS = 600
"""More of a text than this is never set: it would fit no box in a type one can read."""

Glyphs = tuple[Glyph, ...]
Choice = tuple[float, int]
"""A size of type, and how many lines of it a box has room for."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The lines of a text in the type that was chosen; `whole` is False where its end is left out."""

    lines: tuple[Glyphs, ...]
    size: float
    whole: bool = True


def fitted(text: str, width: float, choices: Sequence[Choice], *, bold: bool = False) -> Fitted:
    """The text in the first of `choices` that holds it, or in the last without its end. `width` is of their unit."""
    short = cut(text, MOST_CHARS, ELLIPSIS)
    paragraphs = [set_glyphs(paragraph, bold=bold) for paragraph in short.split("\n")]
    for size, most in choices:
        found = tuple(islice(_broken(paragraphs, width / size), most + 1))
        if len(found) <= most:
            return Fitted(found, size, whole=short == text)
    kept = found[:most]
    return Fitted((*kept[:-1], _elided(kept[-1], width / size, bold=bold)), size, whole=False)


def _broken(paragraphs: Iterable[Sequence[Glyph]], measure: float) -> Iterator[Glyphs]:
    return (tuple(line) for paragraph in paragraphs for line in lines(paragraph, measure))


def _elided(line: Glyphs, measure: float, *, bold: bool) -> Glyphs:
    """As much of the line as leaves room for an ellipsis."""
    mark = tuple(set_glyphs(ELLIPSIS, bold=bold))
    kept = list(line)
    while kept and (kept[-1].source in SPACES or advance(kept) + advance(mark) > measure):
        kept.pop()
    return (*kept, *mark)
