"""Edits of groups, and of the notes in them."""

from dataclasses import replace

import pytest

from models.board import Cluster, Note, NoteKind
from models.edits import clusters, deciding, locking, notes, stacking, voting
from models.edits.change import Edit, StaleEditError, applied, put
from models.edits.clusters import Gathering
from models.workshop import Workshop


def _after(workshop: Workshop, *edits: Edit) -> Workshop:
    for edit in edits:
        workshop = applied(workshop, edit.changes)
    return workshop


@pytest.fixture
def board(fresh: Workshop) -> Workshop:
    """Ten notes: three in a group with dots, a decision and an action, two in another, five alone."""
    workshop = _after(fresh, notes.add_notes(fresh, [f"困りごと{number}" for number in range(10)]))
    ids = [note.id for note in workshop.ordered_notes()]
    workshop = _after(workshop, clusters.group_notes(workshop, ids[:3], "会議"))
    workshop = _after(workshop, clusters.group_notes(workshop, ids[3:5], "様式"))
    first = workshop.ordered_clusters()[0].id
    workshop = _after(workshop, voting.set_dots(workshop, first, 5))
    workshop = _after(workshop, deciding.add_decision(workshop, "減らす", cluster_id=first))
    return _after(workshop, deciding.add_action(workshop, "減らしてみる", cluster_id=first))


def _ids(workshop: Workshop) -> list[str]:
    return [note.id for note in workshop.ordered_notes()]


def _linked(workshop: Workshop) -> set[str | None]:
    decisions = {decision.cluster_id for decision in workshop.decisions.values()}
    return decisions | {action.cluster_id for action in workshop.actions.values()}


def _clusters(workshop: Workshop) -> list[str]:
    return [cluster.id for cluster in workshop.ordered_clusters()]


def test_emptied_group_vanishes_with_dots_and_links_when_its_notes_are_deleted(board: Workshop) -> None:
    first, second = _clusters(board)
    after = _after(board, notes.delete_notes(board, _ids(board)[:3]))
    assert _clusters(after) == [second]
    assert first not in after.votes
    assert [decision.cluster_id for decision in after.ordered_decisions()] == [None]
    assert [action.cluster_id for action in after.ordered_actions()] == [None]


def test_emptied_group_vanishes_when_its_notes_are_freed_or_join_another(board: Workshop) -> None:
    first, second = _clusters(board)
    freed = _after(board, clusters.free_notes(board, dict.fromkeys(_ids(board)[:3], (0.0, 0.0))))
    assert _clusters(freed) == [second]
    joined = _after(board, clusters.add_to_cluster(board, _ids(board)[3:5], first))
    assert _clusters(joined) == [first]
    assert len(joined.members(first)) == 5
    regrouped = _after(board, clusters.group_notes(board, _ids(board)[:5], "全部"))
    assert [cluster.title for cluster in regrouped.ordered_clusters()] == ["全部"]
    reworded = _after(board, notes.delete_notes(board, _ids(board)[3:4]))
    assert _clusters(_after(reworded, notes.set_note_text(reworded, _ids(board)[4], " \n"))) == [first]


def test_group_stays_when_some_of_its_notes_stay(board: Workshop) -> None:
    first = _clusters(board)[0]
    after = _after(board, notes.delete_notes(board, _ids(board)[:2]))
    assert first in after.clusters
    assert after.dots(first) == 5


def test_heir_has_everything_when_groups_are_merged(board: Workshop) -> None:
    first, second = _clusters(board)
    board = _after(board, clusters.word_cluster(board, first, opinions="長い", measures="減らす"))
    board = _after(board, clusters.word_cluster(board, second, opinions="古い", measures=""))
    board = _after(board, voting.set_dots(board, second, 2))
    after = _after(board, clusters.merge_clusters(board, [second, first]))
    assert _clusters(after) == [second]
    heir = after.clusters[second]
    assert (heir.title, heir.opinions, heir.measures) == ("様式", "古い\n長い", "減らす")
    assert set(after.votes) == {second}
    assert after.dots(second) == 7
    assert len(after.members(second)) == 5
    assert _linked(after) == {second}


def test_heir_takes_the_first_title_when_it_has_none(board: Workshop) -> None:
    first, second = _clusters(board)
    board = _after(board, clusters.rename_cluster(board, first, ""))
    assert _after(board, clusters.merge_clusters(board, [first, second])).clusters[first].title == "様式"


def test_nothing_is_lost_when_a_group_is_merged_with_itself(board: Workshop) -> None:
    first = _clusters(board)[0]
    assert _after(board, clusters.merge_clusters(board, [first, first])) == board


def test_notes_stay_where_they_lie_when_a_group_is_dissolved(board: Workshop) -> None:
    first = _clusters(board)[0]
    members = board.members(first)
    after = _after(board, clusters.dissolve_cluster(board, first))
    assert [after.notes[note.id] for note in members] == [replace(note, cluster_id=None) for note in members]
    assert first not in after.votes
    assert _linked(after) == {None}


def test_members_do_not_move_when_notes_join_them(board: Workshop) -> None:
    first = _clusters(board)[0]
    after = _after(board, clusters.add_to_cluster(board, _ids(board)[5:], first))
    assert all(after.notes[note.id] == note for note in board.members(first))
    assert len({(note.x, note.y) for note in after.members(first)}) == 8


def test_a_group_without_notes_can_be_worked_with_when_a_file_brought_one(board: Workshop) -> None:
    empty = Cluster("e" * 32, 99.0, "だれもいない")
    board = replace(board, clusters={**board.clusters, empty.id: empty})
    peopled = next(one.id for one in board.ordered_clusters())
    lone = next(note for note in board.ordered_notes() if note.cluster_id is None)
    joined = applied(board, clusters.add_to_cluster(board, [lone.id], empty.id).changes)
    assert [(note.id, note.x, note.y) for note in joined.members(empty.id)] == [(lone.id, lone.x, lone.y)]
    whole = applied(board, clusters.merge_clusters(board, [empty.id, peopled]).changes)
    assert len(whole.members(empty.id)) == len(board.members(peopled))
    assert stacking.stack_cluster(board, empty.id).changes == ()
    piled = replace(board, clusters={**board.clusters, empty.id: replace(empty, stacked=True)})
    assert empty.id not in applied(piled, clusters.dissolve_cluster(piled, empty.id).changes).clusters


def test_no_group_comes_to_be_when_no_note_is_given(board: Workshop) -> None:
    assert clusters.group_notes(board, []).changes == ()


def test_edit_counts_a_note_once_when_it_is_named_twice(board: Workshop) -> None:
    one = _ids(board)[6]
    for edit in (
        clusters.group_notes(board, [one, one]),
        clusters.add_to_cluster(board, [one, one], _clusters(board)[0]),
        notes.delete_notes(board, [one, one]),
        notes.set_note_kind(board, [one, one], NoteKind.IDEA),
        clusters.take_suggestion(board, [Gathering((one, one)), Gathering((one, _ids(board)[7]))]),
    ):
        assert applied(board, edit.changes) != board


# suggestions


def _suggested(board: Workshop) -> tuple[Gathering, ...]:
    ids = _ids(board)
    return (
        Gathering((ids[5], ids[6]), "新しい"),
        Gathering((ids[7],), cluster_id=_clusters(board)[0]),
        Gathering((ids[8],), cluster_id=_clusters(board)[0]),
    )


def test_placed_notes_stay_when_a_suggestion_is_taken(board: Workshop) -> None:
    places = {i: (17.0 * index, -40.0 * index) for index, i in enumerate(_ids(board)[5:])}
    board = _after(board, notes.move_notes(board, places))
    after = _after(board, clusters.take_suggestion(board, _suggested(board)))
    assert after != board
    assert {i: (note.x, note.y) for i, note in after.notes.items()} == {
        i: (note.x, note.y) for i, note in board.notes.items()
    }


def test_groups_by_hand_keep_their_members_when_a_suggestion_names_them(board: Workshop) -> None:
    members = {i: board.members(i) for i in _clusters(board)}
    everything = [Gathering(tuple(_ids(board)), "全部")]
    after = _after(board, clusters.take_suggestion(board, everything))
    for cluster_id, notes_before in members.items():
        assert after.members(cluster_id) == notes_before
    assert len(after.members(after.ordered_clusters()[-1].id)) == 5


def test_notes_do_not_lie_on_each_other_when_several_join_one_group(board: Workshop) -> None:
    after = _after(board, clusters.take_suggestion(board, _suggested(board)))
    places = [(note.x, note.y) for note in after.members(_clusters(board)[0])]
    assert len(set(places)) == len(places) == 5


def test_rest_is_taken_when_parts_of_a_suggestion_are_gone(board: Workshop) -> None:
    suggestion = [*_suggested(board), Gathering(("gone",), "なし"), Gathering((_ids(board)[9],), cluster_id="gone")]
    after = _after(board, clusters.take_suggestion(board, suggestion))
    assert [cluster.title for cluster in after.ordered_clusters()] == ["会議", "様式", "新しい"]
    assert after.notes[_ids(board)[9]].cluster_id is None


def test_suggested_notes_are_not_placed_by_hand_when_it_is_taken(board: Workshop) -> None:
    after = _after(board, clusters.take_suggestion(board, _suggested(board)))
    assert [after.notes[i].placed for i in _ids(board)[5:9]] == [False] * 4


# notes


def test_notes_are_hidden_when_the_room_writes_in_silence(fresh: Workshop) -> None:
    silent = _after(fresh, notes.start_silence(fresh))
    silent = _after(silent, notes.add_notes(silent, ["一", "", " \n ", "二\x00"]))
    assert [(note.text, note.hidden) for note in silent.ordered_notes()] == [("一", True), ("二", True)]
    shown = _after(silent, notes.reveal_notes(silent))
    assert not any(note.hidden for note in shown.notes.values())
    assert not shown.details.silent


def _row(workshop: Workshop) -> list[str]:
    return [note.text for note in workshop.ordered_notes()]


def _places(workshop: Workshop) -> dict[str, tuple[float, float, float]]:
    return {note.text: (note.order, note.x, note.y) for note in workshop.notes.values()}


def test_notes_of_the_silence_change_places_when_they_are_revealed(fresh: Workshop) -> None:
    texts = [f"困りごと{number}" for number in range(12)]
    silent = _after(fresh, notes.start_silence(fresh))
    typed = _after(silent, notes.add_notes(silent, texts))
    edit = notes.reveal_notes(typed)
    shown = _after(typed, edit)
    assert _row(shown) != texts
    assert sorted(_row(shown)) == sorted(texts)
    assert sorted(_places(shown).values()) == sorted(_places(typed).values())
    assert _after(shown, edit.inverse()) == typed
    backwards = _after(silent, notes.add_notes(silent, texts[::-1]))
    assert _places(_after(backwards, notes.reveal_notes(backwards))) == _places(shown)


def test_notes_that_a_hand_a_lock_or_a_group_keeps_stay_when_they_are_revealed(fresh: Workshop) -> None:
    before = _after(fresh, notes.add_notes(fresh, ["前から見えていた"]))
    before = _after(before, notes.start_silence(before))
    before = _after(before, notes.add_notes(before, [f"困りごと{number}" for number in range(12)]))
    ids = _ids(before)
    before = _after(before, notes.move_notes(before, {ids[1]: (3_000.0, 40.0)}), locking.lock_notes(before, [ids[2]]))
    before = _after(before, clusters.group_notes(before, ids[3:5], "会議"))
    after = _after(before, notes.reveal_notes(before))
    assert [_places(after)[text] for text in _row(before)[:5]] == [_places(before)[text] for text in _row(before)[:5]]
    assert [_places(after)[text] for text in _row(before)[5:]] != [_places(before)[text] for text in _row(before)[5:]]
    assert not any(note.hidden for note in after.notes.values())


def test_new_notes_cover_none_when_the_board_is_full(board: Workshop) -> None:
    after = _after(board, notes.add_notes(board, [str(number) for number in range(60)]))

    def apart(one: Note, other: Note) -> bool:
        return abs(one.x - other.x) >= 208 or abs(one.y - other.y) >= 112

    fresh_notes = [note for note in after.notes.values() if note.id not in board.notes]
    assert all(apart(one, other) for one in fresh_notes for other in after.notes.values() if one is not other)


def test_texts_are_cleaned_however_deep_when_an_action_is_set(board: Workshop) -> None:
    action = board.ordered_actions()[0]
    bad = replace(action, what="a\ud800b", effect=replace(action.effect, quality="c\ud800\x00d"))
    after = _after(board, deciding.set_action(board, bad)).actions[action.id]
    assert (after.what, after.effect.quality) == ("ab", "cd")


def test_edit_is_refused_when_the_workshop_changed_since(board: Workshop) -> None:
    note = board.ordered_notes()[0]
    edit = put(board, "note_reworded", replace(note, text="新しい"))
    changed = _after(board, notes.set_note_text(board, note.id, "別の"))
    with pytest.raises(StaleEditError):
        applied(changed, edit.changes)
