"""`make bench`: measure every figure, print a table, write out/bench.json.

`python -m tests.bench.run [NAME ...]` measures those named alone. A figure over its limit is shown, not an error: the
machine that measures is seldom idle.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from subprocess import SubprocessError

from tests.bench import board, grouping, grouping_window, processes
from tests.bench.edits import edit_vs_fsync
from tests.bench.meetings import meetings_worst_error_s
from tests.bench.projector import projector_repaint_ms
from tests.bench.replanning import replan_40_ms

OUT = Path(__file__).parent.parent.parent / "out"


@dataclass(frozen=True)
class Figure:
    """One figure: what it is called, how it is taken, and the most it should be."""

    name: str
    unit: str
    limit: float
    measure: Callable[[], float]


FRAMES = {
    "pan": 8.0,
    "fit": 8.0,
    "repaint_fit": 8.0,
    "zoom": 8.0,
    "zoom_worst": 16.0,
    "rubber": 8.0,
    "drag": 8.0,
    "drag500": 8.0,
    "type": 8.0,
    "add": 16.0,
}
"""What the hand waits for on the board, and the most milliseconds it should."""


def _growth() -> float:
    """How much more a frame with everything in sight costs with ten times the notes."""
    return board.figures(10_000)["fit_10000_ms"] / board.figures(1_000)["fit_1000_ms"]


def _board_figures() -> Iterator[Figure]:
    for count in (1_000, 10_000):
        for name, limit in FRAMES.items():
            whole = f"{name}_{count}_ms"
            yield Figure(whole, "ms", limit, partial(_of_board, count, whole))
    yield Figure("open_10000_s", "s", 0.4, partial(_of_board, 10_000, "open_10000_s"))
    yield Figure("board_10000_mb", "MB", 160.0, partial(board.megabytes, 10_000))
    yield Figure("undo_10000_ms", "ms", 200.0, partial(_of_board, 10_000, "undo_10000_ms"))
    yield Figure("growth_fit", "×", 1.5, _growth)


def _of_board(count: int, name: str) -> float:
    return board.figures(count)[name]


def _group_figures() -> Iterator[Figure]:
    for count, limit in ((100, 0.25), (1_000, 1.8), (5_000, 10.0)):
        yield Figure(f"group_{count}_s", "s", limit, partial(grouping.group_seconds, count))
    yield Figure("group_first_s", "s", 3.0, lambda: grouping_window.first()["group_first_s"])
    yield Figure("group_first_gap_ms", "ms", 100.0, lambda: grouping_window.first()["group_first_gap_ms"])
    yield Figure("regroup_1000_ms", "ms", 100.0, grouping.regroup_milliseconds)
    yield Figure("grain_1000_ms", "ms", 16.0, grouping_window.grain_milliseconds)
    yield Figure("group_mb", "MB", 300.0, grouping_window.megabytes_more)


FIGURES = (
    Figure("start_ratio", "×", 2.0, processes.start_ratio),
    Figure("edit_vs_fsync", "×", 2.5, lambda: edit_vs_fsync(OUT)),
    Figure("demo_s", "s", 5.0, processes.demo_seconds),
    Figure("window_mb", "MB", 120.0, partial(board.megabytes, 100)),
    *_board_figures(),
    Figure("replan_40_ms", "ms", 5.0, replan_40_ms),
    Figure("projector_repaint_ms", "ms", 8.0, projector_repaint_ms),
    Figure("meetings_worst_error_s", "s", 1.0, meetings_worst_error_s),
    *_group_figures(),
)
"""Add a figure here, and it is in the table and in the file."""


def measured(figures: Iterable[Figure]) -> list[dict[str, object]]:
    """Take the figures one after the other and print a line for each."""
    rows: list[dict[str, object]] = []
    print(f"{'name':<24}{'value':>10} {'unit':<5}{'limit':>8}  ok")
    for figure in figures:
        try:
            value = figure.measure()
        except SubprocessError as error:  # shown, like a figure over its limit: it must not hide the others
            print(f"{figure.name:<24}{'-':>10} {figure.unit:<5}{figure.limit:>8.1f}  NOT MEASURED: {error}", flush=True)
            rows.append({"name": figure.name, "value": None, "unit": figure.unit})
            continue
        ok = "ok" if value <= figure.limit else "OVER"
        print(f"{figure.name:<24}{value:>10.2f} {figure.unit:<5}{figure.limit:>8.1f}  {ok}", flush=True)
        rows.append({"name": figure.name, "value": round(value, 4), "unit": figure.unit})
    return rows


def main(names: list[str]) -> None:
    """Measure all figures, or those named."""
    OUT.mkdir(exist_ok=True)
    rows = measured(figure for figure in FIGURES if not names or figure.name in names)
    (OUT / "bench.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
