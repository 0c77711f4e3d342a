"""A closed vote does not change unnoticed when notes with dots are moved on the board."""

from models.edits import clusters, notes, voting
from tests.ui.board.conftest import Board


def test_closed_vote_that_changed_is_told_until_it_is_taken_back(board: Board) -> None:
    live = board.live
    live.apply(notes.add_notes(live.workshop, ["ひとつ", "ふたつ", "みっつ"]))
    one, two, alone = [note.id for note in live.workshop.ordered_notes()]
    live.apply(clusters.group_notes(live.workshop, [one, two]))
    [group] = live.workshop.clusters
    live.apply(voting.set_dots(live.workshop, group, 11))
    live.apply(voting.set_dots(live.workshop, alone, 1))
    live.apply(voting.close_votes(live.workshop))
    live.apply(clusters.add_to_cluster(live.workshop, [alone], group))
    assert "11票 → 12票" in board.screen.notice.text
    live.undo()
    assert board.screen.notice.text == ""
    live.apply(voting.reopen_votes(live.workshop))
    live.apply(clusters.add_to_cluster(live.workshop, [alone], group))
    assert board.screen.notice.text == ""
