"""How hours, frequencies and the four ways of review are told; no figure, however odd, stops them."""

import math

from models.cases import ReviewKind
from models.decisions import TIMES_PER_YEAR
from models.language import gettext as _
from ui.editors import number_told

MOST = 1e12
"""What is more than this is told as this: nobody works 10^12 hours."""


def tame(value: float) -> float:
    """A figure that can be drawn and told: no endless ones, none below nought."""
    return 0.0 if math.isnan(value) else min(max(value, 0.0), MOST)


def hours_told(hours: float) -> str:
    """Hours, with a decimal only where they are few."""
    hours = tame(hours)
    return _("{hours} hours").format(hours=number_told(hours) if hours < 10 else f"{hours:,.0f}")


def share(value: float, whole: float) -> float:
    """A part of a whole from 0 to 1, 0 of nothing."""
    return tame(value) / tame(whole) if tame(whole) > 0 else 0.0


def figures_told(minutes: float, times_per_year: float) -> str:
    """Minutes a time and times a year; empty where neither was said."""
    if not minutes and not times_per_year:
        return ""
    return _("{minutes} min × {times} times a year").format(
        minutes=number_told(tame(minutes)), times=number_told(tame(times_per_year))
    )


def frequency_keys() -> list[tuple[str, str, float]]:
    """The usual frequencies: the word on the button, what is read aloud, and the times a year."""
    return [
        (_("Daily"), _("Every day: 240 times a year"), TIMES_PER_YEAR["daily"]),
        (_("Weekly"), _("Every week: 48 times a year"), TIMES_PER_YEAR["weekly"]),
        (_("Monthly"), _("Every month: 12 times a year"), TIMES_PER_YEAR["monthly"]),
    ]


LETTERS = {
    ReviewKind.ELIMINATE: "E",
    ReviewKind.COMBINE: "C",
    ReviewKind.REARRANGE: "R",
    ReviewKind.SIMPLIFY: "S",
}
"""The key that marks a piece of work."""


def review_word(kind: ReviewKind) -> str:
    """A way of review in a word."""
    words = {
        ReviewKind.ELIMINATE: _("Stop it"),
        ReviewKind.COMBINE: _("Combine"),
        ReviewKind.REARRANGE: _("Rearrange"),
        ReviewKind.SIMPLIFY: _("Simplify"),
    }
    return words[kind]
