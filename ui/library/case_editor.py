"""The form of one's own case beside its page: what a reader needs first, the rest below."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.cases import CaseStudy, missing_fields
from models.edits import cases
from models.language import gettext as _
from models.text import clean_line
from ui.editors import Area, Editor, Line, Number, Ticks, titled
from ui.form import Form
from ui.library.wording import TAG_MARK, field_names, missing_told, plan_words, review_words
from ui.library.writing import today
from ui.live_document import LiveDocument
from ui.panes import TwoPanes, list_page
from ui.parts import button, card, label
from ui.pdf_pages import Preview
from ui.theme import UNIT

FIRST = ("title", "summary", "problem", "before", "after", "review_kinds")
EFFECT = ("expected_hours", "actual_hours", "formula", "quality")
SPREAD = ("needs", "spread", "fits_when", "fails_when", "bureau", "period", "contact")
MORE = ("trigger", "devices", "stumbles", "tags", "plan_items")
TEXTS = ("title", "summary", "problem", "before", "after", "quality", "trigger", "devices", "stumbles", "spread")

_TAG_BREAK = re.compile("[、,，\n]")


class CaseEditor(QWidget):
    """One case of the open workshop. `export_wanted` and `delete_wanted` carry its id."""

    export_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, live: LiveDocument, case_id: str) -> None:
        super().__init__()
        self._live = live
        self.case_id = case_id
        self.form = Form(_editors(), self)
        self.form.settled.connect(self._save)
        self._missing = label("", "second", wrap=True)
        self._found = label("", "warning", wrap=True)
        self.preview = Preview(self._paper_maker)
        self.export_button = button(_("Write a case file"), lambda: self.export_wanted.emit(case_id), "primary")
        self.delete_button = button(_("Delete"), lambda: self.delete_wanted.emit(case_id), "quiet")
        self._build()
        self.refresh()

    @property
    def case(self) -> CaseStudy:
        """The case as it is kept."""
        return self._live.workshop.cases[self.case_id]

    def refresh(self) -> None:
        """Show the case as it is now, and what it still needs."""
        self.form.show(_values(self.case))
        self._missing.setText(missing_told(missing_fields(self.case)))
        found = _found(self.case)
        self._found.setText(found)
        self._found.setVisible(bool(found))
        self.preview.refresh_soon()

    def _save(self, continuing: bool) -> None:
        workshop = self._live.workshop
        if self.case_id not in workshop.cases:
            self.form.saved()
            return
        edit = cases.set_case(workshop, replace(self.case, **_said(self.form.values())), today())
        if self._live.apply(edit, continuing=continuing):
            self.form.saved()

    def _paper_maker(self) -> Callable[[], bytes]:
        case = self.case

        def make() -> bytes:
            from exports.case_sheet import case_report
            from exports.pdf import render_pdf

            return render_pdf(case_report(case)).data

        return make

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._missing, 1)
        head.addWidget(self.delete_button)
        head.addWidget(self.export_button)
        column.addLayout(head)
        column.addWidget(self._found)
        self.panes = TwoPanes((_("Write"), self._fields()), (_("As printed"), self.preview), both_from=760)
        column.addWidget(self.panes, 1)

    def _fields(self) -> QScrollArea:
        area, column = list_page()
        column.setSpacing(2 * UNIT)
        for title, names in (
            (_("What was done"), FIRST),
            (_("What came of it"), EFFECT),
            (_("For those who take it over"), SPREAD),
            (_("Good to know"), MORE),
        ):
            column.addWidget(self._section(title, names))
        column.addStretch(1)
        return area

    def _section(self, title: str, names: tuple[str, ...]) -> QWidget:
        frame, column = card(2 * UNIT)
        column.addWidget(label(title, "heading", wrap=True))
        words, advice = field_names(), _advice()
        for name in names:
            column.addWidget(titled(words[name], self.form.editors[name], advice.get(name, "")))
        return frame


def _editors() -> dict[str, Editor]:
    lines = ("bureau", "period", "contact", "tags")
    texts = {"before": 3, "after": 3, "summary": 1, "trigger": 1, "title": 1}
    editors: dict[str, Editor] = {}
    for name in FIRST + EFFECT + SPREAD + MORE:
        editors[name] = Line() if name in lines else Area(texts.get(name, 2))
    editors["review_kinds"] = Ticks(review_words())
    editors["plan_items"] = Ticks(plan_words())
    editors["expected_hours"], editors["actual_hours"] = Number(1), Number(1)
    return editors


def _advice() -> dict[str, str]:
    return {
        "title": _("With a verb: what was done to what."),
        "summary": _("So that one line tells whether to read on."),
        "before": _("How the work went, in plain words, without abbreviations."),
        "expected_hours": _("Expected and measured hours are kept apart."),
        "fits_when": _("The kind of office, amount of work or tool for which it works."),
        "contact": _("The division and its extension; no name is needed."),
        "tags": _("Separated by commas."),
    }


def _values(case: CaseStudy) -> dict[str, Any]:
    values = {name: getattr(case, name) for name in FIRST + EFFECT + SPREAD + MORE}
    return values | {"tags": TAG_MARK.join(case.tags)}


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    tags = tuple(tag.strip() for tag in _TAG_BREAK.split(values["tags"]) if tag.strip())
    return {**values, "title": clean_line(values["title"]), "tags": tags}


def _found(case: CaseStudy) -> str:
    """What in the case looks like a person, as lines; empty when nothing does."""
    from models.sensitive import findings_in, hint

    words = field_names()
    found = [one for name in TEXTS for one in findings_in(getattr(case, name), words[name])]
    lines = (_("{where}: “{excerpt}”").format(where=one.where, excerpt=one.excerpt) for one in found[:3])
    return "\n".join((*lines, hint(found[0].kind))) if found else ""
