"""Titles: phrases that someone wrote, that say what a set says, and never turn it round."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.grouping.evidence import Evidence
from models.grouping.phrases import phrases
from models.grouping.titles import Title
from models.grouping.words import terms
from tests.grouping.test_evidence import BOARD, ODD, evidence


def texts_of(text: str) -> set[str]:
    return {phrase.text for phrase in phrases(text)}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("どの課が書くかの割り振りで毎回もめると思います。", "どの課が書くかの割り振りで毎回もめる"),
        ("様式がばらばらで、同じ中身を書き直しています", "様式がばらばら"),
        ("夜勤明けの会議は限界です。", "夜勤明けの会議は限界"),
        ("カフェがほしい☕", "カフェがほしい"),
        ("紙の回覧が遅いのではないでしょうか", "紙の回覧が遅い"),
    ],
)
def test_what_only_softens_goes_when_a_phrase_is_taken(text: str, phrase: str) -> None:
    assert phrase in texts_of(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("紙がいいとは思わない", "紙がいい"),
        ("紙がいいと思わない", "紙がいい"),
        ("何度説明しても課内の誰も読まない", "課内の誰も読まない"),
        ("担当者が休むと、課内の誰も答えられない", "課内の誰も答えられない"),
        ("この資料は必要ではない", "この資料は必要"),
        ("会議が長いわけではない", "会議が長い"),
        ("担当者が休むと課内の誰も答えられない", "課内の誰も答えられない"),
        ("押印せずに書類を出せる", "書類を出せる"),
        ("資料を読まないで会議に出る", "会議に出る"),
        ("予算があれば職員を増やす", "職員を増やす"),
        ("押印は本当に必要ですか", "押印は本当に必要"),
        ("家で夜中に子どもを寝かせる", "家で夜中に子ども"),
        ("どの課が書くかの割り振りでもめる", "割り振りでもめる"),
        ("自分の仕事が始まるのはいつも夕方", "自分の仕事が始まる"),
    ],
)
def test_a_phrase_is_not_taken_when_that_would_turn_it_round(text: str, never: str) -> None:
    assert never not in texts_of(text)


def test_a_title_says_what_the_group_says_when_notes_share_words() -> None:
    assert evidence(*BOARD).titles([0, 1, 2])[0] == "軽い案件でも決裁ルートが長すぎる"


def test_titles_come_of_different_notes_when_one_has_many_phrases() -> None:
    titles = evidence("会議室の予約が取れない。資料の印刷が終わらない。", "暖房の効きが弱い").titles([0, 1])
    assert len(titles) == 2
    assert "暖房の効きが弱い" in titles


def test_a_short_note_is_taken_whole_when_it_says_something() -> None:
    board = evidence("会議は30分まで", "会議は30分まで！", "立ったまま会議")
    assert sorted(board.titles([0, 1, 2])) == ["会議は30分まで", "立ったまま会議"]


def test_a_bare_word_is_no_title_when_a_phrase_can_be_had() -> None:
    assert evidence("会議", "会議が長い", "会議").titles([0, 1, 2]) == ("会議が長い",)


@pytest.mark.parametrize(
    ("texts", "title"),
    [(("会議", "会議室"), "会議"), (("🎉🎉", "🎉"), "🎉🎉"), (("meeting", "meetings"), "meeting")],
)
def test_the_best_there_is_is_marked_when_no_phrase_can_be_had(texts: tuple[str, ...], title: str) -> None:
    choices = evidence(*texts).title_choices(range(len(texts)))
    assert Title(title, is_fallback=True) in choices
    assert all(choice.is_fallback for choice in choices)


def test_english_notes_are_taken_whole_when_they_are_short() -> None:
    assert "The printer is slow" in evidence("The printer is slow", "printer is broken").titles([0, 1])


def test_titles_are_the_same_when_equally_central_notes_come_in_another_order() -> None:
    rooms = "体育館 会議室 公用車 応接室 駐車場 講堂 書庫 食堂 和室 屋上 音楽室 図書室 調理室 印刷室"
    texts = tuple(f"{room}の予約が取れない" for room in rooms.split())
    words, same = [terms(text) for text in texts], np.ones((len(texts), 2), dtype=np.float32)
    orders = (range(len(texts)), range(len(texts) - 1, -1, -1))
    assert len({Evidence(texts, words, same).titles(order) for order in orders}) == 1


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_title_was_written_by_someone_when_groups_are_any(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.sampled_from(BOARD + ODD), min_size=1, max_size=12, unique=True))
    group = data.draw(st.lists(st.sampled_from(range(len(texts))), min_size=1, unique=True))
    choices = evidence(*texts).title_choices(group)
    assert len(choices) <= 3
    assert len({choice.text for choice in choices}) == len(choices)
    for choice in choices:
        assert 0 < len(choice.text) <= 24
        assert any(choice.text.rstrip("…") in text.replace("\n", " ") for text in (texts[at] for at in group))
