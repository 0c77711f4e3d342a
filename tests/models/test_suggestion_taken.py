"""A suggestion as it is taken: bigger groups, titles a person chose, notes that lay somewhere by hand."""

from models.board import Family
from models.edits.change import Edit, applied
from models.edits.clusters import Gathering, group_notes, take_suggestion
from models.edits.families import form_family
from models.edits.notes import add_notes, move_notes
from models.layout import NOTE_HEIGHT, NOTE_WIDTH
from models.workshop import Workshop

TEXTS = ("紙が多い", "印刷が遅い", "会議が長い", "会議が多い", "電話が鳴る", "電話の取次ぎ")


def _board(fresh: Workshop) -> Workshop:
    return applied(fresh, add_notes(fresh, TEXTS).changes)


def _ids(workshop: Workshop) -> list[str]:
    return [note.id for note in workshop.ordered_notes()]


def _after(workshop: Workshop, edit: Edit) -> Workshop:
    return applied(workshop, edit.changes)


def test_new_groups_become_a_bigger_one_when_they_are_of_one_family(fresh: Workshop) -> None:
    board = _board(fresh)
    one, two, three = (tuple(_ids(board)[at : at + 2]) for at in (0, 2, 4))
    edit = take_suggestion(board, [Gathering(one, family=1), Gathering(two, family=1), Gathering(three)])
    after = _after(board, edit)
    [family] = after.ordered_families()
    homes = [cluster.family_id for cluster in after.ordered_clusters()]
    assert homes == [family.id, family.id, None]
    assert edit.kind == "suggestion_taken"
    assert applied(after, edit.inverse().changes) == board


def test_no_bigger_group_is_made_when_one_group_is_left_of_it(fresh: Workshop) -> None:
    board = _board(fresh)
    edit = take_suggestion(board, [Gathering(tuple(_ids(board)[:2]), family=1), Gathering(("gone",), family=1)])
    assert not _after(board, edit).families


def test_a_group_stays_in_its_bigger_group_and_the_new_one_comes_into_it(fresh: Workshop) -> None:
    board = _board(fresh)
    ids = _ids(board)
    board = _after(board, group_notes(board, ids[:2], "紙"))
    board = _after(board, group_notes(board, ids[2:3], "会議"))
    first, second = (cluster.id for cluster in board.ordered_clusters())
    board = _after(board, form_family(board, [first, second], "いつも"))
    [family] = board.ordered_families()
    new = Gathering(tuple(ids[4:]), "電話", family=1)
    after = _after(board, take_suggestion(board, [Gathering((ids[3],), "", second, family=1), new]))
    assert after.families == {family.id: Family(family.id, family.order, "いつも")}
    assert {cluster.family_id for cluster in after.clusters.values()} == {family.id}


def test_groups_of_one_family_lie_beside_each_other_when_they_are_laid_out(fresh: Workshop) -> None:
    board = _board(fresh)
    one, two, three = (tuple(_ids(board)[at : at + 2]) for at in (0, 2, 4))
    after = _after(
        board, take_suggestion(board, [Gathering(one, family=1), Gathering(two), Gathering(three, family=1)])
    )
    boxes = [[after.notes[i] for i in ids] for ids in (one, two, three)]
    left, right = (min(n.x for n in boxes[0] + boxes[2]), max(n.x + NOTE_WIDTH for n in boxes[0] + boxes[2]))
    top, low = (min(n.y for n in boxes[0] + boxes[2]), max(n.y + NOTE_HEIGHT for n in boxes[0] + boxes[2]))
    assert not any(left <= note.x < right and top <= note.y < low for note in boxes[1])


def test_one_notes_words_are_the_title_when_a_person_chose_them(fresh: Workshop) -> None:
    board = _board(fresh)
    ids = tuple(_ids(board)[:2])
    [cluster] = _after(board, take_suggestion(board, [Gathering(ids, TEXTS[0], worded=True)])).clusters.values()
    assert cluster.title == TEXTS[0]
    [cluster] = _after(board, take_suggestion(board, [Gathering(ids, TEXTS[0])])).clusters.values()
    assert cluster.title == ""


def test_a_note_placed_by_hand_comes_along_only_when_that_was_asked_for(fresh: Workshop) -> None:
    board = _board(fresh)
    ids = _ids(board)
    board = _after(board, move_notes(board, {ids[0]: (5_000.0, 5_000.0)}))
    stays = _after(board, take_suggestion(board, [Gathering(tuple(ids[:2]))])).notes[ids[0]]
    assert (stays.x, stays.y, stays.placed) == (5_000.0, 5_000.0, True)
    after = _after(board, take_suggestion(board, [Gathering(tuple(ids[:2]), lifted=True)]))
    assert abs(after.notes[ids[0]].x - after.notes[ids[1]].x) <= 2 * NOTE_WIDTH
    own = _after(board, group_notes(board, ids[2:4]))
    [cluster] = own.ordered_clusters()
    joined = _after(own, take_suggestion(own, [Gathering((ids[0],), "", cluster.id, lifted=True)])).notes[ids[0]]
    assert joined.cluster_id == cluster.id
    assert joined.x < 5_000.0
