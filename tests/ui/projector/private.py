"""What the room must not see of a workshop at a moment, and the same workshop as if that had never been."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from models.agenda import AgendaPhase
from models.workshop import Workshop
from ui.wall import OnShow, Show


@dataclass
class Secrets:
    """Words that occur once in the world, so that a leak is known when it is seen."""

    made: list[str] = field(default_factory=list)
    private: set[str] = field(default_factory=set)

    def word(self) -> str:
        """A new word; it may be shown at times."""
        self.made.append(f"QX{len(self.made):05}Z")
        return self.made[-1]

    def secret(self) -> str:
        """A new word that is never to be shown."""
        word = self.word()
        self.private.add(word)
        return word

    def number(self) -> int:
        """A new number, to be known by its figures."""
        number = 100_000 + len(self.made)
        self.made.append(str(number))
        return number


LISTS = {
    Show.PLEDGES: "pledges",
    Show.OWN_WORK: "own_works",
    Show.STEPS: "process_steps",
    Show.TEAMS: "seats",
    Show.LAST_TIME: "carried",
    Show.KNACK: "knacks",
    Show.CASE: "shown_cases",
}


def _there(workshop: Workshop, on_show: OnShow | None) -> OnShow | None:
    """What is on show, None when there is nothing of it."""
    if on_show is None:
        return None
    kept = getattr(workshop, LISTS[on_show.what])
    return on_show if (on_show.id in kept if on_show.id else kept) else None


def _in_last_time(workshop: Workshop, on_show: OnShow | None) -> bool:
    current = workshop.current_item()
    return on_show is None and current is not None and current.phase is AgendaPhase.LAST_TIME


def _is_weighing(workshop: Workshop) -> bool:
    current = workshop.current_item()
    return current is not None and current.phase is AgendaPhase.PAYOFF


def content(workshop: Workshop, on_show: OnShow | None) -> dict[str, Mapping[str, Any]]:
    """What each format works on that is neither on show nor brought by the phase, by its field."""
    on_show = _there(workshop, on_show)
    what, key = (None, "") if on_show is None else (on_show.what, on_show.id)
    kept = {name: getattr(workshop, name) for show, name in LISTS.items() if show is not what or key}
    if on_show is not None and key:
        kept[LISTS[on_show.what]] = {i: one for i, one in kept[LISTS[on_show.what]].items() if i != key}
    if what is not Show.TEAMS:
        kept["participants"] = workshop.participants
    if _in_last_time(workshop, on_show):
        kept.pop("carried", None)
    return kept


def hidden_words(workshop: Workshop, on_show: OnShow | None, secrets: Secrets) -> set[str]:
    """All words and numbers that the room must not see now."""
    entities = [one for kind in content(workshop, on_show).values() for one in kind.values()]
    texts = "\n".join(repr(one) for one in entities)
    found = {word for word in secrets.made if word in texts}
    notes = {note.text for note in workshop.notes.values() if note.hidden}
    shown = {note.text for note in workshop.notes.values() if not note.hidden}
    open_dots = set() if workshop.details.votes_closed else {str(vote.dots) for vote in workshop.votes.values()}
    there = _there(workshop, on_show)
    subject = set() if there is not None and there.what is Show.STEPS else {workshop.details.subject} - {""}
    return (found | notes | secrets.private | subject | open_dots) - shown


def without_what_is_private(workshop: Workshop, on_show: OnShow | None) -> Workshop:
    """The workshop as if what the room must not see had never been."""
    gone = {name: set(kind) for name, kind in content(workshop, on_show).items()}
    kept = {name: {i: one for i, one in getattr(workshop, name).items() if i not in ids} for name, ids in gone.items()}
    kept["knacks"] = {i: replace(one, material="") for i, one in kept.get("knacks", workshop.knacks).items()}
    kept["carried"] = {i: replace(one, remark="") for i, one in kept.get("carried", workshop.carried).items()}
    items = workshop.agenda.values()
    return replace(
        workshop,
        details=replace(workshop.details, invitation="", place="", handouts="", silent=False),
        agenda={item.id: replace(item, script="", materials="", method="") for item in items},
        notes={note.id: note for note in workshop.notes.values() if not note.hidden},
        clusters={one.id: replace(one, opinions="", measures="", family_id=None) for one in workshop.clusters.values()},
        votes=workshop.votes if workshop.details.votes_closed else {},
        decisions={},
        actions={},
        checks={},
        families={},
        relations={},
        payoffs=workshop.payoffs if _is_weighing(workshop) else {},
        **kept,
    )
