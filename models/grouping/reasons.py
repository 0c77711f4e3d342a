"""Why a note is in its group, and what holds a group together: words that are there, quoted as written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.grouping.kinship import Kin, Kinship
from models.grouping.learned import Vectors
from models.grouping.morphs import in_full
from models.grouping.telling import Board, Key, Word, group_words, is_hollow, most_telling
from models.language import gettext as _
from models.text import clean_line, cut

MOST_WORDS = 3
"""So many words are named: more are not read."""

MOST_PAIRS = 2

WIDELY = 0.6
"""From this share of its notes on, words hold a group together; below, they only stand out."""

RARELY = 3.0
"""A word is rare outside if it is so many times as frequent inside."""

QUOTED_CHARS = 20
"""So much of another note is quoted where no word can be named."""

AS_IT_IS = 3
"""A compound of more characters than this is another thing than its word, but for an ending: 検収印 is a 判子 still."""

COMPARED = 250
"""So many of a group's words, the most telling, are compared with each other."""

_KNOWN_GROUPS = 128


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two different words, as written."""

    own: str
    other: str
    kin: Kin
    weight: float
    nodes: frozenset[int]

    def __str__(self) -> str:
        return f"{self.own}／{self.other}"


class Reasons:
    """Reasons for the groups of a board, each worked out when asked for; `vectors` are its nodes' (n×d)."""

    def __init__(self, board: Board, vectors: Vectors) -> None:
        self._board, self._vectors = board, vectors
        self._groups: dict[tuple[int, ...], _Group] = {}

    def of_member(self, at: int, group: Sequence[int]) -> str:
        """Why `at` is in `group`: words in common, else words close to others', else the note it is closest to."""
        words = self._group(group).words
        telling = most_telling(word for word in words.values() if at in word.inside and len(word.inside) > 1)
        things = [self._as_written(word, at) for word in telling if word.is_thing][:MOST_WORDS]
        pairs = self._close_to_member(at, words)
        same = _of_kin(pairs, Kin.SAME)[: 1 if things else MOST_PAIRS]
        if things or same:
            return _joined(_in_common(things), _in_other_words(same))
        verbs = [self._as_written(word, at) for word in telling][:MOST_WORDS]
        akin = _of_kin(pairs, Kin.AKIN)[: 1 if verbs else MOST_PAIRS]
        return _joined(_in_common(verbs), _of_one_matter(akin)) or self._closest(at, group)

    def of_group(self, group: Sequence[int]) -> str:
        """What holds `group` together, then what sets it apart."""
        if len(group) == 1:
            return _("The notes say the same, word for word")
        found = self._group(group)
        named = [word for word in found.holding if word.is_thing][:MOST_WORDS] or found.holding[:MOST_WORDS]
        pairs = found.pairs
        same, akin = _of_kin(pairs, Kin.SAME)[:MOST_PAIRS], _of_kin(pairs, Kin.AKIN)[:MOST_PAIRS]
        if named:
            covered = frozenset[int]().union(*(word.inside for word in named), *(pair.nodes for pair in same))
            shown = [word.shown for word in named]
            return _joined(_holding(shown, same, len(covered) >= WIDELY * len(group)), _apart(named, found.holding))
        few = _("Few words in common; the whole sentences are close in meaning")
        return _in_other_words(same) or _joined(few, _of_one_matter(akin))

    def _closest(self, at: int, group: Sequence[int]) -> str:
        """The note of the group whose whole sentence is nearest."""
        others = [other for other in sorted(group) if other != at]
        if not others:
            return _("The notes say the same, word for word")
        likeness = (self._vectors[others] @ self._vectors[at]).round(4)
        nearest = self._board.texts[others[int(likeness.argmax())]]
        return _("The whole sentence is close to “{note}”").format(note=cut(clean_line(nearest), QUOTED_CHARS))

    def _group(self, group: Sequence[int]) -> "_Group":
        key = tuple(sorted(group))
        if key not in self._groups:
            if len(self._groups) >= _KNOWN_GROUPS:
                self._groups.clear()
            words = group_words(self._board, key)
            self._groups[key] = _Group(words, lambda: self._close_within(words))
        return self._groups[key]

    def _as_written(self, word: Word, at: int) -> str:
        """The word as this note writes it (打合せ, where others write 打ち合わせ)."""
        if len(word.key) > 1:
            return word.shown
        return next(term.shown for term in self._board.words[at] if term.form == word.key[0])

    def _in_full(self, word: Word, at: int) -> str:
        """The same with what it is part of there: 検収印, not 印."""
        whole = in_full(self._board.texts[at], word.key[0]) if word.is_thing else None
        return whole or self._as_written(word, at)

    def _is_narrower(self, word: Word, shown: str) -> bool:
        """Whether a word is shown in a compound that says more than the word: 早期治療 is no other word for 診療."""
        return len(shown) > max(AS_IT_IS, len(self._as_written(word, min(word.inside))) + 1)

    @cached_property
    def _kinship(self) -> Kinship:
        return Kinship(term for held in self._board.words for term in held)

    def _close_to_member(self, at: int, words: dict[Key, Word]) -> list[_Pair]:
        """Its words beside words of the others, the closest to most of them first."""
        singles = _single_words(words)
        own = {form: word for form, word in singles.items() if word.inside == {at}}
        others = {form: word for form, word in singles.items() if at not in word.inside}
        return self._pairs(own, others)

    def _close_within(self, words: dict[Key, Word]) -> list[_Pair]:
        """Pairs that bring notes of the group together which share no word."""
        telling = sorted(_single_words(words).items(), key=lambda item: (-item[1].telling, item[0]))
        singles = dict(telling[:COMPARED])
        return [pair for pair in self._pairs(singles, singles) if pair.own < pair.other]

    def _pairs(self, some: dict[str, Word], others: dict[str, Word]) -> list[_Pair]:
        """Close pairs, the most telling first; what stands in one note is no other word for it."""
        found = []
        for one, other, kin, closeness in self._kinship.among(list(some), list(others)):
            if self._board.holders[one].isdisjoint(self._board.holders[other]):
                own, theirs = some[one], others[other]
                weight = closeness * (own.telling + theirs.telling)
                shown = self._in_full(own, min(own.inside)), self._in_full(theirs, min(theirs.inside))
                near = Kin.AKIN if self._is_narrower(own, shown[0]) or self._is_narrower(theirs, shown[1]) else kin
                found.append(_Pair(*shown, near, weight, own.inside | theirs.inside))
        found.sort(key=lambda pair: (-pair.kin, -pair.weight, pair.own, pair.other))
        return _each_word_once(pair for pair in found if not _is_spelling(pair.own, pair.other))


class _Group:
    """What was worked out of a group, each thing once: a panel asks again and again."""

    def __init__(self, words: dict[Key, Word], close_within: Callable[[], list[_Pair]]) -> None:
        self.words, self._close_within = words, close_within

    @cached_property
    def holding(self) -> list[Word]:
        """The words that two of its notes or more share, the most telling first."""
        return most_telling(word for word in self.words.values() if len(word.inside) > 1)

    @cached_property
    def pairs(self) -> list[_Pair]:
        """Close words of different notes."""
        return self._close_within()


def _single_words(words: dict[Key, Word]) -> dict[str, Word]:
    singles = (word for word in words.values() if len(word.key) == 1 and word.telling > 0 and not is_hollow(word))
    return {word.key[0]: word for word in singles}


def _is_spelling(one: str, other: str) -> bool:
    """Whether one word is in the other: 祭り and 秋祭り are hardly different words."""
    return one in other or other in one


def _of_kin(pairs: Iterable[_Pair], kin: Kin) -> list[_Pair]:
    return [pair for pair in pairs if pair.kin is kin]


def _each_word_once(pairs: Iterable[_Pair]) -> list[_Pair]:
    seen: set[str] = set()
    kept = []
    for pair in pairs:
        if seen.isdisjoint((pair.own, pair.other)):
            kept.append(pair)
            seen.update((pair.own, pair.other))
    return kept


def _quoted(words: Iterable[str]) -> str:
    return "".join(_("“{word}”").format(word=word) for word in words)


def _joined(*parts: str) -> str:
    return _(". ").join(part for part in parts if part)


def _in_common(words: Sequence[str]) -> str:
    return _("{words} in common").format(words=_quoted(words)) if words else ""


def _in_other_words(pairs: Sequence[_Pair]) -> str:
    return _("Close in other words: {pairs}").format(pairs=_listed(pairs)) if pairs else ""


def _of_one_matter(pairs: Sequence[_Pair]) -> str:
    return _("Words of one matter: {pairs}").format(pairs=_listed(pairs)) if pairs else ""


def _listed(pairs: Sequence[_Pair]) -> str:
    return _(", ").join(str(pair) for pair in pairs)


def _holding(words: Sequence[str], same: Sequence[_Pair], widely: bool) -> str:
    close = _(" (close in other words: {pairs})").format(pairs=_listed(same)) if same else ""
    whole = _("Held together by {words}{close}") if widely else _("{words}{close} stand out")
    return whole.format(words=_quoted(words), close=close)


def _apart(named: Sequence[Word], holding: Sequence[Word]) -> str:
    """Words found nowhere else, or hardly; of those named above it is only said that they are."""
    nowhere = [word for word in holding if not word.outside]
    if named and all(word in nowhere for word in named):
        return _("Found nowhere else")
    if nowhere:
        return _("Not elsewhere: {words}").format(words=_quoted(word.shown for word in nowhere[:2]))
    rarely = [word for word in holding if len(word.inside) >= RARELY * word.outside]
    return _("Rare elsewhere: {words}").format(words=_quoted(word.shown for word in rarely[:2])) if rarely else ""
