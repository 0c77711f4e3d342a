"""kill -9 and a failing disk inside a migration: the old file, or the new one, whole and with every word."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from models.workspace.check import faults
from models.workspace.migrations import SCHEMA_VERSION
from models.workspace.workspace import FILE_NAME, Workspace
from tests.faults.test_kill import ROOT, _strace_works

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is Unix's"),
    pytest.mark.slow,
    pytest.mark.e2e,
]

GOLDEN = ROOT / "tests" / "workspace" / "golden" / "001.sql"
OPENING = "import sys, pathlib; from models.workspace.workspace import Workspace; Workspace(pathlib.Path(sys.argv[1]))"
TEXTS = [f"困りごと{number}" for number in range(12)]
INJECTED = [
    *((call, f"signal=SIGKILL:when={when}") for call in ("pwrite64", "fdatasync") for when in (1, 2, 4, 7, 12, 20)),
    *((call, f"error=ENOSPC:when={when}+") for call in ("pwrite64", "fdatasync") for when in (1, 3, 8)),
]
"""At which system call a program that opens an old file dies, or from which on the disk takes nothing."""


def _opened_under_strace(folder: Path, call: str, injected: str) -> int:
    options = ["-f", "-qq", "-o", str(folder / "trace"), "-e", f"trace={call}", "-e", f"inject={call}:{injected}"]
    command = ["strace", *options, sys.executable, "-c", OPENING, str(folder)]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, timeout=60).returncode


def _version(folder: Path) -> int:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_old_file_comes_over_whole_when_the_migration_was_killed_or_the_disk_was_full(tmp_path: Path) -> None:
    if not _strace_works(tmp_path):
        pytest.skip("strace cannot be used here")
    start = tmp_path / "start"
    start.mkdir()
    with closing(sqlite3.connect(start / FILE_NAME, isolation_level=None)) as connection:
        connection.executescript(GOLDEN.read_text(encoding="utf-8"))
    died = 0
    for number, (call, injected) in enumerate(INJECTED):
        folder = tmp_path / str(number)
        shutil.copytree(start, folder)
        died += _opened_under_strace(folder, call, injected) != 0
        workspace = Workspace(folder)
        (details,) = workspace.workshops()
        assert [note.text for note in workspace.load(details.id).ordered_notes()] == TEXTS
        assert faults(workspace) == []
        workspace.close()
        assert _version(folder) == SCHEMA_VERSION
    assert died > len(INJECTED) // 2
