"""From text to glyphs: fonts and their fallbacks, the gap between Japanese and Latin, and what no font can show.

What cannot be shown is never a blank box: a decomposed character is composed, a variation selector is dropped,
another font is tried, and at last the printers' mark for a missing sort (〓) is set. All but the first are reported.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from exports.typesetting.line_breaking import Glyph, is_word
from models.text import graphemes

FONTS = Path(__file__).parent.parent.parent / "assets" / "fonts"
REGULAR = ("BIZUDPGothic-Regular", "BIZUDGothic-Regular")
BOLD = ("BIZUDPGothic-Bold", "BIZUDGothic-Bold", "BIZUDPGothic-Regular")
GETA = "〓"
GAP = 0.25
_TAB = "  "


@cache
def _font(name: str) -> TTFont:
    font = TTFont(name, str(FONTS / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    return font


def usable(name: str) -> str:
    """The name of a face, known to reportlab from now on."""
    return str(_font(name).fontName)


@cache
def spaced(name: str) -> str:
    """The name of a face whose every glyph is a quarter em wider: the gap as part of what was drawn before it.

    A gap left by moving on is read as a typed space by some programs; a wide glyph is not.
    """
    font, wide = _font(name), copy(_font(name))
    wide.fontName, wide.state = f"{name}-Spaced", WeakKeyDictionary()
    wide.face = face = copy(font.face)
    face.name = font.face.name + b"-Spaced"
    face.charWidths = {code: width + GAP * 1000 for code, width in face.charWidths.items()}
    face.hmetrics = [(advance + round(GAP * face.unitsPerEm), bearing) for advance, bearing in face.hmetrics]
    pdfmetrics.registerFont(wide)
    return str(wide.fontName)


def _covers(face: str, text: str) -> bool:
    known = _font(face).face.charToGlyph
    return all(ord(char) in known for char in text)


def _width(face: str, text: str) -> float:
    metrics = _font(face).face
    return float(sum(metrics.charWidths.get(ord(char), metrics.defaultWidth) for char in text)) / 1000


def _is_selector(char: str) -> bool:
    code = ord(char)
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


def _is_invisible(text: str) -> bool:
    """Joiners, marks of direction, selectors without a base. Arabic number signs are Cf too, but seen."""
    return all(
        (unicodedata.category(char) in ("Cf", "Cc") and not 0x600 <= ord(char) <= 0x8E2) or _is_selector(char)
        for char in text
    )


def _candidates(grapheme: str) -> Iterable[tuple[str, bool]]:
    """What may stand for a character, best first, each with whether the reader loses something by it."""
    composed = unicodedata.normalize("NFC", grapheme)
    yield (composed if len(composed) < len(grapheme) else grapheme), False
    if any(map(_is_selector, grapheme)):
        base = "".join(char for char in grapheme if not _is_selector(char))
        yield base, any(_is_selector(char) and ord(char) > 0xFE0F for char in grapheme)
    joined = "".join(char for char in grapheme if unicodedata.category(char) != "Cf")
    if joined and joined != grapheme and len(joined) == 1:
        yield joined, False


@lru_cache(maxsize=8192)
def glyph(grapheme: str, faces: tuple[str, ...]) -> Glyph | None:
    """The glyph of one character, None where it has no visible shape at all."""
    if grapheme == "\t":
        return Glyph(grapheme, _TAB, faces[0], _width(faces[0], _TAB))
    if _is_invisible(grapheme):
        return None
    for shown, lossy in _candidates(grapheme):
        for face in faces:
            if _covers(face, shown):
                return Glyph(grapheme, shown, face, _width(face, shown), replaced=lossy)
    return Glyph(grapheme, GETA, faces[0], _width(faces[0], GETA), replaced=True)


@lru_cache(maxsize=8192)
def _is_japanese(char: str) -> bool:
    return unicodedata.east_asian_width(char[0]) == "W" and unicodedata.category(char[0]) in ("Lo", "Lm")


def _is_latin(char: str) -> bool:
    return is_word(char) and unicodedata.east_asian_width(char[0]) != "F"


def _meet(before: Glyph, after: Glyph) -> bool:
    """Whether Japanese and Latin stand side by side."""
    return (_is_japanese(before.source) and _is_latin(after.source)) or (
        _is_latin(before.source) and _is_japanese(after.source)
    )


def set_glyphs(text: str, *, bold: bool = False) -> Sequence[Glyph]:
    """The glyphs of one line of text (without newlines), a quarter em between Japanese and Latin."""
    faces = BOLD if bold else REGULAR
    plain = [found for grapheme in graphemes(text) if (found := glyph(grapheme, faces)) is not None]
    spaced = [replace(one, gap=GAP) if _meet(one, following) else one for one, following in pairwise(plain)]
    return spaced + plain[-1:]
