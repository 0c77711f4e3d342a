"""What is kept in tiles is what would be painted anew, after any edits; and a frame keeps to its budget."""

from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from models.board import Cluster, Family, Note, NoteKind, Relation
from models.edits.change import Edit, applied, new_id, put
from models.edits.notes import add_notes
from models.workshop import Workshop
from tests.random_edits import undoable_edit
from ui.board.painting import Painting
from ui.board.scene import BoardScene
from ui.board.tiles import TILE, Tiles
from ui.theme import GROUND

SIGHT = QRect(0, 0, 900, 600)
ZOOMS = (1.0, 0.5, 0.35, 0.25, 0.1)


class Shown:
    """A scene with its tiles, as the window would show them from one corner."""

    def __init__(self, scene: BoardScene) -> None:
        self.scene = scene
        self.tiles = Tiles(Painting(scene).paint)
        self.whole = False
        scene.touched.connect(self.tiles.touch)

    def picture(self, zoom: float, at: QPoint, *, budget: float | None = None) -> QImage:
        image = QImage(SIGHT.size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self.whole = self.tiles.show(painter, SIGHT, at, zoom, budget)
        painter.end()
        return image


OF_THE_BOARD = (Note, Cluster, Family, Relation)


def _edits(workshop: Workshop, rng: Random) -> tuple[Workshop, Edit]:
    """One random edit of the board, and the workshop after it."""
    edit = undoable_edit(workshop, rng)
    while not edit.touches(*OF_THE_BOARD):
        edit = undoable_edit(workshop, rng)
    return applied(workshop, edit.changes), edit


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("seed", range(6))
def test_tiles_show_what_would_be_painted_anew_when_anything_was_edited(fresh: Workshop, seed: int) -> None:
    rng = Random(seed)
    workshop = applied(fresh, add_notes(fresh, [f"困りごと{n}" for n in range(30)], NoteKind.IDEA).changes)
    shown = Shown(BoardScene(workshop))
    zoom, at = ZOOMS[seed % len(ZOOMS)], QPoint(-80, -120)
    shown.picture(zoom, at)
    for step in range(120):
        workshop, edit = _edits(workshop, rng)
        shown.scene.follow(workshop, edit)
        if step % 5 == 0 and workshop.notes:
            shown.scene.select(rng.sample(sorted(workshop.notes), min(3, len(workshop.notes))))
            shown.scene.set_current(rng.choice(sorted(workshop.notes)))
        if step % 3 == 0:
            assert _alike(shown.picture(zoom, at), _anew(shown.scene, zoom, at)), (seed, step, edit.kind)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("zoom", ZOOMS)
def test_tiles_show_what_would_be_painted_anew_when_a_preview_changes(crowd: Workshop, zoom: float) -> None:
    rng, shown, at = Random(5), Shown(BoardScene(crowd)), QPoint(-40, -60)
    before = shown.picture(zoom, at)
    notes = sorted(crowd.notes)
    for _turn in range(6):
        marked = rng.sample(notes, 250)
        marks = {i: (1 + n % 12, ("#dcebc8", "#f6d9d2")[n % 2], n % 3 == 0) for n, i in enumerate(marked)}
        shown.scene.show_preview(marks)
        assert shown.picture(zoom, at) != before
        assert _alike(shown.picture(zoom, at), _anew(shown.scene, zoom, at))
        some = {**marks, **dict.fromkeys(rng.sample(notes, 9), (13, "#d5e3f0", False))}
        shown.scene.show_preview(some)
        assert _alike(shown.picture(zoom, at), _anew(shown.scene, zoom, at))
    shown.scene.show_preview(None)
    assert shown.picture(zoom, at) == before


def _alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same but for the edges of cut shapes, which may be a little smoother or rougher."""
    lines = ((_line(one, y), _line(other, y)) for y in range(one.height()))
    different = (zip(ours, theirs, strict=True) for ours, theirs in lines if ours != theirs)
    rough = sum(abs(a - b) > 16 for pairs in different for a, b in pairs)
    return rough <= 3 * 300


def _line(image: QImage, y: int) -> bytes:
    line: bytes = image.constScanLine(y)  # type: ignore[assignment]  # a memoryview, whatever the stubs say
    return bytes(line)


def _anew(scene: BoardScene, zoom: float, at: QPoint) -> QImage:
    return Shown(scene).picture(zoom, at)


@pytest.fixture
def crowd(fresh: Workshop) -> Workshop:
    """Three hundred notes, some in a group."""
    workshop = applied(fresh, add_notes(fresh, [f"困りごと{n}" for n in range(300)]).changes)
    return applied(workshop, put(workshop, "", Cluster(new_id(), 1.0, "紙")).changes)


@pytest.mark.usefixtures("qapp")
def test_a_frame_stops_painting_when_its_budget_is_spent(crowd: Workshop) -> None:
    shown = Shown(BoardScene(crowd))
    shown.picture(0.5, QPoint(0, 0))
    frames = 0
    while not shown.whole or not frames:
        shown.picture(0.6, QPoint(0, 0), budget=0.0)
        frames += 1
    tiles = (SIGHT.width() // TILE + 1) * (SIGHT.height() // TILE + 1)
    assert tiles // 2 <= frames <= tiles + 1
    assert shown.picture(0.6, QPoint(0, 0)) == _anew(shown.scene, 0.6, QPoint(0, 0))


@pytest.mark.usefixtures("qapp")
def test_another_sheet_stands_in_when_a_zoom_is_not_painted_yet(crowd: Workshop) -> None:
    shown = Shown(BoardScene(crowd))
    shown.picture(0.5, QPoint(0, 0))
    between = shown.picture(0.55, QPoint(0, 0), budget=0.0)
    empty = QImage(SIGHT.size(), QImage.Format.Format_RGB32)
    empty.fill(between.pixelColor(SIGHT.width() - 2, SIGHT.height() - 2))
    assert between != empty
    colours = {between.pixelColor(x, y).name() for x in range(0, 900, 9) for y in range(300, 600, 9)}
    assert len(colours) > 4  # notes are to be seen far from the one tile that was painted


@pytest.mark.usefixtures("qapp")
def test_all_is_painted_at_once_when_there_is_nothing_to_show_instead(crowd: Workshop) -> None:
    shown = Shown(BoardScene(crowd))
    shown.picture(0.5, QPoint(0, 0), budget=0.0)
    assert shown.whole


@pytest.mark.usefixtures("qapp")
def test_the_small_sheet_of_everything_follows_when_notes_move(crowd: Workshop) -> None:
    shown = Shown(BoardScene(crowd))
    shown.picture(0.5, QPoint(0, 0))
    _work(shown)
    before = _small(shown)
    note = crowd.ordered_notes()[0]
    edit = put(crowd, "notes_moved", _aside(crowd, note.id))
    shown.scene.follow(applied(crowd, edit.changes), edit)
    _work(shown)
    assert _small(shown) != before
    again = Shown(shown.scene)
    again.picture(0.5, QPoint(0, 0))
    _work(again)
    assert _small(shown) == _small(again)


def _aside(workshop: Workshop, note_id: str) -> Note:
    return replace(workshop.notes[note_id], x=900.0, y=700.0)


def _work(shown: Shown) -> None:
    while shown.tiles.work_ahead(SIGHT, QPoint(0, 0), shown.scene.content()):
        pass


def _small(shown: Shown) -> QImage:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    shown.tiles.show_whole(painter, 0.1)
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
def test_tiles_out_of_sight_are_let_go_when_one_wanders_far(crowd: Workshop) -> None:
    shown = Shown(BoardScene(crowd))
    for way in range(40):
        shown.picture(1.0, QPoint(way * 300, way * 200))
    assert shown.tiles._sheet is not None
    in_sight = (SIGHT.width() // TILE + 2) * (SIGHT.height() // TILE + 2)
    assert len(shown.tiles._sheet.tiles) <= 2 * in_sight + 16


@pytest.mark.usefixtures("qapp")
def test_lifted_notes_are_not_in_the_tiles_when_they_are_under_way(crowd: Workshop) -> None:
    shown = Shown(BoardScene(crowd))
    note = crowd.ordered_notes()[0]
    lying = shown.picture(1.0, QPoint(0, 0))
    shown.scene.lift({note.id: (note.x, note.y)})
    lifted = shown.picture(1.0, QPoint(0, 0))
    assert lifted != lying
    assert lifted == _anew(shown.scene, 1.0, QPoint(0, 0))
    shown.scene.put_down()
    assert shown.picture(1.0, QPoint(0, 0)) == lying


@pytest.mark.usefixtures("qapp")
def test_areas_are_told_in_board_units_when_something_changes(crowd: Workshop) -> None:
    scene = BoardScene(crowd)
    told: list[list[QRectF] | None] = []
    scene.touched.connect(told.append)
    note = crowd.ordered_notes()[5]
    scene.select([note.id])
    [[area]] = [one for one in told if one]
    assert area.contains(QRectF(note.x, note.y, 208.0, 112.0))
    assert area.width() < 240.0


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("zoom", [1.0, 0.1])
def test_no_seam_is_seen_when_the_screen_is_scaled(crowd: Workshop, ratio: float, zoom: float) -> None:
    scene, at = BoardScene(crowd), QPoint(-40, -60)
    tiled, whole = _blank(ratio), _blank(ratio)
    painter = QPainter(tiled)
    Tiles(Painting(scene).paint).show(painter, SIGHT, at, zoom, None)
    painter.end()
    painter = QPainter(whole)
    painter.translate(-at)
    painter.scale(zoom, zoom)
    seen = QRectF(at.x() / zoom, at.y() / zoom, SIGHT.width() / zoom, SIGHT.height() / zoom)
    painter.fillRect(seen, QColor(GROUND))
    Painting(scene).paint(painter, seen, zoom)
    painter.end()
    assert _alike(tiled, whole)


def _blank(ratio: float) -> QImage:
    image = QImage(SIGHT.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    return image
