"""班: people dealt out so that every 班 has some of each 課, as equal in size as can be. Arithmetic only.

Nothing here knows a name: what is dealt are the rows of attendance, so many people of a 課 and 職.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from random import Random

from models.text import search_key
from models.workshop import Participant, Seat

FEWEST, MOST = 2, 6
"""How many 班 there can be."""
AT_ONE_TABLE = 5
"""As many people as talk well at one table."""
LEAST_PEOPLE = 2
"""A 班 has at least so many people: one alone has nobody to talk to."""
MIXED_ROWS = 200
"""With more rows of attendance than these no pair of them is looked at for a better mix of 職: it would take long."""

Dealt = tuple[int, str, int]
"""The number of a 班 (from 1), a row of attendance by its id, and how many people of it sit there."""


def sensible_teams(people: int) -> int:
    """How many 班 of four to five `people` make; 0 where they had better stay together.

    Up to five people fit one table. Six, seven and eleven make 班 of three or four: fewer talk more. More than thirty
    are dealt to six 班 of more than five, because a room with more of them cannot be led by one person.
    """
    if people <= AT_ONE_TABLE:
        return 0
    return max(FEWEST, min(MOST, -(-people // AT_ONE_TABLE)))


def most_teams(people: int) -> int:
    """How many 班 can be made of `people` at the most; 0 where there are too few for any."""
    most = min(MOST, people // LEAST_PEOPLE)
    return most if most >= FEWEST else 0


def assigned(participants: Iterable[Participant], teams: int, seed: int) -> list[Dealt]:
    """Everybody dealt to the 班 1 to `teams`, the same for the same `seed`.

    The people of each 課 are spread so that no 班 has two more of them than another; the sizes of the 班 differ by one
    at the most; within that, so are the 職 as far as can be. The list is in the order of the 班, then of the rows.
    """
    rows = [one for one in participants if one.count > 0]
    rng = Random(seed)
    table = _Table(rows, teams, rng)
    for division, free in _places(rows, teams, rng).items():
        table.deal([row for row in rows if _division(row) == division], free)
    table.improve()
    return [
        (team, row.id, table.seated[row.id, team])
        for team in range(1, teams + 1)
        for row in rows
        if table.seated[row.id, team]
    ]


def _division(row: Participant) -> str:
    return search_key(row.division)


def _places(rows: Sequence[Participant], teams: int, rng: Random) -> Mapping[str, Counter[int]]:
    """How many of each 課 go to each 班: dealt round and round, each 課 going on where the one before ended."""
    sizes: dict[str, int] = defaultdict(int)
    for row in rows:
        sizes[_division(row)] += row.count
    divisions, order = list(sizes), list(range(1, teams + 1))
    rng.shuffle(divisions)
    rng.shuffle(order)
    places: dict[str, Counter[int]] = {}
    start = 0
    for division in divisions:
        whole, rest = divmod(sizes[division], teams)
        extra = {order[(start + step) % teams] for step in range(rest)}
        places[division] = Counter({team: whole + (team in extra) for team in order})
        start += rest
    return places


class _Table:
    """Who sits where while people are dealt: `seated` by row and 班, `posts` by 職 and 班."""

    def __init__(self, rows: Sequence[Participant], teams: int, rng: Random) -> None:
        self._rows, self._rng = rows, rng
        self._numbers = range(1, teams + 1)
        self._post = {row.id: search_key(row.post) for row in rows}
        self.seated: Counter[tuple[str, int]] = Counter()
        self.posts: Counter[tuple[str, int]] = Counter()

    def _seat(self, row_id: str, team: int, count: int) -> None:
        self.seated[row_id, team] += count
        self.posts[self._post[row_id], team] += count

    def deal(self, rows: Sequence[Participant], free: Counter[int]) -> None:
        """The people of one 課 take its places: whole rounds of a row first, the rest where its 職 is rarest."""
        for row in rows:
            for team in self._numbers:
                self._seat(row.id, team, row.count // len(self._numbers))
                free[team] -= row.count // len(self._numbers)
        for row in rows:
            for _one in range(row.count % len(self._numbers)):
                team = self._rarest(row, free)
                self._seat(row.id, team, 1)
                free[team] -= 1

    def _rarest(self, row: Participant, free: Counter[int]) -> int:
        """The 班 with a place left that has the fewest of the row's 職, then the most places."""
        post = self._post[row.id]
        open_to = [team for team in self._numbers if free[team] > 0]
        self._rng.shuffle(open_to)
        return min(open_to, key=lambda team: (self.posts[post, team], -free[team]))

    def improve(self) -> None:
        """Two people of one 課 change places wherever that mixes the 職 better, until nothing does."""
        if len(self._rows) > MIXED_ROWS:
            return
        kin: dict[str, list[str]] = defaultdict(list)
        for row in self._rows:
            kin[_division(row)].append(row.id)
        pairs = [pair for ids in kin.values() for pair in combinations(ids, 2)]
        while sum(self._swapped(*pair) for pair in pairs):
            pass

    def _swapped(self, one: str, other: str) -> bool:
        """Whether people of these two rows changed places; each time the sum of the squares of `posts` sinks."""
        swapped = False
        for here in self._numbers:
            for there in self._numbers:
                if self._gains(one, other, here, there):
                    for row_id, team, count in ((one, here, -1), (one, there, 1), (other, there, -1), (other, here, 1)):
                        self._seat(row_id, team, count)
                    swapped = True
        return swapped

    def _gains(self, one: str, other: str, here: int, there: int) -> bool:
        """Whether the 職 are mixed better when somebody of `one` goes from here to there and of `other` back."""
        a, b, posts = self._post[one], self._post[other], self.posts
        if a == b or here == there or not self.seated[one, here] or not self.seated[other, there]:
            return False
        uneven = (posts[a, here] - posts[a, there]) + (posts[b, there] - posts[b, here])
        return uneven > 2


def team_sizes(seats: Iterable[Seat], teams: int) -> Mapping[int, int]:
    """How many people sit in each of the 班 1 to `teams`."""
    sizes = dict.fromkeys(range(1, teams + 1), 0)
    for seat in seats:
        sizes[seat.team] = sizes.get(seat.team, 0) + seat.count
    return sizes
