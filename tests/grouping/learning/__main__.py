"""Make `assets/grouping/learned.npz` anew; some three minutes."""

import io
from dataclasses import replace

import numpy as np

from models.grouping.learned import FILE, Learned, Lookup, Vectors, hashed
from models.grouping.meaning import word_means
from tests.grouping.learning.corpus import Field, fields
from tests.grouping.learning.training import Floats, axes, learn, token_rows, vocabulary
from tests.grouping.learning.word_vectors import WordVectors, word_vectors

SENTENCE_AXES, WORD_AXES = 384, 300


def main() -> None:
    """Learn, and write the file beside the old one before it takes its place."""
    corpus, words = fields(), word_vectors()
    print(f"{len(corpus)} fields, {sum(len(field.words) for field in corpus):,} notes, {len(words.rows):,} words")  # noqa: T201
    stored = arrays(corpus, words)
    packed = io.BytesIO()
    np.savez_compressed(packed, **stored)  # type: ignore[arg-type] # numpy's stub takes no dict
    beside = FILE.with_suffix(".new")
    beside.write_bytes(packed.getvalue())
    beside.replace(FILE)
    print(f"{FILE.name}: {FILE.stat().st_size / 1e6:.1f} MB")  # noqa: T201


def arrays(corpus: list[Field], words: WordVectors) -> dict[str, np.ndarray]:
    """What the file holds."""
    sentence_axes = axes([field.features.astype(float) for field in corpus], SENTENCE_AXES)
    table = _word_table(words)
    known = vocabulary(corpus)
    parts = [(field.features @ sentence_axes, word_means(field.words, table).astype(float)) for field in corpus]
    turn, moves = learn(parts, [token_rows(field, known) for field in corpus], [field.matters for field in corpus])
    move_bytes, move_scale = in_bytes(moves)
    keys = hashed(known.places)
    order = np.argsort(keys)
    return {
        "axes": sentence_axes.astype(np.float16),
        "word_keys": table.words.keys,
        "word_rows": table.words.rows,
        "word_bytes": table.vectors,
        "word_scale": table.vector_scale,
        "token_keys": keys[order],
        "token_rows": order.astype(np.uint16),
        "token_rarity": known.rarity.astype(np.float16),
        "token_bytes": move_bytes,
        "token_scale": move_scale,
        "turn": turn.astype(np.float16),
    }


def in_bytes(table: Floats) -> tuple[np.ndarray, Vectors]:
    """A table as bytes, and what each column is to be multiplied by."""
    scale = np.maximum(np.abs(table).max(axis=0), 1e-9) / 127
    return np.rint(table / scale).astype(np.int8), scale.astype(np.float32)


def _word_table(words: WordVectors) -> Learned:
    """The word vectors alone, as the file will hold them."""
    known = sorted(words.rows)
    keys = hashed(known)
    order = np.argsort(keys)
    rows = np.array([words.rows[word] for word in known], dtype=np.uint16)[order]
    used, places = np.unique(rows, return_inverse=True)
    table, scale = in_bytes(words.vectors[used][:, :WORD_AXES].astype(float))
    nothing = np.zeros((0, 0), dtype=np.float32)
    lookup = Lookup(keys[order], places.astype(np.uint16))
    empty = Lookup(hashed([]), np.zeros(0, dtype=np.uint16))
    return replace(Learned(nothing, lookup, table, scale, empty, nothing, table[:0], scale, nothing))


if __name__ == "__main__":
    main()
