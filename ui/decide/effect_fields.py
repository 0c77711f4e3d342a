"""The fields of an expected effect, and the hours a year they come to."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.decisions import TIMES_PER_YEAR, Effect
from models.language import gettext as _
from ui.decide.wording import effect_told, formula_told, frequency_of, frequency_words
from ui.editors import Area, Choice, Editor, Number, Tick, titled
from ui.parts import label
from ui.theme import UNIT

LIMIT_PEOPLE = 100_000


def effect_editors() -> dict[str, Editor]:
    """The editors of an effect by name."""
    return {
        "before": Number(1),
        "after": Number(1),
        "unit": Choice(frequency_words()),
        "times": Number(1),
        "people": Number(most=LIMIT_PEOPLE),
        "office_wide": Tick(_("These cases are the whole office's (people are not multiplied)")),
        "new_hours": Number(1),
        "quality": Area(2),
    }


def effect_of(values: Mapping[str, Any]) -> Effect:
    """The effect that the editors tell of; what is left empty counts nothing."""
    return Effect(
        minutes_before=values["before"] or 0.0,
        minutes_after=values["after"] or 0.0,
        times_per_year=(values["times"] or 0.0) * TIMES_PER_YEAR[values["unit"]],
        people=max(1, int(values["people"] or 1)),
        office_wide=values["office_wide"],
        new_hours=values["new_hours"] or 0.0,
        quality=values["quality"],
    )


def effect_values(effect: Effect) -> dict[str, Any]:
    """What the editors show of an effect; a zero is shown as nothing said."""
    times, unit = frequency_of(effect.times_per_year)
    return {
        "before": effect.minutes_before or None,
        "after": effect.minutes_after if effect.minutes_after or effect.minutes_before else None,
        "unit": unit if effect.times_per_year else "weekly",
        "times": times or None,
        "people": float(effect.people),
        "office_wide": effect.office_wide,
        "new_hours": effect.new_hours or None,
        "quality": effect.quality,
    }


class EffectFields(QWidget):
    """The editors in a sentence's order, and what they come to."""

    def __init__(self, editors: Mapping[str, Editor]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(label(_("Expected effect (an estimate will do)"), "field"))
        column.addLayout(self._minutes(editors))
        column.addLayout(self._cases(editors))
        column.addWidget(editors["office_wide"])
        column.addLayout(_sentence(_("New work it brings:"), editors["new_hours"], _("hours a year")))
        self._hours = label("", "lead", wrap=True)
        self._formula = label("", "second", wrap=True)
        column.addWidget(self._hours)
        column.addWidget(self._formula)
        column.addSpacing(UNIT)
        column.addWidget(titled(_("What gets better besides the hours"), editors["quality"]))
        editors["new_hours"].setAccessibleName(_("Hours a year newly needed"))

    def tell(self, effect: Effect) -> None:
        """Show the hours a year and how they are computed."""
        unknown = _("With minutes before and after and the frequency, the hours a year are computed.")
        self._hours.setText(effect_told(effect) or unknown)
        self._hours.setStyleSheet("" if not effect.is_counted else "font-weight: bold;")
        self._formula.setText(formula_told(effect))
        self._formula.setVisible(effect.is_counted)

    def _minutes(self, editors: Mapping[str, Editor]) -> QBoxLayout:
        editors["before"].setAccessibleName(_("Minutes a case, now"))
        editors["after"].setAccessibleName(_("Minutes a case, afterwards"))
        return _sentence(_("One case takes"), editors["before"], _("min →"), editors["after"], _("min"))

    def _cases(self, editors: Mapping[str, Editor]) -> QBoxLayout:
        editors["unit"].setAccessibleName(_("How often"))
        editors["times"].setAccessibleName(_("Times in that span"))
        editors["people"].setAccessibleName(_("People who do it"))
        people = (_("times people:"), editors["people"], _("people"))
        return _sentence(editors["unit"], editors["times"], _("times (how often)"), *people)


def _sentence(*parts: QWidget | str) -> QBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(UNIT)
    for part in parts:
        row.addWidget(label(part) if isinstance(part, str) else part)
    row.addStretch(1)
    return row
