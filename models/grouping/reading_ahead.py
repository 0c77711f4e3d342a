"""Reading notes ahead of being asked, and what they mean: what a suggestion and a look for likeness need alike."""

import sys
import time
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from models.grouping.memory import Memory

if TYPE_CHECKING:
    from models.grouping.learned import Vectors

BITE = 8
"""Notes that are read before others get their turn and one may be stopped."""

PAUSE = 0.01
"""Seconds of rest after each bite: whoever moves the board meanwhile must not feel the reading."""


def sentences_of(texts: Sequence[str], memory: Memory) -> "Vectors | None":
    """What sentences mean (`meaning.sentence_rows`, n×s), or None where there is no encoder."""
    from models.grouping.encoder import NoEncoder, encoder
    from models.grouping.meaning import sentence_rows

    try:
        return memory.rows(texts, lambda new: sentence_rows(encoder().encode(new)))
    except NoEncoder:
        return None


def read_ahead(texts: Sequence[str], memory: Memory, cancelled: Callable[[], bool]) -> int:
    """Read `texts` so that a suggestion finds them known, in small bites: a window beside it stays alive.

    The first time it loads what is needed for reading, in about a second. Without an encoder words are read alone.
    Returns how many were read before `cancelled` said True.
    """
    from models.grouping.words import terms

    by_words_only = False
    for start in range(0, len(texts), BITE):
        if cancelled():
            return start
        bite = texts[start : start + BITE]
        for text in bite:
            terms(text)
        by_words_only = by_words_only or sentences_of(bite, memory) is None
        time.sleep(PAUSE)
    return len(texts)


_KEPT = {
    "words": ("terms",),
    "morphs": ("reading",),
    "phrases": ("phrases",),
    "learned": ("Learned.word_rows", "Learned.token_mean"),
}
"""What keeps texts or their words in memory, by module."""


def forget() -> None:
    """Let go of the words of all notes: of a workshop that was closed nothing stays in memory."""
    for module, names in _KEPT.items():
        loaded = sys.modules.get(f"models.grouping.{module}")  # what was not loaded keeps nothing, and is slow to load
        for name in names if loaded is not None else ():
            attrgetter(name)(loaded).cache_clear()
