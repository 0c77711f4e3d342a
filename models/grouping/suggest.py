"""From notes and the groups that exist to a suggestion: pure, deterministic, and a person's hand always wins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from models.board import Cluster, Note
from models.grouping.communities import neighbours
from models.grouping.encoder import NoEncoder, encoder
from models.grouping.evidence import Evidence
from models.grouping.grains import grains
from models.grouping.learned import Vectors
from models.grouping.meaning import meanings, sentence_rows
from models.grouping.memory import Memory
from models.grouping.proposal import Cancelled
from models.grouping.suggestion import Board, Suggestion
from models.grouping.words import Term, terms
from models.text import is_blank, search_key

Progress = Callable[[float], None]
Check = Callable[[], None]

_BITE = 512
"""Texts that are read before they are remembered: work that is called off is not lost."""


@dataclass(slots=True)
class _Node:
    """One text of one owner; a title is a node of its group without notes."""

    text: str
    owner: str | None
    notes: list[Note] = field(default_factory=list)


def suggest(
    notes: Sequence[Note],
    clusters: Sequence[Cluster],
    memory: Memory | None,
    cancelled: Callable[[], bool],
    progress: Progress,
) -> Suggestion:
    """See `models.grouping.suggest_groups`; without a `memory` only words are compared."""

    def check() -> None:
        if cancelled():
            raise Cancelled

    nodes = _nodes(notes, clusters)
    words = _words(nodes, check)
    sentences = (
        None if memory is None or not nodes else _sentences([node.text for node in nodes], memory, check, progress)
    )
    vectors = meanings(words, sentences)
    vectors[[not _says_a_word(held) for held in words]] = 0.0
    told = [at for at, node in enumerate(nodes) if not is_blank(node.text)]
    check()
    owners = [nodes[at].owner for at in told]
    graph = neighbours(vectors[told], check)
    numbers = {owner: number for number, owner in enumerate(dict.fromkeys(owners)) if owner is not None}
    found = grains(graph, [None if owner is None else numbers[owner] for owner in owners])
    check()
    holders = [nodes[at].notes for at in told]
    told_ids = {note.id for held in holders for note in held}
    board = Board(
        holders=holders,
        owners=owners,
        titles={cluster.id: cluster.title for cluster in clusters if cluster.title.strip()},
        loose=[note for note in notes if note.cluster_id is None and note.id not in told_ids],
        evidence=Evidence([nodes[at].text for at in told], [words[at] for at in told], vectors[told]),
        vectors=vectors[told],
        by_words_only=sentences is None,
    )
    return Suggestion(board, found)


def _nodes(notes: Sequence[Note], clusters: Sequence[Cluster]) -> list[_Node]:
    """What takes part, in an order that depends on what notes say, never on how they came; equal notes are one."""
    taking_part = [note for note in notes if note.cluster_id is not None or not (note.placed or note.locked)]
    keyed = [(search_key(note.text), note.text, note.cluster_id or "", note.id, note) for note in taking_part]
    nodes: dict[tuple[str, str], _Node] = {}
    for key, text, owner, _note_id, note in sorted(keyed, key=lambda held: held[:4]):
        nodes.setdefault((owner, key), _Node(text, note.cluster_id)).notes.append(note)
    titled = sorted((cluster.title, cluster.id) for cluster in clusters if cluster.title.strip())
    return [*nodes.values(), *(_Node(title, cluster_id) for title, cluster_id in titled)]


def _words(nodes: Sequence[_Node], check: Check) -> list[tuple[Term, ...]]:
    words = []
    for node in nodes:
        check()
        words.append(terms(node.text))
    return words


def _says_a_word(words: Sequence[Term]) -> bool:
    """Whether there is a letter in it: of pictures alone nobody can tell how near they are."""
    return any(character.isalnum() for term in words for character in term.form)


def _sentences(texts: Sequence[str], memory: Memory, check: Check, progress: Progress) -> Vectors | None:
    """What the sentences mean, or None where there is no encoder."""
    rows = []
    try:
        for start in range(0, len(texts), _BITE):

            def encode(new: Sequence[str], start: int = start) -> Vectors:
                def between(done: int) -> None:
                    check()
                    progress(min(1.0, (start + done) / len(texts)))

                return sentence_rows(encoder().encode(new, between))

            rows.append(memory.rows(texts[start : start + _BITE], encode))
    except NoEncoder:
        return None
    return np.concatenate(rows)
