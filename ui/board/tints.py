"""Tints of proposed groups: light enough for text, far enough apart, and told by a number besides."""

from collections.abc import Iterable, Mapping

TINTS = ("#cfe2ff", "#ffd9b8", "#cdeccd", "#f3cfe6", "#fff0a8", "#d9d2f5", "#c4ecec", "#e6ddc6")
"""Text on any of them has a contrast of 12:1 or more."""


def tinted(groups: Iterable[tuple[str, str]], before: Mapping[str, int]) -> dict[str, int]:
    """For each group (its key, a note it is known by) its tint, as an index.

    A note's group keeps the tint that the note had `before` (by note id), unless another has it already; what is new
    has the tint that is used least.
    """
    used = [0] * len(TINTS)
    found: dict[str, int] = {}
    late: list[str] = []
    for key, note_id in groups:
        tint = before.get(note_id)
        if tint is None or used[tint]:
            late.append(key)
            continue
        used[tint] += 1
        found[key] = tint
    for key in late:
        tint = used.index(min(used))
        used[tint] += 1
        found[key] = tint
    return found
