"""The frames of a board: each lies around the islands of its groups, and can be selected as one."""

from collections.abc import Callable, Collection, Iterable, Mapping

from PySide6.QtCore import QRectF

from models.board import Family
from models.layout import family_around
from ui.board.arrow_set import rectangle
from ui.board.frames import Frame
from ui.board.island import Island
from ui.board.looks import Looks


class FrameSet:
    """`frames` by the ids of their families, in the families' order; `lifted` are those that are under way as one."""

    def __init__(self, looks: Looks) -> None:
        self.frames: dict[str, Frame] = {}
        self.lifted: set[str] = set()
        self.chosen: set[str] = set()
        self._looks = looks

    def follow(
        self, families: Iterable[Family], islands: Mapping[str, Island], lifted_groups: Collection[str]
    ) -> list[QRectF]:
        """Show these families around the islands. A frame stays while only some of its groups are under way.

        Returns what is to be painted again.
        """
        groups = by_family(islands)
        before, self.frames = self.frames, {}
        touched: list[QRectF] = []
        for family in families:
            if family.id not in groups:
                continue
            frame = before.pop(family.id, None) or Frame(family, self._looks)
            self.frames[family.id] = frame
            if family.id in self.lifted or groups[family.id].isdisjoint(lifted_groups):
                touched += self._show(frame, family, [islands[i].rect for i in groups[family.id]])
        return touched + [gone.rect for gone in before.values()]

    def _show(self, frame: Frame, family: Family, around: list[QRectF]) -> Iterable[QRectF]:
        left, top, right, bottom = family_around(map(rectangle, around))
        shown = frame.words(), frame.rect
        frame.become(family, QRectF(left, top, right - left, bottom - top), len(around))
        changed = shown != (frame.words(), frame.rect) and family.id not in self.lifted
        return (shown[1], frame.rect) if changed else ()

    def areas(self, family_ids: Iterable[str]) -> list[QRectF]:
        """Where these frames lie."""
        return [self.frames[i].rect for i in family_ids if i in self.frames]

    def keep_chosen(self, is_selected: Callable[[str], bool]) -> set[str]:
        """The families that are selected as one: what is no more wholly selected is forgotten."""
        self.chosen = {i for i in self.chosen if i in self.frames and is_selected(i)}
        return self.chosen


def by_family(islands: Mapping[str, Island]) -> dict[str, set[str]]:
    """The ids of the groups of each family that has any."""
    found: dict[str, set[str]] = {}
    for cluster_id, island in islands.items():
        if island.cluster.family_id is not None:
            found.setdefault(island.cluster.family_id, set()).add(cluster_id)
    return found
