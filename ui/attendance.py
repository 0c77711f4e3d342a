"""Who took part: 課室, 職 and how many; never a name."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.edits import deciding
from models.edits.change import new_id, next_order
from models.language import gettext as _
from models.workshop import Participant
from ui.editors import Editor, Line, Number
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button, label
from ui.theme import TARGET, UNIT

FIELDS = ("division", "post", "count")


class AttendanceRow(QWidget):
    """One line; a draft is kept from its first letter on."""

    def __init__(self, live: LiveDocument, participant: Participant, delete: Callable[[str], None]) -> None:
        super().__init__()
        self._live, self._draft = live, participant
        self.participant_id = participant.id
        self.is_draft = participant.id not in live.workshop.participants
        self.division, self.post = Line(hint=_("e.g. General Affairs Division")), Line(hint=_("e.g. chief clerk"))
        self.count = Number(most=9_999)
        editors: dict[str, Editor] = {"division": self.division, "post": self.post, "count": self.count}
        names = (_("Division"), _("Post"), _("Number of people"))
        for editor, name in zip(editors.values(), names, strict=True):
            editor.setAccessibleName(name)
        self.form = Form(editors, self)
        self.form.settled.connect(self._save)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.division, 3)
        row.addWidget(self.post, 2)
        self.count.setFixedWidth(64)
        row.addWidget(self.count)
        row.addWidget(label(_("people")))
        self.delete_button = button("×", lambda: delete(self.participant_id), "quiet")
        self.delete_button.setAccessibleName(_("Delete this line of attendance"))
        self.delete_button.setFixedSize(TARGET, TARGET)
        self.delete_button.setStyleSheet("padding: 0; font-size: 20px;")
        row.addWidget(self.delete_button)
        self.show_participant(participant)

    def show_participant(self, participant: Participant) -> None:
        """Show the line as it is now."""
        self.form.show({"division": participant.division, "post": participant.post, "count": float(participant.count)})

    def _save(self, continuing: bool) -> None:
        workshop, values = self._live.workshop, self.form.values()
        known = workshop.participants.get(self.participant_id)
        if known is None and not self.is_draft:
            self.form.saved()
            return
        said = replace(known or self._draft, **values | {"count": max(1, int(values["count"] or 1))})
        edit = deciding.set_participant(workshop, said)
        edit = edit if known is not None else replace(edit, kind="participant_added")
        if self._live.apply(edit, continuing=continuing):
            self.is_draft = False
            self.form.saved()


class Attendance(QWidget):
    """All lines, their sum, and the button for one more."""

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self.rows: dict[str, AttendanceRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(UNIT)
        column.addLayout(self._lines)
        foot = QHBoxLayout()
        self.add_button = button(_("Add a line"), self.begin_row)
        foot.addWidget(self.add_button)
        self._sum = label("", "second", wrap=True)
        foot.addWidget(self._sum, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(foot)
        self.refresh()

    def begin_row(self) -> None:
        """A new line, ready to type into."""
        order = next_order(self._live.workshop.participants.values())
        self._add(Participant(new_id(), order, "")).division.setFocus()

    def refresh(self) -> None:
        """Show the lines as they are now."""
        known = self._live.workshop.ordered_participants()
        ids = [participant.id for participant in known]
        for row in [row for row in self.rows.values() if row.participant_id not in ids and not row.is_draft]:
            self._drop(row)
        for place, participant in enumerate(known):
            shown = self.rows.get(participant.id) or self._add(participant)
            if self._lines.indexOf(shown) != place:
                self._lines.insertWidget(place, shown)
            shown.show_participant(participant)
        self._tell_sum()
        self._chain()

    def flush(self) -> None:
        """Save what is being typed."""
        for row in self.rows.values():
            row.form.flush()

    def _add(self, participant: Participant) -> AttendanceRow:
        row = AttendanceRow(self._live, participant, self._delete)
        self.rows[participant.id] = row
        self._lines.addWidget(row)
        self._chain()
        return row

    def _chain(self) -> None:
        """Tab goes through what is written, row by row; deleting comes last."""
        rows = [one for place in range(self._lines.count()) if isinstance(one := self._line(place), AttendanceRow)]
        fields = [part for row in rows for part in (row.division, row.post, row.count)]
        for one, other in pairwise([self._before(), *fields, self.add_button, *(row.delete_button for row in rows)]):
            QWidget.setTabOrder(one, other)

    def _line(self, place: int) -> QWidget | None:
        item = self._lines.itemAt(place)
        return None if item is None else item.widget()

    def _before(self) -> QWidget:
        """The last stop of Tab before this list."""
        one = self.add_button.previousInFocusChain()
        while one is not None and one is not self.add_button:
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not self.isAncestorOf(one):
                return one
            one = one.previousInFocusChain()
        return self.add_button

    def _drop(self, row: AttendanceRow) -> None:
        self.rows.pop(row.participant_id)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _delete(self, participant_id: str) -> None:
        if participant_id in self._live.workshop.participants:
            self._live.apply(deciding.delete_participant(self._live.workshop, participant_id))
        else:
            self._drop(self.rows[participant_id])
        self.add_button.setFocus()

    def _tell_sum(self) -> None:
        people = sum(participant.count for participant in self._live.workshop.participants.values())
        planned = self._live.workshop.details.headcount
        told = _("{people} people in all").format(people=people)
        if people and planned and people != planned:
            told += _(" (planned: {planned})").format(planned=planned)
        self._sum.setText(told if people else _("Names are not needed: division, post and number are enough."))
