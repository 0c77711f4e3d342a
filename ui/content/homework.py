"""Homework made of a process: what is to be changed, by whom, and the hours it should save."""

from collections.abc import Sequence

from models.decisions import ActionItem, Effect
from models.edits import deciding
from models.edits.change import Edit, new_id, next_order
from models.formats import ProcessStep
from models.language import gettext as _
from models.text import clean_line, cut
from models.workshop import Workshop
from ui.content.wording import tame

MOST_OF_A_NAME = 60


def action_of_step(workshop: Workshop, step: ProcessStep) -> ActionItem:
    """The homework of changing one step: its name first, then what is to change."""
    name, change = clean_line(step.what), clean_line(step.tool)
    if change:
        what = _named(name, change)
    elif step.minutes_after == 0:
        what = _named(name, _("leave this step out"))
    else:
        what = _("Review “{step}”").format(step=name)
    return _action(workshop, what, step.who, _effect([step]))


def action_of_process(workshop: Workshop, steps: Sequence[ProcessStep]) -> ActionItem:
    """The homework of changing the whole piece of work; somebody is named only where all steps are theirs."""
    subject = clean_line(workshop.details.subject)
    what = _named(subject, _("review the steps"))
    doers = {step.who for step in steps}
    return _action(workshop, what, doers.pop() if len(doers) == 1 else "", _effect(steps))


def _named(name: str, change: str) -> str:
    """“name: change” in one line; the name may be missing, and gives way where it is too long for both."""
    if not name:
        return change
    return clean_line(_("{name}: {change}").format(name=cut(name, MOST_OF_A_NAME), change=change))


def known_action(workshop: Workshop, action: ActionItem) -> ActionItem | None:
    """The homework of the same words, where there is one already."""
    return next((known for known in workshop.actions.values() if known.what == action.what), None)


def action_edit(workshop: Workshop, action: ActionItem) -> Edit:
    """The new homework, as one step back."""
    edit = deciding.set_action(workshop, action)
    return Edit("action_added", edit.changes)


def _action(workshop: Workshop, what: str, owner: str, effect: Effect) -> ActionItem:
    return ActionItem(new_id(), next_order(workshop.actions.values()), what, owner, effect=effect)


def _effect(steps: Sequence[ProcessStep]) -> Effect:
    """The minutes of all steps a time; where they do not come equally often, those of a whole year.

    The times are the process's own, so people are not multiplied.
    """
    often = {tame(step.times_per_year) for step in steps}
    times = often.pop() if len(often) == 1 else 1.0
    before = sum(tame(step.minutes) * _weight(step, times) for step in steps)
    after = sum(tame(_after(step)) * _weight(step, times) for step in steps)
    return Effect(tame(before), tame(after), times, office_wide=True)


def _weight(step: ProcessStep, times: float) -> float:
    """How often a step comes in the span the minutes are summed for."""
    return 1.0 if tame(step.times_per_year) == times else tame(step.times_per_year)


def _after(step: ProcessStep) -> float:
    return step.minutes if step.minutes_after is None else step.minutes_after
