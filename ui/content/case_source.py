"""The cases there are to show: those of every workshop in the workspace, and those received from elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from models.cases import CaseStudy
from models.language import gettext as _
from models.text import search_key
from models.workshop import Workshop
from models.workspace.workspace import Workspace
from ui.content.wording import hours_told


@dataclass(frozen=True, slots=True)
class Offer:
    """A case to choose. `read` gives it whole; it raises a Problem when the file it is in cannot be read."""

    id: str
    title: str
    bureau: str
    source: str
    read: Callable[[], CaseStudy]

    @property
    def key(self) -> str:
        """What a search looks in."""
        return search_key(" ".join((self.title, self.bureau, self.source)))


def received_offers(workspace: Workspace) -> list[Offer]:
    """The received cases; their files are read when one is taken."""
    return [
        Offer(one.id, one.title, one.bureau, _("received case"), _reader(workspace, one.id))
        for one in workspace.received_cases()
    ]


def own_offers(workspace: Workspace, here: Workshop) -> Iterator[Callable[[], list[Offer]]]:
    """What reads the cases of each workshop, the open one first; it raises a Problem for one that cannot be read."""
    yield lambda: _of(here)
    for details in workspace.workshops():
        if details.id != here.id:
            yield partial(_read, workspace, details.id)


def shown_fields(case: CaseStudy) -> dict[str, str]:
    """What the room needs of a case."""
    return {
        "title": case.title,
        "bureau": case.bureau,
        "summary": case.summary,
        "problem": case.problem,
        "before": case.before,
        "after": case.after,
        "effect": effect_words(case),
        "case_id": case.id,
    }


def effect_words(case: CaseStudy) -> str:
    """The effect of a case: measured hours before expected ones, and what else got better."""
    hours = ""
    if case.actual_hours is not None:
        hours = _("{hours} a year saved (measured)").format(hours=hours_told(case.actual_hours))
    elif case.expected_hours is not None:
        hours = _("{hours} a year saved (expected)").format(hours=hours_told(case.expected_hours))
    return "\n".join(part for part in (hours, case.quality) if part)


def _read(workspace: Workspace, workshop_id: str) -> list[Offer]:
    return _of(workspace.load(workshop_id))


def _of(workshop: Workshop) -> list[Offer]:
    cases = sorted(workshop.cases.values(), key=lambda case: (case.title, case.id))
    return [_offer(case, workshop.details.title) for case in cases]


def _offer(case: CaseStudy, source: str) -> Offer:
    return Offer(case.id, case.title, case.bureau, source, lambda: case)


def _reader(workspace: Workspace, case_id: str) -> Callable[[], CaseStudy]:
    def read() -> CaseStudy:
        from models.library.case_file import read_case

        return read_case(workspace.received_case_file(case_id)).case

    return read
