"""Edits of decisions, actions, participants and the workshop's details."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from models.agenda import locked_start
from models.decisions import ActionItem, Decision
from models.edits.change import Edit, cleaned, merged, new_id, next_order, put, remove
from models.edits.teams import seats_followed, seats_gone
from models.workshop import Details, Participant, Workshop


def add_decision(workshop: Workshop, text: str, reason: str = "", cluster_id: str | None = None) -> Edit:
    """A new decision, the last in the list."""
    order = next_order(workshop.decisions.values())
    return put(workshop, "decision_added", cleaned(Decision(new_id(), order, text, reason, cluster_id)))


def set_decision(workshop: Workshop, decision: Decision) -> Edit:
    """A decision's new wording, reason or group."""
    return put(workshop, "decision_changed", cleaned(decision))


def delete_decision(workshop: Workshop, decision_id: str) -> Edit:
    """A decision taken away."""
    return remove("decision_deleted", workshop.decisions[decision_id])


def add_action(
    workshop: Workshop, what: str, owner: str = "", due: date | None = None, cluster_id: str | None = None
) -> Edit:
    """A new action, the last in the list."""
    order = next_order(workshop.actions.values())
    return put(workshop, "action_added", cleaned(ActionItem(new_id(), order, what, owner, due, cluster_id=cluster_id)))


def set_action(workshop: Workshop, action: ActionItem) -> Edit:
    """What is newly said of an action."""
    return put(workshop, "action_changed", cleaned(action))


def delete_action(workshop: Workshop, action_id: str) -> Edit:
    """An action taken away."""
    return remove("action_deleted", workshop.actions[action_id])


def add_participant(workshop: Workshop, division: str, post: str = "", count: int = 1) -> Edit:
    """A line of attendance: so many people of a 課室 and 職; where there are 班, they sit down in the smallest."""
    order = next_order(workshop.participants.values())
    added = cleaned(Participant(new_id(), order, division, post, max(1, count)))
    return merged("participant_added", put(workshop, "", added), seats_followed(workshop, added))


def set_participant(workshop: Workshop, participant: Participant) -> Edit:
    """A line of attendance, changed; the seats in the 班 follow its number of people."""
    changed = cleaned(participant)
    return merged("participant_changed", put(workshop, "", changed), seats_followed(workshop, changed))


def delete_participant(workshop: Workshop, participant_id: str) -> Edit:
    """A line of attendance taken away, with its seats in the 班."""
    gone = remove("", workshop.participants[participant_id])
    return merged("participant_deleted", seats_gone(workshop, participant_id), gone)


def set_details(workshop: Workshop, details: Details) -> Edit:
    """What is newly said of the workshop as a whole."""
    return put(workshop, "details_changed", cleaned(details))


def started_now(workshop: Workshop, at: datetime) -> Edit:
    """The meeting is planned to begin at `at` (naive local), to the minute, whatever was planned before.

    A start that was locked to a time the meeting does not reach any more is locked no longer.
    """
    begin = at.replace(second=0, microsecond=0)
    end = begin + timedelta(minutes=workshop.details.minutes)
    details = replace(workshop.details, held_on=begin.date(), starts_at=begin.time())
    locks = ((item, locked_start(item, begin)) for item in workshop.agenda_items())
    freed = [replace(item, starts_at=None) for item, lock in locks if lock is not None and lock > end]
    return put(workshop, "details_changed", details, *freed)


def archive(workshop: Workshop, archived: bool = True) -> Edit:
    """The workshop put away from the list, or taken back."""
    return put(workshop, "workshop_archived", replace(workshop.details, archived=archived))
