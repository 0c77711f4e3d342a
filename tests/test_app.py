"""The command line, run as a process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from models.demonstration import add_demonstration
from models.workspace.workspace import Workspace

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.e2e


def _app(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "app.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        timeout=60,
        check=False,
    )


def _one_sentence(done: subprocess.CompletedProcess[str]) -> bool:
    return done.returncode == 1 and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


@pytest.fixture
def demonstration(tmp_path: Path) -> tuple[Path, str]:
    """A folder with a workspace that holds the demonstration, and the workshop's id."""
    workspace = Workspace(tmp_path / "workspace")
    workshop_id = add_demonstration(workspace)
    workspace.close()
    return tmp_path / "workspace", workshop_id


def test_demo_writes_and_names_every_paper(tmp_path: Path) -> None:
    done = _app("demo", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    written = [Path(line) for line in done.stdout.splitlines()]
    assert {path.suffix for path in written} == {".pdf", ".docx", ".md", ".json", ".jirei", ".minaoshi"}
    assert all(path.stat().st_size > 500 for path in written)


def test_demo_gives_the_same_minutes_when_run_twice(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert _app("demo", "--out", tmp_path / name).returncode == 0
    papers = [
        {path.name: path.read_bytes() for kind in ("*.md", "*議事概要*.pdf", "*進行表*") for path in folder.glob(kind)}
        for folder in (tmp_path / "one", tmp_path / "two")
    ]
    assert len(papers[0]) == 16
    assert papers[0] == papers[1]


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".md", ".json"])
def test_export_writes_the_minutes_when_the_ending_is_known(
    demonstration: tuple[Path, str], tmp_path: Path, suffix: str
) -> None:
    folder, workshop_id = demonstration
    target = tmp_path / f"minutes{suffix}"
    done = _app("--workspace", folder, "export", workshop_id, "--to", target)
    assert (done.returncode, done.stdout.strip()) == (0, str(target))
    if suffix == ".pdf":
        assert "照会" in "".join(page.extract_text() for page in PdfReader(target).pages)
    if suffix == ".json":
        assert len(json.loads(target.read_text(encoding="utf-8"))["notes"]) > 20


def test_export_says_one_sentence_when_the_ending_is_unknown(demonstration: tuple[Path, str], tmp_path: Path) -> None:
    folder, workshop_id = demonstration
    assert _one_sentence(_app("--workspace", folder, "export", workshop_id, "--to", tmp_path / "minutes.xyz"))


def test_export_says_one_sentence_when_the_workshop_is_unknown(demonstration: tuple[Path, str], tmp_path: Path) -> None:
    assert _one_sentence(_app("--workspace", demonstration[0], "export", "nobody", "--to", tmp_path / "minutes.md"))


def test_groups_tells_every_line_once_when_asked_for_json(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    lines = ["電話の取次ぎが多い", "電話で作業が切れる", "決裁の印鑑が要る", "印鑑のために席へ行く", "朝の端末が遅い"]
    notes.write_text("\n".join(lines), encoding="utf-8")
    done = _app("groups", notes, "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    told = sorted([number for group in found["groups"] for number in group["notes"]] + found["alone"])
    assert told == list(range(len(lines)))
    assert all(group["title"] and group["reason"] for group in found["groups"])


def test_groups_says_one_sentence_when_the_file_is_missing(tmp_path: Path) -> None:
    assert _one_sentence(_app("groups", tmp_path / "nothing.txt", "--json"))


def test_check_tells_a_whole_workspace(demonstration: tuple[Path, str]) -> None:
    done = _app("--workspace", demonstration[0], "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_options_are_taken_on_either_side_of_the_command(demonstration: tuple[Path, str]) -> None:
    done = _app("check", "--workspace", demonstration[0])
    assert (done.returncode, done.stderr) == (0, "")
    assert str(demonstration[0]) in done.stdout


def test_check_says_so_when_the_file_is_damaged(demonstration: tuple[Path, str]) -> None:
    path = demonstration[0] / "workspace.sqlite3"
    path.write_bytes(path.read_bytes()[:5_000])
    assert _one_sentence(_app("--workspace", demonstration[0], "check"))


def test_usage_errors_exit_with_two() -> None:
    assert _app("export").returncode == 2
    assert _app("--no-such-option").returncode == 2


def test_demonstration_is_run_instead_when_there_is_no_display(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, str(ROOT / "app.py")],
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert "out/" in done.stdout.splitlines()[0]
    assert any((tmp_path / "out").glob("*.pdf"))


@pytest.mark.parametrize("encoding", ["cp932", "utf-8"])
def test_groups_prints_json_when_the_pipe_cannot_take_every_character(tmp_path: Path, encoding: str) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("会議の資料が多い😀\n会議の資料が重い😀\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(ROOT / "app.py"), "groups", str(notes), "--json"],
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert set(json.loads(done.stdout.decode(encoding))) == {"groups", "alone"}


def test_nothing_is_complained_of_when_whoever_reads_has_enough(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("会議の資料が多い\n" * 3, encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, str(ROOT / "app.py"), "groups", str(notes), "--json"],
        stdout=write,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(write)
    assert done.stderr == b""


@pytest.mark.parametrize("command", [("check",), ("export", "x", "--to", "x.md")])
def test_no_workspace_is_made_when_the_folder_has_none(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = _app("--workspace", tmp_path / "none", *command)
    assert _one_sentence(done)
    assert not (tmp_path / "none").exists()
