"""JSON from anywhere."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.library import json_text
from models.library.json_text import parsed, written

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**16), 10**16)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(json_values)
def test_value_is_the_same_when_written_and_parsed(value: object) -> None:
    assert parsed(written(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"{} {}",
        b"\xff",
        b"\xef\xbb\xbf{}",
        "{}".encode("utf-16"),
        b"NaN",
        b"[Infinity]",
        b"[-Infinity]",
        b"[1e999]",
        b"[-1e999]",
        b"1" * 19,
        b"1" * 10_000,
        b'{"a": 1, "a": 2}',
        b'{"a": 1, "\\u0061": 1}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b"[" * (json_text.MAX_OBJECTS + 1),
        b"[" + b"1," * (json_text.MAX_COMMAS + 1) + b"1]",
        b" " * (json_text.MAX_JSON_BYTES + 1),
        b"'a'",
        b'"\n"',
    ],
    ids=lambda text: text[:12].decode("latin-1").strip() + f"_{len(text)}",
)
def test_text_is_refused_when_it_is_not_strict_json(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parsed(text)


@given(st.binary(max_size=60))
def test_nothing_but_a_value_error_comes_when_bytes_are_random(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        parsed(data)


def test_lone_surrogates_are_left_out_when_written() -> None:
    assert parsed(written({"a": "前\ud800後"})) == {"a": "前後"}


def test_writing_is_refused_when_a_number_is_none() -> None:
    with pytest.raises(ValueError, match=r"\w"):
        written(float("nan"))
