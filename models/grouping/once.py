"""What is large is loaded once, whoever asks first, and however many ask at the same time."""

import functools
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """Calls `load` the first time and keeps what it returns; what it raises is raised, and the next call tries again.

    `functools.cache` alone would load twice when two threads ask while nothing is there yet.
    """

    def __init__(self, load: Callable[[], T]) -> None:
        functools.update_wrapper(self, load)
        self._loaded = functools.cache(load)
        self._lock = threading.Lock()

    def __call__(self) -> T:
        """What was loaded."""
        with self._lock:
            return self._loaded()

    def cache_clear(self) -> None:
        """Load anew the next time."""
        with self._lock:
            self._loaded.cache_clear()
