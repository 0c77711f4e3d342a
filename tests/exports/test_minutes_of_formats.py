"""Tests of the minutes of each format: what it has, what it leaves out, and what it never says."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest

from exports.blocks import Heading, Report, Table
from exports.minutes import minutes_report
from models.agenda import AgendaItem
from models.board import Cluster, Note, NoteKind
from models.workshop import Participant, Workshop, WorkshopFormat
from tests.exports import samples
from tests.exports.said import headings, said, tables

MADE = date(2026, 6, 5)
KAIGI, STUDY, TRAINING, DX = WorkshopFormat
FORMATS = pytest.mark.parametrize("meant", list(WorkshopFormat))


def _minutes(board: Workshop, *, running_record: bool = False) -> Report:
    return minutes_report(board, made_on=MADE, running_record=running_record)


@pytest.mark.parametrize(
    ("meant", "name"),
    [(KAIGI, "業務見直し皆議"), (STUDY, "業務見直し勉強会"), (TRAINING, "業務見直し研修"), (DX, "DXワークショップ")],
)
def test_title_names_the_format(meant: WorkshopFormat, name: str) -> None:
    assert _minutes(samples.empty(meant)).title == f"第１回{name}　議事概要"


OWN = {
    KAIGI: (["(1)共有された困りごと", "(2)主な意見", "(3)検討した対応策"], ["決定事項", "宿題事項"]),
    STUDY: (["(1)共有された困りごと", "(2)紹介されたコツ", "(3)質問"], ["明日からやること"]),
    TRAINING: (["(1)紹介した事例", "(2)演習のまとめ"], ["行動宣言"]),
    DX: (["(1)共有された困りごと", "(2)見直した業務と手順", "(3)持ち帰り案"], ["決定事項", "宿題事項"]),
}


@FORMATS
def test_sections_are_the_formats_own_when_nothing_was_written(meant: WorkshopFormat) -> None:
    report = _minutes(samples.empty(meant))
    parts, outcomes = OWN[meant]
    sections = ["日時", "場所", "出席者", "議題", "配布資料", "議事概要", *outcomes, "次回予定"]
    assert headings(report, 2) == parts
    assert headings(report, 1) == [f"{'１２３４５６７８９'[n]}{title}" for n, title in enumerate(sections)]
    assert said(report).count("特になし") == len(parts) + len(sections) - 3
    assert said(report)[5] == "未記入"
    for above, below in pairwise(report.blocks):
        assert not (isinstance(above, Heading) and isinstance(below, Heading) and below.level <= above.level)


@FORMATS
def test_nothing_is_lost_when_a_meeting_has_what_other_formats_have(meant: WorkshopFormat) -> None:
    report = _minutes(samples.with_everything(meant))
    text = "".join(said(report))
    for told in ("終わった日に次の一式を作る", "旅費の確認を月一回にする", "議事録の清書", "表を貼り合わせる",
                 "来週、次回の一式を作る", "国会待機は答弁当番制とし", "ロジ手順書（様式付き）を整える"):  # fmt: skip
        assert told in text
    numbers = [heading[: heading.index(")") + 1] for heading in headings(report, 2)]
    assert numbers == [f"({place})" for place in range(1, len(numbers) + 1)]
    assert "特になし" not in text


def test_last_time_is_told_before_the_discussion_when_there_was_homework() -> None:
    report = _minutes(samples.with_everything(KAIGI))
    assert headings(report, 1)[5:7] == ["６前回の宿題の状況", "７議事概要"]
    (table,) = (table for table in tables(report) if table.columns[-1].title == "ひとこと")
    assert [column.title for column in table.columns] == ["事項", "担当", "期限", "状況", "ひとこと"]
    assert table.rows == (
        ("資料を前日に置く", "総務課 庶務係長", "令和8.4.30", "完了", "三回続いた"),
        ("用件を書き出す", "未定", "未定", "実施中", "－"),
        ("押印をやめる", "文書係長", "令和8.5.29", "中止", "官房に合わせる"),
    )


def test_knack_tells_only_what_was_said_of_it() -> None:
    board = replace(samples.empty(STUDY), knacks=samples.knacks())
    report = _minutes(board)
    assert headings(report, 3) == ["ア終わった日に次の一式を作る", "イ候補は三つに絞る"]
    (sheet,) = tables(report)
    assert {row[0]: row[1] for row in sheet.rows} == {
        "紹介": "企画課 会議担当主査",
        "これまで": "毎回探して直す",
        "→　これから": "差し替えだけで済む",
        "手順": "1　フォルダーを複写する\n2　日付を直す",
        "様式・資料": "席次の様式",
    }


@FORMATS
def test_questions_are_counted_and_told_as_worded_never_as_written(meant: WorkshopFormat) -> None:
    text = "\n".join(said(_minutes(samples.with_everything(meant))))
    assert "質問３件が出された。" in text
    assert "ア　出席者が変わったとき\n問：どこから直せばよいか。\n答：出席者の表だけを直す。" in text
    for written in ("前日の夜に代理が来たら", "当日に席が増えたら", "なぜ毎週なのか"):
        assert written not in text


def test_questions_are_no_troubles_when_both_are_counted() -> None:
    text = "\n".join(said(_minutes(samples.with_everything(STUDY))))
    assert "付箋42件が出され、うち40件を８グループにまとめた。" in text
    assert text.count("出席者が変わったとき") == 1


def test_question_in_a_group_of_troubles_is_no_trouble() -> None:
    board = samples.with_everything(STUDY)
    notes = {**board.notes, "w3": replace(board.notes["w3"], cluster_id="c1")}
    report = _minutes(replace(board, notes=notes))
    text = "\n".join(said(report))
    assert "質問３件が出された。" in text
    assert "付箋42件が出され、うち40件を８グループにまとめた。" in text
    assert {row[2] for row in tables(report)[1].rows} == {"5"}


@pytest.mark.parametrize(("meant", "grouped"), [(KAIGI, False), (STUDY, False), (DX, True)])
def test_parked_note_is_no_trouble_wherever_it_lies(meant: WorkshopFormat, grouped: bool) -> None:
    note = Note("n", 1, "空調", NoteKind.PARKED, cluster_id="c" if grouped else None)
    board = replace(samples.empty(meant), notes={"n": note}, clusters={"c": Cluster("c", 1, "庁舎")} if grouped else {})
    told = said(_minutes(board))
    place = next(n for n, text in enumerate(told) if text.endswith("共有された困りごと"))
    assert told[place + 1 : place + 3] == ["特になし", "このほか、駐車場（今回は扱わず、取っておくもの）の付箋１件。"]
    assert not any("付箋１件が出された" in text for text in told)


def test_questions_stand_apart_when_the_notes_are_annexed() -> None:
    report = minutes_report(samples.with_everything(STUDY), verbatim_notes=True, made_on=MADE)
    told = said(report)
    place = next(n for n, text in enumerate(told) if text.endswith("　質問") and n > told.index("（以上）"))
    assert told[place + 1] == "・なぜ毎週なのか"


def test_own_work_is_counted_by_kind_and_not_in_the_order_it_was_written() -> None:
    board = replace(samples.empty(TRAINING), own_works=samples.own_works())
    counts, pieces = tables(_minutes(board))
    assert counts.rows == (
        ("やめる（排除）", "2", "168"),
        ("まとめる（結合）", "1", "60"),
        ("入れ替える（交換）", "0", "0"),
        ("簡単にする（簡素化）", "0", "0"),
        ("未定", "1", "80"),
        ("計", "4", "308"),
    )
    assert [row[0] for row in pieces.rows] == ["新聞の切り抜き", "議事録の清書", "旅費の確認", "電話の取次ぎ"]
    assert pieces.rows[-1] == ("電話の取次ぎ", "4", "1,200", "未定", "－")


def test_own_work_of_unknown_length_is_left_out_of_the_sums() -> None:
    works = samples.own_works()
    works["o1"] = replace(works["o1"], minutes=0.0)
    works["o2"] = replace(works["o2"], times_per_year=0.0)
    report = _minutes(replace(samples.empty(TRAINING), own_works=works))
    counts, pieces = tables(report)
    assert [row[2] for row in counts.rows] == ["120", "－", "0", "0", "80", "200"]
    assert {row[0]: row[1:3] for row in pieces.rows}["旅費の確認"] == ("－", "240")
    assert any(text.endswith("時間は、１回の分と年間件数がそろった２件の計である。") for text in said(report))
    untold = {key: replace(work, minutes=0.0) for key, work in works.items()}
    report = _minutes(replace(samples.empty(TRAINING), own_works=untold))
    assert tables(report)[0].rows[-1] == ("計", "4", "－")
    assert any("時間は数えていない" in text for text in said(report))


def test_step_of_unknown_length_is_told_so_and_not_counted() -> None:
    steps = samples.process_steps()
    steps["t3"] = replace(steps["t3"], minutes=0.0)
    report = _minutes(replace(samples.empty(DX), process_steps=steps))
    assert tables(report)[0].rows[2][1:3] == ("－", "12")
    told = "".join(said(report))
    assert "分か年間件数が書かれていない手順１件は、数えていない。" in told
    assert "今のまま" not in told


def test_shown_case_leaves_out_what_is_empty() -> None:
    board = replace(samples.empty(TRAINING), shown_cases=samples.shown_cases())
    (sheet,) = tables(_minutes(board))
    assert [label for label, _ in sheet.rows] == ["部局・課室", "概要", "見直し前", "→　見直し後", "効果"]


def test_process_tells_hours_a_year_with_their_formula() -> None:
    board = samples.empty(DX)
    board = replace(
        board, details=replace(board.details, subject="四半期ごとの調査"), process_steps=samples.process_steps()
    )
    report = _minutes(board)
    told = said(report)
    assert "見直した業務：四半期ごとの調査" in told
    assert "年間の時間　現在28時間　→　見直し後13時間（差15時間）" in told
    assert any("（分/件×年間件数）の全手順の計÷60" in text and "手順１件は、今のまま" in text for text in told)
    (steps,) = tables(report)
    assert [row[-1] for row in steps.rows] == ["0\nなくす", "2.5", "－"]


def test_take_away_is_what_was_worded_when_the_format_is_dx() -> None:
    board = samples.with_everything(DX)
    report = _minutes(board)
    parts = headings(report, 2)
    assert parts[-1].endswith("持ち帰り案")
    assert not any("検討した対応策" in part for part in parts)
    assert "・来週、次回の一式を作る（総務課 庶務係員）" in said(report)
    assert not any("明日からやること" in heading for heading in headings(report, 1))


@FORMATS
def test_posts_stand_beside_pledges_only_when_five_took_part(meant: WorkshopFormat) -> None:
    board = replace(samples.empty(meant), pledges=samples.pledges())
    for people, told in ((5, True), (4, False), (0, False)):
        rows = {"p": Participant("p", 1, "企画課", "係員", people)} if people else {}
        assert ("総務課 庶務係員" in "".join(said(_minutes(replace(board, participants=rows))))) is told


# when it ended, and how it ran


def _held(extension: int, minutes: float, late: float = 0) -> Workshop:
    board = samples.workshop(extension=extension)
    board = samples.run_through(board, {"a00": minutes - 60, "a01": 60})
    return _moved(board, timedelta(minutes=late))


def _moved(board: Workshop, by: timedelta) -> Workshop:
    return replace(
        board,
        timings={
            key: replace(
                timing,
                first_started_at=timing.first_started_at + by,
                ended_at=timing.ended_at and timing.ended_at + by,
            )
            for key, timing in board.timings.items()
        },
    )


@pytest.mark.parametrize(
    ("extension", "minutes", "late", "told"),
    [
        (10, 98, 0, "13:30～15:08（15:00までの予定を10分延ばした）"),
        (10, 89, 0, "13:30～15:00"),
        (10, 90.5, 0, "13:30～15:00"),
        (0, 98, 0, "13:30～15:08"),
        (0, 92.9, 0, "13:30～15:00"),
        (0, 93, 0, "13:30～15:03"),
        (0, 87, 0, "13:30～14:57"),
        (0, 87, 3, "13:33～15:00"),
        (0, 90, -3, "13:27～14:57"),
        (0, 90, -2.9, "13:30～15:00"),
        (10, 30, 510, "22:00～22:30"),
        (10, 98, 510, "22:00～23:38（終了を10分延ばした）"),
        (10, 89, 10, "13:40～15:09"),
        (0, 90, 24 * 60 + 10, "13:30～15:00"),
        (0, 90, -24 * 60 + 10, "13:30～15:00"),
    ],
)
def test_times_are_the_actual_ones_only_when_they_were_clearly_others(
    extension: int, minutes: float, late: float, told: str
) -> None:
    if minutes < 60:
        board = samples.run_through(samples.workshop(extension=extension), {"a00": minutes})
        board = _moved(board, timedelta(minutes=late))
    else:
        board = _held(extension, minutes, late)
    assert f"令和８年６月４日（木）　{told}" in said(_minutes(board))


def test_day_is_the_next_one_when_a_late_meeting_began_after_midnight() -> None:
    board = replace(_held(0, 90), details=replace(_held(0, 90).details, starts_at=time(23, 50)))
    board = samples.run_through(board, {"a00": 30, "a01": 60})
    assert "令和８年６月５日（金）　0:05～1:35" in said(_minutes(_moved(board, timedelta(minutes=15))))


def test_end_is_the_booked_one_while_the_meeting_goes_on() -> None:
    board = _held(10, 98)
    going = replace(board.timings["a01"], ended_at=None, current=True)
    board = replace(board, timings={**board.timings, "a01": going})
    assert "令和８年６月４日（木）　13:30～15:00" in said(_minutes(board))


def _record(board: Workshop) -> Table:
    return tables(_minutes(board, running_record=True))[-1]


def test_running_record_is_left_out_when_nobody_asked_for_it() -> None:
    assert not any("進行の記録" in text for text in said(_minutes(_held(10, 98))))


def test_running_record_tells_plan_replan_and_what_was_left_out() -> None:
    board = samples.workshop(extension=10)
    agenda = dict(board.agenda)
    agenda["a02"] = replace(agenda["a02"], agreed=6)
    agenda["a03"] = replace(agenda["a03"], skipped=True)
    agenda["b"] = AgendaItem("b", 0.5, "休憩", 0, agreed=5)
    board = samples.run_through(replace(board, agenda=agenda), {"a00": 6, "b": 5, "a01": 3, "a02": 7})
    board = replace(board, timings={**board.timings, "a02": replace(board.timings["a02"], extension=2)})
    rows = {row[0]: row[1:] for row in _record(board).rows}
    assert rows["趣旨・約束"] == ("13:30", "13:30", "5", "－", "6", "－")
    assert rows["休憩"] == ("－", "13:36", "－", "5", "5", "途中で入れた")
    assert rows["困りごと（個人記入）"] == ("13:38", "13:44", "8", "6", "7", "2分延ばした")
    assert rows["共有"] == ("13:46", "－", "12", "－", "－", "省いた")
    assert rows["予備"][-1] == "行わず"
    told = said(_minutes(board, running_record=True))
    assert told[-1] == "予定は計90分。13:30に始まり、13:51に終わった。"
    told = said(_minutes(_held(10, 98), running_record=True))
    assert told[-1] == "予定は計90分。13:30に始まり、15:08に終わった。終了を10分延ばした。"


def test_running_record_of_a_meeting_that_goes_on_calls_nothing_left_out() -> None:
    board = samples.run_through(samples.workshop(), {"a00": 6, "a01": 3})
    going = replace(board.timings["a01"], ended_at=None, current=True)
    board = replace(board, timings={**board.timings, "a01": going})
    rows = {row[0]: row[-1] for row in _record(board).rows}
    assert rows["趣旨・約束"] == "－"
    assert rows["前回の宿題"] == "進行中"
    assert rows["困りごと（個人記入）"] == "これから"
    assert "行わず" not in rows.values()


def test_annexes_are_numbered_when_there_are_two() -> None:
    report = minutes_report(_held(0, 90), verbatim_notes=True, running_record=True, made_on=MADE)
    assert headings(report, 1)[-2:] == ["別紙１付箋一覧", "別紙２進行の記録"]


def test_running_record_says_nothing_when_there_is_no_agenda() -> None:
    assert said(_minutes(samples.empty(KAIGI), running_record=True))[-2:] == ["別紙　進行の記録", "特になし"]


def test_meeting_held_on_another_day_is_recorded_by_its_own_clock() -> None:
    board = _held(10, 98)
    assert _record(_moved(board, timedelta(days=3))).rows[0][1:3] == ("13:30", "13:30")
