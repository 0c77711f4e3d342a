"""Titles of proposed groups, and groups of groups: chosen before anything is taken, made in the same one edit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.grouping import SuggestedFamily, SuggestedGroup
from models.grouping.suggestion import Suggestion
from tests.ui.board.conftest import Board
from tests.ui.board.suggesting import (
    LEFT,
    TROUBLES,
    click_tick,
    foot,
    go_to,
    group_row,
    groups,
    heading,
    members,
    press,
    state,
    suggest,
)
from ui.board.proposal_model import OPEN, Kind

PROPOSALS = ("印刷と製本に時間がかかる", "紙の仕事を減らす", "印刷のやり直し")


@pytest.fixture
def offered(board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Board:
    """Two groups; the proposals for each title are known, the first of them is one note's words."""

    def titles(suggestion: Suggestion, group: SuggestedGroup) -> tuple[str, ...]:
        first = next(note.text for held in suggestion.board.holders for note in held if note.id == group.note_ids[0])
        return (first, *PROPOSALS[1:]) if group.cluster_id is None else ()

    monkeypatch.setattr(Suggestion, "titles", titles)
    board.add(*TROUBLES)
    suggest(board, qtbot)
    return board


@pytest.fixture
def with_family(board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Board:
    """Two groups that belong together."""

    def families(suggestion: Suggestion, step: int | None = None) -> tuple[SuggestedFamily, ...]:
        keys = tuple(group.key for group in suggestion.at(step).groups)
        return (SuggestedFamily(keys, "どちらも時間の話"),)

    monkeypatch.setattr(Suggestion, "families", families)
    board.add(*TROUBLES)
    suggest(board, qtbot)
    return board


def title(board: Board, number: int = 1) -> str:
    return str(group_row(board, number).data())


def test_a_phrase_comes_before_one_notes_words_when_a_title_is_proposed(offered: Board) -> None:
    assert title(offered) == PROPOSALS[1]
    assert not group_row(offered, 1).data(OPEN)


def test_the_next_title_comes_when_t_is_pressed_and_after_the_last_the_first(offered: Board) -> None:
    go_to(offered, group_row(offered, 1))
    seen = []
    for _time in PROPOSALS:
        press(offered, Qt.Key.Key_T)
        seen.append(title(offered))
    assert seen[0] == PROPOSALS[2]
    assert seen[2] == PROPOSALS[1]
    QTest.mouseClick(offered.screen.panel.take_all, LEFT)
    assert PROPOSALS[1] in {cluster.title for cluster in offered.workshop.clusters.values()}


def test_one_notes_words_become_the_title_when_a_person_chooses_them(offered: Board) -> None:
    go_to(offered, group_row(offered, 1))
    menu = offered.screen.panel.right.title_menu()
    menu.actions()[0].trigger()
    chosen = title(offered)
    assert chosen in TROUBLES
    QTest.mouseClick(offered.screen.panel.take_all, LEFT)
    assert chosen in {cluster.title for cluster in offered.workshop.clusters.values()}


def test_one_notes_words_stay_a_proposal_when_nobody_chose_them(
    board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Suggestion, "titles", lambda _suggestion, _group: (TROUBLES[0],))
    board.add(*TROUBLES[:3])
    suggest(board, qtbot)
    qtbot.waitUntil(lambda: title(board) == TROUBLES[0])
    assert group_row(board, 1).data(OPEN)
    QTest.mouseClick(board.screen.panel.take_all, LEFT)
    [cluster] = board.workshop.ordered_clusters()
    assert cluster.title == ""


def test_proposals_become_titles_when_it_is_ticked(board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Suggestion, "titles", lambda _suggestion, _group: (TROUBLES[0],))
    board.add(*TROUBLES[:3])
    suggest(board, qtbot)
    click_tick(board, heading(board, Kind.TITLES))
    assert not group_row(board, 1).data(OPEN)
    QTest.mouseClick(board.screen.panel.take_all, LEFT)
    [cluster] = board.workshop.ordered_clusters()
    assert cluster.title == TROUBLES[0]


def test_the_title_of_an_existing_group_stays_when_a_suggestion_is_taken(board: Board, qtbot: QtBot) -> None:
    board.add(*TROUBLES)
    own = board.group(TROUBLES[0], TROUBLES[1], title="紙")
    suggest(board, qtbot)
    assert groups(board)[0].cluster_id == own
    assert title(board) == "紙"
    assert foot(group_row(board, 1)).startswith("このグループに加える")
    go_to(board, group_row(board, 1))
    press(board, Qt.Key.Key_T)
    press(board, Qt.Key.Key_F2)
    assert not board.screen.panel.judging.title.isEnabled()
    QTest.mouseClick(board.screen.panel.take_all, LEFT)
    assert board.workshop.clusters[own].title == "紙"
    assert len(board.workshop.members(own)) > 2


def test_groups_stand_for_themselves_when_bigger_groups_are_not_ticked(with_family: Board) -> None:
    assert state(heading(with_family, Kind.FAMILIES)) == Qt.CheckState.Unchecked
    QTest.mouseClick(with_family.screen.panel.take_all, LEFT)
    assert not with_family.workshop.families


def test_a_bigger_group_is_made_in_the_same_edit_when_it_is_ticked(with_family: Board) -> None:
    click_tick(with_family, heading(with_family, Kind.FAMILIES))
    QTest.mouseClick(with_family.screen.panel.take_all, LEFT)
    assert with_family.kinds == ["suggestion_taken"]
    [family] = with_family.workshop.ordered_families()
    assert {cluster.family_id for cluster in with_family.workshop.clusters.values()} == {family.id}
    assert len(members(with_family)) == 2
    with_family.live.undo()
    assert not with_family.workshop.families
    assert not with_family.workshop.clusters


def test_it_is_shown_which_groups_belong_together(with_family: Board) -> None:
    rows = with_family.screen.panel.tree.rows
    row = rows.index(0, 0, heading(with_family, Kind.FAMILIES))
    assert "①" in row.data()
    assert "②" in row.data()
    assert foot(row) == "どちらも時間の話"


def test_no_bigger_group_is_made_of_one_group_when_the_other_was_taken_out(with_family: Board) -> None:
    click_tick(with_family, heading(with_family, Kind.FAMILIES))
    click_tick(with_family, group_row(with_family, 2))
    QTest.mouseClick(with_family.screen.panel.take_chosen, LEFT)
    assert len(with_family.workshop.clusters) == 1
    assert not with_family.workshop.families
