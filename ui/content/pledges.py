"""明日からやること, 行動宣言: what each will do, entered as it is said."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from models.formats import Pledge
from models.language import gettext as _
from models.workshop import WorkshopFormat
from ui.content.entry import EntryField, QuickEntry
from ui.content.layout import beside, in_line
from ui.content.list_pane import ListPane
from ui.content.on_wall import WallButton, pledges_name
from ui.content.row import Row
from ui.editors import Area, Editor, Line, titled
from ui.live_document import LiveDocument
from ui.parts import label
from ui.wall import OnShow, Show


class PledgeRow(Row[Pledge]):
    """One pledge."""

    kind = Pledge

    def editors(self) -> dict[str, Editor]:
        """See `Row`."""
        return {"text": Area(2), "by": Line(hint=_("Division and post, no name"))}

    def arranged(self, editors: Mapping[str, Editor]) -> QWidget:
        """See `Row`."""
        return beside(titled(_("What will be done"), editors["text"]), titled(_("By whom"), editors["by"]))

    def told(self, entity: Pledge) -> list[tuple[str, str]]:
        """See `Row`."""
        return [(entity.text or _("(nothing written yet)"), "field"), (entity.by, "second")]


class PledgePane(ListPane[Pledge]):
    """All pledges of a study session or a training."""

    kind = Pledge

    def __init__(self, live: LiveDocument) -> None:
        super().__init__(live)
        self._told = label(_asked(live), "second", wrap=True)
        self.wall_button = WallButton(live.wall, OnShow(Show.PLEDGES), pledges_name(live.workshop))
        self.have_head(in_line((self._told, 1), (self.wall_button, 0)))

    def made_entry(self) -> QuickEntry:
        """See `ListPane`."""
        text = EntryField(_("What will be done, e.g. I open meetings with the decision wanted"))
        text.setAccessibleName(_("What will be done"))
        by = EntryField(_("Division and post, no name"))
        by.setAccessibleName(_("By whom"))
        made = QuickEntry({"text": text, "by": by}, _("Add"), self.add)
        made.column.addLayout(in_line((text, 3), (by, 2), (made.add_button, 0)))
        return made

    def made_row(self, row_id: str) -> PledgeRow:
        """See `ListPane`."""
        return PledgeRow(self._live, row_id)

    def teaching(self) -> str:
        """See `ListPane`."""
        return _(
            "Go round the room: each says one thing, small enough for tomorrow. Type it, press Enter, on to the next."
            " By whom may stay empty."
        )


def _asked(live: LiveDocument) -> str:
    if live.workshop.details.format is WorkshopFormat.TRAINING:
        return _("“Which piece of my own work do I change, and from when?”")
    return _("“What do I do differently from tomorrow on?”")
