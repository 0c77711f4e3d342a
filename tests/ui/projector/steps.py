"""Steps that the projector's tests share."""

from models.agenda import AgendaItem, AgendaPhase
from models.edits import agenda, lists, running
from tests.clock import FakeClock
from ui.live_document import LiveDocument


def go(live: LiveDocument, clock: FakeClock, phase: AgendaPhase) -> AgendaItem:
    """Have the room be at an item of this phase, put in at the end where the agenda has none."""
    if not any(item.phase is phase for item in live.workshop.agenda_items()):
        live.apply(agenda.add_item(live.workshop, f"{phase}の項目", 10, phase=phase))
    item = next(item for item in live.workshop.agenda_items() if item.phase is phase)
    live.apply(running.go_to(live.workshop, item, clock()))
    return item


def add(live: LiveDocument, kind: type[lists.L], /, **fields: object) -> lists.L:
    """A new entity in one of the simple lists."""
    live.apply(lists.add_row(live.workshop, kind, **fields))
    return lists.listed(live.workshop, kind)[-1]
