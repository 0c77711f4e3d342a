"""Edits of the running clock. They are journalled facts, and undo passes them over: time that ran has run."""

from dataclasses import replace

from models.agenda import MAX_MINUTES, AgendaItem
from models.edits.change import Edit, put, remove
from models.meeting import had_its_break, reached
from models.timing import Moment, Timing, ended, is_astray, paused, restarted_from, started
from models.workshop import Workshop


def _clock(workshop: Workshop, kind: str, *timings: Timing) -> Edit:
    return replace(put(workshop, kind, *timings), undoable=False)


def _left(workshop: Workshop, now: Moment) -> list[Timing]:
    return [ended(timing, now) for timing in workshop.timings.values() if timing.current]


def _following(workshop: Workshop) -> list[AgendaItem]:
    """The items that have any time behind the one reached, without breaks the room has had."""
    ahead = workshop.agenda_items()[reached(workshop) + 1 :]
    return [one for one in ahead if not one.is_passed_over and not had_its_break(one, workshop.timings.get(one.id))]


def start(workshop: Workshop, now: Moment) -> Edit:
    """The current item's clock goes on; before the meeting the first item begins, after it the last goes on."""
    item = workshop.current_item()
    if item is None:
        items = workshop.agenda_items()
        if not items:
            return Edit("clock_started", (), undoable=False)
        following = _following(workshop)
        return go_to(workshop, following[0] if following else items[-1], now)
    return _clock(workshop, "clock_started", started(workshop.timings[item.id], item.id, now))


def pause(workshop: Workshop, now: Moment) -> Edit:
    """The current item's clock stands still."""
    running = (timing for timing in workshop.timings.values() if timing.current and timing.running)
    return _clock(workshop, "clock_paused", *(paused(timing, now) for timing in running))


def go_to(workshop: Workshop, item: AgendaItem, now: Moment) -> Edit:
    """The room leaves its item for another, whose clock goes at once, after what it already ran."""
    left = [timing for timing in _left(workshop, now) if timing.id != item.id]
    return _clock(workshop, "item_started", *left, started(workshop.timings.get(item.id), item.id, now))


def next_item(workshop: Workshop, now: Moment) -> Edit:
    """The next item of the agenda that has any time begins; behind the last one the meeting is over."""
    following = _following(workshop)
    if following:
        return go_to(workshop, following[0], now)
    return _clock(workshop, "meeting_ended", *_left(workshop, now))


def extend(workshop: Workshop, minutes: int) -> Edit:
    """The current item gets `minutes` more (or less) than planned."""
    item = workshop.current_item()
    if item is None:
        return Edit("clock_extended", (), undoable=False)
    timing = workshop.timings[item.id]
    extension = max(-item.timebox, min(MAX_MINUTES, timing.extension + minutes))
    return _clock(workshop, "clock_extended", replace(timing, extension=extension))


def start_over(workshop: Workshop) -> Edit:
    """What ran is forgotten, as before the meeting: a rehearsal is over. Notes and all else stay."""
    return replace(remove("meeting_forgotten", *workshop.timings.values()), undoable=False)


def anchor(workshop: Workshop, now: Moment) -> Edit:
    """After a restart, or when the wall clock was put right: what ran is counted, and measured on from now.

    So a restart later in the same item, when only the wall clock is left, is not misled. Changes nothing otherwise.
    """
    astray = (one for one in workshop.timings.values() if one.current and is_astray(one, now))
    return _clock(workshop, "clock_anchored", *(replace(paused(one, now), since=now) for one in astray))


def correct(workshop: Workshop, seconds: float, now: Moment) -> Edit:
    """After a doubtful restart: the facilitator says how long the current item has run."""
    item = workshop.current_item()
    if item is None:
        return Edit("clock_corrected", (), undoable=False)
    return _clock(workshop, "clock_corrected", restarted_from(workshop.timings[item.id], seconds, now))
