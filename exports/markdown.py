"""A report as Markdown, for wikis and chats; everything people typed is escaped."""

import re
from collections.abc import Iterator

from exports.blocks import Align, Block, Closing, Heading, ListItem, PageBreak, Paragraph, Report, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
_AT_START = re.compile(r"^(\s*)([#+\-=:]|\d+(?=[.)]))")
_RULES = {Align.LEFT: "---", Align.CENTRE: ":---:", Align.RIGHT: "---:"}


def escaped(text: str) -> str:
    """One line of plain text that Markdown and the HTML it lets through show as it is."""
    return _AT_START.sub(_harmless, _SPECIAL.sub(r"\\\1", " ".join(text.split("\n")))).lstrip(" \t")


def _harmless(found: re.Match[str]) -> str:
    """The beginning of a line that would have made it a heading, a rule or an entry of a list."""
    start = found[2]
    return f"&#{ord(start[0])};{start[1:]}" if start[0].isdecimal() else f"\\{start}"


def _lines(text: str) -> str:
    """Text whose newlines stay."""
    return "\\\n".join(escaped(line) for line in text.split("\n"))


def _cell(text: str) -> str:
    return "<br>".join(escaped(line) for line in text.split("\n"))


def _table(table: Table) -> Iterator[str]:
    def row(cells: Iterator[str]) -> str:
        return "| " + " | ".join(cells) + " |"

    yield row(_cell(column.title) for column in table.columns)
    yield row(_RULES[column.align] for column in table.columns)
    for cells in table.rows:
        yield row(map(_cell, cells))


def _item(item: ListItem, base: int) -> str:
    """One entry of a list that began at the indent `base`; a numbered or labelled one keeps its own mark."""
    mark = "" if item.mark == "・" else escaped(item.mark) + " "
    indent = "  " if item.indent > base else ""
    return f"{indent}- {mark}" + f"\\\n{indent}  ".join(escaped(line) for line in item.text.split("\n"))


def _block(block: Heading | Table | PageBreak | Paragraph | Closing) -> str:
    if isinstance(block, Heading):
        title = escaped(f"{block.number}　{block.text}".strip("　"))
        return f"{'#' * (block.level + 1)} {title}"
    if isinstance(block, Table):
        return "\n".join(_table(block))
    if isinstance(block, PageBreak):
        return "---"
    return escaped(block.text) if isinstance(block, Closing) else _lines(block.text)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The blocks with what parts them: nothing between entries of one list, an empty line else."""
    base: int | None = None
    for block in blocks:
        if isinstance(block, ListItem):
            yield "\n\n" if base is None else "\n"
            base = block.indent if base is None else base
            yield _item(block, base)
        else:
            base = None
            yield "\n\n" + _block(block)


def render_markdown(report: Report) -> str:
    """The report as Markdown text."""
    head = [report.marking, report.issued]
    text = "".join(f"{escaped(line)}\n\n" for line in head if line)
    text += f"# {escaped(report.title)}"
    if report.subtitle:
        text += f"\n\n{escaped(report.subtitle)}"
    text += "".join(_blocks(report.blocks))
    if report.margin:
        text += f"\n\n---\n\n{escaped(report.margin_line)}"
    return text + "\n"
