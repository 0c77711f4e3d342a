"""The form of an agenda template, and reading one. Shipped templates and a user's own have the same form.

A template is TOML that people write by hand (see docs/agenda-templates.md), so what is wrong in it is told in one
sentence with the name of the file and the line.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from models.agenda import MAX_MINUTES, MIN_MINUTES, AgendaPhase
from models.formats import CheckKind
from models.language import gettext as _
from models.problems import Problem
from models.template_lines import Place, line_of
from models.text import clean, clean_line
from models.workshop import WorkshopFormat

MAX_BYTES = 256 * 1024
MAX_ENTRIES = 100
"""Items, entries of the checklist or rules in one template."""
MAX_TEAMS = 6
FEW = 6
_AT_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class TemplateStep:
    """A step of group work within an item; `minutes` by the meeting's length, `team` 0 for every 班."""

    title: str
    minutes: Mapping[int, int]
    team: int = 0
    task: str = ""


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """One item of a template; `minutes` by the meeting's length, a length that is missing leaves the item out.

    `starts_after` are the minutes from the meeting's beginning to which its start is locked; None for no lock.
    """

    title: str
    phase: AgendaPhase
    minutes: Mapping[int, int]
    task: str = ""
    script: str = ""
    least: int = MIN_MINUTES
    optional: bool = False
    protected: bool = False
    starts_after: int | None = None
    materials: str = ""
    method: str = ""
    steps: tuple[TemplateStep, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """An entry of the checklist for the room."""

    text: str
    kind: CheckKind = CheckKind.ROOM


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """What a kind of meeting usually is: what it is for (`about`), title, question, lengths to choose from, items."""

    format: WorkshopFormat
    name: str
    title: str
    lengths: tuple[int, ...]
    items: tuple[TemplateItem, ...]
    about: str = ""
    question: str = ""
    icebreaker: str = ""
    ground_rules: tuple[str, ...] = ()
    checklist: tuple[TemplateCheck, ...] = ()


class _Wrong(Exception):
    """What is wrong, and where."""

    def __init__(self, sentence: str, *place: str | int) -> None:
        super().__init__(sentence)
        self.place: Place = place


_E = TypeVar("_E", bound=StrEnum)


def _unknown_of(kind: type[StrEnum]) -> str:
    """What is said of a value that is none of a kind's: all that there are, where they are few."""
    if len(kind) <= FEW:
        return _("“{value}” cannot stand for “{key}”; it must be one of these: {known}")
    return _("“{value}” cannot stand for “{key}”; it must be a fixed name such as write, share, break or other.")


class _Table:
    """A table of the file that is read with care; `known` are the keys it may have."""

    def __init__(self, raw: Any, place: Place, known: str) -> None:
        if not isinstance(raw, dict):
            raise _Wrong(_("“{key}” must be a table.").format(key=place[0]), *place)
        self.raw: dict[str, Any] = raw
        self.place = place
        for key in raw:
            if key not in known.split():
                raise _Wrong(_("“{key}” is not known here.").format(key=clean_line(key, 40)), *place, key)

    def wrong(self, key: str, sentence: str, **values: object) -> _Wrong:
        return _Wrong(sentence.format(key=key, **values), *self.place, key)

    def text(self, key: str, default: str | None = None) -> str:
        value = self.raw.get(key, default)
        if value is None:
            raise self.wrong(key, _("“{key}” is missing."))
        if not isinstance(value, str):
            raise self.wrong(key, _("“{key}” must be text in quotation marks."))
        return clean(value)

    def line(self, key: str, default: str | None = None) -> str:
        value = clean_line(self.text(key, default))
        if not value and default is None:
            raise self.wrong(key, _("“{key}” is empty."))
        return value

    def flag(self, key: str) -> bool:
        value = self.raw.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, _("“{key}” must be true or false."))
        return value

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        return self.whole_of(key, self.raw.get(key, default), low, high)

    def whole_of(self, key: str, value: Any, low: int, high: int, *within: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            sentence = _("“{key}” must be a whole number from {low} to {high}.")
            raise _Wrong(sentence.format(key=key, low=low, high=high), *self.place, key, *within)
        return value

    def one_of(self, key: str, kind: type[_E], default: str | None = None) -> _E:
        value = self.line(key, default)
        if value not in list(kind):
            raise self.wrong(key, _unknown_of(kind), value=clean_line(value, 20), known=", ".join(kind))
        return kind(value)

    def list(self, key: str) -> list[Any]:
        value = self.raw.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, _("“{key}” must be a list."))
        if len(value) > MAX_ENTRIES:
            sentence = _("“{key}” has more than {most} entries.").format(key=key, most=MAX_ENTRIES)
            raise _Wrong(sentence, *self.place, key, MAX_ENTRIES)
        return value

    def lines(self, key: str) -> tuple[str, ...]:
        value = self.list(key)
        if not all(isinstance(line, str) for line in value):
            raise self.wrong(key, _("“{key}” must be a list of texts in quotation marks."))
        return tuple(filter(None, map(clean_line, value)))

    def tables(self, key: str, known: str) -> "Iterator[_Table]":
        for number, raw in enumerate(self.list(key)):
            yield _Table(raw, (*self.place, key, number), known)

    def minutes(self, lengths: tuple[int, ...]) -> dict[int, int]:
        """Minutes by length: from one number for all of them, or from a table."""
        value = self.raw.get("minutes")
        if value is None:
            raise self.wrong("minutes", _("“{key}” is missing."))
        if not isinstance(value, dict):
            return dict.fromkeys(lengths, self.whole_of("minutes", value, MIN_MINUTES, MAX_MINUTES))
        for key in value.keys() - map(str, lengths):
            sentence = _("“{key}” is not one of the lengths this template is for.").format(key=clean_line(key, 40))
            raise _Wrong(sentence, *self.place, "minutes", key)
        return {int(key): self.whole_of("minutes", one, MIN_MINUTES, MAX_MINUTES, key) for key, one in value.items()}


def read_template(data: bytes, file: str) -> AgendaTemplate:
    """The template a file (its name is `file`) holds. Raises a Problem that names file and line."""
    text = _decoded(data, file)
    try:
        return _template(_Table(_parsed(text, file), (), _TOP), file)
    except _Wrong as wrong:
        raise _problem(file, line_of(text, wrong.place), str(wrong)) from None


def _problem(file: str, line: int, what: str) -> Problem:
    return Problem(_("{file}, line {line}: {what}").format(file=file, line=line, what=what))


def _decoded(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        line = data.count(b"\n", 0, MAX_BYTES) + 1
        raise _problem(file, line, _("Beyond {most} KB nothing is read; this is no template.").format(most=256))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _problem(file, line, _("This is not UTF-8. Please save the file as UTF-8.")) from None


def _parsed(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at else text.rstrip().count("\n") + 1
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets in thousands of brackets
        lengths = list(map(len, text.split("\n")))
        line = 1 + lengths.index(max(lengths))
    what = _("This cannot be read as TOML. Please look at quotation marks, brackets and the sign “=”.")
    raise _problem(file, line, what) from None


_TOP = "format name about title question lengths icebreaker ground_rules item checklist"
_ITEM = "title phase minutes least optional protected starts_after task script materials method step"
_STEP = "title minutes team task"


def _template(top: _Table, file: str) -> AgendaTemplate:
    lengths = _lengths(top)
    items = tuple(_item(one, lengths) for one in top.tables("item", _ITEM))
    if not items:
        raise _Wrong(_("There is no item ([[item]])."))
    for length in lengths:
        if not any(length in item.minutes for item in items):
            raise top.wrong("lengths", _("No item has minutes for the length {length}."), length=length)
    checks = (TemplateCheck(one.line("text"), one.one_of("kind", CheckKind, "room")) for one in _checks(top))
    return AgendaTemplate(
        format=top.one_of("format", WorkshopFormat),
        name=top.line("name", file.removesuffix(".toml")),
        title=top.line("title"),
        lengths=lengths,
        items=items,
        about=top.line("about", ""),
        question=top.text("question", ""),
        icebreaker=top.text("icebreaker", ""),
        ground_rules=top.lines("ground_rules"),
        checklist=tuple(checks),
    )


def _checks(top: _Table) -> Iterator[_Table]:
    return top.tables("checklist", "text kind")


def _lengths(top: _Table) -> tuple[int, ...]:
    if not top.list("lengths"):
        raise top.wrong("lengths", _("“{key}” is missing."))
    return tuple(sorted({top.whole_of("lengths", one, MIN_MINUTES, MAX_MINUTES) for one in top.list("lengths")}))


def _item(raw: _Table, lengths: tuple[int, ...]) -> TemplateItem:
    minutes = raw.minutes(lengths)
    least = raw.whole("least", MIN_MINUTES, MIN_MINUTES, MAX_MINUTES)
    if least > min(minutes.values(), default=MAX_MINUTES):
        raise raw.wrong("least", _("“{key}” is longer than the item itself."))
    return TemplateItem(
        title=raw.line("title"),
        phase=raw.one_of("phase", AgendaPhase),
        minutes=minutes,
        task=raw.text("task", ""),
        script=raw.text("script", ""),
        least=least,
        optional=raw.flag("optional"),
        protected=raw.flag("protected"),
        starts_after=raw.whole("starts_after", 0, 0, MAX_MINUTES) or None,
        materials=raw.text("materials", ""),
        method=raw.text("method", ""),
        steps=tuple(_step(one, lengths) for one in raw.tables("step", _STEP)),
    )


def _step(raw: _Table, lengths: tuple[int, ...]) -> TemplateStep:
    team = raw.whole("team", 0, 0, MAX_TEAMS)
    return TemplateStep(raw.line("title"), raw.minutes(lengths), team, raw.text("task", ""))
