"""Edits of case studies."""

from dataclasses import replace
from datetime import date

from models.cases import CaseStudy
from models.decisions import ActionItem, Effect, hours_a_year
from models.edits.change import Edit, cleaned, new_id, put, remove
from models.workshop import Workshop


def _number(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")


def formula(effect: Effect) -> str:
    """The effect's computation in figures, as the sheet shows it; empty when there are no figures."""
    if not effect.is_counted:
        return ""
    before, after = _number(effect.minutes_before), _number(effect.minutes_after)
    people = "" if effect.office_wide else f"×{effect.people}人"
    new = f"－{_number(effect.new_hours)}時間" if effect.new_hours else ""
    return f"（{before}分－{after}分）×年{_number(effect.times_per_year)}件{people}÷60{new}"


def add_case(workshop: Workshop, action: ActionItem, today: date) -> Edit:
    """A case study drafted from an action and the group it solves; the facilitator completes it."""
    cluster = workshop.clusters.get(action.cluster_id or "")
    case = CaseStudy(
        new_id(),
        title=action.what,
        bureau=workshop.details.bureau,
        period=f"{workshop.details.held_on.year}年{workshop.details.held_on.month}月～",
        plan_items=(5,),
        trigger=f"{workshop.details.title}で挙がった困りごとから",
        problem=cluster.title if cluster else "",
        after=action.what,
        expected_hours=float(round(hours_a_year(action.effect))) if action.effect.is_counted else None,
        formula=formula(action.effect),
        quality=action.effect.quality,
        contact=action.owner,
        updated_on=today,
        action_id=action.id,
    )
    return put(workshop, "case_added", case)


def set_case(workshop: Workshop, case: CaseStudy, today: date) -> Edit:
    """What is newly said in a case study."""
    case = cleaned(case)
    if workshop.cases.get(case.id) == case:
        return Edit("case_changed", ())
    return put(workshop, "case_changed", replace(case, updated_on=today))


def delete_case(workshop: Workshop, case_id: str) -> Edit:
    """A case study taken away."""
    return remove("case_deleted", workshop.cases[case_id])
