"""Suggested groups of notes: computed here, previewed and accepted by a person, never applied by itself.

Importing this package loads neither numpy nor the dictionary; the first suggestion does.
"""

from collections.abc import Callable, Sequence

from models.board import Cluster, Note
from models.grouping.suggestion import Cancelled, SuggestedGroup, SuggestedMember, Suggestion
from models.language import gettext as _
from models.problems import Problem

__all__ = ["MOST_NOTES", "Cancelled", "SuggestedGroup", "SuggestedMember", "Suggestion", "suggest_groups"]

MOST_NOTES = 3_000
"""Each note is compared with each: 3,000 take some seconds and 400 MB, 10,000 would take 3 GB."""


def _never() -> bool:
    return False


def _too_many(count: int) -> str:
    return _(
        "There are {count} notes; groups can be suggested for up to {most}. The board is as before. Search for a word "
        "and bring together what was found."
    ).format(count=f"{count:,}", most=f"{MOST_NOTES:,}")


def suggest_groups(
    notes: Sequence[Note], clusters: Sequence[Cluster] = (), *, cancelled: Callable[[], bool] = _never
) -> Suggestion:
    """Which of `notes` belong together, as far as their words tell.

    What a person did is never undone: a note in a group stays in it, existing groups stay apart and can only gain
    free notes, and a note that was placed by hand outside any group stays alone. A note that fits nowhere stays
    alone too. The result depends on the notes, not on the order they come in, and is the same in every process.
    Whether parked notes or ideas take part is for the caller to decide, by what it passes.

    `cancelled` is asked often, from the calling thread; once it says True, `Cancelled` is raised. Raises `Problem`
    for more than `MOST_NOTES` notes.
    """
    if len(notes) > MOST_NOTES:
        raise Problem(_too_many(len(notes)))
    from models.grouping.suggest import suggest

    return suggest(notes, clusters, cancelled)
