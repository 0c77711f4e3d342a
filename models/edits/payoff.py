"""Edits of the matrix of effect and feasibility: what stands where in it."""

from models.board import Payoff
from models.edits.change import Edit, put, remove
from models.edits.voting import stands_alone
from models.workshop import Workshop


def place_payoff(workshop: Workshop, weighed_id: str, effect: float, feasibility: float) -> Edit:
    """A group or lone note put into the matrix, or elsewhere in it; both measures are kept within 0 to 1.

    Nothing for what is none of them (any more).
    """
    if not stands_alone(workshop, weighed_id):
        return Edit("payoff_placed", ())
    return put(workshop, "payoff_placed", Payoff(weighed_id, _share(effect), _share(feasibility)))


def put_aside(workshop: Workshop, weighed_id: str) -> Edit:
    """A group or lone note taken out of the matrix; nothing for one that does not stand there."""
    standing = workshop.payoffs.get(weighed_id)
    return remove("payoff_put_aside", *([] if standing is None else [standing]))


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
