"""The left side: every group with its dots, in secret until the vote is closed, then by their number."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from models.board import Cluster
from models.edits import deciding
from models.language import gettext as _
from models.workshop import Workshop
from ui.decide.dots import Bar, DotsEntry
from ui.decide.wording import dots_told, group_name, notes_told
from ui.live_document import LiveDocument
from ui.panes import list_page
from ui.parts import button, card, emptied, label, restyle
from ui.theme import UNIT


class GroupRow(QFrame):
    """One group: its title, its notes, its dots, and what can be made of it."""

    decision_wanted = Signal(str)
    action_wanted = Signal(str)

    def __init__(self, workshop: Workshop, cluster: Cluster) -> None:
        super().__init__()
        self.cluster_id = cluster.id
        self.entry: DotsEntry | None = None
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        self._title = label(group_name(workshop, cluster), "field", wrap=True)
        column.addWidget(self._title)
        self._foot = QHBoxLayout()
        column.addLayout(self._foot)
        self._notes = label(notes_told(len(workshop.members(cluster.id))), "second")

    def for_entry(self, workshop: Workshop) -> "GroupRow":
        """With the field for its dots."""
        vote = workshop.votes.get(self.cluster_id)
        self.entry = DotsEntry(self._title.text(), None if vote is None else vote.dots)
        self._foot.addWidget(self._notes)
        self._foot.addStretch(1)
        self._foot.addWidget(self.entry)
        self._foot.addWidget(self._use())
        return self

    def for_result(self, rank: str, dots: int | None, most: int) -> "GroupRow":
        """With its rank and its dots as a bar to the scale of the most."""
        self._title.setText(f"{rank}　{self._title.text()}" if rank else self._title.text())
        self._foot.addWidget(Bar(dots / most if dots else 0.0), 1)
        self._foot.addWidget(label(_("not counted") if dots is None else dots_told(dots), "field"))
        self._foot.addWidget(label(_("({notes})").format(notes=self._notes.text()), "second"))
        self._foot.addWidget(self._use())
        return self

    def _use(self) -> QPushButton:
        made = QPushButton(_("Use this group"))
        made.setAccessibleName(_("Make a decision or an action of {group}").format(group=self._title.text()))
        menu = QMenu(made)
        menu.addAction(_("Add a decision"), lambda: self.decision_wanted.emit(self.cluster_id))
        menu.addAction(_("Add an action"), lambda: self.action_wanted.emit(self.cluster_id))
        made.setMenu(menu)
        return made


def ranked(workshop: Workshop) -> list[tuple[str, Cluster, int | None]]:
    """Rank, group and dots, the most first; a shared rank says so. Groups that nobody counted come last, without."""
    counted = {i: vote.dots for i, vote in workshop.votes.items() if i in workshop.clusters}
    rows = sorted(workshop.ordered_clusters(), key=lambda cluster: -counted.get(cluster.id, -1))
    return [(_rank(counted.get(cluster.id), counted), cluster, counted.get(cluster.id)) for cluster in rows]


def _rank(dots: int | None, counted: dict[str, int]) -> str:
    if dots is None:
        return ""
    counts = list(counted.values())
    place = 1 + sum(other > dots for other in counts)
    words = _("No. {place}, tied") if counts.count(dots) > 1 else _("No. {place}")
    return words.format(place=place)


class VotesPane(QWidget):
    """All groups, and the button that closes the vote."""

    decision_wanted = Signal(str)
    action_wanted = Signal(str)

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self._shape: object = None
        self.rows: dict[str, GroupRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        head, head_column = card(UNIT)
        head_column.addWidget(label(_("Vote"), "heading"))
        self._told = label("", wrap=True)
        head_column.addWidget(self._told)
        self._advice = label(_cover_advice(), "second", wrap=True)
        head_column.addWidget(self._advice)
        self.close_button = button(_("Close the vote"), self._close, "primary")
        self.reopen_button = button(_("Go on voting"), self._reopen)
        head_column.addWidget(self.close_button)
        head_column.addWidget(self.reopen_button)
        column.addWidget(head)
        area, self._list = list_page()
        column.addWidget(area, 1)
        self.refresh()

    def refresh(self) -> None:
        """Show the groups and dots as they are now; rows are made anew only when groups changed."""
        workshop = self._live.workshop
        shape = _shape(workshop)
        if shape != self._shape:
            self._shape = shape
            self._fill(workshop)
        self._tell(workshop)
        for cluster_id, row in self.rows.items():
            if row.entry is not None:
                vote = workshop.votes.get(cluster_id)
                row.entry.show_dots(None if vote is None else vote.dots)

    def flush(self) -> None:
        """Save what is being counted."""
        for row in self.rows.values():
            if row.entry is not None:
                row.entry.form.flush()

    def _fill(self, workshop: Workshop) -> None:
        emptied(self._list)
        made = self._results(workshop) if workshop.details.votes_closed else self._entries(workshop)
        self.rows = {row.cluster_id: row for row in made}
        for row in made:
            row.decision_wanted.connect(self.decision_wanted)
            row.action_wanted.connect(self.action_wanted)
            self._list.addWidget(row)
        self._list.addStretch(1)

    def _entries(self, workshop: Workshop) -> list[GroupRow]:
        made = [GroupRow(workshop, cluster).for_entry(workshop) for cluster in workshop.ordered_clusters()]
        for row in made:
            assert row.entry is not None
            row.entry.counted.connect(partial(self._count, row))
        return made

    def _results(self, workshop: Workshop) -> list[GroupRow]:
        rows = ranked(workshop)
        most = max((dots or 0 for _rank, _group, dots in rows), default=0)
        return [GroupRow(workshop, cluster).for_result(rank, dots, most) for rank, cluster, dots in rows]

    def _count(self, row: GroupRow, dots: int, continuing: bool) -> None:
        edit = deciding.set_dots(self._live.workshop, row.cluster_id, dots)
        if self._live.apply(edit, continuing=continuing) and row.entry is not None:
            row.entry.form.saved()

    def _tell(self, workshop: Workshop) -> None:
        groups, closed = len(workshop.clusters), workshop.details.votes_closed
        counted = sum(cluster_id in workshop.clusters for cluster_id in workshop.votes)
        self._told.setText(_progress(groups, counted, closed))
        self._advice.setVisible(not closed and groups > 0)
        self.close_button.setVisible(not closed and groups > 0)
        self.reopen_button.setVisible(closed)
        restyle(self.close_button, "primary" if counted == groups else "")

    def _close(self) -> None:
        self.flush()
        self._live.apply(deciding.close_votes(self._live.workshop))

    def _reopen(self) -> None:
        self._live.apply(deciding.reopen_votes(self._live.workshop))


def _shape(workshop: Workshop) -> object:
    """What the rows are made from, but for the dots that a row shows by itself."""
    closed = workshop.details.votes_closed
    groups = tuple(
        (
            cluster.id,
            group_name(workshop, cluster),
            len(workshop.members(cluster.id)),
            workshop.dots(cluster.id) * closed,
        )
        for cluster in workshop.ordered_clusters()
    )
    return closed, groups


def _progress(groups: int, counted: int, closed: bool) -> str:
    if not groups:
        return _("There are no groups yet. Bring notes together on the notes screen; each group is then voted on here.")
    if closed:
        told = _("The vote is closed. The most dots come first.")
        return told if counted == groups else told + _(" Not counted: {count} groups").format(count=groups - counted)
    return _("Counted: {counted} of {groups} groups").format(counted=counted, groups=groups)


def _cover_advice() -> str:
    return _("Numbers stay covered until the vote is closed, so this screen may be seen by the room.")
