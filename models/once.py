"""Asked many times of one state of a workshop, answered once: there are more looks than changes."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import ref

from models.language import current_language
from models.workshop import Workshop

_P = ParamSpec("_P")
_R = TypeVar("_R")


def of_the_last(told: Callable[Concatenate[Workshop, _P], _R]) -> Callable[Concatenate[Workshop, _P], _R]:
    """What is told of a workshop that was asked about last is told again as it is: the very same object."""
    last: tuple[ref[Workshop], object, _R] | None = None

    @wraps(told)
    def again(workshop: Workshop, /, *args: _P.args, **named: _P.kwargs) -> _R:
        nonlocal last
        known, about = last, (args, named, current_language())  # papers ask from another thread
        if known is None or known[0]() is not workshop or known[1] != about:
            known = last = ref(workshop), about, told(workshop, *args, **named)
        return known[2]

    return again
