"""The form for a new workshop: everything has a default but the marking."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.edits.change import cleaned, new_id
from models.following import taken_over
from models.language import gettext as _
from models.template_file import AgendaTemplate
from models.workshop import Details
from ui.day import day_told
from ui.editors import Choice, OneOf, titled
from ui.parts import button, card, label, page
from ui.prepare.details_form import details_editors, lay_out, shown_values, today, with_values
from ui.prepare.time_of_day import TimeOfDay
from ui.theme import UNIT

DEMONSTRATION = "（見本）"
"""What the demonstration's name ends with: a fictitious place and bureau are no defaults for a real meeting."""
IN_A_ROW = 4
"""More lengths than this are chosen from a list."""


def followable(known: Sequence[Details], template: AgendaTemplate) -> list[Details]:
    """The workshops of the same format, the latest first: one of them may be followed."""
    return [one for one in known if one.format is template.format]


def last_real(known: Sequence[Details]) -> Details | None:
    """The latest workshop that is no demonstration."""
    return next((one for one in known if not one.title.endswith(DEMONSTRATION)), None)


def suggested(
    known: Sequence[Details], day: date, template: AgendaTemplate, previous: Details | None = None
) -> Details:
    """Good defaults for a new workshop: from the one it follows, or place and bureau of the last real one."""
    last = previous or last_real(known)
    length = last.minutes if last is not None and last.minutes in template.lengths else template.lengths[-1]
    details = Details(
        new_id(),
        title=template.title,
        held_on=day,
        starts_at=last.starts_at if last else time(14, 0),
        created_at=datetime.now(UTC),
        format=template.format,
        minutes=length,
        place=last.place if last else "",
        bureau=last.bureau if last else "",
        question=template.question,
        headcount=last.headcount if last else 12,
    )
    return details if previous is None else taken_over(details, previous)


class NewWorkshopForm(QWidget):
    """A new workshop from a template. `submitted` brings the details; `known` are all workshops, the latest first."""

    submitted = Signal(object)
    cancelled = Signal()

    def __init__(self, known: Sequence[Details], template: AgendaTemplate) -> None:
        super().__init__()
        self._known = known
        self.template = template
        previous = last_real(followable(known, template))
        self._suggested = suggested(known, today(), template, previous)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area, column = page(720)
        outer.addWidget(area)
        column.addWidget(label(_("A new workshop: {name}").format(name=template.name), "title", wrap=True))
        column.addWidget(label(_("You can change all of this later."), "second"))
        column.addWidget(self._card(previous))
        self.problem = label("", "problem", wrap=True)
        column.addWidget(self.problem)
        column.addLayout(self._deeds())
        for name, value in shown_values(self._suggested).items():
            self.editors[name].show_value(value)
        self.setFocusProxy(self.editors["title"])

    def _card(self, previous: Details | None) -> QWidget:
        frame, inside = card(margin=3 * UNIT)
        self.length = _length_editor(self.template.lengths)
        self.editors = {**details_editors(self.template.format), "minutes": self.length}
        self.follow = self._follow_editor(previous)
        lay_out(self.editors, inside, _about_length(self.template))
        if self.follow.count() > 1:
            advice = _("It opens with the homework that is not done yet. The confidentiality marking is chosen anew.")
            inside.insertWidget(0, titled(_("Last meeting"), self.follow, advice))
        return frame

    def _follow_editor(self, previous: Details | None) -> Choice:
        none = _("None; this is the first one")
        choices: list[tuple[object, str]] = [(None, none)]
        choices += [(one, _told(one)) for one in followable(self._known, self.template)]
        editor = Choice(choices)
        editor.show_value(previous)
        editor.edited.connect(self._take_over)
        return editor

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.cancelled.emit))
        self.create_button = button(_("Make the agenda"), self._submit, "primary")
        row.addWidget(self.create_button)
        return row

    def _take_over(self) -> None:
        """Another last meeting: what a person has not touched follows it."""
        before = shown_values(self._suggested)
        anew = suggested(self._known, self._suggested.held_on, self.template, self.follow.value())
        self._suggested = replace(anew, id=self._suggested.id)
        for name, value in shown_values(self._suggested).items():
            if self.editors[name].value() == before[name]:
                self.editors[name].show_value(value)

    def _submit(self) -> None:
        values = {name: editor.value() for name, editor in self.editors.items()}
        unread = [one for one in self.editors.values() if isinstance(one, TimeOfDay) and not one.is_readable]
        if unread:
            self.problem.setText(_("A time cannot be read. Please write it like 13:30."))
            unread[0].setFocus()
            return
        if not values["title"].strip() or values["held_on"] is None:
            self.problem.setText(_("Please give the workshop a name and a date."))
            return
        self.submitted.emit(cleaned(with_values(self._suggested, values)))


class OneLength(QWidget):
    """The only length there is to choose: said, not asked."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._length = length
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.word = label(_("{minutes} min").format(minutes=length))
        row.addWidget(self.word)

    def value(self) -> int:
        """The length in minutes."""
        return self._length

    def show_value(self, value: int) -> None:
        """There is no other to show."""


def _about_length(template: AgendaTemplate) -> str:
    """What becomes of the agenda: one that takes longer than it is booked for is not taken as it stands."""
    taken = {one: sum(item.minutes.get(one, 0) for item in template.items) for one in template.lengths}
    if any(minutes > length for length, minutes in taken.items()):
        return _("The items of this template take longer than that; they are shortened to this length.")
    if len(template.lengths) == 1:
        return _("This template has this one length. It can be changed later.")
    return _("The agenda is made for this length.")


def _length_editor(lengths: Sequence[int]) -> OneOf | Choice | OneLength:
    if len(lengths) == 1:
        return OneLength(lengths[0])
    choices = [(length, _("{minutes} min").format(minutes=length)) for length in lengths]
    return OneOf(choices) if len(choices) <= IN_A_ROW else Choice(choices)


def _told(details: Details) -> str:
    name = _("No. {number}  {title}").format(number=details.number, title=details.title)
    return f"{name}　{day_told(details.held_on)}"
