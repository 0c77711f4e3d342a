"""`replan_40_ms`: all proposals for an agenda of forty items."""

from datetime import UTC, date, datetime, time, timedelta
from statistics import median
from time import perf_counter

from models.agenda import AgendaItem, AgendaPhase
from models.edits import running
from models.edits.change import applied
from models.replanning import proposals
from models.timing import Moment
from models.workshop import Details, Workshop

ROUNDS = 200


def _busy_workshop() -> Workshop:
    """Forty items with everything an item can have: least minutes, optional ones, buffers, locked starts."""
    items = [
        AgendaItem(
            f"{number:032x}",
            float(number),
            f"項目{number}",
            3 + number % 11,
            AgendaPhase.BUFFER if number % 10 == 9 else AgendaPhase.OTHER,
            least=1 + number % 4,
            optional=number % 5 == 2,
            protected=number % 13 == 7,
            starts_at=time(12, 0) if number == 20 else None,
        )
        for number in range(40)
    ]
    return Workshop(
        Details("f" * 32, "会", date(2026, 6, 4), time(10), minutes=330), agenda={one.id: one for one in items}
    )


def replan_40_ms() -> float:
    """Milliseconds, median; each round with another overrun."""
    begin = datetime.combine(date(2026, 6, 4), time(10)).astimezone(UTC)
    workshop = _busy_workshop()
    workshop = applied(workshop, running.start(workshop, Moment(begin, 0.0, "boot")).changes)
    took = []
    for round_ in range(ROUNDS):
        seconds = 1_200.0 + round_ * 7
        now = Moment(begin + timedelta(seconds=seconds), seconds, "boot")
        start = perf_counter()
        found = proposals(workshop, now)
        took.append(perf_counter() - start)
        assert found, "nothing was proposed: the figure would mean nothing"
    return median(took) * 1_000
