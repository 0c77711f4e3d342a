"""The fields of a case in the interface's words, and what a case tells in lines."""

from dataclasses import fields

from models.cases import CaseStudy, ReviewKind
from models.language import gettext as _
from ui.day import day_told
from ui.editors import number_told

PLAN_MARKS = "①②③④⑤⑥"
TAG_MARK = "、"


def field_names() -> dict[str, str]:
    """The names of the fields of a case."""
    return {
        "title": _("Title of the case"),
        "summary": _("In one line"),
        "problem": _("The trouble"),
        "before": _("Before"),
        "after": _("After"),
        "review_kinds": _("How the work was reviewed"),
        "expected_hours": _("Hours a year, expected"),
        "actual_hours": _("Hours a year, measured"),
        "formula": _("How the hours were computed"),
        "quality": _("What else got better"),
        "needs": _("What it needs (cost, powers, rules, tools)"),
        "spread": _("What to mind when taking it over"),
        "fits_when": _("Where it fits"),
        "fails_when": _("Where it does not fit"),
        "bureau": _("Bureau and division"),
        "period": _("When"),
        "contact": _("Contact (division, extension)"),
        "trigger": _("What set it off"),
        "devices": _("Good ideas on the way"),
        "stumbles": _("Stumbling blocks"),
        "tags": _("Tags"),
        "plan_items": _("Items of the ministry's plan"),
        "updated_on": _("Last changed"),
    }


def review_words() -> list[tuple[object, str]]:
    """The four ways to review work (ECRS)."""
    return [
        (ReviewKind.ELIMINATE, _("Stop doing it (eliminate)")),
        (ReviewKind.COMBINE, _("Do it together (combine)")),
        (ReviewKind.REARRANGE, _("Do it in another order or place (rearrange)")),
        (ReviewKind.SIMPLIFY, _("Do less of it, or more simply (simplify)")),
    ]


def plan_words() -> list[tuple[object, str]]:
    """The six items of the ministry's plan."""
    words = (
        _("Leaders are seen, and what they think"),
        _("Occasions to learn management"),
        _("Building trust"),
        _("More occasions to talk"),
        _("Solutions from those who do the work"),
        _("Sharing cases between bureaus and divisions"),
    )
    return [(number, f"{PLAN_MARKS[number - 1]} {text}") for number, text in enumerate(words, 1)]


def missing_told(missing: tuple[str, ...]) -> str:
    """What is still missing, as one sentence."""
    if not missing:
        return _("Complete: a reader elsewhere can judge whether it fits.")
    names = field_names()
    return _("Still missing: {fields}").format(fields=_(", ").join(names[name] for name in missing))


def told(case: CaseStudy) -> list[tuple[str, str]]:
    """Name and words of every field that says something, in the order of `field_names`."""
    known = {field.name for field in fields(case)}
    pairs = ((words, _value_told(case, name)) for name, words in field_names().items() if name in known)
    return [(words, text) for words, text in pairs if text]


def _value_told(case: CaseStudy, name: str) -> str:
    value = getattr(case, name)
    if name == "review_kinds":
        return TAG_MARK.join(words for kind, words in review_words() if kind in value)
    if name == "plan_items":
        return TAG_MARK.join(words for number, words in plan_words() if number in value)
    if name == "tags":
        return TAG_MARK.join(value)
    if name == "updated_on":
        return day_told(value) if value else ""
    if isinstance(value, float):
        return _("{hours} hours").format(hours=number_told(value))
    return str(value or "")
