"""The screens of what a format works on."""

from collections.abc import Iterator

from models.workshop import WorkshopFormat
from tests.shots.stage import ALL_SIZES, Picture, Stage
from ui.screens import CONTENT


def scenes(stage: Stage) -> Iterator[Picture]:
    """One a format that has such a screen."""
    for kind in (WorkshopFormat.STUDY, WorkshopFormat.TRAINING, WorkshopFormat.DX):
        stage.open(kind, CONTENT)
        yield Picture(f"content-{kind}", sizes=ALL_SIZES)
