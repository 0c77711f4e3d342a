"""Case files to and from the disk."""

from datetime import date, datetime
from pathlib import Path

from models.cases import CaseStudy


def today() -> date:
    """The day on this machine's calendar."""
    return datetime.now().astimezone().date()


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
