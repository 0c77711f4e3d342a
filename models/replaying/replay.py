"""The replay: the board as it was after any moment, moving by the difference alone.

It is made from a frozen workshop and what was read of its journal, so live edits do not disturb it, any thread may
make it, and nothing in it can write.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from models.board import Note
from models.edits.change import FIELD_OF, Change, Edit, Entity, applied, merged
from models.layout import NOTE_HEIGHT, NOTE_WIDTH
from models.replaying.moments import Chapter, Moment, chapters, touched
from models.replaying.showing import Showing
from models.replaying.unwinding import BOARD, MOST_CHANGES, Beginning, State, state_of, unwound
from models.timing import Timing
from models.workshop import Details, Workshop
from models.workspace.moments import Written

SPAN = 4_000
"""So many changes lie between two checkpoints; a nearer place is walked to, a further one jumped to."""
Rectangle = tuple[float, float, float, float]
_SHOWN = (Details, *BOARD)


class Replay:
    """How the board of a workshop came to be, as far as it may be shown and the journal can be trusted.

    `position` says how many of the `moments` are carried out, 0 to all; it starts at the end. `workshop` is the board
    then: nothing but the details and what lies on the board. `begins` says why the history begins where it does;
    `unseen` counts today's notes that are left out because the room has not seen them, and `gathered` says that there
    were notes which come all at once, later than they were written. `reach` is the rectangle (left, top, right, bottom)
    around all places at which a note lies at any moment, None when there is no note.
    """

    def __init__(self, workshop: Workshop, entries: Sequence[Written], most: int = MOST_CHANGES) -> None:
        history = unwound(workshop, entries, most)
        showing = Showing(workshop)
        running = {key[1] for key, one in history.start.items() if isinstance(one, Timing) and one.current}
        showing.take(Change(None, entity) for entity in history.start.values())
        self._checkpoints: list[tuple[int, State]] = [(0, dict(showing.shown))]
        self._changes: list[tuple[Change, ...]] = []
        moments: list[Moment] = []
        self._reworded = [showing.reworded]
        since = 0
        for step in history.steps:
            _follow(running, step.changes)
            changes = showing.take(step.changes)
            if not changes:
                self._reworded[-1] = showing.reworded
                continue
            self._reworded.append(showing.reworded)
            self._changes.append(changes)
            moments.append(Moment(step.seq, step.at, step.kind, touched(changes), next(iter(running), None)))
            since += len(changes)
            if since >= SPAN:
                self._checkpoints.append((len(moments), dict(showing.shown)))
                since = 0
        self._walked = [0, *accumulate(map(len, self._changes))]
        self.moments: Sequence[Moment] = tuple(moments)
        self.chapters: Sequence[Chapter] = chapters(moments, workshop.agenda)
        self.begins: Beginning = history.begins
        self.unseen: int = showing.unseen()
        self.gathered: bool = showing.gathered
        self.reach: Rectangle | None = self._reach()
        self.position = len(moments)
        self.workshop = _workshop(showing.shown)

    def _reach(self) -> Rectangle | None:
        first = [one for one in self._checkpoints[0][1].values() if isinstance(one, Note)]
        later = (change.after for changes in self._changes for change in changes)
        places = {(one.x, one.y) for one in (*first, *(one for one in later if isinstance(one, Note)))}
        if not places:
            return None
        across, down = [x for x, _y in places], [y for _x, y in places]
        return min(across), min(down), max(across) + NOTE_WIDTH, max(down) + NOTE_HEIGHT

    @property
    def reworded(self) -> bool:
        """Whether anything that is shown now has got other words since, which are those that are shown."""
        return self._reworded[self.position]

    def go_to(self, position: int) -> Edit:
        """Make `workshop` the board after so many moments (kept within 0 and all). Returns the difference."""
        position = max(0, min(len(self.moments), position))
        near = abs(self._walked[position] - self._walked[self.position]) <= SPAN
        changes = self._between(position) if near else _difference(state_of(self.workshop, _SHOWN), self._at(position))
        self.workshop = applied(self.workshop, changes)
        self.position = position
        return Edit("replayed", changes, undoable=False)

    def _between(self, position: int) -> tuple[Change, ...]:
        """The way from here to there as one difference."""
        if position >= self.position:
            way = [Edit("", changes) for changes in self._changes[self.position : position]]
        else:
            way = [Edit("", changes).inverse() for changes in reversed(self._changes[position : self.position])]
        return way[0].changes if len(way) == 1 else merged("", *way).changes

    def _at(self, position: int) -> State:
        """The shown state after so many moments, from the checkpoint before it."""
        start, kept = self._checkpoints[bisect_right(self._checkpoints, position, key=lambda one: one[0]) - 1]
        state = dict(kept)
        for change in (change for changes in self._changes[start:position] for change in changes):
            if change.after is None:
                del state[change.key]
            else:
                state[change.key] = change.after
        return state


def _follow(running: set[str], changes: Iterable[Change]) -> None:
    """Keep up with which agenda item the room is at."""
    for change in changes:
        if change.key[0] is Timing:
            running.discard(change.key[1])
            if isinstance(change.after, Timing) and change.after.current:
                running.add(change.key[1])


def _workshop(state: State) -> Workshop:
    fields: dict[str, dict[str, Entity]] = {FIELD_OF[kind]: {} for kind in BOARD}
    found: dict[str, Any] = {}
    for (kind, entity_id), entity in state.items():
        if kind is Details:
            found["details"] = entity
        else:
            fields[FIELD_OF[kind]][entity_id] = entity
    return Workshop(**found, **fields)  # type: ignore[arg-type]


def _difference(here: State, there: State) -> tuple[Change, ...]:
    gone = [Change(entity, None) for key, entity in here.items() if key not in there]
    changed = [Change(here.get(key), entity) for key, entity in there.items() if _differs(here.get(key), entity)]
    return (*gone, *changed)


def _differs(one: Entity | None, other: Entity) -> bool:
    return one is not other and one != other
