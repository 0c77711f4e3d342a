"""Why a note is in its group, and what holds a group together: words that are there, quoted as written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from models.grouping.kinship import Kinship
from models.grouping.telling import Board, Key, Word, group_words, is_hollow
from models.language import gettext as _

MOST_WORDS = 3
"""So many words are named: more are not read."""

MOST_PAIRS = 2

WIDELY = 0.6
"""From this share of its notes on, words hold a group together; below, they only stand out."""

RARELY = 3.0
"""A word is rare outside if it is so many times as frequent inside."""

_KNOWN_GROUPS = 128


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two different words, as written, for nearly the same thing."""

    own: str
    other: str
    weight: float
    nodes: frozenset[int]

    def __str__(self) -> str:
        return f"{self.own}／{self.other}"


class Reasons:
    """Reasons for the groups of a board, each worked out when asked for."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._groups: dict[tuple[int, ...], dict[Key, Word]] = {}

    def of_member(self, at: int, group: Sequence[int]) -> str:
        """Why `at` is in `group`."""
        words = self._words(group)
        telling = _most_telling(word for word in words.values() if at in word.inside and len(word.inside) > 1)
        things = [self._as_written(word, at) for word in telling if word.is_thing][:MOST_WORDS]
        pairs = [str(pair) for pair in self._close_to_member(at, words)][: 1 if len(things) > 1 else MOST_PAIRS]
        if things or pairs:
            return _joined(_in_common(things), _in_other_words(pairs))
        verbs = [self._as_written(word, at) for word in telling][:MOST_WORDS]
        return _in_common(verbs) or _("The whole sentences are close in meaning")

    def of_group(self, group: Sequence[int]) -> str:
        """What holds `group` together, then what sets it apart."""
        words = self._words(group)
        holding = _most_telling(word for word in words.values() if len(word.inside) > 1)
        named = [word for word in holding if word.is_thing][:MOST_WORDS] or holding[:MOST_WORDS]
        pairs = self._close_within(words)[:MOST_PAIRS]
        covered = frozenset[int]().union(*(word.inside for word in named), *(pair.nodes for pair in pairs))
        widely = len(covered) >= WIDELY * len(group)
        return _joined(_holding([word.shown for word in named], widely), _pairs_of(pairs), _apart(named, holding))

    def _words(self, group: Sequence[int]) -> dict[Key, Word]:
        key = tuple(sorted(group))
        if key not in self._groups:
            if len(self._groups) >= _KNOWN_GROUPS:
                self._groups.clear()
            self._groups[key] = group_words(self._board, key)
        return self._groups[key]

    def _as_written(self, word: Word, at: int) -> str:
        """The word as this note writes it (打合せ, where others write 打ち合わせ)."""
        if len(word.key) > 1:
            return word.shown
        return next(term.shown for term in self._board.words[at] if term.form == word.key[0])

    @cached_property
    def _kinship(self) -> Kinship:
        return Kinship(term for held in self._board.words for term in held)

    def _close_to_member(self, at: int, words: dict[Key, Word]) -> list[_Pair]:
        """Its words beside words of the others that say nearly the same, the closest to most of them first."""
        singles = _single_things(words)
        own = [word for word in singles if word.inside == {at}]
        others = [word for word in singles if at not in word.inside]
        pairs = self._pairs(own, others)
        return [_Pair(self._as_written_own(pair, own, at), pair.other, pair.weight, pair.nodes) for pair in pairs]

    def _as_written_own(self, pair: _Pair, own: Sequence[Word], at: int) -> str:
        return next((self._as_written(word, at) for word in own if word.shown == pair.own), pair.own)

    def _close_within(self, words: dict[Key, Word]) -> list[_Pair]:
        """Pairs that bring notes of the group together which share no word."""
        singles = _single_things(words)
        return self._pairs(singles, singles)

    def _pairs(self, some: Sequence[Word], others: Sequence[Word]) -> list[_Pair]:
        """Close pairs, each word once, the most telling first."""
        closeness = self._kinship.closeness([word.key[0] for word in some], [word.key[0] for word in others])
        found = []
        for row, column in np.argwhere(closeness > 0).tolist():
            one, other = some[row], others[column]
            weight = float(closeness[row, column]) * (one.telling + other.telling)
            if one.key < other.key or some is not others:
                found.append(_Pair(one.shown, other.shown, weight, one.inside | other.inside))
        found.sort(key=lambda pair: (-pair.weight, pair.own, pair.other))
        return _each_word_once(found)


def _single_things(words: dict[Key, Word]) -> list[Word]:
    return [word for word in words.values() if word.is_thing and len(word.key) == 1 and not is_hollow(word)]


def _each_word_once(pairs: Iterable[_Pair]) -> list[_Pair]:
    seen: set[str] = set()
    kept = []
    for pair in pairs:
        if seen.isdisjoint((pair.own, pair.other)):
            kept.append(pair)
            seen.update((pair.own, pair.other))
    return kept


def _most_telling(words: Iterable[Word]) -> list[Word]:
    """Words that tell at all, the most telling first, none that is part of one before it."""
    kept: list[Word] = []
    for word in sorted(words, key=lambda word: (-word.telling, word.key)):
        if word.telling > 0 and not is_hollow(word) and not any(_overlap(word, other) for other in kept):
            kept.append(word)
    return kept


def _overlap(one: Word, other: Word) -> bool:
    return not set(one.key).isdisjoint(other.key)


def _quoted(words: Iterable[str]) -> str:
    return "".join(_("“{word}”").format(word=word) for word in words)


def _joined(*parts: str) -> str:
    return _(". ").join(part for part in parts if part)


def _in_common(words: Sequence[str]) -> str:
    return _("{words} in common").format(words=_quoted(words)) if words else ""


def _in_other_words(pairs: Sequence[str]) -> str:
    return _("Close in other words: {pairs}").format(pairs=_(", ").join(pairs)) if pairs else ""


def _holding(words: Sequence[str], widely: bool) -> str:
    if not words:
        return _("Few words in common; the whole sentences are close in meaning")
    return (_("Held together by {words}") if widely else _("{words} stand out")).format(words=_quoted(words))


def _pairs_of(pairs: Sequence[_Pair]) -> str:
    return _in_other_words([str(pair) for pair in pairs])


def _apart(named: Sequence[Word], holding: Sequence[Word]) -> str:
    """Words found nowhere else, or hardly; of those named above it is only said that they are."""
    nowhere = [word for word in holding if not word.outside]
    if named and all(word in nowhere for word in named):
        return _("Found nowhere else")
    if nowhere:
        return _("Not elsewhere: {words}").format(words=_quoted(word.shown for word in nowhere[:MOST_WORDS]))
    rarely = [word for word in holding if len(word.inside) >= RARELY * word.outside]
    return _("Rare elsewhere: {words}").format(words=_quoted(word.shown for word in rarely[:2])) if rarely else ""
