"""The menu on the board: the same commands as keys and buttons, with their keys beside them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from models.board import NoteKind
from models.edits.arranging import Edge, Sorting
from models.language import gettext as _
from ui.board.kinds import kind_key, kind_word
from ui.board.view import BoardView


def add(menu: QMenu, words: str, key: str, act: Callable[[], object], *, usable: bool = True) -> None:
    """One line of a menu, its key at the right."""
    action = menu.addAction(words.replace("&", "&&") + (f"\t{key}" if key else ""))
    action.triggered.connect(lambda: act())
    action.setEnabled(usable)


def board_menu(view: BoardView) -> QMenu:
    """The menu for what is selected, or for the board itself."""
    if view.commands.arrows.chosen is not None:
        return view.commands.arrows.menu()
    menu = QMenu(view)
    if view.commands.count():
        _for_notes(menu, view)
        _for_groups(menu, view)
        menu.addSeparator()
        add(menu, _("Zoom to what is selected"), "Ctrl+8", view.commands.zoom_to_chosen)
        add_picture(menu, view)
        menu.addSeparator()
        add(menu, _("Delete"), "Delete", view.commands.delete)
    else:
        add(menu, _("Select all"), "Ctrl+A", view.commands.select_all, usable=bool(view.board.notes))
        menu.addMenu(sorting_menu(view, view.edits.tidy, menu))
        add_zoom(menu, view)
        menu.addSeparator()
        add_picture(menu, view)
        add_outline(menu, view)
        add_past(menu, view)
        add(menu, _("Keys of this screen"), "?", view.keys_asked.emit)
    return menu


def sorting_menu(view: BoardView, tidy: Callable[[Sorting], object], parent: QWidget) -> QMenu:
    """What comes first when the whole board is put in order. Votes only once they are closed: it would tell."""
    menu = QMenu(_("Tidy up"), parent)
    workshop = view.edits.workshop
    menu.setEnabled(bool(workshop.notes) and not view.board.lanes.lanes)
    words = {
        Sorting.ORDER: _("In the order of the groups"),
        Sorting.SIZE: _("The largest groups first"),
        Sorting.VOTES: _("The most dots first"),
    }
    for by, said in words.items():
        usable = by is not Sorting.VOTES or workshop.details.votes_closed
        add(menu, said, "", partial(tidy, by), usable=usable)
    return menu


def aligning_menu(view: BoardView, parent: QWidget) -> QMenu:
    """How the selected notes are put in line."""
    menu = QMenu(_("Line up"), parent)
    do = view.commands
    menu.setEnabled(do.count() > 1)
    add(menu, _("In a grid, as they are read"), "", do.tidy)
    menu.addSeparator()
    for edge, words in _edges().items():
        add(menu, words, "", partial(do.align, edge))
        if edge is Edge.RIGHT:
            menu.addSeparator()
    return menu


def _edges() -> dict[Edge, str]:
    return {
        Edge.LEFT: _("Left edges"),
        Edge.CENTRE: _("Middles, one below the other"),
        Edge.RIGHT: _("Right edges"),
        Edge.TOP: _("Upper edges"),
        Edge.MIDDLE: _("Middles, side by side"),
        Edge.BOTTOM: _("Lower edges"),
    }


def add_zoom(menu: QMenu, view: BoardView) -> None:
    """How near the board is looked at."""
    add(menu, _("See all"), "Ctrl+9", view.zoom_to_fit)
    add(menu, _("Zoom to what is selected"), "Ctrl+8", view.commands.zoom_to_chosen, usable=bool(view.commands.count()))
    add(menu, _("Show at 100 %"), "Ctrl+0", partial(view.zoom_to, 1.0))
    add(menu, _("Zoom in"), "Ctrl++", view.zoom_in)
    add(menu, _("Zoom out"), "Ctrl+-", view.zoom_out)


def add_picture(menu: QMenu, view: BoardView) -> None:
    """A picture of what is selected, or of everything."""
    add(menu, _("Make a picture…"), "", partial(_make_picture, view), usable=bool(view.edits.workshop.notes))


def add_past(menu: QMenu, view: BoardView) -> None:
    """The line that leads to how the board came to be."""
    add(menu, _("See how the board came to be"), "", view.past_asked.emit)


def add_outline(menu: QMenu, view: BoardView) -> None:
    """The line that leads to the board as text."""
    add(menu, _("Read as text"), "O", view.outline_asked.emit)


def _make_picture(view: BoardView) -> None:
    from ui.board.picture_dialog import open_picture_dialog

    open_picture_dialog(view, view.edits.workshop, view.commands.chosen())


def _for_notes(menu: QMenu, view: BoardView) -> None:
    do, count = view.commands, view.commands.count()
    add(menu, _("Edit the words"), "Enter", do.edit, usable=count == 1)
    add(menu, _("Split in two…"), "Ctrl+Shift+Enter", do.split, usable=count == 1)
    add(menu, _("Merge into one note"), "Shift+M", do.unite, usable=count > 1)
    add(menu, _("Copy beside it"), "Ctrl+D", do.duplicate)
    locked = do.are_locked()
    add(menu, _("Unlock") if locked else _("Lock"), "L", do.switch_lock)
    menu.addSeparator()
    kinds = menu.addMenu(_("Change the kind"))
    for kind in NoteKind:
        add(kinds, _("Make it: {kind}").format(kind=kind_word(kind)), kind_key(kind), partial(do.recolour, kind))
    add(menu, _("Into the parking lot"), kind_key(NoteKind.PARKED), partial(do.recolour, NoteKind.PARKED))
    menu.addMenu(aligning_menu(view, menu))
    menu.addSeparator()


def _for_groups(menu: QMenu, view: BoardView) -> None:
    do = view.commands
    groups = do.clusters()
    words = _("Split off as a new group") if groups else _("Make a group")
    add(menu, words, "G", do.group, usable=do.can_group())
    add(menu, _("Move to a group…"), "M", do.ask_group)
    if groups:
        add(menu, _("Take out of the group"), "Shift+G", do.free)
        add(menu, _("Change the title"), "T", do.edit_title)
        add(menu, _("Merge groups"), "Ctrl+M", do.merge, usable=len(groups) > 1)
        add(menu, _("Dissolve the group"), "X", do.dissolve)
        _for_groups_of_groups(menu, view)
    menu.addSeparator()
    connect = menu.addMenu(do.links.menu(menu))
    connect.setText(_("Connect") + "\tR")
    connect.setEnabled(do.links.can_ask())


def _for_groups_of_groups(menu: QMenu, view: BoardView) -> None:
    do = view.commands.groups
    menu.addSeparator()
    add(menu, _("Lay out the pile") if do.are_piles() else _("Stack into a pile"), "S", do.switch_piles)
    add(menu, _("Make a bigger group"), "B", do.grow, usable=do.can_grow())
    if do.families():
        add(menu, _("Take out of the bigger group"), "Shift+B", do.leave)
    if do.framed():
        add(menu, _("Dissolve the bigger group"), "X", do.dissolve)
