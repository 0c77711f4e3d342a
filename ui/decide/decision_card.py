"""A decision with its reason and the group it solves."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.decisions import Decision
from models.edits import deciding
from models.edits.change import Edit, new_id, next_order
from models.language import gettext as _
from ui.decide.item_card import ItemCard
from ui.decide.wording import group_choices, group_name
from ui.editors import Area, Choice, Editor, titled
from ui.form import Form
from ui.live_document import LiveDocument
from ui.theme import UNIT


class DecisionCard(ItemCard):
    """One decision; without `decision` a draft for the group given."""

    def __init__(self, live: LiveDocument, decision: Decision | None = None, cluster_id: str | None = None) -> None:
        order = next_order(live.workshop.decisions.values())
        self._draft = decision or Decision(new_id(), order, "", cluster_id=cluster_id)
        self._group = Choice(group_choices(live.workshop))
        editors: dict[str, Editor] = {"text": Area(2), "reason": Area(2), "cluster_id": self._group}
        form = Form(editors, live)
        super().__init__(live, self._draft.id, form, _fields(editors))
        self.is_draft = decision is None
        form.show(_values(self._draft))
        self.refresh()

    def edit(self, values: Mapping[str, Any]) -> Edit | None:
        """See `ItemCard`."""
        known = self._live.workshop.decisions.get(self.item_id)
        if known is not None:
            return deciding.set_decision(self._live.workshop, replace(known, **values))
        if not self.is_draft:
            return None
        made = deciding.set_decision(self._live.workshop, replace(self._draft, **values))
        return replace(made, kind="decision_added")

    def values(self) -> dict[str, Any]:
        """See `ItemCard`."""
        return _values(self._live.workshop.decisions[self.item_id])

    def told(self) -> list[tuple[str, str]]:
        """See `ItemCard`."""
        workshop = self._live.workshop
        decision = workshop.decisions[self.item_id]
        group = workshop.clusters.get(decision.cluster_id or "")
        reason = _("Reason: {text}").format(text=decision.reason) if decision.reason else ""
        return [
            (decision.text or _("(nothing written yet)"), "field"),
            (reason, ""),
            ("" if decision.reason else _("No reason is given yet; the minutes need one."), "warning"),
            (_("Group: {group}").format(group=group_name(workshop, group)) if group else "", "second"),
        ]

    def exists(self) -> bool:
        """See `ItemCard`."""
        return self.item_id in self._live.workshop.decisions

    def refresh(self) -> None:
        """See `ItemCard`; groups may have come or gone."""
        self._group.offer(group_choices(self._live.workshop))
        super().refresh()


def _values(decision: Decision) -> dict[str, Any]:
    return {"text": decision.text, "reason": decision.reason, "cluster_id": decision.cluster_id}


def _fields(editors: Mapping[str, Editor]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * UNIT)
    column.addWidget(titled(_("What was decided"), editors["text"]))
    column.addWidget(titled(_("Why"), editors["reason"], _("The minutes give a reason with each decision.")))
    column.addWidget(titled(_("The group it solves"), editors["cluster_id"]))
    return whole
