"""What the projector paints at a moment: the picture that follows the workshop, is held, is black, or is the cover."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from models.edits.change import Edit
from models.language import gettext as _
from ui.live_document import LiveDocument
from ui.projector.clock import clock_pieces, rest_pieces
from ui.projector.frame import Frame
from ui.projector.newest import Newest
from ui.projector.picture import Leaf, Ready, Still, centred, still
from ui.projector.pieces import Piece, Words, paint, wrapped
from ui.projector.shown import Shown, ShownClock, look
from ui.theme import WHITE
from ui.wall import OnShow

COVER_PX = 45.0
KEPT_PAGES = 3
"""Pages of which the painted picture is kept: turning to and fro paints nothing anew."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The picture at the moment it was frozen, the item the room was at, and what the 班 did in it."""

    shown: Shown
    item: str | None
    steps: tuple[tuple[str, str], ...]


class Canvas:
    """Reads the workshop and the wall with `look`; `paint` paints what was read, and nothing else."""

    def __init__(self, live: LiveDocument) -> None:
        self.live = live
        self._covered = False
        self._size = QSize(1, 1)
        self._page = 0
        self._held: _Held | None = None
        self._put_on: tuple[OnShow | None, Shown] | None = None
        self._newest = Newest()
        self._sought = ""
        self._key: tuple[Shown, QSize, str] | None = None
        self._still = Still(Ready(Leaf(())))
        self._moving: tuple[Piece, ...] = ()
        self._painted: tuple[object, ...] = ()
        self._pictures: dict[int, QPixmap] = {}

    # pages

    @property
    def pages(self) -> int:
        """How many pages the picture fills, as far as they are laid out."""
        return self._still.pages.known

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return min(self._page, self.pages - 1)

    def turn(self, step: int) -> None:
        """Go to the next page, or with -1 the one before; behind the last comes the first. A held picture stays."""
        self._sought = ""
        self._newest.turned(self.live.clock().steady)
        if self._held is None:
            self._still.pages.until(self.page + step)
            self._page = (self.page + step) % self.pages

    def back_to_first(self) -> None:
        """Go to the first page."""
        if self._held is None:
            self._page = 0

    def follow(self, edit: Edit) -> None:
        """Something was changed: the page of a note that came is due at the next look, unless a hand just turned one.

        A held picture stays; the page comes when it follows again.
        """
        self._newest.follow(edit, self.live.clock().steady)

    def _seek(self) -> None:
        """Turn to the page of the note that is looked for, as soon as it is known."""
        if not self._sought:
            return
        page = self._still.pages.find(self._sought)
        self._pictures.clear()  # of how many pages each is one may be known by now
        if page is not None:
            self._page = page
        if page is not None or self._still.pages.whole:
            self._sought = ""

    # reading

    def look(self, size: QSize, *, covered: bool = False, drafting: bool = False) -> bool:
        """Read the workshop, the clock and the wall, for a window of this size. Whether another picture is due.

        `covered` is the neutral sentence that stands between the room's picture and the facilitator's screen.
        While somebody is `drafting`, what is on show stays as it was: nobody's half sentence is read by a room.
        """
        self._size, self._covered = QSize(size), covered
        shown, clock = look(self.live.workshop, self.live.clock(), self.live.wall.on_show, self.live.wall.lone_voted)
        shown = self._without_drafts(shown, drafting=drafting)
        steps = () if clock is None else clock.steps
        held = self._hold(shown, steps)
        self._arrange(shown if held is None else held.shown)
        same_item = held is None or held.item == self._item()
        self._moving = self._clocks(clock, held is None or held.steps == steps) if same_item else ()
        if self._still.pages.go_on():
            self._pictures.clear()
        if held is None:
            self._seek()
        painted = (self._covered, self.live.wall.black, self._leaf, self._moving)
        changed, self._painted = painted != self._painted, painted
        return changed

    def _without_drafts(self, shown: Shown, *, drafting: bool) -> Shown:
        on_show = self.live.wall.on_show
        before, self._put_on = self._put_on, (on_show, shown)
        if drafting and on_show is not None and before is not None and before[0] == on_show:
            self._put_on = before
        return self._put_on[1]

    def _item(self) -> str | None:
        current = self.live.workshop.current_item()
        return None if current is None else current.id

    def _hold(self, shown: Shown, steps: tuple[tuple[str, str], ...]) -> _Held | None:
        if not self.live.wall.frozen:
            self._held = None
        elif self._held is None:
            self._held = _Held(shown, self._item(), steps)
        return self._held

    def _arrange(self, shown: Shown) -> None:
        """Lay everything but the clocks out anew, when it or the size has changed."""
        if self._key is not None and (self._key[0].view, self._key[0].item) != (shown.view, shown.item):
            self._page, self._sought, self._newest.note = 0, "", ""
        if self._held is None and (came := self._newest.taken()) is not None:
            self._sought = came.note if came.turns else self._sought
        key = (shown, self._size, self._newest.note)
        if key != self._key:
            self._key = key
            self._still = still(shown, self._frame, self._newest.note)
            self._still.pages.until(self._page)
            self._pictures.clear()

    @property
    def _leaf(self) -> Leaf:
        return self._still.pages.leaf(self.page)

    @property
    def _frame(self) -> Frame:
        return Frame(self._size.width(), self._size.height())

    def _clocks(self, clock: ShownClock | None, same_work: bool) -> tuple[Piece, ...]:
        if clock is None or self._still.clock is None:
            return ()
        rests = rest_pieces(self._leaf.rests, clock.rests) if same_work else ()
        return (*clock_pieces(clock, self._still.clock, self._frame, huge=self._still.huge), *rests)

    # painting

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The very pieces that are painted."""
        if self._covered:
            return self._cover()
        if self.live.wall.black:
            return ()
        return (*self._leaf.pieces, *self._moving)

    def texts(self) -> list[str]:
        """Every text that is painted."""
        return [piece.text for piece in self.pieces if isinstance(piece, Words)]

    def _cover(self) -> tuple[Piece, ...]:
        sentence = _("The facilitator's screen comes back. Stop the projection, then press Enter. Esc goes on.")
        px = COVER_PX * self._frame.unit
        return centred(
            (Words(self._frame.inside, wrapped(sentence, px, self._frame.inside.width() * 0.8, 4), px),), self._frame
        )

    def paint(self, painter: QPainter, ratio: float) -> None:
        """Paint it; the still part comes from a picture that is kept."""
        ground = QRect(0, 0, self._size.width(), self._size.height())
        if self._covered or self.live.wall.black:
            painter.fillRect(ground, WHITE if self._covered else Qt.GlobalColor.black)
            paint(painter, self.pieces)
            return
        painter.drawPixmap(0, 0, self._picture(ratio))
        paint(painter, self._moving)

    def _picture(self, ratio: float) -> QPixmap:
        picture = self._pictures.get(self.page)
        if picture is None or picture.devicePixelRatio() != ratio:
            picture = QPixmap(self._size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(WHITE)
            painter = QPainter(picture)
            paint(painter, self._leaf.pieces)
            painter.end()
            if len(self._pictures) >= KEPT_PAGES:
                self._pictures.clear()
            self._pictures[self.page] = picture
        return picture
