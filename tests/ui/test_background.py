"""Work beside the window leaves the window's things alone."""

import gc
import threading

from pytestqt.qtbot import QtBot

from ui.background import Work


class _Screen:
    """Garbage that only the collector finds, like a closed screen; it tells in which thread it went."""

    def __init__(self, went: list[int]) -> None:
        self.me = self
        self.went = went

    def __del__(self) -> None:
        self.went.append(threading.get_ident())


def _much() -> int:
    return len([[number] for number in range(300_000)])


def test_closed_screens_are_collected_in_the_windows_thread_when_work_runs(qtbot: QtBot) -> None:
    went: list[int] = []
    for _screen in range(50):
        _Screen(went)
    work = Work(_much)
    with qtbot.waitSignal(work.finished, timeout=20_000):
        work.begin()
    qtbot.waitUntil(gc.isenabled)
    gc.collect()
    assert len(went) == 50
    assert set(went) == {threading.get_ident()}


def test_collector_waits_for_the_last_of_several_works(qtbot: QtBot) -> None:
    hold = threading.Event()
    slow, quick = Work(lambda: hold.wait(20)), Work(_much)
    slow.begin()
    with qtbot.waitSignal(quick.finished, timeout=20_000):
        quick.begin()
    qtbot.wait(50)
    assert not gc.isenabled()
    with qtbot.waitSignal(slow.finished, timeout=20_000):
        hold.set()
    qtbot.waitUntil(gc.isenabled)
