"""まとめ: what the minutes still need on the left, how they will be printed on the right, and the buttons above."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.board import Cluster, Note
from models.edits.change import Edit
from models.language import gettext as _
from models.workshop import Details, Participant, Workshop, WorkshopFormat
from ui.attendance import Attendance
from ui.background import Work
from ui.choose_file import ask_save
from ui.close.details_form import DetailsForm
from ui.close.rewording_check import RewordingCheck
from ui.close.wording import Wordings
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.panes import TwoPanes, list_page
from ui.parts import button, card, label
from ui.pdf_pages import Preview
from ui.theme import ERROR, UNIT, WHITE
from ui.written import tell_written

_WITH_OPINIONS = frozenset({WorkshopFormat.KAIGI})
_WITH_DECISIONS = frozenset({WorkshopFormat.KAIGI, WorkshopFormat.DX})


class CloseScreen(QWidget):
    """Everything between the end of the meeting and its papers. `ask_path` asks where a paper goes."""

    ask_path: Callable[[QWidget, str, str, str], Path | None] = staticmethod(ask_save)

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self.setObjectName("page")
        self._live = live
        self._work: Work | None = None
        self.attendance = Attendance(live)
        self.details = DetailsForm(live, self)
        self.wordings = Wordings(live)
        self.check = RewordingCheck()
        self.preview = Preview(self._paper_maker)
        self.notice = Notice()
        self.pdf_button = button(_("Make the minutes (PDF)"), partial(self.make, ".pdf"), "primary")
        self.word_button = button(_("Make them in Word"), partial(self.make, ".docx"))
        self._sections: dict[str, QFrame] = {}
        self._build()
        self.check.annexes_changed.connect(self._annexes_changed)
        self.wordings.turned.connect(lambda: QTimer.singleShot(0, self, self._reveal_wordings))
        live.changed.connect(self._changed)
        self._tell_rest()

    def shown(self) -> None:
        """Called when the screen comes to the front: what was changed elsewhere is looked through."""
        self.wordings.refresh()
        self.check.refresh(self._live.workshop)
        self._tell_rest()

    def flush(self) -> None:
        """Save what is being typed now."""
        self.attendance.flush()
        self.details.form.flush()
        self.wordings.flush()

    def make(self, suffix: str) -> None:
        """Make the minutes into a file the person chooses, once nothing stands against it."""
        self.flush()
        self.check.refresh(self._live.workshop)
        if self._is_hindered() or self._work is not None:
            return
        from exports.files import minutes_file_name

        kinds = {".pdf": _("PDF document (*.pdf)"), ".docx": _("Word document (*.docx)")}
        name = minutes_file_name(self._live.workshop, suffix)
        path = self.ask_path(self, _("Where shall the minutes go?"), name, kinds[suffix])
        if path is not None:
            self._write(path)

    # making

    def _write(self, path: Path) -> None:
        from exports.papers import write_minutes

        workshop, verbatim, record = self._live.workshop, self.check.verbatim.value(), self.check.record.value()
        write = partial(write_minutes, workshop, path, verbatim=verbatim, running_record=record)
        self._work = Work(lambda: (path, write()))
        self._work.done.connect(self._written)
        self._work.failed.connect(self._not_written)
        self._busy(True)
        self.notice.tell(_("The minutes are being made…"))
        self._work.begin()

    def _written(self, result: tuple[Path, tuple[str, ...]]) -> None:
        path, replaced = result
        self._busy(False)
        tell_written(self.notice, _("The minutes were written: {path}").format(path=path), path, replaced)

    def _not_written(self, sentence: str) -> None:
        self._busy(False)
        self.notice.tell(sentence, look="problem")

    def _busy(self, busy: bool) -> None:
        self.pdf_button.setDisabled(busy)
        self.word_button.setDisabled(busy)
        if not busy:
            self._work = None

    def _paper_maker(self) -> Callable[[], bytes]:
        workshop, verbatim, record = self._live.workshop, self.check.verbatim.value(), self.check.record.value()

        def make() -> bytes:
            from exports.minutes import minutes_report
            from exports.pdf import render_pdf

            return render_pdf(minutes_report(workshop, verbatim_notes=verbatim, running_record=record)).data

        return make

    # what stands against it

    def _is_hindered(self) -> bool:
        self._mark("")
        if self._live.workshop.details.marking is None:
            self._object("marking", _("Choose the confidentiality marking first; it stands on every page."))
            self.details.marking.setFocus()
            return True
        if not self.check.confirmed.value():
            self._object("check", _("Check the wording first, then tick “I have checked the wording”."))
            self.check.confirmed.setFocus()
            return True
        return False

    def _object(self, section: str, sentence: str) -> None:
        self.notice.tell(sentence, look="problem")
        self._mark(section)
        self.panes.show_pane(0)
        self._area.ensureWidgetVisible(self._sections[section], 0, UNIT)

    def _reveal_wordings(self) -> None:
        """Others are in sight now: they are read from the first on."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + self.wordings.mapTo(self._area.viewport(), QPoint(0, 0)).y() - UNIT)

    def _mark(self, wrong: str) -> None:
        for name, frame in self._sections.items():
            edge = f"QFrame#section {{ background: {WHITE}; border: 2px solid {ERROR}; border-radius: 8px; }}"
            frame.setStyleSheet(edge if name == wrong else "")

    # following

    def _changed(self, edit: Edit) -> None:
        if edit.touches(Participant, Details):
            self.attendance.refresh()
        if edit.touches(Details):
            self.details.refresh()
            self._mark("")
        if self.isVisible():
            if edit.touches(Cluster, Note):
                self.wordings.refresh()
            self.check.refresh(self._live.workshop)
            self._tell_rest()
        self.preview.refresh_soon()

    def _annexes_changed(self) -> None:
        self.check.refresh(self._live.workshop)
        self.preview.refresh_soon()

    def _tell_rest(self) -> None:
        rest = still_open(self._live.workshop)
        told = _("Still to do: {rest}").format(rest=_(", ").join(rest)) if rest else _("All is there for the minutes.")
        self._rest.setText(told)

    # building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        head = QHBoxLayout()
        self._rest = label("", "second", wrap=True)
        head.addWidget(self._rest, 1)
        head.addWidget(self.word_button)
        head.addWidget(self.pdf_button)
        column.addLayout(head)
        column.addWidget(self.notice)
        self.panes = TwoPanes((_("Contents"), self._left()), (_("As printed"), self.preview), shares=(6, 5))
        column.addWidget(self.panes, 1)

    def _left(self) -> QScrollArea:
        self._area, column = list_page()
        column.setSpacing(2 * UNIT)
        column.addWidget(self._section("marking", _("Marking"), self.details.marking_fields()))
        column.addWidget(self._section("attendance", _("Attendance"), self.attendance))
        column.addWidget(self._section("content", _("Handouts and next meeting"), self.details.content_fields()))
        column.addWidget(label(_("Wording, group by group"), "heading", wrap=True))
        column.addWidget(label(_wording_advice(), "second", wrap=True))
        column.addWidget(self.wordings)
        column.addWidget(self._section("office", _("For the office's files"), self.details.office_fields()))
        column.addWidget(self._section("check", _("Check the wording"), self.check))
        column.addStretch(1)
        return self._area

    def _section(self, name: str, title: str, content: QWidget) -> QFrame:
        frame, column = card(2 * UNIT)
        frame.setObjectName("section")
        column.addWidget(label(title, "heading", wrap=True))
        column.addWidget(content)
        self._sections[name] = frame
        return frame


def still_open(workshop: Workshop) -> list[str]:
    """What a reader of the minutes would miss, in the order of the screen: of the sections this format has."""
    meant = workshop.details.format
    unworded = sum(not cluster.opinions for cluster in workshop.clusters.values()) if meant in _WITH_OPINIONS else 0
    untitled = sum(not cluster.title for cluster in workshop.clusters.values())
    undecided = meant in _WITH_DECISIONS and not workshop.decisions
    asked = (
        (_is_going_on(workshop), _("the meeting has not ended")),
        (not _has_begun(workshop), _("the meeting has not begun")),
        (workshop.details.marking is None, _("the marking")),
        (not workshop.participants, _("attendance")),
        (untitled > 0, _("titles ({count} groups)").format(count=untitled)),
        (unworded > 0, _("main opinions ({count} groups)").format(count=unworded)),
        (undecided, _("decisions")),
        (meant is WorkshopFormat.STUDY and not workshop.pledges, _("what is done from tomorrow on")),
        (meant is WorkshopFormat.TRAINING and not workshop.pledges, _("the declarations of what will be done")),
        (not workshop.details.retention, _("the retention period")),
    )
    return [words for missing, words in asked if missing]


def _is_going_on(workshop: Workshop) -> bool:
    return any(timing.current for timing in workshop.timings.values())


def _has_begun(workshop: Workshop) -> bool:
    """Whether the room was at any item of the agenda; one since taken out of it tells only that it is going on."""
    return _is_going_on(workshop) or any(key in workshop.agenda for key in workshop.timings)


def _wording_advice() -> str:
    return _("Notes do not go into the minutes as they are. Put into your own words what was said, and nobody's name.")
