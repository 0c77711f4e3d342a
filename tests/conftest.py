"""What all tests share: a workspace, an open workshop, a clock, and Japanese as the language."""

import os
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

from models.document import Document
from models.edits.change import new_id
from models.language import use_language
from models.templates import new_workshop
from models.workshop import Details, Workshop
from models.workspace.workspace import Workspace
from tests.clock import FakeClock

# A machine that is busy is no fault of the code.
settings.register_profile("minaoshi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("minaoshi")

UI_TESTS = Path(__file__).parent / "ui"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what opens windows, by its folder."""
    for item in items:
        if UI_TESTS in item.path.parents:
            item.add_marker("gui")


@pytest.fixture(autouse=True)
def _japanese() -> Iterator[None]:
    use_language("ja")
    yield
    use_language("ja")


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still."""
    return FakeClock()


@pytest.fixture
def fresh() -> Workshop:
    """A new 90 minute kaigi, not kept anywhere."""
    return new_workshop(Details(new_id(), "業務見直し皆議", date(2026, 6, 4), time(10, 0)))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace in a folder of its own."""
    opened = Workspace(tmp_path / "workspace")
    yield opened
    opened.close()


@pytest.fixture
def document(workspace: Workspace, fresh: Workshop) -> Document:
    """A new kaigi, kept and open."""
    workspace.create(fresh)
    return Document(workspace, fresh.id)
