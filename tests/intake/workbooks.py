"""Workbooks for tests, whole and changed in one place."""

import zipfile
from pathlib import Path

import openpyxl

from models.intake import Table, read_brought

SHEET, STYLES, BOOK = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook_file(path: Path, rows: list[list[object]]) -> Path:
    """A workbook with these rows on its only sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def rewritten(path: Path, part: str, old: str, new: str) -> Path:
    """The workbook with one piece of one part replaced."""
    whole = zipfile.ZipFile(path).read(part).decode()
    assert old in whole
    return with_part(path, part, whole.replace(old, new))


def with_part(path: Path, part: str, content: str) -> Path:
    """The workbook with one part replaced."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert part in parts
    parts[part] = content.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def raw_workbook(path: Path, sheet: str, strings: str) -> Path:
    """The least workbook that Excel would open, with strings kept apart from the sheet as Excel does it."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    typed = '<Override PartName="{}" ContentType="' + types + '{}+xml"/>'
    listed = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    related = '<Relationship Id="{0}" Type="' + kinds + '/{0}" Target="{1}"/>'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        + typed.format("/xl/workbook.xml", "sheet.main")
        + typed.format("/xl/strings.xml", "sharedStrings")
        + "</Types>",
        "_rels/.rels": listed.format(related.format("officeDocument", "/xl/workbook.xml")),
        BOOK: f'<workbook {MAIN} xmlns:r="{kinds}"><sheets>'
        '<sheet name="付箋" sheetId="1" r:id="worksheet"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": listed.format(
            related.format("worksheet", "worksheets/sheet1.xml") + related.format("sharedStrings", "strings.xml")
        ),
        SHEET: f"<worksheet {MAIN}><sheetData>{sheet}</sheetData></worksheet>",
        "xl/strings.xml": f"<sst {MAIN}>{strings}</sst>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def read_table(path: Path) -> Table:
    """The table in a file."""
    brought = read_brought(path)
    assert isinstance(brought, Table)
    return brought
