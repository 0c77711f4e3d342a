"""「似た付箋」: up to five notes that are like the one chosen stand out, one after the other, each with its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from models.language import gettext as _
from models.text import clean_line, cut
from ui.board.cancellable import Cancellable
from ui.board.reason_bar import Deed, ReasonBar

if TYPE_CHECKING:
    from models.grouping.near import Near, Neighbourhood
    from ui.board.finding import Finding
    from ui.board.view import BoardView

MOST = 5
TEXT_CHARS = 80
"""More of a note than this is not told in the bar: it is in sight."""
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_Key = Qt.Key
_CLOSING = ((_NONE, _Key.Key_Escape),)
_CHOOSING = ((_NONE, _Key.Key_Return), (_NONE, _Key.Key_Enter))
_NEXT = ((_NONE, _Key.Key_C), (_NONE, _Key.Key_F3))
_BACK = ((_SHIFT, _Key.Key_C), (_SHIFT, _Key.Key_F3))


class Alike(QObject):
    """Points at notes in `view`, which stay as they are, and tells of each in `bar`; `ended()` is called after that.

    `neighbourhood()` is asked beside the window: the first time it may take seconds.
    """

    def __init__(
        self,
        view: BoardView,
        bar: ReasonBar,
        finding: Finding,
        neighbourhood: Callable[[], Neighbourhood],
        ended: Callable[[], object],
    ) -> None:
        super().__init__(view)
        self._view, self._bar, self._finding = view, bar, finding
        self._neighbourhood, self._ended = neighbourhood, ended
        self.work: Cancellable | None = None
        self._of = ""
        self._found: tuple[Near, ...] = ()
        self._at = 0
        view.alike_asked.connect(self.ask)

    def ask(self, note_id: str) -> None:
        """Look for what is like a note."""
        text = self._view.board.notes[note_id].text
        self._tell(note_id, _("Notes like this one"), _("Reading the notes…"), [self._close()])
        self._stop()
        self._of, self._found = note_id, ()
        near = self._neighbourhood()
        self.work = Cancellable(lambda _stopped: near.close_to(text, MOST, (note_id,)), self)
        self.work.done.connect(self._show)
        self.work.failed.connect(lambda why: self._tell(note_id, _("Notes like this one"), why, [self._close()]))
        self.work.begin()

    def _stop(self) -> None:
        if self.work is not None:
            self.work.cancel()
            self.work = None

    def _tell(self, about: str, heading: str, words: str, deeds: list[Deed]) -> None:
        self._bar.tell(about, heading, words.split("\n"), deeds, self._end)

    def _show(self, found: tuple[Near, ...]) -> None:
        self.work = None
        notes = self._view.board.notes
        self._found = tuple(near for near in found if near.id in notes)
        if self._found:
            self._view.board.highlight({self._of, *(near.id for near in self._found)})
            self._go_to(0)
        else:
            self._tell(self._of, _("Notes like this one"), _("No note on the board is like this one."), [self._close()])

    def _go_to(self, at: int) -> None:
        """To one of them; behind the last comes the first."""
        self._at = at % len(self._found)
        near = self._found[self._at]
        words = _("Notes like this one: {place} of {count}")
        heading = words.format(place=self._at + 1, count=len(self._found))
        text = _("“{text}”").format(text=cut(clean_line(self._view.board.notes[near.id].text), TEXT_CHARS))
        same = _("Says nearly the same") if near.is_double else ""
        why = _(" · ").join(one for one in (same, near.reason) if one)
        self._tell(near.id, heading, f"{text}\n{why}" if why else text, self._deeds())
        self._finding.see(near.id)

    # what can be done then

    def _deeds(self) -> list[Deed]:
        deeds = []
        if len(self._found) > 1:
            deeds = [
                Deed(_("Next"), "C", _NEXT, lambda: self._go_to(self._at + 1)),
                Deed(_("Previous"), "Shift+C", _BACK, lambda: self._go_to(self._at - 1)),
            ]
        choose = Deed(_("Select all of them"), "Enter", _CHOOSING, self._choose)
        return [*deeds, choose, self._close()]

    def _close(self) -> Deed:
        return Deed(_("Close"), "Esc", _CLOSING, self._leave)

    def _choose(self) -> None:
        """The note and all that are like it are selected: the next key may make a group of them."""
        ids = [self._of, *(near.id for near in self._found)]
        self._bar.leave()
        self._view.board.select(ids)
        self._view.reveal_unseen(ids)

    def _leave(self) -> None:
        """Back to the note that was asked about."""
        of = self._of
        self._bar.leave()
        self._finding.see(of)

    def _end(self) -> None:
        self._stop()
        self._found = ()
        self._view.board.highlight(None)
        self._ended()
