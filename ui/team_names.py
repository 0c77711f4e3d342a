"""What the 班 are called, the same on every screen and on the wall."""

from models.language import gettext as _


def team_name(team: int) -> str:
    """One 班 by its number, from 1."""
    return _("Team {number}").format(number=team)


def all_teams() -> str:
    """Every 班, where all do the same."""
    return _("All teams")
