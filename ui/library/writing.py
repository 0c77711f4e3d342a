"""Case files to and from the disk."""

from datetime import date, datetime
from pathlib import Path

from models.cases import CaseStudy
from models.language import gettext as _
from models.problems import Problem


def today() -> date:
    """The day on this machine's calendar."""
    return datetime.now().astimezone().date()


def read_file(path: Path) -> bytes:
    """What is in a case file, one byte more than may be at the most. Raises Problem when it cannot be read."""
    from models.library.container import MAX_FILE_BYTES

    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise _unreadable() from error
    raise _unreadable()


def _unreadable() -> Problem:
    return Problem(
        _(
            "The file could not be read and your data is as it was;"
            " please check that it is still there and that you may read it, then open it again."
        )
    )


def write_case_file(case: CaseStudy, path: Path) -> tuple[str, ...]:
    """Write a case with its page to `path`, whole or not at all.

    Returns the characters no font has. Raises Problem when the place takes nothing.
    """
    from exports.case_sheet import case_report
    from exports.files import write_paper
    from exports.pdf import render_pdf
    from models.library.case_file import write_case

    sheet = render_pdf(case_report(case))
    write_paper(path, write_case(case, sheet.data))
    return sheet.replaced
