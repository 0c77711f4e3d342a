"""Which notes a suggestion is for: those left over, those selected, or all that are in no group."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from models.board import Cluster, Note, NoteKind
from models.language import gettext as _
from models.workshop import Workshop
from ui.parts import MENU_SIGN, label
from ui.theme import SECOND_TEXT, TARGET

_SIGN_ROOM = 28


class Scope(Enum):
    """Whose notes; what is parked or locked stays out in any case, and so do notes in the lane of a 班."""

    LEFT = "left"
    CHOSEN = "chosen"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a suggestion is asked for; with `lifted` notes come along that somebody put where they are by hand."""

    notes: Sequence[Note]
    clusters: Sequence[Cluster]
    lifted: bool


def asked(workshop: Workshop, scope: Scope, chosen: Collection[str]) -> Asked:
    """The notes of a scope, free and grouped: notes in groups are never moved, but others may join them."""
    notes = [note for note in workshop.ordered_notes() if note.kind is not NoteKind.PARKED and not note.team]
    if scope is Scope.LEFT:
        return Asked(notes, workshop.ordered_clusters(), lifted=False)
    if scope is Scope.CHOSEN:
        notes = [note for note in notes if note.id in chosen]
    homes = {note.cluster_id for note in notes}
    clusters = [one for one in workshop.ordered_clusters() if scope is Scope.ALL or one.id in homes]
    return Asked([replace(note, placed=False) for note in notes], clusters, lifted=True)


def free_count(workshop: Workshop, scope: Scope, chosen: Collection[str]) -> int:
    """For how many notes a suggestion would be."""
    notes = asked(workshop, scope, chosen).notes
    return sum(note.cluster_id is None and not (note.placed or note.locked) for note in notes)


class ScopeChoice(QComboBox):
    """Chooses the scope; hidden with its `caption` where there is nothing to choose; `picked(scope)` by hand."""

    def __init__(self, picked: Callable[[Scope], object]) -> None:
        super().__init__()
        self.setMinimumHeight(TARGET)
        self.setAccessibleName(_("Suggest groups for"))
        self.caption = label(_("For:"))
        self.caption.setBuddy(self)
        self.activated.connect(lambda _at: picked(self.scope))

    @property
    def scope(self) -> Scope:
        """What is chosen."""
        return Scope(self.currentData()) if self.count() else Scope.LEFT

    def offer(self, workshop: Workshop, chosen: Collection[str]) -> None:
        """Show what there is to choose from, begun with the selected notes if any, else with what is left over."""
        words = {
            Scope.CHOSEN: _("Only the selected notes: {count}"),
            Scope.LEFT: _("The notes left over: {count}"),
            Scope.ALL: _("All, also those placed by hand: {count}"),
        }
        counts = {scope: free_count(workshop, scope, chosen) for scope in words}
        offered = [scope for scope in words if scope is Scope.LEFT or counts[scope] > 1]
        if counts[Scope.ALL] == counts[Scope.LEFT]:
            offered.remove(Scope.ALL) if Scope.ALL in offered else None
        self.clear()
        for scope in offered:
            self.addItem(words[scope].format(count=f"{counts[scope]:,}"), scope.value)
        self.setCurrentIndex(offered.index(Scope.CHOSEN if Scope.CHOSEN in offered else Scope.LEFT))
        self.setVisible(len(offered) > 1)
        self.caption.setVisible(len(offered) > 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(SECOND_TEXT))
        room = QRect(self.width() - _SIGN_ROOM, 0, _SIGN_ROOM, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, MENU_SIGN)
