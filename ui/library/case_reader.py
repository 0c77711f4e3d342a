"""A case from elsewhere: its page as the sender saw it, and its fields to search and copy from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.language import gettext as _
from models.library.case_file import CaseFile
from ui.library.wording import told
from ui.panes import TwoPanes, list_page
from ui.parts import card, label
from ui.pdf_pages import PdfPages
from ui.theme import UNIT


class CaseReader(QWidget):
    """Title above, fields and page beside each other. Nothing in it can be changed."""

    def __init__(self, case_file: CaseFile) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.title = label(case_file.case.title, "heading", wrap=True)
        column.addWidget(self.title)
        area, fields = list_page()
        frame, inside = card(UNIT // 4)
        for name, text in told(case_file.case):
            inside.addWidget(label(name, "field", wrap=True))
            shown = label(text, wrap=True)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            inside.addWidget(shown)
            inside.addSpacing(UNIT)
        fields.addWidget(frame)
        fields.addStretch(1)
        self.pages = PdfPages()
        self.pages.show_pdf(case_file.sheet_pdf)
        self.panes = TwoPanes((_("The page"), self.pages), (_("Field by field"), area), both_from=760, shares=(3, 2))
        column.addWidget(self.panes, 1)
