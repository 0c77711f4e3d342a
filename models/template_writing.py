"""Writing an agenda template: a workshop's agenda as a template, and a template as readable TOML."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.agenda import MAX_MINUTES, AgendaItem, TeamStep, locked_start, schedule
from models.language import gettext as _
from models.problems import Problem
from models.template_file import AgendaTemplate, TemplateCheck, TemplateItem, TemplateStep, read_template
from models.text import clean_line
from models.workshop import Workshop, in_order

MAX_NAME_CHARS = 60
NAMELESS = "―"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def template_of(workshop: Workshop, name: str) -> AgendaTemplate:
    """A workshop's agenda as a template of its booked length, or of the longer one that its plan takes.

    What belongs to this one meeting stays out: what was agreed on the way, what was put in on the way. Locked starts
    are kept as minutes from the beginning.
    """
    details = workshop.details
    planned = [replace(item, agreed=None, skipped=False) for item in workshop.agenda_items() if item.minutes]
    length = max(details.minutes, min(_planned_minutes(workshop, planned), MAX_MINUTES))
    steps = in_order(workshop.team_steps)
    return AgendaTemplate(
        format=details.format,
        name=clean_line(name, MAX_NAME_CHARS) or details.title,
        title=clean_line(details.title) or name,
        lengths=(length,),
        items=tuple(
            _item(item, length, _locked_after(workshop, item), [step for step in steps if step.item_id == item.id])
            for item in planned
        ),
        question=details.question,
        icebreaker=details.icebreaker,
        ground_rules=tuple(filter(None, map(clean_line, details.ground_rules.splitlines()))),
        checklist=tuple(TemplateCheck(one.text, one.kind) for one in in_order(workshop.checks) if one.text),
    )


def _planned_minutes(workshop: Workshop, planned: list[AgendaItem]) -> int:
    """Minutes from the beginning to the planned end, waiting for locked starts included."""
    ends = [one.end for one in schedule(planned, workshop.starts)]
    return round((max(ends, default=workshop.starts) - workshop.starts).total_seconds() / 60)


def _locked_after(workshop: Workshop, item: AgendaItem) -> int | None:
    """Minutes from the beginning to the item's locked start; None where that is not within a meeting."""
    locked = locked_start(item, workshop.starts)
    minutes = 0 if locked is None else round((locked - workshop.starts).total_seconds() / 60)
    return minutes if 0 < minutes < MAX_MINUTES else None


def _item(item: AgendaItem, length: int, starts_after: int | None, steps: Iterable[TeamStep]) -> TemplateItem:
    return TemplateItem(
        clean_line(item.title) or NAMELESS,
        item.phase,
        {length: item.minutes},
        item.task,
        item.script,
        least=min(item.least, item.minutes),
        optional=item.optional,
        protected=item.protected,
        starts_after=starts_after,
        materials=item.materials,
        method=item.method,
        steps=tuple(TemplateStep(one.title, {length: one.minutes}, one.team, one.task) for one in steps if one.title),
    )


def template_text(template: AgendaTemplate) -> str:
    """A template in the form in which it is read."""
    import tomli_w

    table = {
        "format": str(template.format),
        "name": template.name,
        "about": template.about,
        "title": template.title,
        "question": template.question,
        "lengths": list(template.lengths),
        "icebreaker": template.icebreaker,
        "ground_rules": list(template.ground_rules),
        "item": [_item_table(item, template.lengths) for item in template.items],
        "checklist": [{"kind": str(one.kind), "text": one.text} for one in template.checklist],
    }
    comment = _("# An agenda template of Minaoshi. It can be changed in any text editor; save it as UTF-8.")
    return f"{comment}\n{tomli_w.dumps(_said(table), multiline_strings=True)}"


def _item_table(item: TemplateItem, lengths: tuple[int, ...]) -> dict[str, Any]:
    return _said(
        {
            "title": item.title,
            "phase": str(item.phase),
            "minutes": _minutes(item.minutes, lengths),
            "least": item.least,
            "optional": item.optional,
            "protected": item.protected,
            "starts_after": item.starts_after,
            "task": item.task,
            "script": item.script,
            "method": item.method,
            "materials": item.materials,
            "step": [_step_table(step, lengths) for step in item.steps],
        }
    )


def _step_table(step: TemplateStep, lengths: tuple[int, ...]) -> dict[str, Any]:
    minutes = _minutes(step.minutes, lengths)
    return _said({"title": step.title, "minutes": minutes, "team": step.team, "task": step.task})


def _minutes(minutes: Mapping[int, int], lengths: tuple[int, ...]) -> int | dict[str, int]:
    values = set(minutes.values())
    if len(values) == 1 and set(minutes) == set(lengths):
        return values.pop()
    return {str(length): value for length, value in minutes.items()}


def _said(table: dict[str, Any]) -> dict[str, Any]:
    """What is empty or as usual is not written down."""
    return {key: value for key, value in table.items() if value or value == {}}


def write_template(template: AgendaTemplate, folder: Path) -> Path:
    """Keep a template as a new file in `folder`; one with the same name stays, the new one gets a number.

    Raises a Problem when it cannot be written, or holds more than a template may; nothing is left behind then.
    """
    if not template.items:
        raise Problem(_("The agenda has no items yet, so there is nothing to save as a template."))
    number = 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        while (path := _free(template, folder, number)) is None:
            number += 1
    except OSError:
        raise Problem(
            _("The template could not be saved in {folder}. The workshop is unchanged.").format(folder=folder)
        ) from None
    return path


def _free(template: AgendaTemplate, folder: Path, number: int) -> Path | None:
    """The new file with the template under this number; None when there is one already."""
    named = template if number == 1 else replace(template, name=f"{template.name} ({number})")
    path = folder / f"{_stem(named.name)}.toml"
    data = _readable(template_text(named).encode())
    try:
        file = path.open("xb")
    except FileExistsError:
        return None
    try:
        with file:
            file.write(data)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def _readable(data: bytes) -> bytes:
    """What is written can be read again: nobody finds out a month later that it cannot."""
    try:
        read_template(data, "")
    except Problem:
        raise Problem(
            _("The agenda is too long for a template. Nothing was saved; the workshop is unchanged.")
        ) from None
    return data


def _stem(name: str) -> str:
    """A file name that every system takes."""
    stem = _FORBIDDEN.sub("", name).strip(" .　") or "template"
    return f"_{stem}" if _RESERVED.fullmatch(stem) else stem
