"""Whatever people do, in whatever order: memory and disk agree, and everything can be taken back and done again."""

import shutil
import tempfile
from dataclasses import fields
from datetime import date, time
from pathlib import Path
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from models.board import Note
from models.document import Document
from models.edits import notes
from models.edits.change import Edit, new_id
from models.templates import new_workshop
from models.workshop import Details, Workshop
from models.workspace.check import faults
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from tests.random_edits import clock_edit, undoable_edit

RANDOMS = st.randoms(use_true_random=False, note_method_calls=False)


def _undoable(workshop: Workshop) -> tuple[object, ...]:
    """All that undo may change: everything but the running clock."""
    return tuple((one.name, getattr(workshop, one.name)) for one in fields(workshop) if one.name != "timings")


class History(RuleBasedStateMachine):
    """A workshop, and beside it the states one should come back to."""

    workspace: Workspace

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.workspace = Workspace(self.folder)
        self.clock = FakeClock()
        workshop = new_workshop(Details(new_id(), "会", date(2026, 6, 4), time(10)))
        self.workspace.create(workshop)
        self.document = Document(self.workspace, workshop.id)
        self.past = [_undoable(workshop)]
        self.typed = 0
        self.future: list[tuple[object, ...]] = []

    def _carried_out(self, edit: Edit) -> None:
        if edit.changes:
            self.past.append(_undoable(self.document.workshop))
            self.future = []

    @rule(rng=RANDOMS)
    def edit(self, rng: Random) -> None:
        edit = undoable_edit(self.document.workshop, rng)
        self.document.apply(edit)
        self._carried_out(edit)

    @precondition(lambda self: self.document.workshop.notes)
    @rule(rng=RANDOMS)
    def type(self, rng: Random) -> None:
        note: Note = rng.choice(self.document.workshop.ordered_notes())
        self.typed += 1
        for length in range(1, 4):
            edit = notes.set_note_text(self.document.workshop, note.id, f"{self.typed}{'打っている'[:length]}")
            self.document.apply(edit, continuing=length > 1)
        self._carried_out(edit)

    @rule(rng=RANDOMS)
    def run_clock(self, rng: Random) -> None:
        self.document.apply(clock_edit(self.document.workshop, rng, self.clock))

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            if self.document.undo() is None:
                assert len(self.past) == 1
                break
            self.future.append(self.past.pop())
            assert _undoable(self.document.workshop) == self.past[-1]

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            if self.document.redo() is None:
                assert not self.future
                break
            self.past.append(self.future.pop())
            assert _undoable(self.document.workshop) == self.past[-1]

    @rule()
    def reopen(self) -> None:
        workshop = self.document.workshop
        self.workspace.close()
        self.workspace = Workspace(self.folder)
        self.document = Document(self.workspace, workshop.id)
        assert self.document.workshop == workshop

    @rule()
    def there_and_back(self) -> None:
        here = self.document.workshop
        steps = 0
        while self.document.undo():
            steps += 1
        assert _undoable(self.document.workshop) == self.past[0]
        for _ in range(steps):
            self.document.redo()
        assert self.document.workshop == here

    @invariant()
    def memory_is_what_the_disk_has(self) -> None:
        if not hasattr(self, "document"):
            return
        assert self.workspace.load(self.document.workshop.id) == self.document.workshop
        assert faults(self.workspace) == []

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.workspace.close()
            shutil.rmtree(self.folder)


def test_history_holds_when_anything_is_done_in_any_order() -> None:
    run_state_machine_as_test(History, settings=settings(max_examples=60, stateful_step_count=25))
