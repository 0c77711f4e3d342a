"""Text from outside: what is kept byte for byte, what is left out, where it may be cut."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text import clean, clean_line, cut, graphemes, is_blank, search_key

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=80)
KEPT = [
    "葛󠄀城",
    "﨑",
    "髙",
    "①㈱",
    "👨‍👩‍👧‍👦",
    "👍🏽",
    "❤️",
    "🇯🇵🇫🇷",
    "が",
    "ｶﾞｷﾞ",
    "नि",
    "<b>&amp;",
    "a\tb",
    "１２３",
    "\ue000外字",
]


@given(ANY_TEXT)
def test_cleaned_text_can_be_stored_when_anything_comes_in(text: str) -> None:
    kept = clean(text)
    kept.encode("utf-8")
    assert clean(kept) == kept
    assert not any(unicodedata.category(char) == "Cc" and char not in "\n\t" for char in kept)
    assert "\ufeff" not in kept


@given(ANY_TEXT, st.integers(0, 30))
def test_cleaned_text_is_short_enough_when_there_is_a_limit(text: str, limit: int) -> None:
    assert len(clean(text, limit)) <= limit
    assert "\n" not in clean_line(text, limit)


@pytest.mark.parametrize("text", KEPT)
def test_text_is_the_same_when_it_needs_no_cleaning(text: str) -> None:
    assert clean(text).encode() == text.encode()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\ud800b", "ab"),
        ("\udfff", ""),
        ("a\x00b\x1b[0m", "ab[0m"),
        ("\ufeff会議", "会議"),
        ("一行目\r\n二行目\r三行目", "一行目\n二行目\n三行目"),
        ("一行目\x0b二行目\u2028三行目", "一行目\n二行目\n三行目"),
        ("abc\u202edcba", "abcdcba"),
        ("  前後の空白　", "前後の空白"),
    ],
)
def test_what_cannot_be_kept_is_left_out_when_text_is_cleaned(text: str, kept: str) -> None:
    assert clean(text) == kept


def test_a_line_is_one_line_when_it_had_several() -> None:
    assert clean_line("一\n二\t三　四") == "一 二 三　四"


@pytest.mark.parametrize("whole", ["葛󠄀", "👨‍👩‍👧‍👦", "👍🏽", "❤️", "🇯🇵", "か\u3099", "ﾊﾟ", "नि", "1️⃣", "e\u0301\u0323"])
def test_a_character_stays_whole_when_it_has_several_code_points(whole: str) -> None:
    assert graphemes(whole) == [whole]
    assert graphemes(whole + whole) == [whole, whole]
    assert cut("長い文章" + whole + "続き", 4 + len(whole) - 1, ellipsis="") == "長い文章"
    assert cut("長い文章" + whole + "続き", 4 + len(whole), ellipsis="") == "長い文章" + whole


@given(ANY_TEXT)
def test_nothing_is_lost_when_text_is_split_into_characters(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(ANY_TEXT, st.integers(0, 90))
def test_a_cut_is_a_beginning_when_text_is_too_long(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert len(short) <= limit
    assert short == text or (text.startswith(short.removesuffix("…")) and short.endswith("…"[:limit]))


def test_heaped_marks_are_cut_when_one_character_is_longer_than_the_limit() -> None:
    assert clean("e" + "\u0301" * 6_000) == "e" + "\u0301" * 4_999


@pytest.mark.parametrize(
    "same", [("ｶｲｷﾞ", "カイギ", "かいぎ"), ("ＦＡＸ", "fax", "Fax"), ("会議 室", "会議　室", "会議室")]
)
def test_search_keys_agree_when_only_width_case_or_kana_differ(same: tuple[str, ...]) -> None:
    assert len({search_key(text) for text in same}) == 1


@given(ANY_TEXT)
def test_a_search_key_is_the_same_when_the_text_was_normalised_before(text: str) -> None:
    assert search_key(unicodedata.normalize("NFKC", text)) == search_key(text)
    assert not any(char.isspace() for char in search_key(text))


@pytest.mark.parametrize("text", ["", " 　\n", "\u200b\u200d", "\ufeff", "\ufe0f", "\u3164"])
def test_text_is_blank_when_nothing_can_be_seen(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["x", "。", "🎉", "\ue000", "葛󠄀"])
def test_text_is_not_blank_when_something_can_be_seen(text: str) -> None:
    assert not is_blank(text)
