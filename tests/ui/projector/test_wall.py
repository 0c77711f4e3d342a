"""What the facilitator does to the wall by hand: put on show, freeze, black out."""

import pytest
from PySide6.QtGui import QColor

from models.agenda import AgendaPhase
from models.edits import lists, notes, running
from models.formats import Knack, Pledge
from tests.clock import FakeClock
from tests.ui.projector.steps import add, go
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.wall import OnShow, Show


@pytest.fixture
def knack(live: LiveDocument, clock: FakeClock) -> Knack:
    """A knack, while it is being presented; it is not on show yet."""
    go(live, clock, AgendaPhase.PRESENT)
    return add(
        live,
        Knack,
        title="会議ロジのコツ",
        presenter="総務課 係長",
        steps="一つ目\n二つ目",
        before="長い",
        after="短い",
    )


def _painted(projector: ProjectorWindow) -> str:
    return "\n".join(projector.painted_texts())


def _figures(projector: ProjectorWindow) -> str:
    return next(text for text in projector.painted_texts() if ":" in text)


def test_knack_is_painted_when_it_is_put_on_show(projector: ProjectorWindow, live: LiveDocument, knack: Knack) -> None:
    assert "会議ロジ" not in _painted(projector)
    live.wall.put_on(OnShow(Show.KNACK, knack.id))
    for text in ("会議ロジのコツ", "総務課 係長", "一つ目", "二つ目", "長い"):
        assert text in _painted(projector)
    live.wall.take_off()
    assert "会議ロジ" not in _painted(projector)


def test_knack_is_taken_off_when_the_room_goes_on(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock, knack: Knack
) -> None:
    live.wall.put_on(OnShow(Show.KNACK, knack.id))
    live.apply(running.next_item(live.workshop, clock()))
    assert live.wall.on_show is None
    assert "会議ロジ" not in _painted(projector)
    go(live, clock, AgendaPhase.PRESENT)
    assert "会議ロジ" not in _painted(projector)


def test_knack_is_taken_off_when_the_meeting_ends_and_no_projector_is_open(
    live: LiveDocument, clock: FakeClock, knack: Knack
) -> None:
    live.wall.put_on(OnShow(Show.KNACK, knack.id))
    live.apply(running.next_item(live.workshop, clock()))
    assert live.wall.on_show is None


def test_knack_stays_on_show_when_something_else_is_done(live: LiveDocument, clock: FakeClock, knack: Knack) -> None:
    live.wall.put_on(OnShow(Show.KNACK, knack.id))
    live.apply(notes.add_notes(live.workshop, ["質問があります"]))
    live.apply(running.pause(live.workshop, clock()))
    live.apply(running.extend(live.workshop, 1))
    assert live.wall.on_show == OnShow(Show.KNACK, knack.id)


def test_knack_stays_off_when_it_was_deleted_and_comes_back(
    projector: ProjectorWindow, live: LiveDocument, knack: Knack
) -> None:
    live.wall.put_on(OnShow(Show.KNACK, knack.id))
    live.apply(lists.delete_row(knack))
    assert live.wall.on_show is None
    live.undo()
    assert "会議ロジ" not in _painted(projector)


def test_nothing_is_on_show_when_the_workshop_is_opened_again(live: LiveDocument, knack: Knack) -> None:
    live.wall.put_on(OnShow(Show.KNACK, knack.id))
    live.wall.toggle_freeze()
    live.wall.toggle_black()
    again = LiveDocument(live._document).wall
    assert (again.on_show, again.frozen, again.black) == (None, False, False)


def test_picture_is_held_and_the_clock_goes_on_when_it_is_frozen(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(notes.add_notes(live.workshop, ["会議が長い"]))
    go(live, clock, AgendaPhase.SHARE)
    before, figures = projector.painted_texts(), _figures(projector)
    live.wall.toggle_freeze()
    live.apply(notes.add_notes(live.workshop, ["様式が多い"]))
    live.apply(notes.delete_notes(live.workshop, sorted(live.workshop.notes)[:1]))
    clock.advance(65)
    projector.look()
    assert _figures(projector) != figures
    assert [text for text in projector.painted_texts() if ":" not in text] == [t for t in before if ":" not in t]
    live.wall.toggle_freeze()
    assert len(live.workshop.notes) == 1
    assert next(iter(live.workshop.notes.values())).text in _painted(projector)


def test_picture_stays_when_pages_are_turned_while_it_is_frozen(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(notes.add_notes(live.workshop, [f"{number}番目" for number in range(60)]))
    go(live, clock, AgendaPhase.SHARE)
    projector.turn(1)
    live.wall.toggle_freeze()
    before = projector.painted_texts()
    projector.turn(1)
    assert projector.painted_texts() == before


def test_frozen_picture_tells_of_nothing_new_when_it_is_resized(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.WRITE)
    live.wall.toggle_freeze()
    go(live, clock, AgendaPhase.VOTE)
    projector.resize(640, 360)
    assert live.workshop.current_item() is not None
    assert "困りごとの記入" in _painted(projector)
    assert "投票" not in _painted(projector)


def test_wall_is_black_all_over_when_it_is_blacked_out(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.WRITE)
    live.wall.toggle_black()
    assert projector.painted_texts() == []
    image = projector.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert colours == {QColor("black").rgb()}
    live.wall.toggle_black()
    assert "困りごとの記入" in _painted(projector)


def test_black_and_frozen_hold_when_the_window_is_closed_and_opened(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.WRITE)
    live.wall.toggle_freeze()
    live.wall.toggle_black()
    projector.close()
    add(live, Pledge, text="早く帰る")
    go(live, clock, AgendaPhase.SHARE)
    projector.show()
    assert projector.painted_texts() == []
    live.wall.toggle_black()
    assert "困りごとの記入" in _painted(projector)


def test_clock_goes_when_the_picture_is_held_and_the_room_goes_on(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    """The clock of one item beside the task of another would tell the room a time that is not its own."""
    item = go(live, clock, AgendaPhase.WRITE)
    live.wall.toggle_freeze()
    go(live, clock, AgendaPhase.SHARE)
    assert "困りごとの記入" in _painted(projector)
    assert not any(":" in text for text in projector.painted_texts())
    live.apply(running.go_to(live.workshop, item, clock()))
    assert ":" in _figures(projector)
