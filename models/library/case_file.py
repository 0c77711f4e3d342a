"""Case files (`.jirei`): one case study and its sheet as a PDF, readable in any other installation."""

from dataclasses import dataclass, replace
from pathlib import Path

from models.cases import CaseStudy
from models.library.container import FileKind, damage_told, read_container, write_container
from models.library.json_text import parsed
from models.library.plain import from_plain, to_plain

SUFFIX = ".jirei"
CASE_NAME = "case.json"
SHEET_NAME = "sheet.pdf"


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What a case file holds: the case, and its one-page sheet as the sender saw it."""

    case: CaseStudy
    sheet_pdf: bytes


def write_case(case: CaseStudy, sheet_pdf: bytes) -> bytes:
    """The bytes of a case file; the same case and sheet give the same. Its tie to an action stays at home.

    Raises Problem when it is too large, ValueError when `sheet_pdf` is no PDF.
    """
    _check_sheet(sheet_pdf)
    travelling = replace(case, action_id="")
    return write_container(FileKind.CASE, (CASE_NAME, to_plain(travelling)), {SHEET_NAME: sheet_pdf})


def read_case(source: bytes | Path) -> CaseFile:
    """The case in a file from anywhere, its texts cleaned. Raises Problem, one sentence, whatever is wrong with it."""
    files = read_container(FileKind.CASE, source)
    with damage_told():
        if not files.keys() >= {CASE_NAME, SHEET_NAME}:
            raise ValueError("a file is missing")
        _check_sheet(files[SHEET_NAME])
        case = from_plain(CaseStudy, parsed(files[CASE_NAME]))
        return CaseFile(replace(case, action_id=""), files[SHEET_NAME])


def _check_sheet(sheet_pdf: bytes) -> None:
    if not sheet_pdf.startswith(b"%PDF-"):
        raise ValueError("the sheet is not a PDF")
