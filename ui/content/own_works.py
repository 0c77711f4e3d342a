"""演習: everybody lists own work, and marks how it could be reviewed (ECRS)."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.formats import OwnWork
from models.language import gettext as _
from ui.content.ecrs import ReviewButtons, Tally, hours_of
from ui.content.entry import EntryField, QuickEntry
from ui.content.figures import Frequency, frequency_of, minutes_field, times_field
from ui.content.layout import in_line, stacked
from ui.content.list_pane import ListPane
from ui.content.on_wall import WallButton
from ui.content.row import Row
from ui.content.wording import LETTERS, figures_told, hours_told
from ui.editors import Area, Editor, Line, titled
from ui.live_document import LiveDocument
from ui.parts import label
from ui.wall import OnShow, Show

_KINDS = {Qt.Key(getattr(Qt.Key, f"Key_{letter}")): kind for kind, letter in LETTERS.items()}


class OwnWorkRow(Row[OwnWork]):
    """One piece of work. E C R S on it mark it; the same key again takes the mark away."""

    kind = OwnWork

    def editors(self) -> dict[str, Editor]:
        """See `Row`."""
        minutes, times = minutes_field(_("Minutes a time")), times_field()
        return {"what": Line(), "minutes": minutes, "times_per_year": times, "change": Area(2)}

    def arranged(self, editors: Mapping[str, Editor]) -> QWidget:
        """See `Row`."""
        return stacked(
            titled(_("The piece of work"), editors["what"]),
            frequency_of(editors),
            titled(_("What would change"), editors["change"], _("What one would do from now on, and what it takes.")),
        )

    def said(self, values: dict[str, Any]) -> dict[str, Any]:
        """See `Row`."""
        return figures_said(values)

    def told(self, entity: OwnWork) -> list[tuple[str, str]]:
        """See `Row`."""
        change = _("→ {text}").format(text=entity.change) if entity.change else ""
        return [(entity.what or _("(nothing written yet)"), "field"), (_told(entity), "second"), (change, "")]

    def beside(self) -> QWidget | None:
        """See `Row`."""
        self.review = ReviewButtons()
        self.review.chosen.connect(lambda kind: self._mark(kind))
        return self.review

    def refresh_beside(self, entity: OwnWork) -> None:
        """See `Row`."""
        self.review.show_value(entity.review)

    def act(self, key: Qt.Key) -> bool:
        """See `Row`."""
        kind = _KINDS.get(key)
        if kind is None:
            return False
        self._mark(None if self.entity.review is kind else kind)
        return True

    def _mark(self, kind: object) -> None:
        self.flush()
        self.setFocus()
        if not self.change(review=kind):
            self.review.show_value(self.entity.review)


class OwnWorkPane(ListPane[OwnWork]):
    """All pieces of work, their tally above."""

    kind = OwnWork

    def __init__(self, live: LiveDocument) -> None:
        super().__init__(live)
        self.tally = Tally()
        self.top.addWidget(self.tally)
        self.wall_button = WallButton(live.wall, OnShow(Show.OWN_WORK), _("everybody's own work"))
        words = _("“Which work comes again and again? Can it be stopped, combined, rearranged, simplified?”")
        asked = label(words, "second", wrap=True)
        self.have_head(in_line((asked, 1), (self.wall_button, 0)))

    def made_entry(self) -> QuickEntry:
        """See `ListPane`."""
        what = EntryField(_("A piece of work, e.g. Forwarding requests from other bureaus"))
        what.setAccessibleName(_("The piece of work"))
        minutes, times = minutes_field(_("Minutes a time")), times_field()
        editors: dict[str, Editor] = {"what": what, "minutes": minutes, "times_per_year": times}
        made = QuickEntry(editors, _("Add"), self.add)
        made.column.addWidget(what)
        made.column.addLayout(in_line((Frequency(minutes, times), 1), (made.add_button, 0)))
        return made

    def made_row(self, row_id: str) -> OwnWorkRow:
        """See `ListPane`."""
        return OwnWorkRow(self._live, row_id)

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        """See `ListPane`."""
        return figures_said(values)

    def refresh(self) -> None:
        """See `ListPane`; the tally as well."""
        super().refresh()
        works = list(self._live.workshop.own_works.values())
        self.tally.tell(works)
        self.tally.setVisible(bool(works))

    def keys(self) -> str:
        """See `ListPane`."""
        return _("Keys on a row: ↑↓ choose · E C R S mark · Enter change · Alt+↑↓ move · Delete delete")

    def teaching(self) -> str:
        """See `ListPane`."""
        return _(
            "Everybody writes down own work for a few minutes, then reads out one piece each. Type it here with its"
            " minutes and how often it comes; then mark it: E stop it, C combine, R rearrange, S simplify.\nAn estimate"
            " will do; what is not known stays empty."
        )


def figures_said(values: dict[str, Any]) -> dict[str, Any]:
    """The values, with nought where a figure was left empty."""
    figures = {name: values[name] or 0.0 for name in ("minutes", "times_per_year") if name in values}
    return values | figures


def _told(work: OwnWork) -> str:
    figures = figures_told(work.minutes, work.times_per_year)
    hours = hours_of(work)
    return _("{figures} = {hours} a year").format(figures=figures, hours=hours_told(hours)) if hours else figures
