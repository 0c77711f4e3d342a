"""What the minutes say of the meeting as a whole: marking, state, handouts, next meeting, the office's particulars."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.edits import deciding
from models.language import gettext as _
from models.workshop import Marking, MinutesState
from ui.day import Day
from ui.editors import Area, Editor, Line, OneOf, Tick, titled
from ui.form import Form
from ui.live_document import LiveDocument
from ui.theme import UNIT

FIELDS = (
    "marking",
    "restricted",
    "minutes_state",
    "handouts",
    "next_meeting",
    "document_class",
    "retention",
    "checked_by",
    "checked_on",
)


class DetailsForm(QObject):
    """The editors of the details that papers show, saved as they are filled in."""

    def __init__(self, live: LiveDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self.marking = OneOf(marking_words())
        self.restricted = Tick(_("For those concerned only"))
        self.state = OneOf([(MinutesState.DRAFT, _("Draft")), (MinutesState.FINAL, _("Final"))])
        self.editors: dict[str, Editor] = {
            "marking": self.marking,
            "restricted": self.restricted,
            "minutes_state": self.state,
            "handouts": Area(2),
            "next_meeting": Area(1),
            "document_class": Line(),
            "retention": Line(),
            "checked_by": Line(hint=_("e.g. director of the division")),
            "checked_on": Day(lambda: live.workshop.details.held_on),
        }
        self.form = Form(self.editors, self)
        self.form.settled.connect(self._save)
        self.refresh()

    def refresh(self) -> None:
        """Show the details as they are now."""
        self.form.show(_values(self._live))

    def marking_fields(self) -> QWidget:
        """Marking and state of the minutes."""
        advice = _("It stands on every page. Choose it by the rules of your office; nothing is chosen beforehand.")
        return _column(
            titled(_("Confidentiality marking"), self.marking, advice),
            self.restricted,
            titled(_("State of the minutes"), self.state),
        )

    def content_fields(self) -> QWidget:
        """Handouts and the next meeting."""
        none = _("One a line. Left empty, the minutes say that there are none.")
        return _column(
            titled(_("Handouts"), self.editors["handouts"], none),
            titled(_("Next meeting"), self.editors["next_meeting"]),
        )

    def office_fields(self) -> QWidget:
        """Class, retention, and who checked."""
        retention = _("The period and its last day, as your document manager says; it is not filled in for you.")
        who = QHBoxLayout()
        who.setSpacing(2 * UNIT)
        who.addWidget(titled(_("Checked by (post)"), self.editors["checked_by"]), 1)
        who.addWidget(titled(_("Checked on"), self.editors["checked_on"]), 1)
        whole = _column(
            titled(_("Document class"), self.editors["document_class"]),
            titled(_("Retention period"), self.editors["retention"], retention),
        )
        column = whole.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(who)
        return whole

    def _save(self, continuing: bool) -> None:
        details = replace(self._live.workshop.details, **self.form.values())
        if self._live.apply(deciding.set_details(self._live.workshop, details), continuing=continuing):
            self.form.saved()


def marking_words() -> list[tuple[object, str]]:
    """The levels to choose from."""
    told = _("Confidentiality {level}")
    return [(level, told.format(level=level.value)) for level in Marking]


def _values(live: LiveDocument) -> dict[str, Any]:
    return {name: getattr(live.workshop.details, name) for name in FIELDS}


def _column(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * UNIT)
    for part in parts:
        column.addWidget(part)
    return whole
