"""How a card of the matrix is called: its title, its column, its effect, its notes and dots."""

from models.board import Payoff, Reach
from models.language import gettext as _
from models.payoff import Level, Weighed, level
from models.text import cut
from ui.decide.wording import dots_told, notes_told
from ui.theme import KEY_TINT

GROUNDS = {Reach.RULES: "#e9e9e9", Reach.OTHERS: KEY_TINT, Reach.OWN: "#e6f5ec"}
"""What the columns are painted on."""

MOST_CHARS = 200
"""More of a note's words than this is not read out nor laid out on a card."""


def reach_word(reach: Reach) -> str:
    """A column's name."""
    return {
        Reach.RULES: _("Needs the rules changed"),
        Reach.OTHERS: _("With other divisions"),
        Reach.OWN: _("Our division can do it"),
    }[reach]


def effect_word(effect: Level) -> str:
    """How great an effect is, in a word."""
    return {Level.HIGH: _("great"), Level.MIDDLE: _("medium"), Level.LOW: _("small")}[effect]


def title_of(one: Weighed) -> str:
    """What stands on a card: a group's title, else how its first note or the lone note begins; always in one line."""
    words = cut(one.title or one.words, MOST_CHARS).replace("\n", " ")
    return words if one.title or not one.is_group else _("(no title yet) {beginning}").format(beginning=words)


def place_told(payoff: Payoff | None) -> str:
    """Where a card stands: its column and effect."""
    if payoff is None:
        return _("not placed yet")
    effect = effect_word(level(payoff.effect))
    return _("{column}, effect: {effect}").format(column=reach_word(payoff.reach), effect=effect)


def counts_told(one: Weighed) -> str:
    """A card's dots, once the vote is closed, and how many notes it holds."""
    dots = "" if one.dots is None else dots_told(one.dots)
    notes = notes_told(one.notes) if one.is_group else ""
    return "　".join(filter(None, (dots, notes)))


def spoken(one: Weighed) -> str:
    """A card as a screen reader says it."""
    return _(" · ").join(filter(None, (title_of(one), place_told(one.payoff), counts_told(one))))
