"""Edits of the 班: making and clearing them, moving one person, and keeping the seats in step with the attendance."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from models.edits.change import Edit, merged, new_id, next_order, put, remove
from models.edits.notes import bring_together
from models.teams import FEWEST, MOST, assigned, team_sizes
from models.workshop import Participant, Seat, Workshop, in_order


def make_teams(workshop: Workshop, teams: int, seed: int) -> Edit:
    """Everybody is dealt to two to six 班 anew; notes of the 班 that were are brought together first,
    and stay hidden."""
    teams = max(FEWEST, min(MOST, teams))
    dealt = assigned(workshop.ordered_participants(), teams, seed)
    seats = (Seat(new_id(), float(order), *place) for order, place in enumerate(dealt, start=1))
    seated = put(workshop, "", *seats, replace(workshop.details, teams=teams))
    return merged("teams_made", bring_together(workshop, shown=False), remove("", *in_order(workshop.seats)), seated)


def clear_teams(workshop: Workshop) -> Edit:
    """There are no 班 any more; their notes are brought together, and stay hidden."""
    cleared = put(workshop, "", replace(workshop.details, teams=0))
    return merged(
        "teams_cleared", bring_together(workshop, shown=False), remove("", *in_order(workshop.seats)), cleared
    )


def move_seat(workshop: Workshop, seat_id: str, team: int) -> Edit:
    """One person of a seat goes to another 班; nothing changes where that is none, or the one they sit in."""
    seat = workshop.seats[seat_id]
    if not 1 <= team <= workshop.details.teams:
        return Edit("seat_moved", ())
    counts = _counts(workshop, seat.participant_id)
    counts[seat.team] -= 1
    counts[team] += 1
    return _seated("seat_moved", workshop, seat.participant_id, counts)


def seats_gone(workshop: Workshop, participant_id: str) -> Edit:
    """The seats of a row of attendance taken away."""
    return remove("", *_seats_of(workshop, participant_id))


def seats_followed(workshop: Workshop, participant: Participant) -> Edit:
    """As many seats of a row as it has people: who is new sits down in the smallest 班, who is too many leaves the
    largest. Nothing where there are no 班."""
    if not workshop.details.teams:
        return Edit("", ())
    counts = _counts(workshop, participant.id)
    sizes = dict(team_sizes(workshop.seats.values(), workshop.details.teams))
    missing = participant.count - counts.total()
    for _one in range(abs(missing)):
        team = _smallest(sizes, counts) if missing > 0 else _largest(sizes, counts)
        for told in (sizes, counts):
            told[team] += 1 if missing > 0 else -1
    return _seated("", workshop, participant.id, counts)


def _smallest(sizes: Mapping[int, int], counts: Mapping[int, int]) -> int:
    """Where somebody new sits down: in the smallest 班, of several in the one with the fewest of the same row."""
    return min(sizes, key=lambda team: (sizes[team], counts[team], team))


def _largest(sizes: Mapping[int, int], counts: Mapping[int, int]) -> int:
    """Whence somebody leaves: the largest 班 in which there is anybody of the row."""
    return max((team for team in counts if counts[team] > 0), key=lambda team: (sizes[team], counts[team], team))


def _seats_of(workshop: Workshop, participant_id: str) -> list[Seat]:
    return [seat for seat in in_order(workshop.seats) if seat.participant_id == participant_id]


def _counts(workshop: Workshop, participant_id: str) -> Counter[int]:
    """How many people of a row sit in which 班."""
    counts: Counter[int] = Counter()
    for seat in _seats_of(workshop, participant_id):
        counts[seat.team] += seat.count
    return counts


def _seated(kind: str, workshop: Workshop, participant_id: str, counts: Counter[int]) -> Edit:
    """The people of a row sit so many in each 班, on the seats there are, or on new ones."""
    known = {seat.team: seat for seat in _seats_of(workshop, participant_id)}
    order = next_order(workshop.seats.values())
    wanted = [team for team in sorted(counts) if counts[team] > 0]
    fresh = {team: Seat(new_id(), order + team, team, participant_id) for team in wanted if team not in known}
    kept = [replace((known | fresh)[team], count=counts[team]) for team in wanted]
    ids = {seat.id for seat in kept}
    gone = [seat for seat in _seats_of(workshop, participant_id) if seat.id not in ids]
    return merged(kind, put(workshop, "", *kept), remove("", *gone))
