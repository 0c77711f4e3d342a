"""Titles and reasons in the notes' own words: a suggestion nobody can follow is a suggestion nobody takes."""

from collections.abc import Sequence

from models.grouping.learned import Vectors
from models.grouping.words import Term
from models.language import gettext as _
from models.text import clean_line, cut


class Evidence:
    """What the nodes of a board say: `texts`, their words, their vectors (n×d), by place."""

    def __init__(self, texts: Sequence[str], words: Sequence[Sequence[Term]], vectors: Vectors) -> None:
        self._texts, self._words, self._vectors = texts, words, vectors

    def member_reason(self, at: int, group: Sequence[int]) -> str:
        shared = {t.form: t for t in self._words[at]}
        others = [t.form for other in group if other != at for t in self._words[other]]
        words = [shared[f].shown for f in shared if f in others][:3]
        return (
            _("{words} in common").format(words="".join(f"『{w}』" for w in words)) if words else _("They read alike")
        )

    def group_reason(self, group: Sequence[int]) -> str:
        return self.member_reason(group[0], group)

    def titles(self, group: Sequence[int]) -> tuple[str, ...]:
        mean = self._vectors[list(group)].sum(axis=0)
        best = sorted(group, key=lambda at: -float(self._vectors[at] @ mean))[:3]
        return tuple(cut(clean_line(self._texts[at]), 24) for at in best)
