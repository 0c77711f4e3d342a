"""The lanes of the 班 on the board: where each one's notes come to lie until all are brought together."""

from collections import Counter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from models.language import gettext as _
from models.layout import LANE_HEAD, lane_box
from models.workshop import Workshop
from ui import theme
from ui.board.glyphs import Glyphs, draw, single_line
from ui.board.looks import Looks
from ui.team_names import team_name

SIZES = (22, 28, 36, 45, 57)
LEAST_SEEN = 16.0
"""Px on the screen that a lane's number does not fall below, as far as its head has room."""


def team_word(team: int) -> str:
    """What a 班 is called; 0 is everybody."""
    return team_name(team) if team else _("Everybody")


class Lane:
    """A strip with the number of its 班 and how many notes it has; `chosen` while new notes come into it."""

    def __init__(self, team: int, looks: Looks) -> None:
        self.team = team
        self.rect = QRectF()
        self.chosen = False
        self._count = 0
        self._looks = looks
        self._words: tuple[int, Glyphs] | None = None

    def become(self, rect: QRectF, count: int, *, chosen: bool) -> bool:
        """Lie where the notes are now. Returns whether it looks different from before."""
        shown = self.rect, self._count, self.chosen
        self.rect, self._count, self.chosen, self._words = rect, count, chosen, None
        return shown != (rect, count, chosen)

    def words(self) -> str:
        """The 班 and its notes."""
        return _("{team}: {count} notes").format(team=team_word(self.team), count=self._count)

    def paint(self, painter: QPainter, zoom: float) -> None:
        """Paint the strip and its head."""
        looks = self._looks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(looks.chosen if self.chosen else looks.island)
        painter.setBrush(looks.target_fill if self.chosen else looks.head_fill)
        painter.drawRoundedRect(self.rect, theme.RADIUS, theme.RADIUS)
        size = next((size for size in SIZES if size * zoom >= LEAST_SEEN), SIZES[-1])
        if self._words is None or size != self._words[0]:
            self._words = size, single_line(self.words(), theme.font(size, bold=True), self.rect.width() - 32.0)[0]
        painter.setPen(looks.key if self.chosen else looks.text)
        draw(painter, QPointF(self.rect.x() + 16.0, self.rect.y() + (LANE_HEAD - size) / 2.0), self._words[1])


class Lanes:
    """The lanes of a board: there while a 班 is chosen, or has notes that are not brought together."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._chosen = 0
        self.lanes: dict[int, Lane] = {}

    @property
    def shown(self) -> bool:
        """Whether there are any, or a 班 is chosen that will have one."""
        return bool(self.lanes) or self._chosen > 0

    def choose(self, team: int) -> None:
        """New notes come into the lane of this 班; 0 for none. `follow` shows it."""
        self._chosen = team

    def follow(self, workshop: Workshop) -> bool:
        """Lie around the notes as they are now. Returns whether anything looks different from before."""
        own = [note for note in workshop.notes.values() if note.team]
        counts = Counter(note.team for note in own)
        teams = max([workshop.details.teams, *counts]) if own or self._chosen else 0
        gone = [team for team in self.lanes if team > teams]
        for team in gone:
            del self.lanes[team]
        changed = bool(gone)
        for team in range(1, teams + 1):
            left, top, right, bottom = lane_box(own, team, workshop.details.teams)
            rect = QRectF(left, top, right - left, bottom - top)
            lane = self.lanes.setdefault(team, Lane(team, self._looks))
            changed |= lane.become(rect, counts[team], chosen=team == self._chosen)
        return changed

    def rect(self) -> QRectF:
        """All lanes; empty for none."""
        rect = QRectF()
        for lane in self.lanes.values():
            rect |= lane.rect
        return rect
