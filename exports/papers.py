"""Papers asked for by a file's name: minutes, run sheet, and the demonstration's whole set."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from exports.blocks import Report
from exports.files import minutes_file_name, run_sheet_file_name, safe_name, write_paper
from models.language import gettext as _
from models.problems import Problem
from models.workshop import Workshop

Paper = tuple[bytes, tuple[str, ...]]
"""A paper's bytes, and the characters no font has."""


def _pdf(report: Report) -> Paper:
    from exports.pdf import render_pdf

    rendered = render_pdf(report)
    return rendered.data, rendered.replaced


def _docx(report: Report) -> Paper:
    from exports.docx import render_docx

    rendered = render_docx(report)
    return rendered.data, rendered.replaced


def _markdown(report: Report) -> Paper:
    from exports.markdown import render_markdown

    return render_markdown(report).encode(), ()


_RENDERED: Mapping[str, Callable[[Report], Paper]] = {".pdf": _pdf, ".docx": _docx, ".md": _markdown}
_WHOLE = ".json"
MINUTES_ENDINGS = (*_RENDERED, _WHOLE)
RUN_SHEET_ENDINGS = (".pdf", ".docx")


def _ending(path: Path, endings: Sequence[str]) -> str:
    """The ending of a file's name. Raises a Problem for one that is not among `endings`."""
    ending = path.suffix.casefold()
    if ending not in endings:
        raise Problem(_("The file's name must end with one of {endings}.").format(endings=" ".join(endings)))
    return ending


def write_minutes(
    workshop: Workshop, path: Path, *, verbatim: bool = False, running_record: bool = False
) -> tuple[str, ...]:
    """Write the minutes in the format that the name ends with (.pdf .docx .md .json).

    `verbatim` adds the open notes, `running_record` how the meeting ran; JSON has everything anyway. Returns the
    characters no font has. Raises a Problem for another ending, a missing marking or a place that cannot be written;
    what stood there is untouched then.
    """
    ending = _ending(path, MINUTES_ENDINGS)
    if ending == _WHOLE:
        from exports.json import workshop_json

        write_paper(path, workshop_json(workshop).encode())
        return ()
    from exports.minutes import minutes_report

    report = minutes_report(workshop, verbatim_notes=verbatim, running_record=running_record)
    return _written(path, _RENDERED[ending](report))


def write_run_sheet(workshop: Workshop, path: Path) -> tuple[str, ...]:
    """Write the run sheet (進行表) in the format that the name ends with (.pdf .docx).

    Returns the characters no font has. Raises a Problem for another ending or a place that cannot be written; what
    stood there is untouched then.
    """
    from exports.run_sheet import run_sheet_report

    ending = _ending(path, RUN_SHEET_ENDINGS)
    return _written(path, _RENDERED[ending](run_sheet_report(workshop)))


def _written(path: Path, paper: Paper) -> tuple[str, ...]:
    data, replaced = paper
    write_paper(path, data)
    return replaced


def demonstration_papers(workshop: Workshop, folder: Path) -> list[Path]:
    """Write every paper the demonstration gives into `folder`: minutes, run sheet, case file, workshop package."""
    from exports.case_sheet import case_report
    from exports.pdf import render_pdf
    from models.library.case_file import write_case
    from models.library.workshop_package import write_package

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for suffix in MINUTES_ENDINGS:
        written.append(folder / minutes_file_name(workshop, suffix))
        write_minutes(workshop, written[-1], running_record=True)
    for suffix in RUN_SHEET_ENDINGS:
        written.append(folder / run_sheet_file_name(workshop, suffix))
        write_run_sheet(workshop, written[-1])
    for case in workshop.cases.values():
        sheet = render_pdf(case_report(case)).data
        for suffix, data in ((".pdf", sheet), (".jirei", write_case(case, sheet))):
            written.append(folder / safe_name(f"事例_{case.title}", suffix))
            write_paper(written[-1], data)
    written.append(folder / safe_name(f"{workshop.details.held_on:%Y%m%d}_{workshop.details.title}", ".minaoshi"))
    write_paper(written[-1], write_package(workshop))
    return written
