"""What all sections say alike: names, the phrase for nothing, and how people's lines are taken over.

All wording here is Japanese: papers are Japanese documents in either language of the screens.
"""

from dataclasses import dataclass

from exports.blocks import Block, Paragraph
from exports.typesetting.numerals import Digits, number
from models.board import Cluster, Family, Note, NoteKind
from models.decisions import ActionStatus
from models.workshop import Details, Marking, MinutesState, Workshop, WorkshopFormat

NOTHING = "特になし"
NOT_FILLED_IN = "未記入"
UNTITLED = "（表札なし）"
FORMAT_NAMES = {
    WorkshopFormat.KAIGI: "業務見直し皆議",
    WorkshopFormat.STUDY: "業務見直し勉強会",
    WorkshopFormat.TRAINING: "業務見直し研修",
    WorkshopFormat.DX: "DXワークショップ",
}
STATE_NAMES = {MinutesState.DRAFT: "案", MinutesState.FINAL: "確定"}
STATUS_NAMES = {
    ActionStatus.OPEN: "未着手",
    ActionStatus.DOING: "実施中",
    ActionStatus.DONE: "完了",
    ActionStatus.STOPPED: "中止",
}
ENOUGH_PEOPLE = 5
"""In a smaller meeting a 課室・職 beside somebody's word would name that person."""


@dataclass(frozen=True, slots=True)
class Minuted:
    """A workshop that is being minuted, and how the numbers in the paper's own wording are written."""

    workshop: Workshop
    digits: Digits = Digits.MIXED

    @property
    def details(self) -> Details:
        """What is said of the workshop as a whole."""
        return self.workshop.details

    @property
    def people(self) -> int:
        """How many took part, as the attendance says: 0 where it was not filled in, whatever was expected."""
        return sum(row.count for row in self.workshop.participants.values())

    @property
    def may_tell_posts(self) -> bool:
        """Whether 課室・職 may stand beside what somebody said: only where five people or more took part."""
        return self.people >= ENOUGH_PEOPLE

    def n(self, value: int) -> str:
        """A number within a sentence, in the chosen digits."""
        return number(value, self.digits)

    def question_groups(self) -> list[Cluster]:
        """The groups that hold nothing but questions."""
        return [group for group in self.workshop.ordered_clusters() if self._asks(group)]

    def trouble_groups(self) -> list[Cluster]:
        """The groups of everything else: those of one bigger group (大きなグループ) together, then those of none."""
        families = {family.id: place for place, family in enumerate(self.workshop.ordered_families())}
        found = [group for group in self.workshop.ordered_clusters() if not self._asks(group)]
        return sorted(found, key=lambda group: families.get(group.family_id or "", len(families)))

    def questions(self) -> list[Note]:
        """The questions, whatever group they were put into."""
        return [note for note in self.workshop.ordered_notes() if note.kind is NoteKind.QUESTION]

    def _asks(self, group: Cluster) -> bool:
        members = self.workshop.members(group.id)
        return bool(members) and all(note.kind is NoteKind.QUESTION for note in members)


def marking_text(marking: Marking, *, restricted: bool) -> str:
    """機密性２情報（関係者限り）."""
    return f"機密性{number(marking.value)}情報{'（関係者限り）' if restricted else ''}"


def format_name(workshop: Workshop) -> str:
    """What this kind of meeting is called."""
    return FORMAT_NAMES[workshop.details.format]


def group_title(group: Cluster | Family) -> str:
    """The 表札 of a group, or of a bigger one."""
    return group.title or UNTITLED


def lines_of(text: str) -> list[str]:
    """The lines of a text that say something, without the marks of a list that somebody typed before them."""
    stripped = (line.strip().lstrip("・･•").strip() for line in text.split("\n"))
    return [line for line in stripped if line]


def said(text: str, indent: int = 1) -> list[Block]:
    """A paragraph for each line of a text; none for an empty one."""
    return [Paragraph(line.strip(), indent) for line in text.split("\n") if line.strip()]
