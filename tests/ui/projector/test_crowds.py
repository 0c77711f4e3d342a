"""Thousands of notes on the wall: the first page comes at once, the rest in steps, and nothing is done twice."""

import pytest

from models.agenda import AgendaPhase
from models.edits import notes
from tests.clock import FakeClock
from tests.ui.projector.steps import go
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow, flow
from ui.projector.pieces import lines_needed
from ui.projector.shown import look

MANY = 2_000


def _looked_at(live: LiveDocument, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The notes that are laid out from now on, in a room that reads very many."""
    live.apply(notes.add_notes(live.workshop, [f"困りごとの{number}番目" for number in range(MANY)]))
    laid: list[str] = []

    def counting(text: str, px: float, width: float, most: int, bold: bool = False) -> int:
        laid.append(text)
        return lines_needed(text, px, width, most, bold)

    monkeypatch.setattr(flow, "lines_needed", counting)
    go(live, clock, AgendaPhase.SHARE)
    return laid


def test_few_notes_are_laid_out_at_once_and_all_in_the_end_when_there_are_thousands(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid = _looked_at(live, clock, monkeypatch)
    assert len(laid) < MANY / 4
    on_page = sum("番目" in text for text in projector.painted_texts())
    assert f"つづき{MANY - on_page}枚（1ページ目）" in projector.painted_texts()
    for _look in range(MANY // 60 + 1):
        projector.look()
    assert f"つづき{MANY - on_page}枚（1/{projector.pages}）" in projector.painted_texts()
    seen = set[str]()
    for _page in range(projector.pages):
        seen |= {text for text in projector.painted_texts() if "番目" in text}
        projector.turn(1)
    assert len(seen) == MANY
    assert projector.page == 0


def test_page_stays_when_a_note_is_reworded_while_one_far_behind_is_on_the_wall(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(notes.add_notes(live.workshop, [f"困りごとの{number}番目" for number in range(MANY)]))
    go(live, clock, AgendaPhase.SHARE)
    for _page in range(40):
        projector.turn(1)
    before = projector.painted_texts()
    first = live.workshop.ordered_notes()[0]
    live.apply(notes.set_note_text(live.workshop, first.id, "困りごとの一番目"))
    assert projector.page == 40
    assert [text for text in projector.painted_texts() if "番目" in text] == [t for t in before if "番目" in t]


def test_nothing_is_put_in_order_again_when_only_the_clock_goes_on(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid = _looked_at(live, clock, monkeypatch)
    groups = look(live.workshop, clock())[0].groups
    for _look in range(MANY // 60 + 1):
        projector.look()
    laid.clear()
    clock.advance(3)
    projector.look()
    assert look(live.workshop, clock())[0].groups is groups
    assert not laid
