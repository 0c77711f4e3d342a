"""A suggestion as a tree: groups with their notes, each with its reason, each to be ticked or left out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from models.edits.clusters import Gathering
from models.grouping import Proposal, SuggestedGroup, SuggestedMember, Sureness
from models.language import gettext as _
from models.text import cut
from models.workshop import Workshop
from ui.board.proposal_row import FOOT, NOTE_ID, RowDelegate

if TYPE_CHECKING:
    from models.grouping.suggestion import Suggestion

_GROUP = int(Qt.ItemDataRole.UserRole) + 10


class ProposalTree(QTreeWidget):
    """Ticked is what would be taken; titles of new groups can be edited. The board is not touched."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(20)
        self.setItemDelegate(RowDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QTreeWidget.EditTrigger.DoubleClicked
            | QTreeWidget.EditTrigger.EditKeyPressed
            | QTreeWidget.EditTrigger.SelectedClicked
        )
        self.setAccessibleName(_("Suggested groups"))
        self.setAccessibleDescription(_("Space ticks or leaves out, F2 changes a title"))

    def show_suggestion(self, workshop: Workshop, suggestion: "Suggestion", proposal: Proposal) -> None:
        """Show a suggestion for the workshop as it was, everything ticked."""
        self.clear()
        # built before they are in the tree, which else would tell of each tick, and be counted as often
        self.addTopLevelItems([self._group_row(workshop, suggestion, group) for group in proposal.groups])
        self.expandAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # another width breaks words elsewhere

    def _group_row(self, workshop: Workshop, suggestion: "Suggestion", group: SuggestedGroup) -> QTreeWidgetItem:
        row = QTreeWidgetItem()
        known = workshop.clusters.get(group.cluster_id or "")
        row.setText(0, known.title or _("Group without a title") if known else suggestion.titles(group)[0])
        flags = row.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
        row.setFlags(flags if known else flags | Qt.ItemFlag.ItemIsEditable)
        row.setData(0, _GROUP, group)
        count = _("{count} notes").format(count=len(group.members))
        joins = _("Into this group. {notes}") if known else _("New group. {notes}")
        row.setData(0, FOOT, joins.format(notes=count) + _(" · {reason}").format(reason=suggestion.reason(group)))
        for member in group.members:
            self._add_member(row, workshop, member, suggestion.why(member, group))
        return row

    def _add_member(self, group: QTreeWidgetItem, workshop: Workshop, member: SuggestedMember, reason: str) -> None:
        note = workshop.notes.get(member.note_id)
        if note is None:
            return
        row = QTreeWidgetItem(group)
        row.setText(0, cut(note.text, 200).replace("\n", " "))
        row.setData(0, NOTE_ID, note.id)
        weak = member.sureness is Sureness.WEAK
        row.setData(0, FOOT, _("Weak link · {reason}").format(reason=reason) if weak else reason)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(0, Qt.CheckState.Checked)

    def _groups(self) -> Iterable[QTreeWidgetItem]:
        rows = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return (row for row in rows if row is not None)

    def gatherings(self, *, everything: bool = False) -> list[Gathering]:
        """What is ticked, or everything, as it would be taken; titles as they were edited."""
        taken = []
        for row in self._groups():
            group: SuggestedGroup = row.data(0, _GROUP)
            ids = tuple(_notes(row, everything=everything))
            if ids:
                taken.append(Gathering(ids, row.text(0), group.cluster_id))
        return taken

    def chosen_count(self) -> int:
        """How many notes are ticked."""
        return sum(len(gathering.note_ids) for gathering in self.gatherings())

    def current_notes(self) -> list[str]:
        """The ids of the notes of the row the cursor is on: a group's, or the one."""
        row = self.currentItem()
        if row is None:
            return []
        note_id = row.data(0, NOTE_ID)
        return [note_id] if note_id else list(_notes(row, everything=True))


def _notes(group: QTreeWidgetItem, *, everything: bool) -> Iterable[str]:
    for at in range(group.childCount()):
        row = group.child(at)
        if row is None:
            continue
        if everything or row.checkState(0) == Qt.CheckState.Checked:
            yield row.data(0, NOTE_ID)
