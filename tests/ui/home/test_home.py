"""Home: beginning a 皆議, the demonstration, putting away."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.edits.change import new_id
from models.templates import new_workshop
from models.workshop import Details
from models.workspace.workspace import Workspace
from tests.ui.typing import type_text
from ui.home.screen import HomeScreen
from ui.prepare.details_form import NewWorkshopForm


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


def _form(home: HomeScreen, qtbot: QtBot) -> NewWorkshopForm:
    _press(qtbot, home.new_button)
    form = home.findChild(NewWorkshopForm)
    assert form is not None
    return form


def test_new_workshop_is_kept_when_the_form_is_filled_in(qtbot: QtBot, home: HomeScreen, workspace: Workspace) -> None:
    form = _form(home, qtbot)
    title = form.editors["title"]
    title.selectAll()
    type_text(title, "第１回の皆議")
    type_text(form.editors["bureau"], "総務課")
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
