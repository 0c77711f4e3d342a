"""Which note lies next: looked for around a place, and further out only while nothing near enough was found."""

from collections.abc import Collection, Iterator

from models.ground import Ground
from models.layout import NOTE_HEIGHT, Place

FIRST_REACH = 512.0
"""So far, in board units, is looked first; then twice as far, and so on."""


def beyond(ground: Ground, here: Place, dx: int, dy: int) -> str | None:
    """The note that is least far on from a corner, in the direction (dx, dy), where being aside counts double.

    None where there is nothing ahead, within half a right angle and a note's height to either side.
    """
    found: str | None = None
    for reach in _reaches(ground, here):
        least = float("inf")
        for note_id in ground.within(*_ahead(here, dx, dy, reach)):
            far = _far_on(here, ground.place(note_id), dx, dy)
            if far < least or (far == least and found is not None and _is_before(ground, note_id, found)):
                least, found = far, note_id
        if least <= reach:
            break
    return found


def nearest(ground: Ground, at: Place, besides: Collection[str] = frozenset()) -> str | None:
    """The note whose upper left corner is nearest to a place, `besides` not counted; None where there is none."""
    x, y = at
    found: str | None = None
    for reach in _reaches(ground, at):
        least = float("inf")
        for note_id in ground.within(x - reach, y - reach, x + reach, y + reach):
            if note_id in besides:
                continue
            corner = ground.place(note_id)
            far = abs(corner[0] - x) + abs(corner[1] - y)
            if far < least or (far == least and found is not None and _is_before(ground, note_id, found)):
                least, found = far, note_id
        if least <= reach:
            break
    return found


def _reaches(ground: Ground, at: Place) -> Iterator[float]:
    """Ever greater distances from a place, the last of which has everything within it."""
    bounds = ground.bounds()
    if bounds is None:
        return
    left, top, right, bottom = bounds
    furthest = 1.0 + max(abs(at[0] - left), abs(at[0] - right), abs(at[1] - top), abs(at[1] - bottom))
    reach = FIRST_REACH
    while reach < furthest:
        yield reach
        reach *= 2.0
    yield furthest


def _ahead(here: Place, dx: int, dy: int, reach: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of where notes lie whose corners are at most `reach` ahead, and as far aside."""
    x, y = here
    aside = reach + NOTE_HEIGHT
    if dx:
        return (x if dx > 0 else x - reach, y - aside, x + reach + 1.0 if dx > 0 else x, y + aside)
    return (x - aside, y if dy > 0 else y - reach, x + aside, y + reach + 1.0 if dy > 0 else y)


def _far_on(here: Place, corner: Place, dx: int, dy: int) -> float:
    off_x, off_y = corner[0] - here[0], corner[1] - here[1]
    ahead, aside = off_x * dx + off_y * dy, abs(off_x * dy) + abs(off_y * dx)
    if ahead <= 0.0 or aside > ahead + NOTE_HEIGHT:
        return float("inf")
    return ahead + 2.0 * aside


def _is_before(ground: Ground, one: str, other: str) -> bool:
    """Of two that are equally far the upper, then the left one is meant, whichever was looked at first."""
    (one_x, one_y), (other_x, other_y) = ground.place(one), ground.place(other)
    return (one_y, one_x, one) < (other_y, other_x, other)
