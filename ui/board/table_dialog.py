"""A look at a table before its cells become notes: which questions, one note for what, in which order."""

import secrets
from collections.abc import Container
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from models.board import NoteKind
from models.intake import Found, Survey, Table, Wish, answers_as_notes, names_columns, survey
from models.language import gettext as _
from ui.board.intake_dialog import IntakeDialog
from ui.board.question_row import QuestionRow, TickRow
from ui.board.reading_row import ReadingRow, reading_title
from ui.editors import Tick
from ui.parts import emptied, label
from ui.theme import UNIT

_WANTED = QSize(1120, 760)
_SIDE = 300


class TableDialog(IntakeDialog):
    """The questions stand at the side with some of their answers; the notes they make are listed beside them."""

    def __init__(self, parent: QWidget, name: str, kind: NoteKind, known: Container[str], table: Table, asked: str):
        super().__init__(parent, reading_title(name), kind, known, _WANTED)
        self._table = table
        self._survey: Survey | None = None
        self._seed = secrets.randbits(64)
        self.questions: list[QuestionRow] = []
        named = names_columns(table)
        self.reading = ReadingRow(table.encoding, table.beginning, garbled=table.garbled, asked=asked)
        self.reading.chosen.connect(self.encoding_asked)
        self.header = Tick(_("The first row holds names of columns"))
        self.header.show_value(named)
        self.header.edited.connect(self._understand)
        self.withheld = label("", "second", wrap=True)
        self.rows = QVBoxLayout()
        self.by_line = self._option(_("Each line of an answer becomes a note"))
        self.by_pick = self._option(_("Each thing picked (A;B;C;) becomes a note"))
        self.shuffled = self._option(_("Mix the order, so that nobody can tell whose answer it is"))
        self.body.insertWidget(0, self._side(), 2)
        self.kind_label.hide()  # each question has its kind
        self.kinds.hide()
        self._understand()

    def _option(self, words: str) -> TickRow:
        made = TickRow(words)
        made.edited.connect(self._read)
        return made

    def _side(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(_SIDE)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._asked())
        return area

    def _asked(self) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, UNIT, 0)
        column.setSpacing(UNIT // 2)
        assert self.reading is not None
        column.addWidget(self.reading)
        column.addWidget(self.header)
        heading = label(_("Which answers become notes"), "heading")
        heading.setContentsMargins(0, 2 * UNIT, 0, UNIT // 2)
        column.addWidget(heading)
        column.addLayout(self.rows)
        column.addWidget(self.withheld)
        for option in (self.by_line, self.by_pick, self.shuffled):
            column.addWidget(option)
        column.addStretch(1)
        return ground

    def _understand(self) -> None:
        """Which questions there are, by whether the first row holds names."""
        self.begin(partial(survey, self._table, self.header.value()), self._show_survey)

    def _show_survey(self, asked: Survey) -> None:
        self._survey = asked
        emptied(self.rows)
        self.questions = [QuestionRow(question, told=any(asked.kinds)) for question in asked.questions]
        for row in self.questions:
            self.rows.addWidget(row)
            row.show_value(row.question.column == asked.guess)
            row.edited.connect(self._read)
        self.header.setVisible(not asked.by_person)
        self.shuffled.show_value(asked.by_person)
        self.by_pick.show_value(True)
        self.by_line.show_value(False)
        told = self._withheld(asked)
        self.withheld.setText(told)
        self.withheld.setVisible(bool(told))
        self._read()

    def _withheld(self, asked: Survey) -> str:
        told = []
        if asked.withheld:
            words = _("Who answered and when is not read: {columns}")
            told.append(words.format(columns="、".join(asked.withheld)))
        if asked.groups:
            told.append(_("The column of groups is not read: groups are made on the board."))
        if not asked.questions:
            told.append(_("There is no answer in this table."))
        return "\n".join(told)

    def _read(self) -> None:
        asked = self._survey
        if asked is None:
            return
        chosen = [row.question for row in self.questions if row.value()]
        self.by_line.setVisible(any(question.multiline for question in chosen))
        self.by_pick.setVisible(any(question.picks for question in chosen))
        wish = Wish(
            tuple(question.column for question in chosen),
            split_lines=self.by_line.value(),
            split_picks=self.by_pick.value(),
            shuffled=self.shuffled.value(),
            seed=self._seed,
            kinds=tuple(row.kinds.kind for row in self.questions if row.value()),
        )
        self.look(partial(answers_as_notes, asked, wish))

    def _remarks(self, found: Found) -> list[str]:
        if self._survey is None or not any(row.value() for row in self.questions):
            return [_("Tick at least one of the questions.")]
        return super()._remarks(found)
