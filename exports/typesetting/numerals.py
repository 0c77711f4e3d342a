"""Numbers as official papers write them: one digit full-width, two or more half-width, or as the setting says."""

import math
from enum import StrEnum

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


class Digits(StrEnum):
    """How the numbers in a paper's own wording are written; what people typed is never changed."""

    MIXED = "mixed"
    HALF = "half"
    FULL = "full"


def number(value: int | str, digits: Digits = Digits.MIXED) -> str:
    """`value` in the chosen digits: 8 is ８ and 12 is 12 when mixed."""
    text = str(value)
    full = digits is Digits.FULL or (digits is Digits.MIXED and len(text) == 1)
    return text.translate(_FULL_WIDTH) if full else text


def rounded(value: float) -> int:
    """The nearest whole number, a half away from zero as people round."""
    return int(math.copysign(math.floor(abs(value) + 0.5), value))


def figure(value: float) -> str:
    """A figure of a table: half-width, thousands parted, at most one decimal place."""
    short = round(float(value), 1)
    return f"{short:,.0f}" if short.is_integer() else f"{short:,.1f}"


KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"


def kana(index: int) -> str:
    """The katakana that numbers the entry `index` (from 0) of the third level; after ン comes アア."""
    rounds, place = divmod(index, len(KATAKANA))
    return KATAKANA[place] * (rounds + 1)
