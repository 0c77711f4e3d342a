"""Bytes as text: UTF-8, UTF-16, and the CP932 that Excel writes in Japan; told by itself, or by a person who looks."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from models.intake.bounds import Damaged

ENCODINGS = ("utf-8", "cp932", "utf-16")
"""What a person may choose from; UTF-16 in either order."""
BEGINNING = 300

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHUNK = 262_144
_HEAD = 64_000
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff]")
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")
_UTF8_AS_CP932 = re.compile("[縺繧繝螟譁]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_FEW = 20


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the bytes of a text are read: what to pass over, by which encoding, and what its beginning looks like.

    `garbled` says that this looks like the wrong encoding. What does not fit a `chosen` one becomes U+FFFD.
    """

    skip: int
    encoding: str
    beginning: str
    garbled: bool
    chosen: bool = False

    @property
    def errors(self) -> str:
        """What a decoder does about bytes that do not fit."""
        return "replace" if self.chosen else "strict"


def decoding_of(data: bytes, chosen: str = "") -> Decoding:
    """By which encoding to read `data`: the `chosen` one, else the one that fits. Raises Damaged when none does."""
    skip, encoding = _marked(data) or (0, "")
    if chosen and not encoding.startswith(chosen):
        skip, encoding = 0, _either_order(data) if chosen == "utf-16" else chosen
    elif not chosen:
        encoding = _fitting(data[skip:], (encoding,) if encoding else _candidates(data))
    head = data[skip : skip + _HEAD].decode(encoding, errors="replace" if chosen else "ignore")
    return Decoding(skip, encoding, head[:BEGINNING], looks_garbled(head), bool(chosen))


def _marked(data: bytes) -> tuple[int, str] | None:
    """How many bytes of mark begin `data`, and the encoding they stand for."""
    return next(((len(mark), encoding) for mark, encoding in _BOMS if data.startswith(mark)), None)


def _candidates(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows by its zero bytes: those of line ends and digits stand on one side only."""
    even, odd = _zeros(data)
    if max(even, odd) < 2 or min(even, odd) * 4 > max(even, odd):
        return ("utf-8", "cp932")
    return (_either_order(data),)


def _either_order(data: bytes) -> str:
    even, odd = _zeros(data)
    return "utf-16-be" if even > odd else "utf-16-le"


def _zeros(data: bytes) -> tuple[int, int]:
    head = data[:4000]
    return head[::2].count(0), head[1::2].count(0)


def _fitting(data: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        if _fits(data, encoding):
            return encoding
    raise Damaged("no encoding fits")


def _fits(data: bytes, encoding: str) -> bool:
    """Tried piece by piece: the window gets its turn in between."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(data[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def looks_garbled(text: str) -> bool:
    """Whether a text looks as if it was read by the wrong encoding."""
    if _CONTROLS.search(text):
        return True
    foreign = len(_FOREIGN.findall(text))
    odd = len(_HALF_WIDTH_KANA.findall(text)) + len(_UTF8_AS_CP932.findall(text))
    if odd * 5 > foreign and odd >= _FEW:
        return True
    unknown = sum(unicodedata.category(char) in ("Cn", "Co") for char in text)
    return unknown * 50 > foreign and unknown > 0
