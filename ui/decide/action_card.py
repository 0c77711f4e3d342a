"""An action (宿題事項): what, who, until when, the first step, the effect it should have."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.decisions import ActionItem
from models.edits import deciding
from models.edits.change import Edit, new_id, next_order
from models.language import gettext as _
from ui.day import Day
from ui.decide.effect_fields import EffectFields, effect_editors, effect_of, effect_values
from ui.decide.item_card import ItemCard
from ui.decide.wording import action_told, group_choices, group_name, open_questions
from ui.editors import Area, Choice, Editor, Line, titled
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button, line
from ui.theme import UNIT

FIELDS = ("what", "owner", "due", "first_step", "done_when", "cluster_id")


class ActionCard(ItemCard):
    """One action; without `action` a draft for the group given. `case_wanted` carries the action's id."""

    case_wanted = Signal(str)

    def __init__(self, live: LiveDocument, action: ActionItem | None = None, cluster_id: str | None = None) -> None:
        order = next_order(live.workshop.actions.values())
        self._draft = action or ActionItem(new_id(), order, "", cluster_id=cluster_id)
        self._group = Choice(group_choices(live.workshop))
        editors = _editors(live, self._group)
        self._effect = EffectFields(editors)
        form = Form(editors, live)
        super().__init__(live, self._draft.id, form, _fields(editors, self._effect))
        self.is_draft = action is None
        self.case_button = button(_("Make a case of this"), lambda: self.case_wanted.emit(self.item_id), "quiet")
        self.foot.insertWidget(1, self.case_button)
        form.typed.connect(lambda: self._effect.tell(effect_of(form.values())))
        form.show(_values(self._draft))
        self.refresh()

    def edit(self, values: Mapping[str, Any]) -> Edit | None:
        """See `ItemCard`."""
        known = self._live.workshop.actions.get(self.item_id)
        if known is None and not self.is_draft:
            return None
        said = {name: values[name] for name in FIELDS}
        action = replace(known or self._draft, **said, effect=effect_of(values))
        made = deciding.set_action(self._live.workshop, action)
        return replace(made, kind="action_added") if known is None else made

    def values(self) -> dict[str, Any]:
        """See `ItemCard`; a frequency is shown as it was put, however the cases a year could be told."""
        effect = self._live.workshop.actions[self.item_id].effect
        values = _values(self._live.workshop.actions[self.item_id])
        if effect_of(self.form.values()).times_per_year == effect.times_per_year:
            del values["times"], values["unit"]
        return values

    def told(self) -> list[tuple[str, str]]:
        """See `ItemCard`."""
        workshop = self._live.workshop
        action = workshop.actions[self.item_id]
        group = workshop.clusters.get(action.cluster_id or "")
        first = _("First step: {text}").format(text=action.first_step) if action.first_step else ""
        return [
            (action.what or _("(nothing written yet)"), "field"),
            (action_told(action), ""),
            (first, "second"),
            (_("Group: {group}").format(group=group_name(workshop, group)) if group else "", "second"),
            (open_questions(action), "warning"),
        ]

    def exists(self) -> bool:
        """See `ItemCard`."""
        return self.item_id in self._live.workshop.actions

    def refresh(self) -> None:
        """See `ItemCard`; groups may have come or gone."""
        self._group.offer(group_choices(self._live.workshop))
        super().refresh()
        self._effect.tell(effect_of(self.form.values()))


def _editors(live: LiveDocument, group: Choice) -> dict[str, Editor]:
    soon = ((_("In 2 weeks"), 14), (_("In 1 month"), 30), (_("In 3 months"), 91))
    return {
        "what": Area(2),
        "owner": Line(hint=_("e.g. General Affairs Division, chief clerk")),
        "due": Day(_meeting_day(live), soon, _("Choose a due date")),
        "first_step": Area(1),
        "done_when": Area(1),
        "cluster_id": group,
        **effect_editors(),
    }


def _meeting_day(live: LiveDocument) -> Any:
    def day() -> date:
        return live.workshop.details.held_on

    return day


def _values(action: ActionItem) -> dict[str, Any]:
    return {name: getattr(action, name) for name in FIELDS} | effect_values(action.effect)


def _fields(editors: Mapping[str, Editor], effect: EffectFields) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * UNIT)
    column.addWidget(titled(_("What to do"), editors["what"]))
    row = QHBoxLayout()
    row.setSpacing(2 * UNIT)
    row.addWidget(titled(_("Who (division and post)"), editors["owner"]), 1)
    row.addWidget(titled(_("Due"), editors["due"]), 1)
    column.addLayout(row)
    column.addWidget(titled(_("The first step"), editors["first_step"], _("What can be done tomorrow already?")))
    column.addWidget(titled(_("Done when"), editors["done_when"], _("How anyone can see that it is done.")))
    column.addWidget(titled(_("The group it solves"), editors["cluster_id"]))
    column.addWidget(line())
    column.addWidget(effect)
    return whole
