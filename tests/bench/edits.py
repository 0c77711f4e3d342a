"""`edit_vs_fsync`: what one acknowledged edit costs over what the disk alone costs."""

import os
import tempfile
from datetime import date, time
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from models.document import Document
from models.edits import notes
from models.edits.change import new_id
from models.templates import new_workshop
from models.workshop import Details
from models.workspace.workspace import Workspace

ROUNDS = 3_000
NOTES = 100
BLOCK = b"\0" * 4096


def edit_vs_fsync(folder: Path) -> float:
    """One moved note, from the edit to its acknowledgement, over one bare write and fdatasync of 4 KiB: medians.

    The two alternate, on the same disk; the edit has written its row and its journal entry when it is acknowledged.
    """
    with tempfile.TemporaryDirectory(dir=folder) as place:
        workspace = Workspace(Path(place))
        try:
            return _measured(_busy_document(workspace), Path(place) / "bare")
        finally:
            workspace.close()


def _busy_document(workspace: Workspace) -> Document:
    workshop = new_workshop(Details(new_id(), "会", date(2026, 6, 4), time(10)))
    workspace.create(workshop)
    document = Document(workspace, workshop.id)
    document.apply(notes.add_notes(workshop, [f"困りごと{number}" for number in range(NOTES)]))
    return document


def _measured(document: Document, bare: Path) -> float:
    rng = Random(1)
    ids = sorted(document.workshop.notes)
    edit_times, bare_times = [], []
    descriptor = os.open(bare, os.O_RDWR | os.O_CREAT)
    sync = getattr(os, "fdatasync", os.fsync)
    try:
        os.pwrite(descriptor, BLOCK, 0)
        for _ in range(ROUNDS):
            edit = notes.move_notes(document.workshop, {rng.choice(ids): (rng.random(), rng.random())})
            start = perf_counter()
            document.apply(edit)
            edit_times.append(perf_counter() - start)
            start = perf_counter()
            # Over itself: the cheapest a disk can do, for a file that grows costs more.
            os.pwrite(descriptor, BLOCK, 0)
            sync(descriptor)
            bare_times.append(perf_counter() - start)
    finally:
        os.close(descriptor)
    return median(edit_times) / median(bare_times)
