"""Titles and reasons in the notes' own words: a suggestion nobody can follow is a suggestion nobody takes."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from models.grouping.likeness import rarity
from models.grouping.words import OTHER_WEIGHT, NoteWords
from models.language import gettext as _
from models.text import clean_line, cut

TITLE_CHARS = 24
MOST_WORDS = 3
MOST_FEATURES = 24

_SENTENCE_END = re.compile(r"(?<=[。．!?！？])|\n")


class Evidence:
    """Which words notes share. `words` are the features by position, `shared` the holders of each shared feature."""

    def __init__(self, words: Sequence[NoteWords], shared: Mapping[str, Sequence[int]]) -> None:
        self._words = words
        self._shared = {feature: frozenset(holders) for feature, holders in shared.items()}

    def joined(self, group: Sequence[int]) -> frozenset[int]:
        """Those of `group` that share anything with another of it."""
        inside = frozenset(group)
        features = {feature for at in group for feature in self._words[at].weights}
        held = (self._shared.get(feature, frozenset()) & inside for feature in features)
        return frozenset().union(*(holders for holders in held if len(holders) > 1))

    def between(self, at: int, others: Sequence[int]) -> list[tuple[str, list[int]]]:
        """What the note shares with `others`, the most telling first, each with those who have it too."""
        rest = frozenset(others)
        held = ((feature, self._shared.get(feature, frozenset()) & rest) for feature in self._words[at].weights)
        found = [(feature, sorted(holders)) for feature, holders in held if holders]
        found.sort(key=lambda pair: (-self._told_by(pair[0], at) * len(pair[1]), pair[0]))
        return found[:MOST_FEATURES]

    def within(self, group: Sequence[int]) -> list[tuple[str, list[int]]]:
        """What at least two of `group` share, the most telling first, each with its holders."""
        inside = frozenset(group)
        features = sorted({feature for at in group for feature in self._words[at].weights if feature in self._shared})
        held = [(feature, sorted(self._shared[feature] & inside)) for feature in features]
        told = [(feature, holders) for feature, holders in held if len(holders) > 1]
        return sorted(told, key=lambda pair: (-sum(self._told_by(pair[0], at) for at in pair[1]), pair[0]))

    def written(self, feature: str, holders: Sequence[int]) -> list[str]:
        """The ways `feature` is written by `holders`, the most frequent first."""
        counts = Counter(word for at in holders for word in self._words[at].shown[feature])
        return sorted(counts, key=lambda word: (-counts[word], -len(word), word))

    def names_a_thing(self, feature: str, at: int) -> bool:
        """Whether the feature is more than a verb or an adjective."""
        return self._words[at].weights[feature] > OTHER_WEIGHT

    def _told_by(self, feature: str, at: int) -> float:
        return self._words[at].weights[feature] * rarity(len(self._shared[feature]), len(self._words))


def quoted(words: Sequence[str]) -> str:
    """Words as a reason shows them: 『紙』『印刷』."""
    return "".join(_("“{word}”").format(word=cut(word, 16)) for word in words)


def member_reason(evidence: Evidence, at: int, others: Sequence[int]) -> str:
    """Why one note fits: the things it has in common with others, else a pair of close words, else common verbs."""
    told: dict[bool, list[str]] = {True: [], False: []}
    near: tuple[str, str] | None = None
    for feature, holders in evidence.between(at, others):
        own, theirs = evidence.written(feature, [at]), evidence.written(feature, holders)
        same = [word for word in theirs if word in own]
        if same:
            _add_word(told[evidence.names_a_thing(feature, at)], same[0])
        elif near is None:
            near = (own[0], theirs[0])
    if near and not told[True]:
        return _("{word} and {other} go together").format(word=quoted(near[:1]), other=quoted(near[1:]))
    return _("{words} in common").format(words=quoted((told[True] or told[False])[:MOST_WORDS]))


def group_reason(evidence: Evidence, group: Sequence[int]) -> str:
    """What a group is about: the words that tell most of it."""
    words: list[str] = []
    for feature, holders in evidence.within(group):
        if len(holders) * 3 >= len(group):
            for word in evidence.written(feature, holders)[:2]:
                if not any(word in known or known in word for known in words):
                    words.append(word)
    return _("They are about {words}").format(words=quoted(words[:MOST_WORDS])) if words else _("They read alike")


def _add_word(words: list[str], word: str) -> None:
    """Add `word` unless it says no more than one that is there; the longer of two wins the place."""
    for place, known in enumerate(words):
        if word in known or known in word:
            words[place] = max(known, word, key=len)
            return
    words.append(word)


def central_title(texts: Sequence[str], nearness: Sequence[float]) -> str:
    """A proposal for the title: the note that is closest to all the others, its first sentence, shortened."""
    chosen = min(zip(texts, nearness, strict=True), key=lambda pair: (-pair[1], len(pair[0]), pair[0]))[0]
    sentence = next((part for part in _SENTENCE_END.split(chosen) if part.strip()), chosen)
    line = clean_line(sentence)
    return cut(line.rstrip("。．") or line, TITLE_CHARS)
