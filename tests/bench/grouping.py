"""Figures of suggested groups without a window: `python -m tests.bench.grouping WHAT` prints JSON.

Each is taken in a process of its own. Warm is a process that has made a suggestion before, of other notes: the encoder
and the dictionary are loaded, but no note of those that are timed was ever read.
"""

import dataclasses
import json
import sys
from statistics import median
from time import perf_counter

from models.board import Note
from models.grouping import suggest_groups
from models.grouping.memory import Memory
from tests.bench.office_notes import office_notes
from tests.bench.processes import output_of

WARMING = 60
ROUNDS = {100: 7, 1_000: 3, 5_000: 1}
CHANGES = 9


def group_seconds(count: int) -> float:
    """A suggestion for so many notes never read before, in a warm process, with progress and a way to call it off."""
    return _of("warm", str(count))


def regroup_milliseconds() -> float:
    """The same suggestion for 1,000 notes after one was changed."""
    return _of("changed")


def _of(*arguments: str) -> float:
    return float(json.loads(output_of("-m", "tests.bench.grouping", *arguments)))


def _notes(count: int, seed: int) -> list[Note]:
    return [Note(str(at), float(at), text) for at, text in enumerate(office_notes(count, seed))]


def _warm(count: int) -> float:
    suggest_groups(_notes(WARMING, 1_000)).at()
    return median(_timed(_notes(count, seed)) for seed in range(ROUNDS[count]))


def _timed(notes: list[Note]) -> float:
    shares: list[float] = []
    start = perf_counter()
    suggestion = suggest_groups(notes, memory=Memory(), cancelled=lambda: False, progress=shares.append)
    groups = suggestion.at().groups
    taken = perf_counter() - start
    assert groups, "nothing was suggested"
    assert shares, "nothing was read"
    return taken


def _changed() -> float:
    notes, memory = _notes(1_000, 0), Memory()
    suggest_groups(notes, memory=memory).at()
    times = []
    for number, text in enumerate(office_notes(CHANGES, 77)):
        notes[number * 100] = dataclasses.replace(notes[number * 100], text=f"{text}{number}")
        start = perf_counter()
        suggest_groups(notes, memory=memory).at()
        times.append(perf_counter() - start)
    return median(times) * 1_000


if __name__ == "__main__":
    print(json.dumps(_warm(int(sys.argv[2])) if sys.argv[1] == "warm" else _changed()))
