"""コツ: what presenters of a study session teach, one after another."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from models.formats import Knack
from models.language import gettext as _
from models.text import cut
from ui.content.entry import EntryField, QuickEntry
from ui.content.layout import beside, in_line, stacked
from ui.content.list_pane import ListPane
from ui.content.row import Row
from ui.editors import Area, Editor, Line, titled
from ui.wall import OnShow, Show


class KnackRow(Row[Knack]):
    """One knack."""

    kind = Knack

    @property
    def on_show(self) -> OnShow | None:
        """See `Row`."""
        return OnShow(Show.KNACK, self.row_id)

    def editors(self) -> dict[str, Editor]:
        """See `Row`."""
        texts: dict[str, Editor] = {"title": Line(), "presenter": Line(hint=_("Division and post, no name"))}
        return texts | {"steps": Area(4), "before": Area(2), "after": Area(2), "material": Area(1)}

    def arranged(self, editors: Mapping[str, Editor]) -> QWidget:
        """See `Row`."""
        return stacked(
            beside(
                titled(_("Title of the knack"), editors["title"]),
                titled(_("Presented by (division and post)"), editors["presenter"]),
            ),
            titled(_("Steps"), editors["steps"], _("One step a line; the projector numbers them.")),
            beside(
                titled(_("How it was done before"), editors["before"]),
                titled(_("How it is done with the knack"), editors["after"]),
            ),
            titled(_("Material"), editors["material"], _("Where the form or the file is to be found.")),
        )

    def told(self, entity: Knack) -> list[tuple[str, str]]:
        """See `Row`."""
        steps = sum(bool(one.strip()) for one in entity.steps.split("\n"))
        parts = [
            entity.presenter,
            _("Steps: {count}").format(count=steps) if steps else _("No steps are written yet"),
        ]
        change = ""
        if entity.before or entity.after:
            change = _("{before} → {after}").format(before=in_short(entity.before), after=in_short(entity.after))
        return [
            (entity.title or _("(no title)"), "field"),
            (_(" · ").join(part for part in parts if part), "second"),
            (change, "second"),
        ]


class KnackPane(ListPane[Knack]):
    """All knacks of a study session."""

    kind = Knack
    opens_after_entry = "steps"

    def made_entry(self) -> QuickEntry:
        """See `ListPane`."""
        title = EntryField(_("Title of the knack, e.g. Seating plans from last time's file"))
        title.setAccessibleName(_("Title of the knack"))
        presenter = EntryField(_("Division and post, no name"))
        presenter.setAccessibleName(_("Presented by (division and post)"))
        made = QuickEntry({"title": title, "presenter": presenter}, _("Add a knack"), self.add)
        made.column.addLayout(in_line((title, 3), (presenter, 2), (made.add_button, 0)))
        return made

    def made_row(self, row_id: str) -> KnackRow:
        """See `ListPane`."""
        return KnackRow(self._live, row_id)

    def keys(self) -> str:
        """See `ListPane`."""
        return shown_keys()

    def teaching(self) -> str:
        """See `ListPane`."""
        return _(
            "Write down here what each presenter will teach: a title, then its steps, one a line. A presenter who knows"
            " two or three steps by heart is worth more than a long document.\nThe room sees a knack only while you"
            " show it to everyone."
        )


def shown_keys() -> str:
    """The keys of a row that can be shown by itself."""
    return _("Keys on a row: ↑↓ choose · Enter change · Space show to everyone · Alt+↑↓ move · Delete delete")


def in_short(text: str) -> str:
    """The beginning of a text, in one line."""
    return cut(text.replace("\n", " "), 40)
