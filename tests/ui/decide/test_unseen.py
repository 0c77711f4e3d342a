"""What is not in front does no work for it when the workshop changes, and is right when it comes to the front."""

import pytest

from models.edits import clusters, deciding, notes
from models.voting import Candidate, candidates
from models.workshop import Workshop
from ui.decide import votes
from ui.decide.screen import DecideScreen
from ui.decide.tabs import Tab
from ui.live_document import LiveDocument


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Workshop]:
    """The workshops of which the vote asked what is voted on."""
    found: list[Workshop] = []

    def counting(workshop: Workshop, lone: bool | None = None) -> list[Candidate]:
        found.append(workshop)
        return candidates(workshop, lone)

    monkeypatch.setattr(votes, "candidates", counting)
    return found


def _one_more_group(live: LiveDocument) -> str:
    live.apply(notes.add_notes(live.workshop, ["甲", "乙"]))
    ids = [note.id for note in live.workshop.ordered_notes()[-2:]]
    live.apply(clusters.group_notes(live.workshop, ids, "甲乙"))
    return live.workshop.ordered_clusters()[-1].id


def test_vote_is_read_only_when_it_is_seen_again(
    screen: DecideScreen, live: LiveDocument, asked: list[Workshop]
) -> None:
    screen.hide()
    added = _one_more_group(live)
    assert not asked
    assert added not in screen.votes.rows
    screen.show()
    assert added in screen.votes.rows


def test_vote_is_read_only_when_the_matrix_gives_way_to_it(
    screen: DecideScreen, live: LiveDocument, asked: list[Workshop]
) -> None:
    screen.show_tab(Tab.MATRIX)
    asked.clear()
    added = _one_more_group(live)
    assert not asked
    screen.show_tab(Tab.VOTE)
    assert added in screen.votes.rows


def test_decisions_are_there_when_the_screen_is_seen_again(screen: DecideScreen, live: LiveDocument) -> None:
    screen.hide()
    live.apply(deciding.add_decision(live.workshop, "紙の配布をやめる", "印刷に時間がかかるため"))
    assert not screen.decisions.cards
    screen.show()
    assert set(screen.decisions.cards) == set(live.workshop.decisions)
