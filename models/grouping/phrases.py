"""Phrases of a note that could be a title: as they stand there, from the start of one part of a sentence to its end.

Nothing is put together. What goes is what stands around the phrase: full stops, と思います, です after a word that can
close a sentence without it. A phrase never begins within a phrase that it needs (its condition, what is said of its
noun), and never ends before what would turn it round (ない, わけではない).
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from models.grouping.morphs import Morph, Reading, reading

LEAST_CHARS, MOST_CHARS = 4, 24

UNSAID = 0.4
"""So much is lost by leaving out the other sentences of a note, if they say nearly all."""

KNOWN_TEXTS = 20_000

_READ_CHARS = 160
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
_JOINTS = "・/／－-‐"
_STARTERS = ("名詞", "形状詞", "接頭辞", "代名詞")
_LONERS = ("副詞", "連体詞", "接続詞", "感動詞", "動詞", "形容詞", *_STARTERS)
_CASES = frozenset("は が を に で も と から まで へ より って しか だけ さえ".split())  # noqa: SIM905
_LINKS = frozenset(("の", "や", "と", "か", "とか", "など", "だけ"))
_OPEN_ENDS = frozenset(("に", "を", "へ", "も", "ください"))
_CONDITIONS = frozenset(("と", "ば", "ても", "でも", "たって"))
_FORMAL = frozenset(
    """
    事 物 為 時 所 様 訳 筈 侭 内 程 位 方 中 前 後 上 下 間 他 等 点 際 者 人 分 度 頃 通り 限り 気 何 こと もの もと
    うち とき ところ ため よう わけ はず まま ほど くらい つもり 積もり 場合
    """.split()  # noqa: SIM905
)
_POINTING = frozenset("其れ 此れ 彼れ 其の 此の 其処 此処 彼 彼女 私 僕 俺 自分 其方 此方 うち 其れ等".split())  # noqa: SIM905
_THINKING = frozenset(("思う", "感ずる", "感じる", "考える", "存ずる"))
_NOT = frozenset(("ない", "ず", "無い"))
_POLITE = frozenset(("です", "ます", "下さる", "御座る"))
_SOFT_STATEMENT = re.compile(r"(の|ん)?(です|だ)?(よ|ね|よね|わ)?($|[、。，])")
_SOFT_QUESTION = re.compile(
    r"(の)?(では|じゃ)(ない(です|でしょう|だろう)?か)?(と思(い|う|って)(ます|います)?)?(ね|な)?"
)
_LAUGHS = re.compile(r"[（(](笑|泣|汗|涙|怒)[)）]")
_OPENERS, _CLOSERS = "「『（(【[〈《“", "」』）)】]〉》”"
_TRAILING_MARKS = re.compile(r"[^\w\s%％℃」』）)]+$")
_DROPPED_ENDS = re.compile(r"[\s。．.！!、，,…‥・♪☆★〜～]+$")


@functools.lru_cache(maxsize=KNOWN_TEXTS)
def phrases(text: str) -> tuple[Phrase, ...]:
    """All phrases of `text` that could stand as a title, 4 to 24 characters long."""
    text = text[:_READ_CHARS]
    found: dict[str, Phrase] = {}
    sentences = list(_sentences(reading(text)))
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
        if morph.written.strip(_STOPS + " 　"):
            run.append(morph)
        elif morph.written.strip(" 　"):
            if run:
                yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _of_sentence(text: str, sentence: Reading) -> Iterator[Phrase]:
    says = [_says_something(morph) for morph in sentence]
    ends = [(at, shape) for at in range(len(sentence)) if (shape := _shape_at(sentence, at)) is not None]
    for first, lost in _starts(sentence):
        start = sentence[first].start
        for last, shape in ends:
            if last >= first and LEAST_CHARS <= sentence[last].end - start <= MOST_CHARS:
                phrase = _phrase(
                    text, sentence[first : last + 1], shape, is_whole=first == 0 and not any(says[last + 1 :])
                )
                if phrase is not None:
                    after = 0.5 * sum(says[last + 1 :]) / sum(says)
                    commas = 0.1 * phrase.text.count("、")
                    yield replace(phrase, lost=commas + (0.0 if phrase.is_whole else min(1.0, lost + after)))


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
    if not any(part.kind == "助詞" and part.written not in ("て", "の") for part in parts):
        return Shape.CLAUSE if is_whole else None
    return shape


def _has_matter(telling: list[Morph], is_whole: bool) -> bool:
    """Whether it is about something: a noun, or in a whole sentence two words that are no ない or いい."""
    if any(part.kind in ("名詞", "形状詞") for part in telling):
        return True
    return is_whole and sum(1 for part in telling if part.detail != "非自立可能") > 1


def _is_one_name(parts: Reading) -> bool:
    """Whether all that is said leads up to the noun at the end: not 家で夜中に子ども, which was cut from a sentence."""
    is_open = False
    for part, following in pairwise(parts):
        if part.written in _BREAKS or part.written in ("は", "も", "では", "には"):
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
    if morph.form in _FORMAL or morph.form in _POINTING or morph.detail == "助動詞語幹":
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
    if morph.kind not in _LONERS or morph.kind in ("接続詞", "感動詞") or morph.form in _POINTING | _FORMAL:
        return None
    if all(part.kind in ("接続詞", "感動詞", "補助記号") for part in before):
        return 0.0
    if morph.kind not in _STARTERS or morph.detail == "数詞" or following.form == "為る" or following.written in "、，":
        return None
    last = before[-1]
    if last.kind in ("補助記号", "記号"):
        return None if last.written not in _BREAKS or _is_list(before) else 0.15
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
    if part.kind != "助詞":
        return False
    if part.detail == "接続助詞" and part.written in _CONDITIONS:
        return True
    return part.written in ("て", "で") and following.written == "も"


def _shape_at(sentence: Reading, at: int) -> Shape | None:
    """Whether a phrase may end with a word, and as what."""
    morph, rest = sentence[at], sentence[at + 1 :]
    if morph.is_closed and morph.written not in ("な", "なる"):
        return _shape_of_closed(morph, rest)
    if morph.is_name or morph.kind == "形状詞" or (morph.kind == "接尾辞" and morph.detail == "形状詞的"):
        return _shape_of_noun(morph, rest)
    if rest or morph.kind not in ("助詞", "動詞", "助動詞"):
        return None
    return Shape.CLAUSE if morph.detail in ("終助詞", "副助詞") or morph.written in _OPEN_ENDS else None


def _shape_of_closed(morph: Morph, rest: Reading) -> Shape | None:
    if _is_end(rest) or _is_softened(rest):
        return Shape.CLAUSE if morph.form in _POLITE else Shape.SAYING
    following = rest[0]
    if following.detail != "接続助詞" or morph.form in _POLITE:
        return None
    if following.written in ("が", "けど", "けれど", "けれども"):
        return Shape.CLAUSE
    return Shape.SAYING if following.written in ("から", "し", "ので") else None


def _shape_of_noun(morph: Morph, rest: Reading) -> Shape | None:
    if morph.form in _FORMAL or morph.form in _POINTING or morph.detail in ("数詞", "助動詞語幹"):
        return None
    if _is_end(rest):
        return Shape.LABEL if rest and rest[0].written in "、，" else Shape.SAYING
    following = rest[0]
    if following.kind == "助動詞" and following.form in ("だ", "です"):
        return Shape.SAYING if _is_said_of_noun(following, rest[1:]) else None
    if following.kind == "助詞" and following.written in _CASES and morph.nature != "副詞可能":
        return Shape.LABEL
    return None


def _is_said_of_noun(copula: Morph, rest: Reading) -> bool:
    """Whether a noun closes what is said: …が限界です, …がばらばらで、, …が紙なので."""
    if copula.written == "な":
        return len(rest) > 1 and rest[0].written in ("の", "ん") and rest[1].written in ("で", "です", "だ")
    if copula.written == "で":
        return _is_end(rest)
    return copula.is_closed and (_is_end(rest) or _is_softened(rest))


def _is_end(rest: Reading) -> bool:
    """Whether a sentence or a part of it is over here."""
    return (
        not rest or rest[0].kind == "空白" or (rest[0].kind in ("補助記号", "記号") and rest[0].written not in _JOINTS)
    )


def _is_softened(rest: Reading) -> bool:
    """Whether only politeness follows: と思います, のです, ですね, のではないでしょうか."""
    forms = [part.form for part in rest]
    if forms[0] == "と" and len(rest) > 1 and forms[1] in _THINKING:
        return not any(form in _NOT for form in forms[2:])
    words = "".join(part.written for part in rest)
    return _SOFT_STATEMENT.match(words) is not None or _SOFT_QUESTION.fullmatch(words) is not None


def _is_balanced(text: str) -> bool:
    return all(text.count(one) == text.count(other) for one, other in zip(_OPENERS, _CLOSERS, strict=True))


def trimmed(text: str) -> str:
    """`text` without full stops, laughs and marks at its end."""
    return _DROPPED_ENDS.sub("", _LAUGHS.sub("", text)).strip()
