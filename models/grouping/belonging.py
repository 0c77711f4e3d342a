"""Why a note sits in its group, and which group would be next best: asked of a note by itself, whoever put it there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.board import Cluster, Note
from models.grouping.proposal import Sureness

if TYPE_CHECKING:
    from models.grouping.memory import Memory
    from models.grouping.suggestion import Board


@dataclass(frozen=True, slots=True)
class Fit:
    """How a note would sit in a group: its mean likeness to the others there, -1..1, and a reason to read.

    The reason is empty where hardly anything ties them.
    """

    cluster_id: str
    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class Belonging:
    """A note among groups. `own` is None where it is in no group, or alone in one.

    `others` are groups that it is like, the best first. `sureness` tells by how much the own group is nearer than the
    best other. All is empty for a note that says nothing that can be compared. `by_words_only` says that sentences
    could not be compared.
    """

    own: Fit | None
    others: tuple[Fit, ...]
    sureness: Sureness
    by_words_only: bool = False


def _never() -> bool:
    return False


def belonging(
    note_id: str,
    notes: Iterable[Note],
    clusters: Sequence[Cluster],
    *,
    memory: "Memory | None" = None,
    sentences: bool = True,
    cancelled: Callable[[], bool] = _never,
    most: int = 1,
) -> Belonging:
    """How a note sits in its group, and in the `most` best others, compared as if it lay free on the board.

    Only groups with notes besides this one are compared. May take seconds when the encoder is first used. Raises
    `Cancelled` once `cancelled()`, `Problem` for more notes than can be compared, KeyError for a note not among them.
    """
    from models.grouping import suggest_groups

    held = {note.id: note for note in notes if note.cluster_id is not None or note.id == note_id}
    own = held[note_id].cluster_id
    freed = replace(held[note_id], cluster_id=None, placed=False, locked=False)
    compared = [freed if note.id == note_id else note for note in held.values()]
    board = suggest_groups(compared, clusters, memory=memory, sentences=sentences, cancelled=cancelled).board
    fits = _fits(board, note_id, {note.cluster_id for note in compared if note.cluster_id is not None})
    mine = next((fit for fit in fits if fit.cluster_id == own), None)
    others = [fit for fit in fits if fit.cluster_id != own and _is_like(fit)]
    sureness = _sureness(mine, others)
    return Belonging(
        None if mine is None else _told(board, note_id, mine),
        tuple(_told(board, note_id, fit) for fit in others[:most]),
        sureness,
        board.by_words_only,
    )


def _node_of(board: "Board", note_id: str) -> int | None:
    return next((at for at, held in enumerate(board.holders) if any(note.id == note_id for note in held)), None)


def _nodes(board: "Board", cluster_id: str) -> list[int]:
    return [at for at, owner in enumerate(board.owners) if owner == cluster_id]


def _fits(board: "Board", note_id: str, peopled: set[str]) -> list[Fit]:
    """The groups that have notes, the nearest first, without reasons yet."""
    at = _node_of(board, note_id)
    if at is None:
        return []
    likeness = board.vectors @ board.vectors[at]
    nodes = ((cluster_id, _nodes(board, cluster_id)) for cluster_id in sorted(peopled))
    fits = [Fit(cluster_id, round(float(likeness[held].mean()), 4), "") for cluster_id, held in nodes if held]
    return sorted(fits, key=lambda fit: (-fit.strength, fit.cluster_id))


def _is_like(fit: Fit) -> bool:
    from models.grouping.suggestion import LEAST_LIKENESS

    return fit.strength >= LEAST_LIKENESS


def _told(board: "Board", note_id: str, fit: Fit) -> Fit:
    """With its reason: only what is shown is put into words."""
    at = _node_of(board, note_id)
    if at is None or not _is_like(fit):
        return fit
    reason = board.evidence.member_reason(at, sorted({at, *_nodes(board, fit.cluster_id)}))
    return replace(fit, reason=reason)


def _sureness(own: Fit | None, others: Sequence[Fit]) -> Sureness:
    from models.grouping.suggestion import sureness_of

    if own is None:
        return Sureness.WEAK
    return sureness_of(own.strength, own.strength - max((fit.strength for fit in others), default=-1.0))
