"""What the board shows: only what an edit touched changes, and hostile text is only text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from models.edits.arranging import arrange
from models.edits.change import Edit, applied
from models.edits.clusters import dissolve_cluster, group_notes, merge_clusters
from models.edits.notes import add_notes, move_notes, set_note_text
from models.edits.room import set_down
from models.edits.voting import close_votes, set_dots
from models.layout import NOTE_HEIGHT, NOTE_WIDTH, island_around, overlap, paper_of_all
from models.workshop import Workshop
from tests.ui.board.conftest import Board
from ui.board.glyphs import line_count, paragraph
from ui.board.looks import NEAR, PAPER, TEXT_LINES, TEXT_WIDTH
from ui.board.papers import Papers
from ui.board.scene import BoardScene
from ui.theme import font

HOSTILE = [
    "あ" * 5_000,
    "<b>太字</b> & <img src=/etc/passwd>",
    "👩‍👩‍👧‍👦" * 40,
    "\n".join(f"{number}行目" for number in range(200)),
    "שלום עולם مرحبا بالعالم",
    "葛󠄀城と﨑と𠮷野家",
    "a" * 300,
    "é" * 100,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_note_paints_nothing_outside_itself_when_its_text_is_hostile(board: Board, text: str) -> None:
    board.add(text)
    [note] = board.workshop.notes.values()
    image = painted(board, note.id)
    inside = QRectF(20.0, 20.0, NOTE_WIDTH, NOTE_HEIGHT).adjusted(-1, -1, 1, 1).toRect()
    for x in range(image.width()):
        for y in range(image.height()):
            if not inside.contains(x, y):
                assert image.pixelColor(x, y).alpha() == 0


def painted(board: Board, note_id: str) -> QImage:
    """The note at 100 %, with 20 px around it."""
    scene = board.screen.board
    x, y = scene.place(note_id)
    image = QImage(int(NOTE_WIDTH) + 40, int(NOTE_HEIGHT) + 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.translate(20.0 - x, 20.0 - y)
    Papers(scene.looks).paint(painter, scene.placed([note_id]), 1.0)
    painter.end()
    return image


def test_markup_is_shown_as_written_when_a_note_holds_it(board: Board) -> None:
    plain, marked = board.add("太字", "<b>太字</b>")
    assert painted(board, plain) != painted(board, marked)
    assert glyph_count("<b>太字</b>") == len("<b>太字</b>")


def glyph_count(text: str) -> int:
    runs = paragraph(text, font(16), TEXT_WIDTH, TEXT_LINES, 20.5)
    return sum(len(run.glyphIndexes()) for run in runs)


def last_glyph(text: str) -> int:
    runs = paragraph(text, font(16), TEXT_WIDTH, TEXT_LINES, 20.5)
    return runs[-1].glyphIndexes()[-1]


@pytest.mark.usefixtures("qapp")
def test_a_text_ends_in_an_ellipsis_when_it_does_not_fit() -> None:
    whole = glyph_count("あ" * 44)
    cut_off = glyph_count("あ" * 400)
    assert whole == 44
    assert last_glyph("あ" * 44) == last_glyph("あ")
    assert last_glyph("あ" * 45) == last_glyph("…")
    assert 40 <= cut_off <= 48
    assert glyph_count("あ" * 400) == glyph_count("あ" * 4_000)


@pytest.mark.usefixtures("qapp")
def test_lines_are_counted_when_text_wraps() -> None:
    assert [line_count("あ" * count, font(16), TEXT_WIDTH) for count in (1, 11, 12, 22, 60)] == [1, 1, 2, 2, 3]


def test_only_what_an_edit_touched_is_painted_again_when_it_is_followed(board: Board) -> None:
    first, second = board.add("印刷", "照会")
    told: list[list[QRectF] | None] = []
    board.screen.board.touched.connect(told.append)
    assert board.live.apply(set_note_text(board.workshop, first, "印刷が多い"))
    areas = [area for one in told for area in one or []]
    assert areas
    assert None not in told
    other = PAPER.translated(*board.screen.board.place(second))
    assert all(area.contains(PAPER.translated(*board.screen.board.place(first))) for area in areas)
    assert not any(area.intersects(other) for area in areas)


def corners(rect: QRectF) -> tuple[float, ...]:
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def shown(scene: BoardScene) -> tuple[object, ...]:
    """All that is to be seen, as plain values."""
    notes = {i: (note, scene.place(i)) for i, note in scene.notes.items()}
    islands = {i: (one.cluster, corners(one.rect), one.tail_words()) for i, one in scene.islands.items()}
    return notes, islands


def test_the_board_is_as_if_made_anew_when_edits_were_followed_and_undone(board: Board) -> None:
    board.add("印刷", "照会", "会議", "研修", "旅費")
    first = board.group("印刷", "照会", title="紙")
    second = board.group("会議", "研修", title="集まり")
    steps: tuple[Callable[[], Edit], ...] = (
        lambda: move_notes(board.workshop, {board.note("旅費").id: (900.0, 700.0)}),
        lambda: merge_clusters(board.workshop, [first, second]),
        lambda: arrange(board.workshop),
        lambda: dissolve_cluster(board.workshop, first),
    )
    for step in steps:
        assert board.live.apply(step())
        assert as_followed(board) == shown(BoardScene(board.workshop))
    while board.live.undo_kind():
        assert board.live.undo()
        assert as_followed(board) == shown(BoardScene(board.workshop))
    assert not board.screen.board.notes


def as_followed(board: Board) -> tuple[object, ...]:
    """What is to be seen once nothing glides any more."""
    board.screen.board.rest()
    return shown(board.screen.board)


def test_dots_are_secret_until_the_vote_is_closed_when_they_are_counted(board: Board) -> None:
    board.add("印刷", "照会")
    cluster = board.group("印刷", "照会")
    assert board.live.apply(set_dots(board.workshop, cluster, 12))
    island = board.screen.board.islands[cluster]
    assert island.tail_words() == "2枚"
    assert board.live.apply(close_votes(board.workshop))
    assert island.tail_words() == "12票・2枚"


def test_hidden_notes_are_marked_when_the_room_writes_in_silence(board: Board) -> None:
    board.screen.edits.hide_new()
    [hidden] = board.add("印刷")
    marked = painted(board, hidden)
    board.screen.edits.reveal()
    assert painted(board, hidden) != marked


def test_everything_is_in_sight_when_the_board_is_fitted(board: Board) -> None:
    board.add(*(f"付箋{number}" for number in range(900)))
    board.view.zoom_to_fit()
    sight = board.view.mapToScene(board.view.viewport().rect()).boundingRect()
    assert sight.contains(board.screen.board.content())
    assert board.view.zoom < NEAR


def test_notes_are_in_sight_when_the_screen_comes_to_the_front_again(board: Board) -> None:
    board.add("印刷")
    board.view.centerOn(3_000.0, 3_000.0)
    board.add(*(f"付箋{number}" for number in range(400)))
    board.view.verticalScrollBar().setValue(board.view.verticalScrollBar().maximum())
    assert not board.view.sees_something()
    board.screen.shown()
    assert board.view.sees_something()


def test_nothing_is_greater_than_life_when_one_note_is_fitted(board: Board) -> None:
    board.add("印刷")
    board.view.zoom_to_fit()
    assert board.view.zoom == 1.0


def test_a_grown_group_goes_where_there_is_room_when_it_would_cover_others(fresh: Workshop) -> None:
    workshop = applied(fresh, add_notes(fresh, [f"付箋{number}" for number in range(16)]).changes)
    ids = [note.id for note in workshop.ordered_notes()]
    edit = set_down(workshop, group_notes(workshop, [ids[9], ids[3]]))
    after = applied(workshop, edit.changes)
    [cluster] = after.clusters
    box = island_around(paper_of_all(after.members(cluster)))
    others = [note for note in after.notes.values() if note.cluster_id is None]
    assert not any(overlap(box, (note.x, note.y, note.x + NOTE_WIDTH, note.y + NOTE_HEIGHT)) for note in others)
    assert {note.id for note in others} == {i for i in ids if i not in (ids[9], ids[3])}
    assert all((workshop.notes[note.id].x, workshop.notes[note.id].y) == (note.x, note.y) for note in others)
