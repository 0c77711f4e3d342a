"""What each part of the method adds: `python -m tests.grouping.ablation` prints a table for the developed boards.

Every way is told neither how many groups there are nor anything else of the board. Notes that fit nowhere are kept in
their groups, so that ways with other likenesses can be compared; the last line leaves them alone, as the app does.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import isqrt
from statistics import mean

import numpy as np

from models.grouping import suggest_groups
from models.grouping.communities import neighbours
from models.grouping.encoder import encoder
from models.grouping.grains import grains
from models.grouping.learned import Vectors, learned
from models.grouping.meaning import centred, rarity, sentence_rows, token_means, unit, word_means
from models.grouping.memory import Memory
from models.grouping.words import Term, terms
from tests.grouping.boards import adjusted_rand, board, developed, labels

Labels = Sequence[int]
Centre = Callable[[Vectors], Vectors]

CUT = 0.95
"""Cosine distance up to which average linkage joins: the best of those tried for other vectors (.90 and .95)."""


@dataclass(frozen=True)
class Read:
    """The notes of one board, read: texts, words, and the encoder's features (n×1280)."""

    texts: tuple[str, ...]
    words: tuple[tuple[Term, ...], ...]
    features: Vectors


@cache
def read(name: str) -> Read:
    """A board of `developed`, read once."""
    texts = tuple(note.text for note in board(name).notes)
    return Read(texts, tuple(terms(text) for text in texts), encoder().encode(texts))


# features


def tf_idf(bags: Sequence[Sequence[str]]) -> Vectors:
    """Unit rows: how often each piece is in each bag, rare ones counting more."""
    known = {piece: at for at, piece in enumerate(sorted({piece for bag in bags for piece in bag}))}
    rows = np.zeros((len(bags), len(known)), dtype=np.float32)
    for at, bag in enumerate(bags):
        for piece, count in Counter(bag).items():
            rows[at, known[piece]] = count
    return unit((rows * rarity((rows > 0).sum(axis=0), len(bags))).astype(np.float32))


def letters(notes: Read) -> Vectors:
    """Runs of two and three characters."""
    return tf_idf([[text[at : at + n] for n in (2, 3) for at in range(len(text) - n + 1)] for text in notes.texts])


def words(notes: Read) -> Vectors:
    """The words in their normal forms."""
    return tf_idf([[term.form for term in held] for held in notes.words])


def seen(notes: Read, centre: Centre = centred, parts: str = "sw") -> Vectors:
    """What is there before anything is learned: sentences (s), the means of word vectors (w), or both side by side."""
    made = {"s": lambda: sentence_rows(notes.features), "w": lambda: word_means(notes.words, learned())}
    rows: Vectors = np.concatenate([centre(made[part]()) for part in parts], axis=1) / np.sqrt(len(parts))
    return rows


def taught(notes: Read, centre: Centre = centred, *, turn: bool = True, moves: bool = True) -> Vectors:
    """And what was learned on top: a turn of what is seen, and a move for each token."""
    before = seen(notes, centre)
    told = token_means(notes.words, learned())
    moved = before @ learned().turn * turn + (told - told.mean(axis=0) * (centre is centred)) * moves
    return centre(np.concatenate([before, moved], axis=1))


# groups


def communities(rows: Vectors) -> Labels:
    """As built."""
    found = grains(neighbours(rows), [None] * len(rows))
    return found.level(found.best)


def root_many(rows: Vectors) -> Labels:
    """The grain with √n groups."""
    found = grains(neighbours(rows), [None] * len(rows))
    return found.level(min(range(len(found)), key=lambda step: abs(found.count(step) - isqrt(len(rows)))))


def average_linkage(rows: Vectors) -> Labels:
    """Join the two groups whose notes are nearest in the mean, until none are nearer than `CUT`."""
    groups = [[at] for at in range(len(rows))]
    near = (rows @ rows.T).astype(np.float64)
    np.fill_diagonal(near, -np.inf)
    while len(groups) > 1 and near.max() > 1.0 - CUT:
        kept, gone = sorted(divmod(int(near.argmax()), len(near)))
        sizes = len(groups[kept]), len(groups[gone])
        near[kept] = (sizes[0] * near[kept] + sizes[1] * near[gone]) / sum(sizes)
        near[:, kept], near[kept, kept] = near[kept], -np.inf
        near = np.delete(np.delete(near, gone, axis=0), gone, axis=1)
        groups[kept] += groups.pop(gone)
    home = {at: label for label, held in enumerate(groups) for at in held}
    return [home[at] for at in range(len(rows))]


WAYS: dict[str, Callable[[Read], Labels]] = {
    "characters, 2–3 in a row, TF-IDF": lambda notes: communities(letters(notes)),
    "words, TF-IDF, centred": lambda notes: communities(centred(words(notes))),
    "sentences, centred": lambda notes: communities(seen(notes, parts="s")),
    "word vectors, centred": lambda notes: communities(seen(notes, parts="w")),
    "sentences and word vectors": lambda notes: communities(centred(seen(notes))),
    "+ learned turn": lambda notes: communities(taught(notes, moves=False)),
    "+ learned moves": lambda notes: communities(taught(notes, turn=False)),
    "+ both (as built)": lambda notes: communities(taught(notes)),
    "as built, not centred": lambda notes: communities(taught(notes, unit)),
    "as built, average linkage": lambda notes: average_linkage(taught(notes)),
    "as built, √n groups": lambda notes: root_many(taught(notes)),
}


def scores(way: Callable[[Read], Labels]) -> list[tuple[float, float]]:
    """For each board the adjusted Rand index, and groups of two and more found / true."""
    found = []
    for name in developed():
        known, given = board(name), [str(label) for label in way(read(name))]
        index = adjusted_rand([known.themes[note.id] for note in known.notes], given)
        found.append((index, sum(count > 1 for count in Counter(given).values()) / known.groups))
    return found


def suggested(memory: Memory | None) -> list[tuple[float, float]]:
    """The same of the suggestion itself, which leaves alone what fits nowhere; by words only without a memory."""
    found = []
    for name in developed():
        known = board(name)
        proposal = suggest_groups(known.notes, memory=memory, sentences=memory is not None).at()
        given = labels(proposal)
        index = adjusted_rand(list(known.themes.values()), [given[note_id] for note_id in known.themes])
        found.append((index, len(proposal.groups) / known.groups))
    return found


def main() -> None:
    """Print the table."""
    rows = {name: scores(way) for name, way in WAYS.items()}
    rows["as built, what fits nowhere left alone"] = suggested(Memory())
    rows["the same by words only"] = suggested(None)
    print("| way | mean ARI | least | groups found / true |\n| --- | --- | --- | --- |")  # noqa: T201
    for name, found in rows.items():
        indices, ratios = zip(*found, strict=True)
        print(f"| {name} | {mean(indices):.3f} | {min(indices):.3f} | {mean(ratios):.2f} |")  # noqa: T201


if __name__ == "__main__":
    main()
