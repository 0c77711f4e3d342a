"""A demonstration from its plan to its minutes, by the script of its format in `assets/demo`."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

from models.agenda import AgendaItem, AgendaPhase
from models.demonstration import board, content
from models.demonstration.play import Play, Script
from models.edits import agenda, deciding, running
from models.edits.change import new_id
from models.edits.teams import make_teams
from models.replanning import ProposalKind, proposals
from models.templates import new_workshop
from models.workshop import Details, Marking, WorkshopFormat
from models.workspace.workspace import Workspace

FOLDER = Path(__file__).parent.parent.parent / "assets" / "demo"
SCRIPT = FOLDER / "kaigi.toml"
_Act = Callable[[Play, Script], None]
_ACTS: Mapping[AgendaPhase, tuple[_Act, ...]] = {
    AgendaPhase.LAST_TIME: (content.look_back,),
    AgendaPhase.WRITE: (board.write,),
    AgendaPhase.SHARE: (board.reveal,),
    AgendaPhase.GROUP: (board.group,),
    AgendaPhase.VOTE: (board.vote,),
    AgendaPhase.STEPS: (board.reveal, board.group, content.map_steps),
    AgendaPhase.PRESENT: (board.reveal, content.present),
    AgendaPhase.QUESTIONS: (board.ask,),
    AgendaPhase.CASES: (content.show_cases,),
    AgendaPhase.OWN_WORK: (content.own_work,),
    AgendaPhase.IDEAS: (board.think, content.change_steps),
    AgendaPhase.PAYOFF: (board.weigh, board.put_away),
    AgendaPhase.PLEDGE: (content.pledge,),
    AgendaPhase.OWNERS: (content.decide,),
}
"""What happens in the room, by the phase of the agenda in which it does."""


def add_demonstration(workspace: Workspace, format: WorkshopFormat = WorkshopFormat.KAIGI) -> str:
    """Put the demonstration of a format, run to its end, into the workspace. Returns its id."""
    script = tomllib.loads((FOLDER / f"{format}.toml").read_text(encoding="utf-8"))
    workshop = new_workshop(_details(script["workshop"], format))
    play = Play(workspace, workshop)
    _prepare(play, script)
    _run(play, script)
    board.word(play, script)
    content.tell_case(play, script)
    return workshop.id


def _details(raw: Mapping[str, Any], meant: WorkshopFormat) -> Details:
    fields: dict[str, Any] = {name: value.strip() if isinstance(value, str) else value for name, value in raw.items()}
    marking = Marking(fields.pop("marking"))
    return Details(new_id(), created_at=datetime(2026, 6, 1, tzinfo=UTC), format=meant, marking=marking, **fields)


def _prepare(play: Play, script: Script) -> None:
    for participant in script["participant"]:
        play.do(deciding.add_participant, **participant)
    content.bring_homework(play, script)
    if "teams" in script:
        play.do(make_teams, script["teams"]["count"], script["teams"]["seed"])
    content.make_ready(play, script)


def _run(play: Play, script: Script) -> None:
    """Item after item; what runs over leads to a re-plan where the script says so."""
    planned = play.workshop.agenda_items()
    overruns = zip_longest(planned, script["running"]["overruns"], fillvalue=0.0)
    late: dict[str, float] = {item.id: minutes for item, minutes in overruns if isinstance(item, AgendaItem)}
    play.begin()
    play.clock(running.start)
    while (item := play.workshop.current_item()) is not None:
        acts = (partial(act, play, script) for act in _ACTS.get(item.phase, ()))
        play.during(max(1.0, item.timebox + late[item.id]), *acts)
        _replan(play, script, item)
        play.clock(running.next_item)


def _replan(play: Play, script: Script, item: AgendaItem) -> None:
    """The proposal that the script takes at the end of this item, if it does."""
    wanted = script["running"].get("replan")
    if wanted is None or wanted["after"] != item.title:
        return
    kind = ProposalKind(wanted["kind"])
    play.do(agenda.take_proposal, next(one for one in proposals(play.workshop, play.now) if one.kind is kind))
