"""What sentences were found to mean, by a keyed hash of their text: for one changed note not all are read anew."""

import hashlib
from collections.abc import Callable, Sequence

import numpy as np

from models.grouping.learned import Vectors

Encode = Callable[[Sequence[str]], Vectors]


class Memory:
    """Rows (`meaning.sentence_rows`) of texts. Only hashes of the texts are kept, under `key`, never the texts."""

    def __init__(self, key: bytes = b"") -> None:
        self._key = key
        self._rows: dict[bytes, Vectors] = {}

    def _digest(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode(), digest_size=16, key=self._key).digest()

    def rows(self, texts: Sequence[str], encode: Encode) -> Vectors:
        """The row of each text, n×s; those not known yet are asked of `encode`, each once, and remembered."""
        digests = [self._digest(text) for text in texts]
        missing = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in self._rows}
        if missing:
            self._rows.update(zip(missing, encode(list(missing.values())), strict=True))
        return np.array([self._rows[digest] for digest in digests], dtype=np.float32)
