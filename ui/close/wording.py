"""The facilitator's own wording of each group, with the group's notes beside it to read and not to copy."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.board import Cluster
from models.edits import clusters
from models.edits.change import Edit, applied, merged
from models.language import gettext as _
from models.text import cut
from models.workshop import Workshop
from ui.editors import Area, Line, titled
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import card, emptied, label
from ui.theme import GROUND, UNIT

MOST_SHOWN = 200


class GroupWording(QWidget):
    """Title, main opinions and measures of one group; `notes` is what its members wrote."""

    def __init__(self, live: LiveDocument, cluster: Cluster, notes: tuple[str, ...]) -> None:
        super().__init__()
        self._live = live
        self.notes = notes
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
        row.addWidget(_notes_beside(notes), 2)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.refresh(cluster)

    def refresh(self, cluster: Cluster) -> None:
        """Show the wording as it is now."""
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
    """All groups in their order."""

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self._shape: object = None
        self.groups: dict[str, GroupWording] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT)
        self.refresh()

    def refresh(self) -> None:
        """Show the groups as they are now; made anew only when groups or their notes changed."""
        if _shape(self._live.workshop) != self._shape:
            self.flush()  # which is an edit, so that this may be done by the time it returns
        workshop = self._live.workshop
        shape = _shape(workshop)
        if shape != self._shape:
            self._shape = shape
            self._fill(workshop)
        for cluster in workshop.ordered_clusters():
            self.groups[cluster.id].refresh(cluster)

    def flush(self) -> None:
        """Save what is being typed."""
        for group in self.groups.values():
            group.form.flush()

    def _fill(self, workshop: Workshop) -> None:
        shown = self.groups
        kept = {group for i, group in shown.items() if i in workshop.clusters and group.notes == _texts(workshop, i)}
        for group in kept:
            self._column.removeWidget(group)
        emptied(self._column)
        self.groups = {
            cluster.id: shown[cluster.id]
            if shown.get(cluster.id) in kept
            else GroupWording(self._live, cluster, _texts(workshop, cluster.id))
            for cluster in workshop.ordered_clusters()
        }
        for group in self.groups.values():
            self._column.addWidget(group)
        if not self.groups:
            told = _("There are no groups. The minutes say so under what was shared; group the notes to have more.")
            self._column.addWidget(label(told, "second", wrap=True))


def _shape(workshop: Workshop) -> object:
    """What the fields are made from, but for the words in them."""
    return tuple((cluster.id, _texts(workshop, cluster.id)) for cluster in workshop.ordered_clusters())


def _texts(workshop: Workshop, cluster_id: str) -> tuple[str, ...]:
    return tuple(note.text for note in workshop.members(cluster_id))


def _notes_beside(notes: tuple[str, ...]) -> QWidget:
    beside = QWidget()
    beside.setObjectName("beside")
    beside.setStyleSheet(f"QWidget#beside {{ background: {GROUND}; border-radius: 4px; }}")
    column = QVBoxLayout(beside)
    column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
    column.addWidget(label(_("The notes (for reading)"), "field", wrap=True))
    for text in notes:
        column.addWidget(label(f"・{cut(text, MOST_SHOWN)}", "second", wrap=True))
    column.addStretch(1)
    return beside
