"""From notes and the groups that exist to a suggestion: pure, deterministic, and a person's hand always wins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from models.board import Cluster, Note
from models.grouping.likeness import Matrix, likeness, shared_features
from models.grouping.linkage import AverageLinkage, pooled, settled
from models.grouping.reasons import Evidence, central_title, group_reason, member_reason
from models.grouping.suggestion import Cancelled, SuggestedGroup, SuggestedMember, Suggestion
from models.grouping.words import NoteWords, note_words
from models.text import search_key

MAX_GROUPS = 12
"""As many groups as a room can read; the existing ones count."""

CUT_DISTANCE = 0.98
"""Notes merge up to this mean cosine distance: centred, 1 means no more alike than any two notes of the board."""

LEAST_LIKENESS = 0.03
"""A note that is less like every group than this is left alone: better no place than a wrong one."""

LAST_DISTANCE = 1.02
"""A board with too many groups may merge on up to here before its smallest groups are let go."""


@dataclass(slots=True)
class _Board:
    """What linkage works on. Positions count `texts`: the notes in canonical order, then the titles of the groups."""

    notes: list[Note]
    titles: dict[str, str]
    words: list[NoteWords]
    owners: list[str | None]
    bundles: list[list[int]] = field(default_factory=list)
    bundle_owner: list[str | None] = field(default_factory=list)

    def text(self, position: int) -> str:
        return self.notes[position].text if position < len(self.notes) else ""

    def is_group(self, bundles: Sequence[int]) -> bool:
        """Whether these bundles make a group: more than one note, or a group that exists."""
        first = bundles[0]
        return len(bundles) > 1 or len(self.bundles[first]) > 1 or self.bundle_owner[first] is not None


def suggest(notes: Sequence[Note], clusters: Sequence[Cluster], cancelled: Callable[[], bool]) -> Suggestion:
    """See `models.grouping.suggest_groups`."""
    board = _read(notes, clusters, cancelled)
    _bundle(board)
    if not board.bundles:
        return Suggestion(alone=_in_order(board.notes, _free(board)))
    alike = likeness(board.words)
    bundled = pooled(alike, board.bundles)
    sizes = [len(bundle) for bundle in board.bundles]
    fixed = [at for at, owner in enumerate(board.bundle_owner) if owner is not None]
    linkage = AverageLinkage(1.0 - bundled, sizes, fixed)
    merged = linkage.run(lambda distance: _go_on(distance, linkage, board, cancelled))
    kept = _largest([group for group in merged if board.is_group(group)], board)
    anchored = [at for group in kept for at in group if board.is_group([at])]
    settling = settled(kept, bundled, sizes, anchored, LEAST_LIKENESS)
    evidence = Evidence(board.words, shared_features(board.words))
    groups = [_group(board, bundles, alike, evidence, cancelled) for bundles in settling]
    return _suggestion(board, [group for group in groups if group is not None])


def _check(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled


def _read(notes: Sequence[Note], clusters: Sequence[Cluster], cancelled: Callable[[], bool]) -> _Board:
    """The notes in an order that depends on what they say, never on how they came; then the titled groups."""
    ordered = sorted(notes, key=lambda note: (search_key(note.text), note.text, note.cluster_id or "", note.id))
    titled = sorted((cluster.id, cluster.title) for cluster in clusters if cluster.title.strip())
    words = []
    for text in [note.text for note in ordered] + [title for _, title in titled]:
        _check(cancelled)
        words.append(note_words(text))
    owners = [note.cluster_id for note in ordered] + [cluster_id for cluster_id, _ in titled]
    return _Board(ordered, dict(titled), words, owners)


def _may_move(note: Note) -> bool:
    return note.cluster_id is None and not note.placed


def _free(board: _Board) -> set[str]:
    return {note.id for note in board.notes if note.cluster_id is None}


def _bundle(board: _Board) -> None:
    """Start linkage from existing groups and from sets of equal notes; what shares no word with anything stays out."""
    telling = {position for holders in shared_features(board.words).values() for position in holders}
    bundles: dict[tuple[str, str], list[int]] = {}
    for position, owner in enumerate(board.owners):
        if owner is not None:
            bundles.setdefault(("group", owner), []).append(position)
        elif position in telling and _may_move(board.notes[position]):
            bundles.setdefault(("text", search_key(board.text(position))), []).append(position)
    board.bundles = list(bundles.values())
    board.bundle_owner = [key if kind == "group" else None for kind, key in bundles]


def _go_on(distance: float, linkage: AverageLinkage, board: _Board, cancelled: Callable[[], bool]) -> bool:
    _check(cancelled)
    if distance <= CUT_DISTANCE:
        return True
    groups = sum(board.is_group(group) for group in linkage.groups.values())
    return groups > MAX_GROUPS and distance <= LAST_DISTANCE


def _largest(groups: list[list[int]], board: _Board) -> list[list[int]]:
    """The groups that fit in one view: those that exist, then the largest; ties go to the earlier."""
    existing = [group for group in groups if _owner(board, group)]
    new = [group for group in groups if not _owner(board, group)]
    new.sort(key=lambda group: -sum(len(board.bundles[at]) for at in group))
    return existing + new[: max(0, MAX_GROUPS - len(existing))]


def _owner(board: _Board, bundles: list[int]) -> str | None:
    return next((owner for owner in (board.bundle_owner[at] for at in bundles) if owner is not None), None)


def _group(
    board: _Board, bundles: list[int], alike: Matrix, evidence: Evidence, cancelled: Callable[[], bool]
) -> SuggestedGroup | None:
    """The group that some bundles suggest, or None where they hold nothing new."""
    _check(cancelled)
    owner = _owner(board, bundles)
    positions = sorted(position for at in bundles for position in board.bundles[at])
    joined = evidence.joined(positions)
    kept = [at for at in positions if board.owners[at] is not None or at in joined]
    free = [at for at in kept if board.owners[at] is None]
    if not free or len(kept) < 2:
        return None
    members = [_member(board, at, kept, alike, evidence) for at in free]
    order = {board.notes[at].id: board.notes[at].order for at in free}
    members.sort(key=lambda member: (-member.strength, order[member.note_id], member.note_id))
    title = board.titles.get(owner or "") or _title(board, kept, alike)
    return SuggestedGroup(owner, title, tuple(members), group_reason(evidence, kept))


def _member(board: _Board, at: int, group: list[int], alike: Matrix, evidence: Evidence) -> SuggestedMember:
    others = [other for other in group if other != at]
    strength = float(np.clip(alike[at, others].mean(), 0.0, 1.0))
    return SuggestedMember(board.notes[at].id, member_reason(evidence, at, others), round(strength, 3))


def _title(board: _Board, group: list[int], alike: Matrix) -> str:
    said = [at for at in group if at < len(board.notes)]
    nearness = alike[np.ix_(said, said)].sum(axis=1).round(9)
    return central_title([board.text(at) for at in said], nearness.tolist())


def _suggestion(board: _Board, groups: list[SuggestedGroup]) -> Suggestion:
    """The groups, existing ones first, then by size; whoever is in none of them stays alone."""
    groups.sort(
        key=lambda group: (group.cluster_id is None, -len(group.members), group.title, group.members[0].note_id)
    )
    taken = {member.note_id for group in groups for member in group.members}
    return Suggestion(tuple(groups), _in_order(board.notes, _free(board) - taken))


def _in_order(notes: Sequence[Note], ids: set[str]) -> tuple[str, ...]:
    chosen = sorted((note.order, note.id) for note in notes if note.id in ids)
    return tuple(note_id for _, note_id in chosen)
