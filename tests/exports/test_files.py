"""Tests of papers on the disk."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from exports.files import minutes_file_name, safe_name, write_paper
from models.problems import Problem
from models.workshop import MinutesState
from tests.exports.samples import workshop

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and limits of POSIX")


def test_name_follows_the_offices_way_when_asked_for() -> None:
    assert minutes_file_name(workshop(), ".pdf") == "20260604_業務見直し皆議第1回_議事概要(案).pdf"
    final = workshop(minutes_state=MinutesState.FINAL, number=12, held_on=date(2026, 12, 1))
    assert minutes_file_name(final, ".docx") == "20261201_業務見直し皆議第12回_議事概要(確定).docx"


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ('a\\b/c:d*e?f"g<h>i|j', "abcdefghij.pdf"),
        ("①㈱資料", "資料.pdf"),
        ("con", "_con.pdf"),
        (" ..", "minaoshi.pdf"),
        ("題名. ", "題名.pdf"),
    ],
)
def test_name_is_taken_by_every_system_when_made_safe(stem: str, name: str) -> None:
    assert safe_name(stem, ".pdf") == name


def test_name_is_short_and_whole_when_the_stem_is_long() -> None:
    name = safe_name("葛\U000e0100" * 300, ".pdf")
    assert len(name) < 200
    assert len(name.encode()) <= 240
    assert name.endswith("\U000e0100.pdf")


def test_paper_replaces_the_old_one_when_written(tmp_path: Path) -> None:
    path = tmp_path / "議事概要.pdf"
    path.write_bytes(b"old")
    write_paper(path, b"new")
    assert path.read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["議事概要.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="rights of this kind are not Windows'")
def test_paper_can_be_read_by_others_when_new_files_can(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write_paper(tmp_path / "minutes.pdf", b"%PDF-")
    finally:
        os.umask(old)
    assert (tmp_path / "minutes.pdf").stat().st_mode & 0o777 == 0o644


def test_problem_is_told_when_the_folder_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"「a\.pdf」.*フォルダが見つかりません"):
        write_paper(tmp_path / "nowhere" / "a.pdf", b"new")


def test_problem_is_told_when_a_folder_has_that_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(Problem, match="書き出せませんでした"):
        write_paper(tmp_path / "a.pdf", b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


@contextmanager
def _nobody() -> Iterator[None]:
    """Without the rights of root, where the tests run as root."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(mine)


@posix
def test_problem_is_told_when_nothing_may_be_written_there(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    tmp_path.chmod(0o555)
    for parent in tmp_path.parents:
        if parent.stat().st_uid == os.geteuid() and parent.name.startswith("pytest-"):
            parent.chmod(0o755)
    try:
        with _nobody(), pytest.raises(Problem, match="書込みが許されていない"):
            write_paper(path, b"new")
    finally:
        tmp_path.chmod(0o755)
    assert path.read_bytes() == b"old"


@posix
def test_old_paper_is_whole_when_the_new_one_does_not_fit(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(Problem, match="書き出せませんでした"):
            write_paper(path, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]
