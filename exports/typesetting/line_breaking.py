"""Strict Japanese line breaking (禁則処理): where a line may end, and the lines of a text.

A line never begins with 、。，．」』）】々ー or small kana, never ends with an opening bracket, and never parts the
digits of a number (nor the number from its 年, 件, 人), …… and ――, or a Latin word. Only where a line holds no lawful
place at all, a word is parted, and as the very last resort anything.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

NO_START = frozenset(
    "、。，．,.・：；:;？！?!‼⁇⁈⁉」』）】〕〉》｝］〙〗｠»)]}’”〟｡､｣･"
    "々〻ゝゞヽヾーｰ゛゜ﾞﾟ゠‐–〜～％‰℃％%°′″"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
)
NO_END = frozenset("「『（【〔〈《｛［〘〖｟«([{‘“〝｢￥＄￡＃¥$£€#№")
SPACES = frozenset(" \u3000\u00a0\t")
_INSEPARABLE = frozenset("…‥―—─〳〴〵・")
_JOINERS = frozenset("-_'’@.&+#~=:,−")
_DIGIT_JOINERS = frozenset(".,．，：")
_SEAMS = frozenset("-_@./&+=?")
_COUNTERS = frozenset("年月日時分秒円人名件回度割個号章条項頁課週階枚倍点")
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Glyph:
    """One visible character of a text, ready to be set.

    `source` is what was typed, `shown` what `face` draws instead when the two differ, `width` its advance and `gap`
    the space after it (unless it ends a line), both in ems. `replaced` tells that a reader sees another character.
    """

    source: str
    shown: str
    face: str
    width: float
    gap: float = 0.0
    replaced: bool = False


@lru_cache(maxsize=8192)
def is_word(char: str) -> bool:
    """Whether a character is part of a Latin (or Greek, Cyrillic, ...) word or of a number of either width."""
    first = unicodedata.normalize("NFKC", char[0])[:1]
    return (
        unicodedata.category(first)[0] in "LN"
        and unicodedata.east_asian_width(first) not in ("W", "F", "H")
        and unicodedata.category(char[0]) not in ("No", "So")
    )


def _is_digit(char: str) -> bool:
    return unicodedata.category(char[0]) == "Nd"


@lru_cache(maxsize=65536)
def holds_together(before: str, after: str) -> bool:
    """Whether two neighbours are of one word, number or run of …… and may be parted only in need."""
    if before[0] in _INSEPARABLE and before == after:
        return True
    if is_word(before):
        return is_word(after) or after[0] in _JOINERS or (_is_digit(before) and after[0] in _COUNTERS)
    if before[0] in _DIGIT_JOINERS and _is_digit(after):
        return True
    return before[0] in _JOINERS and is_word(after)


@lru_cache(maxsize=65536)
def is_forbidden(before: str, after: str) -> bool:
    """Whether a line may on no account end with `before` and the next begin with `after`."""
    return after[0] in NO_START or before[0] in NO_END or after in SPACES


def may_break(before: str, after: str) -> bool:
    """Whether a line may end with `before` and the next begin with `after`."""
    if is_forbidden(before, after):
        return False
    return before in SPACES or not holds_together(before, after)


def _line_end(glyphs: Sequence[Glyph], start: int, measure: float) -> int:
    """The index after the last glyph of the line that begins at `start`.

    Without a lawful place a long word (an address, say) is parted at one of its seams, or else where the line is full.
    """
    lawful = seam = parted = start
    width = 0.0
    for index in range(start, len(glyphs)):
        glyph = glyphs[index]
        if index > start:
            before = glyphs[index - 1].source
            if may_break(before, glyph.source):
                lawful = index
            elif not is_forbidden(before, glyph.source):
                parted = index
                seam = index if before in _SEAMS else seam
            if glyph.source not in SPACES and width + glyph.width > measure + _TOLERANCE:
                return next((end for end in (lawful, seam, parted) if end > start), index)
        width += glyph.width + glyph.gap
    return len(glyphs)


def lines(glyphs: Sequence[Glyph], measure: float) -> Iterator[Sequence[Glyph]]:
    """The lines of one paragraph, none wider than `measure` ems (but for a single wider glyph or spaces at its end)."""
    start = 0
    while start < len(glyphs):
        end = _line_end(glyphs, start, measure)
        yield glyphs[start:end]
        start = end
    if not glyphs:
        yield glyphs
