"""Which kind of notes a question asks for."""

import pytest

from models.board import NoteKind
from models.intake.columns import kind_asked


@pytest.mark.parametrize(
    "question",
    [
        "改善の案",
        "アイデアを書いてください",
        "ｱｲﾃﾞｱ",
        "工夫していること",
        "ご提案",
        "困りごとと改善案",
        "改善したいこと",
    ],
)
def test_ideas_are_meant_when_a_question_asks_for_them(question: str) -> None:
    assert kind_asked(question) is NoteKind.IDEA


@pytest.mark.parametrize(
    "question", ["困っていること", "", "案件の処理", "ご案内の方法", "事案の共有", "改善したい困りごと"]
)
def test_troubles_are_meant_when_a_question_asks_for_anything_else(question: str) -> None:
    assert kind_asked(question) is NoteKind.TROUBLE
