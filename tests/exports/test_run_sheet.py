"""Tests of the run sheet: times, what is said of an item, the checklist, and long agendas."""

import re
from dataclasses import replace
from datetime import time
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.blocks import Closing
from exports.files import run_sheet_file_name
from exports.papers import write_run_sheet
from exports.pdf import render_pdf
from exports.run_sheet import run_sheet_report
from exports.typesetting.pages import TextLine
from exports.typesetting.setting import lay_out
from exports.typesetting.style import NARROW_MARGIN, Style
from models.agenda import AgendaItem, AgendaPhase, TeamStep
from models.problems import Problem
from models.workshop import Workshop, WorkshopFormat
from tests.exports import samples
from tests.exports.said import headings, said, tables

WHOLE = samples.with_everything(WorkshopFormat.KAIGI)


def _rows(*items: AgendaItem, minutes: int = 60, steps: tuple[TeamStep, ...] = ()) -> list[tuple[str, ...]]:
    board = Workshop(
        samples.details(minutes=minutes),
        agenda={item.id: item for item in items},
        team_steps={step.id: step for step in steps},
    )
    return list(tables(run_sheet_report(board))[1].rows)


def _item(key: str, minutes: int, **fields: object) -> AgendaItem:
    return AgendaItem(key, float(ord(key)), f"項目{key}", minutes, **fields)  # type: ignore[arg-type]


def test_head_says_when_where_and_for_how_many() -> None:
    head = {row[0]: row[1] for row in tables(run_sheet_report(WHOLE))[0].rows}
    assert head["日時"] == "令和８年６月４日（木）　13:30～15:00"
    assert head["場所"] == "中央合同庁舎第２号館 10階 1001会議室（オンライン併用）"
    assert head["人数"].endswith("計12名　２班に分かれる（１班３名、２班２名）")
    assert head["問い"] == "毎週の仕事で、なくなったら楽になることは何ですか。"


def test_marking_is_shown_when_chosen_and_not_asked_for() -> None:
    assert run_sheet_report(WHOLE).marking == "機密性２情報（関係者限り）"
    assert run_sheet_report(samples.workshop(marking=None)).marking == ""


def test_rows_tell_time_minutes_kind_and_what_to_do() -> None:
    rows = _rows(
        _item("a", 10, task="書きます", method="一人で。", script="どうぞ。", materials="付箋", least=4, optional=True),
        _item("b", 20, protected=True, least=5),
        _item("c", 5, phase=AgendaPhase.BREAK),
        _item("d", 5, phase=AgendaPhase.BUFFER),
    )
    assert rows == [
        ("13:30", "10（4）", "項目a\n〔任意〕", "書きます"),
        ("13:40", "20", "項目b\n〔短くしない〕", "－"),
        ("14:00", "5（1）", "項目c\n〔休憩〕", "－"),
        ("14:05", "5", "項目d\n〔予備〕", "－"),
    ]


def test_what_to_do_and_to_say_follows_the_timetable() -> None:
    items = (
        _item("a", 10, method="一人で。", script="どうぞ。", materials="付箋"),
        _item("b", 5),
        _item("c", 5, script="では。"),
    )
    report = run_sheet_report(Workshop(samples.details(), agenda={item.id: item for item in items}))
    assert tables(report)[2].rows == (
        ("13:30", "項目a", "一人で。", "付箋"),
        ("", "", "〔声かけ例〕\nどうぞ。", ""),
        ("13:45", "項目c", "〔声かけ例〕\nでは。", "－"),
    )


def test_locked_start_is_waited_for_and_a_missed_one_is_said() -> None:
    rows = _rows(_item("a", 10), _item("b", 20, starts_at=time(13, 45)), _item("c", 5, starts_at=time(14, 0)))
    assert [row[:3] for row in rows] == [
        ("13:30", "10（1）", "項目a"),
        ("13:40", "5", "（次の項目の開始を待つ）"),
        ("13:45\n固定", "20（1）", "項目b"),
        ("14:05\n固定", "5（1）", "項目c\n〔14:00の固定に5分遅れる〕"),
    ]


def test_steps_of_every_team_begin_with_the_item() -> None:
    steps = (
        TeamStep("s1", 1, "b", "読む", 4, team=1, task="声に出す"),
        TeamStep("s2", 2, "b", "選ぶ", 6, team=1),
        TeamStep("s3", 1, "b", "描く", 10, team=2),
    )
    rows = _rows(_item("a", 10), _item("b", 10), steps=steps)
    assert rows[2:] == [
        ("13:40", "4", "　１班：読む", "声に出す"),
        ("13:44", "6", "　１班：選ぶ", "－"),
        ("13:40", "10", "　２班：描く", "－"),
    ]


def test_plan_is_told_whatever_was_agreed_on_the_way() -> None:
    rows = _rows(_item("a", 10, agreed=3), _item("b", 0, agreed=5), _item("c", 10))
    assert [(row[0], row[2]) for row in rows] == [("13:30", "項目a"), ("13:40", "項目c")]


def test_item_left_out_takes_no_time() -> None:
    rows = _rows(_item("a", 10, skipped=True), _item("b", 10))
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("－", "0", "項目a\n〔今回は省く〕"),
        ("13:30", "10（1）", "項目b"),
    ]


def test_sum_is_set_against_the_booked_time() -> None:
    assert "計90分（うち予備7分）　予約は90分。" in said(run_sheet_report(WHOLE))
    short = run_sheet_report(samples.workshop(minutes=80))
    assert "計90分（うち予備7分）　予約した80分より10分遅く、15:00に終わる。" in said(short)
    head = {row[0]: row[1] for row in tables(short)[0].rows}
    assert head["日時"] == "令和８年６月４日（木）　13:30～14:50（進行表は15:00まで、予約より10分長い）"


def test_checklist_and_rules_follow_the_timetable() -> None:
    board = replace(WHOLE, details=replace(WHOLE.details, ground_rules="・否定しません\n\n最後まで聞きます"))
    report = run_sheet_report(board)
    told = said(report)
    assert headings(report, 1) == ["話し合いの約束", "準備の確認"]
    assert {"・否定しません", "・最後まで聞きます"} <= set(told)
    assert tables(report)[-1].rows == (("会場", "□　机を島にする"), ("備品", "✓　付箋を用意する"))
    assert isinstance(report.blocks[-1], Closing)


def test_sheet_says_so_when_there_is_no_agenda() -> None:
    report = run_sheet_report(samples.empty(WorkshopFormat.STUDY))
    assert "進行の項目はまだない。" in said(report)
    assert headings(report, 1) == []
    assert render_pdf(report).data.startswith(b"%PDF")


def test_long_agenda_has_its_head_on_every_page_and_every_row_whole() -> None:
    report = run_sheet_report(samples.long_agenda())
    pages = lay_out(report, Style(margin=NARROW_MARGIN))
    assert 4 <= len(pages) <= 12
    texts = [["".join(g.source for g in mark.glyphs) for mark in page if isinstance(mark, TextLine)] for page in pages]
    with_rows = [page for page in texts if any(re.fullmatch(r"項目\d+番", text) for text in page)]
    assert all(page.count("画面に出すこと・班の動き") + page.count("進め方・声かけ") == 1 for page in with_rows)
    for index in range(40):
        timetable, words = (page for page in texts if f"項目{index}番" in page)
        assert f"課題{index}をします" in timetable
        assert f"進め方{index}" in words


def test_pages_are_numbered_and_filled_when_the_agenda_is_long() -> None:
    reader = PdfReader(BytesIO(render_pdf(run_sheet_report(samples.long_agenda())).data))
    texts = [page.extract_text() for page in reader.pages]
    for number, text in enumerate(texts, 1):
        assert f"{number}/{len(texts)}" in text
    last_of_the_timetable = next(n for n, text in enumerate(texts) if "進め方と声かけ" in text) - 1
    assert all(len(text) > 400 for n, text in enumerate(texts[:-1]) if n != last_of_the_timetable)


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_sheet_is_written_by_its_ending_without_a_marking(tmp_path: Path, suffix: str) -> None:
    board = samples.workshop(marking=None)
    path = tmp_path / run_sheet_file_name(board, suffix)
    assert write_run_sheet(board, path) == ()
    assert path.name == f"20260604_業務見直し皆議第1回_進行表{suffix}"
    assert path.read_bytes()[:2] in (b"%P", b"PK")


def test_sheet_is_refused_when_the_ending_is_unknown(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"\.pdf \.docx"):
        write_run_sheet(WHOLE, tmp_path / "sheet.json")
    assert not list(tmp_path.iterdir())
