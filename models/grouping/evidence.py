"""Titles and reasons in the notes' own words: a suggestion nobody can follow is a suggestion nobody takes."""

from collections.abc import Sequence

from models.grouping.learned import Vectors
from models.grouping.reasons import Reasons
from models.grouping.telling import Board
from models.grouping.titles import Title, Titles
from models.grouping.words import Term


class Evidence:
    """What the nodes of a board say: `texts`, their words, their vectors (n×d), by place.

    Nothing is worked out before it is asked for.
    """

    def __init__(self, texts: Sequence[str], words: Sequence[Sequence[Term]], vectors: Vectors) -> None:
        board = Board(texts, words)
        self._reasons = Reasons(board, vectors)
        self._titles = Titles(board, vectors)

    def member_reason(self, at: int, group: Sequence[int]) -> str:
        """Why node `at` is in `group`: one short sentence in the interface's language, quoting words as written."""
        return self._reasons.of_member(at, group)

    def group_reason(self, group: Sequence[int]) -> str:
        """What holds `group` together and what sets it apart: one or two short sentences."""
        return self._reasons.of_group(group)

    def titles(self, group: Sequence[int]) -> tuple[str, ...]:
        """Up to three different phrases out of the group's own notes, the best first."""
        return tuple(title.text for title in self.title_choices(group))

    def title_choices(self, group: Sequence[int]) -> tuple[Title, ...]:
        """The same with whether each is a phrase, or only the best there was (a single word, a beginning)."""
        return self._titles.of_group(group)
