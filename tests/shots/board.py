"""The board in all its states, and how it came to be."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QCursor

from models.board import Note, NoteKind
from models.edits.arranging import arrange
from models.edits.change import applied, new_id
from models.edits.notes import add_notes
from models.edits.stacking import unstack_cluster
from models.workshop import Workshop, WorkshopFormat
from tests.shots.stage import ALL_SIZES, Picture, Stage, close_what_is_over, wait_for
from ui.board.proposal_model import Kind
from ui.board.screen import BoardScreen
from ui.screens import BOARD, REPLAY

KAIGI = WorkshopFormat.KAIGI
MANY = 24
"""So many times the groups of the demonstration make a board that is seen from afar."""


def scenes(stage: Stage) -> Iterator[Picture]:
    """From the empty board to the one that is finished, then its past."""
    whole = stage.demonstration(KAIGI)
    stage.open_copy(replace(_ungrouped(whole), notes={}), BOARD)
    yield Picture("board-empty", sizes=ALL_SIZES)
    stage.open_copy(_in_teams(whole), BOARD)
    yield Picture("board-teams", lambda: _of(stage).entry.teams.go_to(2), sizes=ALL_SIZES)
    yield from _grouping(stage, whole)
    yield from _finished(stage)
    yield from _with_tools(stage)
    stage.open_copy(_many(whole), BOARD)
    yield Picture("board-many", lambda: _of(stage).view.zoom_to_fit(), sizes=ALL_SIZES)
    yield Picture("board-many-nearer", lambda: _of(stage).view.zoom_to(0.25))
    yield from _past(stage)


def _of(stage: Stage) -> BoardScreen:
    screen = stage.window.made(BOARD)
    assert isinstance(screen, BoardScreen)
    return screen


def _grouping(stage: Stage, whole: Workshop) -> Iterator[Picture]:
    """Notes as they come in, what is doubled, and a suggestion."""
    stage.open_copy(_ungrouped(whole), BOARD)
    screen = _of(stage)
    yield Picture("board-notes", screen.view.zoom_to_fit, sizes=ALL_SIZES)
    screen.suggest()
    wait_for(lambda: screen.panel.work is None)
    yield Picture("board-suggestion", sizes=ALL_SIZES)
    yield Picture("board-suggestion-reason", lambda: _look_at_weak(screen), sizes=ALL_SIZES)
    yield Picture("board-suggestion-fine", lambda: _go_finer(screen), sizes=ALL_SIZES)
    screen.panel.leave()
    screen.entry.entered.emit("会議室の予約が取れず、何人にも聞いて回る", NoteKind.TROUBLE)
    yield Picture("board-double", sizes=ALL_SIZES)


def _look_at_weak(screen: BoardScreen) -> None:
    """The cursor on a note that is weak, or else on the first there is."""
    tree, draft = screen.panel.tree, screen.panel.draft
    assert draft is not None
    tree.go_to(tree.next_weak() or next(iter(draft.homes)))
    tree.setFocus()
    wait_for(lambda: tree.rows.is_settled)


def _go_finer(screen: BoardScreen) -> None:
    """Two steps finer than proposed, with what belongs together shown."""
    panel = screen.panel
    assert panel.draft is not None
    panel.grain.slider.setValue(panel.draft.suggestion.best + 2)
    panel.grain.slider.setFocus()
    panel.tree.expand(panel.tree.rows.find(Kind.FAMILIES.value))
    panel.tree.scrollToTop()
    wait_for(lambda: panel.tree.rows.is_settled)


def _finished(stage: Stage) -> Iterator[Picture]:
    """The board at the end of the meeting, as a whole and near."""
    stage.open(KAIGI, BOARD)
    screen = _of(stage)
    view, search = screen.view, screen.toolbar.search
    yield Picture("board", view.zoom_to_fit, sizes=ALL_SIZES)
    yield Picture("board-far", lambda: view.zoom_to(0.18), view.zoom_to_fit)
    yield Picture("board-map", lambda: _look_at(screen, "手順が人の頭の中にあり、休まれると止まる"), view.zoom_to_fit)
    yield Picture("board-search", lambda: search.line.setText("照会"), sizes=ALL_SIZES)
    yield Picture("board-found", lambda: search.go_on(1), view.zoom_to_fit)
    search.line.clear()


def _look_at(screen: BoardScreen, title: str) -> None:
    """Groups with this title at 100 %."""
    view = screen.view
    view.zoom_to(1.0)
    island = next(one for one in screen.board.islands.values() if one.cluster.title == title)
    view.centerOn(island.rect.center())


def _notes_of(screen: BoardScreen, title: str) -> list[str]:
    cluster = next(one for one in screen.edits.workshop.clusters.values() if one.title == title)
    return [note.id for note in screen.edits.workshop.members(cluster.id)]


def _with_tools(stage: Stage) -> Iterator[Picture]:
    """What is selected, and what one can do with it."""
    stage.open_copy(stage.demonstration(KAIGI), BOARD)
    screen = _of(stage)
    view, do = screen.view, screen.view.commands
    phone, files = "電話の取次ぎで、考える仕事が細切れになる", "どれが最新のファイルか、開くまで分からない"

    def select(count: int = 2) -> None:
        _look_at(screen, phone)
        screen.board.select(_notes_of(screen, phone)[:count])
        view.go_to(_notes_of(screen, phone)[0])

    def edit() -> None:
        select(1)
        do.edit()

    def edit_title() -> None:
        select(1)
        do.edit_title()

    def ask_group() -> None:
        select()
        do.ask_group()

    def open_menu() -> None:
        select()
        _open_menu(screen)

    def look_whole() -> None:
        do.clear()
        view.zoom_to_fit()

    yield Picture("board-selection", select, sizes=ALL_SIZES)
    yield Picture("board-menu", open_menu, close_what_is_over, ALL_SIZES)
    yield Picture("board-picker", ask_group, screen.picker.leave, ALL_SIZES)
    yield Picture("board-editor", edit, screen.editing.close, ALL_SIZES)
    yield Picture("board-title", edit_title, screen.editing.close)
    yield Picture("board-drop", lambda: _drop(screen, phone, files), close_what_is_over)
    look_whole()
    yield Picture("board-arrow", lambda: _choose_arrow(screen), do.arrows.leave, ALL_SIZES)
    yield Picture("board-outline", screen.read, screen.outline.leave, ALL_SIZES)
    yield Picture("board-keys", view.keys_asked.emit, close_what_is_over, ALL_SIZES)


def _open_menu(screen: BoardScreen) -> None:
    viewport = screen.view.viewport()
    screen.view.menu.emit(viewport.mapToGlobal(viewport.rect().center()))


def _drop(screen: BoardScreen, dropped: str, on: str) -> None:
    """A whole group was dropped on another."""
    clusters = {one.title: one.id for one in screen.edits.workshop.clusters.values()}
    _look_at(screen, on)
    target = screen.board.islands[clusters[on]].rect
    source = screen.board.islands[clusters[dropped]].rect
    by = target.topLeft() - source.topLeft()
    notes = screen.edits.workshop.members(clusters[dropped])
    places = {note.id: (note.x + by.x() + 60, note.y + by.y() + 40) for note in notes}
    QCursor.setPos(screen.view.viewport().mapToGlobal(screen.view.mapFromScene(target.center())))
    screen.board.lift({note.id: (note.x, note.y) for note in notes}, [clusters[dropped]])
    screen.board.move_lifted(places)
    screen.view.groups_dropped.emit([clusters[dropped]], clusters[on], places)


def _choose_arrow(screen: BoardScreen) -> None:
    screen.view.zoom_to_fit()
    screen.view.commands.arrows.choose(screen.edits.workshop.ordered_relations()[0].id)


def _past(stage: Stage) -> Iterator[Picture]:
    """The replay: while groups are made, and at its end."""
    stage.open(KAIGI, REPLAY)
    screen = stage.window.made(REPLAY)
    wait_for(lambda: screen.replay is not None)
    kinds = [moment.kind for moment in screen.replay.moments]
    yield Picture("replay", lambda: screen.go_to(len(kinds)), sizes=ALL_SIZES)
    yield Picture("replay-grouping", lambda: screen.go_to(kinds.index("notes_grouped") + 4), sizes=ALL_SIZES)
    yield Picture("replay-beginning", lambda: screen.go_to(0))
    screen.leave()


# workshops made for a drawing


def _ungrouped(workshop: Workshop) -> Workshop:
    """As it was before anything was brought together."""
    troubles = [note.text for note in workshop.ordered_notes() if note.kind is NoteKind.TROUBLE]
    details = replace(workshop.details, votes_closed=False)
    bare = replace(workshop, notes={}, clusters={}, families={}, relations={}, payoffs={}, votes={}, decisions={},
                   actions={}, cases={}, details=details)  # fmt: skip
    return applied(bare, add_notes(bare, troubles).changes)


def _in_teams(workshop: Workshop) -> Workshop:
    """While the notes of three 班 are being typed in."""
    bare = _ungrouped(workshop)
    texts = [note.text for note in bare.ordered_notes()]
    empty = replace(bare, notes={}, details=replace(bare.details, silent=True))
    for team, share in enumerate((texts[:9], texts[9:14], texts[14:26]), start=1):
        empty = applied(empty, add_notes(empty, share, team=team).changes)
    return empty


def _many(workshop: Workshop) -> Workshop:
    """The groups many times over, in rows."""
    for cluster in workshop.clusters.values():
        workshop = applied(workshop, unstack_cluster(workshop, cluster.id).changes)
    clusters, notes = dict(workshop.clusters), dict(workshop.notes)
    for _ in range(MANY):
        for cluster in workshop.ordered_clusters():
            copy = replace(cluster, id=new_id(), order=float(len(clusters) + 1), family_id=None)
            clusters[copy.id] = copy
            notes.update(_copies(workshop, cluster.id, copy.id, len(notes)))
    notes = {i: replace(note, locked=False) for i, note in notes.items()}
    several = replace(workshop, clusters=clusters, notes=notes, relations={}, payoffs={}, votes={})
    return applied(several, arrange(several).changes)


def _copies(workshop: Workshop, cluster_id: str, copy_id: str, count: int) -> dict[str, Note]:
    members = enumerate(workshop.members(cluster_id), start=count + 1)
    copies = [
        replace(note, id=new_id(), order=float(order), cluster_id=copy_id, locked=False) for order, note in members
    ]
    return {note.id: note for note in copies}
