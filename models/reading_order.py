"""The order in which things that arrows lead between are read: along the arrows, and neighbours side by side.

Things are numbers 0, 1, … in the order in which they would be read without any arrow. The result depends on nothing
else, so it is the same each time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from itertools import pairwise

Arrow = tuple[int, int]
_Ranked = tuple[bool, int]
"""A thing behind all that arrows lead from or to, unless it is one of them."""


def reading_order(count: int, arrows: Mapping[Arrow, int], neighbours: Iterable[Arrow] = ()) -> list[int]:
    """The numbers below `count`, each once, so that an arrow's source comes before its target.

    After a thing come its neighbours, then what it leads to, as soon as nothing else has to come before; otherwise the
    first that is left of those that arrows lead from or to, then of the others. A circle of arrows is opened at its
    weakest (by the weights in `arrows`), of several at the one that leads to the first thing.
    """
    return _Reading(count, _opened(arrows), neighbours).order()


def _opened(arrows: Mapping[Arrow, int]) -> list[Arrow]:
    """The arrows without those at which circles are opened."""
    kept = [arrow for arrow in sorted(arrows) if arrow[0] != arrow[1]]
    opened = _Walk(kept, arrows).opened()
    return [arrow for arrow in kept if arrow not in opened]


class _Walk:
    """Follows arrows from thing to thing. What a circle cannot go through any more is done with and not seen again, so
    that thousands of circles cost little more than their arrows."""

    def __init__(self, arrows: Iterable[Arrow], weights: Mapping[Arrow, int]) -> None:
        self._weights = weights
        self._left: defaultdict[int, list[int]] = defaultdict(list)
        for source, target in arrows:
            self._left[source].append(target)
        self._starts = sorted(self._left)
        for targets in self._left.values():
            targets.reverse()  # they are followed from the end
        self._path: list[int] = []
        self._on_path: set[int] = set()
        self._done: set[int] = set()
        self._opened: set[Arrow] = set()

    def opened(self) -> set[Arrow]:
        """The arrows at which circles are opened: without them there is none."""
        for start in self._starts:
            if start not in self._done:
                self._go_to(start)
            while self._path:
                self._go_on()
        return self._opened

    def _go_on(self) -> None:
        left = self._left[self._path[-1]]
        if not left:
            self._done.add(self._go_back())
        elif left[-1] in self._done:
            left.pop()
        elif left[-1] in self._on_path:
            self._open(left[-1])
        else:
            self._go_to(left[-1])

    def _go_to(self, number: int) -> None:
        self._path.append(number)
        self._on_path.add(number)

    def _go_back(self) -> int:
        number = self._path.pop()
        self._on_path.discard(number)
        return number

    def _open(self, first: int) -> None:
        """The path has come back to a thing on it: leave out the weakest arrow between, and go on from its source."""
        circle = pairwise([*self._path[self._path.index(first) :], first])
        weakest = min(circle, key=lambda arrow: (self._weights[arrow], arrow[1]))
        self._opened.add(weakest)
        while self._path[-1] != weakest[0]:
            self._go_back()
        self._left[weakest[0]].pop()


class _Reading:
    """The things while they are read; the arrows make no circle."""

    def __init__(self, count: int, arrows: Iterable[Arrow], neighbours: Iterable[Arrow]) -> None:
        self._before: defaultdict[int, set[int]] = defaultdict(set)
        self._after: defaultdict[int, set[int]] = defaultdict(set)
        self._beside: defaultdict[int, set[int]] = defaultdict(set)
        for source, target in arrows:
            self._before[target].add(source)
            self._after[source].add(target)
        for one, other in neighbours:
            if one != other:
                self._beside[one].add(other)
                self._beside[other].add(one)
        self._unread = dict.fromkeys(range(count))
        tied = {*self._before, *self._after}
        self._ranks = [number not in tied for number in range(count)]
        self._free = [self._ranked(number) for number in range(count) if not self._before[number]]
        self._waiting: list[_Ranked] = []
        heapify(self._free)

    def order(self) -> list[int]:
        """Read all."""
        read: list[int] = []
        while self._unread:
            number = self._next(read[-1] if read else None)
            read.append(number)
            self._take(number)
        return read

    def _next(self, last: int | None) -> int:
        for following in () if last is None else (self._beside[last], self._after[last]):
            found = min((number for number in following if self._is_free(number)), default=None)
            if found is not None:
                return found
        while self._free:
            rank, number = heappop(self._free)
            if number not in self._unread:
                continue
            if not self._waits(number):
                return number
            self._waiting.append((rank, number))
        return min(one for one in self._waiting if one[1] in self._unread)[1]

    def _ranked(self, number: int) -> _Ranked:
        return self._ranks[number], number

    def _is_free(self, number: int) -> bool:
        return number in self._unread and not self._before[number]

    def _waits(self, number: int) -> bool:
        """Whether it had better be read later, beside a neighbour that does not depend on it and is not free yet."""
        blocked = [one for one in self._beside[number] if one in self._unread and self._before[one]]
        return any(number not in self._ancestors(one) for one in blocked)

    def _ancestors(self, number: int) -> set[int]:
        """What has to be read before it, and itself."""
        found, left = {number}, [number]
        while left:
            fresh = self._before[left.pop()] - found
            found |= fresh
            left += fresh
        return found

    def _take(self, number: int) -> None:
        del self._unread[number]
        for target in sorted(self._after[number]):
            if target in self._unread:
                self._before[target].discard(number)
                if not self._before[target]:
                    self._free_again(target)

    def _free_again(self, number: int) -> None:
        heappush(self._free, self._ranked(number))
        for one in self._waiting:
            heappush(self._free, one)
        self._waiting = []
