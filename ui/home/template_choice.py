"""Which kind of meeting it shall be: the four formats, and the user's own templates."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.language import gettext as _
from models.template_file import AgendaTemplate
from models.templates import OWN_FOLDER, agenda_template, user_templates
from models.workshop import WorkshopFormat
from ui.home.words import format_word
from ui.notice import Notice
from ui.parts import button, card, label, page
from ui.theme import UNIT

IN_A_ROW = 4
"""Lengths that are told one by one."""
MOST_TOLD = 3
"""Broken templates that are told one by one; more of them are counted."""


class TemplateChoice(QWidget):
    """`chosen` brings the template; broken ones are told at the top and are in nobody's way.

    `demonstration_wanted` brings a format of which a demonstration is to be opened.
    """

    chosen = Signal(object)
    demonstration_wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.shipped: dict[WorkshopFormat, QPushButton] = {}
        self.own: list[QPushButton] = []
        self.demonstrations: dict[WorkshopFormat, QPushButton] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area, column = page(800)
        outer.addWidget(area)
        column.setSpacing(UNIT + UNIT // 2)
        column.addLayout(self._head())
        self.notice = Notice()
        column.addWidget(self.notice)
        templates, problems = user_templates(folder)
        self._add_shipped(column)
        self._add_own(column, templates)
        column.addLayout(self._demonstrations())
        column.addStretch(1)
        if problems:
            self._tell(problems)
        self.setFocusProxy(self.shipped[WorkshopFormat.KAIGI])

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(_("Which kind of meeting do you begin?"), "title", wrap=True), 1)
        row.addWidget(button(_("Cancel"), self.cancelled.emit))
        return row

    def _add_shipped(self, column: QVBoxLayout) -> None:
        for kind in WorkshopFormat:
            template = agenda_template(kind)
            frame, self.shipped[kind] = self._card(template, template.name, template.about)
            column.addWidget(frame)

    def _add_own(self, column: QVBoxLayout, templates: Sequence[AgendaTemplate]) -> None:
        if templates:
            column.addWidget(label(_("Your own templates"), "heading"))
        for template in templates:
            items = _("{count} items").format(count=len(template.items))
            about = template.about or f"{template.title}　{items}"
            frame, made = self._card(template, template.name, about, format_word(template.format))
            self.own.append(made)
            column.addWidget(frame)

    def _card(self, template: AgendaTemplate, name: str, about: str, kind: str = "") -> tuple[QFrame, QPushButton]:
        frame, column = card(margin=UNIT + UNIT // 2)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        words = QVBoxLayout()
        words.setSpacing(UNIT // 2)
        facts = "　".join(filter(None, (kind, lengths_told(template))))
        words.addLayout(_beside(label(name, "heading", wrap=True), label(facts, "second")))
        words.addWidget(label(about, wrap=True))
        row.addLayout(words, 1)
        made = button(_("Choose this"), partial(self.chosen.emit, template))
        made.setAccessibleName(name)
        made.setAccessibleDescription(about)
        row.addWidget(made)
        column.addLayout(row)
        return frame, made

    def _demonstrations(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(_("Open the demonstration workshop"), "second"))
        for kind in WorkshopFormat:
            made = button(format_word(kind), partial(self._demonstrate, kind), "quiet")
            made.setAccessibleDescription(_("Open the demonstration workshop"))
            self.demonstrations[kind] = made
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _demonstrate(self, kind: WorkshopFormat) -> None:
        for one in self.demonstrations.values():
            one.setEnabled(False)
        self.demonstrations[kind].setText(_("One moment…"))
        self.demonstration_wanted.emit(kind)

    def _tell(self, problems: Sequence[str]) -> None:
        told = [_("These templates cannot be read. The others can be used as ever."), *problems[:MOST_TOLD]]
        if len(problems) > MOST_TOLD:
            told.append(_("{count} more files cannot be read.").format(count=len(problems) - MOST_TOLD))
        self.notice.tell("\n".join(told), (_("Open the folder"), self._show_folder), look="warning")

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder / OWN_FOLDER)))


def _beside(name: QLabel, facts: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * UNIT)
    row.addWidget(name, 1)
    row.addWidget(facts)
    return row


def lengths_told(template: AgendaTemplate) -> str:
    """The lengths of a template: 60・90分; of many the shortest and the longest."""
    lengths = template.lengths
    told = "・".join(map(str, lengths)) if len(lengths) <= IN_A_ROW else f"{lengths[0]}～{lengths[-1]}"
    return _("{minutes} min").format(minutes=told)
