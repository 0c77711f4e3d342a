"""Notes are read before anybody asks, in small bites, and only where there is room for it."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from models.board import Note
from models.grouping import room, suggest_groups
from models.grouping.encoder import NoEncoder
from models.grouping.learned import Learned
from models.grouping.memory import Memory
from models.grouping.morphs import reading
from models.grouping.once import Once
from models.grouping.phrases import phrases
from models.grouping.reading_ahead import BITE, forget, read_ahead
from models.grouping.words import terms

TEXTS = [f"{number}番の窓口が混む" for number in range(3 * BITE + 1)]


def never() -> bool:
    return False


def test_nothing_is_read_again_when_it_was_read_ahead() -> None:
    memory = Memory()
    assert read_ahead(TEXTS, memory, never) == len(TEXTS)

    def unasked(_texts: object) -> None:
        raise AssertionError

    assert memory.rows(TEXTS, unasked).shape[0] == len(TEXTS)  # type: ignore[arg-type]


def test_reading_ends_within_a_bite_when_it_is_stopped() -> None:
    asked = iter([False, False, True])
    assert read_ahead(TEXTS, Memory(), lambda: next(asked)) == 2 * BITE


def test_words_alone_are_read_when_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    loads = []

    def missing() -> None:
        loads.append(1)
        raise NoEncoder("missing")

    monkeypatch.setattr("models.grouping.encoder.encoder", missing)
    assert read_ahead(TEXTS, Memory(), never) == len(TEXTS)
    assert len(loads) == 1


def test_what_is_free_is_told_in_megabytes() -> None:
    free = room.free_mb()
    if sys.platform == "darwin":
        assert free is None
    else:
        assert free is not None
        assert 1 < free < 100_000_000


def test_there_is_room_for_little_and_none_for_more_than_any_machine_has() -> None:
    assert room.has_room(0)
    assert room.has_room(10**9) == (room.free_mb() is None)


@pytest.mark.parametrize(
    ("told", "free"),
    [
        ("MemTotal: 8000000 kB\nMemAvailable:    512000 kB\n", 500),
        ("MemTotal: 8000000 kB\nMemFree: 512000 kB\n", None),
        ("MemAvailable:\n", None),
        ("", None),
    ],
)
def test_the_systems_list_is_read(told: str, free: int | None) -> None:
    assert room._free_by(told) == free


def test_there_is_room_when_the_system_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "free_mb", lambda: None)
    assert room.has_room(10**9)


def test_no_text_is_kept_when_a_workshop_was_closed(memory: Memory) -> None:
    suggestion = suggest_groups([Note(str(at), at, f"{text}と{text}") for at, text in enumerate(TEXTS)], memory=memory)
    for group in suggestion.at().groups:
        suggestion.titles(group)
        suggestion.reason(group)
    forget()
    kept = (terms, reading, phrases, Learned.word_rows, Learned.token_mean)
    assert [known.cache_info().currsize for known in kept] == [0] * len(kept)


def test_it_is_loaded_once_when_threads_ask_at_once() -> None:
    asked = threading.Barrier(4)
    loads: list[int] = []

    @Once
    def load() -> int:
        loads.append(1)
        for _ in range(1_000):
            time.sleep(0)  # the others get their turn
        return len(loads)

    def ask(_: int) -> int:
        asked.wait()
        return load()

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, range(4))) == [1] * 4
    load.cache_clear()
    assert load() == 2


def test_it_is_tried_again_when_loading_failed() -> None:
    answers = iter([False, True])

    @Once
    def load() -> str:
        if not next(answers):
            raise NoEncoder("memory")
        return "loaded"

    with pytest.raises(NoEncoder):
        load()
    assert load() == "loaded"
