"""The board painted: what lies on it in one pass from the ground up, and what is under way above it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from models.layout import NOTE_HEIGHT, NOTE_WIDTH
from ui.board.arrows import Arrow
from ui.board.island import Island
from ui.board.looks import NEAR, REACH
from ui.board.papers import Papers, Placed
from ui.board.scene import BoardScene
from ui.board.tiles import BEYOND

MOST_WITH_WORDS = 60
"""Of more notes under way at once only the paper is shown: words would hold the hand up."""


class Painting:
    """Paints a `BoardScene`; the painter's units are the board's."""

    def __init__(self, scene: BoardScene) -> None:
        self._scene = scene
        self._papers = Papers(scene.looks, scene.preview)

    def paint(self, painter: QPainter, area: QRectF, zoom: float) -> None:
        """Paint what lies in an area, for a zoom."""
        scene = self._scene
        grown = max(REACH, 2.0 / zoom)
        area = area.adjusted(-grown, -grown, grown, grown)
        for lane in scene.lanes.lanes.values():
            if lane.rect.intersects(area):
                lane.paint(painter, zoom)
        chosen = scene.chosen_frames
        for family_id, frame in scene.frames.items():
            if frame.rect.intersects(area) and family_id not in scene.lifted_families:
                frame.paint(painter, zoom, chosen=family_id in chosen)
        islands = self._islands(area)
        for island in islands:
            island.paint(painter, zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, zoom >= NEAR)
        self._paint_notes(painter, scene.lying(area), zoom, {i.cluster.id for i in islands if i.says_across(zoom)})
        for island in islands:
            island.paint_count(painter, zoom)
            island.paint_across(painter, zoom)
        beyond = BEYOND / zoom
        wide = area.adjusted(-beyond, -beyond, beyond, beyond)
        for arrow in scene.arrows.values():
            if not self._is_under_way(arrow) and arrow.reach().intersects(wide):
                arrow.paint(painter, zoom, chosen=arrow.relation.id == scene.chosen_arrow)

    def _islands(self, area: QRectF) -> list[Island]:
        """The islands in an area that are not under way, always in one order: they may overlap."""
        scene = self._scene
        found = scene.ground.islands_in(area.left(), area.top(), area.right(), area.bottom()) - scene.lifted_groups
        islands = [scene.islands[i] for i in found if i in scene.islands]
        return sorted(islands, key=lambda island: (island.cluster.order, island.cluster.id))

    def _paint_notes(self, painter: QPainter, placed: list[Placed], zoom: float, titled: set[str]) -> None:
        """Notes with their words, but for those across which the title of their group is written."""
        if titled and zoom >= NEAR:
            self._papers.paint_far(painter, [one for one in placed if one[0].cluster_id in titled])
            placed = [one for one in placed if one[0].cluster_id not in titled]
        self._paint_papers(painter, placed, zoom)

    def _paint_papers(self, painter: QPainter, placed: list[Placed], zoom: float) -> None:
        """Notes, and first the edges of those under a pile."""
        edges = self._scene.piles.edges
        edges = edges - {self._scene.drawn_out} if edges else edges
        if edges and zoom >= NEAR:
            self._papers.paint_edges(painter, [one for one in placed if one[0].id in edges])
            placed = [one for one in placed if one[0].id not in edges]
        self._papers.paint(painter, placed, zoom)

    def _is_under_way(self, arrow: Arrow) -> bool:
        """Whether one end is being moved; it is painted with what moves then."""
        scene = self._scene
        if not scene.lifted:
            return False
        ends = {arrow.relation.source_id, arrow.relation.target_id}
        families = {scene.islands[i].cluster.family_id for i in scene.lifted_groups if i in scene.islands}
        return bool(ends & (scene.lifted.keys() | scene.lifted_groups | families))

    def paint_under_way(self, painter: QPainter, area: QRectF, zoom: float) -> None:
        """Paint what is being moved, over the rest."""
        scene = self._scene
        if not scene.lifted:
            return
        for family_id in scene.lifted_families:
            if family_id in scene.frames:
                scene.frames[family_id].paint(painter, zoom)
        islands = [scene.islands[i] for i in scene.lifted_groups if i in scene.islands]
        for island in islands:
            island.paint(painter, zoom)
        left, top = area.left() - NOTE_WIDTH, area.top() - NOTE_HEIGHT
        right, bottom = area.right(), area.bottom()
        near = (i for i, (x, y) in scene.lifted.items() if left < x < right and top < y < bottom)
        seen = [i for i in near if i in scene.notes]
        placed = scene.placed(seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, zoom >= NEAR and len(placed) <= MOST_WITH_WORDS)
        if len(placed) > MOST_WITH_WORDS:
            self._papers.paint_far(painter, placed)
        else:
            self._paint_papers(painter, placed, zoom)
        for island in islands:
            island.paint_count(painter, zoom)
        for arrow in scene.arrows.values():
            if self._is_under_way(arrow):
                arrow.paint(painter, zoom)

    def paint_target(self, painter: QPainter, target: QRectF) -> None:
        """Show what would take in what is being moved."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._scene.looks.target)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(target.adjusted(1.0, 1.0, -1.0, -1.0), 6.0, 6.0)

    def paint_band(self, painter: QPainter, band: QRectF) -> None:
        """Paint a rubber band (px of the window)."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(band, self._scene.looks.band_fill)
        painter.setPen(self._scene.looks.band)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(band)
