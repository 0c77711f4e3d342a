"""What would undo much of a board's order at one stroke is asked about once before it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from models.language import gettext as _

if TYPE_CHECKING:
    from models.board import Cluster
    from ui.board.view import BoardView

FEW_NOTES = 30
"""So many notes are changed at once without a question."""
FEW_GROUPS = 1
"""So many groups with a title go without a question."""

Deed = Callable[[], object]


class Sweeping:
    """Does what is asked for on a view at once, or, when it sweeps much away, only after a person said so."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self.question: QMessageBox | None = None

    def emptied(self, note_ids: Collection[str], but: str | None = None) -> int:
        """How many groups with a title are left without a note when these go elsewhere, the group `but` aside."""
        notes, clusters = self._view.board.notes, self._view.edits.workshop.clusters
        gone = set(note_ids)
        homes = {notes[i].cluster_id for i in gone} - {but, None}
        return sum(bool(clusters[i].title) and self._view.board.members(i) <= gone for i in homes if i is not None)

    def into_one(self, note_ids: Collection[str], deed: Deed, but: str | None = None) -> None:
        """Notes become one group, or come into the group `but`."""
        groups, count = self.emptied(note_ids, but), len(note_ids)
        words = _("Take {groups} groups apart and make the {count} notes one group?")
        if groups <= FEW_GROUPS:
            words = _("Make the {count} notes one group?")
        asked = groups > FEW_GROUPS or count > FEW_NOTES
        self._do(asked, words.format(groups=groups, count=count), _("Make it one"), deed)

    def freed(self, note_ids: Collection[str], deed: Deed) -> None:
        """Notes leave their groups."""
        groups, count = self.emptied(note_ids), len(note_ids)
        words = _("Take {groups} groups apart? Their titles go.").format(groups=groups)
        if groups <= FEW_GROUPS:
            words = _("Take {count} notes out of their groups?").format(count=count)
        grouped = any(self._view.board.notes[i].cluster_id is not None for i in note_ids)
        self._do(grouped and (groups > FEW_GROUPS or count > FEW_NOTES), words, _("Take apart"), deed)

    def dissolved(self, clusters: Collection[Cluster], deed: Deed) -> None:
        """Groups are no more."""
        titled = sum(bool(cluster.title) for cluster in clusters)
        words = _("Take {groups} groups apart? Their titles go.").format(groups=titled)
        self._do(titled > FEW_GROUPS, words, _("Take apart"), deed)

    def merged(self, clusters: Collection[Cluster], deed: Deed) -> None:
        """Groups become one; for two it is what one sees and means."""
        titled = sum(bool(cluster.title) for cluster in clusters)
        words = _("Make {groups} groups one?").format(groups=len(clusters))
        self._do(titled > FEW_GROUPS + 1, words, _("Make it one"), deed)

    def deleted(self, note_ids: Collection[str], deed: Deed) -> None:
        """Notes go."""
        words = _("Delete {count} notes?").format(count=len(note_ids))
        self._do(len(note_ids) > FEW_NOTES, words, _("Delete"), deed)

    def _do(self, asked: bool, words: str, verb: str, deed: Deed) -> None:
        if asked:
            self._ask(words, verb, deed)
        else:
            deed()

    def _ask(self, words: str, verb: str, deed: Deed) -> None:
        box = QMessageBox(self._view)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("A big change"))
        box.setText(words)
        box.setInformativeText(_("“Undo” would bring it back."))
        go = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda _result: self._answered(box.clickedButton() is go, deed))
        self.question = box
        box.open()

    def _answered(self, go: bool, deed: Deed) -> None:
        self.question = None
        self._view.setFocus()
        if go:
            deed()
