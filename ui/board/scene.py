"""The board with what is chosen, current and found on it."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Signal

from models.board import Note
from models.workshop import Workshop
from ui.board.board_state import BoardState, by_order
from ui.board.papers import Placed, State
from ui.board.preview import Mark, Preview


class BoardScene(BoardState):
    """What is on the board, which of it is chosen, and how it is to be painted: the last on top.

    `went_to(id or None)` tells that another note is the current one, or none.
    """

    went_to = Signal(object)

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self.current: str | None = None
        self.chosen_arrow: str | None = None
        self._selected: set[str] = set()
        self._hits: set[str] | None = None
        self.preview = Preview()
        self.resync(workshop)

    def _forget_gone(self) -> None:
        notes = self.notes
        if not self._selected <= notes.keys():
            self._selected &= notes.keys()
        if self.current is not None and self.current not in notes:
            self.current = None
        if self.chosen_arrow is not None and self.chosen_arrow not in self._workshop.relations:
            self.chosen_arrow = None

    # as it is painted

    def placed(self, note_ids: Iterable[str]) -> list[Placed]:
        """Notes as they are to be painted, the last on top."""
        drawn_out = self.drawn_out
        notes = [self.notes[i] for i in note_ids if i not in self.piles.covered or i == drawn_out]
        notes.sort(key=by_order)
        placed = [(note, self.place(note.id), self.state(note.id)) for note in notes if note.id != drawn_out]
        top = self._top_over(drawn_out)
        if top is not None and len(placed) < len(notes):
            drawn = self.notes[drawn_out or ""]
            placed.append((drawn, self.place(top), self.state(drawn.id)))
        return placed

    @property
    def drawn_out(self) -> str | None:
        """The current note, where it lies in a pile under others: it is shown on top as long as it is current."""
        top = self._top_over(self.current)
        return self.current if top is not None and top != self.current else None

    def _top_over(self, note_id: str | None) -> str | None:
        """The top note of the pile a note is in."""
        note = self.notes.get(note_id or "") if self.piles.tops else None
        return None if note is None else self.piles.tops.get(note.cluster_id or "")

    def lying(self, area: QRectF) -> list[Placed]:
        """The notes that lie in an area (board units), without those under way."""
        found = self.ground.within(area.left(), area.top(), area.right(), area.bottom())
        return self.placed(found - self.lifted.keys() if self.lifted else found)

    def state(self, note_id: str) -> State:
        """What a note shows besides itself."""
        state = State.CHOSEN if note_id in self._selected else State.PLAIN
        if note_id == self.current:
            state |= State.CURRENT
        if self._hits is not None:
            state |= State.HIT if note_id in self._hits else State.DIMMED
        marks = self.preview.marks
        if marks is not None and note_id not in marks and self.notes[note_id].cluster_id is None:
            state |= State.LONE
        return state

    def note_at(self, at: QPointF, besides: Collection[str] = ()) -> Note | None:
        """The topmost note at a point, `besides` not counted."""
        found = [self.notes[i] for i in self.ground.at(at.x(), at.y()) if i not in besides]
        return max(found, key=by_order, default=None)

    # what is selected, current, found

    def choose_arrow(self, relation_id: str | None) -> None:
        """Select an arrow, or none."""
        if relation_id == self.chosen_arrow:
            return
        for one in (self.chosen_arrow, relation_id):
            if one is not None and one in self.arrows:
                self.touch(self.arrows[one].reach())
        self.chosen_arrow = relation_id
        self._tell()

    @property
    def chosen(self) -> Collection[str]:
        """The ids of the selected notes, in no order."""
        return self._selected

    def selected(self) -> list[str]:
        """The ids of the selected notes, in the notes' order."""
        return [note.id for note in sorted((self.notes[i] for i in self._selected), key=by_order)]

    @property
    def chosen_frames(self) -> set[str]:
        """The families that are selected as one, by their frames."""
        return self._frames.keep_chosen(lambda i: self.family_notes(i) <= self._selected)

    def choose_frame(self, family_id: str, *, add: bool = False) -> None:
        """Select a family as one, in place of what is selected or with it."""
        kept = self.chosen_frames if add else set()
        self._select(self.family_notes(family_id), add=add)
        self._frames.chosen = kept | {family_id}
        self._touch_each(self._frames.areas(self._frames.chosen))
        self._tell()

    def select(self, note_ids: Iterable[str], *, add: bool = False) -> None:
        """Select notes, in place of what is selected or with it."""
        self._select(note_ids, add=add)
        self._tell()

    def _select(self, note_ids: Iterable[str], *, add: bool) -> None:
        self._touch_each(self._frames.areas(self._frames.chosen))
        if not add:
            self._frames.chosen = set()
        wanted = set(note_ids)
        wanted &= self.notes.keys()
        if add:
            wanted |= self._selected
        other = wanted ^ self._selected
        self._selected = wanted
        self._touch_notes(other)

    def set_current(self, note_id: str | None) -> None:
        """Move the focus ring to a note."""
        known = note_id if note_id in self.notes else None
        ones = (self.current, known)
        self._touch_notes({one for one in (*ones, *map(self._top_over, ones)) if one is not None})
        self.current = known
        self._tell_touched()
        if ones[0] != known:
            self.went_to.emit(known)

    def set_focused(self, on: bool) -> None:
        """The board has the keyboard's focus, or not: the focus ring is seen only then."""
        self.looks.focused = on
        self.set_current(self.current)

    @property
    def hits(self) -> Collection[str] | None:
        """What stands out while the board is searched; None while it is not."""
        return self._hits

    def highlight(self, note_ids: Iterable[str] | None) -> None:
        """Have some notes stand out from the others; None ends it."""
        hits = None if note_ids is None else set(note_ids)
        if hits != self._hits:
            self._hits = hits
            self._touch_all()
            self._tell_touched()

    # what a suggestion would make of it

    def show_preview(self, marks: Mapping[str, Mark] | None) -> None:
        """Mark notes with the groups proposed for them; None ends it. Free notes without a mark are a little paler.

        It is only seen here: nothing is written, and the projector has its own pictures.
        """
        marks = None if marks is None else dict(marks)
        differing = self.preview.differing(marks)
        self.preview.marks = marks
        if differing is None:
            self._touch_all()
        else:
            self._touch_notes(differing)
        self._tell_touched()
