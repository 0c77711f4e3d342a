"""Papers asked for by a file's name: the minutes in any of their formats, and the demonstration's whole set."""

from collections.abc import Callable, Mapping
from pathlib import Path

from exports.files import minutes_file_name, safe_name, write_paper
from models.language import gettext as _
from models.problems import Problem
from models.workshop import Workshop

Paper = tuple[bytes, tuple[str, ...]]
"""A paper's bytes, and the characters no font has."""


def _pdf(workshop: Workshop, verbatim: bool) -> Paper:
    from exports.minutes import minutes_report
    from exports.pdf import render_pdf

    rendered = render_pdf(minutes_report(workshop, verbatim_notes=verbatim))
    return rendered.data, rendered.replaced


def _docx(workshop: Workshop, verbatim: bool) -> Paper:
    from exports.docx import render_docx
    from exports.minutes import minutes_report

    rendered = render_docx(minutes_report(workshop, verbatim_notes=verbatim))
    return rendered.data, rendered.replaced


def _markdown(workshop: Workshop, verbatim: bool) -> Paper:
    from exports.markdown import render_markdown
    from exports.minutes import minutes_report

    return render_markdown(minutes_report(workshop, verbatim_notes=verbatim)).encode(), ()


def _json(workshop: Workshop, verbatim: bool) -> Paper:
    from exports.json import workshop_json

    return workshop_json(workshop).encode(), ()


_FORMATS: Mapping[str, Callable[[Workshop, bool], Paper]] = {
    ".pdf": _pdf,
    ".docx": _docx,
    ".md": _markdown,
    ".json": _json,
}


def write_minutes(workshop: Workshop, path: Path, *, verbatim: bool = False) -> tuple[str, ...]:
    """Write the minutes in the format that the name ends with (.pdf .docx .md .json).

    Returns the characters no font has. Raises a Problem for another ending, a missing marking or a place that cannot
    be written; what stood there is untouched then.
    """
    render = _FORMATS.get(path.suffix.casefold())
    if render is None:
        raise Problem(_("The file's name must end with one of {endings}.").format(endings=" ".join(_FORMATS)))
    data, replaced = render(workshop, verbatim)
    write_paper(path, data)
    return replaced


def demonstration_papers(workshop: Workshop, folder: Path) -> list[Path]:
    """Write every paper the demonstration gives into `folder`: minutes, case file, workshop package."""
    from exports.case_sheet import case_report
    from exports.pdf import render_pdf
    from models.library.case_file import write_case
    from models.library.workshop_package import write_package

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for suffix in _FORMATS:
        written.append(folder / minutes_file_name(workshop, suffix))
        write_minutes(workshop, written[-1])
    for case in workshop.cases.values():
        sheet = render_pdf(case_report(case)).data
        for suffix, data in ((".pdf", sheet), (".jirei", write_case(case, sheet))):
            written.append(folder / safe_name(f"事例_{case.title}", suffix))
            write_paper(written[-1], data)
    written.append(folder / safe_name(f"{workshop.details.held_on:%Y%m%d}_{workshop.details.title}", ".minaoshi"))
    write_paper(written[-1], write_package(workshop))
    return written
