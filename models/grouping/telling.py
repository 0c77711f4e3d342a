"""Which words tell a group from the rest of the board: frequent in it, rare outside, things before verbs."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.grouping.morphs import compounds
from models.grouping.words import Term

_HOLLOW = frozenset(
    """
    侭 物 事 こと もの もと うち 所 先 後 前 上 下 中 間 用 回 名 件 個 枚 台 本 番 人 方 為 時 頃 分 半 点 面 形 側
    他 別 次 元 今 一つ 二つ 三つ 一人 二人 いつも 毎回 毎日 毎月 毎年 毎朝 毎度 今日 明日 昨日 去年 今年 来年 今回
    前回 最近 朝 昼 夕方 夜 夜中 午前 午後 平日 週 週間 月曜 火曜 水曜 木曜 金曜 土曜 日曜 曜日 半年 か月 時間 半日
    時期 全部 全て 皆 全員 両方 以上 以下 以外 程度 位 筈 積もり 訳 奴 御陰 其々 其の侭 結局 実際 普通 普段 本当 一緒
    沢山 最初 最後 自体 方法 内容 場合 状況 状態 様子 結果 気 思い 気持ち 意味 問題 話 話し 都度 度 者 的 化 性 等
    さん 様 達 ら 終わる 始まる 使う 入る 入れる 出す 付く 付ける 持つ 置く 掛かる 掛ける 因る 於く 続く 分かる 知る
    考える 聞く 作る 増える 増やす 減る 早い 遅い 高い 低い 大きい 小さい 長い 短い 新しい 古い 同じ 悪い 済む 要る
    困る 戻る 変わる 変える 限る 凄い 違う 案件 関連 関係 実施 一度 会 まわり 回り 周り 中心
    """.split()  # noqa: SIM905 # a list of a hundred words is not read down the page
)
"""Words that many notes share by chance: no reason by themselves."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a compound of a group: the forms it is made of, as written, who has it in the group and outside."""

    key: Key
    shown: str
    is_thing: bool
    inside: frozenset[int]
    outside: int
    telling: float


class Board:
    """Which nodes have which word; `texts` and their `words`, by place."""

    def __init__(self, texts: Sequence[str], words: Sequence[Sequence[Term]]) -> None:
        self.texts, self.words = texts, words

    @cached_property
    def holders(self) -> dict[str, frozenset[int]]:
        """The nodes that have a word, by its form."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, held in enumerate(self.words):
            for term in held:
                found[term.form].append(at)
        return {form: frozenset(nodes) for form, nodes in found.items()}

    def having(self, key: Key, written: str) -> frozenset[int]:
        """The nodes that have a word, or a compound as it is written."""
        if len(key) == 1:
            return self.holders.get(key[0], frozenset())
        parts = [self.holders[part] for part in key if part in self.holders]
        among = frozenset.intersection(*parts) if parts else frozenset(range(len(self.texts)))
        return frozenset(at for at in among if written in self.texts[at])

    def __len__(self) -> int:
        return len(self.texts)


def single_words(board: Board, nodes: Iterable[int], least: int = 1) -> dict[Key, Word]:
    """The single words that at least so many nodes of a group have, each with how much it tells."""
    group = frozenset(nodes)
    terms = {term.form: term for at in sorted(group, reverse=True) for term in board.words[at]}
    return {
        (form,): _word(board, group, (form,), term.shown, term.is_thing)
        for form, term in terms.items()
        if least < 2 or len(board.holders[form] & group) >= least
    }


def group_words(board: Board, nodes: Iterable[int]) -> dict[Key, Word]:
    """The words of a group, and the compounds that two of its nodes share."""
    group = frozenset(nodes)
    words = single_words(board, group)
    shared: dict[Key, dict[int, str]] = defaultdict(dict)
    for at in sorted(group):
        for key, written in compounds(board.texts[at]):
            shared[key].setdefault(at, written)
    for key, having in shared.items():
        if len(having) > 1 and any((part,) in words for part in key):
            words[key] = _word(board, group, key, next(iter(having.values())), is_thing=True)
    return words


def most_telling(words: Iterable[Word]) -> list[Word]:
    """Those that tell at all, the most telling first, none that is part of one before it.

    The longer compound wins where hardly any node has its part without it: 『決裁ルート』, not 『決裁』.
    """
    telling = [word for word in words if word.telling > 0 and not is_hollow(word)]
    longer = [word for word in telling if len(word.key) > 1]
    kept: list[Word] = []
    for word in sorted(telling, key=lambda word: (-word.telling, word.key)):
        overlaps = any(not set(word.key).isdisjoint(other.key) for other in kept)
        if not overlaps and not any(_stands_for(other, word) for other in longer):
            kept.append(word)
    return kept


def _stands_for(compound: Word, part: Word) -> bool:
    lengths = range(len(compound.key) - len(part.key) + 1)
    is_part = compound.key != part.key and any(compound.key[at : at + len(part.key)] == part.key for at in lengths)
    return is_part and len(part.inside - compound.inside) * 2 <= len(compound.inside)


def _word(board: Board, group: frozenset[int], key: Key, shown: str, is_thing: bool) -> Word:
    having = board.having(key, shown)
    inside, outside = having & group, len(having - group)
    weight = 0.1 if len(key) == 1 and key[0] in _HOLLOW else 1.0 if is_thing else 0.5
    lift = _lift(len(inside), len(group), outside, len(board) - len(group))
    return Word(key, shown, is_thing, inside, outside, weight * len(key) ** 0.25 * lift * len(inside) / len(group))


def _lift(inside: int, group: int, outside: int, rest: int) -> float:
    """How much more often a word is in the group than elsewhere: 0 where it is not, about 5 if it is nowhere else."""
    if not rest:
        return 1.0
    return max(0.0, math.log2(((inside + 0.25) / (group + 0.5)) / ((outside + 0.25) / (rest + 0.5))))


def is_hollow(word: Word) -> bool:
    """Whether notes share this word by chance."""
    return len(word.key) == 1 and word.key[0] in _HOLLOW
