"""kill -9 at any moment: what was acknowledged is there, the file is whole, and undo works."""

import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import IO

import pytest

from models.document import Document
from models.edits.change import Edit, applied
from models.workspace.check import faults
from models.workspace.journal import decode
from models.workspace.workspace import Workspace
from tests.faults.editing import digest_of, prepared

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is Unix's"),
    pytest.mark.slow,
    pytest.mark.e2e,
]

KILLS = 200
ROOT = Path(__file__).parent.parent.parent
EDITING = [sys.executable, "-m", "tests.faults.editing"]


@contextmanager
def _forking() -> Iterator[tuple[IO[str], IO[str]]]:
    process = subprocess.Popen(EDITING, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin
    assert process.stdout
    try:
        yield process.stdin, process.stdout
    finally:
        process.stdin.close()
        process.wait(30)
        process.stdout.close()


def _killed(stdin: IO[str], stdout: IO[str], folder: Path, pipe: Path, seed: int, after: float) -> list[str]:
    """What a child acknowledged until it was killed, `after` seconds behind its first word."""
    print(folder, seed, pipe, sep="\t", file=stdin, flush=True)
    with pipe.open("rb", buffering=0) as heard:
        child = int(stdout.readline())
        said = heard.read(65_536)
        end = time.monotonic() + after
        while (left := end - time.monotonic()) > 0:
            if select.select([heard], [], [], left)[0]:
                said += heard.read(65_536)
        os.kill(child, signal.SIGKILL)
        assert stdout.readline() == "gone\n"
        while more := heard.read(65_536):
            said += more
    return said.decode().splitlines()


def _check(folder: Path, said: list[str]) -> int:
    """Hold the reopened workspace against what was said. Returns the number of the last acknowledged edit."""
    workspace = Workspace(folder)
    try:
        document = Document(workspace, workspace.workshops()[0].id)
        assert faults(workspace) == []
        number, _, last = said[-1].partition(" ")
        here = digest_of(document.workshop)
        if here != last:
            # One edit may be on the disk whose acknowledgement was cut off; taking it back or doing it again leads
            # to the last one that was heard, unless it was a clock's.
            _one_step_from(document, last)
        _undo_and_redo(document)
        assert workspace.load(document.workshop.id) == document.workshop
        assert faults(workspace) == []
        return int(number)
    finally:
        workspace.close()


def _one_step_from(document: Document, last: str) -> None:
    for step, back in ((document.undo, document.redo), (document.redo, document.undo)):
        if step() is not None:
            if digest_of(document.workshop) == last:
                back()
                return
            back()
    rows = document._connection.execute("SELECT changes, undoable FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    assert rows[1] == 0, "an acknowledged edit is gone"
    before = applied(document.workshop, Edit("", decode(rows[0])).inverse().changes)
    assert digest_of(before) == last, "an acknowledged edit is gone"


def _undo_and_redo(document: Document) -> None:
    here = document.workshop
    steps = 0
    while steps < 3 and document.undo() is not None:
        steps += 1
    for _ in range(steps):
        assert document.redo() is not None
    assert document.workshop == here


def test_nothing_acknowledged_is_lost_when_killed_two_hundred_times(tmp_path: Path) -> None:
    """Folders are used again and again, so that a killed one is what the next child opens."""
    rng = Random(20_260_604)
    folders = [tmp_path / str(number) for number in range(10)]
    for folder in folders:
        prepared(folder)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    acknowledged = 0
    with _forking() as (stdin, stdout):
        for kill in range(KILLS):
            folder = folders[kill % len(folders)]
            said = _killed(stdin, stdout, folder, pipe, kill, rng.random() * 0.08)
            acknowledged += _check(folder, said)
    assert acknowledged > KILLS


CALLS = {
    "pwrite64": (1, 2, 3, 4, 5, 6, 8, 11, 17, 30, 60, 120),
    "fdatasync": (1, 2, 3, 5, 9, 20),
    "fsync": (1, 2, 3),
    "rename": (1, 2),
    "unlink": (1, 2),
}
"""The system calls that change the files, and at which of them the kill comes."""


def _strace_works(folder: Path) -> bool:
    strace = shutil.which("strace")
    if strace is None:
        return False
    out = folder / "trace"
    probe = subprocess.run([strace, "-o", str(out), "true"], check=False, capture_output=True)
    return probe.returncode == 0


def test_nothing_acknowledged_is_lost_when_killed_at_a_system_call(tmp_path: Path) -> None:
    """A kill *in* each kind of system call that changes a file, at growing numbers of it."""
    if not _strace_works(tmp_path):
        pytest.skip("strace cannot be used here")
    start = tmp_path / "start"
    prepared(start)
    reached = 0
    for number, (call, when) in enumerate((call, when) for call, numbers in CALLS.items() for when in numbers):
        folder = tmp_path / f"{call}-{when}"
        shutil.copytree(start, folder)
        said = _said_under_strace(tmp_path, call, f"signal=SIGKILL:when={when}", folder, number)
        if said:
            reached += 1
            _check(folder, said)
        else:
            _check_untouched(folder)
    assert reached > len(CALLS)


FAILURES = [
    (call, f"error={error}:when={when}")
    for call, numbers in {"pwrite64": (1, 3, 4, 9, 40), "fdatasync": (1, 2, 6), "fsync": (1,)}.items()
    for error in ("ENOSPC", "EIO")
    for when in (*numbers, f"{numbers[-1]}+")
]


def test_nothing_acknowledged_is_lost_when_the_disk_fails_once_or_for_ever(tmp_path: Path) -> None:
    if not _strace_works(tmp_path):
        pytest.skip("strace cannot be used here")
    start = tmp_path / "start"
    prepared(start)
    for number, (call, injected) in enumerate(FAILURES):
        folder = tmp_path / str(number)
        shutil.copytree(start, folder)
        said = _said_under_strace(tmp_path, call, injected, folder, number)
        if said:
            _check(folder, said)
        else:
            _check_untouched(folder)


def _check_untouched(folder: Path) -> None:
    workspace = Workspace(folder)
    assert len(workspace.workshops()) == 1
    assert faults(workspace) == []
    workspace.close()


def _said_under_strace(out: Path, call: str, injected: str, folder: Path, seed: int) -> list[str]:
    """The lines said until the end; where none comes by itself, a kill from here is it."""
    options = ["-f", "-qq", "-o", str(out / "trace"), "-e", f"trace={call}", "-e", f"inject={call}:{injected}"]
    process = subprocess.Popen(
        ["strace", *options, *EDITING, str(folder), str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stderr
    said = b""
    with process.stdout as heard:
        while chunk := os.read(heard.fileno(), 65_536):
            said += chunk
            last = re.findall(rb"^(\d+) ", said, re.MULTILINE)
            if last and int(last[-1]) > 60:
                os.killpg(process.pid, signal.SIGKILL)
    with process.stderr as heard:
        assert b"left a trace" not in heard.read()
    process.wait(30)
    return said.decode().rpartition("\n")[0].splitlines()
