"""Excel workbooks (.xlsx, .xlsm): the cells a person sees on the first visible sheet, as text.

openpyxl reads them, after models.intake.guard let them through. Formulas give the value that was last computed;
macros, links, pictures and hidden sheets are passed over.
"""

import io
import warnings
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from models.intake.bounds import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Damaged, TooLarge
from models.intake.guard import merged_ranges
from models.text import clean

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MAX_SHEET_ROWS = 1_048_576

_MAX_LOOKED_AT = 4_000_000

Row = tuple[str, ...]
Rows = dict[int, list[str]]


def workbook_rows(data: bytes) -> list[Row]:
    """The rows of the first visible sheet that holds anything; no rows when none does. Raises Damaged, TooLarge."""
    merged = merged_ranges(data)
    try:
        # openpyxl warns of everything it leaves out; what it leaves out is nothing that is shown here.
        with warnings.catch_warnings(action="ignore"):
            return _first_filled(data, merged)
    except (Damaged, TooLarge):
        raise
    except Exception as error:  # A damaged workbook fails in openpyxl with any exception there is.
        raise Damaged(f"openpyxl cannot read it: {type(error).__name__}") from error


def _first_filled(data: bytes, merged: dict[str, list[str]]) -> list[Row]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    visible = [cast("ReadOnlyWorksheet", sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not visible:
        raise Damaged("no sheet to see")
    try:
        return next(filter(None, (_sheet_rows(sheet, merged) for sheet in visible)), [])
    finally:
        book.close()


def _sheet_rows(sheet: "ReadOnlyWorksheet", merged: dict[str, list[str]]) -> list[Row]:
    """The rows of a sheet that hold anything, each as wide as the widest."""
    rows = _shown_cells(sheet)
    part = sheet._worksheet_path  # type: ignore[attr-defined] # noqa: SLF001 (a sheet tells its part nowhere else)
    _keep_first_of_merged(rows, merged.get(part, ()))
    kept = [row for _, row in sorted(rows.items()) if any(row)]
    width = max((len(row) for row in kept), default=0)
    if width * len(kept) > MAX_CELLS * 4:
        raise TooLarge
    return [(*row, *("",) * (width - len(row))) for row in kept]


def _shown_cells(sheet: "ReadOnlyWorksheet") -> Rows:
    """The texts of the rows that hold any, by the rows' numbers, without the empty cells at their ends."""
    sheet.reset_dimensions()  # The size that a sheet declares may be wrong or hostile.
    rows: Rows = {}
    looked_at = count = 0
    for number, cells in enumerate(sheet.rows, 1):
        looked_at += len(cells)
        texts = _without_end(["" if cell.data_type == "e" else cell_text(cell.value) for cell in cells])
        if number > MAX_SHEET_ROWS or looked_at > _MAX_LOOKED_AT:
            raise TooLarge
        if texts:
            rows[number] = texts
            count += sum(map(bool, texts))
            if len(rows) > MAX_ROWS or len(texts) > MAX_COLUMNS or count > MAX_CELLS:
                raise TooLarge
    return rows


def _without_end(texts: list[str]) -> list[str]:
    end = len(texts)
    while end and not texts[end - 1]:
        end -= 1
    return texts[:end]


def _keep_first_of_merged(rows: Rows, merged: Iterable[str]) -> None:
    """Some programs leave values under a merged cell; a person sees only the first."""
    from openpyxl.utils import range_boundaries

    looked_at = 0
    for ref in merged:
        left, top, right, bottom = (edge or MAX_SHEET_ROWS for edge in range_boundaries(ref))
        near = bottom - top < len(rows)
        looked_at += bottom - top + 1 if near else len(rows)
        for number in range(top, bottom + 1) if near else [number for number in rows if top <= number <= bottom]:
            looked_at += _blank(rows.get(number, []), left - (number != top), right)
        if looked_at > MAX_CELLS * 2:
            raise TooLarge


def _blank(row: list[str], start: int, stop: int) -> int:
    """Empty the cells from `start` to before `stop` (counted from 0), and say how many."""
    stop = min(stop, len(row))
    if start >= stop:
        return 0
    row[start:stop] = [""] * (stop - start)
    return stop - start


def cell_text(value: object) -> str:
    """What a cell shows: its text, a number as typed, a date as 2026-06-04, a time as 17:30."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _string_text(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return format(value, ".15g")
    return _moment_text(value)


def _string_text(value: str) -> str:
    from openpyxl.utils.escape import unescape

    return clean(unescape(value), len(value))


def _moment_text(value: object) -> str:
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, datetime):
        moment = value.replace(microsecond=0) + timedelta(seconds=value.microsecond >= 500_000)
        return f"{moment:%Y-%m-%d %H:%M}" if (moment.hour, moment.minute) != (0, 0) else f"{moment:%Y-%m-%d}"
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else ""
