"""A program that edits at random and says what is saved; it is killed by the tests.

It imports everything once and then forks a child for every folder named on its standard input, so that a kill costs no
start. A child writes a line for each acknowledged edit, `number digest`, into the pipe that is its standard output.
"""

import hashlib
import os
import sys
from dataclasses import fields
from datetime import UTC, date, datetime, time
from pathlib import Path
from random import Random

from models.document import Document
from models.edits.change import new_id
from models.problems import Problem
from models.templates import new_workshop
from models.workshop import Details, Workshop
from models.workspace.rows import tables
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from tests.random_edits import clock_edit, undoable_edit


def digest_of(workshop: Workshop) -> str:
    """A sum over all that a workshop holds, as rows."""
    known = tables()
    parts = [repr(known[Details].row(workshop.details))]
    for field in fields(workshop)[1:]:
        entities = getattr(workshop, field.name)
        parts += [repr(_plain(known[type(entities[key])].row(entities[key]))) for key in sorted(entities)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _plain(row: tuple[object, ...]) -> list[object]:
    """Whole floats as whole numbers, which is what the file makes no difference between."""
    return [int(value) if isinstance(value, float) and value.is_integer() else value for value in row]


def prepared(folder: Path) -> None:
    """A workspace with one workshop."""
    workspace = Workspace(folder)
    details = Details(new_id(), "会", date(2026, 6, 4), time(10), datetime(2026, 5, 1, tzinfo=UTC))
    workspace.create(new_workshop(details))
    workspace.close()


def edit_for_ever(folder: Path, seed: int) -> None:
    """Edit, undo, redo, run the clock, and say after each what is saved; give up when the disk has."""
    rng, clock = Random(seed), FakeClock()
    workspace = Workspace(folder)
    document = Document(workspace, workspace.workshops()[0].id)
    number = failures = 0
    _say(number, document)
    while failures < 20:
        before = document.workshop
        try:
            _do_something(workspace, document, rng, clock)
        except Problem:
            failures += 1
            if not document.workshop == before == workspace.load(before.id):
                raise SystemExit("what was not saved has left a trace") from None
            continue
        number, failures = number + 1, 0
        _say(number, document)


def _do_something(workspace: Workspace, document: Document, rng: Random, clock: FakeClock) -> None:
    what = rng.random()
    if what < 0.6:
        document.apply(undoable_edit(document.workshop, rng))
    elif what < 0.75:
        document.undo()
    elif what < 0.85:
        document.redo()
    elif what < 0.97:
        document.apply(clock_edit(document.workshop, rng, clock))
    else:
        workspace.back_up()


def _say(number: int, document: Document) -> None:
    os.write(1, f"{number} {digest_of(document.workshop)}\n".encode())


def main() -> None:
    """Fork a child for each `folder<tab>seed<tab>pipe` on standard input; answer with its process number."""
    for line in sys.stdin:
        folder, seed, pipe = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            try:
                os.dup2(os.open(pipe, os.O_WRONLY), 1)
                edit_for_ever(Path(folder), int(seed))
            finally:
                os._exit(1)
        os.write(1, f"{child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        edit_for_ever(Path(sys.argv[1]), int(sys.argv[2]))
    main()
