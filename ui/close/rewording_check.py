"""言い換え確認: what should not stand in minutes, pointed out; and the person's word that it was looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.language import gettext as _
from models.workshop import Workshop
from ui.editors import Tick
from ui.parts import emptied, label
from ui.theme import UNIT

MOST_SHOWN = 40
"""Findings that are listed at once."""


class RewordingCheck(QWidget):
    """Findings, which annexes are added (the notes as they are, how the meeting ran), and the confirmation.

    The confirmation ends when what is found changes.
    """

    annexes_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        self.verbatim = Tick(_("Put the notes in as they were written"))
        self.verbatim.edited.connect(self.annexes_changed)
        self.record = Tick(_("Add how the meeting ran: planned and actual times"))
        self.record.edited.connect(self.annexes_changed)
        self.confirmed = Tick(_("I have checked the wording"))
        self._shown: object = None
        column.addWidget(label(_advice(), "second", wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(UNIT)
        column.addLayout(self._list)
        column.addWidget(self.verbatim)
        column.addWidget(self.record)
        column.addWidget(self.confirmed)

    def refresh(self, workshop: Workshop) -> None:
        """Look again."""
        from models.sensitive import findings, hint

        found = findings(workshop, verbatim_notes=self.verbatim.value())
        shown = tuple((one.where, one.excerpt, hint(one.kind)) for one in found)
        if shown == self._shown:
            return
        if self._shown is not None:
            self.confirmed.show_value(False)
        self._shown = shown
        emptied(self._list)
        for where, excerpt, advice in shown[:MOST_SHOWN]:
            text = _("{where}: “{excerpt}”\n{advice}").format(where=where, excerpt=excerpt, advice=advice)
            self._list.addWidget(label(text, "warning", wrap=True))
        if len(shown) > MOST_SHOWN:
            rest = _("And {count} more; they show once these are reworded.").format(
                count=f"{len(shown) - MOST_SHOWN:,}"
            )
            self._list.addWidget(label(rest, "field", wrap=True))
        if not shown:
            self._list.addWidget(label(_("Nothing was found that looks like a name, number or address.")))

    @property
    def found(self) -> int:
        """How many places are pointed out."""
        return len(self._shown) if isinstance(self._shown, tuple) else 0


def _advice() -> str:
    return _(
        "Nobody should be recognised in the minutes. Reword what tells who said it, names, numbers and health matters; "
        "the search below finds much but not all."
    )
