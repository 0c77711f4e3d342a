"""What a suggestion of groups is: plain frozen values that a screen can preview and a person can take in part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class Cancelled(Exception):  # a person's wish, caught by whoever offered to cancel; never shown
    """The caller asked, through `cancelled`, to stop: there is no suggestion."""


class Sureness(IntEnum):
    """How sure it is that a note belongs to its group: nearer to it than to the next best by a lot, some, or hardly."""

    WEAK = 0
    FAIR = 1
    PLAIN = 2


@dataclass(frozen=True, slots=True)
class SuggestedMember:
    """One free note that fits a group.

    `strength` is its mean likeness to the rest of the group, 0..1: around 0.1 it just fits, 0.4 and more is plain, 1
    is the same text. `next_best` is the `key` of the group it fits next best of those suggested, or None where there
    is no other.
    """

    note_id: str
    strength: float
    sureness: Sureness
    next_best: str | None = None


@dataclass(frozen=True, slots=True)
class SuggestedGroup:
    """Notes that are close to each other.

    `cluster_id` is the existing group that these notes would extend, or None for a new group. `members` are free
    notes only, the closest first. `key` names the group within one suggestion and is the same at every grain at which
    the group is the same.
    """

    key: str
    cluster_id: str | None
    members: tuple[SuggestedMember, ...]

    @property
    def note_ids(self) -> tuple[str, ...]:
        """The members' ids, the closest first."""
        return tuple(member.note_id for member in self.members)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion at one grain: groups, existing ones first, then the largest; and notes better left alone (一匹狼).

    Every note that is in no group yet appears exactly once, in `groups` or in `alone`; a note that a person has
    already put into a group appears nowhere, because nothing is suggested for it.
    """

    groups: tuple[SuggestedGroup, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestedFamily:
    """Groups that are near each other (groups of groups): their keys, and a reason in the interface's language."""

    group_keys: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Hand:
    """What a person put right in a preview; it holds at every grain.

    `moved` says for a note which other note it goes with, wherever that is; `freed` notes stay alone; `kept` notes are
    where they should be and go with the note named, and are no longer called weak.
    """

    moved: Mapping[str, str] = field(default_factory=dict)
    freed: frozenset[str] = frozenset()
    kept: Mapping[str, str] = field(default_factory=dict)


NO_HAND = Hand()
