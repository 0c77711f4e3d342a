"""「なぜこのグループ？」: what ties a note to its group, and which would be next best, worked out beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from models.grouping import Cancelled
from models.grouping.belonging import Belonging, belonging
from models.language import gettext as _
from models.text import clean_line, cut
from ui.board.cancellable import Asked, Cancellable
from ui.board.reason_bar import Deed, ReasonBar
from ui.board.reasons import Reason, short_title

if TYPE_CHECKING:
    from models.grouping.memory import Memory
    from models.workshop import Workshop
    from ui.board.view import BoardView

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_Key = Qt.Key
CLOSING = ((_NONE, _Key.Key_Escape), (_NONE, _Key.Key_Return), (_NONE, _Key.Key_Enter))
"""The keys that leave everything as it is."""
KEEPING = (*CLOSING, (_NONE, _Key.Key_K))
MOVING = ((_NONE, _Key.Key_M),)
TEXT_CHARS = 24
"""Of the note that was asked about."""
FREEING = ((_NONE, _Key.Key_F), (_SHIFT, _Key.Key_G))


class WhyHere(QObject):
    """Asks about one note at a time and tells it in `bar`, with one key to keep, to move or to free the note.

    `memory()` is what sentences are known to mean, if anything is kept of it.
    """

    def __init__(self, view: BoardView, bar: ReasonBar, memory: Callable[[], Memory | None]) -> None:
        super().__init__(view)
        self._view, self._bar, self._memory = view, bar, memory
        self.work: Cancellable | None = None
        view.why_asked.connect(self.ask)

    def ask(self, note_id: str) -> None:
        """Work it out for a note; what was being worked out is called off."""
        workshop, memory = self._view.edits.workshop, self._memory()
        if not workshop.clusters:
            self._view.noticed.emit(_("There are no groups yet that could be compared."), "success")
            return
        self.stop()
        self._bar.tell(note_id, _("Why this group?"), [_("Reading the notes…")], [self._close()], self.stop)
        self.work = Cancellable(lambda cancelled: _worked_out(workshop, note_id, memory, cancelled), self)
        self.work.done.connect(lambda found: self._tell(note_id, found))
        self.work.failed.connect(lambda sentence: self._bar.tell(note_id, _("Why this group?"), [sentence]))
        self.work.begin()

    def stop(self) -> None:
        """What is being worked out is wanted no more."""
        if self.work is not None:
            self.work.cancel()
            self.work = None

    def _tell(self, note_id: str, found: Belonging | None) -> None:
        self.work = None
        if found is not None and self._bar.about == note_id:
            workshop = self._view.edits.workshop
            heading, lines = told(workshop, note_id, found)
            self._bar.tell(note_id, heading, lines, self._deeds(note_id, found), self.stop)
            self._view.reveal([note_id])

    # what can be done then

    def _close(self) -> Deed:
        return Deed(_("Close"), "Esc", CLOSING, self._bar.leave)

    def _deeds(self, note_id: str, found: Belonging) -> list[Deed]:
        workshop, view = self._view.edits.workshop, self._view
        grouped = workshop.notes[note_id].cluster_id is not None
        deeds = [Deed(_("Right here"), "K", KEEPING, self._bar.leave)] if grouped else [self._close()]
        if found.others:
            better = found.others[0].cluster_id
            deeds.append(Deed(_("Move"), "M", MOVING, lambda: self._then(lambda: view.commands.join(better))))
        if grouped:
            deeds.append(Deed(_("Take it out"), "F", FREEING, lambda: self._then(view.commands.free)))
        return deeds

    def _then(self, act: Callable[[], object]) -> None:
        """The bar is gone before what it told of changes."""
        about = self._bar.about
        self._bar.leave()
        if about is not None:
            self._view.board.select([about])
            act()


def _worked_out(workshop: Workshop, note_id: str, memory: Memory | None, cancelled: Asked) -> Belonging | None:
    try:
        return belonging(
            note_id, workshop.ordered_notes(), workshop.ordered_clusters(), memory=memory, cancelled=cancelled
        )
    except Cancelled:
        return None


def told(workshop: Workshop, note_id: str, found: Belonging) -> tuple[str, list[str]]:
    """A heading, and what is to be said below it, a sentence each."""
    cluster = workshop.clusters.get(workshop.notes[note_id].cluster_id or "")
    nearest = workshop.clusters[found.others[0].cluster_id].title if found.others else None
    if cluster is None:
        where, lines = _("In no group yet"), _nearest(nearest, found)
    elif found.own is not None:
        reason = Reason(cluster.title, found.own.reason, found.sureness, nearest)
        where, lines = reason.heading(), [*reason.lines()[:-1], _with(reason.lines()[-1], found)]
    else:
        where, lines = short_title(cluster.title), [_without(workshop, cluster.id), *_nearest(nearest, found)]
    return _asked(workshop, note_id, where), [*lines, *([_("Compared by words alone.")] if found.by_words_only else [])]


def _asked(workshop: Workshop, note_id: str, where: str) -> str:
    """The note that was asked about, and where it is."""
    text = _("“{text}”").format(text=cut(clean_line(workshop.notes[note_id].text), TEXT_CHARS))
    return f"{text} → {where}"


def _nearest(title: str | None, found: Belonging) -> list[str]:
    if title is None:
        return [_("No group is near to what it says.")]
    return [_with(_("Nearest: {title}").format(title=short_title(title)), found)]


def _with(line: str, found: Belonging) -> str:
    """A line that ends with the best other group, and why that."""
    why = found.others[0].reason if found.others else ""
    return _("{line} ({why})").format(line=line, why=why) if why else line


def _without(workshop: Workshop, cluster_id: str) -> str:
    if len(workshop.members(cluster_id)) == 1:
        return _("There is no other note in its group.")
    return _("It says nothing that can be compared.")
