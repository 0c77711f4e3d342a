"""Phrases of a note that could be a title: as they stand there, from the start of one part of a sentence to its end.

Nothing is put together. What goes is what stands around the phrase: full stops, と思います, です after a word that can
close a sentence without it. A phrase never begins within a phrase that it needs (its condition, what is said of its
noun), and never ends before what would turn it round (ない, わけではない).
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from models.grouping.endings import BREAKS, FORMAL, POINTING, STOPS, Shape, shape_at
from models.grouping.morphs import Morph, Reading, reading
from models.grouping.words import KNOWN_TEXTS, READ_CHARS

LEAST_CHARS, MOST_CHARS = 4, 24

UNSAID = 0.4
"""So much is lost by leaving out the other sentences of a note, if they say nearly all."""

_READ_CHARS = 160
"""A title is looked for only so far into a note; who writes more has said by then what it is about."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a text as written. `forms` are its words; `lost` tells how much of the sentence is missing, 0..1."""

    text: str
    forms: frozenset[str]
    shape: Shape
    lost: float
    is_whole: bool = False


_STARTERS = ("名詞", "形状詞", "接頭辞", "代名詞")
_LONERS = ("副詞", "連体詞", "接続詞", "感動詞", "動詞", "形容詞", *_STARTERS)
_LINKS = frozenset(("の", "や", "と", "か", "とか", "など", "だけ"))
_CONDITIONS = frozenset(("と", "ば", "ても", "でも", "たって"))
_LAUGHS = re.compile(r"[（(](笑|泣|汗|涙|怒)[)）]")
_OPENERS, _CLOSERS = "「『（(【[〈《“", "」』）)】]〉》”"
_TRAILING_MARKS = re.compile(r"[^\w\s%％℃」』）)]+$")
_DROPPED_ENDS = re.compile(r"[\s。．.！!、，,…‥・♪☆★〜～]+$")


@functools.lru_cache(maxsize=KNOWN_TEXTS)
def phrases(text: str) -> tuple[Phrase, ...]:
    """All phrases of `text` that could stand as a title, 4 to 24 characters long."""
    found: dict[str, Phrase] = {}
    sentences = [sentence for sentence in _sentences(reading(text)) if _is_read(sentence, text)]
    sizes = [sum(1 for morph in sentence if _says_something(morph)) for sentence in sentences]
    for sentence, size in zip(sentences, sizes, strict=True):
        unsaid = UNSAID * (1 - size / max(1, sum(sizes)))
        for phrase in _of_sentence(text, sentence):
            known = found.get(phrase.text)
            if known is None or phrase.lost + unsaid < known.lost:
                found[phrase.text] = replace(phrase, lost=phrase.lost + unsaid)
    return tuple(found.values())


def _sentences(read: Reading) -> Iterator[Reading]:
    """Runs of words between full stops and line ends."""
    run: list[Morph] = []
    for morph in read:
        if morph.written.strip(STOPS + " 　"):
            run.append(morph)
        elif morph.written.strip(" 　"):
            if run:
                yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _is_read(sentence: Reading, text: str) -> bool:
    """Whether it begins early enough, and is there to its end."""
    return sentence[0].start < _READ_CHARS and not sentence[-1].end == READ_CHARS < len(text)


def _of_sentence(text: str, sentence: Reading) -> Iterator[Phrase]:
    says = [_says_something(morph) for morph in sentence]
    ends = [(at, shape) for at in range(len(sentence)) if (shape := shape_at(sentence, at)) is not None]
    for first, lost in _starts(sentence):
        for last, shape in ends:
            if last >= first and LEAST_CHARS <= sentence[last].end - sentence[first].start <= MOST_CHARS:
                after = sum(says[last + 1 :])
                phrase = _phrase(text, sentence[first : last + 1], shape, is_whole=first == 0 and not after)
                if phrase is not None:
                    yield replace(phrase, lost=_lost(phrase, lost, after / max(1, sum(says))))


def _lost(phrase: Phrase, before: float, after: float) -> float:
    """What the sentence loses by what stands `before` the phrase and by the share of its words `after` it."""
    commas = 0.1 * phrase.text.count("、")
    return commas if phrase.is_whole else commas + min(1.0, before + 0.5 * after)


def _phrase(text: str, parts: Reading, shape: Shape, is_whole: bool) -> Phrase | None:
    written = _TRAILING_MARKS.sub("", text[parts[0].start : parts[-1].end]).strip()
    if len(written) < LEAST_CHARS or not _is_balanced(written):
        return None
    said = _shape_of(parts, shape, is_whole)
    if said is None:
        return None
    return Phrase(written, frozenset(part.form for part in parts if _says_something(part)), said, 0.0, is_whole)


def _shape_of(parts: Reading, shape: Shape, is_whole: bool) -> Shape | None:
    """What the phrase is once its beginning is known; None if it would say nothing, or only half of something."""
    telling = [part for part in parts if _says_something(part)]
    if len(telling) < 2 or not _has_matter(telling, is_whole):
        return None
    if all(part.is_name or part.kind in ("接頭辞", "接尾辞", "補助記号", "空白") for part in parts):
        return Shape.NAME if is_whole else None
    if shape is Shape.LABEL:
        return Shape.LABEL if _is_one_name(parts) else None
    if any(part.kind == "助詞" and part.written not in ("て", "の") for part in parts):
        return shape
    things = (part for part, following in pairwise(parts) if part.is_name and following.form != "為る")
    return Shape.CLAUSE if is_whole and any(things) else None


def _has_matter(telling: list[Morph], is_whole: bool) -> bool:
    """Whether it is about something: a noun, or in a whole sentence two words that are no ない or いい."""
    if any(part.kind in ("名詞", "形状詞") for part in telling):
        return True
    return is_whole and sum(1 for part in telling if part.detail != "非自立可能") > 1


def _is_one_name(parts: Reading) -> bool:
    """Whether all that is said leads up to the noun at the end: not 家で夜中に子ども, which was cut from a sentence."""
    is_open = False
    for part, following in pairwise(parts):
        if part.written in BREAKS or part.written in ("は", "も", "では", "には"):
            return False
        links = part.written in _LINKS and part.detail != "接続助詞"
        binds = part.kind == "助詞" and not links and following.written != "の"
        if part.is_closed:
            is_open = False
        elif binds or part.kind in ("動詞", "形容詞", "助動詞"):
            is_open = True
    return not is_open


def _says_something(morph: Morph) -> bool:
    if morph.detail == "非自立可能" and morph.kind != "形容詞":
        return False
    if morph.form in FORMAL or morph.form in POINTING or morph.detail == "助動詞語幹":
        return False
    return morph.kind in ("名詞", "動詞", "形容詞", "形状詞")


def _starts(sentence: Reading) -> Iterator[tuple[int, float]]:
    """Where a phrase may begin, and what is lost by leaving out what stands before; none after a condition."""
    before: Reading = ()
    for at, morph in enumerate(sentence):
        if before and _is_condition(before[-1], morph):
            return
        lost = _lost_before(before, morph, sentence[at + 1] if at + 1 < len(sentence) else morph)
        if lost is not None:
            yield at, lost
        if morph.written.strip():
            before = (*before, morph)


def _lost_before(before: Reading, morph: Morph, following: Morph) -> float | None:
    """What is lost if a phrase begins with `morph`, or None if it may not begin there."""
    if morph.kind not in _LONERS or morph.kind in ("接続詞", "感動詞") or morph.form in POINTING | FORMAL:
        return None
    if all(part.kind in ("接続詞", "感動詞", "補助記号") for part in before):
        return 0.0
    if morph.kind not in _STARTERS or morph.detail == "数詞" or following.form == "為る" or following.written in "、，":
        return None
    last = before[-1]
    if last.kind in ("補助記号", "記号"):
        return None if last.written not in BREAKS or _is_list(before) else 0.15
    return _lost_after(last)


def _is_list(before: Reading) -> bool:
    """Whether a comma stands after a noun: 通知表、調査書、…"""
    return before[-1].written in "、，" and before[-2].is_name and before[-2].nature != "副詞可能"


def _lost_after(last: Morph) -> float | None:
    """What is lost if only a particle's phrase is left out; a subject or an object never is."""
    if last.kind != "助詞" or last.detail == "準体助詞":
        return None
    if last.written in ("は", "も", "では", "には"):
        return 0.25
    return 0.4 if last.written in ("て", "で", "に", "から", "まで", "ので", "し") else None


def _is_condition(part: Morph, following: Morph) -> bool:
    """Whether what follows holds only if, or although, something is so: 担当者が休むと, 一人でも."""
    if part.ending.startswith("仮定形"):
        return True
    if part.form in ("ず", "ぬ", "ない") and following.written in ("に", "で"):
        return True
    if part.kind != "助詞":
        return False
    if part.detail == "接続助詞" and part.written in _CONDITIONS:
        return True
    return part.written in ("て", "で") and following.written == "も"


def _is_balanced(text: str) -> bool:
    return all(text.count(one) == text.count(other) for one, other in zip(_OPENERS, _CLOSERS, strict=True))


def trimmed(text: str) -> str:
    """`text` without full stops, laughs and marks at its end."""
    return _DROPPED_ENDS.sub("", _LAUGHS.sub("", text)).strip()
