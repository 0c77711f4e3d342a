"""What of the history may be shown again: no more than the room saw, and in no words but today's.

A note is in it from the moment at which everybody could see it: notes written in silence or in a 班's lane come all at
once, since their order and their lane tell who wrote what. A note that is kept from the room today is left out
whole. Of what was reworded or taken away since, the earlier words do not come back. Dots come when the vote is closed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from models.board import Cluster, DotVote, Family, Note, Payoff, Relation
from models.edits.change import Change, Entity
from models.replaying.unwinding import BOARD, Key, State
from models.timing import Timing
from models.workshop import Details, Workshop

_STAGES: tuple[type[Entity], ...] = (Details, *BOARD)
"""In this order each depends only on those before it."""


class Showing:
    """The shown state, which follows the steps of a history; `shown` is changed in place."""

    def __init__(self, today: Workshop) -> None:
        self._today = today
        self._raw: State = {}
        self.shown: State = {}
        self._seen: set[str] = set()
        self._otherwise: set[Key] = set()
        self.gathered = False
        """Whether there was a note that everybody saw only later than it was written."""
        self._kept_back = {note.id for note in today.notes.values() if note.hidden or note.team}
        self._in_it: Counter[str] = Counter()
        """How many shown notes a group has, and how many shown groups a family."""
        self._hanging: defaultdict[str, set[Key]] = defaultdict(set)
        """What hangs on a group, family or note: arrows, dots, places in the matrix."""
        self._stale: defaultdict[type[Entity], set[str]] = defaultdict(set)
        self._as_shown: Mapping[type[Entity], Callable[[Any], Entity | None]] = {
            Details: self._details,
            Note: self._note,
            Cluster: self._cluster,
            Family: self._family,
            Relation: self._relation,
            DotVote: self._vote,
            Payoff: lambda payoff: payoff if self._is_shown(payoff.id) else None,
        }

    def take(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Follow a step. Returns what it changed of what is shown."""
        for change in changes:
            if change.key[0] is not Timing:
                self._keep(change)
        found: list[Change] = []
        for kind in _STAGES:
            for entity_id in sorted(self._stale.pop(kind, ())):
                found += self._settled((kind, entity_id))
        return tuple(found)

    @property
    def reworded(self) -> bool:
        """Whether anything that is shown now had other words then."""
        return bool(self._otherwise)

    def unseen(self) -> int:
        """How many of today's notes are not shown."""
        return len(self._today.notes.keys() - self._seen)

    def _keep(self, change: Change) -> None:
        key = change.key
        if change.after is None:
            self._raw.pop(key, None)
        else:
            self._raw[key] = change.after
        for end in _ends(change.entity):
            self._hanging[end].add(key)
        self._stale[key[0]].add(key[1])

    def _settled(self, key: Key) -> list[Change]:
        """Make one entity what is to be shown of it; what depends on that is looked at in its turn."""
        raw, old = self._raw.get(key), self.shown.get(key)
        new = None if raw is None else self._as_shown[key[0]](raw)
        if new is None or _words(raw) == _words(new):
            self._otherwise.discard(key)
        else:
            self._otherwise.add(key)
        if new == old:
            return []
        if new is None:
            del self.shown[key]
        else:
            self.shown[key] = new
        self._tell(key, old, new)
        return [Change(old, new)]

    def _tell(self, key: Key, old: Entity | None, new: Entity | None) -> None:
        if key[0] is Details:
            self._stale[DotVote] |= {entity_id for kind, entity_id in self._raw if kind is DotVote}
        left, entered = _home(old), _home(new)
        if left != entered:
            for home, step in ((left, -1), (entered, 1)):
                if home is not None:
                    self._in_it[home[1]] += step
                    self._stale[home[0]].add(home[1])
        if (old is None) != (new is None):
            for kind, entity_id in self._hanging.get(key[1], ()):
                self._stale[kind].add(entity_id)

    def _is_shown(self, entity_id: str) -> bool:
        return any((kind, entity_id) in self.shown for kind in (Note, Cluster, Family))

    def _details(self, details: Details) -> Details:
        closed = details.votes_closed
        return replace(
            self._today.details,
            teams=0,
            silent=details.silent,
            votes_closed=closed,
            voters=details.voters if closed else 0,
            blank_votes=details.blank_votes if closed else 0,
        )

    def _note(self, note: Note) -> Note | None:
        if note.id in self._kept_back:
            return None
        if note.id not in self._seen:
            if note.hidden or note.team:
                self.gathered = True
                return None
            self._seen.add(note.id)
        known = self._today.notes.get(note.id)
        text = "" if known is None else known.text
        return note if (note.text, note.team) == (text, 0) else replace(note, text=text, team=0)

    def _cluster(self, cluster: Cluster) -> Cluster | None:
        if not self._in_it[cluster.id]:
            return None
        known = self._today.clusters.get(cluster.id)
        title = known.title if known is not None and cluster.title else ""
        return replace(cluster, title=title, opinions="", measures="")

    def _family(self, family: Family) -> Family | None:
        if not self._in_it[family.id]:
            return None
        known = self._today.families.get(family.id)
        return replace(family, title=known.title if known is not None and family.title else "")

    def _relation(self, relation: Relation) -> Relation | None:
        if not (self._is_shown(relation.source_id) and self._is_shown(relation.target_id)):
            return None
        known = self._today.relations.get(relation.id)
        return replace(relation, label=known.label if known is not None and relation.label else "")

    def _vote(self, vote: DotVote) -> DotVote | None:
        details = self._raw[Details, self._today.id]
        assert isinstance(details, Details)
        return vote if details.votes_closed and self._is_shown(vote.id) else None


def _words(entity: Entity | None) -> str:
    """What is to be read on a note, a group, a family or an arrow."""
    if isinstance(entity, Note):
        return entity.text
    if isinstance(entity, Cluster | Family):
        return entity.title
    return entity.label if isinstance(entity, Relation) else ""


def _ends(entity: Entity) -> tuple[str, ...]:
    if isinstance(entity, Relation):
        return entity.source_id, entity.target_id
    return (entity.id,) if isinstance(entity, DotVote | Payoff) else ()


def _home(entity: Entity | None) -> Key | None:
    """The group a note is in, or the family a group is in."""
    if isinstance(entity, Note) and entity.cluster_id is not None:
        return Cluster, entity.cluster_id
    if isinstance(entity, Cluster) and entity.family_id is not None:
        return Family, entity.family_id
    return None
