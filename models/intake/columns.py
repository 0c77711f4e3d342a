"""What the columns of a survey's answers are by their names: questions, kinds of notes, or things that tell who wrote.

Microsoft Forms writes ID, 開始時刻, 完了時刻, メール, 名前 before the questions; Google Forms a タイムスタンプ.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from models.board import NoteKind
from models.text import search_key


class Role(Enum):
    """What a column is."""

    QUESTION = auto()
    KIND = auto()
    GROUP = auto()
    PERSON = auto()
    """Who answered and when: never a note."""


def _keys(names: str) -> frozenset[str]:
    return frozenset(map(search_key, names.split(",")))


_TIMES = _keys(
    "開始時刻,完了時刻,最終変更時刻,成績投稿時刻,タイムスタンプ,回答日時,送信日時,Start time,Completion time,"
    "Last modified time,Grade posted time,Timestamp,Submitted at"
)
_PEOPLE = _keys(
    "メール,メールアドレス,名前,氏名,お名前,ユーザー名,言語,回答者,記入者,Email,E-mail,Mail,"
    "Email address,Name,Full name,User name,Language,Respondent"
)
_STAMPS = _keys("タイムスタンプ,Timestamp")
_IDS = _keys("ID,合計点,合計ポイント,クイズのフィードバック,Total points,Quiz feedback")
_OF_A_QUIZ = tuple(map(search_key, ("ポイント - ", "フィードバック - ", "Points - ", "Feedback - ")))
_ASKS_WHO = re.compile(
    r"(?:ご|お|あなたの)?(?:氏名|名前|めーる(?:あどれす)?|電話(?:番号)?|職員番号|連絡先)(?:\(.*|を.*|:.*)?"
)
_KIND_NAMES = _keys("種類,種別,区分,分類,付箋の種類,Kind,Type,Category")
_GROUP_NAMES = _keys("グループ,グループ名,表札,Group,Title of the group")
_KIND_WORDS = {
    key: kind
    for kind, words in {
        NoteKind.TROUBLE: "困りごと,困り事,こまりごと,課題,悩み,Trouble,Problem",
        NoteKind.IDEA: "アイデア,アイディア,案,提案,対策,Idea",
        NoteKind.TIP: "コツ,工夫,知恵,Tip,Knack",
        NoteKind.PARKED: "駐車場,保留,あとで,後で,Parking lot,Parked",
        NoteKind.QUESTION: "質問,疑問,問い,Question,A question",
    }.items()
    for key in _keys(words)
}


_ASKS_IDEAS = re.compile("アイデア|アイディア|(?<!事)案(?![件内])|提案|ideas?|suggest|proposal", re.IGNORECASE)
_ASKS_BETTER = re.compile("改善|工夫|improve", re.IGNORECASE)
_ASKS_TROUBLES = re.compile("困|悩|課題|問題|不便|不満|負担|troubl|problem", re.IGNORECASE)


def kind_asked(question: str) -> NoteKind:
    """The kind that the words of a question ask for: ideas, or else troubles.

    「改善したい困りごと」 asks for troubles, 「困りごとと改善案」 for ideas too.
    """
    words = unicodedata.normalize("NFKC", question)
    better = _ASKS_BETTER.search(words) and not _ASKS_TROUBLES.search(words)
    return NoteKind.IDEA if better or _ASKS_IDEAS.search(words) else NoteKind.TROUBLE


def kind_told(text: str) -> NoteKind | None:
    """The kind that a cell names, whatever its width and kana; None for any other word."""
    return _KIND_WORDS.get(search_key(text))


def is_survey(names: Sequence[str]) -> bool:
    """Whether these are the columns that a survey tool writes: each row is then a person."""
    keys = [search_key(name) for name in names]
    return sum(key in _TIMES for key in keys) >= 2 or (len(keys) > 1 and keys[0] in _STAMPS)


def role_of(name: str, cells: Iterable[str]) -> Role:
    """What a column of this name is; `cells` are what stands below."""
    key = search_key(name)
    if key in _TIMES | _PEOPLE | _IDS or key.startswith(_OF_A_QUIZ) or _ASKS_WHO.fullmatch(key):
        return Role.PERSON
    if key in _GROUP_NAMES:
        return Role.GROUP
    return Role.KIND if key in _KIND_NAMES and _tells_kinds(cells) else Role.QUESTION


def _tells_kinds(cells: Iterable[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(kind_told(cell) is not None for cell in filled) * 2 >= len(filled)
