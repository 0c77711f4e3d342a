"""What the facilitator does to the meeting: the clock, moving on and back, a break, putting time right."""

from collections.abc import Callable

from models.edits import agenda, running
from models.language import gettext as _
from models.meeting import Meeting, Stage
from ui.live_document import LiveDocument
from ui.run.current_card import interrupted, previous


class Conduct:
    """Deeds as edits; `meeting` tells how the meeting stands. While its clock is in doubt only `correct` acts."""

    def __init__(self, live: LiveDocument, meeting: Callable[[], Meeting]) -> None:
        self._live = live
        self._meeting = meeting

    def start_or_pause(self) -> None:
        """Start the meeting, stop the clock, or let it go on."""
        if self._meeting().doubtful or self._meeting().stage in (Stage.ENDED, Stage.BETWEEN):
            return
        act = running.pause if self._meeting().stage is Stage.RUNNING else running.start
        self._live.apply(act(self._live.workshop, self._live.clock()))

    def next(self) -> None:
        """The room goes on to the next item; behind the last one the meeting is over. Does not start a meeting."""
        if self._meeting().index is not None and not self._meeting().doubtful:
            self._live.apply(running.next_item(self._live.workshop, self._live.clock()))

    def back(self) -> None:
        """The room goes back to the previous item, or after the end to the last one.

        From a break that was put in at once, it goes back to the item it came from.
        """
        item = interrupted(self._meeting()) or previous(self._meeting())
        if item is not None:
            self.go_to(item.id)

    def go_to(self, item_id: str) -> None:
        """The room goes to the item with this id; one that was left out is taken in again."""
        item = self._live.workshop.agenda.get(item_id)
        if item is None or self._meeting().doubtful:
            return
        if item.skipped and not self.leave_out(item_id, False):
            return
        self._live.apply(running.go_to(self._live.workshop, self._live.workshop.agenda[item_id], self._live.clock()))

    def leave_out(self, item_id: str, skipped: bool) -> bool:
        """Leave an item out today, or take it in again. False when it could not be saved."""
        return self._live.apply(agenda.skip_item(self._live.workshop, item_id, skipped))

    def put_in_break(self, minutes: int, at_once: bool) -> None:
        """A break behind the present item; `at_once` one before what is left of it, and the room goes there."""
        item = self._live.workshop.current_item()
        if item is None or self._meeting().doubtful:
            return
        before = self._live.workshop.agenda.keys()
        edit = agenda.add_break(self._live.workshop, _("Break"), minutes, item.id, before=at_once)
        if self._live.apply(edit) and at_once:
            self.go_to(next(iter(self._live.workshop.agenda.keys() - before)))

    def extend(self, minutes: int) -> None:
        """The current item gets more or less time."""
        if not self._meeting().doubtful:
            self._live.apply(running.extend(self._live.workshop, minutes))

    def start_over(self) -> None:
        """The meeting is as before its start, its agenda as planned: after a rehearsal."""
        if self._live.apply(agenda.as_planned(self._live.workshop)):
            self._live.apply(running.start_over(self._live.workshop))

    def counted(self) -> float:
        """Seconds that were recorded before the stretch nobody can vouch for."""
        item = self._meeting().item
        return 0.0 if item is None else self._live.workshop.timings[item.id].elapsed

    def correct(self, seconds: float) -> None:
        """The current item has run for `seconds`, as the facilitator says, and runs on."""
        self._live.apply(running.correct(self._live.workshop, seconds, self._live.clock()))

    def stood_still(self) -> None:
        """The current item ran no longer than was recorded, and its clock stands."""
        self.correct(self.counted())
        if not self._meeting().doubtful:  # else it could not be saved, and the question stands
            self._live.apply(running.pause(self._live.workshop, self._live.clock()))
