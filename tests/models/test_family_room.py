"""Room for the groups of a bigger group."""

from datetime import date, time

import pytest

from models.board import Note
from models.edits.change import applied, new_id
from models.edits.clusters import group_notes
from models.edits.families import form_family, join_family, leave_family
from models.edits.family_room import gathered, put_outside, set_beside
from models.edits.locking import lock_notes
from models.edits.notes import add_notes, move_notes
from models.ground import Ground
from models.layout import NOTE_HEIGHT, NOTE_WIDTH, Place, Rectangle, family_around, overlap, paper
from models.templates import new_workshop
from models.workshop import Details, Workshop

FAR = 3_000.0


@pytest.fixture
def row() -> Workshop:
    """Four groups of two notes in a row, with much room between, and a lone note between the first two."""
    workshop = new_workshop(Details(new_id(), "会", date(2026, 6, 4), time(10)))
    for number in range(4):
        added = add_notes(workshop, [f"{number}甲", f"{number}乙"])
        workshop = applied(workshop, added.changes)
        ids = [change.entity.id for change in added.changes]
        workshop = applied(workshop, group_notes(workshop, ids, str(number)).changes)
        places = {i: (number * FAR + at * 224.0, 0.0) for at, i in enumerate(ids)}
        workshop = applied(workshop, move_notes(workshop, places).changes)
    lone = add_notes(workshop, ["一つ"])
    workshop = applied(workshop, lone.changes)
    return applied(workshop, move_notes(workshop, {lone.changes[0].entity.id: (FAR / 2, 0.0)}).changes)


def ids(workshop: Workshop) -> list[str]:
    return [one.id for one in workshop.ordered_clusters()]


def islands(workshop: Workshop, family_id: str) -> list[Rectangle]:
    found = Ground(workshop.notes.values()).islands()
    return [found[one.id] for one in workshop.ordered_clusters() if one.family_id == family_id]


def strangers(workshop: Workshop, family_id: str) -> list[Rectangle]:
    others = (
        n for n in workshop.notes.values() if workshop.clusters.get(n.cluster_id or "") not in _kin(workshop, family_id)
    )
    return list(Ground(others).in_the_way(*family_around(islands(workshop, family_id))))


def _kin(workshop: Workshop, family_id: str) -> list[object]:
    return [one for one in workshop.clusters.values() if one.family_id == family_id]


def formed(workshop: Workshop, *numbers: int) -> tuple[Workshop, str]:
    chosen = [ids(workshop)[number] for number in numbers]
    edit = form_family(workshop, chosen)
    family = next(iter(applied(workshop, edit.changes).families))
    return applied(workshop, gathered(workshop, edit, family, chosen).changes), family


def test_groups_lie_together_and_nothing_between_them_when_they_were_far_apart(row: Workshop) -> None:
    after, family = formed(row, 0, 2)
    one, other = islands(after, family)
    assert not overlap(one, other)
    assert not strangers(after, family)
    frame = family_around([one, other])
    assert frame[2] - frame[0] < FAR


def test_the_first_group_stays_where_it_is_when_there_is_room(row: Workshop) -> None:
    after, _family = formed(row, 2, 0)
    moved = {
        one.cluster_id for one in after.notes.values() if (one.x, one.y) != (row.notes[one.id].x, row.notes[one.id].y)
    }
    assert moved == {ids(row)[0]}


def test_nothing_moves_when_one_of_the_notes_is_locked(row: Workshop) -> None:
    locked = applied(row, lock_notes(row, [row.members(ids(row)[0])[0].id]).changes)
    after, _family = formed(locked, 0, 2)
    assert all((one.x, one.y) == (row.notes[one.id].x, row.notes[one.id].y) for one in after.notes.values())


def test_only_what_joins_moves_when_a_group_is_put_into_a_bigger_one(row: Workshop) -> None:
    before, family = formed(row, 0, 2)
    joining = ids(row)[3]
    edit = join_family(before, [joining], family)
    after = applied(before, set_beside(before, edit, family, [joining]).changes)
    moved = {one.cluster_id for one in after.notes.values() if one != before.notes[one.id]}
    assert moved == {joining}
    assert len(islands(after, family)) == 3
    assert not strangers(after, family)


def test_a_group_lies_outside_its_former_frame_when_it_leaves(row: Workshop) -> None:
    before, family = formed(row, 0, 2, 3)
    leaving = ids(row)[2]
    edit = leave_family(before, [leaving])
    after = applied(before, put_outside(before, edit, [leaving]).changes)
    box = Ground(after.notes.values()).islands()[leaving]
    assert not overlap(box, family_around(islands(after, family)))


def test_new_notes_lie_outside_every_frame_when_there_is_room_within(row: Workshop) -> None:
    workshop, family = formed(row, 0, 1)
    by = dict.fromkeys(("0甲", "0乙"), 0.0) | dict.fromkeys(("1甲", "1乙"), 900.0)
    places = {
        note.id: (note.x % 224.0 + by[note.text], by[note.text]) for note in workshop.notes.values() if note.text in by
    }
    workshop = applied(workshop, move_notes(workshop, places).changes)
    frame = family_around(islands(workshop, family))
    added = [change.after for change in add_notes(workshop, [str(number) for number in range(60)]).changes]
    papers = [paper(note) for note in added if isinstance(note, Note)]
    assert len(papers) == 60
    assert not any(overlap(box, frame) for box in papers)
    assert any(overlap((x, y, x + NOTE_WIDTH, y + NOTE_HEIGHT), frame) for x, y in _places_without_frames(workshop))


def _places_without_frames(workshop: Workshop) -> list[Place]:
    return Ground(workshop.notes.values()).free_places(60)
