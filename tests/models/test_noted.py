"""What is counted over all notes is, after any edits, what counting them anew would say."""

from dataclasses import replace
from random import Random

import pytest

from models.board import Note, NoteKind
from models.edits.change import FEW, applied, new_id, put, remove
from models.edits.notes import add_notes
from models.noted import Noted
from models.workshop import Workshop


def _notes(count: int, rng: Random) -> list[Note]:
    kinds, groups = list(NoteKind), [None, "a", "b"]
    return [
        Note(
            new_id(),
            rng.uniform(0.0, 100.0),
            "困りごと",
            rng.choice(kinds),
            cluster_id=rng.choice(groups),
            hidden=rng.random() < 0.3,
            team=rng.choice([0, 0, 1]),
        )
        for _number in range(count)
    ]


def _stirred(note: Note, rng: Random) -> Note:
    changed = _notes(1, rng)[0]
    return replace(changed, id=note.id)


@pytest.mark.parametrize("seed", range(5))
def test_counting_on_tells_what_counting_anew_tells_when_notes_come_change_and_go(fresh: Workshop, seed: int) -> None:
    rng = Random(seed)
    workshop = applied(fresh, put(fresh, "", *_notes(40, rng)).changes)
    assert len(workshop.noted.groups) == 3  # known from here on
    for _round in range(30):
        some = rng.sample(sorted(workshop.notes.values(), key=lambda note: note.id), k=5)
        put_in = [*_notes(2, rng), *(_stirred(note, rng) for note in some[:3])]
        workshop = applied(workshop, put(workshop, "", *put_in).changes)
        workshop = applied(workshop, remove("", *some[3:]).changes)
        assert "noted" in vars(workshop)
        assert workshop.noted == Noted.of(workshop.notes.values())


def test_no_note_is_counted_again_when_one_is_added(fresh: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = applied(fresh, put(fresh, "", *_notes(200, Random(1))).changes)
    parked = workshop.noted.of_kind(NoteKind.PARKED)
    monkeypatch.setattr(Noted, "of", None)
    workshop = applied(workshop, add_notes(workshop, ["あとで話す"], NoteKind.PARKED).changes)
    assert workshop.noted.of_kind(NoteKind.PARKED) == parked + 1


def test_counting_begins_anew_when_very_much_changes(fresh: Workshop) -> None:
    assert fresh.noted == Noted.of(())
    workshop = applied(fresh, put(fresh, "", *_notes(FEW + 1, Random(2))).changes)
    assert "noted" not in vars(workshop)
    assert sum(len(workshop.noted.inside(group)) for group in (None, "a", "b")) == FEW + 1


def test_a_new_note_comes_last_when_the_last_one_was_deleted(fresh: Workshop) -> None:
    workshop = applied(fresh, add_notes(fresh, ["一", "二", "三"]).changes)
    *others, last = workshop.ordered_notes()
    assert workshop.noted.last == last.order
    workshop = applied(workshop, remove("", last).changes)
    assert workshop.noted.last == others[-1].order
    workshop = applied(workshop, add_notes(workshop, ["四"]).changes)
    assert workshop.ordered_notes()[-1].text == "四"
