"""Draw everything, or what begins with one of the words on the command line."""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from tests.shots import board, content, decide, intake, meeting, screens
from tests.shots.stage import FOLDER, Stage, on_stage
from ui.theme import apply_theme

SCENES = (screens.scenes, decide.scenes, board.scenes, intake.scenes, content.scenes, meeting.scenes)


def draw(stage: Stage) -> None:
    """All scenes in the order in which a facilitator meets them."""
    for scenes in SCENES:
        for picture in scenes(stage):
            stage.shoot(picture)


def main(wanted: list[str]) -> int:
    """Draw what is wanted."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    apply_theme(app)
    with on_stage(tuple(wanted)) as stage:
        draw(stage)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
