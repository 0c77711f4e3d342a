"""What is filled in beside the notes in a demonstration: homework, knacks, cases, own work, steps, decisions."""

from dataclasses import replace

from models.cases import ReviewKind
from models.decisions import ActionStatus, CarriedAction, Effect
from models.demonstration.board import by_script
from models.demonstration.play import Play, Script
from models.edits import cases, deciding
from models.edits.lists import add_row, listed, set_row
from models.formats import CheckKind, Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase


def bring_homework(play: Play, script: Script) -> None:
    """The homework of last time, as it stood before the meeting."""
    for raw in script.get("carried", ()):
        play.do(add_row, CarriedAction, what=raw["what"], owner=raw["owner"], due=raw["due"])


def look_back(play: Play, script: Script) -> None:
    """The room says what became of the homework."""
    for row, raw in zip(listed(play.workshop, CarriedAction), script.get("carried", ()), strict=True):
        play.do(set_row, replace(row, status=ActionStatus(raw["status"]), remark=raw["remark"]))


def make_ready(play: Play, script: Script) -> None:
    """What was announced beforehand is ticked on the checklist; the room and the things are left for the day."""
    for check in listed(play.workshop, RoomCheck):
        if check.kind is CheckKind.NOTICE:
            play.do(set_row, replace(check, done=True))


def present(play: Play, script: Script) -> None:
    """The knacks that are shown."""
    for raw in script.get("knack", ()):
        play.do(add_row, Knack, **raw)


def show_cases(play: Play, script: Script) -> None:
    """The cases on show, once."""
    if not play.workshop.shown_cases:
        for raw in script["shown_case"]:
            play.do(add_row, ShownCase, **raw)


def own_work(play: Play, script: Script) -> None:
    """Own work is listed first, and reviewed when the room comes to that."""
    if not play.workshop.own_works:
        for raw in script["own_work"]:
            play.do(add_row, OwnWork, what=raw["what"], minutes=raw["minutes"], times_per_year=raw["times_per_year"])
        return
    for work, raw in zip(listed(play.workshop, OwnWork), script["own_work"], strict=True):
        review = ReviewKind(raw["review"]) if "review" in raw else None
        play.do(set_row, replace(work, review=review, change=raw["change"]))


def map_steps(play: Play, script: Script) -> None:
    """The steps of the piece of work, as they are now."""
    for raw in script["step"]:
        now = {name: value for name, value in raw.items() if name not in ("tool", "minutes_after")}
        play.do(add_row, ProcessStep, **now)


def change_steps(play: Play, script: Script) -> None:
    """What a tool would change about the steps."""
    for step, raw in zip(listed(play.workshop, ProcessStep), script.get("step", ()), strict=True):
        play.do(set_row, replace(step, tool=raw.get("tool", ""), minutes_after=raw.get("minutes_after")))


def pledge(play: Play, script: Script) -> None:
    """What each one will do, once."""
    if not play.workshop.pledges:
        for raw in script["pledge"]:
            play.do(add_row, Pledge, **raw)


def decide(play: Play, script: Script) -> None:
    """Decisions with their reasons, and who does what until when."""
    groups = by_script(play.workshop, script)
    for raw in script["decision"]:
        play.do(deciding.add_decision, raw["text"], raw["reason"], groups[raw["group"]])
    for raw in script["action"]:
        play.do(deciding.add_action, raw["what"], raw["owner"], raw["due"], groups[raw["group"]])
        action = replace(
            play.workshop.ordered_actions()[-1],
            first_step=raw["first_step"],
            done_when=raw["done_when"],
            effect=Effect(**raw.get("effect", {})),
        )
        play.do(deciding.set_action, action)


def tell_case(play: Play, script: Script) -> None:
    """A case made of one of the actions, where the script has one."""
    if "case" not in script:
        return
    raw = dict(script["case"])
    day = play.workshop.details.held_on
    play.do(cases.add_case, play.workshop.ordered_actions()[raw.pop("action")], day)
    case = next(iter(play.workshop.cases.values()))
    kinds = tuple(map(ReviewKind, raw.pop("review_kinds")))
    play.do(cases.set_case, replace(case, review_kinds=kinds, tags=tuple(raw.pop("tags")), **raw), day)
