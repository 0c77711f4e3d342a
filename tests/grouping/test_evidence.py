"""Reasons: words that are there, believable when they differ, and honest when there are none."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.grouping.evidence import Evidence
from models.grouping.kinship import Kin, Kinship
from models.grouping.meaning import meanings
from models.grouping.words import terms

BOARD = (
    "軽い案件でも決裁ルートが長すぎる", "急ぐ決裁ルートほど遠回りになる", "備品一つ買うのに判子がいくつも要る",
    "電子申請したのに印刷して押印", "残業が月に八十時間を超える", "超勤の申請が紙で実態と違う",
    "定例の打合せが長い", "打ち合わせの目的があいまい", "休み明けに未読が数百通たまる",
    "席順のことで毎年もめる", "費用の割り当てでもめた", "道路に大きな穴があいている",
)  # fmt: skip
ODD = ("", "　", "🎉🎉", "会議", "The printer is slow", "あ" * 5_000, "紙\n印刷", "<b>&『", "１２３")


def evidence(*texts: str) -> Evidence:
    words = [terms(text) for text in texts]
    return Evidence(texts, words, meanings(words, None))


def quoted(reason: str) -> list[str]:
    return re.findall("『([^』]*)』", reason)


def pairs(reason: str) -> list[tuple[str, str]]:
    return re.findall(r"([^、:：\s（）。]+)／([^、（）。]+)", reason)


def test_shared_words_are_named_when_notes_have_some() -> None:
    assert evidence(*BOARD).member_reason(0, [0, 1, 2]) == "『決裁ルート』が共通"


def test_the_compound_wins_over_its_part_when_both_are_shared() -> None:
    board = evidence("決裁ルートが長い", "決裁ルートを覚える", "決裁が遅い", "道路に穴", "電話が多い")
    assert quoted(board.member_reason(0, [0, 1, 2])) == ["決裁ルート"]
    assert quoted(board.member_reason(2, [0, 1, 2])) == ["決裁"]


def test_a_word_is_quoted_as_this_note_writes_it_when_spellings_differ() -> None:
    board = evidence(*BOARD)
    assert board.member_reason(6, [6, 7]) == "『打合せ』が共通"
    assert board.member_reason(7, [6, 7]) == "『打ち合わせ』が共通"


@pytest.mark.parametrize(("at", "group", "named"), [(2, [2, 3], "判子／押印"), (5, [4, 5], "超勤／残業")])
def test_different_words_for_the_same_are_named_when_no_word_is_shared(at: int, group: list[int], named: str) -> None:
    assert evidence(*BOARD).member_reason(at, group) == f"言い方は違うが近い: {named}"


def test_common_verbs_are_named_when_no_thing_is_shared() -> None:
    assert evidence(*BOARD).member_reason(9, [9, 10]) == "『もめる』が共通"


def test_the_nearest_note_is_quoted_when_no_word_ties() -> None:
    assert evidence(*BOARD).member_reason(8, [1, 8, 11]) == "文全体の意味が『道路に大きな穴があいている』に近い"


def test_a_word_is_no_reason_when_it_is_more_frequent_elsewhere() -> None:
    board = evidence("会議が長い", "会議の資料が重い", "会議に出る", "会議をやめる", "印刷と会議", "印刷が遅い")
    assert quoted(board.member_reason(4, [0, 4, 5])) == ["印刷"]


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("超勤", "残業", Kin.SAME), ("判子", "押印", Kin.SAME), ("電話", "TEL", Kin.SAME), ("照会", "問合せ", Kin.SAME),
        ("会議", "道路", Kin.STRANGERS), ("朝", "夕方", Kin.STRANGERS), ("課長", "係長", Kin.STRANGERS),
        ("資料", "電話", Kin.STRANGERS), ("決裁", "起案", Kin.AKIN), ("マニュアル", "手順", Kin.AKIN),
    ],
)  # fmt: skip
def test_words_are_as_close_as_a_reader_says_when_compared(one: str, other: str, kin: Kin) -> None:
    left, right = terms(one)[0], terms(other)[0]
    found = Kinship([left, right]).among([left.form], [right.form])
    assert [pair[2] for pair in found] == ([kin] if kin else [])


def test_a_group_is_told_apart_when_its_words_are_nowhere_else() -> None:
    reason = evidence(*BOARD).group_reason([0, 1])
    assert reason == "『決裁ルート』でまとまっています。ほかの付箋にはない言葉です"


def test_other_words_for_the_same_hold_a_group_when_none_is_shared() -> None:
    assert pairs(evidence(*BOARD).group_reason([2, 3])) == [("判子", "押印")]


def test_it_is_said_that_words_are_few_when_nothing_holds_a_group() -> None:
    assert evidence(*BOARD).group_reason([8, 11]) == "共通の言葉は少なく、文全体の意味が近い"


def test_only_what_is_nowhere_else_is_said_to_set_a_group_apart_when_some_words_are_elsewhere() -> None:
    board = evidence("会議の資料を印刷", "会議の資料も印刷する", "会議室の暖房", "道路の工事", "電話が多い")
    assert board.group_reason([0, 1]).endswith("。ほかにはない: 『印刷』『資料』")


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_no_word_is_named_that_nobody_wrote_when_groups_are_any(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.sampled_from(BOARD + ODD), min_size=1, max_size=12, unique=True))
    group = data.draw(st.lists(st.sampled_from(range(len(texts))), min_size=1, unique=True))
    board = evidence(*texts)
    written = {word for text in texts for term in terms(text) for word in (term.written, term.lemma)}
    for reason in (board.group_reason(group), *(board.member_reason(at, group) for at in group)):
        assert reason.strip()
        named = [word for word in quoted(reason) if "文全体の意味が『" not in reason]
        for word in (*named, *(word for pair in pairs(reason) for word in pair)):
            assert word in written or any(word in text for text in texts), reason


def test_equal_notes_are_said_to_be_equal_when_a_group_is_one_text() -> None:
    board = evidence(*BOARD)
    assert board.group_reason([4]) == board.member_reason(4, [4]) == "一字一句同じ付箋です"


def test_reasons_are_the_same_when_a_group_comes_in_another_order() -> None:
    board = evidence(*BOARD)
    assert board.group_reason([0, 2, 3, 1]) == evidence(*BOARD).group_reason([3, 1, 0, 2])
    assert board.member_reason(0, [0, 2, 3, 1]) == evidence(*BOARD).member_reason(0, [3, 1, 0, 2])
