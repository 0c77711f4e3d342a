"""Running text of a size and colour of its own."""

from ui.prose import Prose
from ui.theme import BODY, TEXT, font


class Paragraph(Prose):
    """Text that wraps and grows downwards; `px` is its size."""

    def __init__(self, px: int = BODY, colour: str = TEXT, *, bold: bool = False) -> None:
        super().__init__()
        self.setFont(font(px, bold=bold))
        self._colour = ""
        self.say("", colour)

    def say(self, text: str, colour: str | None = None) -> None:
        """Show another text, or the same in another colour."""
        if colour is not None and colour != self._colour:
            self._colour = colour
            self.setStyleSheet(f"color: {colour};")
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
