"""Where a phrase of a Japanese sentence may end, so that it neither hangs in the air nor says the contrary."""

import re
from enum import IntEnum

from models.grouping.morphs import Morph, Reading

STOPS = "。．！？!?\n\r♪☆★…"
BREAKS = "、，,;；:：()（）[]［］【】「」『』→⇒・/／"
FORMAL = frozenset(
    """
    事 物 為 時 所 様 訳 筈 侭 内 程 位 方 中 前 後 上 下 間 他 等 点 際 者 人 分 度 頃 通り 限り 気 何 こと もの もと
    うち とき ところ ため よう わけ はず まま ほど くらい つもり 積もり 場合
    """.split()  # noqa: SIM905
)
POINTING = frozenset("其れ 此れ 彼れ 其の 此の 其処 此処 彼 彼女 私 僕 俺 自分 其方 此方 うち 其れ等".split())  # noqa: SIM905

_JOINTS = "・/／－-‐"
_CASES = frozenset("は が を に で も と から まで へ より って しか だけ さえ".split())  # noqa: SIM905
_OPEN_ENDS = frozenset(("に", "を", "へ", "も", "ください"))
_THINKING = frozenset(("思う", "感ずる", "感じる", "考える", "存ずる"))
_NOT = frozenset(("ない", "ず", "無い"))
_POLITE = frozenset(("です", "ます", "下さる", "御座る"))
_SOFT_STATEMENT = re.compile(r"(の|ん)?(です|だ)?(よ|ね|よね|わ)?($|[、。，])")
_SOFT_QUESTION = re.compile(
    r"(の)?(では|じゃ)(ない(です|でしょう|だろう)?か)?(と思(い|う|って)(ます|います)?)?(ね|な)?"
)


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


def shape_at(sentence: Reading, at: int) -> Shape | None:
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
    if morph.form in FORMAL or morph.form in POINTING or morph.detail in ("数詞", "助動詞語幹"):
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
    if not rest or rest[0].kind == "空白":
        return True
    return rest[0].kind in ("補助記号", "記号") and rest[0].written not in _JOINTS


def _is_softened(rest: Reading) -> bool:
    """Whether only politeness follows: と思います, のです, ですね, のではないでしょうか."""
    forms = [part.form for part in rest]
    if forms[0] == "と" and len(rest) > 1 and forms[1] in _THINKING:
        return not any(form in _NOT for form in forms[2:])
    words = "".join(part.written for part in rest)
    return _SOFT_STATEMENT.match(words) is not None or _SOFT_QUESTION.fullmatch(words) is not None
