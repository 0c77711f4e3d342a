"""One writer: of two openings at once exactly one wins, and a killed holder leaves nothing behind."""

import os
import signal
import sys
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import NoReturn

import pytest

from models.problems import Problem
from models.workspace.check import faults
from models.workspace.lock import InUse
from models.workspace.workspace import Workspace

PAIRS = 50


def _open_together(folders: list[Path], gate: Barrier, answers: "os.PathLike[str]") -> None:
    """Open every folder when the other does, hold it until the other has tried, and write down what happened."""
    with open(answers, "w", encoding="utf-8") as file:
        for folder in folders:
            gate.wait()
            workspace: Workspace | None = None
            try:
                workspace = Workspace(folder)
                print("opened", file=file)
            except InUse:
                print("in use", file=file)
            except BaseException as error:
                print(repr(error), file=file)
            gate.wait()
            if workspace is not None:
                workspace.close()


@pytest.mark.slow
def test_exactly_one_wins_when_fifty_pairs_open_at_once(tmp_path: Path) -> None:
    context = get_context("spawn")
    gate = context.Barrier(2, timeout=60)
    folders = [tmp_path / str(number) for number in range(PAIRS)]
    answers = [tmp_path / "a.txt", tmp_path / "b.txt"]
    processes = [context.Process(target=_open_together, args=(folders, gate, file)) for file in answers]
    for process in processes:
        process.start()
    for process in processes:
        process.join(90)
        assert process.exitcode == 0
    pairs = list(zip(*(file.read_text(encoding="utf-8").splitlines() for file in answers), strict=True))
    assert len(pairs) == PAIRS
    assert [sorted(pair) for pair in pairs] == [["in use", "opened"]] * PAIRS
    for folder in folders[:3]:
        workspace = Workspace(folder)
        assert faults(workspace) == []
        workspace.close()


def test_holder_is_named_when_the_workspace_is_in_use(workspace: Workspace) -> None:
    with pytest.raises(InUse, match=str(os.getpid())):
        Workspace(workspace.folder)
    (workspace.folder / "in-use-by.json").write_text("[1]")
    with pytest.raises(InUse):
        Workspace(workspace.folder)


def test_workspace_opens_again_when_it_was_closed(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "another"
    for _ in range(3):
        Workspace(folder).close()
    assert not (folder / "in-use-by.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is Unix's")
def test_workspace_opens_at_once_when_its_holder_was_killed(tmp_path: Path) -> None:
    ready, say = os.pipe()
    child = os.fork()
    if not child:
        _hold(tmp_path, say)
    try:
        assert os.read(ready, 1) == b"!"
        with pytest.raises(InUse, match=str(child)):
            Workspace(tmp_path)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    Workspace(tmp_path).close()


def _hold(folder: Path, say: int) -> NoReturn:
    """In the child: open the workspace and stay."""
    try:
        workspace = Workspace(folder)
        os.write(say, b"!")
        signal.pause()
        workspace.close()
    finally:
        os._exit(1)


def test_lock_is_given_back_when_opening_fails(tmp_path: Path) -> None:
    (tmp_path / "workspace.sqlite3").write_bytes(b"x" * 5_000)
    for _ in range(2):
        with pytest.raises(Problem) as caught:
            Workspace(tmp_path)
        assert not isinstance(caught.value, InUse)
