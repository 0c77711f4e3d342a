"""Tests of text in a box it must not leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.typesetting.fitting import ELLIPSIS, fitted
from exports.typesetting.text_lines import advance

TYPES = ((16.0, 2), (12.0, 3))


def shown(text: str, width: float = 160.0) -> list[str]:
    return ["".join(glyph.source for glyph in line) for line in fitted(text, width, TYPES).lines]


@pytest.mark.parametrize(("length", "size", "whole"), [(20, 16.0, True), (21, 12.0, True), (40, 12.0, False)])
def test_type_is_the_largest_that_holds_the_text_when_it_is_fitted(length: int, size: float, whole: bool) -> None:
    found = fitted("会" * length, 160.0, TYPES)
    assert (found.size, found.whole) == (size, whole)


def test_text_ends_in_an_ellipsis_when_it_does_not_fit() -> None:
    assert shown("会" * 40) == ["会" * 13, "会" * 13, "会" * 12 + ELLIPSIS]
    assert shown("一行目\n二行目\n三行目\n四行目")[-1] == "三行目" + ELLIPSIS


def test_lines_stay_as_they_were_typed_when_they_fit() -> None:
    assert shown("一行目\n\n三行目") == ["一行目", "", "三行目"]


@given(st.text(max_size=200), st.floats(40.0, 300.0))
def test_no_line_leaves_its_box_when_any_text_is_fitted(text: str, width: float) -> None:
    found = fitted(text, width, TYPES)
    assert len(found.lines) <= dict(TYPES)[found.size]
    assert all(advance(line) * found.size <= width + 1e-3 for line in found.lines if len(line) > 1)
    assert found.whole or found.lines[-1][-1].source == ELLIPSIS
