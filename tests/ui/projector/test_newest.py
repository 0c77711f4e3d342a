"""What the room has just said is on the wall: its page comes by itself, marked, unless a hand just turned the pages."""

import pytest

from models.agenda import AgendaPhase
from models.edits import notes
from tests.clock import FakeClock
from tests.ui.projector.steps import go
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.projector.newest import LEFT_ALONE
from ui.projector.pieces import Panel
from ui.theme import KEY

FEW = [f"照会の締切が短くて困っている、その{number}番目" for number in range(60)]
NEW = "窓口の電話が鳴りやまない"


@pytest.fixture
def pages(projector: ProjectorWindow, live: LiveDocument, clock: FakeClock) -> ProjectorWindow:
    """Notes on several pages, of which the room sees the first."""
    live.apply(notes.add_notes(live.workshop, FEW))
    go(live, clock, AgendaPhase.SHARE)
    assert projector.page == 0
    assert projector.pages > 2
    return projector


def _add(live: LiveDocument, *texts: str) -> None:
    live.apply(notes.add_notes(live.workshop, list(texts)))


def _marks(projector: ProjectorWindow) -> list[Panel]:
    """The panels in the key colour that are no bar of a clock."""
    panels = (one for one in projector.canvas.pieces if isinstance(one, Panel))
    return [one for one in panels if one.fill == KEY and one.rect.height() > 20]


def _seen(projector: ProjectorWindow) -> bool:
    return any(text.startswith(NEW[:4]) for text in projector.painted_texts())


def test_page_of_a_note_comes_marked_when_it_was_just_typed(pages: ProjectorWindow, live: LiveDocument) -> None:
    _add(live, NEW)
    assert _seen(pages)
    assert pages.page == pages.pages - 1
    assert len(_marks(pages)) == 1


def test_page_of_a_note_comes_when_it_is_reworded(pages: ProjectorWindow, live: LiveDocument) -> None:
    _add(live, "はじめの言い方")
    first = live.workshop.ordered_notes()[0]
    live.apply(notes.set_note_text(live.workshop, first.id, NEW))
    assert pages.page == 0
    assert _seen(pages)


def test_page_stays_for_a_while_when_it_was_turned_by_hand(
    pages: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    pages.turn(1)
    clock.advance(LEFT_ALONE - 1)
    _add(live, "まだ来ない")
    assert pages.page == 1
    clock.advance(2)
    _add(live, NEW)
    assert _seen(pages)


def test_held_picture_stays_and_the_page_comes_afterwards_when_a_note_is_added(
    pages: ProjectorWindow, live: LiveDocument
) -> None:
    live.wall.toggle_freeze()
    before = pages.painted_texts()
    _add(live, NEW)
    assert pages.painted_texts() == before
    assert not _marks(pages)
    live.wall.toggle_freeze()
    assert _seen(pages)


def test_nothing_comes_when_the_note_is_kept_off_the_wall(pages: ProjectorWindow, live: LiveDocument) -> None:
    live.apply(notes.start_silence(live.workshop))
    before = pages.painted_texts()
    _add(live, NEW)
    assert pages.painted_texts() == before
    assert not _marks(pages)


def test_one_reads_from_the_first_page_when_many_are_revealed_at_once(
    pages: ProjectorWindow, live: LiveDocument
) -> None:
    live.apply(notes.start_silence(live.workshop))
    _add(live, NEW, "もうひとつ")
    live.apply(notes.reveal_notes(live.workshop))
    assert pages.page == 0
    assert not _marks(pages)


def test_mark_is_gone_when_the_room_goes_on(pages: ProjectorWindow, live: LiveDocument, clock: FakeClock) -> None:
    _add(live, NEW)
    go(live, clock, AgendaPhase.IDEAS)
    assert pages.page == 0
    assert not _marks(pages)


def test_page_of_a_note_comes_when_thousands_stand_before_it(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(notes.add_notes(live.workshop, [f"困りごとの{number}番目" for number in range(1_500)]))
    go(live, clock, AgendaPhase.SHARE)
    _add(live, NEW)
    for _look in range(5):
        projector.look()
    assert _seen(projector)
