"""Groups of plain lines."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from models.grouping.listing import groups_json
from models.text import clean
from tests.grouping.boards import board


@settings(deadline=None, max_examples=40)
@given(
    lines=st.lists(
        st.sampled_from(["会議が長い", "会議室がない", "", "  ", "\u0000", "駐車場"]) | st.text(), max_size=12
    )
)
def test_each_written_line_appears_once_when_lines_are_grouped(lines: list[str]) -> None:
    listing = groups_json(lines)
    numbers = [number for group in listing["groups"] for number in group["notes"]] + listing["alone"]
    assert len(numbers) == len(set(numbers))
    assert set(numbers) == {number for number, line in enumerate(lines) if clean(line)}


def test_blank_lines_are_counted_but_left_out_when_they_stand_between() -> None:
    listing = groups_json(["会場が遠い", "", "会場が寒い", "🎉", " "])
    assert listing["groups"][0]["notes"] == [0, 2]
    assert listing["alone"] == [3]


def test_the_listing_is_json_when_a_board_is_grouped() -> None:
    listing = groups_json([note.text for note in board("developed/counter").notes])
    text = json.dumps(listing, ensure_ascii=False)
    first = json.loads(text)["groups"][0]
    assert first["title"]
    assert first["reason"]["text"]
    assert set(first["reason"]["notes"]) == {str(number) for number in first["notes"]}
