"""A table or a text that somebody brings, whatever file it came in."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from models.intake.bounds import MAX_FILE_BYTES, Damaged, TooLarge
from models.intake.decoding import Decoding, decoding_of
from models.intake.paste import Paste, read_paste
from models.language import gettext as _
from models.problems import Problem

_HEADER_CHARS = 20
_PLAIN = (".txt", ".md")
_HEADER_NAME = re.compile(
    r"""(?:no\.?|№|id|texts?|notes?|comments?|names?|time|date|kind|type|件名|連番|種類|種別|グループ|表札
        |.{0,10}(?:付箋|困りごと|内容|ご?意見|コメント|自由記述|回答|記入欄|提案|アイデア|番号|日時|完了時刻|タイムスタンプ
            |部局|課室|所属|氏名|名前|区分|分類)[\d)）]{0,3})""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of clean texts, every row as wide as the widest; wholly blank rows are left out.

    `header` is the first row, whether it holds column names (`has_header`) or not; `rows` are the others. `encoding`
    says how the file's text was read ("utf-8", "utf-16-le", "cp932", ...; "xlsx" for a workbook, which has no
    `beginning` to look at). `garbled` says that it looks like the wrong encoding.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    encoding: str
    beginning: str = field(default="", compare=False)
    garbled: bool = False


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text file without columns: what it holds as a `Paste`, and how it was read, as in `Table`."""

    paste: Paste
    encoding: str
    beginning: str
    garbled: bool


Brought = Table | PlainText


def read_brought(path: Path, encoding: str = "", stop: Callable[[], bool] = bool) -> Brought:
    """What is in a CSV, TSV, text or Excel workbook file, told apart by content; from a workbook its first visible
    sheet with anything in it.

    `encoding` is what a person chose (decoding.ENCODINGS); else it is found. `stop` says whether nobody waits for it
    any more. Raises Problem, one sentence, for whatever is wrong with it. Nothing in the file is ever executed.
    """
    try:
        data = _bytes_of(path)
        brought = _brought(data, path, encoding, stop)
    except TooLarge:
        raise Problem(
            _("“{name}” is too large to read. Copy only the rows and columns with notes into a new file.").format(
                name=path.name
            )
        ) from None
    except Damaged as damage:
        raise Problem(
            _("“{name}” is damaged or not a table. Nothing was taken from it. Save it again as .xlsx or .csv.").format(
                name=path.name
            )
        ) from damage
    if brought is None:
        raise Problem(_("“{name}” is empty: there is no note in it.").format(name=path.name))
    return brought


def _bytes_of(path: Path) -> bytes:
    name = path.name
    try:
        if path.is_dir():
            raise Problem(_("“{name}” is a folder. Choose a file.").format(name=name))
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise Problem(_("“{name}” was not found. Check where it is and what it is called.").format(name=name)) from None
    except (OSError, ValueError) as error:
        raise Problem(
            _("“{name}” could not be opened. Close it in other programs, or ask for the right to read it.").format(
                name=name
            )
        ) from error
    if len(data) > MAX_FILE_BYTES:
        raise TooLarge
    return data


def _brought(data: bytes, path: Path, encoding: str, stop: Callable[[], bool]) -> Brought | None:
    """None for what is empty."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Problem(_old_or_locked(data).format(name=path.name))
    if data.startswith(b"PK"):
        from models.intake.workbook import workbook_rows

        return _table(workbook_rows(data), "xlsx")
    return _from_text(data, path.suffix.lower(), encoding, stop)


def _from_text(data: bytes, suffix: str, encoding: str, stop: Callable[[], bool]) -> Brought | None:
    from models.intake.delimited import MAX_TEXT_BYTES, delimited_rows, separator_of

    if len(data) > MAX_TEXT_BYTES:
        raise TooLarge
    decoding = decoding_of(data, encoding)
    separator = separator_of(data, decoding, suffix)
    if suffix in _PLAIN and not separator:
        return _plain(data, decoding, stop)
    return _table(delimited_rows(data, decoding, separator), decoding.encoding, decoding)


def _plain(data: bytes, decoding: Decoding, stop: Callable[[], bool]) -> PlainText | None:
    text = data[decoding.skip :].decode(decoding.encoding, errors=decoding.errors)
    if not text.strip():
        return None
    return PlainText(read_paste(text, stop), decoding.encoding, decoding.beginning, decoding.garbled)


def _table(rows: list[tuple[str, ...]], encoding: str, decoding: Decoding | None = None) -> Table | None:
    filled = [row for row in rows if any(row)]
    if not filled:
        return None
    width = max(len(row) for row in filled)
    square = [(*row, *("",) * (width - len(row))) for row in filled]
    beginning, garbled = (decoding.beginning, decoding.garbled) if decoding else ("", False)
    return Table(square[0], tuple(square[1:]), encoding, beginning, garbled)


def _old_or_locked(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _("“{name}” is locked with a password. Remove the password in Excel and save it again.")
    return _("“{name}” is in the old Excel format (.xls). Save it as .xlsx in Excel and choose that.")


def guess_note_column(table: Table) -> int:
    """The column with the longest text on average over all rows: people write most where they say something."""
    width = len(table.header)
    lengths = [sum(len(row[column]) for row in (table.header, *table.rows)) for column in range(width)]
    return max(range(width), key=lambda column: (lengths[column], -column))


def has_header(table: Table) -> bool:
    """Whether the first row looks like names of columns rather than a row like the others."""
    names = [name.strip().casefold() for name in table.header]
    if not table.rows or any(len(name) > _HEADER_CHARS for name in names):
        return False
    if any(_HEADER_NAME.fullmatch(name) for name in names):
        return True
    column = guess_note_column(table)
    typical = sorted(len(row[column]) for row in table.rows)[len(table.rows) // 2]
    worded = all(name and not name.replace(".", "").isdigit() for name in names)
    return len(names) > 1 and worded and len(names[column]) * 2 <= typical
