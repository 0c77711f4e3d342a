"""Timeboxes in whole minutes: made shorter or longer together, in proportion, none below its least."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A timebox in minutes, how short it may become, and the seconds of it that are over already."""

    id: str
    minutes: int
    least: int
    buffer: bool = False
    optional: bool = False
    fixed: bool = False
    passed: float = 0.0

    @property
    def seconds(self) -> float:
        return max(0.0, self.minutes * 60.0 - self.passed)


Minutes = dict[str, int | None]
"""Minutes by item id; None for an item that is left out."""


def shortened(boxes: Sequence[Box], short: int) -> Minutes:
    """The boxes `short` minutes shorter together, in proportion to their length, none below its least.

    Whole minutes by the largest remainder; the same boxes give the same result.
    """
    minutes = {box.id: box.minutes for box in boxes}
    room = {box.id: box.minutes - box.least for box in boxes}
    short = min(short, sum(room.values()))
    while short > 0:
        able = [box for box in boxes if room[box.id] > 0]
        whole = sum(box.minutes for box in able)
        shares = [short * box.minutes / whole for box in able]
        cuts = [min(int(share), room[box.id]) for share, box in zip(shares, able, strict=True)]
        if not any(cuts):  # less than a minute each: one minute to those with the largest share, until none is short
            largest = sorted(range(len(able)), key=lambda n: (-shares[n], -n))[:short]
            cuts = [int(n in largest) for n in range(len(able))]
        for box, cut in zip(able, cuts, strict=True):
            minutes[box.id] -= cut
            room[box.id] -= cut
        short -= sum(cuts)
    return dict(minutes)


def lengthened(boxes: Sequence[Box], spare: int) -> Minutes:
    """The boxes `spare` minutes longer together, in proportion to their length."""
    whole = sum(box.minutes for box in boxes)
    if not whole:
        return {}
    shares = [spare * box.minutes / whole for box in boxes]
    gains = [int(share) for share in shares]
    largest = sorted(range(len(boxes)), key=lambda n: (gains[n] - shares[n], n))[: spare - sum(gains)]
    return {box.id: box.minutes + gains[n] + (n in largest) for n, box in enumerate(boxes)}


def fewest(optional: Sequence[Box], short: int) -> list[Box]:
    """The fewest boxes of `short` minutes together, of as many the ones with the least minutes; all when too few."""
    best: dict[int, list[Box]] = {0: []}
    for box in optional:
        for minutes, chosen in sorted(best.items(), reverse=True):
            if minutes < short:
                more = minutes + box.minutes
                if more not in best or len(chosen) + 1 < len(best[more]):
                    best[more] = [*chosen, box]
    enough = [(len(chosen), minutes) for minutes, chosen in best.items() if minutes >= short]
    return best[min(enough)[1]] if enough else list(optional)
