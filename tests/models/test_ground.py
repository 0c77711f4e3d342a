"""The ground of the board, against an oracle that walks all notes."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from models.board import Note
from models.edits.change import Change, Edit
from models.ground import Ground, rows_among
from models.layout import (
    COLUMNS,
    GAP,
    LANE_COLUMNS,
    LANE_WIDTH,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Place,
    Rectangle,
    columns_of_board,
    island_around,
    lane_left,
)

NUMBERS = st.one_of(
    st.integers(-40, 80).map(lambda step: step * 16.0),
    st.integers(-2_000, 4_000).map(lambda number: number / 2),
    st.sampled_from([-1e6, 1e6, 512.0, 304.0, -512.0]),
)
NAMES = st.integers(0, 20).map(str)
GROUPS = st.sampled_from([None, None, "a", "b"])


@st.composite
def lying(draw: st.DrawFn) -> Note:
    team = draw(st.sampled_from([0, 0, 0, 1, 2]))
    return Note(draw(NAMES), 1.0, "x", x=draw(NUMBERS), y=draw(NUMBERS), cluster_id=draw(GROUPS), team=team)


def paper(note: Note) -> Rectangle:
    return note.x, note.y, note.x + NOTE_WIDTH, note.y + NOTE_HEIGHT


def around(notes: list[Note]) -> Rectangle:
    boxes = [paper(note) for note in notes]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def share(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def near(note: Note, place: Place) -> bool:
    """Whether a note lies in the cell of a place, its edges at the left and above included."""
    (x, y), (left, top, right, bottom) = place, paper(note)
    return left < x + NOTE_WIDTH + GAP and right >= x and top < y + NOTE_HEIGHT + GAP and bottom >= y


def islands(notes: list[Note]) -> dict[str, Rectangle]:
    groups: dict[str, list[Note]] = {}
    for note in notes:
        if note.cluster_id is not None:
            groups.setdefault(note.cluster_id, []).append(note)
    return {key: island_around(around(members)) for key, members in groups.items()}


def is_free(notes: list[Note], place: Place) -> bool:
    x, y = place
    cell = (x, y, x + NOTE_WIDTH, y + NOTE_HEIGHT)
    return not any(near(note, place) for note in notes) and not any(share(cell, box) for box in islands(notes).values())


def free_by_walking(notes: list[Note], count: int, left: float, columns: int) -> list[Place]:
    """The first free places among the upper rows; fewer when there are not enough."""
    grid = (
        (left + column * (NOTE_WIDTH + GAP), row * (NOTE_HEIGHT + GAP))
        for row in range(rows_among(len(notes) + count))
        for column in range(columns)
    )
    return [place for place in grid if is_free(notes, place)][:count]


class GroundMachine(RuleBasedStateMachine):
    """Notes come, change and go; the ground says at any time what walking all notes would."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: dict[str, Note] = {}
        self.ground = Ground()

    @property
    def all(self) -> list[Note]:
        return list(self.notes.values())

    @rule(note=lying())
    def put(self, note: Note) -> None:
        self.notes[note.id] = note
        self.ground.put(note)

    @rule(notes=st.lists(lying(), max_size=12))
    def follow(self, notes: list[Note]) -> None:
        changes = [Change(self.notes.get(note.id), note) for note in {note.id: note for note in notes}.values()]
        self.ground.follow(Edit("notes_added", tuple(changes)))
        self.notes |= {note.id: note for note in notes}

    @rule(name=NAMES)
    def drop(self, name: str) -> None:
        known = self.notes.pop(name, None)
        if known is None:
            self.ground.drop(name)
        else:
            self.ground.follow(Edit("notes_deleted", (Change(known, None),)))

    @rule(x=NUMBERS, y=NUMBERS, width=NUMBERS.map(abs), height=NUMBERS.map(abs))
    def ask_within(self, x: float, y: float, width: float, height: float) -> None:
        box = x, y, x + width, y + height
        assert self.ground.within(*box) == {note.id for note in self.all if share(paper(note), box)}
        assert self.ground.islands_in(*box) == {key for key, one in islands(self.all).items() if share(one, box)}

    @rule(x=NUMBERS, y=NUMBERS)
    def ask_at(self, x: float, y: float) -> None:
        under = {n.id for n in self.all if n.x <= x < n.x + NOTE_WIDTH and n.y <= y < n.y + NOTE_HEIGHT}
        assert self.ground.at(x, y) == under

    @rule(count=st.integers(0, 30))
    def ask_places(self, count: int) -> None:
        loose = [note for note in self.all if note.cluster_id is None and not note.team]
        self._expect(self.ground.free_places(count), count, 0.0, columns_of_board(len(loose) + count))

    @rule(team=st.integers(1, 3), teams=st.integers(1, 3), count=st.integers(0, 8))
    def ask_lane(self, team: int, teams: int, count: int) -> None:
        places = self.ground.lane_places(team, teams, count)
        left = lane_left(team, teams) + (LANE_WIDTH - LANE_COLUMNS * (NOTE_WIDTH + GAP) + GAP) / 2
        self._expect(places, count, left, LANE_COLUMNS)

    def _expect(self, places: list[Place], count: int, left: float, columns: int) -> None:
        first = free_by_walking(self.all, count, left, columns)
        assert places[: len(first)] == first
        assert len(places) == count
        assert all(is_free(self.all, place) for place in places)

    @invariant()
    def bounds_and_islands_are_right(self) -> None:
        assert len(self.ground) == len(self.notes)
        assert self.ground.bounds() == (around(self.all) if self.notes else None)
        assert self.ground.islands() == islands(self.all)
        assert self.ground.members("a") == {note.id for note in self.all if note.cluster_id == "a"}


TestGround = GroundMachine.TestCase


@given(st.lists(lying(), max_size=25), st.integers(0, 40))
def test_free_places_cover_nothing_when_notes_lie_anywhere(notes: list[Note], count: int) -> None:
    notes = list({note.id: note for note in notes}.values())
    places = Ground(notes).free_places(count)
    assert len(places) == count
    papers = [(x, y, x + NOTE_WIDTH, y + NOTE_HEIGHT) for x, y in places]
    assert not any(share(one, other) for one, other in combinations(papers, 2))
    assert not any(share(box, paper(note)) for box in papers for note in notes)
    assert not any(share(box, island) for box in papers for island in islands(notes).values())


def test_free_places_are_found_at_once_when_a_group_spans_the_world() -> None:
    far = [Note("1", 1, "x", x=-1e9, y=-1e9, cluster_id="a"), Note("2", 2, "x", x=1e9, y=1e9, cluster_id="a")]
    assert all(y > 1e9 for _, y in Ground(far).free_places(3))


def test_notes_come_into_eight_columns_when_they_are_few() -> None:
    assert Ground().free_places(9)[8] == (0.0, NOTE_HEIGHT + GAP)
    assert max(x for x, _ in Ground().free_places(100)) == (COLUMNS - 1) * (NOTE_WIDTH + GAP)


def test_notes_fill_the_shape_of_a_screen_when_a_thousand_are_pasted() -> None:
    places = Ground().free_places(1_000)
    width, height = max(x for x, _ in places) + NOTE_WIDTH, max(y for _, y in places) + NOTE_HEIGHT
    assert 1.8 < width / height < 2.6


def test_a_left_place_is_found_again_when_the_note_in_it_goes() -> None:
    ground = Ground()
    for number, (x, y) in enumerate(ground.free_places(300)):
        ground.put(Note(str(number), number, "x", x=x, y=y))
    taken = ground.free_places(1)
    ground.put(Note("one more", 301, "x", x=taken[0][0], y=taken[0][1]))
    ground.drop("4")
    assert ground.free_places(1) == [(4 * (NOTE_WIDTH + GAP), 0.0)]


def test_a_moved_group_leaves_its_ground_when_all_its_notes_go_elsewhere() -> None:
    ground = Ground([Note("1", 1, "x", x=300.0, y=300.0, cluster_id="a")])
    before = ground.free_places(20)
    ground.put(replace(Note("1", 1, "x", cluster_id="a"), x=9_000.0, y=9_000.0))
    assert before != ground.free_places(20) == Ground().free_places(20)
