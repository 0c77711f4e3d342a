"""The one place where text from outside is cleaned, keyed for search, and cut.

Stored text is never normalised: 﨑, 髙 and 葛󠄀 (an IVS sequence) stay as they were typed.
NFKC is for search keys alone.
"""

import re
import unicodedata

MAX_NOTE_CHARS = 5_000
MAX_LINE_CHARS = 400

_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # Word and PowerPoint break a line with \\x0b.
_SPACES = re.compile(r"\s+")
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_ZERO_WIDTH_JOINER = "\u200d"
_HALF_WIDTH_SOUND_MARKS = "\uff9e\uff9f"
_INVISIBLE = re.compile(
    "[\\s\u00ad\u034f\u200b-\u200f\u2060-\u2064\u2800\u3164\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]*"
)


def clean(text: str, limit: int = MAX_NOTE_CHARS) -> str:
    """`text` as it may be kept: no surrogates, control, byte-order or bidi-override characters, at most `limit` long.

    Line ends become \\n; outer white space goes. What cannot be kept is left out, never replaced by a mark.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub("", text)
    text = _CONTROLS.sub("", text)
    text = _BIDI.sub("", text)
    return cut(text.strip(), limit, ellipsis="")


def clean_line(text: str, limit: int = MAX_LINE_CHARS) -> str:
    """`clean` for a single line: line ends and runs of white space other than full-width ones become one space."""
    text = clean(text, limit)
    return re.sub(r"[^\S\u3000]+", " ", text).strip()


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing: no text, white space or zero-width characters alone."""
    return _INVISIBLE.fullmatch(text) is not None


def search_key(text: str) -> str:
    """A key that ignores width, case and the kind of kana: ｶｲｷﾞ, カイギ and かいぎ share one."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA_TO_HIRAGANA)
    return _SPACES.sub("", folded)


def _joins_previous(char: str, previous: str) -> bool:
    if char < "\u0300":
        return previous == _ZERO_WIDTH_JOINER
    code = ord(char)
    return (
        unicodedata.combining(char) != 0
        or unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0100 <= code <= 0xE01EF
        or 0x1F3FB <= code <= 0x1F3FF
        or char in _HALF_WIDTH_SOUND_MARKS
        or previous == _ZERO_WIDTH_JOINER
    )


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def graphemes(text: str) -> list[str]:
    """`text` split where a reader sees characters: IVS, combining marks, flags and joined emoji stay whole."""
    clusters: list[str] = []
    previous = ""
    for char in text:
        second_half = _is_flag_half(char) and clusters and len(clusters[-1]) == 1 and _is_flag_half(clusters[-1])
        if clusters and (second_half or _joins_previous(char, previous)):
            clusters[-1] += char
        else:
            clusters.append(char)
        previous = char
    return clusters


def cut(text: str, limit: int, ellipsis: str = "…") -> str:
    """`text`, or its beginning of at most `limit` code points with `ellipsis`, never cut inside a character.

    Only a first character that alone is longer than `limit` (heaps of combining marks) is cut, rather than lost.
    """
    if len(text) <= limit:
        return text
    kept: list[str] = []
    room = left = max(0, limit - len(ellipsis))
    for grapheme in graphemes(text[: limit + 1]):
        left -= len(grapheme)
        if left < 0:
            break
        kept.append(grapheme)
    return ("".join(kept) or text[:room]).rstrip() + ellipsis[:limit]
