"""Tests of what the minutes say and what they keep to themselves."""

from dataclasses import replace
from datetime import date, time
from itertools import pairwise

import pytest

from exports.blocks import Closing, Heading, Table
from exports.minutes import minutes_report
from exports.typesetting.numerals import Digits
from models.board import Family
from models.problems import Problem
from models.workshop import MinutesState, Workshop
from tests.exports.said import said
from tests.exports.samples import details, workshop

MADE = date(2026, 6, 5)


def _minutes(board: Workshop, *, verbatim_notes: bool = False) -> list[str]:
    return said(minutes_report(board, verbatim_notes=verbatim_notes, made_on=MADE))


def test_skeleton_is_whole_when_the_workshop_is_full() -> None:
    report = minutes_report(workshop(), made_on=MADE)
    assert report.title == "第１回業務見直し皆議　議事概要"
    assert report.marking == "機密性２情報（関係者限り）"
    assert report.issued == "令和８年６月５日　大臣官房総務課　作成【案】"
    headings = [f"{b.number}{b.text}" for b in report.blocks if isinstance(b, Heading) and b.level == 1]
    assert headings == [
        "１日時", "２場所", "３出席者", "４議題", "５配布資料", "６議事概要", "７決定事項", "８宿題事項", "９次回予定",
    ]  # fmt: skip
    assert isinstance(report.blocks[-1], Closing)
    assert [label for label, _ in report.margin] == ["文書分類", "保存期間", "確認者（職）", "確認日"]
    assert "令和８年６月４日（木）　13:30～15:00" in said(report)


def test_every_section_says_nothing_when_the_workshop_is_empty() -> None:
    board = Workshop(replace(details(), place="", online=False, headcount=0, question="", handouts="", next_meeting=""))
    report = minutes_report(board, made_on=MADE)
    told = said(report)
    assert told.count("特になし") == 9
    assert told[told.index("３　出席者") + 1] == "未記入"
    blocks = report.blocks
    for above, below in pairwise(blocks):
        assert not (isinstance(above, Heading) and isinstance(below, Heading) and below.level <= above.level)


def test_number_of_people_is_not_the_planned_one_when_attendance_was_not_filled_in() -> None:
    told = _minutes(replace(workshop(headcount=12), participants={}))
    assert told[told.index("３　出席者") + 1] == "未記入"
    assert not any("12名" in text for text in told)


def test_minutes_are_refused_when_the_marking_is_not_chosen() -> None:
    with pytest.raises(Problem, match="機密性"):
        minutes_report(workshop(marking=None))


def test_dots_stay_out_when_the_voting_is_open() -> None:
    assert "投票" in _minutes(workshop())
    assert "投票" not in _minutes(workshop(votes_closed=False))
    assert "12" not in _minutes(workshop(votes_closed=False))


def test_notes_stay_out_when_nobody_asked_for_them() -> None:
    assert not any("締切が夕方に届く" in text and "困りごと" in text for text in _minutes(workshop()))


def test_open_notes_enter_shuffled_when_asked_for() -> None:
    said = [text for text in _minutes(workshop(), verbatim_notes=True) if text.startswith("・困りごと")]
    assert len(said) == 39
    assert said == [text for text in _minutes(workshop(), verbatim_notes=True) if text.startswith("・困りごと")]
    first_group = [f"・困りごと{place}：締切が夕方に届く" for place in (8, 16, 24, 32, 40)]
    assert sorted(said[:5]) == sorted(first_group)
    assert said[:5] != first_group


def test_hidden_notes_never_enter_when_notes_are_listed() -> None:
    said = "".join(_minutes(workshop(), verbatim_notes=True))
    assert "秘密" not in said
    assert "困りごと5：" not in said
    assert "非公開の付箋２件は掲載していない" in said


def test_lone_and_parked_notes_are_counted_when_there_are_some() -> None:
    said = "".join(_minutes(workshop()))
    assert "付箋42件が出され、うち40件を８グループにまとめた。どのグループにも入らない付箋２件。" in said
    assert "の付箋１件" in said


def test_notes_of_a_vanished_group_stand_alone_when_counted() -> None:
    board = workshop()
    board = replace(board, clusters={key: value for key, value in board.clusters.items() if key != "c1"})
    assert "うち35件を７グループにまとめた。どのグループにも入らない付箋７件。" in "".join(_minutes(board))


def _told_groups(board: Workshop) -> list[str]:
    """The second column of the table of groups."""
    report = minutes_report(board, made_on=MADE)
    return [row[1] for row in next(one for one in report.blocks if isinstance(one, Table) and _tells_groups(one)).rows]


def _tells_groups(table: Table) -> bool:
    return [column.title for column in table.columns][:3] == ["番号", "表札", "件数"]


def test_groups_stand_below_their_bigger_group_when_there_is_one() -> None:
    board = workshop()
    plain = _told_groups(board)
    titles = [one.title for one in board.ordered_clusters()]
    last = board.ordered_clusters()[-1]
    families = {key: Family(key, order, title) for key, order, title in (("f", 2.0, "入口"), ("e", 1.0, "空"))}
    grouped = {**board.clusters, last.id: replace(last, family_id="f")}
    told = _told_groups(replace(board, clusters=grouped, families=families))
    assert told[:4] == ["【入口】", "（表札なし）", "【そのほか】", titles[0]]
    assert sorted(told) == sorted([*plain, "【入口】", "【そのほか】"])
    assert not any("【" in title for title in plain)


def test_title_of_a_bigger_group_stays_with_its_first_when_a_page_ends() -> None:
    board = workshop()
    clusters = {key: replace(one, family_id="f") for key, one in board.clusters.items()}
    report = minutes_report(replace(board, clusters=clusters, families={"f": Family("f", 1.0)}), made_on=MADE)
    table = next(one for one in report.blocks if isinstance(one, Table) and _tells_groups(one))
    assert table.rows[0][:2] == ("", "【（表札なし）】")
    assert 0 in table.bound


def test_decision_tells_reason_and_trouble_when_it_has_them() -> None:
    said = _minutes(workshop())
    place = said.index("(1)国会待機は答弁当番制とし、当番以外は20時までに退庁する。")
    assert said[place + 1].startswith("理由：全員が")
    assert said[place + 2] == "解決する困りごと：国会対応の待ち時間が読めず、課の全員が帰れない"


def test_effect_shows_its_formula_when_counted() -> None:
    said = _minutes(workshop())
    assert "588時間" in said
    assert "（120分－45分）×年60件×8人÷60－新たに増える12時間\n夜間の家族の予定が立てられる" in said
    assert "（30分－5分）×年1,200件（課室全体）÷60－新たに増える40時間" in said
    assert "見込み効果の合計　年間1,384時間（算式を示した４件の計）" in said


def test_numbers_follow_the_setting_when_digits_are_chosen() -> None:
    report = minutes_report(workshop(minutes_state=MinutesState.FINAL), digits=Digits.HALF, made_on=MADE)
    assert report.title.startswith("第1回")
    assert report.issued == "令和8年6月5日　大臣官房総務課　作成【確定】"


def test_meeting_ends_next_day_when_it_passes_midnight() -> None:
    assert any("23:30～1:00" in text for text in _minutes(workshop(starts_at=time(23, 30))))
