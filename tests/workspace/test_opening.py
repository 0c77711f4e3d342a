"""Opening: what is good opens, what is not is refused in one sentence, and stays as it was to the byte."""

import hashlib
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models.document import Document
from models.edits import notes
from models.problems import Problem
from models.workshop import Workshop
from models.workspace import journal, migrations
from models.workspace.check import faults
from models.workspace.connection import APPLICATION_ID, Damaged, NotSaved
from models.workspace.workspace import FILE_NAME, Workspace
from tests.random_edits import lived_in


def _sums(folder: Path) -> dict[str, str]:
    """What lies in the folder, without the lock and its holder's name."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file() and path.name != "workspace.lock"
    }


@pytest.fixture
def closed(tmp_path: Path, fresh: Workshop) -> Path:
    """The folder of a workspace with content, closed without a backup."""
    folder = tmp_path / "closed"
    workspace = Workspace(folder)
    workspace.create(fresh)
    document = Document(workspace, fresh.id)
    for edit in lived_in(fresh, random.Random(1)):
        document.apply(edit)
    document.undo()
    workspace.close()
    shutil.rmtree(folder / "backups")
    return folder


@pytest.fixture
def killed(tmp_path: Path, closed: Path) -> Path:
    """The folder as a kill leaves it: some of it in the log only."""
    workspace = Workspace(closed)
    document = Document(workspace, workspace.workshops()[0].id)
    document.apply(notes.add_notes(document.workshop, ["最後の付箋"]))
    folder = tmp_path / "killed"
    shutil.copytree(closed, folder)
    workspace.close()
    (folder / "in-use-by.json").unlink()
    shutil.rmtree(folder / "backups", ignore_errors=True)
    assert (folder / f"{FILE_NAME}-wal").stat().st_size > 0
    return folder


def _rewritten(folder: Path, statement: str) -> None:
    """Have SQLite itself change the file, keeping its log where there is one."""
    file = folder / FILE_NAME
    if (folder / f"{FILE_NAME}-wal").exists():
        # A process that is gone leaves its log; a copy of the open file is as good.
        part = folder.with_name("part")
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.execute(statement)
            shutil.copytree(folder, part)
        shutil.rmtree(folder)
        part.rename(folder)
        (folder / f"{FILE_NAME}-shm").unlink()
        return
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(statement)


def test_last_edits_are_there_when_the_program_was_killed(killed: Path) -> None:
    workspace = Workspace(killed)
    texts = [note.text for note in workspace.load(workspace.workshops()[0].id).notes.values()]
    assert "最後の付箋" in texts
    assert faults(workspace) == []
    workspace.close()


@pytest.mark.parametrize("state", ["closed", "killed"])
def test_newer_file_is_refused_untouched_when_opened(state: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(state)
    _rewritten(folder, f"PRAGMA user_version = {migrations.SCHEMA_VERSION + 1}")
    before = _sums(folder)
    for _ in range(2):
        with pytest.raises(Problem, match="新しい") as caught:
            Workspace(folder)
        assert not isinstance(caught.value, Damaged)
        assert _sums(folder) == before


@pytest.mark.parametrize("journal_mode", ["DELETE", "WAL"])
def test_other_programs_file_is_refused_untouched_when_it_has_the_name(tmp_path: Path, journal_mode: str) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal_mode}")
        connection.execute("CREATE TABLE theirs (a)")
    before = _sums(tmp_path)
    with pytest.raises(Damaged):
        Workspace(tmp_path)
    assert _sums(tmp_path) == before


def _cut(to: Callable[[int], int]) -> Callable[[bytes], bytes]:
    return lambda content: content[: to(len(content))]


def _zeroed(start: int, count: int) -> Callable[[bytes], bytes]:
    return lambda content: content[:start] + bytes(count) + content[start + count :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "garbage": lambda content: random.Random(1).randbytes(len(content)),
    "text": lambda content: "これはデータではありません".encode() * 2_000,
    "one byte": _cut(lambda size: 1),
    "fifteen bytes": _cut(lambda size: 15),
    "half a header": _cut(lambda size: 50),
    "the header": _cut(lambda size: 100),
    "one page": _cut(lambda size: 4_096),
    "a page and a half": _cut(lambda size: 6_144),
    "half": _cut(lambda size: size // 2),
    "all but a page": _cut(lambda size: size - 4_096),
    "all but a byte": _cut(lambda size: size - 1),
    "no header": _zeroed(0, 100),
    "no first page": _zeroed(0, 4_096),
    "no second page": _zeroed(4_096, 4_096),
    "zeros": lambda content: bytes(len(content)),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("state", ["closed", "killed"])
def test_damaged_file_is_refused_untouched_when_opened(damage: str, state: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(state)
    file = folder / FILE_NAME
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    before = _sums(folder)
    try:
        workspace = Workspace(folder)
    except Damaged:
        assert {name: kept for name, kept in _sums(folder).items() if not name.endswith("-shm")} == {
            name: kept for name, kept in before.items() if not name.endswith("-shm")
        }
        return
    # The log may hold every page that the file has lost.
    assert state == "killed"
    assert faults(workspace) == []
    assert "最後の付箋" in [note.text for note in workspace.load(workspace.workshops()[0].id).notes.values()]
    workspace.close()


def _content(workspace: Workspace) -> list[object]:
    """All that a person could see of the workspace, the history included."""
    workshops = [workspace.load(details.id) for details in workspace.workshops()]
    history = workspace.connection.execute("SELECT * FROM journal ORDER BY seq").fetchall()
    cases = [(case, workspace.received_case_file(case.id)) for case in workspace.received_cases()]
    return [workshops, history, cases]


def test_damage_is_told_or_harmless_when_bytes_flip_anywhere(closed: Path) -> None:
    """200 files with one to three random bytes changed: refused untouched, found faulty, or just as before."""
    file = closed / FILE_NAME
    whole = file.read_bytes()
    workspace = Workspace(closed)
    content = _content(workspace)
    workspace.close()
    rng = random.Random(20_260_604)
    outcomes = {"refused": 0, "faulty": 0, "same": 0}
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(rng.randint(1, 3)):
            damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
        file.write_bytes(damaged)
        outcomes[_outcome(closed, content)] += 1
        if "workspace.sqlite3-wal" in os.listdir(closed):
            (closed / f"{FILE_NAME}-wal").unlink()
    assert outcomes["refused"] > 0
    assert outcomes["faulty"] > 0


def _outcome(folder: Path, content: list[object]) -> str:
    before = _sums(folder)
    try:
        workspace = Workspace(folder)
    except Problem:
        assert _sums(folder) == before
        return "refused"
    try:
        if faults(workspace):
            return "faulty"
        assert _content(workspace) == content
        return "same"
    finally:
        workspace.connection.close()
        workspace._lock.release()


def test_row_that_makes_no_sense_is_told_as_damage_when_read(closed: Path) -> None:
    with closing(sqlite3.connect(closed / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("UPDATE note SET kind = 'troubIe'")
        connection.execute("UPDATE workshop SET held_on = '2026-06-4X'")
    workspace = Workspace(closed)
    with pytest.raises(Damaged):
        workspace.workshops()
    assert len(faults(workspace)) == 2
    workspace.close()


def test_damaged_history_is_not_played_when_undoing(closed: Path) -> None:
    with closing(sqlite3.connect(closed / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("UPDATE journal SET changes = changes || ' '")
    workspace = Workspace(closed)
    document = Document(workspace, workspace.workshops()[0].id)
    before = document.workshop
    assert document.undo_kind() is not None
    with pytest.raises(Damaged):
        document.undo()
    assert document.workshop == before == workspace.load(before.id)
    assert faults(workspace)
    workspace.close()


@pytest.mark.parametrize("emptied", [True, False])
def test_lost_file_is_not_taken_for_a_new_workspace_when_there_are_backups(closed: Path, emptied: bool) -> None:
    workspace = Workspace(closed)
    backup = workspace.back_up()
    workspace.close()
    (closed / FILE_NAME).unlink()
    if emptied:
        (closed / FILE_NAME).touch()
    before = _sums(closed)
    with pytest.raises(Damaged, match=backup.name):
        Workspace(closed)
    assert _sums(closed) == before


def test_log_without_its_file_is_refused_untouched_when_opened(killed: Path) -> None:
    (killed / FILE_NAME).write_bytes(b"")
    before = _sums(killed)
    with pytest.raises(Damaged):
        Workspace(killed)
    assert _sums(killed) == before


def test_file_opens_when_its_first_making_was_cut_off(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    workspace = Workspace(tmp_path)
    assert workspace.workshops() == []
    assert faults(workspace) == []
    workspace.close()


@pytest.mark.parametrize("name", ["業務 見直し", "a#b?c%20d&mode=rw", "ｆｕｌｌ　ｗｉｄｔｈ", "new\nline"])
def test_place_is_found_when_its_name_is_odd(tmp_path: Path, fresh: Workshop, name: str) -> None:
    for _ in range(2):
        workspace = Workspace(tmp_path / name)
        if not workspace.workshops():
            workspace.create(fresh)
        workspace.close()
    assert {path.name for path in tmp_path.iterdir()} == {name}


def test_file_that_another_program_holds_is_not_called_damaged_when_opened(closed: Path) -> None:
    with closing(sqlite3.connect(closed / FILE_NAME, isolation_level=None, timeout=0)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Problem) as caught:
            _impatient(closed)
        assert not isinstance(caught.value, Damaged)
        other.execute("ROLLBACK")
    Workspace(closed).close()


def _impatient(folder: Path) -> None:
    Workspace(folder).close()


def test_safety_is_read_back_when_opened(workspace: Workspace) -> None:
    def pragma(name: str) -> object:
        return workspace.connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("application_id") == APPLICATION_ID
    assert pragma("user_version") == migrations.SCHEMA_VERSION


def test_id_that_is_there_already_is_refused_when_a_workshop_is_created(workspace: Workspace, fresh: Workshop) -> None:
    workspace.create(fresh)
    with pytest.raises(sqlite3.IntegrityError):
        workspace.create(fresh)
    assert workspace.load(fresh.id) == fresh
    assert faults(workspace) == []


def test_unknown_things_are_told_when_asked_for(workspace: Workspace) -> None:
    with pytest.raises(Problem):
        workspace.load("x" * 1_000)
    with pytest.raises(Problem):
        workspace.received_case_file("x")


def test_case_file_is_kept_once_when_it_comes_twice(workspace: Workspace) -> None:
    first = workspace.receive_case("題名", "総務課", b"file")
    assert workspace.receive_case("題名", "総務課", b"file") == first
    assert [case.title for case in workspace.received_cases()] == ["題名"]
    assert workspace.received_case_file(first) == b"file"
    workspace.connection.execute("UPDATE received_case SET file = x'00'")
    assert len(faults(workspace)) == 1


def test_program_errors_are_not_blamed_on_the_disk_when_a_constraint_breaks(document: Document) -> None:
    edit = notes.move_notes(document.workshop, {})
    assert edit.changes == ()
    bad = notes.add_notes(document.workshop, ["x"])
    document.apply(bad)
    with pytest.raises(sqlite3.IntegrityError) as caught:
        journal.commit(document._connection, document.workshop.id, bad)
    assert not isinstance(caught.value, NotSaved)


@pytest.fixture(autouse=True)
def _tidy(tmp_path: Path) -> Iterator[None]:
    yield
    shutil.rmtree(tmp_path, ignore_errors=True)


def test_opening_is_refused_in_a_sentence_when_the_file_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "workspace.sqlite3").mkdir()  # as a file that another program holds on Windows
    with pytest.raises(Problem):
        Workspace(tmp_path)
