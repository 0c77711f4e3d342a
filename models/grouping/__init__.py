"""Suggested groups of notes: computed here, previewed and accepted by a person, never applied by itself.

Importing this package loads neither numpy nor the dictionary nor the encoder; the first suggestion does.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from models.board import Cluster, Note
from models.grouping.proposal import (
    NO_HAND,
    Cancelled,
    Hand,
    Proposal,
    SuggestedFamily,
    SuggestedGroup,
    SuggestedMember,
    Sureness,
)
from models.language import gettext as _
from models.problems import Problem

if TYPE_CHECKING:
    from models.grouping.memory import Memory
    from models.grouping.suggestion import Suggestion

__all__ = [
    "MOST_NOTES",
    "NO_HAND",
    "Cancelled",
    "Hand",
    "Proposal",
    "SuggestedFamily",
    "SuggestedGroup",
    "SuggestedMember",
    "Sureness",
    "suggest_groups",
]

MOST_NOTES = 10_000
"""Each note is compared with each: 5,000 take some seconds, 10,000 four times as many."""


def _never() -> bool:
    return False


def _untold(done: float) -> None:
    pass


def _too_many(count: int) -> str:
    return _(
        "There are {count} notes; groups can be suggested for up to {most}. The board is as before. Search for a word "
        "and bring together what was found."
    ).format(count=f"{count:,}", most=f"{MOST_NOTES:,}")


def suggest_groups(
    notes: Sequence[Note],
    clusters: Sequence[Cluster] = (),
    *,
    memory: "Memory | None" = None,
    sentences: bool = True,
    cancelled: Callable[[], bool] = _never,
    progress: Callable[[float], None] = _untold,
) -> "Suggestion":
    """Which of `notes` belong together, as far as their words and sentences tell, at every grain.

    What a person did is never undone: a note in a group stays in it, existing groups stay apart and can only gain
    free notes, and a note that was placed by hand outside any group, or locked, stays alone. A note that fits nowhere
    stays alone too. The result depends on the notes, not on the order they come in, and is the same in every process.
    Whether parked notes or ideas take part, or only those selected, is for the caller to decide, by what it passes.

    `memory` keeps what sentences mean from one suggestion to the next; without `sentences` only words are compared,
    which needs no encoder. `cancelled` is asked often, from the calling
    thread; once it says True, `Cancelled` is raised. `progress` hears of the reading, 0..1. Raises `Problem` for more
    than `MOST_NOTES` notes.
    """
    if len(notes) > MOST_NOTES:
        raise Problem(_too_many(len(notes)))
    from models.grouping.memory import Memory
    from models.grouping.suggest import suggest

    if sentences and memory is None:
        memory = Memory()
    return suggest(notes, clusters, memory if sentences else None, cancelled, progress)
