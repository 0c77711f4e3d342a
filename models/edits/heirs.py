"""What becomes of all that hangs on a note, group or family when it goes: it passes to an heir, or goes along.

Dots, a place in the matrix and relations hang on groups and lone notes, relations on families too, decisions and
actions on groups. An edit that takes such a thing away, or puts a lone note into a group, is `settled` before anybody
applies it, so that undo brings back all of it at once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from models.board import Cluster, DotVote, Family, Note, Payoff
from models.decisions import ActionItem, Decision
from models.edits.change import Change, Edit, applied, merged, put, remove
from models.edits.relations import relations_passed_on
from models.edits.voting import MAX_DOTS
from models.workshop import Workshop

Heirs = Mapping[str, str | None]
"""What goes -> what takes over what hangs on it, None for nothing."""

_NOBODY: Heirs = MappingProxyType({})


def settled(workshop: Workshop, edit: Edit, heirs: Heirs = _NOBODY) -> Edit:
    """The edit, and with it what follows from it: groups without notes go, then families without groups, and what hung
    on all that went passes to its heir.

    A lone note's heir is the group it joins; of what else goes, `heirs` may name one. The same kind of edit.
    """
    after = applied(workshop, edit.changes)
    groups = _emptied_groups(after, edit.changes)
    after = applied(after, groups)
    families = _emptied_families(after, (*edit.changes, *groups))
    after = applied(after, families)
    gone = {**_heirs((*edit.changes, *groups, *families)), **heirs}
    further = (*groups, *families, *(_passed_on(after, gone) if gone else ()))
    return merged(edit.kind, edit, Edit("", further)) if further else edit


def _emptied_groups(after: Workshop, changes: Iterable[Change]) -> list[Change]:
    """The removal of each group that notes left, and in which none is any more."""
    left = {change.before.cluster_id for change in changes if isinstance(change.before, Note) and _leaves(change)}
    known = left & after.clusters.keys()
    if known:
        known -= {note.cluster_id for note in after.notes.values()}
    return [Change(cluster, None) for cluster in after.ordered_clusters() if cluster.id in known]


def _leaves(change: Change) -> bool:
    before, after = change.before, change.after
    return isinstance(before, Note) and (not isinstance(after, Note) or before.cluster_id != after.cluster_id)


def _emptied_families(after: Workshop, changes: Iterable[Change]) -> list[Change]:
    """The removal of each family that groups left, and in which none is any more."""
    left = {change.before.family_id for change in changes if isinstance(change.before, Cluster)}
    left -= {cluster.family_id for cluster in after.clusters.values()}
    return [Change(family, None) for family in after.ordered_families() if family.id in left]


def _heirs(changes: Iterable[Change]) -> dict[str, str | None]:
    """What goes by these changes: groups and families to nobody, lone notes to the group they join, if any."""
    gone: dict[str, str | None] = {}
    for before, after in ((change.before, change.after) for change in changes):
        if isinstance(before, Cluster | Family) and after is None:
            gone[before.id] = None
        elif isinstance(before, Note) and before.cluster_id is None:
            heir = after.cluster_id if isinstance(after, Note) else None
            if heir is not None or after is None:
                gone[before.id] = heir
    return gone


def _passed_on(workshop: Workshop, heirs: Heirs) -> tuple[Change, ...]:
    """All that hangs on what goes, with its heirs or gone."""
    edits = (
        _linked(workshop, heirs),
        _dots(workshop, heirs),
        _payoffs(workshop, heirs),
        relations_passed_on(workshop, heirs),
    )
    return tuple(change for edit in edits for change in edit.changes)


def _linked(workshop: Workshop, heirs: Heirs) -> Edit:
    """Decisions and actions: the heir's, or of no group."""
    linked: list[Decision | ActionItem] = [*workshop.decisions.values(), *workshop.actions.values()]
    moved = [one for one in linked if one.cluster_id in heirs]
    return put(workshop, "", *(replace(one, cluster_id=heirs[one.cluster_id or ""]) for one in moved))


def _dots(workshop: Workshop, heirs: Heirs) -> Edit:
    """Dots add up: who put one on the note and one on the group put two on what became one."""
    taken = [workshop.votes[i] for i in heirs if i in workshop.votes]
    sums: dict[str, int] = {}
    for vote in taken:
        heir = heirs[vote.id]
        if heir is not None:
            sums[heir] = sums.get(heir, workshop.dots(heir)) + vote.dots
    counted = put(workshop, "", *(DotVote(heir, min(MAX_DOTS, dots)) for heir, dots in sums.items()))
    return merged("", remove("", *taken), counted)


def _payoffs(workshop: Workshop, heirs: Heirs) -> Edit:
    """The heir stands where it stood in the matrix, or else where the first of what it takes over did."""
    taken = [workshop.payoffs[i] for i in heirs if i in workshop.payoffs]
    placed: dict[str, Payoff] = {}
    for payoff in taken:
        heir = heirs[payoff.id]
        if heir is not None and heir not in workshop.payoffs:
            placed.setdefault(heir, Payoff(heir, payoff.effect, payoff.feasibility))
    return merged("", remove("", *taken), put(workshop, "", *placed.values()))
