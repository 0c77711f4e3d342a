"""What a plan means, in sentences: its end and what is booked, locks that cannot be kept, what could be left out."""

from collections.abc import Iterator

from models.agenda import AgendaItem
from models.language import gettext as _
from ui.prepare.plan import Block, Plan

LONG_WAIT = 180
"""Minutes of waiting for a lock that are more likely a slip than a plan."""


def end_told(plan: Plan) -> str:
    """When it ends, and its minutes against the booked ones."""
    told = _("Ends at {end} (total {total} min of {booked} min)")
    waiting = sum(block.wait for block in plan.blocks)
    if waiting:
        told = _("Ends at {end} (total {total} min and {waiting} min of waiting, of {booked} min)")
    booked = round((plan.booked_end - plan.starts).total_seconds() / 60)
    end = f"{plan.end:%H:%M}"
    if plan.end.date() > plan.starts.date():
        end = _("{time} the next day").format(time=end)
    told = told.format(end=end, total=plan.total, waiting=waiting, booked=booked)
    if plan.over > 0:
        told += "　" + _("{minutes} min longer than booked").format(minutes=plan.over)
    elif plan.over < 0:
        told += "　" + _("{minutes} min to spare").format(minutes=-plan.over)
    return told


def problems_told(plan: Plan) -> list[str]:
    """What is wrong with the plan as a whole, apart from being longer than booked."""
    return list(_problems(plan))


def _problems(plan: Plan) -> Iterator[str]:
    if plan.room_end is not None and plan.end > plan.room_end:
        minutes = round((plan.end - plan.room_end).total_seconds() / 60)
        yield _("The room is free until {until}; the agenda is {minutes} min too long for it.").format(
            until=f"{plan.room_end:%H:%M}", minutes=minutes
        )
    late = [block for block in plan.blocks if block.late]
    if late:
        numbers = _(", ").join(_("No. {number}").format(number=block.number) for block in late)
        yield _("Locked starts that cannot be kept: {numbers}").format(numbers=numbers)


def start_told(block: Block, begins: str) -> tuple[str, bool]:
    """What is to be said of an item's locked start, and whether it is wrong; empty for nothing."""
    locked = f"{block.item.starts_at:%H:%M}" if block.item.starts_at else ""
    if block.late:
        told = _(
            "Its start is locked to {locked}, but it would begin at {start}: {minutes} min are too many before it."
        )
        return told.format(locked=locked, start=f"{block.start:%H:%M}", minutes=block.late), True
    if block.wait > LONG_WAIT:
        told = _("The meeting begins at {begins}; {locked} is not within it, and the room would wait {minutes} min.")
        return told.format(begins=begins, locked=locked, minutes=block.wait), True
    if block.wait:
        return _("The room waits {minutes} min for {locked}.").format(minutes=block.wait, locked=locked), False
    return "", False


def fit_told(plan: Plan, items: list[AgendaItem]) -> tuple[str, str]:
    """What fitting came to, and the look of a notice for it (see `Notice.tell`)."""
    left = [item for item in items if item.optional and not item.skipped]
    late = max((block.number for block in plan.blocks if block.late), default=0)
    if plan.over <= 0 and late:
        before = [item for item in items[:late] if item in left]
        return "\n".join([*problems_told(plan), _could_be_left_out(before)]), "warning"
    if plan.over > 0:
        told = _("What can be shortened was shortened; it is still {minutes} min too long.").format(minutes=plan.over)
        return told + _could_be_left_out(left), "warning"
    if plan.over < 0:
        told = _("Protected items keep their minutes; {minutes} min are left over.").format(minutes=-plan.over)
        return told, "warning"
    return _("The agenda now ends at {end}, as booked.").format(end=f"{plan.end:%H:%M}"), "success"


def _could_be_left_out(items: list[AgendaItem]) -> str:
    """What of these optional items can go; one with a locked start is never left out."""
    free = [item for item in items if item.starts_at is None]
    if free:
        return _("These could be left out: {items}").format(items=_named(free))
    if items:
        told = _(
            "{items} is optional, but its start is locked, and so it is not left out: unlock it, shorten a least time,"
            " or book a longer time."
        )
        return told.format(items=_named(items))
    return _("Nothing is marked as optional: shorten a least time, take an item out, or book a longer time.")


def _named(items: list[AgendaItem]) -> str:
    named = (_("“{title}” ({minutes} min)").format(title=item.title, minutes=item.timebox) for item in items)
    return _(", ").join(named)
