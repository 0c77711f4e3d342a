"""Text to lines of glyphs, and where a line stands in its measure. Widths are ems."""

from collections.abc import Sequence

from exports.blocks import Align
from exports.typesetting.glyphs import set_glyphs
from exports.typesetting.line_breaking import SPACES, Glyph, lines

_MOST_SPREAD = 0.08


def advance(glyphs: Sequence[Glyph]) -> float:
    """The width of a line in ems; spaces at its end and the gap after it hang out and do not count."""
    width, counted = 0.0, 0.0
    for glyph in glyphs:
        width += glyph.width
        if glyph.source not in SPACES:
            counted = width
        width += glyph.gap
    return counted


def text_lines(text: str, measure: float, *, bold: bool = False) -> list[tuple[Sequence[Glyph], bool]]:
    """The lines of a text, newlines kept, each with whether its paragraph goes on below it."""
    found: list[tuple[Sequence[Glyph], bool]] = []
    for paragraph in text.split("\n"):
        broken = list(lines(set_glyphs(paragraph, bold=bold), measure))
        found += [(line, index + 1 < len(broken)) for index, line in enumerate(broken)]
    return found


def spread(line: Sequence[Glyph], measure: float, *, goes_on: bool) -> float:
    """What to add after each glyph so that the line fills its measure, where that is little."""
    seen = [glyph for glyph in line if glyph.source not in SPACES]
    if not goes_on or len(seen) < 2:
        return 0.0
    each = (measure - advance(line)) / (len(line) - 1)
    return each if 0 < each <= _MOST_SPREAD else 0.0


def offset(line: Sequence[Glyph], measure: float, align: Align) -> float:
    """How far from the left a line begins."""
    if align is Align.LEFT:
        return 0.0
    room = max(measure - advance(line), 0.0)
    return room / 2 if align is Align.CENTRE else room


def baseline(leading: float, size: float) -> float:
    """Where in a line of `leading` the baseline of type of `size` lies, from the line's top."""
    return leading / 2 + size * 0.38
