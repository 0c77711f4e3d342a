"""A full disk, a file that may not grow, a place that can only be read: told in one sentence, and nothing is lost."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from models.document import Document
from models.edits import notes
from models.problems import Problem
from models.workshop import Workshop
from models.workspace.check import faults
from models.workspace.connection import Damaged, NotSaved
from models.workspace.workspace import Workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="done with Unix's means")

NOBODY = 65_534


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if (
        os.geteuid() != 0
        or shutil.which("mount") is None
        or subprocess.run(command, check=False, capture_output=True).returncode != 0
    ):
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def _fill(place: Path) -> Path:
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1_024)) == 1_024:
                pass
        except OSError:
            pass
    return filler


def _lines(number: int) -> list[str]:
    return [f"困りごと{number}の{line} " + "あ" * 200 for line in range(30)]


def _apply_until_refused(document: Document, workspace: Workspace) -> None:
    """Add notes until the disk has no room; what is not saved must have left no trace."""
    for number in range(400):
        before = document.workshop
        edit = notes.add_notes(before, _lines(number))
        try:
            document.apply(edit)
        except NotSaved:
            assert document.workshop is before
            assert workspace.load(before.id) == before
            assert faults(workspace) == []
            return
    pytest.fail("the disk never was full")


def _carries_on(document: Document, workspace: Workspace, free: Callable[[], None]) -> None:
    """Room is made, the same edit goes through, and undo and redo work."""
    before = document.workshop
    edit = notes.add_notes(before, _lines(-1))
    with pytest.raises(NotSaved):
        document.apply(edit)
    free()
    document.apply(edit)
    after = document.workshop
    assert after != before
    document.undo()
    assert document.workshop == before
    document.redo()
    assert workspace.load(before.id) == document.workshop == after
    assert faults(workspace) == []


def test_edit_is_refused_and_can_be_tried_again_when_the_disk_is_full(small_disk: Path, fresh: Workshop) -> None:
    workspace = Workspace(small_disk / "workspace")
    workspace.create(fresh)
    document = Document(workspace, fresh.id)
    document.apply(notes.add_notes(fresh, _lines(0)))
    filler = _fill(small_disk)
    _apply_until_refused(document, workspace)
    with pytest.raises(Problem):
        workspace.back_up()
    assert list((workspace.folder / "backups").iterdir()) == []
    _carries_on(document, workspace, filler.unlink)
    kept = document.workshop
    workspace.connection.close()
    workspace._lock.release()
    again = Workspace(small_disk / "workspace")
    assert again.load(fresh.id) == kept
    again.connection.close()
    again._lock.release()


@pytest.mark.parametrize("new", [True, False])
def test_opening_is_refused_when_the_disk_is_full(small_disk: Path, fresh: Workshop, new: bool) -> None:
    folder = small_disk / "workspace"
    if not new:
        workspace = Workspace(folder)
        workspace.create(fresh)
        workspace.connection.close()
        workspace._lock.release()
    filler = _fill(small_disk)
    with pytest.raises(Problem) as caught:
        Workspace(folder)
    assert not isinstance(caught.value, Damaged)
    filler.unlink()
    workspace = Workspace(folder)
    assert [details.id for details in workspace.workshops()] == ([] if new else [fresh.id])
    assert faults(workspace) == []
    workspace.close()


@contextmanager
def _no_file_longer_than(size: int) -> Iterator[Callable[[], None]]:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_edit_is_refused_and_can_be_tried_again_when_the_file_may_not_grow(
    workspace: Workspace, document: Document
) -> None:
    document.apply(notes.add_notes(document.workshop, _lines(0)))
    log = workspace.path.with_name("workspace.sqlite3-wal")
    with _no_file_longer_than(log.stat().st_size + 100_000) as free:
        _apply_until_refused(document, workspace)
        _carries_on(document, workspace, free)


def test_opening_is_refused_when_nothing_more_can_be_logged(tmp_path: Path, fresh: Workshop) -> None:
    workspace = Workspace(tmp_path)
    workspace.create(fresh)
    workspace.close()
    before = workspace.path.read_bytes()
    with _no_file_longer_than(2_000), pytest.raises(NotSaved):
        Workspace(tmp_path)
    assert workspace.path.read_bytes() == before
    Workspace(tmp_path).close()


def test_undo_is_refused_and_can_be_tried_again_when_the_file_may_not_grow(
    workspace: Workspace, document: Document
) -> None:
    start = document.workshop
    document.apply(notes.add_notes(start, _lines(0)))
    before = document.workshop
    log = workspace.path.with_name("workspace.sqlite3-wal")
    with _no_file_longer_than(log.stat().st_size) as free:
        with pytest.raises(NotSaved):
            document.undo()
        assert document.workshop is before
        assert workspace.load(before.id) == before
        free()
        document.undo()
    assert document.workshop == start
    assert faults(workspace) == []


def _told(folder: Path) -> str:
    """What is told who may only read the folder: nobody, where the tests are root's, or else oneself after chmod."""
    heard, said = os.pipe()
    child = os.fork()
    if not child:
        _open_as_nobody(folder, said)
    os.close(said)
    with open(heard, encoding="utf-8") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return answer


def _open_as_nobody(folder: Path, said: int) -> NoReturn:
    try:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
        Workspace(folder)
    except BaseException as error:
        os.write(said, f"{type(error).__name__} {error}".encode())
    finally:
        os._exit(0)


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody can get to, which a test's own is not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_new_place_is_refused_when_it_can_only_be_read(place: Path) -> None:
    place.chmod(0o555)
    said = _told(place / "new")
    assert said.startswith("Problem ")
    assert str(place) in said
    assert list(place.iterdir()) == []


def test_workspace_is_refused_untouched_when_its_place_can_only_be_read(place: Path, fresh: Workshop) -> None:
    workspace = Workspace(place)
    workspace.create(fresh)
    workspace.close()
    content = {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()}
    for path in place.iterdir():
        path.chmod(0o555 if path.is_dir() else 0o444)
    place.chmod(0o555)
    said = _told(place)
    assert said.startswith("Problem ")
    assert str(place) in said
    assert {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()} == content


def test_workspace_is_refused_untouched_when_its_file_can_only_be_read(place: Path, fresh: Workshop) -> None:
    workspace = Workspace(place)
    workspace.create(fresh)
    workspace.close()
    before = workspace.path.read_bytes()
    for path in place.iterdir():
        path.chmod(0o777 if path.is_dir() else 0o666)
    place.chmod(0o777)
    workspace.path.chmod(0o444)
    assert _told(place).startswith(("Problem ", "NotSaved "))
    assert workspace.path.read_bytes() == before
