"""The 班 on the wall: who sits where, and what each does now."""

from collections import Counter
from dataclasses import dataclass

from models.agenda import AgendaItem, step_at, steps_today
from models.language import gettext as _
from models.meeting import Meeting, clock_text
from models.workshop import Workshop, in_order
from ui.projector.bands import Band, Cell, Ground, Look, Sheet
from ui.team_names import all_teams, team_name

FEWEST = 5
"""With fewer people than this, saying which 課室 sits where would name persons."""
BESIDE = 4
"""From so many 班 on they stand in two columns."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What some 班 do now: `told` names them, `left` is the clock of their step."""

    told: str
    title: str
    task: str
    left: str


def seated(workshop: Workshop) -> Sheet | None:
    """Which 班 has how many of which 課室; None when nobody is seated."""
    there: dict[int, Counter[str]] = {}
    for seat in in_order(workshop.seats):
        who = workshop.participants.get(seat.participant_id)
        if who is not None and seat.count > 0:
            there.setdefault(seat.team, Counter())[who.division] += seat.count
    everybody = sum(one.count for one in workshop.participants.values())
    teams = sorted(team for team in there if team)
    columns = 2 if len(teams) >= BESIDE else 1
    told = 0 if everybody < FEWEST else 4 // columns
    return Sheet(tuple(_table(team, there[team], told) for team in teams), columns=columns) if teams else None


def _table(team: int, divisions: Counter[str], told: int) -> Band:
    """A 班 with its people; `told` is how many 課室 stand in a line, 0 for none at all."""
    people = _("{count} people").format(count=divisions.total())
    each = [f"{name} {count}" for name, count in divisions.items() if name]
    who = "\n".join("、".join(each[at : at + told]) for at in range(0, len(each), told)) if told else ""
    return Band((Cell(people, 0.28, Look.QUIET, team_name(team)), Cell(who, 0.72)), Ground.RULED)


def doing(workshop: Workshop, meeting: Meeting) -> tuple[Doing, ...]:
    """What each 班 does now in the current item; those that do the same stand together."""
    item = meeting.item
    if item is None or meeting.index is None:
        return ()
    seconds = meeting.rows[meeting.index].seconds
    found: dict[tuple[str, str, str], list[int]] = {}
    for team in _numbers(workshop, item):
        step = step_at(steps_today(workshop.team_steps.values(), item, team), seconds)
        if step is not None:
            left = "" if meeting.doubtful else clock_text(step[1])
            found.setdefault((step[0].title, step[0].task, left), []).append(team)
    return tuple(Doing(_told(teams, workshop), *what) for what, teams in found.items())


def _numbers(workshop: Workshop, item: AgendaItem) -> list[int]:
    named = {step.team for step in workshop.team_steps.values() if step.item_id == item.id}
    return sorted(named - {0} | set(range(1, workshop.details.teams + 1))) or sorted(named)


def _told(teams: list[int], workshop: Workshop) -> str:
    if teams == [0] or len(teams) == workshop.details.teams:
        return all_teams() if workshop.details.teams else _("All of us")
    return "・".join(map(team_name, teams))


def at_work(doings: tuple[Doing, ...]) -> Sheet:
    """What the 班 do, with a place for the clock of each."""
    two = len(doings) >= BESIDE
    return Sheet(tuple(_narrow(one) if two else _wide(one) for one in doings), columns=2 if two else 1)


def _wide(one: Doing) -> Band:
    cells = (Cell(one.told, 0.2, Look.KEY), Cell(one.task, 0.56, label=one.title), Cell("", 0.24, Look.REST))
    return Band(cells, Ground.CARD)


def _narrow(one: Doing) -> Band:
    return Band((Cell(one.title, 0.66, Look.PLAIN, one.told), Cell("", 0.34, Look.REST)), Ground.CARD)
