"""What a report says, as a list of texts."""

from exports.blocks import Closing, Heading, ListItem, Paragraph, Report, Table


def said(report: Report) -> list[str]:
    """Every text of a report's blocks, in their order."""
    found: list[str] = []
    for block in report.blocks:
        if isinstance(block, Heading):
            found.append(f"{block.number}　{block.text}")
        elif isinstance(block, ListItem):
            found.append(block.mark + block.text)
        elif isinstance(block, Paragraph | Closing):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [column.title for column in block.columns]
            found += [cell for row in block.rows for cell in row]
    return found


def headings(report: Report, level: int) -> list[str]:
    """The headings of a level with their numbers."""
    return [f"{b.number}{b.text}" for b in report.blocks if isinstance(b, Heading) and b.level == level]


def tables(report: Report) -> list[Table]:
    """The tables of a report."""
    return [block for block in report.blocks if isinstance(block, Table)]
