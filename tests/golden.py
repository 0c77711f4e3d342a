"""The golden minutes of the demonstrations: what they are, and writing them anew (`python -m tests.golden`).

Look at what changed in them before it is committed: each line is what an official would read.
"""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from exports.markdown import render_markdown
from exports.minutes import minutes_report
from models.demonstration import add_demonstration
from models.workshop import Workshop, WorkshopFormat
from models.workspace.workspace import Workspace

FOLDER = Path(__file__).parent / "exports" / "golden"
MADE = date(2026, 8, 1)


def minutes_of(workshop: Workshop) -> str:
    """The minutes with the record of how the meeting ran, as Markdown."""
    return render_markdown(minutes_report(workshop, running_record=True, made_on=MADE))


def golden(meant: WorkshopFormat) -> Path:
    """The file of a format."""
    return FOLDER / f"{meant}.md"


def main() -> None:
    """Write the minutes of every demonstration anew."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        for meant in WorkshopFormat:
            golden(meant).write_text(minutes_of(workspace.load(add_demonstration(workspace, meant))), encoding="utf-8")
        workspace.close()


if __name__ == "__main__":
    main()
