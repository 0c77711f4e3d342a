"""What a suggestion of groups is: plain frozen values that a screen can preview and a person can take in part."""

from dataclasses import dataclass


class Cancelled(Exception):  # a person's wish, caught by whoever offered to cancel; never shown
    """The caller asked, through `cancelled`, to stop: there is no suggestion."""


@dataclass(frozen=True, slots=True)
class SuggestedMember:
    """One free note that fits a group.

    `reason` is a short sentence in the interface's language. `strength` is the note's mean likeness to the rest of
    its group, 0..1: around 0.1 it just fits, 0.4 and more is plain; 1 is the same text.
    """

    note_id: str
    reason: str
    strength: float


@dataclass(frozen=True, slots=True)
class SuggestedGroup:
    """Notes that are close to each other.

    `cluster_id` is the existing group that these notes would extend, or None for a new group. `title` is a proposal
    in the notes' own words (an existing group keeps the title it has). `members` are free notes only, the closest
    first; `reason` says what they share.
    """

    cluster_id: str | None
    title: str
    members: tuple[SuggestedMember, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Groups, the largest first, and the ids of the notes that are better left alone (一匹狼).

    Every note that is in no group yet appears exactly once, in `groups` or in `alone`; a note that a person has
    already put into a group appears nowhere, because nothing is suggested for it.
    """

    groups: tuple[SuggestedGroup, ...] = ()
    alone: tuple[str, ...] = ()
