"""What people bring: pasted text, CSV and text files, Excel workbooks. Everything read here is clean and bounded."""

from models.intake.notes import MAX_PASTED_NOTES, Intake, note_lines, pasted_notes
from models.intake.table import Table, column_notes, guess_note_column, has_header, read_table

__all__ = [
    "MAX_PASTED_NOTES",
    "Intake",
    "Table",
    "column_notes",
    "guess_note_column",
    "has_header",
    "note_lines",
    "pasted_notes",
    "read_table",
]
