"""What is said when a paper was written: where it is, which characters had to be set otherwise, and how to open it."""

from functools import partial
from pathlib import Path

from models.language import gettext as _
from ui.choose_file import open_outside
from ui.notice import Notice


def tell_written(notice: Notice, told: str, path: Path, replaced: tuple[str, ...]) -> None:
    """Say `told`, and with it the characters that none of our fonts has; with buttons that open file and folder."""
    if replaced:
        told += "\n" + _("These characters are in none of our fonts and were set in their base form: {characters}")
        told = told.format(characters=" ".join(replaced))
    deeds = (
        (_("Open"), partial(open_outside, path)),
        (_("Open the folder"), partial(open_outside, path.parent)),
    )
    notice.tell(told, *deeds, look="warning" if replaced else "success")
