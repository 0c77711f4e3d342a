"""`meetings_worst_error_s`: simulated meetings against a reckoning of their own, which knows what really passed."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from models.agenda import AgendaItem, AgendaPhase
from models.edits import agenda, running
from models.edits.change import Edit, applied
from models.meeting import read_meeting
from models.replanning import proposals
from models.timing import seconds_left
from models.workshop import Details, Workshop
from tests.clock import FakeClock

MEETINGS = 10_000
STEPS = 12


@dataclass
class _Truth:
    """What an observer with a watch of his own knows: seconds each item ran, and whether the clock goes."""

    ran: dict[str, float]
    current: str | None = None
    going: bool = False

    def pass_by(self, seconds: float) -> None:
        """Time passes in the room."""
        if self.going and self.current is not None:
            self.ran[self.current] = self.ran.get(self.current, 0.0) + seconds


class SimulatedMeeting:
    """One meeting of random items that is overrun, paused, slept through, restarted, re-planned, with clocks that jump.

    A restart takes up to an hour: over it only the wall clock tells how long it was. That the wall clock is put right
    just while the machine is off cannot be known to any program and is left out.
    """

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.clock = FakeClock(utc=datetime(2026, 6, 4, 1, 0, tzinfo=UTC))
        starts = self.clock.utc.astimezone().replace(tzinfo=None)
        items = [self._item(number) for number in range(rng.randint(3, 10))]
        minutes = sum(item.minutes for item in items)
        details = Details("f" * 32, "会", date(2026, 6, 4), time(starts.hour, starts.minute), minutes=minutes)
        self.workshop = Workshop(replace(details, held_on=starts.date()), agenda={item.id: item for item in items})
        self.truth = _Truth({})

    def _item(self, number: int) -> AgendaItem:
        minutes = self.rng.randint(1, 30)
        phase = self.rng.choice([AgendaPhase.OTHER, AgendaPhase.OTHER, AgendaPhase.BUFFER])
        least, optional = self.rng.randint(1, minutes), self.rng.random() < 0.3
        return AgendaItem(f"{number:032x}", float(number), "項目", minutes, phase, least=least, optional=optional)

    def worst_error(self) -> float:
        """Seconds by which the end that is shown is off at the worst moment."""
        worst = 0.0
        for _step in range(STEPS):
            self._act()
            worst = max(worst, self._error())
        return worst

    def _do(self, edit: Edit) -> None:
        self.workshop = applied(self.workshop, edit.changes)

    def _wait(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.truth.pass_by(seconds)

    def _act(self) -> None:
        acts = (self._go_on, self._go_on, self._pause, self._sleep, self._jump, self._restart, self._replan, self._back)
        self._wait(self.rng.random() * 900)
        self.rng.choice(acts)()
        self._do(running.anchor(self.workshop, self.clock()))  # the window does so every second

    def _go_on(self) -> None:
        start = self.truth.current is None or not self.truth.going
        self._do((running.start if start else running.next_item)(self.workshop, self.clock()))
        self._follow()

    def _pause(self) -> None:
        self._do(running.pause(self.workshop, self.clock()))
        self._follow()

    def _back(self) -> None:
        item = self.rng.choice(self.workshop.agenda_items())
        if self.truth.current is not None and not item.skipped:
            self._do(running.go_to(self.workshop, item, self.clock()))
            self._follow()

    def _follow(self) -> None:
        """Which item is on, and whether its clock goes, is the facilitator's doing; how long is not taken over."""
        item = self.workshop.current_item()
        self.truth.current = None if item is None else item.id
        self.truth.going = item is not None and self.workshop.timings[item.id].running

    def _sleep(self) -> None:
        self._wait(self.rng.random() * 3_600)

    def _jump(self) -> None:
        self.clock.set_wall(self.rng.uniform(-7_200, 7_200))

    def _restart(self) -> None:
        off = self.rng.random() * 3_600
        self.clock.reboot(off)
        self.truth.pass_by(off)

    def _replan(self) -> None:
        found = proposals(self.workshop, self.clock())
        if found:
            self._do(agenda.take_proposal(self.workshop, self.rng.choice(found)))

    def _error(self) -> float:
        item = self.workshop.current_item()
        if item is None:
            return 0.0
        items = self.workshop.agenda_items()
        rest = items[items.index(item) :]
        extensions = {key: timing.extension for key, timing in self.workshop.timings.items()}
        boxes = {one.id: (one.timebox + extensions.get(one.id, 0)) * 60.0 for one in rest if not one.skipped}
        left = sum(max(0.0, box - self.truth.ran.get(key, 0.0)) for key, box in boxes.items())
        true_end = self.clock.utc + timedelta(seconds=left)
        shown = read_meeting(self.workshop, self.clock()).expected_end.astimezone(UTC)
        clock_error = abs(seconds_left(item, self.workshop.timings[item.id], self.clock()) - self._true_left(item))
        return max(abs((shown - true_end).total_seconds()), clock_error)

    def _true_left(self, item: AgendaItem) -> float:
        extension = self.workshop.timings[item.id].extension
        return (item.timebox + extension) * 60.0 - self.truth.ran.get(item.id, 0.0)


def meetings_worst_error_s(meetings: int = MEETINGS) -> float:
    """The worst error, in seconds, of the end and of the time left that are shown, over so many meetings."""
    return max(SimulatedMeeting(Random(seed)).worst_error() for seed in range(meetings))
