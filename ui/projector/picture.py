"""The picture on the wall: what the room may see, arranged for a window of any size."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF, Qt

from models.language import gettext as _
from ui.projector.clock import corner
from ui.projector.flow import Flow, pages_of
from ui.projector.frame import FOOTER, MARGIN, READABLE, Frame
from ui.projector.pieces import Piece, Words, block_height, broken, wrapped
from ui.projector.sheet import Rest, pages_of_sheet
from ui.projector.shown import Shown, View
from ui.projector.weighed import pages_of_matrix, whole_titles
from ui.theme import SECOND_TEXT, SUCCESS

TITLE_SIZES = (40.0, 36.0, 32.0)
"""Text sizes to try for a title, in px at 1280×720: the first at which all of it has room."""
MOST_TITLE = 3
"""Lines of a title where no clock stands beside it."""
AT_ONCE = 150
"""Notes, or groups, that are laid out before anything is shown."""
AT_A_LOOK = 60
"""So many more at each look, until all are."""
AT_A_SEARCH = 400
"""So many more at each look for one note."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page without the clocks, and the places it keeps for those of the 班."""

    pieces: tuple[Piece, ...]
    rests: tuple[Rest, ...] = ()


class Pages(Protocol):
    """Every page, as far as they are laid out; `known` is how many that is."""

    @property
    def known(self) -> int: ...

    def leaf(self, page: int) -> Leaf:
        """A page that is known."""

    def until(self, page: int) -> None:
        """Lay out until this page is known, if there is one."""

    def go_on(self) -> bool:
        """Lay out a little more. Whether the pages look otherwise now."""

    def find(self, note: str) -> int | None:
        """The page on which a note stands, None if it is on none that is known; a good deal is laid out for it."""

    @property
    def whole(self) -> bool:
        """Whether every page is known."""


class Ready:
    """Pages that were laid out at once."""

    def __init__(self, *leaves: Leaf) -> None:
        self._leaves = leaves

    @property
    def known(self) -> int:
        return len(self._leaves)

    def leaf(self, page: int) -> Leaf:
        return self._leaves[page]

    def until(self, page: int) -> None:
        """Nothing is left."""

    def go_on(self) -> bool:
        return False

    def find(self, note: str) -> int | None:
        return None

    @property
    def whole(self) -> bool:
        return True


class Flowing:
    """Pages of notes: some are laid out at once, the rest a little at each look, however many notes there are."""

    def __init__(self, flow: Flow, frame: Frame, around: Callable[[bool], tuple[Piece, ...]]) -> None:
        self._flow, self._frame, self._around = flow, frame, around
        self._made: tuple[int, Leaf] | None = None
        flow.go_on(AT_ONCE)

    @property
    def known(self) -> int:
        return len(self._flow.pages)

    def leaf(self, page: int) -> Leaf:
        if self._made is None or self._made[0] != page:
            alone = self._flow.whole and self.known == 1
            words = () if alone else _page_words(self._said(page), self._frame)
            self._made = page, Leaf((*self._around(alone), *self._flow.pages[page].pieces, *words))
        return self._made[1]

    def until(self, page: int) -> None:
        self._flow.until(page)
        self._made = None

    def go_on(self) -> bool:
        if not self._flow.go_on(AT_A_LOOK):
            return False
        self._made = None  # now it is known of how many pages this is one
        return True

    def find(self, note: str) -> int | None:
        page = self._flow.page_of(note)
        if page is None and not self._flow.whole:
            self._flow.go_on(AT_A_SEARCH)
            self._made = None
            page = self._flow.page_of(note)
        return page

    @property
    def whole(self) -> bool:
        return self._flow.whole

    def _said(self, page: int) -> str:
        to_come = self._flow.notes - sum(one.notes for one in self._flow.pages[: page + 1])
        return _page_word(page, self.known if self._flow.whole else 0, to_come)


@dataclass(frozen=True, slots=True)
class Still:
    """All but the clocks: every page, and where the clock's panel goes (None: no clock), `huge` or in its corner."""

    pages: Pages
    clock: QRectF | None = None
    huge: bool = False


def still(shown: Shown, frame: Frame, newest: str = "") -> Still:
    """Arrange everything but the clock, and keep a place for that; the note with the id `newest` is marked."""
    if shown.view in (View.WAITING, View.ENDED):
        return Still(Ready(Leaf(_cover(shown, frame))))
    if shown.view is View.TASK:
        return _task(shown, frame)
    clock = corner(frame) if shown.clocked else None
    header, end = _header(shown, frame, clock)
    body = QRectF(frame.inside)
    body.setTop(max(end, 0.0 if clock is None else clock.bottom()) + 12 * frame.unit)
    if shown.sheet is None and not shown.cards:
        flow = pages_of(shown.groups, shown.view, body, frame.unit, newest)
        return Still(Flowing(flow, frame, lambda alone: (*header, *_footer(shown, frame, alone=alone))), clock)
    return Still(Ready(*_leaves(shown, header, body, frame)), clock)


def _leaves(shown: Shown, header: tuple[Piece, ...], body: QRectF, frame: Frame) -> Iterator[Leaf]:
    """The pages; below each stand the question and, where there are several, which it is."""
    if shown.sheet is not None:
        sheets = pages_of_sheet(shown.sheet, body, frame.unit)
        leaves = [Leaf(page.pieces, page.rests) for page in sheets] or [Leaf(())]  # a title and nothing else yet
    else:
        taller = body.adjusted(0.0, 0.0, 0.0, (FOOTER + MARGIN / 2) * frame.unit)
        if not whole_titles(shown.cards, body, frame.unit) and whole_titles(shown.cards, taller, frame.unit):
            [pieces] = pages_of_matrix(shown.cards, taller, frame.unit)
            yield Leaf((*header, *pieces))  # the cards' own words before the meeting's title
            return
        leaves = [Leaf(pieces) for pieces in pages_of_matrix(shown.cards, body, frame.unit)]
    footer = _footer(shown, frame, alone=len(leaves) == 1)
    for number, leaf in enumerate(leaves):
        words = () if len(leaves) == 1 else _page_words(_page_word(number, len(leaves), 0), frame)
        yield Leaf((*header, *footer, *leaf.pieces, *words), leaf.rests)


def _cover(shown: Shown, frame: Frame) -> tuple[Piece, ...]:
    """Before and after: the meeting's title, its question, one sentence."""
    sentence = _("Thank you for today") if shown.view is View.ENDED else shown.task
    colour = SUCCESS if shown.view is View.ENDED else SECOND_TEXT
    width = frame.inside.width()
    title = Words(QRectF(), wrapped(shown.title, 57 * frame.unit, width, 2, True), 57 * frame.unit, bold=True)
    question = Words(QRectF(), wrapped(shown.question, 45 * frame.unit, width, 3), 45 * frame.unit)
    said = Words(QRectF(), (sentence,), 45 * frame.unit, bold=True, colour=colour)
    return centred((title, question, said), frame)


def centred(words: Sequence[Words], frame: Frame) -> tuple[Piece, ...]:
    """Words one below the other, in the middle of the window."""
    place, gap = frame.inside, 36 * frame.unit
    heights = [block_height(len(one.lines), one.px) for one in words]
    y = place.top() + max(0.0, place.height() - sum(heights) - gap * (len(words) - 1)) / 2
    pieces: list[Piece] = []
    for one, height in zip(words, heights, strict=True):
        rect = QRectF(place.left(), y, place.width(), height)
        centre = Qt.AlignmentFlag.AlignHCenter
        pieces.append(Words(rect, one.lines, one.px, bold=one.bold, colour=one.colour, align=centre))
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
    return Still(Ready(Leaf((*pieces, *_footer(shown, frame, alone=True)))), clock, huge=True)


def _header(shown: Shown, frame: Frame, clock: QRectF | None) -> tuple[tuple[Piece, ...], float]:
    """What stands left of the clock, or across the window where there is none, and where it ends."""
    unit, inside = frame.unit, frame.inside
    right = inside.right() if clock is None else clock.left() - 20 * unit
    height = block_height(MOST_TITLE, TITLE_SIZES[0] * unit) if clock is None else clock.height()
    place = QRectF(inside.left(), inside.top(), right - inside.left(), height)
    task_line = block_height(1, READABLE * unit)
    px, title = _title(shown.item, place.width(), height - (task_line if shown.task else 0.0), unit)
    head = block_height(len(title), px)
    room = int((height - head) / task_line + 1e-6)
    task = wrapped(shown.task, READABLE * unit, place.width(), room) if shown.task and room else ()
    below = QRectF(place.left(), place.top() + head, place.width(), height - head)
    said = (Words(below, task, READABLE * unit),) if task else ()
    top = Words(QRectF(place.left(), place.top(), place.width(), head), title, px, bold=True)
    return (top, *said), place.top() + head + task_line * len(task)


def _title(text: str, width: float, height: float, unit: float) -> tuple[float, tuple[str, ...]]:
    """The title and its size in px, as large as leaves all of it room."""
    for size in TITLE_SIZES:
        px = size * unit
        most = max(1, int(height / block_height(1, px) + 1e-6))
        if len(broken(text, px, width, True)) <= most:
            break
    return px, wrapped(text, px, width, most, True)


def _footer(shown: Shown, frame: Frame, *, alone: bool) -> tuple[Piece, ...]:
    """The meeting's title and its question in one line at the bottom."""
    unit = frame.unit
    width = frame.inside.width() - (0 if alone else 320 * unit)
    text = shown.title if shown.asks else "　".join(filter(None, (shown.title, shown.question)))
    rect = QRectF(MARGIN * unit, frame.inside.bottom() + 10 * unit, width, FOOTER * unit)
    return (Words(rect, wrapped(text, READABLE * unit, width, 1), READABLE * unit, colour=SECOND_TEXT),)


def _page_words(text: str, frame: Frame) -> tuple[Piece, ...]:
    """Which page it is, at its foot."""
    unit, inside = frame.unit, frame.inside
    rect = QRectF(inside.right() - 310 * unit, inside.bottom() + 10 * unit, 310 * unit, FOOTER * unit)
    return (Words(rect, (text,), READABLE * unit, bold=True, align=Qt.AlignmentFlag.AlignRight),)


def _page_word(number: int, count: int, to_come: int) -> str:
    """Which page of so many (0: nobody knows yet), and how many revealed notes stand on those behind it."""
    if not count:
        text = _("{count} more to come (page {page})") if to_come else _("page {page}")
    elif to_come:
        text = _("{count} more to come ({page}/{pages})")
    else:
        text = _("{page}/{pages}") if number + 1 == count else _("more to come ({page}/{pages})")
    return text.format(count=to_come, page=number + 1, pages=count)
