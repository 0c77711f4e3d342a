"""The Japanese dictionary, loaded once: a second one would cost another 75 MB."""

import functools
from collections.abc import Callable, Sequence
from typing import Any


@functools.cache
def tokenizer() -> Callable[[str], Sequence[Any]]:
    """Sudachi's short units of a text; raises `ImportError` where the dictionary is missing."""
    from sudachipy import Dictionary, SplitMode

    return functools.partial(Dictionary(dict="core").tokenizer().tokenize, mode=SplitMode.A)
