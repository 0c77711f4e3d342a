"""Edits of relations: the arrows between groups, families and lone notes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from models.board import Relation, RelationKind
from models.edits.change import Change, Edit, new_id, next_order, put, remove
from models.edits.voting import stands_alone
from models.text import clean_line
from models.workshop import Workshop

MAX_LABEL_CHARS = 30


def is_end(workshop: Workshop, thing_id: str) -> bool:
    """Whether a relation can begin or end at what has this id: a group, a family, or a note in no group."""
    return stands_alone(workshop, thing_id) or thing_id in workshop.families


def between(workshop: Workshop, one_id: str, other_id: str) -> Relation | None:
    """The relation between two things, whichever way it goes."""
    pair = {one_id, other_id}
    return next((one for one in workshop.relations.values() if {one.source_id, one.target_id} == pair), None)


def relate(workshop: Workshop, source_id: str, target_id: str, kind: RelationKind = RelationKind.LEADS) -> Edit:
    """An arrow from one thing to another. Where there is one between them, it takes this kind and direction.

    Nothing comes of relating a thing to itself, or to what is not on the board.
    """
    if source_id == target_id or not (is_end(workshop, source_id) and is_end(workshop, target_id)):
        return Edit("relation_drawn", ())
    known = between(workshop, source_id, target_id)
    order = next_order(workshop.relations.values())
    relation = known or Relation(new_id(), order, source_id, target_id)
    return put(workshop, "relation_drawn", replace(relation, source_id=source_id, target_id=target_id, kind=kind))


def set_relation(
    workshop: Workshop, relation_id: str, *, kind: RelationKind | None = None, label: str | None = None
) -> Edit:
    """A relation's kind, or the word on it, one line of 30 characters; None leaves it."""
    relation = workshop.relations[relation_id]
    word = relation.label if label is None else clean_line(label, MAX_LABEL_CHARS)
    return put(workshop, "relation_changed", replace(relation, kind=kind or relation.kind, label=word))


def turn_relation(workshop: Workshop, relation_id: str) -> Edit:
    """A relation goes the other way."""
    relation = workshop.relations[relation_id]
    turned = replace(relation, source_id=relation.target_id, target_id=relation.source_id)
    return put(workshop, "relation_turned", turned)


def delete_relation(workshop: Workshop, relation_id: str) -> Edit:
    """A relation taken away."""
    return remove("relation_deleted", workshop.relations[relation_id])


def relations_passed_on(workshop: Workshop, heirs: Mapping[str, str | None]) -> Edit:
    """What becomes of relations when the keys of `heirs` go: those of an heir, or gone.

    None is of a thing to itself; where two would be between the same things, the first in order stays.
    """
    return Edit("", tuple(_passed_on(workshop, heirs)))


def _passed_on(workshop: Workshop, heirs: Mapping[str, str | None]) -> Iterator[Change]:
    relations = workshop.ordered_relations()
    moving = [one for one in relations if one.source_id in heirs or one.target_id in heirs]
    taken = {frozenset((one.source_id, one.target_id)) for one in relations} if moving else set()
    for relation in moving:
        source = heirs.get(relation.source_id, relation.source_id)
        target = heirs.get(relation.target_id, relation.target_id)
        if source is None or target is None or source == target or frozenset((source, target)) in taken:
            yield Change(relation, None)
        else:
            taken.add(frozenset((source, target)))
            yield Change(relation, replace(relation, source_id=source, target_id=target))
