"""Tests of fonts, fallbacks and the gap between Japanese and Latin."""

import pytest

from exports.typesetting.glyphs import GAP, set_glyphs


def _shown(text: str) -> str:
    return "".join(glyph.shown for glyph in set_glyphs(text))


def _replaced(text: str) -> list[str]:
    return [glyph.source for glyph in set_glyphs(text) if glyph.replaced]


@pytest.mark.parametrize("text", ["﨑", "髙", "神", "①㈱", "<b>&"])
def test_characters_stay_as_typed_when_the_font_has_them(text: str) -> None:
    assert (_shown(text), _replaced(text)) == (text, [])


@pytest.mark.parametrize(
    ("text", "shown", "replaced"),
    [
        ("葛\U000e0100城", "葛城", ["葛\U000e0100"]),
        ("𠮷野", "〓野", ["𠮷"]),
        ("👨‍👩‍👧", "〓", ["👨‍👩‍👧"]),
        ("\ue000", "〓", ["\ue000"]),
        ("か\u3099", "が", []),
        ("✓\ufe0f", "✓", []),
        ("あ\u200bい\u00ad", "あい", []),
    ],
)
def test_nothing_is_a_blank_box_when_the_font_lacks_it(text: str, shown: str, replaced: list[str]) -> None:
    assert (_shown(text), _replaced(text)) == (shown, replaced)


def test_gap_is_layout_when_japanese_meets_latin() -> None:
    assert [glyph.gap for glyph in set_glyphs("会GS議、A「3")] == [GAP, 0, GAP, 0, 0, 0, 0, 0]
    assert [glyph.gap for glyph in set_glyphs("会 G")] == [0, 0, 0]


def test_bold_is_another_face_when_asked_for() -> None:
    assert set_glyphs("会", bold=True)[0].face.endswith("Bold")
