"""How groups, actions and effects are told in a line."""

from collections.abc import Sequence

from models.board import Cluster, DotVote, Note
from models.decisions import TIMES_PER_YEAR, ActionItem, Effect, hours_a_year
from models.edits.change import Edit
from models.language import gettext as _
from models.text import cut
from models.voting import Candidate, Ranked
from models.workshop import Workshop
from ui.day import day_told
from ui.editors import number_told

FREQUENCIES = tuple(TIMES_PER_YEAR)
MOST_TOLD = 3
"""So many numbers that changed are told one by one."""


def group_name(workshop: Workshop, cluster: Cluster) -> str:
    """A group's title; while it has none, how its first note begins."""
    if cluster.title:
        return cluster.title
    first = next(iter(workshop.members(cluster.id)), None)
    return _("(no title yet) {beginning}").format(beginning=cut(first.text, 24).replace("\n", " ") if first else "")


def candidate_name(workshop: Workshop, candidate: Candidate) -> str:
    """A group's name, or the beginning of a lone note's words, in one line."""
    if isinstance(candidate.entity, Note):
        return cut(candidate.entity.text, 60).replace("\n", " ")
    return group_name(workshop, candidate.entity)


def rank_told(ranked: Ranked) -> str:
    """The place, with a word where it is shared; empty where nobody counted."""
    if ranked.place is None:
        return ""
    words = _("No. {place}, tied") if ranked.tied else _("No. {place}")
    return words.format(place=ranked.place)


def result_told(workshop: Workshop) -> str:
    """That the vote is closed, by how many, and how many of them put nothing; what was not counted."""
    told = _("The vote is closed. The most dots come first.")
    uncounted = sum(cluster_id not in workshop.votes for cluster_id in workshop.clusters)
    if uncounted:
        told += _(" Not counted: {count} groups").format(count=uncounted)
    return told + "\n" + turnout_told(workshop)


def turnout_told(workshop: Workshop) -> str:
    """How many voted with how many dots each, and how many of them put nothing; only what somebody said."""
    details = workshop.details
    people = [_("{people} people voted").format(people=f"{details.voters:,}")] if details.voters else []
    each = [_("{dots} dots each").format(dots=details.dots_each)] if details.dots_each else []
    return _(" · ").join((*people, *each, _("blank votes: {count}").format(count=f"{details.blank_votes:,}")))


def vote_changed_told(edit: Edit) -> str:
    """That dots of a closed vote were added up as things became one, empty when none were; see `models.edits.heirs`."""
    votes = [change for change in edit.changes if isinstance(change.entity, DotVote)]
    more = [(_dots(one.before), _dots(one.after)) for one in votes if _dots(one.after) > _dots(one.before)]
    if not more or all(one.after is not None for one in votes):
        return ""
    words = _("The closed vote has changed: {numbers}. Ctrl+Z takes it back.")
    numbers = (_("{before} → {after} dots").format(before=f"{a:,}", after=f"{b:,}") for a, b in more[:MOST_TOLD])
    rest = [_("and {count} more").format(count=len(more) - MOST_TOLD)] if len(more) > MOST_TOLD else []
    return words.format(numbers=_(", ").join((*numbers, *rest)))


def _dots(entity: object) -> int:
    return entity.dots if isinstance(entity, DotVote) else 0


def nothing_to_vote_told() -> str:
    """What to do before anything can be voted on."""
    return _("There are no groups yet. Bring notes together on the notes screen; each group is then voted on here.")


def progress_told(shown: Sequence[Candidate], counted: int) -> str:
    """How many of those shown are counted, and nobody's dots."""
    lone = any(one.is_note for one in shown)
    words = _("Counted: {counted} of {groups}") if lone else _("Counted: {counted} of {groups} groups")
    return words.format(counted=counted, groups=len(shown))


def strokes_told(dots: int, most: int) -> str:
    """The sum, which tells a counter that a press was taken, and nobody who leads."""
    if most:
        return _("{dots} dots so far (at the most {most})").format(dots=f"{dots:,}", most=f"{most:,}")
    return _("{dots} dots so far").format(dots=f"{dots:,}")


def group_choices(workshop: Workshop) -> list[tuple[object, str]]:
    """The groups to choose from, and none of them, which comes first."""
    groups = ((cluster.id, group_name(workshop, cluster)) for cluster in workshop.ordered_clusters())
    return [(None, _("No particular group")), *groups]


def notes_told(count: int) -> str:
    """How many notes."""
    return _("Notes: {count}").format(count=f"{count:,}")


def dots_told(count: int) -> str:
    """How many dots."""
    return _("Dots: {count}").format(count=f"{count:,}")


def frequency_words() -> list[tuple[object, str]]:
    """The frequencies to choose from."""
    words = {"daily": _("a day"), "weekly": _("a week"), "monthly": _("a month"), "yearly": _("a year")}
    return [(key, words[key]) for key in FREQUENCIES]


def frequency_of(times_per_year: float) -> tuple[float, str]:
    """The times and the frequency that make a number of cases a year; 96 is twice a week."""
    for key, times in TIMES_PER_YEAR.items():
        if times_per_year >= times and times_per_year % times == 0:
            return times_per_year / times, key
    return times_per_year, "yearly"


def effect_told(effect: Effect) -> str:
    """The hours a year an action saves, rounded; empty while too little is known."""
    if not effect.is_counted:
        return ""
    hours = round(hours_a_year(effect))
    if hours < 0:
        return _("About {hours} hours more a year").format(hours=f"{-hours:,}")
    return _("About {hours} hours a year").format(hours=f"{hours:,}")


def formula_told(effect: Effect) -> str:
    """How the hours are computed, in figures."""
    if not effect.is_counted:
        return ""
    figures = _("({before} min − {after} min) × {times} cases a year").format(
        before=number_told(effect.minutes_before),
        after=number_told(effect.minutes_after),
        times=number_told(effect.times_per_year),
    )
    people = "" if effect.office_wide else _(" × {people} people").format(people=f"{effect.people:,}")
    new = _(" − {hours} hours newly needed").format(hours=number_told(effect.new_hours)) if effect.new_hours else ""
    return figures + people + " ÷ 60" + new


def action_told(action: ActionItem) -> str:
    """Who, until when, with which effect: what is known of it, in a line."""
    due = _("by {day}").format(day=day_told(action.due)) if action.due else ""
    return _(" · ").join(part for part in (action.owner, due, effect_told(action.effect)) if part)


def open_questions(action: ActionItem) -> str:
    """What is still to be said about an action, as one gentle sentence; empty when all is said."""
    asked = (
        (action.what, _("what to do")),
        (action.owner, _("who does it")),
        (action.due, _("the due date")),
        (action.first_step, _("the first step")),
    )
    missing = [words for value, words in asked if not value]
    return _("Not decided yet: {fields}").format(fields=_(", ").join(missing)) if missing else ""
