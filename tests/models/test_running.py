"""Time that runs: what is left is right after pauses, sleep, jumps of the clock and restarts, or is asked for."""

import pytest

from models.edits import agenda, running
from models.edits.change import Edit, applied
from models.timing import elapsed, is_doubtful, seconds_left, system_clock
from models.workshop import Workshop
from tests.clock import FakeClock


class _Room:
    """A workshop that runs, for short."""

    def __init__(self, workshop: Workshop, clock: FakeClock) -> None:
        self.workshop = workshop
        self.clock = clock

    def do(self, edit: Edit) -> None:
        assert not edit.undoable
        self.workshop = applied(self.workshop, edit.changes)

    @property
    def current(self) -> str | None:
        item = self.workshop.current_item()
        return item.id if item else None

    @property
    def left(self) -> float:
        item = self.workshop.current_item()
        assert item is not None
        return seconds_left(item, self.workshop.timings.get(item.id), self.clock())


@pytest.fixture
def room(fresh: Workshop, clock: FakeClock) -> _Room:
    """The first item, of five minutes, has just begun."""
    room = _Room(fresh, clock)
    room.do(running.start(room.workshop, clock()))
    return room


def test_time_stands_still_when_paused(room: _Room) -> None:
    room.clock.advance(60)
    room.do(running.pause(room.workshop, room.clock()))
    room.clock.advance(1_000)
    assert room.left == 240
    room.do(running.start(room.workshop, room.clock()))
    room.clock.advance(10)
    assert room.left == 230


@pytest.mark.parametrize("jump", [-9 * 3600, -60, 60, 3600, 9 * 3600, 400 * 86_400])
def test_time_left_is_right_when_the_wall_clock_jumps(room: _Room, jump: float) -> None:
    room.clock.advance(60)
    room.clock.set_wall(jump)
    assert room.left == 240
    timing = room.workshop.timings[room.current or ""]
    assert not is_doubtful(timing, room.clock())


def test_time_goes_on_when_the_machine_sleeps(room: _Room) -> None:
    room.clock.advance(4 * 3600)
    assert room.left == 300 - 4 * 3600
    assert not is_doubtful(room.workshop.timings[room.current or ""], room.clock())


def test_wall_clock_counts_when_the_machine_was_restarted(room: _Room) -> None:
    room.clock.advance(60)
    room.clock.reboot(120)
    assert room.left == 120
    assert not is_doubtful(room.workshop.timings[room.current or ""], room.clock())


@pytest.mark.parametrize("odd", [-30.0, 7 * 3600.0])
def test_facilitator_is_asked_when_a_restart_took_an_odd_time(room: _Room, odd: float) -> None:
    room.clock.advance(60)
    room.do(running.pause(room.workshop, room.clock()))
    room.do(running.start(room.workshop, room.clock()))
    room.clock.reboot(odd)
    assert is_doubtful(room.workshop.timings[room.current or ""], room.clock())
    room.do(running.correct(room.workshop, 100, room.clock()))
    room.clock.advance(20)
    assert room.left == 180
    assert not is_doubtful(room.workshop.timings[room.current or ""], room.clock())


@pytest.mark.parametrize("jump", [-3_000.0, 3_000.0])
def test_time_is_right_after_a_restart_when_the_wall_clock_was_put_right_before(room: _Room, jump: float) -> None:
    room.clock.advance(60)
    room.clock.set_wall(jump)
    room.do(running.anchor(room.workshop, room.clock()))
    room.clock.reboot(30)
    assert room.left == 210
    room.do(running.anchor(room.workshop, room.clock()))
    room.clock.set_wall(jump)
    room.do(running.anchor(room.workshop, room.clock()))
    room.clock.reboot(30)
    assert room.left == 180


def test_nothing_is_anchored_when_the_clocks_agree_or_the_restart_is_doubtful(room: _Room) -> None:
    room.clock.advance(500)
    assert running.anchor(room.workshop, room.clock()).changes == ()
    room.clock.reboot(7 * 3_600)
    assert running.anchor(room.workshop, room.clock()).changes == ()


def test_nothing_is_asked_when_the_clock_stood_still_over_a_restart(room: _Room) -> None:
    room.do(running.pause(room.workshop, room.clock()))
    room.clock.reboot(-1e6)
    assert room.left == 300
    assert not is_doubtful(room.workshop.timings[room.current or ""], room.clock())


def test_items_follow_each_other_when_next_is_pressed_to_the_end(room: _Room) -> None:
    seen = [room.current]
    for _ in room.workshop.agenda_items()[1:]:
        room.clock.advance(60)
        room.do(running.next_item(room.workshop, room.clock()))
        seen.append(room.current)
    assert seen == [item.id for item in room.workshop.agenda_items()]
    room.do(running.next_item(room.workshop, room.clock()))
    assert not any(timing.current for timing in room.workshop.timings.values())
    assert running.next_item(room.workshop, room.clock()).changes == ()
    assert all(timing.ended_at is not None and not timing.running for timing in room.workshop.timings.values())


def test_last_item_goes_on_when_the_meeting_was_ended_by_mistake(room: _Room) -> None:
    items = room.workshop.agenda_items()
    room.do(running.go_to(room.workshop, items[-1], room.clock.advance(60)))
    room.clock.advance(30)
    room.do(running.next_item(room.workshop, room.clock()))
    room.do(running.start(room.workshop, room.clock.advance(500)))
    assert room.current == items[-1].id
    assert elapsed(room.workshop.timings[items[-1].id], room.clock()) == 30


def test_meeting_does_not_begin_again_when_the_current_item_is_deleted(room: _Room) -> None:
    items = room.workshop.agenda_items()
    room.do(running.next_item(room.workshop, room.clock.advance(60)))
    room.do(running.next_item(room.workshop, room.clock.advance(60)))
    room.workshop = applied(room.workshop, agenda.delete_item(room.workshop, items[2].id).changes)
    assert room.workshop.current_item() is None
    room.do(running.next_item(room.workshop, room.clock.advance(60)))
    assert room.current == items[3].id
    assert sum(timing.current for timing in room.workshop.timings.values()) == 1


def test_earlier_time_counts_when_the_room_comes_back_to_an_item(room: _Room) -> None:
    first, second = room.workshop.agenda_items()[:2]
    room.do(running.go_to(room.workshop, second, room.clock.advance(100)))
    room.do(running.go_to(room.workshop, first, room.clock.advance(500)))
    room.clock.advance(50)
    assert room.left == 150
    assert room.workshop.timings[first.id].ended_at is None


def test_extension_stops_at_nothing_when_minutes_are_taken(room: _Room) -> None:
    room.do(running.extend(room.workshop, 2))
    assert room.left == 420
    room.do(running.extend(room.workshop, -100))
    assert room.left == 0


@pytest.mark.parametrize("make", [running.pause, running.next_item, running.start])
def test_clock_edits_are_no_part_of_undo_when_nothing_runs(fresh: Workshop, clock: FakeClock, make: object) -> None:
    assert callable(make)
    assert make(fresh, clock()).undoable is False
    assert running.extend(fresh, 1).changes == ()
    assert running.correct(fresh, 1, clock()).changes == ()


def test_system_clock_goes_on_when_read_twice() -> None:
    one, other = system_clock(), system_clock()
    assert one.boot == other.boot
    assert other.steady >= one.steady
    assert one.utc.tzinfo is not None
