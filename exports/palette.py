"""The colours, marks and words of what lies on the board, the same on screens, papers and pictures.

After the Digital Agency's design system (デジタル庁デザインシステム). A kind is told by its mark and its word as
well, never by colour alone.
"""

from models.board import NoteKind

TEXT = "#1a1a1a"
SECOND_TEXT = "#4d4d4d"
WHITE = "#ffffff"
GROUND = "#f2f2f2"

NOTE_FILL = {
    NoteKind.TROUBLE: "#fff0b3",
    NoteKind.IDEA: "#dcf0ff",
    NoteKind.TIP: "#c2e5d1",
    NoteKind.PARKED: "#f3e5f4",
    NoteKind.QUESTION: "#ffdfca",
}
NOTE_LINE = {
    NoteKind.TROUBLE: "#e0b000",
    NoteKind.IDEA: "#57b8ff",
    NoteKind.TIP: "#51b883",
    NoteKind.PARKED: "#c77fcf",
    NoteKind.QUESTION: "#ff8d44",
}
NOTE_MARK = {
    NoteKind.TROUBLE: "！",
    NoteKind.IDEA: "☆",
    NoteKind.TIP: "◎",
    NoteKind.PARKED: "Ｐ",
    NoteKind.QUESTION: "？",
}
KIND_NAMES = {
    NoteKind.TROUBLE: "困りごと",
    NoteKind.IDEA: "アイデア",
    NoteKind.TIP: "コツ",
    NoteKind.PARKED: "駐車場",
    NoteKind.QUESTION: "質問",
}
"""What a kind is called in papers, which are Japanese in either language of the screens."""

NOTE_RADIUS = 4
ISLAND_RADIUS = 8
ISLAND_LINE = "#b3b3b3"
ISLAND_HEAD_FILL = "#ebebeb"
FAMILY_FILL = "#e4e6ea"
FAMILY_LINE = SECOND_TEXT
