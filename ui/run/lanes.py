"""Group work side by side: for each 班 what it does now and what is left of it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.agenda import TeamStep, step_at, steps_today
from models.language import gettext as _
from models.meeting import Meeting, clock_text
from models.workshop import Workshop
from ui.team_names import all_teams
from ui.theme import BODY, ERROR, HAIRLINE, KEY, SECOND_TEXT, SMALL, TEXT, WHITE, font

LANE = 44.0
"""The height of a lane, px."""
LEFT_WIDTH = 168.0
"""The room for what is done now and what is left of it, px."""
PAD = 8.0
DONE, NOW = "#d9e0ee", "#b8cdf8"


@dataclass(frozen=True, slots=True)
class Lane:
    """班 that take the same steps: `teams` are their numbers (none: every 班), `left` seconds, negative when late.

    `capped` says that the step is longer than what is left of the item: `left` are then the seconds to the item's end.
    """

    teams: tuple[int, ...]
    steps: tuple[TeamStep, ...]
    now: TeamStep
    left: float
    capped: bool = False

    @property
    def over(self) -> bool:
        """Whether even the last step's time is up."""
        return self.left < 0


def lanes(workshop: Workshop, meeting: Meeting) -> tuple[Lane, ...]:
    """What the 班 do in the current item; none where it has no steps. 班 with the same steps share a lane."""
    if meeting.item is None or meeting.index is None:
        return ()
    steps, item = workshop.team_steps.values(), meeting.item
    seconds = meeting.rows[meeting.index].seconds
    own = {step.team for step in steps if step.item_id == item.id and step.team}
    teams = sorted(own | set(range(1, workshop.details.teams + 1))) or [0]
    shared: dict[tuple[TeamStep, ...], list[int]] = {}
    for team in teams:
        shared.setdefault(tuple(steps_today(steps, item, team)), []).append(team)
    return tuple(_until(one, meeting.left) for one in _lanes(shared, seconds, len(teams)))


def _until(lane: Lane, end: float) -> Lane:
    """The lane with no more time than the item has: `end` seconds."""
    return replace(lane, left=end, capped=True) if 0 < end < lane.left else lane


def too_long(workshop: Workshop, meeting: Meeting) -> int:
    """The minutes by which the longest lane is longer than the current item; 0 where all fit."""
    longest = max((sum(step.minutes for step in one.steps) for one in lanes(workshop, meeting)), default=0)
    return max(0, math.ceil(longest - meeting.allowed / 60))


def _lanes(shared: dict[tuple[TeamStep, ...], list[int]], seconds: float, count: int) -> Iterator[Lane]:
    for steps, teams in shared.items():
        at = step_at(steps, seconds)
        if at is not None:
            yield Lane(() if len(teams) == count else tuple(teams), steps, *at)


def lane_name(lane: Lane) -> str:
    """Who is in a lane."""
    if not lane.teams:
        return all_teams()
    return _("Team {numbers}").format(numbers=_(", ").join(map(str, lane.teams)))


def lane_words(lane: Lane) -> str:
    """What is left of the step a lane is in."""
    rest = clock_text(lane.left)
    if lane.capped:
        return _("{rest} to the item's end").format(rest=rest)
    return (_("Time is up {rest}") if lane.over else _("{rest} left")).format(rest=rest)


class LaneBars(QWidget):
    """The lanes, each a bar to scale with what is over filled, and in words what is done now."""

    def __init__(self) -> None:
        super().__init__()
        self._lanes: tuple[Lane, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown_lanes(self) -> tuple[Lane, ...]:
        """What is painted."""
        return self._lanes

    def sizeHint(self) -> QSize:
        return QSize(400, int(LANE * len(self._lanes)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def show_lanes(self, shown: tuple[Lane, ...]) -> None:
        """Show what the 班 do now."""
        resized = len(shown) != len(self._lanes)
        changed = shown != self._lanes
        self._lanes = shown
        self.setVisible(bool(shown))
        if resized:
            self.updateGeometry()
        if changed:
            self.setAccessibleName("\n".join(f"{lane_name(one)}  {one.now.title}  {lane_words(one)}" for one in shown))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((sum(step.minutes for step in one.steps) for one in self._lanes), default=1)
        names = QFontMetricsF(font(BODY, bold=True))
        beside = max((names.horizontalAdvance(lane_name(one)) for one in self._lanes), default=0) + 2 * PAD
        for number, one in enumerate(self._lanes):
            place = QRectF(0, number * LANE, self.width(), LANE)
            _write(painter, lane_name(one), place, TEXT, BODY, bold=True)
            bar = place.adjusted(beside, PAD, -LEFT_WIDTH - PAD, -PAD)
            _paint_steps(painter, one, bar, bar.width() / max(1, longest))
            words = QRectF(place.right() - LEFT_WIDTH, place.top() + 2, LEFT_WIDTH, LANE / 2 - 2)
            _write(painter, one.now.title, words, TEXT, SMALL, bold=True)
            words.translate(0, LANE / 2 - 2)
            _write(painter, lane_words(one), words, ERROR if one.over else TEXT, SMALL, bold=one.over)


def _write(painter: QPainter, text: str, place: QRectF, colour: str, px: int, *, bold: bool) -> None:
    painter.setFont(font(px, bold=bold))
    painter.setPen(QColor(colour))
    cut = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)


def _paint_steps(painter: QPainter, lane: Lane, bar: QRectF, a_minute: float) -> None:
    left, over = bar.left(), True
    for step in lane.steps:
        now = step is lane.now
        over = over and not now
        place = QRectF(left, bar.top(), step.minutes * a_minute - 2, bar.height())
        _paint_step(painter, step, place, NOW if now else DONE if over else WHITE, now=now)
        left += step.minutes * a_minute


def _paint_step(painter: QPainter, step: TeamStep, place: QRectF, fill: str, *, now: bool) -> None:
    painter.setPen(QPen(QColor(KEY if now else HAIRLINE), 2 if now else 1))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(place, 4, 4)
    text = _("{title} {minutes} min").format(title=step.title, minutes=step.minutes)
    painter.setFont(font(SMALL, bold=now))
    painter.setPen(QColor(TEXT if now else SECOND_TEXT))
    inside = place.adjusted(4, 0, -4, 0)
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inside.width()))
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, cut)


def step_ended(before: Sequence[Lane], now: Sequence[Lane]) -> bool:
    """Whether a step's time ran out between two looks at the same item."""
    for old, new in zip(before, now, strict=False):
        same = old.steps == new.steps
        if same and (old.now.id != new.now.id or (new.over and not old.over)) and new.now in old.steps:
            return old.steps.index(old.now) <= new.steps.index(new.now)
    return False
