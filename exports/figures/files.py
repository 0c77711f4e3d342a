"""What files with pictures are called."""

from exports.files import safe_name
from models.workshop import Workshop


def picture_file_name(workshop: Workshop, suffix: str, part: str = "") -> str:
    """20260604_業務見直し皆議_図.png for `suffix` ".png"; `part` says what of the board it is, if not all."""
    named = f"図({part})" if part else "図"
    return safe_name(f"{workshop.details.held_on:%Y%m%d}_{workshop.details.title}_{named}", suffix)
