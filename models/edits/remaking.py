"""Edits that make notes of notes: duplicating them, splitting one in two, merging several."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ulp

from models.board import Note
from models.edits.change import Change, Edit, merged, new_id, put, remove
from models.edits.clusters import joined_places
from models.edits.heirs import settled
from models.edits.locking import unlocked
from models.edits.room import free_place_near, grounded, place_near
from models.ground import Ground
from models.language import gettext as _
from models.layout import GAP, NOTE_WIDTH, Place, on_board
from models.problems import Problem
from models.sameness import sameness
from models.text import MAX_NOTE_CHARS, clean
from models.workshop import Workshop

MANY = 100
"""Up to so many lone notes are copied beside themselves."""
APART = 1.0 / 1_024.0
"""So far apart orders are made where there is no room between them any more."""


def duplicate_notes(workshop: Workshop, note_ids: Iterable[str], ground: Ground | None = None) -> Edit:
    """A copy of each note in a free place beside it, in the same group; copies are not locked, and last in the order.

    In a group they lie as notes do that join it, which may then need room (see `room.set_down`).
    """
    first = workshop.noted.last + 1.0
    notes = sorted((workshop.notes[i] for i in dict.fromkeys(note_ids)), key=lambda note: (note.order, note.id))
    copies = [replace(note, id=new_id(), order=first + at, locked=False) for at, note in enumerate(notes)]
    ground = grounded(workshop, ground)
    places = _in_groups(workshop, copies) | _in_lanes(workshop, copies, ground)
    others = [replace(copy, x=places[copy.id][0], y=places[copy.id][1]) for copy in copies if copy.id in places]
    places |= _nearest([copy for copy in copies if copy.id not in places], others, ground)
    lying = (replace(copy, x=x, y=y) for copy in copies for x, y in (on_board(*places[copy.id]),))
    return Edit("notes_duplicated", tuple(Change(None, copy) for copy in lying))


def _in_groups(workshop: Workshop, copies: Iterable[Note]) -> dict[str, Place]:
    """Where copies lie in their groups, by their ids."""
    groups: dict[str, list[str]] = {}
    for copy in copies:
        if copy.cluster_id is not None:
            groups.setdefault(copy.cluster_id, []).append(copy.id)
    return {
        copy_id: place
        for group, ids in groups.items()
        for copy_id, place in zip(ids, joined_places(workshop, group, len(ids)), strict=True)
    }


def _in_lanes(workshop: Workshop, copies: Iterable[Note], ground: Ground) -> dict[str, Place]:
    """Where copies lie in the lanes of their 班, by their ids."""
    lanes: dict[int, list[str]] = {}
    for copy in copies:
        if copy.team and copy.cluster_id is None:
            lanes.setdefault(copy.team, []).append(copy.id)
    teams = workshop.details.teams
    return {
        copy_id: place
        for team, ids in lanes.items()
        for copy_id, place in zip(ids, ground.lane_places(team, teams, len(ids)), strict=True)
    }


def _nearest(copies: Sequence[Note], others: Iterable[Note], ground: Ground) -> dict[str, Place]:
    """Free places for lone copies, each still where its original lies, when `others` are new on the board too.

    Of very many each lies where new notes do: looking around each of them would take long.
    """
    laid = {note.id: note for note in others}
    try:
        for note in laid.values():
            ground.put(note)
        if len(copies) > MANY:
            places = ground.free_places(len(copies))
            return {copy.id: place for copy, place in zip(copies, places, strict=True)}
        for copy in copies:
            x, y = free_place_near(copy.x + NOTE_WIDTH + GAP, copy.y, ground)
            laid[copy.id] = replace(copy, x=x, y=y)
            ground.put(laid[copy.id])
        return {copy.id: ground.place(copy.id) for copy in copies}
    finally:
        for note_id in laid:
            ground.drop(note_id)


def split_note(workshop: Workshop, note_id: str, at: int | tuple[str, str], ground: Ground | None = None) -> Edit:
    """One note becomes two: `at` an index into its text, or with the two texts as they are to be.

    The first half stays where it is, the second is a new note beside it, in the same group, the next in the order:
    those behind it, locked or not, move on a little in the order where it has no room left.
    Where a half would be empty, or the note is locked, nothing changes.
    """
    note = workshop.notes[note_id]
    texts = at if isinstance(at, tuple) else (note.text[: max(0, at)], note.text[max(0, at) :])
    first, second = map(clean, texts)
    if not first or not second or note.locked:
        return Edit("note_split", ())
    x, y = on_board(*_beside(workshop, note, grounded(workshop, ground)))
    order, pushed = _right_after(workshop, note)
    other = replace(note, id=new_id(), order=order, text=second, x=x, y=y)
    return put(workshop, "note_split", replace(note, text=first), other, *pushed)


def _beside(workshop: Workshop, note: Note, ground: Ground) -> Place:
    if note.cluster_id is not None:
        return joined_places(workshop, note.cluster_id, 1)[0]
    if note.team:
        return ground.lane_places(note.team, workshop.details.teams, 1)[0]
    return place_near(note.x + NOTE_WIDTH + GAP, note.y, ground)


def _right_after(workshop: Workshop, note: Note) -> tuple[float, list[Note]]:
    """An order between a note's and the next one's, and the notes that go on a little to leave room for it."""
    later = [other for other in workshop.notes.values() if _row(other) > _row(note)]
    following = min(later, key=_row, default=None)
    if following is None:
        return note.order + 1.0, []
    order = (note.order + following.order) / 2
    if note.order < order < following.order:
        return order, []
    return _pushed(note.order, sorted(later, key=_row))


def _pushed(order: float, later: Iterable[Note]) -> tuple[float, list[Note]]:
    """An order a step behind this one, and as many of those that come later as have to go on, each a step further."""
    step = max(APART, ulp(order))
    first = last = order + step
    pushed = []
    for note in later:
        if note.order > last:
            break
        last += step
        pushed.append(replace(note, order=last))
    return first, pushed


def _row(note: Note) -> tuple[float, str]:
    return note.order, note.id


def merge_notes(workshop: Workshop, note_ids: Iterable[str]) -> Edit:
    """The first note in the order takes in the words of the others, a line each, what is the same once; the others go.

    What hung on lone ones is its own from now on, or its group's. It is hidden when one of them was. Locked notes are
    left out. Raises Problem when the words are too many for a note.
    """
    notes = [workshop.notes[i] for i in unlocked(workshop, note_ids)]
    if len(notes) < 2:
        return Edit("notes_merged", ())
    heir, *others = sorted(notes, key=_row)
    texts: dict[str, str] = {}
    for note in (heir, *others):
        texts.setdefault(sameness(note.text), note.text)
    text = "\n".join(texts.values())
    if len(text) > MAX_NOTE_CHARS:
        sentence = _(
            "Together these notes are longer than {limit} characters. Nothing was changed. Merge fewer of them."
        )
        raise Problem(sentence.format(limit=f"{MAX_NOTE_CHARS:,}"))
    whole = put(workshop, "", replace(heir, text=clean(text), hidden=any(note.hidden for note in notes)))
    heirs = {other.id: heir.cluster_id or heir.id for other in others if other.cluster_id is None}
    return settled(workshop, merged("notes_merged", whole, remove("", *others)), heirs)
