"""研修の事例: cases of the library, copied for this room, or written by hand."""

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.edits.lists import add_row
from models.formats import ShownCase
from models.language import gettext as _
from models.problems import Problem
from models.workspace.workspace import Workspace
from ui.content.case_picker import CasePicker
from ui.content.case_source import Offer, shown_fields
from ui.content.entry import EntryField, QuickEntry
from ui.content.knacks import in_short, shown_keys
from ui.content.layout import beside, in_line, stacked
from ui.content.list_pane import ListPane
from ui.content.row import Row
from ui.editors import Area, Editor, Line, titled
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.parts import button, restyle
from ui.wall import OnShow, Show


class ShownCaseRow(Row[ShownCase]):
    """One case."""

    kind = ShownCase

    @property
    def on_show(self) -> OnShow | None:
        """See `Row`."""
        return OnShow(Show.CASE, self.row_id)

    def editors(self) -> dict[str, Editor]:
        """See `Row`."""
        lines: dict[str, Editor] = {"title": Line(), "bureau": Line()}
        areas: dict[str, Editor] = {name: Area(2) for name in ("summary", "problem", "before", "after", "effect")}
        return lines | areas

    def arranged(self, editors: Mapping[str, Editor]) -> QWidget:
        """See `Row`."""
        return stacked(
            beside(
                titled(_("Title of the case"), editors["title"]), titled(_("Bureau and division"), editors["bureau"])
            ),
            titled(_("In one line"), editors["summary"]),
            titled(_("The trouble"), editors["problem"]),
            beside(titled(_("Before"), editors["before"]), titled(_("After"), editors["after"])),
            titled(_("What came of it"), editors["effect"]),
        )

    def told(self, entity: ShownCase) -> list[tuple[str, str]]:
        """See `Row`."""
        effect = _("Effect: {text}").format(text=in_short(entity.effect)) if entity.effect else ""
        return [
            (entity.title or _("(no title)"), "field"),
            (entity.bureau, "second"),
            (in_short(entity.summary or entity.problem), ""),
            (effect, "second"),
        ]


class ShownCasePane(ListPane[ShownCase]):
    """The cases of a training, in the order they are shown."""

    kind = ShownCase
    opens_after_entry = "summary"

    def made_entry(self) -> QuickEntry:
        """See `ListPane`."""
        self.pick_button = button(_("Choose from the cases"), lambda: None, "primary")
        title = EntryField(_("Or write one by hand: its title"))
        title.setAccessibleName(_("Title of the case"))
        bureau = EntryField(_("Bureau and division"))
        bureau.setAccessibleName(_("Bureau and division"))
        made = QuickEntry({"title": title, "bureau": bureau}, _("Add"), self.add)
        restyle(made.add_button, "")  # choosing comes first
        made.column.addLayout(in_line((self.pick_button, 0), (title, 3), (bureau, 2), (made.add_button, 0)))
        return made

    def made_row(self, row_id: str) -> ShownCaseRow:
        """See `ListPane`."""
        return ShownCaseRow(self._live, row_id)

    def keys(self) -> str:
        """See `ListPane`."""
        return shown_keys()

    def teaching(self) -> str:
        """See `ListPane`."""
        return _(
            "Two or three cases are enough: one of this ministry, one small enough to be done tomorrow. Choose them"
            " from the cases made here or received, or write one by hand.\nThe room sees a case only while you show it"
            " to everyone."
        )


class CasesPane(QWidget):
    """The list and, in its place, the picker. What is taken in is told in `notice`."""

    def __init__(self, live: LiveDocument, workspace: Workspace, notice: Notice) -> None:
        super().__init__()
        self._live, self._notice = live, notice
        self.list = ShownCasePane(live)
        self.picker = CasePicker(workspace)
        self.stage = QStackedWidget()
        self.stage.addWidget(self.list)
        self.stage.addWidget(self.picker)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.list.pick_button.clicked.connect(self.pick)
        self.picker.chosen.connect(self.take)
        self.picker.done.connect(self.back)

    def begin(self) -> None:
        """Where the keyboard begins."""
        picking = self.stage.currentWidget() is self.picker
        (self.picker.search if picking else self.list.pick_button).setFocus()

    def pick(self) -> None:
        """Offer the cases there are."""
        self._notice.clear()
        self.stage.setCurrentWidget(self.picker)
        self.picker.open(self._live.workshop)

    def back(self) -> None:
        """Back to the list."""
        self.stage.setCurrentWidget(self.list)
        self.list.pick_button.setFocus()

    def take(self, offer: Offer) -> None:
        """Copy a case for this room; what is changed here later leaves the library's as it is."""
        try:
            case = offer.read()
        except Problem as problem:
            self._notice.tell(str(problem), look="problem")
            return
        fields = shown_fields(case) | {"case_id": offer.id}
        if self._live.apply(add_row(self._live.workshop, ShownCase, **fields)):
            self._notice.tell(_("Taken in: “{title}”").format(title=in_short(case.title)))
            self.picker.mark({one.case_id for one in self._live.workshop.shown_cases.values() if one.case_id})
