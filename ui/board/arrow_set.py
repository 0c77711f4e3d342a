"""The arrows of a board: each keeps its way until something near it moves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from models.board import Relation
from models.layout import ISLAND_HEAD, Rectangle, overlap
from models.routing import past, zone
from ui.board.arrows import Arrow, Free
from ui.board.looks import Looks

Islands = Callable[[], Collection[Rectangle]]
Box = Callable[[str], QRectF | None]
"""Where a thing lies now, by its id; None for what is not on the board."""


@dataclass(frozen=True, slots=True)
class Between:
    """What an arrow was drawn for: the relation, and the boxes of its ends."""

    relation: Relation
    source: Rectangle
    target: Rectangle


class ArrowSet:
    """`arrows` by the ids of their relations, in the relations' order."""

    def __init__(self, looks: Looks) -> None:
        self.arrows: dict[str, Arrow] = {}
        self._looks = looks
        self._drawn: dict[str, Between] = {}

    def follow(
        self,
        relations: Iterable[Relation],
        box: Box,
        islands: Islands,
        moved: Collection[Rectangle],
        free: Free,
    ) -> list[QRectF]:
        """Show these relations. `islands` are gone around; `moved` is where something changed since the last time; what
        is not `free` has words already.

        Returns what is to be painted again.
        """
        before, drawn = self.arrows, self._drawn
        self.arrows, self._drawn = {}, {}
        touched: list[QRectF] = []
        around: Collection[Rectangle] | None = None
        for relation in relations:
            source, target = box(relation.source_id), box(relation.target_id)
            if source is None or target is None:
                continue
            now = Between(relation, rectangle(source), rectangle(target))
            arrow = before.pop(relation.id, None)
            if arrow is None or drawn.get(relation.id) != now or _is_near(now, moved):
                touched += [] if arrow is None else [arrow.reach()]
                arrow = arrow or Arrow(relation, self._looks)
                around = islands() if around is None else around
                self._draw(arrow, now, around, free)
                touched.append(arrow.reach())
            self.arrows[relation.id], self._drawn[relation.id] = arrow, now
        return touched + [gone.reach() for gone in before.values()]

    def _draw(self, arrow: Arrow, now: Between, islands: Collection[Rectangle], free: Free) -> None:
        """Find an arrow's way past other islands, and the place of its words."""
        box = zone(now.source, now.target)
        near = [one for one in islands if overlap(one, box)]
        heads = [QRectF(left, top, right - left, ISLAND_HEAD) for left, top, right, _bottom in near]
        taken = [*heads, *(other.box for other in self.arrows.values())]
        found = past(now.source, now.target, near)
        arrow.become(now.relation, found, lambda at: free(at) and not any(at.intersects(one) for one in taken))


def rectangle(rect: QRectF) -> Rectangle:
    """Left, top, right and bottom."""
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def _is_near(now: Between, moved: Collection[Rectangle]) -> bool:
    near = zone(now.source, now.target) if moved else None
    return near is not None and any(overlap(one, near) for one in moved)
