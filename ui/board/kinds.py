"""The kinds of notes in words, and the key that stands for each."""

from models.board import NoteKind
from models.language import gettext as _


def kind_word(kind: NoteKind) -> str:
    """What a kind is called."""
    words = {
        NoteKind.TROUBLE: _("Trouble"),
        NoteKind.IDEA: _("Idea"),
        NoteKind.TIP: _("Knack"),
        NoteKind.PARKED: _("Parking lot"),
        NoteKind.QUESTION: _("A question"),
    }
    return words[kind]


def kind_key(kind: NoteKind) -> str:
    """The digit that makes selected notes this kind."""
    return str(list(NoteKind).index(kind) + 1)
