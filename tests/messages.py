"""Gather every msgid of the interface into the Japanese catalogue and compile it: `make messages`.

Translations that exist are kept; what is no longer asked for is dropped; what is missing stays empty and fails a test.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "assets" / "locale" / "ja" / "LC_MESSAGES" / "minaoshi.po"
Message = str | tuple[str, ...]


def asked_for() -> Iterator[tuple[str, Message]]:
    """Every msgid with the file that asks for it."""
    for _line, message, _comments, _context in extract_from_file("python", str(ROOT / "app.py")):
        yield "app.py", message
    for folder in ("exports", "models", "ui"):
        for name, _line, message, _comments, _context in extract_from_dir(str(ROOT / folder), [("**.py", "python")]):
            yield f"{folder}/{name}", message


def catalogue() -> Catalog:
    """The Japanese catalogue as it is kept."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="ja")


def gathered() -> Catalog:
    """The catalogue with just the msgids that are asked for, and the files that do."""
    known = catalogue()
    fresh = Catalog(locale="ja", project="Minaoshi", fuzzy=False)
    for name, message in asked_for():
        first = message if isinstance(message, str) else message[0]
        old = known.get(first)
        fresh.add(message, old.string if old else None, locations=[(name, None)])  # type: ignore[list-item]
    return fresh


def write(fresh: Catalog) -> None:
    """Write the catalogue, as text and compiled."""
    with CATALOGUE.open("wb") as file:
        write_po(file, fresh, sort_output=True, width=120, omit_header=False)
    with CATALOGUE.with_suffix(".mo").open("wb") as file:
        write_mo(file, fresh)


if __name__ == "__main__":
    write(gathered())
