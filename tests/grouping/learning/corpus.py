"""Notes to learn from: one file a field, one line a note: the matter, a tab, the text."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.grouping.encoder import encoder
from models.grouping.learned import Vectors
from models.grouping.words import Term, terms

FOLDER = Path(__file__).parent / "corpus"


@dataclass(frozen=True)
class Field:
    """The notes of one field: their words, the encoder's features (n×1280), and the number of each one's matter."""

    words: list[tuple[Term, ...]]
    features: Vectors
    matters: NDArray[np.int64]


def fields() -> list[Field]:
    """All fields, in the order of their files' names."""
    return [field(path) for path in sorted(FOLDER.glob("*.tsv"))]


def field(path: Path) -> Field:
    """One file, read and encoded."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    texts = [text for _, text in rows]
    matters = np.unique([matter for matter, _ in rows], return_inverse=True)[1]
    return Field([terms(text) for text in texts], encoder().encode(texts), matters.astype(np.int64))
