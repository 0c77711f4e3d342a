"""What comes in and says the same as other notes, or is nobody's voice: pointed out, never dropped."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from models.intake.asides import Aside, aside_in
from models.intake.notes import Intake
from models.sameness import sameness


@dataclass(frozen=True, slots=True)
class Double:
    """What a text that comes in repeats: `count` of the same text come in, or it is `known` on the board already.

    `again` marks those that would be one too many: all that are known, and of the others all but the first.
    """

    count: int
    known: bool
    again: bool


_double = lru_cache(Double)
"""Ten thousand lines that say the same share one of these."""


def doubles(texts: Sequence[str], known: Container[str] = ()) -> dict[int, Double]:
    """Of the places in `texts`, those that repeat others or one of the `known` (by `sameness`)."""
    keys = [sameness(text) for text in texts]
    counts = Counter(keys)
    seen: set[str] = set()
    found = {}
    for place, key in enumerate(keys):
        if counts[key] > 1 or key in known:
            found[place] = _double(counts[key], key in known, key in known or key in seen)
            seen.add(key)
    return found


@dataclass(frozen=True, slots=True)
class Found:
    """Notes that came in, which of them, by their places, repeat others, and which are nobody's voice."""

    intake: Intake
    doubles: Mapping[int, Double]
    again: int = 0
    """How many would be one too many."""
    asides: Mapping[int, Aside] = field(default_factory=dict)
    """Which of them, by their places, are greetings, signatures or answers that say nothing."""


def compared(intake: Intake, known: Container[str] = ()) -> Found:
    """What came in, with what in it is said twice, is `known` already, or is nobody's voice."""
    found = doubles(intake.notes, known)
    asides = {place: aside for place, text in enumerate(intake.notes) if (aside := aside_in(text)) is not None}
    return Found(intake, found, sum(double.again for double in found.values()), asides)
