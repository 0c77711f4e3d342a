"""What the formats of meetings are called in the interface."""

from models.language import gettext as _
from models.workshop import WorkshopFormat


def format_word(workshop_format: WorkshopFormat) -> str:
    """The short name of a format."""
    return {
        WorkshopFormat.KAIGI: _("Kaigi"),
        WorkshopFormat.STUDY: _("Study session"),
        WorkshopFormat.TRAINING: _("Training"),
        WorkshopFormat.DX: _("DX workshop"),
    }[workshop_format]
