"""Edits that put order into where notes lie: aligning, tidying, laying out, stacking, finding room."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest

from models.board import Note
from models.edits import arranging, clusters, families, locking, notes, relations, stacking, voting
from models.edits.arranging import Edge, Sorting
from models.edits.change import Edit, applied
from models.edits.room import places_outside, set_down
from models.ground import Ground
from models.layout import (
    ARROW_GAP,
    EDGE,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    PILE_DEPTH,
    PILE_STEP,
    Rectangle,
    island_around,
    overlap,
    paper,
    paper_of_all,
)
from models.workshop import Workshop


def _after(workshop: Workshop, *makers: Callable[[Workshop], Edit]) -> Workshop:
    for make in makers:
        workshop = applied(workshop, make(workshop).changes)
    return workshop


@pytest.fixture
def board(fresh: Workshop) -> Workshop:
    """Twenty notes; two, five and three of them in groups."""
    workshop = _after(fresh, lambda w: notes.add_notes(w, [f"困りごと{number}" for number in range(20)]))
    ids = _ids(workshop)
    for start, end in ((0, 2), (2, 7), (7, 10)):
        workshop = _after(workshop, lambda w, s=start, e=end: clusters.group_notes(w, ids[s:e], f"{s}"))  # type: ignore[misc]
    return workshop


def _ids(workshop: Workshop) -> list[str]:
    return [note.id for note in workshop.ordered_notes()]


def _clusters(workshop: Workshop) -> list[str]:
    return [cluster.id for cluster in workshop.ordered_clusters()]


def _places(workshop: Workshop) -> dict[str, tuple[float, float]]:
    return {note.id: (note.x, note.y) for note in workshop.notes.values()}


def _islands(workshop: Workshop) -> dict[str, Rectangle]:
    return {i: island_around(paper_of_all(workshop.members(i))) for i in workshop.clusters}


def _boxes(workshop: Workshop) -> list[Rectangle]:
    lone = [paper(note) for note in workshop.notes.values() if note.cluster_id is None]
    return [*lone, *_islands(workshop).values()]


# aligning and tidying


@pytest.mark.parametrize(
    ("edge", "of"),
    [
        (Edge.LEFT, lambda n: n.x),
        (Edge.CENTRE, lambda n: n.x + NOTE_WIDTH / 2),
        (Edge.RIGHT, lambda n: n.x + NOTE_WIDTH),
        (Edge.TOP, lambda n: n.y),
        (Edge.MIDDLE, lambda n: n.y + NOTE_HEIGHT / 2),
        (Edge.BOTTOM, lambda n: n.y + NOTE_HEIGHT),
    ],
)
def test_notes_share_an_edge_when_they_are_aligned(board: Workshop, edge: Edge, of: Callable[[Note], float]) -> None:
    chosen = _ids(board)[10:14]
    board = _after(board, lambda w: notes.move_notes(w, {i: (n * 31.0, n * n * 70.0) for n, i in enumerate(chosen)}))
    around = paper_of_all(board.notes[i] for i in chosen)
    after = _after(board, lambda w: arranging.align_notes(w, chosen, edge))
    assert len({of(after.notes[i]) for i in chosen}) == 1
    left, top, right, bottom = paper_of_all(after.notes[i] for i in chosen)
    assert left >= around[0]
    assert top >= around[1]
    assert edge is not Edge.RIGHT or right == around[2]
    assert edge is not Edge.BOTTOM or bottom == around[3]
    papers = [paper(after.notes[i]) for i in chosen]
    assert not any(overlap(one, other) for one, other in combinations(papers, 2))
    assert all(after.notes[i] == board.notes[i] for i in board.notes if i not in chosen)


@pytest.mark.parametrize("edge", [Edge.LEFT, Edge.TOP])
def test_no_note_comes_to_lie_on_another_when_many_are_aligned_with_locked_ones(board: Workshop, edge: Edge) -> None:
    chosen = _ids(board)[10:40]
    rough = {i: (n * 37.0 % 400.0, n * 53.0 % 500.0) for n, i in enumerate(chosen[4:])}
    apart = dict(zip(chosen[:4], ((0.0, 0.0), (300.0, 0.0), (0.0, 300.0), (900.0, 900.0)), strict=True))
    board = _after(board, lambda w: notes.move_notes(w, rough | apart))
    board = _after(board, lambda w: locking.lock_notes(w, chosen[:4]))
    after = _after(board, lambda w: arranging.align_notes(w, chosen, edge))
    papers = [paper(after.notes[i]) for i in chosen]
    assert not any(overlap(one, other) for one, other in combinations(papers, 2))
    assert all(after.notes[i] == board.notes[i] for i in chosen[:4])


@pytest.mark.parametrize("locked", [False, True])
@pytest.mark.parametrize("edge", [*Edge])
def test_no_note_that_is_not_chosen_is_covered_when_two_of_a_group_are_aligned(
    board: Workshop, edge: Edge, locked: bool
) -> None:
    board = _after(board, arranging.arrange)
    group = [note.id for note in board.members(_clusters(board)[1])]
    board = _after(board, lambda w: locking.lock_notes(w, group[:1] if locked else []))
    ground = Ground(board.notes.values())
    for chosen in combinations(group, 2):
        after = _after(board, lambda w, chosen=chosen: arranging.align_notes(w, chosen, edge, ground))  # type: ignore[misc]
        papers = [paper(after.notes[i]) for i in after.notes]
        assert not any(overlap(one, other) for one, other in combinations(papers, 2))
        assert all(after.notes[i] == board.notes[i] for i in board.notes if i not in chosen)


def test_a_group_that_none_is_of_is_not_covered_when_lone_notes_are_aligned(board: Workshop) -> None:
    board = _after(board, arranging.arrange)
    first, second = _ids(board)[10:12]
    left, top, _right, _bottom = _islands(board)[_clusters(board)[1]]
    board = _after(board, lambda w: notes.move_notes(w, {first: (left, top - 300.0), second: (left + 5_000.0, top)}))
    after = _after(board, lambda w: arranging.align_notes(w, [first, second], Edge.LEFT))
    assert after.notes[second].x == left
    assert not any(overlap(paper(after.notes[second]), box) for box in _islands(after).values())


def test_nothing_is_aligned_when_nothing_is_chosen(board: Workshop) -> None:
    assert arranging.align_notes(board, [], Edge.LEFT).changes == ()
    assert arranging.tidy_notes(board, []).changes == ()


def test_reading_order_is_kept_when_a_selection_is_tidied(board: Workshop) -> None:
    chosen = _ids(board)[10:15]
    rough = [(500.0, 5_003.0), (13.0, 5_000.0), (260.0, 5_040.0), (20.0, 5_300.0), (700.0, 5_280.0)]
    board = _after(board, lambda w: notes.move_notes(w, dict(zip(chosen, rough, strict=True))))
    after = _after(board, lambda w: arranging.tidy_notes(w, chosen))
    read = [note.id for note in arranging.as_read(after.notes[i] for i in chosen)]
    assert read == [chosen[1], chosen[2], chosen[0], chosen[3], chosen[4]]
    assert after.notes[chosen[1]].x == 13.0
    assert len({after.notes[i].y for i in chosen}) == 2
    assert not any(overlap(paper(after.notes[a]), paper(after.notes[b])) for a, b in combinations(chosen, 2))


def test_other_notes_and_groups_are_not_covered_when_a_selection_is_tidied(board: Workshop) -> None:
    chosen = _ids(board)[10:15]
    corner = board.members(_clusters(board)[0])[0]
    board = _after(board, lambda w: notes.move_notes(w, dict.fromkeys(chosen, (corner.x - 300.0, corner.y))))
    after = _after(board, lambda w: arranging.tidy_notes(w, chosen))
    mine = [paper(after.notes[i]) for i in chosen]
    rest = [box for box in _boxes(after) if box not in mine]
    assert not any(overlap(one, box) for one in mine for box in rest)


# laying out


def test_nothing_is_covered_when_the_board_is_laid_out(board: Workshop) -> None:
    after = _after(board, arranging.arrange)
    assert not any(overlap(*pair) for pair in combinations(_boxes(after), 2))


def test_locked_notes_and_their_groups_stay_when_the_board_is_laid_out(board: Workshop) -> None:
    first = _clusters(board)[1]
    fixed = [note.id for note in board.members(first)]
    lone = _ids(board)[12]
    board = _after(board, lambda w: locking.lock_notes(w, [fixed[0], lone]))
    after = _after(board, arranging.arrange)
    assert [_places(after)[i] for i in (*fixed, lone)] == [_places(board)[i] for i in (*fixed, lone)]
    assert _places(after) != _places(board)
    still = [_islands(after)[first], paper(after.notes[lone])]
    rest = [box for box in _boxes(after) if box not in still]
    assert not any(overlap(one, box) for one in still for box in rest)


def test_groups_of_a_family_lie_together_when_the_board_is_laid_out(board: Workshop) -> None:
    first, _second, third = _clusters(board)
    board = _after(board, lambda w: families.form_family(w, [first, third]), arranging.arrange)
    islands = _islands(board)
    left, top, right, bottom = (
        pick(values)
        for pick, values in zip((min, min, max, max), zip(islands[first], islands[third], strict=True), strict=True)
    )
    others = [box for box in _boxes(board) if box not in (islands[first], islands[third])]
    assert not any(overlap((left, top, right, bottom), box) for box in others)


def test_there_is_room_for_arrows_when_a_board_with_relations_is_laid_out(board: Workshop) -> None:
    first, second, _third = _clusters(board)
    board = _after(board, lambda w: relations.relate(w, first, second), arranging.arrange)
    for one, other in combinations(_islands(board).values(), 2):
        left, top, right, bottom = one
        assert not overlap((left - ARROW_GAP, top - ARROW_GAP, right + ARROW_GAP, bottom + ARROW_GAP), other)


def _first(workshop: Workshop) -> str:
    islands = _islands(workshop)
    return min(islands, key=lambda i: (islands[i][1], islands[i][0]))


def test_biggest_group_comes_first_when_they_are_sorted_by_size(board: Workshop) -> None:
    first, second, _third = _clusters(board)
    assert _first(_after(board, arranging.arrange)) == first
    assert _first(_after(board, lambda w: arranging.arrange(w, Sorting.SIZE))) == second


def test_votes_sort_only_when_they_are_closed(board: Workshop) -> None:
    first, _second, third = _clusters(board)
    board = _after(board, lambda w: voting.set_dots(w, third, 9))
    assert _first(_after(board, lambda w: arranging.arrange(w, Sorting.VOTES))) == first
    board = _after(board, voting.close_votes)
    assert _first(_after(board, lambda w: arranging.arrange(w, Sorting.VOTES))) == third


# stacking


def test_notes_lie_on_each_other_when_a_group_is_stacked(fresh: Workshop) -> None:
    workshop = _after(fresh, lambda w: notes.add_notes(w, [f"{number}" for number in range(8)]))
    workshop = _after(workshop, lambda w: clusters.group_notes(w, _ids(w)))
    (cluster,) = workshop.clusters
    piled = _after(workshop, lambda w: stacking.stack_cluster(w, cluster))
    members = piled.members(cluster)
    steps = [(note.x - members[0].x, note.y - members[0].y) for note in members]
    assert steps == [(min(n, PILE_DEPTH) * PILE_STEP,) * 2 for n in range(8)]
    assert piled.clusters[cluster].stacked
    assert stacking.stack_cluster(piled, cluster).changes == ()
    spread = _after(piled, lambda w: stacking.unstack_cluster(w, cluster))
    assert not spread.clusters[cluster].stacked
    assert not any(overlap(paper(a), paper(b)) for a, b in combinations(spread.members(cluster), 2))


def test_no_other_is_covered_when_a_pile_is_unstacked(board: Workshop) -> None:
    second = _clusters(board)[1]
    board = _after(board, arranging.arrange, lambda w: stacking.stack_cluster(w, second))
    corner = board.members(second)[0]
    lone = _ids(board)[10]
    board = _after(board, lambda w: notes.move_notes(w, {lone: (corner.x + 300.0, corner.y)}))
    after = _after(board, lambda w: stacking.unstack_cluster(w, second))
    assert not any(overlap(_islands(after)[second], box) for box in _boxes(after) if box != _islands(after)[second])
    assert after.notes[lone] == board.notes[lone]


def test_joining_notes_lie_on_the_pile_when_the_group_is_stacked(board: Workshop) -> None:
    first = _clusters(board)[0]
    board = _after(board, lambda w: stacking.stack_cluster(w, first))
    after = _after(board, lambda w: clusters.add_to_cluster(w, _ids(w)[10:18], first))
    left, top, right, bottom = paper_of_all(after.members(first))
    assert (right - left, bottom - top) == (NOTE_WIDTH + PILE_DEPTH * PILE_STEP, NOTE_HEIGHT + PILE_DEPTH * PILE_STEP)


def test_notes_of_a_pile_are_seen_when_it_is_dissolved(board: Workshop) -> None:
    second = _clusters(board)[1]
    members = [note.id for note in board.members(second)]
    board = _after(board, lambda w: stacking.stack_cluster(w, second))
    after = _after(board, lambda w: clusters.dissolve_cluster(w, second))
    assert not any(overlap(paper(after.notes[a]), paper(after.notes[b])) for a, b in combinations(members, 2))


def test_nothing_is_covered_when_many_piles_are_dissolved_at_once(fresh: Workshop) -> None:
    board = _after(fresh, lambda w: notes.add_notes(w, [f"{number}" for number in range(60)]))
    ids = _ids(board)
    for start in range(0, 60, 12):
        board = _after(board, lambda w, s=start: clusters.group_notes(w, ids[s : s + 12]))  # type: ignore[misc]
    for number, cluster in enumerate(_clusters(board)):
        board = _after(board, lambda w, c=cluster: stacking.stack_cluster(w, c))  # type: ignore[misc]
        by = {note.id: (note.x % 400 + number * 300.0, note.y % 400) for note in board.members(cluster)}
        board = _after(board, lambda w, b=by: notes.move_notes(w, b))  # type: ignore[misc]
    edit = clusters.dissolve_clusters(board, board.clusters)
    after = applied(board, edit.changes)
    assert not after.clusters
    assert not any(overlap(*pair) for pair in combinations(_boxes(after), 2))
    assert applied(after, edit.inverse().changes) == board


def test_a_group_is_neither_stacked_nor_unstacked_when_a_note_in_it_is_locked(board: Workshop) -> None:
    first, second, _third = _clusters(board)
    board = _after(board, lambda w: stacking.stack_cluster(w, second))
    board = _after(board, lambda w: locking.lock_notes(w, [w.members(i)[0].id for i in (first, second)]))
    assert stacking.stack_cluster(board, first).changes == ()
    assert stacking.unstack_cluster(board, second).changes == ()


# room


def test_a_new_group_covers_nothing_when_it_is_set_down(board: Workshop) -> None:
    chosen = _ids(board)[11:16]
    edit = set_down(board, clusters.group_notes(board, chosen), Ground(board.notes.values()))
    assert edit == replace(edit, kind="notes_grouped")
    after = applied(board, edit.changes)
    new = (set(after.clusters) - set(board.clusters)).pop()
    assert not any(overlap(_islands(after)[new], box) for box in _boxes(after) if box != _islands(after)[new])


def test_ground_is_as_before_when_room_was_looked_for(board: Workshop) -> None:
    ground, as_it_was = Ground(board.notes.values()), Ground(board.notes.values())
    set_down(board, clusters.group_notes(board, _ids(board)[5:16]), ground)
    assert ground.islands() == as_it_was.islands()
    assert ground.bounds() == as_it_was.bounds()
    assert ground.free_places(30) == as_it_was.free_places(30)


def test_freed_notes_cover_nothing_when_they_leave_their_groups(board: Workshop) -> None:
    members = [note for i in _clusters(board) for note in board.members(i)]
    places = places_outside(board, members)
    laid = [(x, y, x + NOTE_WIDTH, y + NOTE_HEIGHT) for x, y in places.values()]
    assert not any(overlap(*pair) for pair in combinations(laid, 2))
    assert not any(overlap(one, box) for one in laid for box in _boxes(board))


def test_locked_notes_do_not_move_when_their_group_grows(board: Workshop) -> None:
    first = _clusters(board)[0]
    fixed = board.members(first)[0]
    board = _after(board, lambda w: locking.lock_notes(w, [fixed.id]))
    edit = set_down(board, clusters.add_to_cluster(board, _ids(board)[10:], first))
    after = applied(board, edit.changes)
    assert after.notes[fixed.id] == board.notes[fixed.id]


# the edge of the board


@pytest.mark.parametrize("place", [(1e9, -1e9), (-1e300, 1e300)])
def test_notes_lie_at_the_edge_when_they_are_thrown_beyond(board: Workshop, place: tuple[float, float]) -> None:
    one = _ids(board)[12]
    x, y = (EDGE if number > 0 else -EDGE for number in place)
    for edit in (notes.move_notes(board, {one: place}), clusters.free_notes(board, {one: place})):
        moved = applied(board, edit.changes).notes[one]
        assert (moved.x, moved.y) == (x, y)
    far = _after(board, lambda w: notes.move_notes(w, {one: place}))
    further = _after(
        far,
        lambda w: clusters.group_notes(w, [one, *_ids(w)[13:]]),
        lambda w: notes.add_notes(w, ["一"] * 30),
        arranging.arrange,
    )
    assert all(abs(note.x) <= EDGE and abs(note.y) <= EDGE for note in further.notes.values())


@pytest.mark.parametrize("place", [(float("nan"), 0.0), (0.0, float("inf"))])
def test_a_place_that_is_none_is_refused_when_a_note_is_moved(board: Workshop, place: tuple[float, float]) -> None:
    one = _ids(board)[12]
    with pytest.raises(ValueError):  # noqa: PT011
        notes.move_notes(board, {one: place})
    with pytest.raises(ValueError):  # noqa: PT011
        clusters.free_notes(board, {one: place})
