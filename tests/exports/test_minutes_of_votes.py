"""The vote in the minutes: ranks with ties, notes on their own by their place only, and what was said of the voters."""

from dataclasses import replace

from exports.minutes import minutes_report
from models.board import DotVote, Note
from models.workshop import VoteTurn, Workshop
from tests.exports.said import said, tables
from tests.exports.samples import workshop


def _table(minuted: Workshop) -> tuple[list[str], list[tuple[str, ...]]]:
    found = next(one for one in tables(minutes_report(minuted)) if any(c.title == "表札" for c in one.columns))
    return [column.title for column in found.columns], [tuple(row) for row in found.rows]


def _counted(**dots: int) -> Workshop:
    return replace(workshop(), votes={i: DotVote(i, number) for i, number in dots.items()})


def _with_lone_note(dots: int) -> Workshop:
    counted = _counted(c0=12)
    lone = Note("lone", 99.0, "ひとりの困りごと")
    return replace(
        counted, notes={**counted.notes, "lone": lone}, votes={**counted.votes, "lone": DotVote("lone", dots)}
    )


def test_a_shared_rank_says_so_and_what_nobody_counted_has_none() -> None:
    titles, rows = _table(_counted(c0=12, c1=9, c2=9, c3=0))
    assert titles[-2:] == ["投票", "順位"]
    assert [row[-2:] for row in rows[:5]] == [
        ("12", "1"),
        ("9", "2（同数）"),
        ("9", "2（同数）"),
        ("0", "4"),
        ("－", "－"),
    ]


def test_no_rank_is_told_when_the_voting_is_open() -> None:
    open_vote = replace(_with_lone_note(20), details=replace(workshop().details, votes_closed=False))
    titles, rows = _table(open_vote)
    assert titles == ["番号", "表札", "件数"]
    assert not any("単独" in cell for row in rows for cell in row)


def test_a_lone_note_is_told_by_its_place_and_never_by_its_words() -> None:
    minuted = _with_lone_note(20)
    _titles, rows = _table(minuted)
    assert rows[-1] == ("－", "（単独の付箋　その１）", "1", "20", "1")
    assert rows[0][-1] == "2"
    assert not any("ひとりの困りごと" in text for text in said(minutes_report(minuted)))


def test_voters_dots_and_blank_votes_are_told_when_somebody_counted_them() -> None:
    plain = workshop()
    told = replace(plain.details, dots_each=3, voters=12, blank_votes=1, vote_turn=VoteTurn.MANAGERS, votes_closed=True)
    texts = said(minutes_report(replace(plain, details=told)))
    assert "投票は、12人が１人３枚のシールで係員、管理職の順に行い、白票は１人であった。" in texts
    closed = replace(told, votes_closed=False)
    assert not any("白票" in text for text in said(minutes_report(replace(plain, details=closed))))


def test_nothing_is_told_of_the_voters_when_nothing_was_said() -> None:
    assert not any("白票" in text for text in said(minutes_report(workshop())))


def test_people_who_were_only_expected_are_not_told_as_voters() -> None:
    plain = replace(workshop(headcount=12, dots_each=3), participants={})
    assert "投票は、１人３枚のシールで行い、白票は０人であった。" in said(minutes_report(plain))
