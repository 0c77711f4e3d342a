"""What each kind of edit is called when it can be undone or redone."""

from models.language import gettext as _

_PLACES = {
    "board": ("note", "notes", "cluster", "clusters", "silence", "suggestion", "board", "family", "relation"),
    "decide": ("dots", "vote", "votes", "blank", "decision", "action", "payoff"),
    "content": ("knack", "pledge", "shown_case", "own_work", "process_step"),
    "prepare": ("agenda", "seat", "teams", "check"),
    "library": ("case",),
}
_ELSEWHERE = {"cluster_worded": "close", "teams_brought_together": "board"}
"""Kinds of edits that are made elsewhere than others that begin with the same word."""


def edit_place(kind: str) -> str:
    """The place (ui.screens) where what a kind of edit changes is seen; empty where it is more than one."""
    if kind in _ELSEWHERE:
        return _ELSEWHERE[kind]
    return next((place for place, words in _PLACES.items() if _begins(kind, words)), "")


def _begins(kind: str, words: tuple[str, ...]) -> bool:
    return any(kind.startswith(f"{word}_") for word in words)


def edit_name(kind: str) -> str:
    """The name of a kind of edit, as it stands behind 「元に戻す」."""
    names = {
        "notes_added": _("adding notes"),
        "note_reworded": _("rewording a note"),
        "notes_recoloured": _("changing the kind of notes"),
        "notes_moved": _("moving notes"),
        "notes_deleted": _("deleting notes"),
        "silence_started": _("hiding new notes"),
        "notes_revealed": _("showing the notes"),
        "notes_grouped": _("grouping notes"),
        "notes_joined": _("putting notes into a group"),
        "notes_freed": _("taking notes out of a group"),
        "cluster_named": _("naming a group"),
        "cluster_worded": _("wording a group for the minutes"),
        "clusters_merged": _("merging groups"),
        "cluster_dissolved": _("dissolving a group"),
        "suggestion_taken": _("taking a suggestion"),
        "notes_duplicated": _("copying notes"),
        "note_split": _("splitting a note"),
        "notes_merged": _("merging notes"),
        "notes_locked": _("locking notes"),
        "notes_unlocked": _("unlocking notes"),
        "notes_aligned": _("aligning notes"),
        "notes_tidied": _("tidying notes"),
        "cluster_stacked": _("stacking a group"),
        "cluster_unstacked": _("unstacking a group"),
        "board_tidied": _("tidying the board"),
        "item_added": _("adding an agenda item"),
        "item_changed": _("changing an agenda item"),
        "item_moved": _("moving an agenda item"),
        "item_deleted": _("deleting an agenda item"),
        "dots_counted": _("counting dots"),
        "vote_rules_set": _("agreeing on dots and voters"),
        "blank_votes_counted": _("counting blank votes"),
        "vote_turn_passed": _("passing the turn to vote"),
        "votes_closed": _("closing the vote"),
        "votes_reopened": _("reopening the vote"),
        "decision_added": _("adding a decision"),
        "decision_changed": _("changing a decision"),
        "decision_deleted": _("deleting a decision"),
        "action_added": _("adding an action"),
        "action_changed": _("changing an action"),
        "action_deleted": _("deleting an action"),
        "participant_added": _("adding attendance"),
        "participant_changed": _("changing attendance"),
        "participant_deleted": _("deleting attendance"),
        "details_changed": _("changing the workshop's details"),
        "workshop_archived": _("putting the workshop away"),
        "case_added": _("adding a case"),
        "case_changed": _("changing a case"),
        "case_deleted": _("deleting a case"),
        "item_doubled": _("doubling an agenda item"),
        "break_put_in": _("putting in a break"),
        "item_skipped": _("leaving out an agenda item"),
        "item_restored": _("taking an agenda item in again"),
        "agenda_fitted": _("fitting the agenda to its time"),
        "agenda_replaced": _("replacing the agenda"),
        "teams_made": _("making the teams"),
        "teams_cleared": _("clearing the teams"),
        "seat_moved": _("moving a person to another team"),
        "teams_brought_together": _("bringing the teams' notes together"),
        "replanned": _("re-planning what is to come"),
        "family_formed": _("grouping groups"),
        "family_joined": _("putting groups into a bigger group"),
        "family_left": _("taking groups out of a bigger group"),
        "family_named": _("naming a bigger group"),
        "family_dissolved": _("dissolving a bigger group"),
        "relation_drawn": _("drawing a relation"),
        "relation_changed": _("changing a relation"),
        "relation_turned": _("turning a relation"),
        "relation_deleted": _("deleting a relation"),
        "payoff_placed": _("placing in the matrix"),
        "payoff_put_aside": _("taking out of the matrix"),
        "plan_restored": _("going back to the plan"),
    }
    return names.get(kind) or _list_edit_name(kind)


def _list_edit_name(kind: str) -> str:
    """The name of an edit of a simple list."""
    things = {
        "step": _("a step of group work"),
        "carried": _("homework of last time"),
        "knack": _("a knack"),
        "pledge": _("a pledge"),
        "shown_case": _("a case on show"),
        "own_work": _("a piece of work"),
        "process_step": _("a step of the process"),
        "check": _("an entry of the checklist"),
    }
    deeds = {
        "added": _("adding {thing}"),
        "changed": _("changing {thing}"),
        "moved": _("moving {thing}"),
        "deleted": _("deleting {thing}"),
    }
    noun, deed = kind.rsplit("_", 1)
    return deeds[deed].format(thing=things[noun])
