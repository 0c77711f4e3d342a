"""The demonstration workshop: a fictitious 皆議, run through the same edits a person makes.

It shows the screens and the papers, and is there to try things out on.
"""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from models.board import NoteKind
from models.cases import ReviewKind
from models.decisions import Effect
from models.document import Document
from models.edits import cases, clusters, deciding, notes, running
from models.edits.change import Edit, new_id
from models.edits.clusters import Gathering
from models.grouping import suggest_groups
from models.templates import new_workshop
from models.timing import Moment
from models.workshop import Details, Marking, Workshop
from models.workspace.workspace import Workspace

SCRIPT = Path(__file__).parent.parent / "assets" / "demo" / "kaigi.toml"
_OVERRUNS = (0.5, -1.0, 0.0, 2.5, 1.5, -0.5, 0.0, -1.0, 1.0, 0.0, -3.0)
"""Minutes each item of the demonstration took beyond its plan."""


class _Play:
    """The room of the demonstration: applies edits one by one, on a clock of its own."""

    def __init__(self, document: Document) -> None:
        self.document = document
        begin = document.workshop.starts.astimezone(UTC)  # the room's clock is this machine's
        self._now = Moment(begin, 0.0, "demonstration")

    @property
    def workshop(self) -> Workshop:
        return self.document.workshop

    def do(self, edit: Callable[..., Edit], *args: Any, **kwargs: Any) -> None:
        self.document.apply(edit(self.workshop, *args, **kwargs))

    def clock(self, edit: Callable[..., Edit]) -> None:
        self.document.apply(edit(self.workshop, self._now))

    def wait(self, minutes: float) -> None:
        passed = timedelta(minutes=minutes)
        self._now = Moment(self._now.utc + passed, self._now.steady + passed.total_seconds(), self._now.boot)


def add_demonstration(workspace: Workspace) -> str:
    """Put the demonstration workshop, run to its end, into the workspace. Returns its id."""
    script = tomllib.loads(SCRIPT.read_text(encoding="utf-8"))
    workshop = new_workshop(_details(script["workshop"]))
    workspace.create(workshop)
    play = _Play(Document(workspace, workshop.id))
    for participant in script["participant"]:
        play.do(deciding.add_participant, **participant)
    _run(play, _room(play, script))
    return workshop.id


def _details(raw: dict[str, Any]) -> Details:
    fields = {**raw, "marking": Marking(raw["marking"])}
    return Details(new_id(), created_at=datetime(2026, 6, 1, tzinfo=UTC), **fields)


def _room(play: _Play, script: dict[str, Any]) -> dict[str, list[Callable[[], None]]]:
    """What happens in the room, by the phase of the agenda in which it does."""
    return {
        "write": [partial(_write, play, script)],
        "share": [partial(play.do, notes.reveal_notes)],
        "group": [partial(_group, play, script)],
        "vote": [partial(_vote, play, script)],
        "ideas": [partial(_think, play, script)],
        "owners": [partial(_decide, play, script)],
        "reflect": [partial(_write_up, play, script)],
    }


def _run(play: _Play, room: dict[str, list[Callable[[], None]]]) -> None:
    play.clock(running.start)
    for item, overrun in zip(play.workshop.agenda_items(), _OVERRUNS, strict=True):
        for act in room.get(item.phase, []):
            act()
        play.wait(item.minutes + overrun)
        play.clock(running.next_item)


def _write(play: _Play, script: dict[str, Any]) -> None:
    """Notes come in as people write them: not by group."""
    groups = [group["notes"] for group in script["group"]] + [script["alone"]["notes"]]
    longest = max(map(len, groups))
    mixed = [group[index] for index in range(longest) for group in groups if index < len(group)]
    play.do(notes.start_silence)
    play.do(notes.add_notes, mixed)
    play.do(notes.add_notes, script["alone"]["parked"], NoteKind.PARKED)


def _ids(workshop: Workshop, texts: Iterable[str]) -> list[str]:
    by_text = {note.text: note.id for note in workshop.notes.values()}
    return [by_text[text] for text in texts]


def _group(play: _Play, script: dict[str, Any]) -> None:
    """Two notes of each group are laid together by hand, a suggestion is taken for the rest, and put right."""
    for group in script["group"]:
        play.do(clusters.group_notes, _ids(play.workshop, group["notes"][:2]))
    workshop = play.workshop
    troubles = [note for note in workshop.ordered_notes() if note.kind is NoteKind.TROUBLE]
    suggestion = suggest_groups(troubles, workshop.ordered_clusters())
    gatherings = (
        Gathering(tuple(member.note_id for member in group.members), group.title, group.cluster_id)
        for group in suggestion.groups
    )
    play.do(clusters.take_suggestion, gatherings)
    for group in script["group"]:
        members = _ids(play.workshop, group["notes"])
        home = play.workshop.notes[members[0]].cluster_id
        play.do(clusters.add_to_cluster, members, home)
        play.do(clusters.rename_cluster, home, group["title"])
    strays = (play.workshop.notes[i] for i in _ids(play.workshop, script["alone"]["notes"]))
    play.do(clusters.free_notes, {note.id: (note.x, note.y) for note in strays if note.cluster_id is not None})
    play.do(clusters.arrange)


def _vote(play: _Play, script: dict[str, Any]) -> None:
    for cluster, group in zip(_by_script(play.workshop, script), script["group"], strict=True):
        play.do(deciding.set_dots, cluster, group["dots"])
    play.do(deciding.close_votes)


def _by_script(workshop: Workshop, script: dict[str, Any]) -> list[str]:
    by_title = {cluster.title: cluster.id for cluster in workshop.clusters.values()}
    return [by_title[group["title"]] for group in script["group"]]


def _think(play: _Play, script: dict[str, Any]) -> None:
    for cluster, group in zip(_by_script(play.workshop, script), script["group"], strict=True):
        play.do(notes.add_notes, group["ideas"], NoteKind.IDEA)
        play.do(clusters.add_to_cluster, _ids(play.workshop, group["ideas"]), cluster)
    play.do(clusters.arrange)


def _decide(play: _Play, script: dict[str, Any]) -> None:
    by_script = _by_script(play.workshop, script)
    for raw in script["decision"]:
        play.do(deciding.add_decision, raw["text"], raw["reason"], by_script[raw["group"]])
    for raw in script["action"]:
        play.do(deciding.add_action, raw["what"], raw["owner"], raw["due"], by_script[raw["group"]])
        action = replace(
            play.workshop.ordered_actions()[-1],
            first_step=raw["first_step"],
            done_when=raw["done_when"],
            effect=Effect(**raw.get("effect", {})),
        )
        play.do(deciding.set_action, action)


def _write_up(play: _Play, script: dict[str, Any]) -> None:
    for cluster, group in zip(_by_script(play.workshop, script), script["group"], strict=True):
        play.do(clusters.word_cluster, cluster, opinions=group["opinions"], measures=group["measures"])
    raw = dict(script["case"])
    day = play.workshop.details.held_on
    play.do(cases.add_case, play.workshop.ordered_actions()[raw.pop("action")], day)
    case = next(iter(play.workshop.cases.values()))
    kinds = tuple(map(ReviewKind, raw.pop("review_kinds")))
    play.do(cases.set_case, replace(case, review_kinds=kinds, tags=tuple(raw.pop("tags")), **raw), day)
