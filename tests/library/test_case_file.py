"""Case files: written, read, and read when somebody has been at them."""

import os
import stat
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.cases import CaseStudy
from models.language import use_language
from models.library import container
from models.library.case_file import CaseFile, read_case, write_case
from models.library.workshop_package import read_package
from models.problems import Problem
from tests.library.forging import (
    CASE,
    SHEET,
    SMALL,
    case_json,
    foreign_zip,
    forged,
    forged_case,
    forged_workshop,
    manifest,
    outcome,
)
from tests.library.strategies import cases, sheets

GOOD = {"case.json": case_json(), "sheet.pdf": SHEET}
DAMAGED = "壊れている"


@given(cases, sheets)
def test_case_is_the_same_when_it_has_travelled(case: CaseStudy, sheet: bytes) -> None:
    assert read_case(write_case(case, sheet)) == CaseFile(replace(case, action_id=""), sheet)


def test_file_is_read_when_a_path_is_given(tmp_path: Path) -> None:
    path = tmp_path / "事例 葛󠄀城.jirei"
    path.write_bytes(SMALL)
    assert read_case(path) == CaseFile(CASE, SHEET)


def test_case_is_read_when_version_1_wrote_it() -> None:
    assert read_case(Path(__file__).with_name("version-1.jirei")) == CaseFile(CASE, SHEET)


def test_bytes_are_the_same_when_written_twice() -> None:
    assert write_case(CASE, SHEET) == SMALL


def test_tie_to_the_action_stays_at_home_when_written() -> None:
    data = write_case(replace(CASE, action_id="f" * 32), SHEET)
    assert b"f" * 32 not in data
    assert read_case(data).case == CASE


def test_tie_to_an_action_is_dropped_when_somebody_wrote_one() -> None:
    assert read_case(forged_case(case_json(action_id="f" * 32))).case.action_id == ""


def test_forged_file_is_read_when_nothing_is_wrong_with_it() -> None:
    assert read_case(forged(GOOD)).case == CaseStudy(CASE.id, CASE.title)


def test_unknown_fields_and_files_are_passed_over_when_the_version_is_known() -> None:
    files = {"case.json": case_json(mood="good"), "sheet.pdf": SHEET, "form.docx": b"PK"}
    assert read_case(forged(files, author="?")).case == CaseStudy(CASE.id, CASE.title)


def _is_told_damaged(data: bytes) -> bool:
    result = outcome(data)
    return isinstance(result, Problem) and DAMAGED in str(result)


def test_one_sentence_is_said_when_cut_at_any_byte() -> None:
    for length in range(len(SMALL)):
        assert _is_told_damaged(SMALL[:length]), length


def test_one_sentence_is_said_when_any_bit_is_flipped() -> None:
    for place in range(len(SMALL)):
        for bit in range(8):
            damaged = bytearray(SMALL)
            damaged[place] ^= 1 << bit
            assert _is_told_damaged(bytes(damaged)), (place, bit)


@given(st.data())
def test_one_sentence_is_said_when_bytes_are_taken_out_put_in_or_doubled(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SMALL)))
    end = data.draw(st.integers(start, len(SMALL)))
    middle = data.draw(st.binary(max_size=20) | st.just(SMALL[start:end] * 2))
    changed = SMALL[:start] + middle + SMALL[end:]
    assert changed == SMALL or isinstance(outcome(changed), Problem)


@given(st.binary(max_size=200))
def test_one_sentence_is_said_when_bytes_are_random(data: bytes) -> None:
    assert isinstance(outcome(data), Problem)


def _entry(name: str, mode: int = stat.S_IFREG) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (mode | 0o644) << 16
    return info


def _with_manifest(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    return foreign_zip([("manifest.json", manifest(GOOD)), *GOOD.items(), *entries], method)


def _encrypted() -> bytes:
    """The flag of a password in both headers of the first entry, as a zip program would set it."""
    data = bytearray(SMALL)
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _declaring(size: int) -> bytes:
    """The first entry says it is `size` bytes long."""
    data = bytearray(SMALL)
    for place in (18, data.index(b"PK\x01\x02") + 20):
        data[place : place + 8] = size.to_bytes(4, "little") * 2
    return bytes(data)


def _hostile() -> dict[str, bytes]:
    return {
        "empty": b"",
        "an empty zip": foreign_zip([]),
        "a pdf": SHEET,
        "a bomb": _with_manifest(("zeros.bin", bytes(64 * 1024**2)), method=zipfile.ZIP_DEFLATED),
        "compressed": _with_manifest(method=zipfile.ZIP_DEFLATED),
        "another program's": _with_manifest(),
        "traversal": _with_manifest(("../../startup.bat", b"x")),
        "absolute": _with_manifest(("/etc/passwd", b"x")),
        "a drive": _with_manifest(("C:\\windows\\x.json", b"x")),
        "a link": _with_manifest((_entry("link.json", stat.S_IFLNK), b"/etc/passwd")),
        "a folder": _with_manifest(("folder/", b"")),
        "too many": _with_manifest(*((f"{number}.bin", b"") for number in range(5_000))),
        "a password": _encrypted(),
        "1 GB declared": _declaring(1024**3),
        "4 GB declared": _declaring(2**32 - 1),
        "something before": b"MZ" + SMALL,
        "something after": SMALL + b"\0",
        "two in one": SMALL + SMALL,
        "no manifest": foreign_zip(list(GOOD.items())),
        "no case": forged({"sheet.pdf": SHEET}),
        "no sheet": forged({"case.json": case_json()}),
        "a sheet that is none": forged_case(case_json(), b"<html>"),
        "wrong sums": forged(GOOD, files=[]),
        "files of no type": forged(GOOD, files={"case.json": 1}),
        "no version": forged(GOOD, version=None),
        "version 0": forged(GOOD, version=0),
        "version true": forged(GOOD, version=True),
        "version as a text": forged(GOOD, version="1"),
        "another format": forged(GOOD, format="zip"),
        "a format of no type": forged(GOOD, format=["minaoshi-case"]),
        "deep": forged_case(b"[" * 100_000),
        "deep objects": forged_case(b'{"id":' * 100_000),
        "NaN": forged_case(b'{"id":"%s","title":"a","expected_hours":NaN}' % CASE.id.encode()),
        "Infinity": forged_case(b'{"id":"%s","title":"a","expected_hours":-Infinity}' % CASE.id.encode()),
        "a huge number": forged_case(b'{"id":"%s","title":"a","expected_hours":1e999}' % CASE.id.encode()),
        "many digits": forged_case(b'{"id":"%s","title":"a","expected_hours":%s}' % (CASE.id.encode(), b"9" * 5_000)),
        "a field twice": forged_case(b'{"id":"%s","title":"a","title":"b"}' % CASE.id.encode()),
        "no object": forged_case(b"[]"),
        "no title": forged_case(b'{"id":"%s"}' % CASE.id.encode()),
        "an id that is a path": forged_case(case_json(id="../../x")),
        "a wrong type": forged_case(case_json(title=["a"])),
        "not UTF-8": forged_case(b'{"title":"\xff"}'),
    }


HOSTILE = _hostile()


@pytest.mark.parametrize("name", HOSTILE)
def test_damage_is_told_when_a_file_is_hostile(name: str) -> None:
    assert _is_told_damaged(HOSTILE[name])


def test_damage_is_told_when_two_entries_have_one_name() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        doubled = _with_manifest(("case.json", case_json(title="別")))
    assert DAMAGED in str(outcome(doubled))


def test_newer_version_is_told_when_a_later_program_wrote_it() -> None:
    assert "新しい版" in str(outcome(forged(GOOD, version=2)))


def test_newer_version_is_told_when_its_archive_has_another_form() -> None:
    later = [("manifest.json", manifest({}, version=7, files={"by": "name"})), ("sub/case.cbor", b"\0" * 99)]
    assert "新しい版" in str(outcome(foreign_zip([*later])))


def test_kind_is_told_when_it_is_a_workshop_package() -> None:
    assert "会として" in str(outcome(forged_workshop({})))


def test_kind_is_told_when_a_case_is_opened_as_a_workshop() -> None:
    with pytest.raises(Problem, match="事例として"):
        read_package(SMALL)


def test_size_is_told_when_a_file_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.jirei"
    with path.open("wb") as file:
        file.truncate(1024**3)
    with pytest.raises(Problem, match="32 MB"):
        read_case(path)


@pytest.mark.parametrize("name", ["absent.jirei", ".", "a\0b.jirei", "a" * 300])
def test_reading_failed_is_told_when_there_is_no_such_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem, match="読めません"):
        read_case(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of Unix")
def test_reading_failed_is_told_when_it_is_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jirei")
    with pytest.raises(Problem, match="読めません"):
        read_case(tmp_path / "pipe.jirei")


def test_sender_is_told_when_the_sheet_is_too_large() -> None:
    with pytest.raises(Problem, match="多すぎて"):
        write_case(CASE, SHEET + bytes(container.MAX_FILE_BYTES))


def test_largest_file_is_read_when_it_could_be_written() -> None:
    room = container.MAX_FILE_BYTES - 64 * 1024 - len(SHEET) - 2_000
    sheet = SHEET + bytes(room)
    assert read_case(write_case(CASE, sheet)).sheet_pdf == sheet


def test_writing_is_refused_when_the_sheet_is_no_pdf() -> None:
    with pytest.raises(ValueError, match="PDF"):
        write_case(CASE, b"")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_sentence_is_one_when_shown(language: str, tmp_path: Path) -> None:
    use_language(language)
    try:
        found: list[Any] = [outcome(SMALL[:9]), outcome(forged(GOOD, version=2)), outcome(forged_workshop({}))]
        found += [container.too_much(), container._unreadable(), container._other_kind(container.FileKind.WORKSHOP)]
    finally:
        use_language("ja")
    end = "。" if language == "ja" else "."
    for problem in found:
        assert str(problem).endswith(end)
        assert str(problem).isascii() == (language == "en")
