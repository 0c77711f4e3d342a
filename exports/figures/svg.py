"""A picture as SVG, for slides and for those who work on it further: text stays text, and is never markup."""

import re
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape

from exports.figures.figure import Box, Figure, Mark, Stroke, Text, Watch, unwatched
from exports.typesetting.line_breaking import Glyph

FAMILIES = "BIZ UDPGothic, BIZ UDGothic, Yu Gothic UI, Meiryo, Hiragino Sans, Noto Sans CJK JP, sans-serif"
"""Ours first, which Windows has; then what other systems have."""
WATCHED = 500
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def picture_svg(figure: Figure, *, watch: Watch = unwatched) -> bytes:
    """The picture as an SVG file, UTF-8. The same picture gives the same bytes."""
    return "\n".join([*_head(figure), *_body(figure, watch), "</svg>", ""]).encode()


def _head(figure: Figure) -> Iterator[str]:
    width, height = _n(figure.width), _n(figure.height)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' role="img" xml:lang="ja" font-family="{FAMILIES}">'
    )
    yield f"<title>{_plain(figure.title)}</title>"
    yield f"<desc>{_plain(figure.description)}</desc>"
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'


def _body(figure: Figure, watch: Watch) -> Iterator[str]:
    for index, mark in enumerate(figure.marks):
        if index % WATCHED == 0:
            watch(index / len(figure.marks))
        yield _element(mark)


def _element(mark: Mark) -> str:
    if isinstance(mark, Text):
        return _text(mark)
    return _box(mark) if isinstance(mark, Box) else _stroke(mark)


def _n(value: float) -> str:
    """A number with two places at the most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _plain(text: str) -> str:
    return escape(_NOT_XML.sub("〓", text))


def _box(box: Box) -> str:
    corners = f' rx="{_n(box.radius)}"' if box.radius else ""
    line = f' stroke="{box.line}" stroke-width="{_n(box.thickness)}"' if box.line else ""
    return (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"{corners}'
        f' fill="{box.fill or "none"}"{line}/>'
    )


def _stroke(stroke: Stroke) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in stroke.points)
    if stroke.filled:
        return f'<polygon points="{points}" fill="{stroke.colour}"/>'
    return f'<polyline points="{points}" fill="none" stroke="{stroke.colour}" stroke-width="{_n(stroke.thickness)}"/>'


def _text(text: Text) -> str:
    """A line; where Japanese and Latin meet, the gap between them is a move and not a typed space."""
    weight = ' font-weight="700"' if text.bold else ""
    place = f'x="{_n(text.x)}" y="{_n(text.y)}" font-size="{text.size}"{weight} fill="{text.colour}"'
    return f'<text {place} xml:space="preserve">{"".join(_runs(text))}</text>'


def _runs(text: Text) -> Iterator[str]:
    move = 0.0
    for _number, run in groupby(_numbered(text), lambda pair: pair[0]):
        glyphs = [glyph for _, glyph in run]
        typed = _plain("".join(glyph.source for glyph in glyphs))
        yield f'<tspan dx="{_n(move)}">{typed}</tspan>' if move else typed
        move = glyphs[-1].gap * text.size


def _numbered(text: Text) -> Iterator[tuple[int, Glyph]]:
    """Each glyph with the number of its run; a run ends with a gap."""
    number = 0
    for glyph in text.glyphs:
        yield number, glyph
        number += bool(glyph.gap)
