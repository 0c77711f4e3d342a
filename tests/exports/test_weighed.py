"""What the minutes tell of the matrix: titles in the order of what can be done, and no note's words."""

from dataclasses import replace

from exports.blocks import Table
from exports.minutes import minutes_report
from models.board import Cluster, DotVote, Note, NoteKind, Payoff
from models.workshop import Workshop
from tests.exports.said import headings, said, tables
from tests.exports.samples import details

HEADING = "できることから（効果×実現性）"


def _board(*payoffs: Payoff, closed: bool = False) -> Workshop:
    groups = (Cluster("g1", 1, "会議が長い"), Cluster("g2", 2, "様式が多い"), Cluster("g3", 3, ""))
    notes = (Note("n1", 1, "ひみつの言葉"), Note("n2", 2, "名無しの束", cluster_id="g3"))
    return Workshop(
        replace(details(), votes_closed=closed),
        clusters={group.id: group for group in groups},
        notes={note.id: note for note in notes},
        votes={"g1": DotVote("g1", 7)},
        payoffs={one.id: one for one in payoffs},
    )


def _table(board: Workshop) -> Table:
    return next(table for table in tables(minutes_report(board)) if "実現性" in [c.title for c in table.columns])


def test_matrix_is_not_minuted_when_nothing_was_placed() -> None:
    assert not any(HEADING in heading for heading in headings(minutes_report(_board()), 2))


def test_own_division_comes_first_when_groups_were_placed() -> None:
    board = _board(Payoff("g1", 0.9, 0.1), Payoff("g2", 0.4, 0.5), Payoff("g3", 0.1, 0.9))
    assert _table(board).rows == (
        ("1", "（表札なし）", "自課で可", "小"),
        ("2", "様式が多い", "他課と調整", "中"),
        ("3", "会議が長い", "制度改正", "大"),
    )


def test_dots_are_told_when_the_vote_is_closed() -> None:
    rows = _table(_board(Payoff("g1", 0.9, 0.9), Payoff("g2", 0.9, 0.9), closed=True)).rows
    assert [row[-1] for row in rows] == ["7", "－"]


def test_lone_notes_are_only_counted_when_they_were_placed() -> None:
    told = "\n".join(said(minutes_report(_board(Payoff("n1", 0.9, 0.9), Payoff("g3", 0.5, 0.5)))))
    assert "このほか、どのグループにも入らない付箋１件を表に置いた。" in told
    assert "ひみつ" not in told
    assert "名無し" not in told


def test_questions_are_not_weighed_when_they_were_placed() -> None:
    board = _board(Payoff("g3", 0.9, 0.9), Payoff("n1", 0.9, 0.9))
    asked = {key: replace(note, kind=NoteKind.QUESTION) for key, note in board.notes.items()}
    report = minutes_report(replace(board, notes=asked))
    assert not any(HEADING in heading for heading in headings(report, 2))
