"""The clocks on the wall: the one of the item, in its corner or huge, and those of the 班."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt

from ui.projector.frame import READABLE, Frame
from ui.projector.pieces import (
    LINE_SPACING,
    Panel,
    Piece,
    Words,
    height_of_figures,
    middle_of_figures,
    width_of,
    wrapped,
)
from ui.projector.sheet import Rest
from ui.projector.shown import ShownClock
from ui.run.colours import BAR, BAR_GROUND, GROUND, INK
from ui.theme import ERROR

CORNER_SHARE = 0.255
"""The height of the figures out of the window's."""
HUGE_SHARE = 0.36
WORDS_LONG = 4.3
WORDS_SHORT = 2.5
"""Characters of the words beside the figures: of any, and of those that tell of ten minutes over and more."""
WIDEST = 0.69
"""The width of the clock out of the window's, at the most."""
BAR_ROOM = 22.0
"""What the bar takes at the foot of the clock's panel."""
AROUND = 48.0
"""What the clock's panel keeps free above, below and beside the figures, with its bar."""


def figures_px(frame: Frame, share: float) -> float:
    """The size of type at which the figures are `share` of the window high."""
    return 100 * share * frame.height / height_of_figures(100)


def words_width(frame: Frame, characters: float = WORDS_LONG) -> float:
    """Room for so many characters beside the figures."""
    return characters * READABLE * frame.unit


def corner(frame: Frame) -> QRectF:
    """The place of the clock at the upper right: from the start as wide as the overtime will be.

    So nothing beside it moves when the time is over. A window that is less wide than 16:9 makes the figures smaller.
    """
    edge = frame.inside.top()
    around = AROUND * frame.unit
    half = figures_px(frame, CORNER_SHARE) / 2
    width = max(6 * half + words_width(frame), 7 * half + words_width(frame, WORDS_SHORT)) + around
    width = min(width, WIDEST * frame.width)
    return QRectF(frame.width - edge - width, edge, width, CORNER_SHARE * frame.height + around)


def clock_pieces(clock: ShownClock, place: QRectF, frame: Frame, *, huge: bool) -> tuple[Piece, ...]:
    """The clock in its place: ground, figures, words beside them, and a bar of what is left."""
    unit = frame.unit
    around = AROUND * unit
    words_px = (45 if huge else READABLE) * unit
    longest = words_width(frame) + (60 * unit if huge else 0)
    words = wrapped(clock.words, words_px, longest, 4, True)
    least = max(width_of(line, words_px, bold=True) for line in words) + 16 * unit
    widest = width_of(clock.figures, 100, bold=True, figures=True)
    px = min(figures_px(frame, HUGE_SHARE if huge else CORNER_SHARE), 100 * (place.width() - least - around) / widest)
    figures_width = width_of(clock.figures, px, bold=True, figures=True)
    beside = max(least, min(longest, place.width() - around - figures_width))
    ink = INK[clock.alert]
    bar = QRectF(place.left() + 16 * unit, place.bottom() - 16 * unit, place.width() - 32 * unit, 8 * unit)
    left = QRectF(bar)
    left.setWidth(bar.width() * clock.share)
    high = place.height() - BAR_ROOM * unit
    start = place.left() + (place.width() - figures_width - beside) / 2
    figures = QRectF(start, place.top() + high / 2 - middle_of_figures(px), figures_width + 2, px * LINE_SPACING)
    words_place = QRectF(start + figures_width + 16 * unit, place.top(), beside, high)
    return (
        Panel(place, GROUND[clock.alert], "", 8 * unit),
        Words(figures, (clock.figures,), px, bold=True, colour=ink, figures=True),
        Words(words_place, words, words_px, bold=True, colour=ink, middle=True),
        Panel(bar, BAR_GROUND[clock.alert], "", 4 * unit),
        Panel(left, BAR[clock.alert], "", 4 * unit),
    )


def rest_pieces(rests: Sequence[Rest], told: Sequence[str]) -> Iterator[Piece]:
    """The clocks of the 班, each in the place that the sheet kept for it; one over its time is red."""
    for rest in rests:
        if rest.index < len(told) and told[rest.index]:
            figures = told[rest.index]
            room = rest.rect.width() * 0.94
            px = min(rest.px, 100 * room / width_of(figures, 100, bold=True, figures=True))
            colour = {"colour": ERROR} if figures.startswith("＋") else {}
            align = Qt.AlignmentFlag.AlignRight
            yield Words(
                rest.rect.adjusted(0, 0, -rest.rect.width() * 0.04, 0),
                (figures,),
                px,
                bold=True,
                figures=True,
                middle=True,
                align=align,
                **colour,
            )
