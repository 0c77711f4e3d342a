"""The bench's own working; what it measures is never asserted."""

import json
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from tests.bench import run
from tests.bench.office_notes import office_notes


def test_table_and_file_say_the_same_when_figures_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "OUT", tmp_path / "out")
    figures = (run.Figure("quick", "ms", 2.0, lambda: 1.5), run.Figure("slow", "s", 2.0, lambda: 2.25))
    monkeypatch.setattr(run, "FIGURES", figures)
    run.main([])
    rows = json.loads((tmp_path / "out" / "bench.json").read_text(encoding="utf-8"))
    assert rows == [{"name": "quick", "value": 1.5, "unit": "ms"}, {"name": "slow", "value": 2.25, "unit": "s"}]
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        ["name", "value", "unit", "limit", "ok"],
        ["quick", "1.50", "ms", "2.0", "ok"],
        ["slow", "2.25", "s", "2.0", "OVER"],
    ]


def test_only_what_is_named_is_measured_when_names_are_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "OUT", tmp_path)
    figures = (run.Figure("one", "s", 1.0, lambda: 0.5), run.Figure("other", "s", 1.0, lambda: 1 / 0))
    monkeypatch.setattr(run, "FIGURES", figures)
    run.main(["one"])
    assert [row["name"] for row in json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))] == ["one"]


def test_every_figure_that_was_promised_is_known() -> None:
    names = {figure.name for figure in run.FIGURES}
    windows = {"start_ratio", "window_mb", "pan_1000_ms", "zoom_worst_10000_ms", "drag500_10000_ms", "growth_fit"}
    groups = {
        "group_100_s",
        "group_1000_s",
        "group_5000_s",
        "group_first_s",
        "regroup_1000_ms",
        "grain_1000_ms",
        "group_mb",
    }
    assert windows | groups | {"edit_vs_fsync", "demo_s"} <= names


def test_the_notes_are_all_different_and_always_the_same_when_grouping_is_measured() -> None:
    notes = office_notes(5_000, 0)
    assert len(set(notes)) == 5_000
    assert notes[:100] == office_notes(100, 0)
    assert len(set(notes) & set(office_notes(5_000, 1))) < 1_000


def test_the_others_are_measured_when_one_process_fails(capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> float:
        raise CalledProcessError(-6, ["bench"])

    rows = run.measured([run.Figure("broken", "ms", 1.0, broken), run.Figure("whole", "ms", 1.0, lambda: 0.5)])
    assert [row["value"] for row in rows] == [None, 0.5]
    assert "NOT MEASURED" in capsys.readouterr().out
