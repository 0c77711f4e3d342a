"""The zip that has one form only."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.library.archive import FIRST_NAME, MAX_ENTRIES, first_entry, pack, unpack

names = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,5}\.[a-z]{1,4}", fullmatch=True)


@given(st.dictionaries(names, st.binary(max_size=50), max_size=5))
def test_entries_are_the_same_when_packed_and_unpacked(entries: dict[str, bytes]) -> None:
    assert unpack(pack(entries)) == entries


@given(st.dictionaries(names, st.binary(max_size=50), max_size=5))
def test_other_programs_read_it_when_packed(entries: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(entries))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == entries


def test_bytes_are_the_same_when_entries_come_in_another_order() -> None:
    entries = {"b.json": b"1", "a.json": b"2", FIRST_NAME: b"3"}
    assert pack(entries) == pack(dict(reversed(entries.items())))
    assert list(unpack(pack(entries))) == [FIRST_NAME, "a.json", "b.json"]


@given(st.binary(max_size=300))
def test_only_an_archive_is_unpacked_when_bytes_are_random(data: bytes) -> None:
    with pytest.raises(ValueError, match="the archive"):
        unpack(data)


@given(st.binary(max_size=300))
def test_only_an_archive_is_unpacked_when_random_bytes_follow_a_header(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"entr|archive|name|ascii"):
        unpack(b"PK\x03\x04" + data)


@pytest.mark.parametrize(
    "name",
    ["../a.json", "/a.json", "a/b.json", "a\\b.json", "C:a.json", "A.json", ".json", "a", "a.json\n", "é.json", ""],
)
def test_name_is_refused_when_it_is_not_plain(name: str) -> None:
    with pytest.raises(ValueError, match="name is not plain"):
        pack({name: b""})


def test_entries_are_refused_when_too_many() -> None:
    entries = {f"{number:02}.bin": b"" for number in range(MAX_ENTRIES + 1)}
    with pytest.raises(ValueError, match="too many"):
        pack(entries)


def test_manifest_is_read_when_what_follows_is_of_another_form() -> None:
    assert first_entry(pack({FIRST_NAME: b"{}"})[: 30 + len(FIRST_NAME) + 2] + b"from the future") == b"{}"
