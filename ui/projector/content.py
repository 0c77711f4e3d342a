"""What each format works on, as sheets for the wall: only what is put on show, or what an item's phase is there for.

Left out on purpose: materials, remarks on last time's actions, minutes of anybody's own work, and every contact.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from models.cases import ReviewKind
from models.decisions import ActionStatus, CarriedAction
from models.formats import Knack, ProcessStep, ShownCase, process_hours
from models.language import gettext as _
from models.workshop import Details, Workshop, WorkshopFormat, in_order
from ui.projector.bands import Band, Cell, Ground, Look, Sheet, before_and_after
from ui.projector.teams import seated
from ui.wall import OnShow, Show


@dataclass(frozen=True, slots=True)
class Displayed:
    """A sheet with what stands above it: a title, and a line or two below that."""

    title: str
    line: str
    sheet: Sheet


def displayed(workshop: Workshop, on_show: OnShow) -> Displayed | None:
    """What was put on show; None when there is nothing of it (any more)."""
    makers: dict[Show, Callable[[], Displayed | None]] = {
        Show.KNACK: lambda: _knack(workshop.knacks.get(on_show.id)),
        Show.CASE: lambda: _case(workshop.shown_cases.get(on_show.id)),
        Show.PLEDGES: lambda: _pledges(workshop),
        Show.OWN_WORK: lambda: _own_work(workshop),
        Show.STEPS: lambda: _steps(workshop),
        Show.TEAMS: lambda: _titled(_("Who sits where"), "", seated(workshop)),
        Show.LAST_TIME: lambda: _titled(_("What we decided last time"), "", last_time(workshop)),
    }
    return makers[on_show.what]()


def _titled(title: str, line: str, sheet: Sheet | None) -> Displayed | None:
    return None if sheet is None or not sheet.bands else Displayed(title, line, sheet)


def _changed(before: str, after: str) -> tuple[Band, ...]:
    return before_and_after(before, after, (_("Until now"), _("From now on")))


def _knack(knack: Knack | None) -> Displayed | None:
    if knack is None:
        return None
    lines = [line.strip() for line in knack.steps.splitlines() if line.strip()]
    steps = tuple(
        Band((Cell(str(number), 0.07, Look.NUMBER), Cell(line, 0.93))) for number, line in enumerate(lines, start=1)
    )
    return Displayed(knack.title, knack.presenter, Sheet((*_changed(knack.before, knack.after), *steps)))


def _case(case: ShownCase | None) -> Displayed | None:
    if case is None:
        return None
    told = ((_("What was hard"), case.problem, Look.PLAIN), (_("What it brought"), case.effect, Look.BOLD))
    problem, effect = (
        (Band((Cell(label, 0.2, Look.KEY), Cell(text, 0.8, look))),) if text else () for label, text, look in told
    )
    return Displayed(case.title, case.bureau, Sheet((*problem, *_changed(case.before, case.after), *effect)))


def _pledges(workshop: Workshop) -> Displayed | None:
    bands = (
        Band((Cell("○", 0.05, Look.KEY), Cell(pledge.text, 0.67, Look.BOLD), Cell(pledge.by, 0.28, Look.QUIET)))
        for pledge in in_order(workshop.pledges)
        if pledge.text
    )
    training = workshop.details.format is WorkshopFormat.TRAINING
    title = _("Declarations") if training else _("What we do from tomorrow on")
    return _titled(title, "", Sheet(_ruled(bands)))


def _ruled(bands: Iterator[Band]) -> tuple[Band, ...]:
    return tuple(Band(band.cells, Ground.RULED) for band in bands)


def _review_words() -> Mapping[ReviewKind | None, str]:
    return {
        ReviewKind.ELIMINATE: _("Stop it"),
        ReviewKind.COMBINE: _("Combine"),
        ReviewKind.REARRANGE: _("Swap"),
        ReviewKind.SIMPLIFY: _("Simplify"),
        None: "―",
    }


def four_ways() -> Sheet:
    """The four ways to review one's work (ECRS), each with the question to ask."""
    words = _review_words()
    questions = (
        (ReviewKind.ELIMINATE, _("Would anybody miss it if it were gone?")),
        (ReviewKind.COMBINE, _("Can it be done at one time, in one place?")),
        (ReviewKind.REARRANGE, _("Is there a better order, place or person?")),
        (ReviewKind.SIMPLIFY, _("Can it be less, or easier?")),
    )
    return Sheet(_ruled(Band((Cell(words[kind], 0.24, Look.KEY), Cell(text, 0.76))) for kind, text in questions))


def _own_work(workshop: Workshop) -> Displayed | None:
    words = _review_words()
    bands = (
        Band(
            (
                Cell(words[work.review], 0.2, Look.KEY if work.review else Look.QUIET),
                Cell(work.what, 0.4, Look.BOLD),
                Cell(work.change, 0.4),
            )
        )
        for work in in_order(workshop.own_works)
        if work.what
    )
    return _titled(_("Our own work, and how we would review it"), "", Sheet(_ruled(bands)))


def _hours(hours: float) -> str:
    return f"{hours:,.1f}" if 0 < hours < 10 else f"{hours:,.0f}"


def _minutes(minutes: float) -> str:
    return f"{minutes:,.1f}".removesuffix(".0")


def _steps(workshop: Workshop) -> Displayed | None:
    steps = [step for step in in_order(workshop.process_steps) if step.what]
    before, after = process_hours(steps)
    line = _("{hours} hours a year").format(hours=_hours(before)) if before else ""
    if any(step.minutes_after is not None for step in steps):
        line = _("{before} hours a year → {after} hours").format(before=_hours(before), after=_hours(after))
    head = Band(
        (
            Cell("", 0.07),
            Cell(_("Step"), 0.27, Look.KEY),
            Cell(_("Time and times a year"), 0.2, Look.KEY),
            Cell(_("What hurts"), 0.22, Look.KEY),
            Cell(_("With a tool"), 0.24, Look.KEY),
        )
    )
    bands = _ruled(_step(number, step) for number, step in enumerate(steps, start=1))
    return _titled(workshop.details.subject or _("Steps of the work"), line, Sheet(bands, head))


def _step(number: int, step: ProcessStep) -> Band:
    return Band(
        (
            Cell(str(number), 0.07, Look.NUMBER),
            Cell(step.who, 0.27, Look.QUIET, step.what),
            Cell(_how_often(step), 0.2),
            Cell(step.pain, 0.22),
            Cell(step.tool, 0.24, label=_then(step)),
        )
    )


def _how_often(step: ProcessStep) -> str:
    told = [_("{minutes} min").format(minutes=_minutes(step.minutes)) if step.minutes else ""]
    told.append(_("{times} times").format(times=_minutes(step.times_per_year)) if step.times_per_year else "")
    return "\n".join(filter(None, told))


def _then(step: ProcessStep) -> str:
    if step.minutes_after is None:
        return ""
    if step.minutes_after == 0:
        return _("→ no longer needed")
    return _("→ {minutes} min").format(minutes=_minutes(step.minutes_after))


def _state(status: ActionStatus) -> Cell:
    words, look = {
        ActionStatus.DONE: (_("(last time) done"), Look.DONE),
        ActionStatus.DOING: (_("(last time) going on"), Look.GOING),
        ActionStatus.STOPPED: (_("(last time) stopped"), Look.STOPPED),
        ActionStatus.OPEN: (_("(last time) not yet"), Look.WAITING),
    }[status]
    return Cell(words, 0.22, look)


def _carried(action: CarriedAction) -> Band:
    due = "" if action.due is None else _("until {month}/{day}").format(month=action.due.month, day=action.due.day)
    beside = "\n".join(filter(None, (action.owner, due)))
    return Band((_state(action.status), Cell(action.what, 0.51, Look.BOLD), Cell(beside, 0.27, Look.QUIET)))


def last_time(workshop: Workshop) -> Sheet | None:
    """What became of last time's actions; None when there are none."""
    bands = _ruled(_carried(action) for action in in_order(workshop.carried) if action.what)
    return Sheet(bands) if bands else None


def promises(details: Details) -> tuple[str, ...]:
    """What the room promises each other: its own ground rules, or else three that always hold."""
    own = tuple(line.strip() for line in details.ground_rules.splitlines() if line.strip())
    return own or (
        _("We do not say no to what others say"),
        _("We listen to the end"),
        _("Who said what stays in this room"),
    )


def opening(details: Details) -> Sheet:
    """The first minutes: the question, the card of ground rules, and the icebreaker."""
    rules = "\n".join("○　" + promise for promise in promises(details))
    bands = (
        Band((Cell(details.question, 1.0, Look.TITLE),)) if details.question else None,
        Band((Cell(_("Here we can talk"), 0.28, Look.KEY), Cell(rules, 0.72)), Ground.CARD),
        Band((Cell(_("A word to begin with"), 0.28, Look.KEY), Cell(details.icebreaker, 0.72)), Ground.CARD)
        if details.icebreaker
        else None,
    )
    return Sheet(tuple(band for band in bands if band is not None))
