"""While groups are suggested: each note tells why it would be in its group, to the mouse at rest and to the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.language import gettext as _
from ui.board.hover import HoverTip
from ui.board.preview import Mark
from ui.board.proposal_model import group_words
from ui.board.reason_bar import Deed, ReasonBar
from ui.board.reasons import Reason
from ui.board.why_here import FREEING, KEEPING, MOVING

if TYPE_CHECKING:
    from ui.board.draft import Draft
    from ui.board.view import BoardView

Told = tuple[str, tuple[str, ...]]
"""A heading, and what is said below it, a sentence each."""


class Proposed(QObject):
    """Shows a preview on `view` and its reasons in `bar`; reasons are worked out only for what somebody looks at.

    `draft()` is what is previewed, and `judged()` hears that a note of it was put right from the board.
    """

    def __init__(
        self, view: BoardView, bar: ReasonBar, draft: Callable[[], Draft | None], judged: Callable[[], object]
    ) -> None:
        super().__init__(view)
        self._view, self._bar, self._draft, self._judged = view, bar, draft, judged
        self.tip = HoverTip(view, self._words)
        view.remark = self._words
        view.board.went_to.connect(self._follow)

    @property
    def is_on(self) -> bool:
        """Whether a preview is shown."""
        return self._view.board.preview.marks is not None

    def show(self, marks: Mapping[str, Mark] | None) -> None:
        """Mark the notes; None ends it."""
        was_told = self._bar.about is not None
        if (marks is not None) != self.is_on:
            self._bar.leave()
        self._view.board.show_preview(marks)
        self.tip.watch(on=marks is not None)
        if self.is_on and (was_told or self._view.hasFocus()):
            self._follow(self._view.board.current)

    def told(self, note_id: str) -> Told | None:
        """What is said of a note in the preview, if anything."""
        draft = self._draft() if self.is_on else None
        if draft is None or draft.is_left_out(note_id):
            return None
        if note_id in draft.homes:
            return _reason(draft, note_id)
        if note_id in draft.proposal.alone:
            return _("Stays alone"), (draft.said(note_id) or _("No group is near to what it says."),)
        return None

    def _words(self, note_id: str) -> str:
        told = self.told(note_id)
        return "" if told is None else "\n".join((told[0], *told[1]))

    def _follow(self, current: str | None) -> None:
        """The note with the cursor tells its reason; one of which there is none says nothing."""
        if not self.is_on:
            return
        told = None if current is None else self.told(current)
        if current is None or told is None:
            self._bar.leave()
        else:
            self._bar.tell(current, *told, self._deeds(current))

    # putting it right

    def _deeds(self, note_id: str) -> list[Deed]:
        draft = self._draft()
        if draft is None or note_id not in draft.homes:
            return []
        deeds = [Deed(_("Right here"), "K", KEEPING[-1:], lambda: self._judge(lambda: draft.keep([note_id])))]
        other = draft.next_best(*draft.homes[note_id])
        if other is not None:
            deeds.append(Deed(_("Move"), "M", MOVING, lambda: self._judge(lambda: draft.move([note_id], other.key))))
        freeing = FREEING[:1]
        deeds.append(Deed(_("Take it out"), "F", freeing, lambda: self._judge(lambda: draft.free([note_id]))))
        return deeds

    def _judge(self, act: Callable[[], object]) -> None:
        act()
        self._judged()


def _reason(draft: Draft, note_id: str) -> Told:
    group, member = draft.homes[note_id]
    other = draft.next_best(group, member)
    said, why = draft.said(note_id), draft.reason(group, member)
    reason = Reason(
        draft.title(group),
        _("{said} · {reason}").format(said=said, reason=why) if said else why,
        member.sureness,
        None if other is None else group_words(draft, other),
        draft.numbers[group.key],
    )
    return reason.heading(), reason.lines()
