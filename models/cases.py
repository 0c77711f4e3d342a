"""Case studies: what other bureaus read and adopt. The fields, and what is missing for completeness."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum


class ReviewKind(StrEnum):
    """How the work was reviewed (ECRS)."""

    ELIMINATE = "eliminate"
    COMBINE = "combine"
    REARRANGE = "rearrange"
    SIMPLIFY = "simplify"


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """One case (業務見直し事例), made from an action of a workshop.

    The fields follow the ministries' collections (業務改革事例, WLB 職場表彰, 政策個表) and the acceptance criteria of
    OECD's OPSI. `plan_items` are numbers 1-6 of the ministry's plan (①-⑥). `action_id` is the action it tells of,
    empty once it has travelled; `origin` the id of the case it was derived from.
    """

    id: str
    title: str
    summary: str = ""
    bureau: str = ""
    period: str = ""
    tags: tuple[str, ...] = ()
    plan_items: tuple[int, ...] = ()
    trigger: str = ""
    problem: str = ""
    before: str = ""
    after: str = ""
    review_kinds: tuple[ReviewKind, ...] = ()
    devices: str = ""
    stumbles: str = ""
    expected_hours: float | None = None
    actual_hours: float | None = None
    formula: str = ""
    quality: str = ""
    needs: str = ""
    spread: str = ""
    fits_when: str = ""
    fails_when: str = ""
    contact: str = ""
    updated_on: date | None = None
    origin: str = ""
    action_id: str = ""


REQUIRED = (
    "title",
    "summary",
    "bureau",
    "period",
    "problem",
    "before",
    "after",
    "review_kinds",
    "quality",
    "needs",
    "spread",
    "fits_when",
    "contact",
)
"""Without these a reader elsewhere cannot judge whether the case fits (OPSI: complete, plain, self-contained)."""


def missing_fields(case: CaseStudy) -> tuple[str, ...]:
    """Names of the required fields that are still empty, in the order of the sheet.

    The effect counts as told when either a figure or its quality is given.
    """
    missing = {name for name in REQUIRED if not getattr(case, name)}
    if case.expected_hours is not None or case.actual_hours is not None:
        missing.discard("quality")
    return tuple(field.name for field in fields(case) if field.name in missing)
