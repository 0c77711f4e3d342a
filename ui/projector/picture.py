"""The picture on the wall: what the room may see, arranged for a window of any size. Measures are px at 1280×720."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from models.language import gettext as _
from ui.projector.flow import Page, pages_of
from ui.projector.pieces import Panel, Piece, Words, block_height, height_of_figures, width_of, wrapped
from ui.projector.shown import Shown, ShownClock, View
from ui.run.colours import BAR, BAR_GROUND, GROUND, INK
from ui.theme import SECOND_TEXT, SUCCESS

MARGIN = 24.0
FOOTER = 40.0
READABLE = 32.0
"""24 pt: nothing on the wall is smaller."""
CLOCK_SHARE = 0.255
"""The height of the figures out of the window's."""
HUGE_SHARE = 0.36


@dataclass(frozen=True, slots=True)
class Frame:
    """A window's size and the unit that 1 px at 1280×720 becomes there."""

    width: float
    height: float

    @property
    def unit(self) -> float:
        """How large one px of the design is."""
        return min(self.width / 1280, self.height / 720)

    @property
    def inside(self) -> QRectF:
        """The window without its margins and the footer."""
        edge = MARGIN * self.unit
        return QRectF(edge, edge, self.width - 2 * edge, self.height - 2 * edge - FOOTER * self.unit)


@dataclass(frozen=True, slots=True)
class Still:
    """All but the clock: `pieces` of every page, and where the clock's panel goes (None: no clock)."""

    pages: tuple[tuple[Piece, ...], ...]
    clock: QRectF | None


def promises() -> tuple[str, ...]:
    """What the room promises each other."""
    return (
        _("We do not say no to what others say"),
        _("We listen to the end"),
        _("Who said what stays in this room"),
    )


def still(shown: Shown, frame: Frame, figures: int) -> Still:
    """Arrange everything but the clock, beside a clock of so many figures."""
    if shown.view in (View.WAITING, View.ENDED):
        return Still((_cover(shown, frame),), None)
    if shown.view is View.TASK:
        return _task(shown, frame)
    clock = _corner(frame, figures)
    top = (*_header(shown, frame, clock), *_footer(shown, frame))
    body = QRectF(frame.inside)
    body.setTop(clock.bottom() + 12 * frame.unit)
    if shown.view is View.OPENING:
        return Still(((*top, *_opening(shown, body, frame.unit)),), clock)
    pages = pages_of(shown.groups, shown.view, body, frame.unit)
    total = sum(page.notes for page in pages)
    return Still(
        tuple((*top, *page.pieces, *_page_words(page, n, len(pages), total, frame)) for n, page in enumerate(pages)),
        clock,
    )


def _cover(shown: Shown, frame: Frame) -> tuple[Piece, ...]:
    """Before and after: the meeting's title, its question, one sentence."""
    unit, place = frame.unit, QRectF(frame.inside)
    sentence = _("Thank you for today") if shown.view is View.ENDED else shown.task
    title = wrapped(shown.title, 57 * unit, place.width(), 2, True)
    question = wrapped(shown.question, 45 * unit, place.width(), 3)
    centre = Qt.AlignmentFlag.AlignHCenter
    heights = (block_height(len(title), 57 * unit), block_height(len(question), 45 * unit), block_height(1, 45 * unit))
    gap = 36 * unit
    y = place.top() + max(0.0, place.height() - sum(heights) - 2 * gap) / 2
    pieces: list[Piece] = []
    for lines, px, height, bold, colour in (
        (title, 57 * unit, heights[0], True, ""),
        (question, 45 * unit, heights[1], False, ""),
        ((sentence,), 45 * unit, heights[2], True, SUCCESS if shown.view is View.ENDED else SECOND_TEXT),
    ):
        rect = QRectF(place.left(), y, place.width(), height)
        made = Words(rect, lines, px, bold=bold, align=centre)
        pieces.append(Words(rect, lines, px, bold=bold, colour=colour, align=centre) if colour else made)
        y += height + gap
    return tuple(pieces)


def _task(shown: Shown, frame: Frame) -> Still:
    """The task as large as it will go, and a huge clock below it."""
    unit, place = frame.unit, frame.inside
    title = wrapped(shown.item, 48 * unit, place.width(), 1, True)
    task = wrapped(shown.task, 45 * unit, place.width(), 2)
    y = place.top()
    pieces: list[Piece] = [
        Words(QRectF(place.left(), y, place.width(), block_height(1, 48 * unit)), title, 48 * unit, True)
    ]
    y += block_height(1, 48 * unit) + 4 * unit
    pieces.append(Words(QRectF(place.left(), y, place.width(), block_height(len(task), 45 * unit)), task, 45 * unit))
    y += block_height(len(task), 45 * unit) + 20 * unit
    clock = QRectF(place.left(), y, place.width(), place.bottom() - y - 12 * unit)
    return Still(((*pieces, *_footer(shown, frame)),), clock)


def _figures_px(frame: Frame, share: float) -> float:
    """The size of type at which the figures are `share` of the window high."""
    return 100 * share * frame.height / height_of_figures(100)


def _words_width(frame: Frame) -> float:
    """Room for four characters beside the figures."""
    return 4.3 * READABLE * frame.unit


def _corner(frame: Frame, figures: int) -> QRectF:
    """The place of the clock at the upper right, wide enough for `figures` of half width."""
    unit = frame.unit
    px = _figures_px(frame, CLOCK_SHARE)
    width = px * figures / 2 + _words_width(frame) + 48 * unit
    height = CLOCK_SHARE * frame.height + 32 * unit
    width = min(width, frame.width - 2 * MARGIN * unit)
    return QRectF(frame.width - MARGIN * unit - width, MARGIN * unit, width, height)


def _header(shown: Shown, frame: Frame, clock: QRectF) -> tuple[Piece, ...]:
    """The item and its task, left of the clock."""
    unit = frame.unit
    place = QRectF(MARGIN * unit, clock.top(), clock.left() - (MARGIN + 20) * unit, clock.height())
    title = wrapped(shown.item, 40 * unit, place.width(), 1, True)
    head = block_height(1, 40 * unit)
    task = wrapped(
        shown.task, READABLE * unit, place.width(), int((place.height() - head) / block_height(1, READABLE * unit))
    )
    return (
        Words(QRectF(place.left(), place.top(), place.width(), head), title, 40 * unit, bold=True),
        Words(QRectF(place.left(), place.top() + head, place.width(), place.height() - head), task, READABLE * unit),
    )


def _opening(shown: Shown, body: QRectF, unit: float) -> tuple[Piece, ...]:
    """The question, and the promises."""
    question = wrapped(shown.question, 45 * unit, body.width(), 2, True)
    y = body.top()
    pieces: list[Piece] = [Words(QRectF(body.left(), y, body.width(), 0), question, 45 * unit, bold=True)]
    y += block_height(len(question), 45 * unit) + 20 * unit
    for promise in promises():
        line = wrapped("○　" + promise, 36 * unit, body.width(), 1)
        pieces.append(Words(QRectF(body.left(), y, body.width(), 0), line, 36 * unit))
        y += block_height(1, 36 * unit) + 8 * unit
    return tuple(pieces)


def _footer(shown: Shown, frame: Frame) -> tuple[Piece, ...]:
    """The meeting's title and its question in one line at the bottom."""
    unit = frame.unit
    width = frame.inside.width() - (0 if shown.view in (View.TASK, View.OPENING) else 320 * unit)
    text = shown.title if shown.view is View.OPENING else "　".join(filter(None, (shown.title, shown.question)))
    rect = QRectF(MARGIN * unit, frame.inside.bottom() + 10 * unit, width, FOOTER * unit)
    return (Words(rect, wrapped(text, READABLE * unit, width, 1), READABLE * unit, colour=SECOND_TEXT),)


def _page_words(page: Page, number: int, count: int, total: int, frame: Frame) -> tuple[Piece, ...]:
    """Which page this is, and how many revealed notes stand on the others."""
    if count == 1:
        return ()
    unit = frame.unit
    text = _("{page}/{pages}").format(page=number + 1, pages=count)
    if total > page.notes:
        text = _("{count} more ({page}/{pages})").format(count=total - page.notes, page=number + 1, pages=count)
    inside = frame.inside
    rect = QRectF(inside.right() - 310 * unit, inside.bottom() + 10 * unit, 310 * unit, FOOTER * unit)
    return (Words(rect, (text,), READABLE * unit, bold=True, align=Qt.AlignmentFlag.AlignRight),)


def clock_pieces(clock: ShownClock, place: QRectF, frame: Frame, *, huge: bool) -> tuple[Piece, ...]:
    """The clock in its place: ground, figures, words beside them, and a bar of what is left."""
    unit = frame.unit
    beside = _words_width(frame) + (60 * unit if huge else 0)
    room = place.width() - beside - 48 * unit
    px = _figures_px(frame, HUGE_SHARE if huge else CLOCK_SHARE)
    widest = width_of(clock.figures, 100, bold=True, figures=True)
    px = min(px, 100 * room / widest)
    ink = INK[clock.alert]
    bar = QRectF(place.left() + 16 * unit, place.bottom() - 16 * unit, place.width() - 32 * unit, 8 * unit)
    left = QRectF(bar)
    left.setWidth(bar.width() * clock.share)
    high = place.height() - 20 * unit
    figures_width = width_of(clock.figures, px, bold=True, figures=True)
    start = place.left() + (place.width() - figures_width - beside) / 2
    words_px = (45 if huge else READABLE) * unit
    words = wrapped(clock.words, words_px, beside, 4, True)
    figures = QRectF(start, place.top() + (high - px * 1.35) / 2, figures_width + 2, px * 1.35)
    words_place = QRectF(start + figures_width + 16 * unit, place.top(), beside, high)
    return (
        Panel(place, GROUND[clock.alert], "", 8 * unit),
        Words(figures, (clock.figures,), px, bold=True, colour=ink, figures=True),
        Words(words_place, words, words_px, bold=True, colour=ink, middle=True),
        Panel(bar, BAR_GROUND[clock.alert], "", 4 * unit),
        Panel(left, BAR[clock.alert], "", 4 * unit),
    )
