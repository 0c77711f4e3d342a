"""The schema as it grew: every golden file comes to the present one with its data; what fails leaves all as it was."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.document import Document
from models.problems import Problem
from models.workspace import migrations, opening
from models.workspace.backup import backups
from models.workspace.check import faults
from models.workspace.workspace import FILE_NAME, Workspace

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.sql"))


def _from_golden(folder: Path, golden: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        connection.executescript(golden.read_text(encoding="utf-8"))


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


def test_there_is_a_golden_file_for_every_schema() -> None:
    assert [path.stem for path in GOLDEN] == [f"{number:03}" for number in range(1, migrations.SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_data_is_there_when_an_old_file_is_opened(golden: Path, tmp_path: Path) -> None:
    _from_golden(tmp_path, golden)
    workspace = Workspace(tmp_path)
    assert faults(workspace) == []
    (details,) = workspace.workshops()
    workshop = workspace.load(details.id)
    assert details.title == "第1回業務見直し皆議"
    assert [note.text for note in workshop.ordered_notes()] == [f"困りごと{number}" for number in range(12)]
    assert [cluster.title for cluster in workshop.ordered_clusters()] == ["会議", "様式"]
    assert [workshop.dots(cluster.id) for cluster in workshop.ordered_clusters()] == [2, 5]
    assert [decision.text for decision in workshop.ordered_decisions()] == ["会議を半分にする"]
    assert [action.owner for action in workshop.ordered_actions()] == ["総務課係長"]
    assert [participant.count for participant in workshop.ordered_participants()] == [4]
    assert len(workshop.cases) == 1
    assert len(workshop.timings) == 2
    assert [case.title for case in workspace.received_cases()] == ["会議を半分に"]
    document = Document(workspace, details.id)
    assert document.redo() is not None
    while document.undo() is not None:
        pass
    assert document.workshop.notes == {}
    assert faults(workspace) == []
    workspace.close()


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_schema_is_a_new_ones_when_an_old_file_was_opened(golden: Path, tmp_path: Path, workspace: Workspace) -> None:
    _from_golden(tmp_path, golden)
    old = Workspace(tmp_path)
    assert _schema(old.connection) == _schema(workspace.connection)
    old.close()


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more migration, that fails halfway."""
    shipped = migrations._migrations

    def failing() -> object:
        all_of_them = shipped()

        @all_of_them(name="004_failing")
        def failing(db: object) -> None:
            db.execute("ALTER TABLE note ADD COLUMN colour TEXT")  # type: ignore[attr-defined]
            raise ValueError("halfway")

        return all_of_them

    monkeypatch.setattr(migrations, "_migrations", failing)
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", 4)
    monkeypatch.setattr(opening, "SCHEMA_VERSION", 4)


def test_backup_is_named_and_all_is_as_before_when_a_migration_fails(
    tmp_path: Path, next_version: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    _from_golden(tmp_path, GOLDEN[-1])
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        before = list(connection.iterdump())
    with pytest.raises(Problem) as caught:
        Workspace(tmp_path)
    (backup,) = backups(tmp_path)
    assert backup.name in str(caught.value)
    for file in (tmp_path / FILE_NAME, backup):
        with closing(sqlite3.connect(file)) as connection:
            assert list(connection.iterdump()) == before
            assert connection.execute("PRAGMA user_version").fetchone()[0] == 3
    monkeypatch.undo()
    workspace = Workspace(tmp_path)
    assert faults(workspace) == []
    workspace.close()


def test_dots_places_and_relations_are_as_they_were_when_version_3_kept_them(tmp_path: Path) -> None:
    _from_golden(tmp_path, Path(__file__).parent / "golden" / "003.sql")
    workspace = Workspace(tmp_path)
    (details,) = workspace.workshops()
    workshop = workspace.load(details.id)
    lone = next(note for note in workshop.ordered_notes() if note.cluster_id is None)
    (family,) = workshop.ordered_families()
    (relation,) = workshop.ordered_relations()
    assert {cluster.family_id for cluster in workshop.clusters.values()} == {family.id}
    assert [cluster.stacked for cluster in workshop.ordered_clusters()] == [True, False]
    assert (relation.source_id, relation.target_id, relation.label) == (family.id, lone.id, "だから")
    assert (lone.locked, workshop.dots(lone.id), workshop.payoffs[lone.id].effect) == (True, 3, 0.25)
    assert (details.dots_each, details.voters, details.blank_votes) == (3, 12, 1)
    workspace.close()
