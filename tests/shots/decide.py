"""The vote by number and by strokes, its result, the matrix, and what can be done now."""

from collections.abc import Iterator
from dataclasses import replace

from models.workshop import WorkshopFormat
from tests.shots.stage import ALL_SIZES, Picture, Stage
from ui.decide.tabs import Tab
from ui.screens import DECIDE

KAIGI = WorkshopFormat.KAIGI


def scenes(stage: Stage) -> Iterator[Picture]:
    """Before the vote is closed, then after it."""
    before = stage.before_the_meeting(KAIGI)
    stage.open_copy(replace(before, payoffs={}), DECIDE)
    screen = stage.window.made(DECIDE)
    yield Picture("decide-vote", sizes=ALL_SIZES)
    screen.votes.counting.by_strokes.click()
    yield Picture("decide-strokes", sizes=ALL_SIZES)
    screen.show_tab(Tab.MATRIX)
    yield Picture("decide-matrix-empty")
    stage.open(KAIGI, DECIDE)
    screen = stage.window.made(DECIDE)
    screen.show_tab(Tab.VOTE)
    yield Picture("decide", sizes=ALL_SIZES)
    screen.show_tab(Tab.MATRIX)
    yield Picture("decide-matrix", sizes=ALL_SIZES)
    screen.show_tab(Tab.DOABLE)
    yield Picture("decide-doable", sizes=ALL_SIZES)
