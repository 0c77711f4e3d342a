"""From what the minutes still need to the files on the disk, with real clicks and keys."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from docx import Document as WordDocument
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.board import Cluster
from models.edits import clusters, deciding, running
from models.edits.notes import set_note_text
from models.formats import Pledge
from models.workshop import Details, Marking, Workshop, WorkshopFormat
from tests.ui.typing import type_text
from ui.close.screen import CloseScreen, still_open
from ui.live_document import LiveDocument

PATIENCE = 20_000


def _words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


def _click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _make_ready(screen: CloseScreen) -> None:
    screen.details.marking.option(Marking.LEVEL_2).click()
    screen.check.confirmed.click()


def _written(qtbot: QtBot, screen: CloseScreen, button: QPushButton) -> None:
    _click(qtbot, button)
    qtbot.waitUntil(lambda: "書き出しました" in screen.notice.text, timeout=PATIENCE)


def _pdf_text(path: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(path).pages).replace(" ", "").replace("\n", "")


def test_pdf_holds_the_decision_when_the_primary_button_is_pressed(
    qtbot: QtBot, screen: CloseScreen, target: Path
) -> None:
    _make_ready(screen)
    _written(qtbot, screen, screen.pdf_button)
    path = target / "20260604_業務見直し皆議第1回_議事概要(案).pdf"
    text = _pdf_text(path)
    assert "紙の配布をやめる" in text
    assert "総務課庶務係長" in text
    assert str(path) in screen.notice.text
    assert any(button.text() == "開く" for button in screen.notice.findChildren(QPushButton))


def test_record_of_the_meeting_is_added_when_it_is_asked_for(qtbot: QtBot, screen: CloseScreen, target: Path) -> None:
    _make_ready(screen)
    _written(qtbot, screen, screen.pdf_button)
    (path,) = target.glob("*.pdf")
    assert "進行の記録" not in _pdf_text(path)
    screen.check.record.click()
    screen.notice.clear()
    _written(qtbot, screen, screen.pdf_button)
    assert "進行の記録" in _pdf_text(path)


def test_word_holds_the_decision_when_word_is_asked_for(qtbot: QtBot, screen: CloseScreen, target: Path) -> None:
    _make_ready(screen)
    _written(qtbot, screen, screen.word_button)
    [path] = target.iterdir()
    assert path.suffix == ".docx"
    paragraphs = "\n".join(one.text for one in WordDocument(str(path)).paragraphs)
    assert "紙の配布をやめる" in paragraphs


def test_nothing_is_written_when_no_marking_is_chosen(qtbot: QtBot, screen: CloseScreen, target: Path) -> None:
    screen.check.confirmed.click()
    _click(qtbot, screen.pdf_button)
    assert "機密性の表示を選んでください" in screen.notice.text
    assert screen.details.marking.option(Marking.LEVEL_1).hasFocus()
    assert not list(target.iterdir())


def test_nothing_is_written_when_the_wording_was_not_confirmed(qtbot: QtBot, screen: CloseScreen, target: Path) -> None:
    screen.details.marking.option(Marking.LEVEL_2).click()
    _click(qtbot, screen.pdf_button)
    assert "言い換えを確かめました" in screen.notice.text
    assert screen.check.confirmed.hasFocus()
    assert not list(target.iterdir())


def test_old_file_stays_when_the_place_takes_nothing(qtbot: QtBot, screen: CloseScreen, target: Path) -> None:
    missing = target / "gone" / "minutes.pdf"
    screen.ask_path = lambda *_asked: missing
    _make_ready(screen)
    _click(qtbot, screen.pdf_button)
    qtbot.waitUntil(lambda: "書き出" in screen.notice.text and "minutes.pdf" in screen.notice.text, timeout=PATIENCE)
    assert screen.pdf_button.isEnabled()
    assert not missing.exists()


def test_name_is_pointed_out_and_the_confirmation_ends_when_it_is_typed(
    screen: CloseScreen, live: LiveDocument
) -> None:
    screen.check.confirmed.click()
    group = next(iter(screen.wordings.groups.values()))
    group.opinions.setFocus()
    type_text(group.opinions, "佐藤課長の差し替えが遅いとの意見があった。")
    group.measures.setFocus()
    assert live.workshop.clusters[group.cluster_id].opinions.startswith("佐藤課長")
    assert "佐藤課長" in _words(screen.check)
    assert not screen.check.confirmed.isChecked()


def test_wording_and_title_are_kept_when_the_editors_are_left(screen: CloseScreen, live: LiveDocument) -> None:
    group = next(iter(screen.wordings.groups.values()))
    group.title.setFocus()
    group.title.selectAll()
    type_text(group.title, "段取りの型がない")
    group.opinions.setFocus()
    type_text(group.opinions, "型があれば助かる。")
    group.measures.setFocus()
    type_text(group.measures, "段取り票を作る。")
    screen.flush()
    kept = live.workshop.clusters[group.cluster_id]
    assert (kept.title, kept.opinions, kept.measures) == ("段取りの型がない", "型があれば助かる。", "段取り票を作る。")


def test_notes_stand_beside_the_wording_when_the_screen_is_seen(screen: CloseScreen) -> None:
    group = next(iter(screen.wordings.groups.values()))
    assert "・困りごと0" in _words(group)


def test_notes_enter_the_minutes_only_when_it_is_ticked(qtbot: QtBot, screen: CloseScreen, target: Path) -> None:
    _make_ready(screen)
    _written(qtbot, screen, screen.pdf_button)
    [path] = target.iterdir()
    assert "困りごと1" not in _pdf_text(path)
    screen.notice.clear()
    screen.check.verbatim.click()
    screen.check.confirmed.setChecked(True)
    _written(qtbot, screen, screen.pdf_button)
    assert "困りごと1" in _pdf_text(path)


def test_attendance_is_kept_when_a_line_is_filled_in(qtbot: QtBot, screen: CloseScreen, live: LiveDocument) -> None:
    _click(qtbot, screen.attendance.add_button)
    row = next(iter(screen.attendance.rows.values()))
    type_text(row.division, "総務課")
    row.post.setFocus()
    type_text(row.post, "係長")
    row.count.setFocus()
    row.count.selectAll()
    type_text(row.count, "３")
    screen.flush()
    [kept] = live.workshop.ordered_participants()
    assert (kept.division, kept.post, kept.count) == ("総務課", "係長", 3)
    assert "合計3人" in _words(screen.attendance)
    _click(qtbot, row.delete_button)
    assert not live.workshop.participants
    live.undo()
    assert [row.division.value() for row in screen.attendance.rows.values()] == ["総務課"]


def test_details_are_kept_when_typed(screen: CloseScreen, live: LiveDocument) -> None:
    for name, text in {"handouts": "次第", "retention": "3年（令和12年3月31日）", "checked_by": "企画調整課長"}.items():
        screen.details.editors[name].setFocus()
        type_text(screen.details.editors[name], text)
    screen.flush()
    details = live.workshop.details
    assert (details.handouts, details.retention, details.checked_by) == (
        "次第",
        "3年（令和12年3月31日）",
        "企画調整課長",
    )


def test_retention_is_empty_when_nobody_filled_it_in(screen: CloseScreen) -> None:
    assert screen.details.editors["retention"].value() == ""
    assert screen.details.marking.value() is None


def test_pages_show_the_decision_when_the_marking_is_chosen(qtbot: QtBot, screen: CloseScreen) -> None:
    screen.details.marking.option(Marking.LEVEL_1).click()
    _click(qtbot, screen.preview.refresh_button)
    qtbot.waitUntil(lambda: screen.preview.pages.pages > 0, timeout=PATIENCE)
    assert "紙の配布をやめる" in screen.preview.pages.text().replace("\n", "").replace("\r", "")


def test_pages_say_why_there_are_none_when_no_marking_is_chosen(qtbot: QtBot, screen: CloseScreen) -> None:
    qtbot.waitUntil(lambda: "機密性" in screen.preview.pages.sentence.text(), timeout=PATIENCE)
    assert screen.preview.pages.pages == 0


def test_undo_is_followed_when_a_detail_changes_elsewhere(screen: CloseScreen, live: LiveDocument) -> None:
    details = replace(live.workshop.details, marking=Marking.LEVEL_3, next_meeting="7月2日")
    live.apply(deciding.set_details(live.workshop, details))
    assert screen.details.marking.value() is Marking.LEVEL_3
    live.undo()
    assert screen.details.marking.value() is None
    assert screen.details.editors["next_meeting"].value() == ""


def test_what_is_missing_is_listed_until_it_is_there(live: LiveDocument) -> None:
    assert "機密性の表示" in still_open(live.workshop)
    assert "主な意見（3グループ）" in still_open(live.workshop)
    cluster = live.workshop.ordered_clusters()[0]
    live.apply(clusters.word_cluster(live.workshop, cluster.id, opinions="型がない。", measures=""))
    assert "主な意見（2グループ）" in still_open(live.workshop)


MEETING = ("会はまだ始まっていません", "会がまだ終わっていません")


def test_a_meeting_that_is_not_over_is_said_first(screen: CloseScreen, live: LiveDocument) -> None:
    assert still_open(live.workshop)[0] == MEETING[0]
    assert f"残っていること：{MEETING[0]}、" in _words(screen)
    live.apply(running.start(live.workshop, live.clock()))
    assert still_open(live.workshop)[0] == MEETING[1]
    assert f"残っていること：{MEETING[1]}、" in _words(screen)
    live.apply(running.go_to(live.workshop, live.workshop.agenda_items()[-1], live.clock()))
    live.apply(running.next_item(live.workshop, live.clock()))
    assert not set(MEETING) & set(still_open(live.workshop))
    assert not any(told in _words(screen) for told in MEETING)


@pytest.mark.parametrize(
    ("meant", "missed", "not_missed"),
    [
        (WorkshopFormat.KAIGI, {"決定事項", "主な意見（1グループ）"}, {"明日からやること", "行動宣言"}),
        (WorkshopFormat.STUDY, {"明日からやること"}, {"決定事項", "主な意見（1グループ）", "行動宣言"}),
        (WorkshopFormat.TRAINING, {"行動宣言"}, {"決定事項", "主な意見（1グループ）", "明日からやること"}),
        (WorkshopFormat.DX, {"決定事項"}, {"主な意見（1グループ）", "明日からやること", "行動宣言"}),
    ],
)
def test_only_what_the_minutes_of_the_format_have_is_missed(
    meant: WorkshopFormat, missed: set[str], not_missed: set[str]
) -> None:
    details = Details("1" * 32, "見直し", date(2026, 6, 4), time(9, 30), format=meant)
    listed = set(still_open(Workshop(details, clusters={"c": Cluster("c", 1.0, "様式")})))
    assert missed <= listed
    assert not not_missed & listed
    pledged = still_open(Workshop(details, pledges={"p": Pledge("p", 1.0, "試す")}))
    assert not {"明日からやること", "行動宣言"} & set(pledged)


def test_everything_has_room_when_the_window_is_small(screen: CloseScreen) -> None:
    screen.resize(741, 432)
    QApplication.processEvents()
    content = screen._area.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= screen._area.viewport().width()


def test_the_wording_of_a_group_stays_as_it_is_when_a_note_of_another_group_changes(
    screen: CloseScreen, live: LiveDocument
) -> None:
    one, other = live.workshop.ordered_clusters()[:2]
    before = dict(screen.wordings.groups)
    note = live.workshop.members(other.id)[0]
    assert live.apply(set_note_text(live.workshop, note.id, "書き直した"))
    assert screen.wordings.groups[one.id] is before[one.id]
    assert "書き直した" in _words(screen.wordings.groups[other.id])


def test_the_wording_is_made_anew_only_when_the_screen_comes_to_the_front(
    screen: CloseScreen, live: LiveDocument
) -> None:
    screen.hide()
    cluster = live.workshop.ordered_clusters()[0]
    before = screen.wordings.groups[cluster.id]
    assert live.apply(set_note_text(live.workshop, live.workshop.members(cluster.id)[0].id, "書き直した"))
    assert screen.wordings.groups[cluster.id] is before
    screen.show()
    screen.shown()
    assert "書き直した" in _words(screen.wordings.groups[cluster.id])


def test_every_group_has_its_wording_when_groups_change_while_another_is_being_worded(
    screen: CloseScreen, live: LiveDocument
) -> None:
    one, other = live.workshop.ordered_clusters()[:2]
    live.apply(clusters.dissolve_cluster(live.workshop, other.id))
    opinions = screen.wordings.groups[one.id].opinions
    opinions.setPlainText("紙が多い")  # and a second has not gone by
    live.undo()
    assert set(screen.wordings.groups) == set(live.workshop.clusters)
    assert live.workshop.clusters[one.id].opinions == "紙が多い"
