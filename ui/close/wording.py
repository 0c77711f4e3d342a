"""The facilitator's own wording of each group, with the group's notes beside it to read and not to copy."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.board import Cluster
from models.edits import clusters
from models.edits.change import Edit, applied, merged
from models.language import gettext as _
from models.workshop import Workshop
from ui.close.notes_beside import NotesBeside
from ui.close.turner import Turner
from ui.editors import Area, Line, titled
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import card, label
from ui.tab_order import tab_in_reading_order
from ui.theme import UNIT

AT_ONCE = 12
"""Groups whose fields are in sight: as many as a room names, and no more than a window makes in a moment."""


class GroupWording(QWidget):
    """Title, main opinions and measures of one group, with what its members wrote beside them."""

    def __init__(self, live: LiveDocument, cluster: Cluster) -> None:
        super().__init__()
        self._live = live
        self.notes = NotesBeside()
        self.cluster_id = cluster.id
        self.title = Line(clusters.MAX_TITLE_CHARS, _("Say what the notes say together"))
        self.opinions = Area(3, clusters.MAX_WORDING_CHARS)
        self.measures = Area(2, clusters.MAX_WORDING_CHARS)
        self.form = Form({"title": self.title, "opinions": self.opinions, "measures": self.measures}, self)
        self.form.settled.connect(self._save)
        frame, column = card(2 * UNIT)
        column.addWidget(titled(_("Title of the group"), self.title))
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        words = QVBoxLayout()
        words.setSpacing(2 * UNIT)
        words.addWidget(titled(_("Main opinions"), self.opinions))
        words.addWidget(titled(_("Measures considered"), self.measures))
        words.addStretch(1)
        row.addLayout(words, 3)
        row.addWidget(self.notes, 2)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.refresh(cluster)

    def refresh(self, cluster: Cluster) -> None:
        """Show the wording and the notes as they are now."""
        self.notes.show_notes(tuple(note.text for note in self._live.workshop.members(cluster.id)))
        values = {"title": cluster.title, "opinions": cluster.opinions, "measures": cluster.measures}
        self.form.show(values)

    def _save(self, continuing: bool) -> None:
        workshop = self._live.workshop
        if self.cluster_id not in workshop.clusters or self._live.apply(self._edit(workshop), continuing=continuing):
            self.form.saved()

    def _edit(self, workshop: Workshop) -> Edit:
        values: dict[str, Any] = self.form.values()
        renamed = clusters.rename_cluster(workshop, self.cluster_id, values.pop("title"))
        worded = clusters.word_cluster(applied(workshop, renamed.changes), self.cluster_id, **values)
        return merged(worded.kind if worded.changes else renamed.kind, renamed, worded)


class Wordings(QWidget):
    """The groups in their order, a few at a time. `turned` tells that others are in sight."""

    turned = Signal()

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self._first = 0
        self.groups: dict[str, GroupWording] = {}
        self.above, self.below = Turner(), Turner()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        self._empty = label(_nothing(), "second", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(UNIT)
        column.addWidget(self._empty)
        column.addWidget(self.above)
        column.addLayout(self._column)
        column.addWidget(self.below)
        for turner in (self.above, self.below):
            turner.turned.connect(self.turn)
        self.refresh()

    def refresh(self) -> None:
        """Show the groups as they are now; a group that is in sight already keeps its fields."""
        if [cluster.id for cluster in self._in_sight()] != [*self.groups]:
            self.flush()  # which is an edit, so that this may be done by the time it returns
        shown = self._in_sight()
        if [cluster.id for cluster in shown] != [*self.groups]:
            self._fill(shown)
        for cluster in shown:
            self.groups[cluster.id].refresh(cluster)
        count = len(self._live.workshop.clusters)
        for turner in (self.above, self.below):
            turner.tell(self._first + 1, self._first + len(shown), count)
        self._empty.setVisible(not count)

    def turn(self, step: int) -> None:
        """Bring the groups after these into sight, or with -1 those before."""
        self.flush()
        self._first += step * AT_ONCE
        self.refresh()
        if self.groups:
            next(iter(self.groups.values())).title.setFocus()
        self.turned.emit()

    def flush(self) -> None:
        """Save what is being typed."""
        for group in tuple(self.groups.values()):
            group.form.flush()

    def _in_sight(self) -> list[Cluster]:
        clusters = self._live.workshop.ordered_clusters()
        last = max(0, len(clusters) - 1) // AT_ONCE * AT_ONCE
        self._first = min(max(0, self._first), last)
        return clusters[self._first : self._first + AT_ONCE]

    def _fill(self, shown: list[Cluster]) -> None:
        """Have the fields of these groups, in their order."""
        before = self.groups
        self.groups = {one.id: before.get(one.id) or GroupWording(self._live, one) for one in shown}
        for group_id, group in before.items():
            self._column.removeWidget(group)
            if group_id not in self.groups:
                group.hide()
                group.deleteLater()
        for group in self.groups.values():
            self._column.addWidget(group)
        tab_in_reading_order(self)


def _nothing() -> str:
    return _("There are no groups. The minutes say so under what was shared; group the notes to have more.")
