"""Phrases of a note that could be a title: as they stand there, from the start of one part of a sentence to its end.

Nothing is put together. What goes is what stands around the phrase: full stops, と思います, です after a word that can
close a sentence without it. A phrase never begins within a phrase that it needs (its condition, what is said of its
noun), and never ends before what would turn it round (ない, わけではない).
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from models.grouping.reading import Morph, Reading, reading

LEAST_CHARS, MOST_CHARS = 4, 24

KNOWN_TEXTS = 20_000

_READ_CHARS = 240
"""A title is looked for only so far into a note; who writes more has said by then what it is about."""


class Shape(IntEnum):
    """What a phrase is, the better the higher."""

    NAME = 0
    """Nouns alone: 通勤手当."""
    LABEL = 1
    """A noun with something said of it: 答弁セットの印刷."""
    CLAUSE = 2
    """Something said, but open or polite at its end: パソコンを速いものに."""
    SAYING = 3
    """Something said, closed: 決裁ルートが長すぎる."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a text as written. `forms` are its words; `lost` tells how much of the sentence is missing, 0..1."""

    text: str
    forms: frozenset[str]
    shape: Shape
    lost: float
    is_whole: bool = False


_STOPS = "。．！？!?\n\r♪☆★…"
_BREAKS = "、，,;；:：()（）[]［］【】「」『』→⇒・/／"
_STARTERS = ("名詞", "形状詞", "形容詞", "接頭辞", "代名詞")
_LONERS = ("副詞", "連体詞", "接続詞", "感動詞", "動詞", *_STARTERS)
_FORMAL = frozenset(
    "事 物 為 時 所 様 訳 筈 儘 内 程 位 方 中 前 後 上 下 間 他 等 点 際 者 人 分 度 頃 通り 限り 為に 気 何".split()
)  # noqa: SIM905
_POINTING = frozenset("其れ 此れ 彼れ 其の 此の 其処 此処 彼 彼女 私 僕 自分 そう こう".split())  # noqa: SIM905
_THINKING = frozenset(("思う", "感じる", "考える", "存ずる"))
_NOT = frozenset(("ない", "ぬ", "無い", "ず"))
_CONDITIONS = frozenset(("と", "ば", "ても", "でも", "たって"))
_CASES = frozenset("は が を に で も と から まで へ より って しか だけ さえ".split())  # noqa: SIM905
_OPENERS, _CLOSERS = "「『（(【[〈《“", "」』）)】]〉》”"
_DROPPED_ENDS = re.compile(r"[\s。．.！!、，,…‥・♪☆★〜～ー—\-–w笑]+$")


@functools.lru_cache(maxsize=KNOWN_TEXTS)
def phrases(text: str) -> tuple[Phrase, ...]:
    """All phrases of `text` that could stand as a title, 4 to 24 characters long."""
    text = text[:_READ_CHARS]
    found: dict[str, Phrase] = {}
    for sentence in _sentences(reading(text)):
        for phrase in _of_sentence(text, sentence):
            known = found.get(phrase.text)
            if known is None or phrase.lost < known.lost:
                found[phrase.text] = phrase
    return tuple(found.values())


def _sentences(read: Reading) -> Iterator[Reading]:
    """Runs of words between full stops and line ends."""
    run: list[Morph] = []
    for morph in read:
        if morph.written.strip(_STOPS + " 　"):
            run.append(morph)
        elif morph.written.strip(" 　"):
            if run:
                yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _of_sentence(text: str, sentence: Reading) -> Iterator[Phrase]:
    starts = [(at, lost) for at in range(len(sentence)) if (lost := _lost_before(sentence, at)) is not None]
    ends = [(at, shape) for at in range(len(sentence)) if (shape := _shape_at(sentence, at)) is not None]
    for first, lost in starts:
        for last, shape in ends:
            if last < first:
                continue
            if sentence[last].end - sentence[first].start > MOST_CHARS:
                break
            phrase = _phrase(text, sentence, first, last, shape, lost)
            if phrase is not None:
                yield phrase


def _phrase(text: str, sentence: Reading, first: int, last: int, shape: Shape, lost: float) -> Phrase | None:
    parts = sentence[first : last + 1]
    written = text[parts[0].start : parts[-1].end].strip()
    if not LEAST_CHARS <= len(written) <= MOST_CHARS or not _is_balanced(written) or "\n" in written:
        return None
    said = _shape_of(parts, shape)
    if said is None:
        return None
    after = sum(1 for morph in sentence[last + 1 :] if _says_something(morph))
    everything = sum(1 for morph in sentence if _says_something(morph)) or 1
    whole = first == 0 and not after
    gone = min(1.0, lost + 0.5 * after / everything + 0.15 * sum(part.written in "、，" for part in parts))
    return Phrase(written, frozenset(part.form for part in parts), said, 0.0 if whole else gone, whole)


def _shape_of(parts: Reading, shape: Shape) -> Shape | None:
    """What the phrase is once its beginning is known; None if it would say nothing."""
    telling = [part for part in parts if _says_something(part)]
    named = [part for part in telling if part.kind in ("名詞", "形状詞")]
    if len(telling) < 2 or not named:
        return None
    if all(part.is_name or part.kind in ("接頭辞", "接尾辞", "補助記号", "空白") for part in parts):
        return Shape.NAME
    if shape in (Shape.SAYING, Shape.CLAUSE) and not any(part.kind == "助詞" or part.is_closed for part in parts):
        return Shape.NAME
    return shape


def _says_something(morph: Morph) -> bool:
    if morph.detail == "非自立可能" and morph.kind != "形容詞":
        return False
    return (
        morph.kind in ("名詞", "動詞", "形容詞", "形状詞")
        and morph.detail != "助動詞語幹"
        and morph.form not in _FORMAL
    )


def _lost_before(sentence: Reading, at: int) -> float | None:
    """Whether a phrase may begin at a word: what is lost by leaving out what stands before, or None if it may not."""
    morph = sentence[at]
    if morph.kind not in _LONERS or morph.kind in ("接続詞", "感動詞") or morph.form in _POINTING | _FORMAL:
        return None
    before = [part for part in sentence[:at] if part.written.strip()]
    if all(part.kind in ("接続詞", "感動詞", "補助記号") for part in before):
        return 0.0
    last = before[-1]
    if any(_is_condition(part, following) for part, following in zip(before, [*before[1:], morph], strict=True)):
        return None
    if last.kind in ("補助記号", "記号"):
        return 0.15 if last.written in _BREAKS and morph.kind != "動詞" else None
    if morph.kind not in _STARTERS or last.kind != "助詞":
        return None
    return _lost_after(last)


def _lost_after(particle: Morph) -> float | None:
    if particle.written in ("は", "も", "では", "には"):
        return 0.25
    if particle.written in ("て", "で", "に", "が", "から", "まで", "ので", "けど", "し"):
        return 0.35
    return 0.6 if particle.written in ("を", "より", "へ") else None


def _is_condition(part: Morph, following: Morph) -> bool:
    if part.kind == "助詞" and part.detail == "接続助詞" and part.written in _CONDITIONS:
        return True
    if part.kind == "助詞" and part.written == "て" and following.written == "も":
        return True
    return part.ending.startswith("仮定形")


def _shape_at(sentence: Reading, at: int) -> Shape | None:
    """Whether a phrase may end with a word, and as what."""
    morph, rest = sentence[at], sentence[at + 1 :]
    if morph.is_closed and not (morph.kind == "接尾辞" and morph.detail == "名詞的"):
        return _shape_of_closed(morph, rest)
    if morph.kind in ("名詞", "形状詞") or (morph.kind == "接尾辞" and morph.detail in ("名詞的", "形状詞的")):
        return _shape_of_noun(sentence, at, rest)
    if not rest and morph.kind == "助詞" and morph.detail in ("終助詞", "副助詞") and at:
        return Shape.CLAUSE
    return (
        Shape.CLAUSE if not rest and morph.written in ("に", "を", "へ", "も", "で", "ば", "て", "ください") else None
    )


def _shape_of_closed(morph: Morph, rest: Reading) -> Shape | None:
    polite = morph.form in ("です", "ます", "下さる", "ございます")
    if _is_end(rest) or _is_softened(rest):
        return Shape.CLAUSE if polite else Shape.SAYING
    following = rest[0]
    if (
        following.kind == "助詞"
        and following.detail == "接続助詞"
        and following.written in ("が", "けど", "けれど", "から", "し")
    ):
        return Shape.SAYING
    if following.written in ("の", "ん") and following.detail == "準体助詞" and len(rest) > 1:
        return Shape.CLAUSE if rest[1].written in ("は", "が", "を", "に") else None
    return None


def _shape_of_noun(sentence: Reading, at: int, rest: Reading) -> Shape | None:
    morph = sentence[at]
    if morph.form in _FORMAL or morph.form in _POINTING or morph.detail in ("数詞", "助動詞語幹"):
        return None
    if _is_end(rest):
        return Shape.SAYING
    following = rest[0]
    if following.kind == "助動詞" and following.form in ("だ", "です") and following.is_closed:
        return Shape.SAYING if _is_end(rest[1:]) or _is_softened(rest[1:]) else None
    if following.kind == "助動詞" and following.form == "だ" and following.written == "で" and _is_end(rest[1:]):
        return Shape.SAYING
    if following.kind == "助詞" and following.written in _CASES and morph.nature != "副詞可能":
        return Shape.LABEL
    return None


def _is_end(rest: Reading) -> bool:
    """Whether a sentence or a part of it is over here."""
    return not rest or (rest[0].kind == "補助記号" and rest[0].written[0] in _BREAKS + _STOPS) or rest[0].kind == "空白"


def _is_softened(rest: Reading) -> bool:
    """Whether only politeness follows: と思います, のです, ですね, のではないでしょうか."""
    forms = [part.form for part in rest]
    words = "".join(part.written for part in rest)
    if forms[0] == "と" and len(rest) > 1 and forms[1] in _THINKING:
        return not any(form in _NOT for form in forms[2:])
    if re.match(r"(の|ん)?(です|だ)?(よ|ね|よね)?(、|$|けど|けれど|が)", words):
        return True
    return (
        re.fullmatch(r"(の)?(で(は)?|じゃ)(ない(です|でしょう|だろう)?か)?(と思い?(ます|う|います))?(ね|な)?", words)
        is not None
    )


def _is_balanced(text: str) -> bool:
    return all(text.count(one) == text.count(other) for one, other in zip(_OPENERS, _CLOSERS, strict=True))


def trimmed(text: str) -> str:
    """`text` without full stops, laughs and marks at its end."""
    return _DROPPED_ENDS.sub("", re.sub(r"[（(](笑|泣|汗|涙|怒)[)）]", "", text)).strip()
