"""The notes of a board by their likeness, kept in step with them at little cost."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from models.grouping.learned import Vectors
from models.grouping.likeness import Parts, Space, parts_of
from models.grouping.memory import Memory
from models.sameness import sameness
from models.text import is_blank

_AS_BEFORE = 16
"""What is common to all is worked out anew once one note in so many came, went or was reworded."""


class Field:
    """Belongs to one thread at a time. `texts` are the notes that say something, by id."""

    def __init__(self, memory: Memory) -> None:
        self.texts: dict[str, str] = {}
        self._memory = memory
        self._keys: list[str] = []
        self._parts: Parts | None = None
        self._space: Space | None = None
        self._vectors: Vectors | None = None
        self._since = 0

    @property
    def by_words_only(self) -> bool:
        """Whether words alone are compared: there is no encoder."""
        return self._space is None or self._space.by_words_only

    def take(self, changed: Mapping[str, str]) -> None:
        """Notes that say something else now; those that say nothing are gone."""
        changed = {id: text for id, text in changed.items() if self.texts.get(id, "") != text}
        if not changed:
            return
        stay = [at for at, id in enumerate(self.texts) if id not in changed]
        new = {id: text for id, text in changed.items() if not is_blank(text)}
        added = parts_of(list(new.values()), self._memory) if new else None
        self.texts = {id: text for id, text in self.texts.items() if id not in changed} | new
        self._keys = [self._keys[at] for at in stay] + [sameness(text) for text in new.values()]
        self._lay_out(np.array(stay, dtype=np.intp), added)
        self._since += len(changed)
        if self._since * _AS_BEFORE > len(self.texts):
            self._begin_anew()

    def _lay_out(self, stay: NDArray[np.intp], added: Parts | None) -> None:
        """Rows of the notes that stay, and below them those of the notes that came."""
        if self._parts is None or self._vectors is None or self._space is None:
            self._parts = added
            return
        self._parts, self._vectors = self._parts.chosen(stay), self._vectors[stay]
        if added is not None:
            self._parts = self._parts.joined(added)
            self._vectors = np.concatenate([self._vectors, self._space.place(added)])

    def _begin_anew(self) -> None:
        self._since = 0
        if not self.texts:
            self._parts = self._space = self._vectors = None
        elif self._parts is not None:
            self._space = Space(self._parts)
            self._vectors = self._space.vectors

    def likeness(self, text: str) -> dict[str, float]:
        """How like `text` each note is, by id: 1 for the same text but for its spelling, about 0 for any other."""
        if self._space is None or self._vectors is None:
            return {}
        parts = parts_of([text], self._memory)
        if parts.sentences is None and not self.by_words_only and self._parts is not None:
            self._parts = Parts(self._parts.words, self._parts.told, None)  # too little memory by now
            self._begin_anew()
        like = (self._vectors @ self._space.place(parts)[0]).tolist()
        key = sameness(text)
        rows = zip(self.texts, self._keys, like, strict=True)
        return {id: 1.0 if held == key else min(0.999, round(near, 3)) for id, held, near in rows}
