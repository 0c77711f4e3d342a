"""The menu on the board: the same commands as keys and buttons, with their keys beside them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from models.board import NoteKind
from models.edits.arranging import Edge, Sorting
from models.language import gettext as _
from ui.board.kinds import kind_key, kind_word
from ui.board.menu_lines import add, with_key
from ui.board.view import BoardView


def board_menu(view: BoardView) -> QMenu:
    """The menu for what is selected, or for the board itself. It fits into a window 480 px high."""
    if view.commands.arrows.chosen is not None:
        return view.commands.arrows.menu()
    menu = QMenu(view)
    if view.commands.count():
        _for_notes(menu, view)
        _for_groups(menu, view)
        menu.addSeparator()
        menu.addMenu(_looking_menu(view, menu))
        add(menu, _("Delete"), "Delete", view.commands.delete)
    else:
        add(menu, _("Select all"), "Ctrl+A", view.commands.select_all, usable=bool(view.board.notes))
        menu.addMenu(sorting_menu(view, view.edits.tidy, menu))
        menu.addMenu(zoom_menu(view, menu))
        add_looking_back(menu, view)
    return menu


def sorting_menu(view: BoardView, tidy: Callable[[Sorting], object], parent: QWidget) -> QMenu:
    """What comes first when the whole board is put in order. Votes only once they are closed: it would tell."""
    menu = QMenu(_("Tidy up"), parent)
    workshop = view.edits.workshop
    menu.setEnabled(bool(workshop.notes) and not workshop.noted.apart and not view.board.lanes.lanes)
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


def zoom_menu(view: BoardView, parent: QWidget) -> QMenu:
    """How near the board is looked at."""
    menu = QMenu(_("Zoom in or out"), parent)
    add(menu, _("See all"), "Ctrl+9", view.zoom_to_fit)
    add(menu, _("Zoom to what is selected"), "Ctrl+8", view.commands.zoom_to_chosen, usable=bool(view.commands.count()))
    add(menu, _("Show at 100 %"), "Ctrl+0", partial(view.zoom_to, 1.0))
    add(menu, _("Zoom in"), "Ctrl++", view.zoom_in)
    add(menu, _("Zoom out"), "Ctrl+-", view.zoom_out)
    return menu


def add_looking_back(menu: QMenu, view: BoardView) -> None:
    """A picture of the board, the board as text, how it came to be, its keys."""
    menu.addSeparator()
    _add_picture(menu, view)
    add(menu, _("Read as text"), "O", view.outline_asked.emit)
    add(menu, _("See how the board came to be"), "", view.past_asked.emit)
    add(menu, _("Keys of this screen"), "?", view.keys_asked.emit)


def _add_picture(menu: QMenu, view: BoardView) -> None:
    add(menu, _("Make a picture…"), "", partial(_make_picture, view), usable=bool(view.edits.workshop.notes))


def _make_picture(view: BoardView) -> None:
    from ui.board.picture_dialog import open_picture_dialog

    open_picture_dialog(view, view.edits.workshop, view.commands.chosen())


def _looking_menu(view: BoardView, parent: QWidget) -> QMenu:
    menu = QMenu(_("Look, make a picture"), parent)
    add(menu, _("Zoom to what is selected"), "Ctrl+8", view.commands.zoom_to_chosen)
    _add_picture(menu, view)
    return menu


def _for_notes(menu: QMenu, view: BoardView) -> None:
    one = view.commands.count() == 1
    add(menu, _("Edit the words"), "Enter", view.commands.edit, usable=one)
    if one:
        add(menu, _("Why this group?"), "W", view.commands.ask_why)
        add(menu, _("Notes like this one"), "C", view.commands.ask_alike)
    menu.addMenu(_remaking_menu(view, menu))
    menu.addMenu(_kinds_menu(view, menu))
    if not one:
        menu.addMenu(aligning_menu(view, menu))
    menu.addSeparator()


def _remaking_menu(view: BoardView, parent: QWidget) -> QMenu:
    menu = QMenu(_("Copy, split, merge, lock"), parent)
    do, count = view.commands, view.commands.count()
    add(menu, _("Copy beside it"), "Ctrl+D", do.duplicate)
    add(menu, _("Split in two…"), "Ctrl+Shift+Enter", do.split, usable=count == 1)
    add(menu, _("Merge into one note"), "Shift+M", do.unite, usable=count > 1)
    add(menu, _("Unlock") if do.are_locked() else _("Lock"), "L", do.switch_lock)
    return menu


def _kinds_menu(view: BoardView, parent: QWidget) -> QMenu:
    menu = QMenu(_("Change the kind"), parent)
    for kind in NoteKind:
        parked = kind is NoteKind.PARKED
        words = _("Into the parking lot") if parked else _("Make it: {kind}").format(kind=kind_word(kind))
        add(menu, words, kind_key(kind), partial(view.commands.recolour, kind))
    return menu


def _for_groups(menu: QMenu, view: BoardView) -> None:
    do = view.commands
    groups = do.clusters()
    words = _("Split off as a new group") if groups else _("Make a group")
    add(menu, words, "G", do.group, usable=do.can_group())
    add(menu, _("Move to a group…"), "M", do.ask_group)
    if groups:
        inner = _group_menu(view, menu)
        menu.addMenu(inner)
        # of one note there is more to ask, and a bigger group is rather made of several
        (inner if do.count() == 1 else menu).addMenu(_bigger_menu(view, menu))
    connect = menu.addMenu(do.links.menu(menu))
    connect.setText(with_key(_("Connect"), "R"))
    connect.setEnabled(do.links.can_ask())


def _group_menu(view: BoardView, parent: QWidget) -> QMenu:
    menu, do = QMenu(_("Group"), parent), view.commands
    add(menu, _("Take out of the group"), "Shift+G", do.free)
    add(menu, _("Change the title"), "T", do.edit_title)
    words = _("Lay out the pile") if do.groups.are_piles() else _("Stack into a pile")
    add(menu, words, "S", do.groups.switch_piles)
    add(menu, _("Merge groups"), "Ctrl+M", do.merge, usable=len(do.clusters()) > 1)
    add(menu, _("Dissolve the group"), "X", do.dissolve, usable=not do.groups.framed())
    return menu


def _bigger_menu(view: BoardView, parent: QWidget) -> QMenu:
    menu, do = QMenu(_("Bigger group"), parent), view.commands
    add(menu, _("Make a bigger group"), "B", do.groups.grow, usable=do.groups.can_grow())
    add(menu, _("Take out of the bigger group"), "Shift+B", do.groups.leave, usable=bool(do.groups.families()))
    add(menu, _("Dissolve the bigger group"), "X", do.dissolve, usable=bool(do.groups.framed()))
    menu.setEnabled(any(action.isEnabled() for action in menu.actions()))
    return menu
