"""A workshop with three groups, open in the screen."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from models.board import Cluster, Note
from models.document import Document
from models.edits.change import new_id
from models.workshop import Workshop
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from ui.decide.screen import DecideScreen
from ui.live_document import LiveDocument

TITLES = ("会議の段取りを毎回始めからしている", "照会の締切が短い", "通告を待つ時間が読めない")


def grouped(workshop: Workshop) -> Workshop:
    """The workshop with two notes in each of three groups."""
    groups = {(key := new_id()): Cluster(key, float(place), title) for place, title in enumerate(TITLES)}
    notes = [Note(new_id(), float(n), f"困りごと{n}", cluster_id=key) for key in groups for n in range(2)]
    return replace(workshop, clusters=groups, notes={note.id: note for note in notes})


@pytest.fixture
def live(workspace: Workspace, fresh: Workshop, clock: FakeClock) -> LiveDocument:
    """The workshop with its groups, open."""
    workspace.create(grouped(fresh))
    return LiveDocument(Document(workspace, fresh.id), clock)


@pytest.fixture
def screen(qtbot: QtBot, live: LiveDocument) -> DecideScreen:
    """The screen, seen."""
    made = DecideScreen(live)
    qtbot.addWidget(made)
    made.resize(1168, 672)
    made.show()
    qtbot.waitExposed(made)
    return made
