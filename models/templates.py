"""Agenda templates: readable TOML files in `assets/agendas/`, and the workshop made from one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.agenda import AgendaItem, AgendaPhase
from models.edits.change import new_id
from models.workshop import Details, Workshop, WorkshopFormat

AGENDAS = Path(__file__).parent.parent / "assets" / "agendas"


@dataclass(frozen=True)
class TemplateItem:
    """One item of a template; `minutes` by the meeting's length."""

    title: str
    phase: AgendaPhase
    minutes: Mapping[int, int]
    task: str
    script: str


@dataclass(frozen=True)
class AgendaTemplate:
    """What a format's meeting usually is: title, question, lengths to choose from, items."""

    format: WorkshopFormat
    title: str
    question: str
    lengths: tuple[int, ...]
    items: tuple[TemplateItem, ...]


def _item(raw: Mapping[str, Any]) -> TemplateItem:
    minutes = {int(length): int(value) for length, value in raw["minutes"].items()}
    return TemplateItem(raw["title"], AgendaPhase(raw["phase"]), minutes, raw["task"], raw["script"])


@cache
def agenda_template(workshop_format: WorkshopFormat) -> AgendaTemplate:
    """The template shipped for a format."""
    raw = tomllib.loads((AGENDAS / f"{workshop_format}.toml").read_text(encoding="utf-8"))
    return AgendaTemplate(
        WorkshopFormat(raw["format"]),
        raw["title"],
        raw["question"],
        tuple(raw["lengths"]),
        tuple(map(_item, raw["item"])),
    )


def new_workshop(details: Details) -> Workshop:
    """A workshop with the agenda its format's template has for its length."""
    template = agenda_template(details.format)
    items = (
        AgendaItem(new_id(), float(index), one.title, one.minutes[details.minutes], one.phase, one.task, one.script)
        for index, one in enumerate(template.items, start=1)
    )
    return Workshop(details, agenda={item.id: item for item in items})
