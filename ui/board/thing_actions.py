"""What a person can do to groups as a whole, to groups of groups, and to the arrows between: each becomes one edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from models.board import RelationKind
from models.edits.change import Edit, applied, merged
from models.edits.clusters import merge_clusters
from models.edits.families import dissolve_family, form_family, join_family, leave_family, rename_family
from models.edits.family_room import gathered, put_outside, set_beside
from models.edits.notes import move_notes
from models.edits.relations import between, delete_relation, is_end, relate, set_relation, turn_relation
from models.edits.room import room_made, set_down
from models.edits.stacking import stack_cluster, unstack_cluster
from models.layout import Place

if TYPE_CHECKING:
    from models.workshop import Workshop

Places = Mapping[str, Place]
_NOWHERE: Places = {}


class ThingActions:
    """Edits of groups, families and relations by their ids; ids that are gone are passed over.

    `places` are where dropped notes lie: they are kept in the same edit. Methods return False when nothing was saved.
    """

    def __init__(self, workshop: Callable[[], Workshop], apply: Callable[..., bool]) -> None:
        self._workshop = workshop
        self._apply = apply

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._workshop()

    def _groups(self, cluster_ids: Iterable[str]) -> list[str]:
        return [i for i in dict.fromkeys(cluster_ids) if i in self.workshop.clusters]

    def _after(self, places: Places, then: Callable[[Workshop], Edit]) -> Edit:
        """Notes lie where they were dropped, and then something is done, in one edit."""
        here = {i: place for i, place in places.items() if i in self.workshop.notes}
        moved = move_notes(self.workshop, here)
        edit = then(applied(self.workshop, moved.changes))
        return merged(edit.kind, moved, edit) if edit.changes else edit

    # groups

    def unite(self, cluster_ids: Sequence[str]) -> bool:
        """Groups become one, where the first of them is."""
        ids = self._groups(cluster_ids)
        return len(ids) < 2 or self._apply(set_down(self.workshop, merge_clusters(self.workshop, ids)))

    def stack(self, cluster_ids: Iterable[str], *, on: bool) -> bool:
        """Groups become piles, or are laid out again."""
        make, kind = (stack_cluster, "cluster_stacked") if on else (unstack_cluster, "cluster_unstacked")
        edit = Edit(kind, ())
        for cluster_id in self._groups(cluster_ids):
            edit = merged(kind, edit, make(applied(self.workshop, edit.changes), cluster_id))
        return bool(edit.changes) and self._apply(edit)

    # families

    def bigger(self, cluster_ids: Sequence[str]) -> str | None:
        """Groups become a bigger group, side by side. Returns its id, None when nothing was saved."""
        ids = self._groups(cluster_ids)
        formed = form_family(self.workshop, ids)
        families = applied(self.workshop, formed.changes).families
        new = next((i for i in families if i not in self.workshop.families), None)
        return new if new is not None and self._apply(gathered(self.workshop, formed, new, ids)) else None

    def enter(self, cluster_ids: Sequence[str], family_id: str, places: Places = _NOWHERE) -> bool:
        """Groups become part of a bigger group: where they were dropped, or else beside its groups."""
        if family_id not in self.workshop.families:
            return False
        ids = self._groups(cluster_ids)
        edit = self._after(places, lambda workshop: join_family(workshop, ids, family_id))
        if places:
            return self._apply(room_made(self.workshop, edit, ids))
        return self._apply(set_beside(self.workshop, edit, family_id, ids))

    def leave(self, cluster_ids: Iterable[str], places: Places = _NOWHERE) -> bool:
        """Groups stand for themselves again: where they were dropped, or else just outside."""
        ids = [i for i in self._groups(cluster_ids) if self.workshop.clusters[i].family_id is not None]
        if not ids:
            return True
        edit = self._after(places, lambda workshop: leave_family(workshop, ids))
        return self._apply(edit if places else put_outside(self.workshop, edit, ids))

    def rename(self, family_id: str, title: str, *, continuing: bool = False) -> bool:
        """A bigger group's title."""
        if family_id not in self.workshop.families:
            return True
        return self._apply(rename_family(self.workshop, family_id, title), continuing=continuing)

    def dissolve(self, family_ids: Iterable[str]) -> bool:
        """Bigger groups are no more; their groups stay where they lie."""
        known = [i for i in family_ids if i in self.workshop.families]
        edits = [dissolve_family(self.workshop, i) for i in known]
        return bool(edits) and self._apply(merged("family_dissolved", *edits))

    # relations

    def relate(self, source_id: str, target_id: str, kind: RelationKind) -> str | None:
        """An arrow from one thing to another. Returns its id, None when there is none."""
        if not (is_end(self.workshop, source_id) and is_end(self.workshop, target_id)):
            return None
        saved = self._apply(relate(self.workshop, source_id, target_id, kind))
        made = between(self.workshop, source_id, target_id)
        return made.id if saved and made is not None else None

    def change(
        self, relation_id: str, *, kind: RelationKind | None = None, label: str | None = None, continuing: bool = False
    ) -> bool:
        """An arrow's kind, or the word on it."""
        if relation_id not in self.workshop.relations:
            return True
        return self._apply(set_relation(self.workshop, relation_id, kind=kind, label=label), continuing=continuing)

    def turn(self, relation_id: str) -> bool:
        """An arrow goes the other way."""
        return relation_id in self.workshop.relations and self._apply(turn_relation(self.workshop, relation_id))

    def unrelate(self, relation_id: str) -> bool:
        """An arrow taken away."""
        return relation_id in self.workshop.relations and self._apply(delete_relation(self.workshop, relation_id))
