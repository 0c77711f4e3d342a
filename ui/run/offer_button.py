"""One quiet line that says that time runs short, and opens the re-plans. Its place is kept while it is not there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from models.language import gettext as _
from ui.parts import label
from ui.theme import BODY, FOCUS, KEY, RADIUS, SMALL, TEXT, UNIT, WARNING_TEXT, WARNING_TINT, font

WIDTH, HEIGHT = 264, 60


class OfferButton(QPushButton):
    """`asked` when it is pressed, to open the re-plans or to put them away."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        size = f"border-radius: {RADIUS}px; padding: 0; min-height: {HEIGHT - 4}px; max-height: {HEIGHT - 4}px;"
        self.setStyleSheet(
            f"QPushButton {{ background: {WARNING_TINT}; border: 1px solid {WARNING_TEXT}; {size} }}"
            f"QPushButton:hover {{ border: 2px solid {WARNING_TEXT}; }}"
            f'QPushButton[ring="true"] {{ background: {FOCUS}; border: 2px solid {TEXT}; }}'
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        column.setSpacing(0)
        self.why, self.deed = label(), label()
        for words, px, colour in ((self.why, SMALL, TEXT), (self.deed, BODY, KEY)):
            words.setFont(font(px, bold=True))
            words.setStyleSheet(f"color: {colour};")
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(words)
        self.setAccessibleName(_("Re-plans"))
        self.clicked.connect(lambda: self.asked.emit())
        self.hide()

    def offer(self, why: str) -> None:
        """Say why, and that R opens the re-plans."""
        self._say(why, _("See the re-plans (R)"))

    def offer_to_go_on(self, why: str) -> None:
        """While the re-plans are open: put them away."""
        self._say(why, _("Go on as it is (Esc)"))

    def _say(self, why: str, deed: str) -> None:
        self.why.setText(why)
        self.deed.setText(deed)
        if self.accessibleName() != f"{why} {deed}":
            self.setAccessibleName(f"{why} {deed}")
        self.show()
