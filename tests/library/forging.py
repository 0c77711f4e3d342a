"""Files as somebody else might make them: sound on the outside, with anything inside."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from models.cases import CaseStudy
from models.library.archive import pack
from models.library.case_file import CaseFile, read_case, write_case
from models.problems import Problem

CASE = CaseStudy(id="0123456789abcdef" * 2, title="会議資料の印刷をやめる", bureau="○○局○○課", tags=("会議",))
SHEET = b"%PDF-1.7\n%%EOF\n"
SMALL = write_case(CASE, SHEET)


def manifest(files: Mapping[str, bytes], /, **said: Any) -> bytes:
    """A manifest that fits `files` but for what is `said` otherwise."""
    listed = [
        {"name": name, "size": len(files[name]), "sha256": hashlib.sha256(files[name]).hexdigest()}
        for name in sorted(files)
    ]
    return json.dumps({"format": "minaoshi-case", "version": 1, "files": listed, **said}).encode()


def forged(files: Mapping[str, bytes], /, **said: Any) -> bytes:
    """An archive in the one right form with right sums, whatever `files` hold."""
    return pack({"manifest.json": manifest(files, **said), **files})


def forged_case(case_json: bytes, sheet: bytes = SHEET) -> bytes:
    """A case file whose `case.json` is `case_json`."""
    return forged({"case.json": case_json, "sheet.pdf": sheet})


def case_json(**said: Any) -> bytes:
    """A case as JSON with the given fields."""
    return json.dumps({"id": CASE.id, "title": CASE.title, **said}).encode()


def forged_workshop(document: Any) -> bytes:
    """A workshop package that says `document`."""
    return forged({"workshop.json": json.dumps(document).encode()}, format="minaoshi-workshop")


def foreign_zip(entries: list[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip as other programs write it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content, compress_type=method)
    return target.getvalue()


def outcome(data: bytes) -> CaseFile | Problem:
    """What reading a case file comes to; any other exception is a defect and passes."""
    try:
        return read_case(data)
    except Problem as problem:
        return problem
