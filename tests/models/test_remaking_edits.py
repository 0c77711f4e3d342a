"""Edits that make notes of notes, and the lock."""

from collections.abc import Callable
from itertools import combinations

import pytest

from models.board import NoteKind
from models.edits import arranging, clusters, locking, notes, remaking, stacking, voting
from models.edits.change import Edit, applied
from models.edits.clusters import Gathering
from models.edits.room import set_down
from models.ground import Ground
from models.layout import GAP, NOTE_WIDTH, overlap, paper
from models.problems import Problem
from models.workshop import Workshop


def _after(workshop: Workshop, *makers: Callable[[Workshop], Edit]) -> Workshop:
    for make in makers:
        workshop = applied(workshop, make(workshop).changes)
    return workshop


def _ids(workshop: Workshop) -> list[str]:
    return [note.id for note in workshop.ordered_notes()]


@pytest.fixture
def board(fresh: Workshop) -> Workshop:
    """Eight notes, three of them in a group."""
    workshop = _after(fresh, lambda w: notes.add_notes(w, [f"困りごと{number}" for number in range(8)]))
    return _after(workshop, lambda w: clusters.group_notes(w, _ids(w)[:3], "会議"), arranging.arrange)


def _new(before: Workshop, after: Workshop) -> list[str]:
    return [i for i in _ids(after) if i not in before.notes]


def _covered(workshop: Workshop) -> list[tuple[str, str]]:
    pairs = combinations(workshop.notes.values(), 2)
    return [(one.text, other.text) for one, other in pairs if overlap(paper(one), paper(other))]


def test_copies_lie_in_free_places_beside_when_notes_are_duplicated(board: Workshop) -> None:
    chosen = [_ids(board)[4], _ids(board)[0], _ids(board)[5]]
    board = _after(
        board, lambda w: notes.set_note_kind(w, chosen, NoteKind.IDEA), lambda w: locking.lock_notes(w, chosen[:1])
    )
    ground = Ground(board.notes.values())
    after = _after(board, lambda w: set_down(w, remaking.duplicate_notes(w, chosen, ground), ground))
    copies = [after.notes[i] for i in _new(board, after)]
    originals = [board.notes[i] for i in sorted(chosen, key=lambda i: board.notes[i].order)]
    for copy, original in zip(copies, originals, strict=True):
        assert (copy.text, copy.kind, copy.cluster_id) == (original.text, NoteKind.IDEA, original.cluster_id)
        assert not copy.locked
    assert _covered(after) == []
    assert ground.bounds() == Ground(board.notes.values()).bounds()
    assert _ids(after)[-3:] == [copy.id for copy in copies]


def test_nothing_is_covered_when_a_whole_board_is_duplicated_again_and_again(board: Workshop) -> None:
    for _time in range(5):  # at the end many at once
        board = _after(board, lambda w: set_down(w, remaking.duplicate_notes(w, _ids(w))))
        assert _covered(board) == []
    assert len(board.notes) == 256


def test_a_copy_lies_in_the_lane_of_its_team_when_it_is_duplicated(fresh: Workshop) -> None:
    board = _after(fresh, lambda w: notes.add_notes(w, ["印刷", "照会"], team=2))
    after = _after(board, lambda w: remaking.duplicate_notes(w, _ids(w)[:1]))
    (copy,) = (after.notes[i] for i in _new(board, after))
    assert copy.team == 2
    last = board.notes[_ids(board)[1]]
    assert (copy.x, copy.y) == (last.x + NOTE_WIDTH + GAP, last.y)
    assert _covered(after) == []


def test_what_is_the_same_stands_once_when_notes_are_merged(fresh: Workshop) -> None:
    board = _after(
        fresh, lambda w: notes.add_notes(w, ["特になし", "会議が長い", "特に なし", "会議が長い", "ＦＡＸ", "fax"])
    )
    after = _after(board, lambda w: remaking.merge_notes(w, _ids(w)))
    assert [note.text for note in after.notes.values()] == ["特になし\n会議が長い\nＦＡＸ"]


def test_halves_are_two_notes_side_by_side_when_a_note_is_split(board: Workshop) -> None:
    for one in (_ids(board)[5], _ids(board)[1]):
        board_ = _after(board, lambda w, i=one: notes.set_note_text(w, i, "会議が長い\n様式が多い"))  # type: ignore[misc]
        after = _after(board_, lambda w, i=one: remaking.split_note(w, i, 5))  # type: ignore[misc]
        (second,) = _new(board_, after)
        assert (after.notes[one].text, after.notes[second].text) == ("会議が長い", "様式が多い")
        assert (after.notes[one].x, after.notes[one].y) == (board.notes[one].x, board.notes[one].y)
        assert after.notes[second].cluster_id == board.notes[one].cluster_id
        assert _ids(after)[_ids(after).index(one) + 1] == second
        others = [note for note in after.notes.values() if note.id != second]
        assert not any(overlap(paper(after.notes[second]), paper(other)) for other in others)


@pytest.mark.parametrize("splits_the_new_one", [False, True])
def test_each_half_is_the_next_in_the_order_when_a_note_is_split_two_hundred_times(
    fresh: Workshop, splits_the_new_one: bool
) -> None:
    board = _after(fresh, lambda w: notes.add_notes(w, ["ながい言葉" * 100, "つぎ", "おわり"]))
    first, *others = _ids(board)
    ids = [first]
    at = 0
    for _number in range(200):
        split = remaking.split_note(board, ids[at], ("前", "後の言葉"))
        after = applied(board, split.changes)
        assert applied(after, split.inverse().changes) == board
        (new,) = _new(board, after)
        ids.insert(at + 1, new)
        board = after
        at = len(ids) - 1 if splits_the_new_one else 0
        assert _ids(board) == [*ids, *others]
    assert len({note.order for note in board.notes.values()}) == 203


def test_nothing_is_split_when_a_half_would_be_empty(board: Workshop) -> None:
    one = _ids(board)[5]
    for at in (0, -3, 99, (" ", "あ"), ("あ", "\n")):
        assert remaking.split_note(board, one, at).changes == ()


def test_the_first_takes_in_the_others_when_notes_are_merged(board: Workshop) -> None:
    ids = _ids(board)
    board = _after(board, lambda w: voting.set_dots(w, ids[4], 2), lambda w: voting.set_dots(w, ids[6], 3))
    after = _after(board, lambda w: remaking.merge_notes(w, [ids[6], ids[4], ids[6]]))
    assert after.notes[ids[4]].text == "困りごと4\n困りごと6"
    assert ids[6] not in after.notes
    assert after.dots(ids[4]) == 5
    assert ids[6] not in after.votes


def test_an_emptied_group_goes_when_all_its_notes_are_merged_into_another(board: Workshop) -> None:
    last = _ids(board)[7]
    group = _ids(board)[:3]
    board = _after(board, lambda w: notes.add_notes(w, ["あと"]))
    alone = _after(board, lambda w: clusters.free_notes(w, {group[0]: (5_000.0, 0.0)}))
    after = _after(alone, lambda w: remaking.merge_notes(w, [*group, last]))
    assert after.clusters == {}
    assert after.notes[group[0]].text.count("\n") == 3


def test_merged_note_is_hidden_when_one_of_them_was(board: Workshop) -> None:
    board = _after(board, notes.start_silence, lambda w: notes.add_notes(w, ["まだ"]))
    after = _after(board, lambda w: remaking.merge_notes(w, [_ids(w)[5], _ids(w)[-1]]))
    assert after.notes[_ids(board)[5]].hidden


def test_merging_is_refused_when_the_words_are_too_many(board: Workshop) -> None:
    board = _after(board, lambda w: notes.add_notes(w, ["長" * 3_000, "長" * 2_000]))
    with pytest.raises(Problem):
        remaking.merge_notes(board, _ids(board)[-2:])


# the lock


def test_a_locked_note_is_as_before_when_anything_is_done_to_many(board: Workshop) -> None:
    ids = _ids(board)
    for fixed in (ids[0], ids[5]):
        locked = _after(board, lambda w, i=fixed: locking.lock_notes(w, [i]))  # type: ignore[misc]
        (group,) = locked.clusters
        gesture: list[Edit] = [
            notes.move_notes(locked, dict.fromkeys(ids, (9.0, 9.0))),
            notes.set_note_kind(locked, ids, NoteKind.TIP),
            notes.delete_notes(locked, ids),
            clusters.group_notes(locked, ids),
            clusters.add_to_cluster(locked, ids, group),
            clusters.free_notes(locked, dict.fromkeys(ids, (9.0, 9.0))),
            clusters.take_suggestion(locked, [Gathering(tuple(ids))]),
            clusters.take_suggestion(locked, [Gathering(tuple(ids), cluster_id=group)]),
            remaking.merge_notes(locked, ids),
            arranging.tidy_notes(locked, ids),
            arranging.align_notes(locked, ids, arranging.Edge.LEFT),
            arranging.arrange(_after(locked, lambda w: notes.move_notes(w, {ids[6]: (7_777.0, 0.0)}))),
        ]
        for edit in gesture:
            assert edit.changes, edit.kind
            assert not any(change.entity.id == fixed for change in edit.changes), edit.kind
        assert notes.set_note_text(locked, fixed, "別の").changes == ()
        assert notes.set_note_text(locked, fixed, "").changes == ()
        assert remaking.split_note(locked, fixed, 2).changes == ()


def test_a_note_can_be_changed_again_when_it_is_unlocked(board: Workshop) -> None:
    one = _ids(board)[5]
    board = _after(board, lambda w: locking.lock_notes(w, [one]), lambda w: locking.unlock_notes(w, [one]))
    assert _after(board, lambda w: notes.set_note_text(w, one, "別の")).notes[one].text == "別の"


def test_a_lock_tells_no_team_when_all_are_brought_together(board: Workshop) -> None:
    with_teams = _after(board, lambda w: notes.add_notes(w, ["一", "二"], team=1))
    own = _new(board, with_teams)
    lane = {i: (with_teams.notes[i].x, with_teams.notes[i].y) for i in own}
    lone = _ids(board)[5]
    locked = _after(with_teams, lambda w: locking.lock_notes(w, [*own, lone]))
    after = _after(locked, notes.bring_together)
    assert all((after.notes[i].x, after.notes[i].y) != lane[i] for i in own)
    assert (after.notes[lone].x, after.notes[lone].y) == (locked.notes[lone].x, locked.notes[lone].y)


def test_a_pile_takes_the_second_half_when_a_note_in_it_is_split(board: Workshop) -> None:
    (group,) = board.clusters
    board = _after(board, lambda w: stacking.stack_cluster(w, group))
    after = _after(board, lambda w: remaking.split_note(w, _ids(w)[0], 2))
    (second,) = _new(board, after)
    last = board.members(group)[-1]
    assert (after.notes[second].x, after.notes[second].y) == (last.x + 6, last.y + 6)
