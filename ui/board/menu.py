"""The menu on the board: the same commands as keys and buttons, with their keys beside them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from models.board import NoteKind
from models.language import gettext as _
from ui.board.kinds import kind_key, kind_word
from ui.board.view import BoardView


def _add(menu: QMenu, words: str, key: str, act: Callable[[], object], *, usable: bool = True) -> None:
    action = menu.addAction(words.replace("&", "&&") + (f"\t{key}" if key else ""))
    action.triggered.connect(lambda: act())
    action.setEnabled(usable)


def board_menu(view: BoardView) -> QMenu:
    """The menu for what is selected, or for the board itself."""
    menu = QMenu(view)
    if view.commands.chosen():
        _for_notes(menu, view)
        _for_groups(menu, view)
        menu.addSeparator()
        _add(menu, _("Make a picture…"), "", partial(_make_picture, view))
        menu.addSeparator()
        _add(menu, _("Delete"), "Delete", view.commands.delete)
    else:
        _add(menu, _("Select all"), "Ctrl+A", view.commands.select_all, usable=bool(view.board.notes))
        _add(menu, _("Tidy up"), "", view.edits.tidy, usable=bool(view.board.notes) and not view.board.lanes.lanes)
        _add(menu, _("See all"), "Ctrl+9", view.zoom_to_fit)
        menu.addSeparator()
        _add(menu, _("Make a picture…"), "", partial(_make_picture, view), usable=bool(view.edits.workshop.notes))
    return menu


def _make_picture(view: BoardView) -> None:
    from ui.board.picture_dialog import open_picture_dialog

    open_picture_dialog(view, view.edits.workshop, view.commands.chosen())


def _for_notes(menu: QMenu, view: BoardView) -> None:
    do = view.commands
    _add(menu, _("Edit the words"), "Enter", do.edit, usable=len(do.chosen()) == 1)
    menu.addSeparator()
    for kind in NoteKind:
        words = _("Make it: {kind}").format(kind=kind_word(kind))
        _add(menu, words, kind_key(kind), partial(do.recolour, kind))
    menu.addSeparator()


def _for_groups(menu: QMenu, view: BoardView) -> None:
    do = view.commands
    groups = do.clusters()
    words = _("Split off as a new group") if groups else _("Make a group")
    _add(menu, words, "G", do.group, usable=do.can_group())
    if groups:
        _add(menu, _("Take out of the group"), "Shift+G", do.free)
        _add(menu, _("Change the title"), "T", do.edit_title)
        _add(menu, _("Merge groups"), "M", do.merge, usable=len(groups) > 1)
        _add(menu, _("Dissolve the group"), "X", do.dissolve)
