"""A meeting that is started at another time than planned: the facilitator is asked whether the plan begins now."""

from datetime import datetime, timedelta

from models.edits.deciding import started_now
from models.language import gettext as _
from models.meeting import Meeting, Stage, local
from ui.live_document import LiveDocument
from ui.notice import Notice

AS_PLANNED = timedelta(minutes=30)
"""A meeting that is started nearer to its planned start than this is late, or early, and no other meeting."""


class StartOffer:
    """Offers, once the meeting has begun far from its planned start, to take that moment as the planned one."""

    def __init__(self, live: LiveDocument, notice: Notice) -> None:
        self._live, self._notice = live, notice

    def look(self, before: Meeting, now: Meeting) -> None:
        """See whether the meeting has begun between two looks at it, and when."""
        if before.stage is not Stage.BEFORE or now.stage is not Stage.RUNNING:
            return
        at = local(self._live.clock().utc)
        planned = self._live.workshop.starts
        if abs(at - planned) > AS_PLANNED or at.date() != planned.date():
            self._ask(planned, at)

    def _ask(self, planned: datetime, at: datetime) -> None:
        same_day = at.date() == planned.date()
        text = _("It was planned to begin at {planned}. Shall now ({now}) be its beginning?")
        self._notice.tell(
            text.format(
                planned=f"{planned:%H:%M}" if same_day else f"{planned.month}/{planned.day} {planned:%H:%M}",
                now=f"{at:%H:%M}",
            ),
            (_("Let it begin now"), lambda: self._begin(at)),
            look="warning",
        )

    def _begin(self, at: datetime) -> None:
        if self._live.apply(started_now(self._live.workshop, at)):
            self._notice.clear()
