"""The projector in every phase of every format, and what the facilitator sees meanwhile."""

from collections.abc import Iterator
from datetime import UTC, timedelta

from models.agenda import AgendaPhase
from models.edits import running
from models.timing import Moment
from models.workshop import WorkshopFormat, in_order
from tests.shots.stage import ALL_SIZES, Picture, Stage
from ui.projector.window import ProjectorWindow
from ui.screens import RUN
from ui.wall import OnShow, Show


def scenes(stage: Stage) -> Iterator[Picture]:
    """Format after format; for the 皆議 also what comes of a phase that lasts too long."""
    for kind in WorkshopFormat:
        stage.open_copy(stage.before_the_meeting(kind))
        yield from _phases(stage, kind)
    stage.open_copy(stage.before_the_meeting(WorkshopFormat.KAIGI))
    stage.window.show_screen(RUN)
    yield from _overrun(stage)


def _phases(stage: Stage, kind: WorkshopFormat) -> Iterator[Picture]:
    live = stage.window.open_live()
    live.clock = stage.clock
    projector = ProjectorWindow(live)
    projector.show()
    stage.window.show_screen(RUN)
    for phase in dict.fromkeys(item.phase for item in live.workshop.agenda_items()):
        _be_at(stage, phase, 0.4)
        _put_on(stage, phase)
        yield Picture(f"projector-{kind}-{phase}", widget=projector)
        if phase in (AgendaPhase.WRITE, AgendaPhase.LAST_TIME):
            yield Picture(f"run-{kind}-{phase}")
    live.wall.take_off()
    projector.close()


def _be_at(stage: Stage, phase: AgendaPhase, share: float) -> None:
    """Have the room be at an item of which so great a share is over, everything before it on time."""
    live = stage.window.open_live()
    items = live.workshop.agenda_items()
    item = next(item for item in items if item.phase is phase)
    seconds = item.timebox * 60 * share
    before = sum(one.timebox for one in items[: items.index(item)])
    begun = live.workshop.starts.astimezone(UTC) + timedelta(minutes=before, seconds=seconds)
    now = Moment(begun, begun.timestamp(), "drawing")
    live.clock = stage.clock
    stage.clock.now = now
    live.apply(running.go_to(live.workshop, item, now))
    live.apply(running.correct(live.workshop, seconds, now))


def _put_on(stage: Stage, phase: AgendaPhase) -> None:
    """Put on show what a facilitator would in this phase."""
    live = stage.window.open_live()
    workshop = live.workshop
    first_knack = next(iter(in_order(workshop.knacks)), None)
    first_case = next(iter(in_order(workshop.shown_cases)), None)
    shows = {
        AgendaPhase.PRESENT: OnShow(Show.KNACK, first_knack.id) if first_knack else None,
        AgendaPhase.CASES: OnShow(Show.CASE, first_case.id) if first_case else None,
        AgendaPhase.OWN_WORK: OnShow(Show.OWN_WORK) if workshop.own_works else None,
        AgendaPhase.STEPS: OnShow(Show.STEPS) if workshop.process_steps else None,
        AgendaPhase.PLEDGE: OnShow(Show.PLEDGES) if workshop.pledges else None,
    }
    on_show = shows.get(phase)
    if on_show is not None:
        live.wall.put_on(on_show)


def _overrun(stage: Stage) -> Iterator[Picture]:
    screen = stage.window.made(RUN)
    _be_at(stage, AgendaPhase.GROUP, 0.85)
    yield Picture("run-soon")
    _be_at(stage, AgendaPhase.GROUP, 1.6)
    yield Picture("run-over", sizes=ALL_SIZES)
    screen.replanning.toggle()
    yield Picture("run-replans", sizes=ALL_SIZES)
    screen.replanning.take(1)
    yield Picture("run-replanned")
