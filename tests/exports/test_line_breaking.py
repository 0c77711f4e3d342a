"""Tests of strict line breaking (禁則)."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.typesetting.glyphs import GAP, set_glyphs
from exports.typesetting.line_breaking import lines, may_break
from exports.typesetting.text_lines import advance

NEVER_FIRST = "、。，．・」』）】々ーぁっゃゅょァッャュョ：；？！"
NEVER_LAST = "「『（【"
KANJI = st.sampled_from("会議業務見直課室国対応山川")
TAILS = st.sampled_from(
    [
        "、",
        "。」",
        "』）",
        "々",
        "ーッ",
        "っゃ。",
        "……",
        "――",
        "GSS",
        "Office",
        "2026年",
        "1,234件",
        "３，０００",
        "10:30",
        "e-Gov",
        "",
    ]
)
ATOMS = st.builds(
    lambda opening, kanji, tail: opening + kanji + tail, st.sampled_from(["", "「", "（『", "【"]), KANJI, TAILS
)


def broken(text: str, measure: float) -> list[str]:
    """The lines of a text as strings."""
    return ["".join(glyph.source for glyph in line) for line in lines(set_glyphs(text), measure)]


@given(st.lists(ATOMS, min_size=1, max_size=40).map("".join), st.floats(9, 40))
def test_lines_are_lawful_when_every_few_characters_may_part(text: str, measure: float) -> None:
    found = broken(text, measure)
    assert "".join(found) == text
    for above, below in pairwise(found):
        assert below[0] not in NEVER_FIRST
        assert above[-1] not in NEVER_LAST
        assert above[-1] + below[0] not in ("……", "――")
        assert not re.fullmatch(r"[0-9A-Za-z０-９][0-9A-Za-z０-９]", above[-1] + below[0])
        assert not re.fullmatch(r"[,，:][0-9０-９]|e-|-G", above[-1] + below[0])


@given(st.text(max_size=200).map(lambda text: text.replace("\n", "")), st.floats(4, 40))
def test_no_line_is_wider_than_its_measure_when_text_is_arbitrary(text: str, measure: float) -> None:
    glyphs = set_glyphs(text)
    found = list(lines(glyphs, measure))
    assert [glyph for line in found for glyph in line] == list(glyphs)
    for line in found:
        assert len(line) <= 1 or advance(line) <= measure + GAP


@pytest.mark.parametrize(
    ("before", "after"),
    [
        *(("会", mark) for mark in "、。，．」』）】々ーゃッ％"),
        *((mark, "会") for mark in "「『（【"),
        ("G", "S"), ("１", "２"), ("3", "年"), ("…", "…"), ("―", "―"), (",", "2"), ("あ", " "), ("￥", "1"),
    ],
)  # fmt: skip
def test_neighbours_stay_together_when_an_official_would_mark_it(before: str, after: str) -> None:
    assert not may_break(before, after)


@pytest.mark.parametrize(
    ("before", "after"), [("会", "議"), ("、", "会"), ("会", "「"), ("会", "G"), (" ", "G"), ("S", "の")]
)
def test_neighbours_may_part_when_nothing_binds_them(before: str, after: str) -> None:
    assert may_break(before, after)


def test_word_is_parted_at_a_seam_when_it_is_longer_than_a_line() -> None:
    assert broken("gyomu-minaoshi@example.go.jp", 9)[0] == "gyomu-"


def test_space_hangs_when_it_would_begin_a_line() -> None:
    assert broken("ああああ いいいい", 4) == ["ああああ ", "いいいい"]
