"""Why a note is, or would be, in a group: what the board says of it, as plain words."""

from dataclasses import dataclass

from models.grouping import Sureness
from models.language import gettext as _
from models.text import clean_line, cut

TITLE_CHARS = 40
"""More of a title than this is not told in a line of other words."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A note's group by its title, why, how sure that is, and the title of the group it fits next best, if any.

    `number` is the proposed group's while a suggestion is looked at, otherwise 0. `why` may be empty.
    """

    title: str
    why: str
    sureness: Sureness
    next_title: str | None = None
    number: int = 0

    def heading(self) -> str:
        """The group, with its number where it has one."""
        title = short_title(self.title)
        return f"{self.number}  {title}" if self.number else title

    def lines(self) -> tuple[str, ...]:
        """Why, and how sure, a sentence each."""
        sure = sureness_word(self.sureness)
        if self.next_title is not None:
            sure = _("{first} · {second}").format(first=sure, second=next_words(self.next_title))
        return (self.why or _("No words in common were found."), sure)

    def words(self) -> str:
        """All of it, a line each."""
        return "\n".join((self.heading(), *self.lines()))


def sureness_word(sureness: Sureness) -> str:
    """How sure, in a sign and one word."""
    return {Sureness.PLAIN: _("◎ plain"), Sureness.FAIR: _("○ fair"), Sureness.WEAK: _("△ weak")}[sureness]


def short_title(title: str) -> str:
    """A group's title in the middle of other words."""
    return cut(clean_line(title), TITLE_CHARS) or _("Group without a title")


def next_words(title: str) -> str:
    """Which group would be next best."""
    return _("Next best: {title}").format(title=short_title(title))
