"""The Japanese dictionary, loaded once: a second one would cost another 75 MB."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from models.grouping.once import Once


@Once
def tokenizer() -> Callable[[str], Sequence[Any]]:
    """Sudachi's short units of a text; raises `ImportError` where the dictionary is missing.

    It may be asked by several threads: each has a tokenizer of its own, for one serves only one at a time.
    """
    from sudachipy import Dictionary, SplitMode

    dictionary = Dictionary(dict="core")
    of_thread = threading.local()

    def read(text: str) -> Sequence[Any]:
        if not hasattr(of_thread, "tokenizer"):
            of_thread.tokenizer = dictionary.tokenizer()
        units: Sequence[Any] = of_thread.tokenizer.tokenize(text, SplitMode.A)
        return units

    return read
