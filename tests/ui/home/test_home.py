"""Home: beginning a meeting of each format, following another, the demonstration, putting away."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase, total_minutes
from models.document import Document
from models.edits import deciding, running
from models.edits.change import new_id
from models.template_writing import write_template
from models.templates import agenda_template, new_workshop, save_template
from models.timing import system_clock
from models.workshop import Details, Marking, WorkshopFormat
from models.workspace.workspace import Workspace
from tests.ui.typing import type_text
from ui.editors import OneOf
from ui.home.new_workshop import NewWorkshopForm
from ui.home.screen import HomeScreen
from ui.home.template_choice import TemplateChoice
from ui.home.workshop_card import WorkshopCard


@pytest.fixture
def home(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> HomeScreen:
    screen = HomeScreen(workspace, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(screen)
    screen.resize(1168, 672)
    screen.show()
    screen.shown()
    return screen


def _press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _button(screen: HomeScreen, text: str) -> QPushButton:
    QApplication.processEvents()  # what was just added is laid out, and seen, with the next event
    return next(b for b in screen.findChildren(QPushButton) if b.text() == text and b.isVisible())


def _choice(home: HomeScreen, qtbot: QtBot) -> TemplateChoice:
    _press(qtbot, home.new_button)
    choice = home.findChild(TemplateChoice)
    assert choice is not None
    return choice


def _form(home: HomeScreen, qtbot: QtBot, kind: WorkshopFormat = WorkshopFormat.KAIGI) -> NewWorkshopForm:
    _press(qtbot, _choice(home, qtbot).shipped[kind])
    form = home.findChild(NewWorkshopForm)
    assert form is not None
    return form


def _made(home: HomeScreen, qtbot: QtBot, form: NewWorkshopForm) -> str:
    with qtbot.waitSignal(home.workshop_chosen) as chosen:
        _press(qtbot, form.create_button)
    workshop_id = chosen.args[0]
    assert isinstance(workshop_id, str)
    return workshop_id


def _kept_kaigi(workspace: Workspace, **fields: Any) -> Document:
    details = Details(new_id(), "前の会", date(2026, 6, 4), time(10), number=3, bureau="総務課", **fields)
    workspace.create(new_workshop(details))
    return Document(workspace, details.id)


def test_new_workshop_is_kept_when_the_form_is_filled_in(qtbot: QtBot, home: HomeScreen, workspace: Workspace) -> None:
    form = _form(home, qtbot)
    title = form.editors["title"]
    title.selectAll()
    type_text(title, "第１回の皆議")
    type_text(form.editors["bureau"], "総務課")
    assert isinstance(form.length, OneOf)
    qtbot.keyClick(form.length.option(60), Qt.Key.Key_Space)
    with qtbot.waitSignal(home.workshop_chosen) as chosen:
        _press(qtbot, form.create_button)
    workshop = workspace.load(chosen.args[0])
    assert (workshop.details.title, workshop.details.bureau, workshop.details.minutes) == ("第１回の皆議", "総務課", 60)
    assert sum(item.minutes for item in workshop.agenda.values()) == 60
    assert workshop.details.marking is None


def test_form_says_what_is_missing_when_the_name_is_empty(qtbot: QtBot, home: HomeScreen, workspace: Workspace) -> None:
    form = _form(home, qtbot)
    form.editors["title"].clear()
    _press(qtbot, form.create_button)
    assert form.problem.text() == "会の名前と日付を入れてください。"
    assert workspace.workshops() == []


def test_next_workshop_takes_over_what_the_last_one_said(qtbot: QtBot, home: HomeScreen, workspace: Workspace) -> None:
    details = Details(new_id(), "前の会", date(2026, 6, 4), time(10), number=3, bureau="総務課")
    workspace.create(new_workshop(details))
    home.shown()
    form = _form(home, qtbot)
    assert form.editors["number"].value() == 4
    assert form.editors["bureau"].value() == "総務課"


def test_demonstration_gives_no_defaults_when_a_real_workshop_begins(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    _press(qtbot, home.demo_button)
    qtbot.waitUntil(lambda: len(workspace.workshops()) == 1)
    home.shown()
    form = _form(home, qtbot)
    assert form.editors["number"].value() == 1
    assert form.editors["bureau"].value() == ""


def test_workshop_leaves_the_list_when_it_is_put_away_and_can_come_back(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    _press(qtbot, home.demo_button)
    qtbot.waitUntil(lambda: len(workspace.workshops()) == 1)
    home.shown()
    _press(qtbot, _button(home, "片づける"))
    assert workspace.workshops()[0].archived
    assert not any(b.isVisible() for b in home.findChildren(QPushButton) if b.text() == "開く")
    home.archived_box.setChecked(True)
    _press(qtbot, _button(home, "一覧に戻す"))
    assert not workspace.workshops()[0].archived


def test_title_is_never_markup_when_it_looks_like_it(qtbot: QtBot, home: HomeScreen, workspace: Workspace) -> None:
    form = _form(home, qtbot)
    form.editors["title"].setText("<b>太字</b> & <img src=x>")
    _press(qtbot, form.create_button)
    home.shown()
    shown = [one for one in home.findChildren(QLabel) if "<b>太字</b>" in one.text()]
    assert shown
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in shown)


@pytest.mark.parametrize("kind", list(WorkshopFormat))
def test_workshop_has_the_agenda_of_its_format_when_it_is_chosen(
    kind: WorkshopFormat, qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    template = agenda_template(kind)
    form = _form(home, qtbot, kind)
    assert ("subject" in form.editors) == (kind is WorkshopFormat.DX)
    workshop = workspace.load(_made(home, qtbot, form))
    assert (workshop.details.format, workshop.details.title) == (kind, template.title)
    assert workshop.details.minutes == template.lengths[-1]
    assert total_minutes(workshop.agenda_items()) == template.lengths[-1]
    assert all(item.phase is not AgendaPhase.LAST_TIME for item in workshop.agenda.values())
    assert len(workshop.checks) == len(template.checklist)
    assert workshop.details.ground_rules


def test_subject_and_the_time_the_room_is_free_are_kept_when_they_are_typed(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    form = _form(home, qtbot, WorkshopFormat.DX)
    type_text(form.editors["subject"], "月次報告の取りまとめ")
    type_text(form.editors["room_until"], "16:30")
    details = workspace.load(_made(home, qtbot, form)).details
    assert (details.subject, details.room_until) == ("月次報告の取りまとめ", time(16, 30))


def test_workshop_opens_with_the_homework_when_it_follows_another(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    document = _kept_kaigi(workspace, place="第２会議室", marking=Marking.LEVEL_2)
    document.apply(deciding.add_action(document.workshop, "一覧を作る", "総務課 係長"))
    workspace.create(new_workshop(Details(new_id(), "研修", date(2026, 7, 1), time(9), format=WorkshopFormat.TRAINING)))
    form = _form(home, qtbot)
    assert form.follow.count() == 2
    workshop = workspace.load(_made(home, qtbot, form))
    assert workshop.details.follows == document.workshop.id
    assert (workshop.details.number, workshop.details.place) == (4, "第２会議室")
    assert workshop.details.marking is None
    assert [one.what for one in workshop.carried.values()] == ["一覧を作る"]
    assert any(item.phase is AgendaPhase.LAST_TIME for item in workshop.agenda.values())


def test_what_was_typed_stays_when_another_last_meeting_is_chosen(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    _kept_kaigi(workspace, place="第２会議室")
    form = _form(home, qtbot)
    form.editors["bureau"].selectAll()
    type_text(form.editors["bureau"], "人事課")
    form.follow.setFocus()
    qtbot.keyClick(form.follow, Qt.Key.Key_Home)
    assert form.follow.value() is None
    assert form.editors["number"].value() == 1
    assert form.editors["bureau"].value() == "人事課"
    workshop = workspace.load(_made(home, qtbot, form))
    assert (workshop.details.follows, workshop.details.number) == ("", 1)
    assert not workshop.carried


def test_own_template_is_offered_and_used_when_one_was_kept(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    kept = new_workshop(Details(new_id(), "朝の皆議", date(2026, 6, 4), time(10), minutes=50))
    save_template(kept, "短い<b>皆議</b>", workspace.folder)
    choice = _choice(home, qtbot)
    assert not choice.notice.text
    [made] = choice.own
    assert made.accessibleName() == "短い<b>皆議</b>"
    _press(qtbot, made)
    form = home.findChild(NewWorkshopForm)
    assert form is not None
    workshop = workspace.load(_made(home, qtbot, form))
    assert (workshop.details.title, workshop.details.minutes) == ("朝の皆議", 50)
    assert total_minutes(workshop.agenda_items()) == 50


def test_broken_templates_are_told_in_the_screen_and_the_meeting_can_begin(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    folder = workspace.folder / "agendas"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.toml").write_text("format = ", encoding="utf-8")
    choice = _choice(home, qtbot)
    assert "0.toml の1行目" in choice.notice.text
    assert "ほかに2件" in choice.notice.text
    _press(qtbot, choice.shipped[WorkshopFormat.STUDY])
    form = home.findChild(NewWorkshopForm)
    assert form is not None
    assert workspace.load(_made(home, qtbot, form)).details.format is WorkshopFormat.STUDY


def test_list_comes_back_when_the_choice_is_cancelled(qtbot: QtBot, home: HomeScreen) -> None:
    form = _form(home, qtbot)
    _press(qtbot, next(b for b in form.findChildren(QPushButton) if b.text() == "やめる"))
    choice = home._stack.currentWidget()
    assert isinstance(choice, TemplateChoice)
    _press(qtbot, next(b for b in choice.findChildren(QPushButton) if b.text() == "やめる"))
    assert home._stack.currentIndex() == 0


def test_card_leads_back_to_the_meeting_while_it_is_under_way(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    document = _kept_kaigi(workspace)
    home.shown()
    assert not any(b.text() == "進行へ戻る" for b in home.findChildren(QPushButton))
    document.apply(running.start(document.workshop, system_clock()))
    home.shown()
    assert any(one.text() == "進行中" for one in home.findChildren(QLabel))
    with qtbot.waitSignal(home.meeting_chosen) as chosen:
        _press(qtbot, _button(home, "進行へ戻る"))
    assert chosen.args == [document.workshop.id]
    assert not any(b.text() == "片づける" and b.isVisible() for b in home.findChildren(QPushButton))


def test_card_names_the_format_when_it_is_listed(qtbot: QtBot, home: HomeScreen, workspace: Workspace) -> None:
    details = Details(new_id(), "会", date(2026, 6, 4), time(10), format=WorkshopFormat.STUDY, minutes=45)
    workspace.create(new_workshop(details))
    home.shown()
    assert any(one.text().startswith("勉強会　") for one in home.findChildren(QLabel))


def test_nothing_goes_sideways_when_a_template_is_out_of_measure(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    template = agenda_template(WorkshopFormat.KAIGI)
    items = tuple(replace(item, minutes=dict.fromkeys(range(1, 40), 1), least=1, steps=()) for item in template.items)
    vast = replace(template, name="W" * 200, about="長い" * 150, lengths=tuple(range(1, 40)), items=items)
    write_template(vast, workspace.folder / "agendas")
    home.resize(741, 432)
    choice = _choice(home, qtbot)
    QApplication.processEvents()
    assert _fits(choice)
    _press(qtbot, choice.own[0])
    form = home.findChild(NewWorkshopForm)
    assert form is not None
    QApplication.processEvents()
    assert _fits(form)
    assert form.length.value() == 39


def _fits(page: QWidget) -> bool:
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    inside = area.widget()
    assert inside is not None
    return inside.width() <= area.viewport().width()


def test_no_workshop_is_made_while_a_time_cannot_be_read(qtbot: QtBot, home: HomeScreen, workspace: Workspace) -> None:
    form = _form(home, qtbot)
    type_text(form.editors["room_until"], "25:99")
    _press(qtbot, form.create_button)
    assert "13:30のように" in form.problem.text()
    assert form.editors["room_until"].text() == "25:99"
    assert workspace.workshops() == []


def test_only_length_is_said_in_words_and_what_is_too_long_is_told(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    form = _form(home, qtbot, WorkshopFormat.STUDY)
    assert form.findChildren(QRadioButton) == [form.editors["marking"].option(Marking(level)) for level in "123"]
    assert any(one.text() == "45分" for one in form.findChildren(QLabel))
    template = agenda_template(WorkshopFormat.STUDY)
    items = tuple(replace(item, minutes={45: 20}) for item in template.items)
    long = NewWorkshopForm([], replace(template, items=items))
    qtbot.addWidget(long)
    assert any("縮めて進行表を作ります" in one.text() for one in long.findChildren(QLabel))


def test_demonstration_of_each_format_can_be_opened_when_there_are_meetings_already(
    qtbot: QtBot, home: HomeScreen, workspace: Workspace
) -> None:
    _kept_kaigi(workspace)
    choice = _choice(home, qtbot)
    assert [one.text() for one in choice.demonstrations.values()] == ["皆議", "勉強会", "研修", "DXワークショップ"]
    with qtbot.waitSignal(home.workshop_chosen) as chosen:
        _press(qtbot, choice.demonstrations[WorkshopFormat.STUDY])
    assert workspace.load(chosen.args[0]).details.format is WorkshopFormat.STUDY


def test_meeting_under_way_stands_on_top_of_the_list(qtbot: QtBot, home: HomeScreen, workspace: Workspace) -> None:
    document = _kept_kaigi(workspace)
    workspace.create(new_workshop(Details(new_id(), "あとの会", date(2027, 7, 1), time(9))))
    home.shown()
    assert [card.details.title for card in _cards(home)] == ["あとの会", "前の会"]
    document.apply(running.start(document.workshop, system_clock()))
    home.shown()
    assert [card.details.title for card in _cards(home)] == ["前の会", "あとの会"]


def _cards(home: HomeScreen) -> list[WorkshopCard]:
    QApplication.processEvents()
    cards = [one for one in home.findChildren(WorkshopCard) if one.isVisible()]
    return sorted(cards, key=lambda one: one.y())
