"""Agenda templates: the shipped ones in `assets/agendas/`, a user's own, and the workshop made from one."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from models.agenda import AgendaItem, TeamStep, item_in_shares, schedule
from models.edits.change import cleaned, new_id
from models.fitting import fitted_agenda
from models.formats import RoomCheck
from models.language import gettext as _
from models.problems import Problem
from models.template_file import MAX_BYTES, AgendaTemplate, TemplateItem, read_template
from models.template_writing import template_of, write_template
from models.workshop import Details, Workshop, WorkshopFormat

AGENDAS = Path(__file__).parent.parent / "assets" / "agendas"
OWN_FOLDER = "agendas"
"""Beside the workspace: the folder with a user's own templates."""


@cache
def agenda_template(workshop_format: WorkshopFormat) -> AgendaTemplate:
    """The template shipped for a format."""
    path = AGENDAS / f"{workshop_format}.toml"
    return read_template(path.read_bytes(), path.name)


def user_templates(folder: Path) -> tuple[tuple[AgendaTemplate, ...], tuple[str, ...]]:
    """The user's own templates beside the workspace in `folder`, by file name, and what is wrong with broken ones.

    Each broken file gives one sentence that names it and the line; the others are there all the same.
    """
    templates: list[AgendaTemplate] = []
    problems: list[str] = []
    for path in _own_files(folder / OWN_FOLDER):
        try:
            templates.append(_read(path))
        except Problem as problem:
            problems.append(str(problem))
    return tuple(templates), tuple(problems)


def save_template(workshop: Workshop, name: str, folder: Path) -> Path:
    """Keep a workshop's agenda and checklist as a template of the user's own, beside the workspace in `folder`.

    A template with this name is never overwritten: the new one gets a number. Raises a Problem; the workshop is safe.
    """
    return write_template(template_of(workshop, name), folder / OWN_FOLDER)


def _own_files(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    return []


def _read(path: Path) -> AgendaTemplate:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        raise Problem(_("{file} cannot be read.").format(file=path.name)) from None
    return read_template(data, path.name)


def new_workshop(details: Details, template: AgendaTemplate | None = None) -> Workshop:
    """A workshop with the agenda and the checklist of a template, or else of the one shipped for its format.

    Ground rules and the icebreaker come from the template where the details have none. A length that the template
    does not have takes the agenda of the nearest; that one, and any that takes longer, is fitted as far as it goes.
    """
    template = template or agenda_template(details.format)
    length = nearest_length(template, details.minutes)
    agenda: dict[str, AgendaItem] = {}
    steps: dict[str, TeamStep] = {}
    for position, one in enumerate((one for one in template.items if length in one.minutes), start=1):
        item = _locked(planned_item(one, length, float(position)), one.starts_after, details)
        agenda[item.id] = item
        steps |= {step.id: step for step in _steps(one, length, item.id)}
    checks = (RoomCheck(new_id(), float(n), one.text, one.kind) for n, one in enumerate(template.checklist, start=1))
    told = replace(
        details,
        ground_rules=details.ground_rules or "\n".join(template.ground_rules),
        icebreaker=details.icebreaker or template.icebreaker,
    )
    workshop = Workshop(told, agenda=agenda, team_steps=steps, checks={check.id: check for check in checks})
    return workshop if length == details.minutes and not _is_too_long(workshop) else as_booked(workshop)


def nearest_length(template: AgendaTemplate, minutes: int) -> int:
    """The length of a template that a meeting of so many minutes is made from."""
    return min(template.lengths, key=lambda one: (abs(one - minutes), one))


def as_booked(workshop: Workshop) -> Workshop:
    """A new workshop whose agenda is fitted to the booked time and to locked starts, as far as it goes."""
    return with_minutes(workshop, {item.id: item.minutes for item in fitted_agenda(workshop)})


def _is_too_long(workshop: Workshop) -> bool:
    booked_end = workshop.starts + timedelta(minutes=workshop.details.minutes)
    return any(one.end > booked_end for one in schedule(workshop.agenda_items(), workshop.starts))


def _locked(item: AgendaItem, after: int | None, details: Details) -> AgendaItem:
    """The item with its start locked; a lock that lies beyond the meeting is none."""
    if after is None or after >= details.minutes:
        return item
    begins = datetime.combine(details.held_on, details.starts_at)
    return replace(item, starts_at=(begins + timedelta(minutes=after)).time())


def planned_item(one: TemplateItem, length: int, position: float) -> AgendaItem:
    """A template's item as it stands in an agenda of this length."""
    return cleaned(
        AgendaItem(
            new_id(),
            position,
            one.title,
            one.minutes[length],
            one.phase,
            one.task,
            one.script,
            least=one.least,
            optional=one.optional,
            protected=one.protected,
            materials=one.materials,
            method=one.method,
        )
    )


def _steps(one: TemplateItem, length: int, item_id: str) -> Iterator[TeamStep]:
    timed = (step for step in one.steps if length in step.minutes)
    for order, step in enumerate(timed, start=1):
        yield TeamStep(new_id(), float(order), item_id, step.title, step.minutes[length], step.team, step.task)


def with_minutes(workshop: Workshop, minutes: Mapping[str, int]) -> Workshop:
    """A new workshop whose items (by id) are planned with other minutes; steps of group work keep their shares."""
    changed = {key: item for key, item in workshop.agenda.items() if key in minutes and minutes[key] != item.minutes}
    known = workshop.team_steps.values()
    steps = (step for item in changed.values() for step in item_in_shares(known, item, minutes[item.id]))
    agenda = {key: replace(item, minutes=minutes[key]) for key, item in changed.items()}
    return replace(
        workshop,
        agenda={**workshop.agenda, **agenda},
        team_steps={**workshop.team_steps, **{step.id: step for step in steps}},
    )
