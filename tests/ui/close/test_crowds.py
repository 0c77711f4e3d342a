"""Hundreds of groups and thousands of notes are worded a few at a time."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.board import Cluster, Note
from models.document import Document
from models.edits import clusters
from models.edits.notes import add_notes
from models.sensitive import findings_in
from models.workshop import Workshop
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from tests.ui.typing import type_text
from ui.background import wait_for_all
from ui.close import rewording_check, wording
from ui.close.screen import CloseScreen
from ui.live_document import LiveDocument

GROUPS = 100


def _crowded(workshop: Workshop, groups: int) -> Workshop:
    """The workshop with so many groups of ten notes, the first of them of a hundred."""
    made = {f"{n:032x}": Cluster(f"{n:032x}", float(n), f"表札{n}") for n in range(1, groups + 1)}
    sizes = [100, *([10] * (groups - 1))]
    homes = [key for key, size in zip(made, sizes, strict=True) for _note in range(size)]
    notes = (Note(f"{n:032x}", float(n), f"困りごと{n}", cluster_id=home) for n, home in enumerate(homes, 1_000))
    return replace(workshop, clusters=made, notes={note.id: note for note in notes})


@pytest.fixture
def live(workspace: Workspace, fresh: Workshop, clock: FakeClock) -> LiveDocument:
    """A workshop with a hundred groups."""
    workspace.create(_crowded(fresh, GROUPS))
    return LiveDocument(Document(workspace, fresh.id), clock)


@pytest.fixture
def screen(qtbot: QtBot, live: LiveDocument) -> Iterator[CloseScreen]:
    """The screen, seen."""
    made = CloseScreen(live)
    qtbot.addWidget(made)
    made.resize(1168, 672)
    made.show()
    qtbot.waitExposed(made)
    made.shown()
    yield made
    wait_for_all()


def _titles(screen: CloseScreen) -> list[str]:
    return [group.title.value() for group in screen.wordings.groups.values()]


def test_no_more_widgets_are_made_when_there_are_a_hundred_groups_than_for_a_screenful(
    screen: CloseScreen,
) -> None:
    made = len(screen.wordings.findChildren(QWidget))
    assert made <= 40 * wording.AT_ONCE
    for _turn in range(3):
        screen.wordings.turn(1)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what left is gone
    assert len(screen.wordings.findChildren(QWidget)) <= made


def test_every_group_comes_when_one_turns_to_the_end(qtbot: QtBot, screen: CloseScreen) -> None:
    assert screen.wordings.above.told.text() == "100グループのうち1〜12番目"
    assert not screen.wordings.above.back_button.isEnabled()
    seen = _titles(screen)
    while screen.wordings.below.on_button.isEnabled():
        qtbot.mouseClick(screen.wordings.below.on_button, Qt.MouseButton.LeftButton)
        assert next(iter(screen.wordings.groups.values())).title.hasFocus()
        seen += _titles(screen)
    assert seen == [f"表札{n}" for n in range(1, GROUPS + 1)]
    assert screen.wordings.above.told.text() == "100グループのうち97〜100番目"
    qtbot.mouseClick(screen.wordings.above.back_button, Qt.MouseButton.LeftButton)
    assert _titles(screen)[0] == "表札85"


def test_what_is_half_typed_is_kept_when_one_turns(screen: CloseScreen, live: LiveDocument) -> None:
    group = next(iter(screen.wordings.groups.values()))
    group.opinions.setFocus()
    type_text(group.opinions, "型があれば助かる。")
    screen.wordings.turn(1)
    assert live.workshop.clusters[group.cluster_id].opinions == "型があれば助かる。"


def test_the_last_groups_are_in_sight_when_those_behind_them_are_gone(screen: CloseScreen, live: LiveDocument) -> None:
    while screen.wordings.below.on_button.isEnabled():
        screen.wordings.turn(1)
    for cluster_id in [*screen.wordings.groups]:
        assert live.apply(clusters.dissolve_cluster(live.workshop, cluster_id))
    assert _titles(screen) == [f"表札{n}" for n in range(85, 97)]


def test_keys_go_through_the_groups_and_on_when_tab_is_pressed(screen: CloseScreen) -> None:
    screen.wordings.turn(1)
    first, *_others, last = screen.wordings.groups.values()
    stops: list[QWidget] = []
    one: QWidget | None = first.title
    while one is not None and one is not screen.details.editors["document_class"] and len(stops) < 2_000:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(one)
        one = one.nextInFocusChain()
    fields = [field for group in screen.wordings.groups.values() for field in (group.title, group.opinions)]
    assert [stop for stop in stops if stop in fields] == fields
    assert stops.index(screen.wordings.below.on_button) > stops.index(last.measures)


def test_more_notes_of_a_group_are_shown_when_they_are_asked_for(qtbot: QtBot, screen: CloseScreen) -> None:
    group = next(iter(screen.wordings.groups.values()))
    told = "\n".join(one.text() for one in group.notes.findChildren(QLabel))
    assert told.count("・困りごと") == 30
    assert group.notes.more_button.text() == "あと70件を表示する"
    for _press in range(3):
        qtbot.mouseClick(group.notes.more_button, Qt.MouseButton.LeftButton)
    told = "\n".join(one.text() for one in group.notes.findChildren(QLabel))
    assert told.count("・困りごと") == 100
    assert not group.notes.more_button.isVisible()


def test_nothing_is_looked_for_when_the_screen_is_not_seen(
    screen: CloseScreen, live: LiveDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.hide()
    asked: list[object] = []
    monkeypatch.setattr(screen.check, "refresh", asked.append)
    monkeypatch.setattr(screen.wordings, "refresh", lambda: asked.append(None))
    live.apply(add_notes(live.workshop, ["もう一つ"]))
    assert not asked


def test_findings_are_listed_up_to_a_number_when_there_are_hundreds(screen: CloseScreen, live: LiveDocument) -> None:
    live.apply(add_notes(live.workshop, [f"佐藤課長の{n}件目の依頼" for n in range(300)]))
    screen.check.verbatim.click()
    assert screen.check.found == 300
    listed = [one.text() for one in screen.check.findChildren(QLabel) if "佐藤課長" in one.text()]
    assert len(listed) == rewording_check.MOST_SHOWN
    assert any("ほかに260か所" in one.text() for one in screen.check.findChildren(QLabel))


def test_a_text_is_searched_once_when_it_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "内線12345の佐藤課長へ、もう一度だけ"
    first = findings_in(text, "付箋", "a")
    monkeypatch.setattr("models.sensitive._found", None)
    assert [(one.kind, one.excerpt) for one in findings_in(text, "決定1", "b")] == [
        (one.kind, one.excerpt) for one in first
    ]
