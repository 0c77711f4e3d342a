"""What people bring: pasted text, CSV and text files, Excel workbooks. Everything read here is clean and bounded."""

from models.intake.asides import Aside, aside_in
from models.intake.decoding import ENCODINGS
from models.intake.doubles import Double, Found, compared, doubles
from models.intake.notes import MAX_AT_ONCE, Intake
from models.intake.paste import Cut, Paste, read_paste
from models.intake.survey import Question, Survey, Wish, answers_as_notes, names_columns, survey
from models.intake.table import Brought, PlainText, Table, read_brought

__all__ = [
    "ENCODINGS",
    "MAX_AT_ONCE",
    "Aside",
    "Brought",
    "Cut",
    "Double",
    "Found",
    "Intake",
    "Paste",
    "PlainText",
    "Question",
    "Survey",
    "Table",
    "Wish",
    "answers_as_notes",
    "aside_in",
    "compared",
    "doubles",
    "names_columns",
    "read_brought",
    "read_paste",
    "survey",
]
