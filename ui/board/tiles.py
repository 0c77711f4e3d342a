"""The board as pictures: what was painted once is kept in tiles, and only what changed is painted again.

A *sheet* is the board at one zoom, cut into square tiles. Three are kept: the one in sight, the last one that was whole
(scaled, it stands in while a new zoom is being painted), and a small one of everything, which serves the far view of
places that were never painted, and the map. A frame paints new tiles for a few milliseconds at most and leaves the
others to the next; so a step of a zoom costs the same whatever lies on the board.
"""

from collections.abc import Callable, Iterable, Iterator
from math import ceil, floor, log2, sqrt
from time import perf_counter

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.theme import GROUND

TILE = 256
"""Px, before the screen's own scaling; whole at 100, 125, 150 and 175 %."""
WHOLE_PIXELS = 800_000
"""The sheet of everything has about so many."""
BEYOND = 16.0
"""What is to be seen from afar is larger than it is: by at most so many px it reaches beyond its place on the board."""
MOST_SPARE = 1.8
"""So many tiles are kept for each one in sight."""

Cell = tuple[int, int]
Paint = Callable[[QPainter, QRectF, float], None]
"""Paints the part of the board in a rectangle (board units) for a zoom; the painter's units are the board's."""


def _cells(area: QRectF) -> Iterator[Cell]:
    """The cells of the grid of tiles that an area (px of the sheet) touches."""
    for row in range(floor(area.top() / TILE), ceil(area.bottom() / TILE)):
        for column in range(floor(area.left() / TILE), ceil(area.right() / TILE)):
            yield column, row


def _scaled(area: QRectF, by: float) -> QRectF:
    return QRectF(area.x() * by, area.y() * by, area.width() * by, area.height() * by)


class Sheet:
    """The board at one zoom. `stale` has the parts of tiles that are no longer true (px of the sheet)."""

    def __init__(self, zoom: float, ratio: float, paint: Paint) -> None:
        self.zoom, self.ratio = zoom, ratio
        self.tiles: dict[Cell, QPixmap] = {}
        self.stale: dict[Cell, QRectF] = {}
        self._paint = paint

    def is_ready(self, cell: Cell) -> bool:
        """Whether a tile is there and true."""
        return cell in self.tiles and cell not in self.stale

    def touch(self, area: QRectF) -> None:
        """What lies in an area (board units) changed."""
        grown = _scaled(area, self.zoom).adjusted(-BEYOND, -BEYOND, BEYOND, BEYOND)
        if (grown.width() / TILE + 1) * (grown.height() / TILE + 1) > len(self.tiles):
            cells: Iterable[Cell] = [cell for cell in self.tiles if _square(cell).intersects(grown)]
        else:
            cells = (cell for cell in _cells(grown) if cell in self.tiles)
        for cell in cells:
            part = grown & _square(cell)
            self.stale[cell] = self.stale[cell] | part if cell in self.stale else part

    def touch_all(self) -> None:
        """Everything changed."""
        self.stale = {cell: _square(cell) for cell in self.tiles}

    def draw(self, cell: Cell) -> None:
        """Paint a tile that is missing, or the part of it that is stale."""
        tile = self.tiles.get(cell)
        part = self.stale.pop(cell, None) if tile is not None else None
        square = _square(cell)
        if tile is None:
            side = round(TILE * self.ratio)
            tile = self.tiles[cell] = QPixmap(side, side)
            tile.setDevicePixelRatio(self.ratio)
            tile.fill(QColor(GROUND))
            part = square
        assert part is not None
        part = QRectF(part.toAlignedRect()) & square
        painter = QPainter(tile)
        painter.translate(-square.x(), -square.y())
        painter.setClipRect(part)
        painter.fillRect(part, QColor(GROUND))
        painter.scale(self.zoom, self.zoom)
        self._paint(painter, _scaled(part, 1.0 / self.zoom), self.zoom)
        painter.end()

    def show_scaled(self, painter: QPainter, area: QRectF, zoom: float) -> None:
        """Show what there is of an area (px at `zoom`) as this sheet has it; the painter's units are px at `zoom`."""
        by = zoom / self.zoom
        own = _scaled(area, 1.0 / by)
        if (own.width() / TILE + 1) * (own.height() / TILE + 1) > len(self.tiles):
            cells: Iterable[Cell] = list(self.tiles)
        else:
            cells = _cells(own)
        for cell in cells:
            tile = self.tiles.get(cell)
            part = (_square(cell) & own).toAlignedRect() if tile is not None else QRect()
            if tile is not None and not part.isEmpty():
                source = _scaled(QRectF(part).translated(-_square(cell).topLeft()), self.ratio)
                painter.drawPixmap(_scaled(QRectF(part), by), tile, source)

    def extent(self) -> QRectF:
        """The rectangle (px of the sheet) around all tiles."""
        return _around(self.tiles)

    def forget_beyond(self, kept: QRectF) -> None:
        """Let go of the tiles outside an area (px of the sheet)."""
        for cell in [cell for cell in self.tiles if not _square(cell).intersects(kept)]:
            del self.tiles[cell]
            self.stale.pop(cell, None)


def _square(cell: Cell) -> QRectF:
    return QRectF(cell[0] * TILE, cell[1] * TILE, TILE, TILE)


class Tiles:
    """The sheets of one board. `paint` paints any part of it, at any zoom."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._sheet: Sheet | None = None
        self._under: Sheet | None = None
        self._whole: Sheet | None = None
        self._settled = False
        self._drawn_of_whole = 0

    def touch(self, areas: Iterable[QRectF] | None) -> None:
        """What lies in these areas (board units) changed; None for everything."""
        sheets = [sheet for sheet in (self._sheet, self._under, self._whole) if sheet is not None]
        for sheet in sheets:
            if areas is None:
                sheet.touch_all()
            else:
                for area in areas:
                    sheet.touch(area)

    # a frame

    def show(self, painter: QPainter, exposed: QRect, origin: QPoint, zoom: float, budget: float | None) -> bool:
        """Show the board from `origin` (px at `zoom`) in `exposed` (px of the window).

        At most `budget` seconds go into painting tiles, when there is something to show in place of the others; None is
        for no limit. False when some are left for the next frame.
        """
        before = self._sheet
        sheet = self._sheet_for(zoom, painter.device().devicePixelRatioF())
        stepping = sheet is not before
        if stepping and budget is not None:
            budget = 0.0  # a step of a zoom is seldom the last: it is shown at once, and painted when it is
        area = QRectF(exposed.translated(origin))
        cells = list(_cells(area))
        missing = self._draw([cell for cell in cells if not sheet.is_ready(cell)], sheet, budget)
        painter.save()
        painter.translate(-origin)
        if missing:
            self._show_instead(painter, _around(missing) & area, zoom, smooth=not stepping)
        for cell in cells:
            tile = sheet.tiles.get(cell)
            if tile is not None:
                painter.drawPixmap(QPointF(cell[0] * TILE, cell[1] * TILE), tile)
        painter.restore()
        whole = not missing and not any(cell in sheet.stale for cell in cells)
        if whole:
            self._keep_only(sheet, area)
        return whole

    def _sheet_for(self, zoom: float, ratio: float) -> Sheet:
        if self._sheet is None or (self._sheet.zoom, self._sheet.ratio) != (zoom, ratio):
            if self._settled:
                self._under = self._sheet
            self._sheet, self._settled = Sheet(zoom, ratio, self._paint), False
        return self._sheet

    def _draw(self, cells: list[Cell], sheet: Sheet, budget: float | None) -> list[Cell]:
        """Paint cells until the time is over. Returns those of which there is nothing yet."""
        instead = self._under is not None or (self._whole is not None and bool(self._whole.tiles))
        until = perf_counter() + budget if budget is not None and instead else None
        for number, cell in enumerate(cells):
            if number and until is not None and perf_counter() > until:
                return [left for left in cells[number:] if left not in sheet.tiles]
            sheet.draw(cell)
        return []

    def _show_instead(self, painter: QPainter, area: QRectF, zoom: float, *, smooth: bool) -> None:
        """Other sheets stand in for what is not painted yet; `smooth` looks better and takes three times as long."""
        painter.save()
        painter.setClipRect(area)
        known = QRectF() if self._under is None else _scaled(self._under.extent(), zoom / self._under.zoom)
        if not known.contains(area):
            painter.fillRect(area, QColor(GROUND))
            if self._whole is not None:
                self._whole.show_scaled(painter, area, zoom)
        if self._under is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            self._under.show_scaled(painter, known & area, zoom)
        painter.restore()

    def _keep_only(self, sheet: Sheet, area: QRectF) -> None:
        """All in sight is true: what stood in is not needed, and of the tiles only those around."""
        self._settled = True
        self._under = None
        in_sight = (area.width() / TILE + 1) * (area.height() / TILE + 1)
        if len(sheet.tiles) > MOST_SPARE * in_sight + 16:
            sheet.forget_beyond(area.adjusted(-TILE, -TILE, TILE, TILE))

    # while nothing else is to be done

    def work_ahead(self, sight: QRect, origin: QPoint, content: QRectF) -> bool:
        """Paint one tile that may be wanted soon: of everything, or just outside the window. False when all is done."""
        if self._sheet is None:
            return False
        whole = self._whole_for(content, self._sheet.ratio)
        wanted = _cells(_scaled(content, whole.zoom))
        cell = next((cell for cell in wanted if not whole.is_ready(cell)), None)
        if cell is not None:
            whole.draw(cell)
            self._drawn_of_whole += 1
            return True
        around = QRectF(sight.translated(origin)).adjusted(-TILE, -TILE, TILE, TILE)
        around &= _scaled(content, self._sheet.zoom)
        cell = next((cell for cell in _cells(around) if not self._sheet.is_ready(cell)), None)
        if cell is not None:
            self._sheet.draw(cell)
        return cell is not None

    def _whole_for(self, content: QRectF, ratio: float) -> Sheet:
        """The sheet of everything, at a zoom that stays the same while the content grows a little."""
        fitting = sqrt(WHOLE_PIXELS / max(content.width() * content.height(), 1.0))
        zoom = min(0.25, 2.0 ** (floor(2.0 * log2(fitting)) / 2.0))
        if self._whole is None or (self._whole.zoom, self._whole.ratio) != (zoom, ratio):
            self._whole = Sheet(zoom, ratio, self._paint)
        return self._whole

    @property
    def whole_state(self) -> tuple[int, int]:
        """Changes whenever the small sheet of everything does."""
        return self._drawn_of_whole, 0 if self._whole is None else id(self._whole)

    def show_whole(self, painter: QPainter, zoom: float) -> None:
        """Show everything there is of the small sheet, at `zoom`; the painter's units are px at `zoom`."""
        if self._whole is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for cell in self._whole.tiles:
                self._whole.show_scaled(painter, _scaled(_square(cell), zoom / self._whole.zoom), zoom)


def _around(cells: Iterable[Cell]) -> QRectF:
    area = QRectF()
    for cell in cells:
        area |= _square(cell)
    return area
