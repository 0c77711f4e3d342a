"""What is close to a text: notes that say the same, notes that say something like it, cases about something like it.

Importing this module loads neither numpy nor the encoder; the first question does, and may take seconds.
"""

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.grouping.memory import Memory
from models.grouping.polarity import says_the_opposite
from models.text import clean, is_blank

if TYPE_CHECKING:
    from models.grouping.field import Field
    from models.grouping.learned import Vectors

DOUBLE = 0.7
"""So like is what says the same in other words; of what only speaks of the same matter one in a hundred is."""

DOUBLE_BY_WORDS = 0.9
"""The same where only words can be compared."""

LEAST = 0.25
"""What is less like is not called close."""

LEAST_CASE = 0.15
"""A case is written at length and about more than one matter."""


@dataclass(frozen=True, slots=True)
class Near:
    """Something close: `likeness` 0..1, the reason in the interface's language, and whether it says the same."""

    id: str
    likeness: float
    reason: str
    is_double: bool


class Neighbourhood:
    """The notes of a board, ids and texts, of which one can ask what is close to a text.

    `put` and `drop` cost nothing and wait for nobody; `close_to` belongs beside the window. Any thread may do either.
    """

    def __init__(self, texts: Iterable[tuple[str, str]] = (), memory: Memory | None = None) -> None:
        self._memory = memory or Memory()
        self._writing, self._asking = threading.Lock(), threading.Lock()
        self._changed: dict[str, str] = dict(texts)
        self._field: Field | None = None

    def put(self, id: str, text: str) -> None:
        """A note says this now."""
        with self._writing:
            self._changed[id] = text

    def drop(self, id: str) -> None:
        """A note is gone."""
        self.put(id, "")

    def close_to(self, text: str, most: int = 5, without: Collection[str] = ()) -> tuple[Near, ...]:
        """At most so many notes that are close to `text`, the closest first, but none of those `without`."""
        from models.grouping.field import Field

        text = clean(text)
        if is_blank(text):
            return ()
        with self._asking:
            self._field = self._field or Field(self._memory)
            with self._writing:
                changed, self._changed = self._changed, {}
            self._field.take(changed)
            likeness = self._field.likeness(text).items()
            found = sorted((-like, id) for id, like in likeness if like >= LEAST and id not in without)
            least = DOUBLE_BY_WORDS if self._field.by_words_only else DOUBLE
            return tuple(_near(id, -like, least, self._field.texts[id], text) for like, id in found[:most])


def _near(id: str, likeness: float, least: float, text: str, asked: str) -> Near:
    same = likeness == 1.0 or (likeness >= least and not says_the_opposite(text, asked))
    return Near(id, likeness, _reason_among(text, [asked]), same)


def close_cases(
    group_texts: Sequence[str],
    cases: Iterable[tuple[str, str]],
    memory: Memory | None = None,
    most: int = 3,
) -> tuple[Near, ...]:
    """At most so many of `cases` (ids and texts) that are about what a group's notes are about, the closest first.

    May take seconds; a `memory` that is handed in again spares reading the cases again.
    """
    from models.grouping.likeness import Space, parts_of

    told = {id: text for id, text in cases if not is_blank(text)}
    notes = [text for text in group_texts if not is_blank(text)]
    if not told or not notes:
        return ()
    vectors = Space(parts_of([*told.values(), *notes], memory or Memory())).vectors
    likeness = _to_the_middle(vectors[: len(told)], vectors[len(told) :])
    found = sorted((-like, id) for id, like in zip(told, likeness, strict=True) if like >= LEAST_CASE)[:most]
    reasons = [_reason_among(told[id], notes) for _like, id in found]
    return tuple(Near(id, -like, reason, False) for (like, id), reason in zip(found, reasons, strict=True))


def _to_the_middle(cases: "Vectors", notes: "Vectors") -> list[float]:
    import numpy as np

    middle = notes.mean(axis=0)
    length = float(np.linalg.norm(middle))
    found: list[float] = (cases @ middle / max(length, 1e-6)).tolist()
    return [round(like, 3) for like in found]


def _reason_among(text: str, others: Sequence[str]) -> str:
    """What ties `text` to `others`, in the interface's language."""
    import numpy as np

    from models.grouping.evidence import Evidence
    from models.grouping.meaning import meanings
    from models.grouping.words import terms

    texts = [text, *others]
    words = [terms(one) for one in texts]
    vectors = np.nan_to_num(meanings(words, None))
    return Evidence(texts, words, vectors).member_reason(0, range(len(texts)))
