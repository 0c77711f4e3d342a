"""How a vote goes: the budget by rule, whose turn it is, lone notes, blank votes, and the question before the end."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.board import Note, NoteKind
from models.document import Document
from models.edits import deciding, notes, voting
from models.edits.change import new_id
from models.voting import FEW
from models.workshop import Workshop
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from tests.ui.decide.conftest import TITLES, grouped
from ui.decide.candidate_row import CandidateRow
from ui.decide.screen import DecideScreen
from ui.decide.votes import PAGE
from ui.live_document import LiveDocument


def _words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


def _click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _expect(live: LiveDocument, people: int) -> None:
    live.apply(deciding.set_details(live.workshop, replace(live.workshop.details, headcount=people)))


def _count(live: LiveDocument, *dots: int) -> None:
    for cluster, number in zip(live.workshop.ordered_clusters(), dots, strict=False):
        live.apply(voting.set_dots(live.workshop, cluster.id, number))


def _lone(live: LiveDocument, *texts: str) -> list[str]:
    live.apply(notes.add_notes(live.workshop, list(texts)))
    return [note.id for note in live.workshop.ordered_notes() if note.cluster_id is None]


def test_the_budget_is_told_with_its_sum(screen: DecideScreen, live: LiveDocument) -> None:
    _expect(live, 12)
    words = _words(screen.votes)
    assert "3グループの約3分の1 → 1人1枚" in words
    assert "12人が投票、あわせて最大12枚" in words


def test_another_budget_is_kept_and_the_rule_still_told(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    _click(qtbot, screen.votes.budget.change)
    _click(qtbot, screen.votes.budget.each.more)
    _click(qtbot, screen.votes.budget.each.more)
    assert live.workshop.details.dots_each == 3
    assert "1人3枚（めやすは3グループの約3分の1で1枚）" in _words(screen.votes)
    live.undo()
    assert live.workshop.details.dots_each == 0


def test_voters_are_those_expected_until_somebody_counts_them(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    _expect(live, 12)
    _click(qtbot, screen.votes.budget.change)
    assert screen.votes.budget.voters.field.value() == 12
    _click(qtbot, screen.votes.budget.voters.less)
    assert live.workshop.details.voters == 11


def test_the_turn_goes_to_the_managers_and_back_with_the_count_covered(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    _count(live, 4, 2, 1)
    _click(qtbot, screen.votes.turn.turn_button)
    assert live.workshop.details.vote_turn == "managers"
    assert "いまは管理職の番です" in _words(screen.votes)
    assert _words(screen.votes).count("係員 ●\n＋管理職") == len(TITLES)
    _click(qtbot, screen.votes.turn.turn_button)
    assert live.workshop.details.vote_turn == "staff"


def test_few_lone_notes_are_voted_on_and_many_are_not(screen: DecideScreen, live: LiveDocument) -> None:
    lone = _lone(live, *(f"ひとり{number}" for number in range(FEW)))
    assert set(lone) < set(screen.votes.rows)
    _lone(live, "もう一枚")
    assert not set(lone) & set(screen.votes.rows)
    assert not screen.votes.counting.lone.value()


def test_lone_notes_come_in_when_the_switch_is_pressed(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    _lone(live, *(f"ひとり{number}" for number in range(FEW + 1)))
    screen.votes.counting.lone.click()
    assert len(screen.votes.rows) == len(TITLES) + FEW + 1
    screen.votes.counting.lone.click()
    assert len(screen.votes.rows) == len(TITLES)


def test_lone_note_with_dots_stays_in_the_result_when_the_switch_is_off(
    screen: DecideScreen, live: LiveDocument
) -> None:
    first, *_others = _lone(live, "ひとりの声", "べつの声")
    live.apply(voting.set_dots(live.workshop, first, 8))
    _count(live, 1, 2, 3)
    screen.votes.counting.lone.click()
    live.apply(voting.close_votes(live.workshop))
    assert next(iter(screen.votes.rows)) == first
    assert "ひとりの声" in _words(screen.votes)
    assert "べつの声" not in _words(screen.votes)


def test_tips_and_questions_are_not_voted_on(screen: DecideScreen, live: LiveDocument) -> None:
    live.apply(notes.add_notes(live.workshop, ["コツ"], NoteKind.TIP))
    live.apply(notes.add_notes(live.workshop, ["質問"], NoteKind.QUESTION))
    assert len(screen.votes.rows) == len(TITLES)


def test_decision_made_from_a_lone_note_belongs_to_no_group(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    [lone] = _lone(live, "ひとりの声")
    with qtbot.waitSignal(screen.votes.decision_wanted) as asked:
        _menu_of(screen.votes.rows[lone]).actions()[0].trigger()
    assert asked.args == [None]


def _menu_of(row: CandidateRow):  # type: ignore[no-untyped-def]
    return next(button.menu() for button in row.findChildren(QPushButton) if button.menu() is not None)


def test_blank_votes_are_kept_and_told_in_the_result(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    _click(qtbot, screen.votes.foot.blank.more)
    _click(qtbot, screen.votes.foot.blank.more)
    assert live.workshop.details.blank_votes == 2
    live.apply(voting.set_vote_rules(live.workshop, voters=9))
    _count(live, 3, 2, 2)
    _click(qtbot, screen.votes.close_button)
    assert "投票した人9人" in _words(screen.votes)
    assert "白票2人" in _words(screen.votes)


def test_nothing_is_asked_when_all_adds_up(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    _expect(live, 12)
    _count(live, 6, 4, 1)
    _click(qtbot, screen.votes.close_button)
    assert live.workshop.details.votes_closed
    assert live.workshop.details.dots_each == 1


def test_too_many_dots_are_told_before_the_end(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    _expect(live, 12)
    _count(live, 6, 4, 9)
    _click(qtbot, screen.votes.close_button)
    assert not live.workshop.details.votes_closed
    assert "入力は19枚ですが、全員あわせても最大12枚です。" in screen.votes.foot.question.text
    _click(qtbot, screen.votes.foot.question.anyway_button)
    assert live.workshop.details.votes_closed


def test_uncounted_groups_are_asked_about_and_counting_goes_on_with_escape(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    _count(live, 4)
    _click(qtbot, screen.votes.close_button)
    asked = screen.votes.foot.question
    assert asked.text == "まだ数えていないものが2つあります。このまま締め切りますか。"
    qtbot.keyClick(asked.back_button, Qt.Key.Key_Escape)
    assert asked.text == ""
    assert screen.votes.close_button.isVisible()
    assert not live.workshop.details.votes_closed


def test_question_goes_away_when_the_count_changes(qtbot: QtBot, screen: DecideScreen, live: LiveDocument) -> None:
    _count(live, 4)
    _click(qtbot, screen.votes.close_button)
    assert screen.votes.foot.question.text
    _count(live, 4, 3, 2)
    assert screen.votes.foot.question.text == ""


def test_uncounted_groups_have_none_when_every_dot_was_found(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    _expect(live, 6)
    _count(live, 6)
    _click(qtbot, screen.votes.close_button)
    assert live.workshop.details.votes_closed
    assert sorted(vote.dots for vote in live.workshop.votes.values()) == [0, 0, 6]


def test_a_thousand_lone_notes_make_no_more_cards_than_a_page(
    qtbot: QtBot, workspace: Workspace, fresh: Workshop, clock: FakeClock
) -> None:
    many = [Note(new_id(), 100.0 + n, f"困りごと{n}") for n in range(1_000)]
    whole = grouped(fresh)
    workspace.create(replace(whole, notes={**whole.notes, **{note.id: note for note in many}}))
    screen = DecideScreen(LiveDocument(Document(workspace, fresh.id), clock))
    qtbot.addWidget(screen)
    screen.show()
    screen.votes.counting.lone.click()
    assert len(screen.votes.rows) == PAGE
    assert screen.votes.more_button.text() == f"あと{1_003 - PAGE}件を表示する"
    _click(qtbot, screen.votes.more_button)
    assert len(screen.votes.rows) == 2 * PAGE


@pytest.mark.parametrize("strokes", [False, True])
def test_nothing_is_cut_at_the_side_when_the_window_is_small(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument, strokes: bool
) -> None:
    _lone(live, "ひとりの声" * 9)
    if strokes:
        _click(qtbot, screen.votes.counting.by_strokes)
    for size in ((1168, 672), (741, 432)):
        screen.resize(*size)
        QApplication.processEvents()
        content = screen.votes.area.widget()
        assert content is not None
        assert content.minimumSizeHint().width() <= screen.votes.area.viewport().width()


def test_lone_note_without_a_dot_is_no_result_when_all_is_closed(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    [lone] = _lone(live, "ひとりの声")
    _expect(live, 6)
    _count(live, 6)
    _click(qtbot, screen.votes.close_button)
    assert lone not in live.workshop.votes
    assert len(live.workshop.votes) == len(TITLES)
