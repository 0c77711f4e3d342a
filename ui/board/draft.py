"""What a person makes of a suggestion before anything is taken: its grain, titles, and what was put right by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from models.edits.clusters import Gathering, is_a_notes_words
from models.grouping import NO_HAND, Hand, Proposal, SuggestedFamily, SuggestedGroup, SuggestedMember, Sureness
from models.language import gettext as _
from models.text import clean_line
from models.workshop import Workshop
from ui.board.tints import TINTS, tinted

if TYPE_CHECKING:
    from models.grouping.suggestion import Suggestion

Mark = tuple[int, str, bool]
"""Of a note: the number of its group, from 1, the number's tint, whether it is weak."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person said to a suggestion: notes put right, and titles by the groups' keys."""

    hand: Hand = NO_HAND
    titles: dict[str, str] = field(default_factory=dict)


class Draft:
    """One suggestion for `workshop` as it was then; `proposal` are the groups at the present grain.

    `numbers` and `tints` tell groups apart, by their keys, and stay while a person corrects. What is ticked would be
    taken. Reasons and titles are worked out when they are first asked for: of a thousand notes few are ever looked
    at. `with_families` makes bigger groups too, `with_titles` takes proposals for titles that are one note's words.
    """

    def __init__(self, workshop: Workshop, suggestion: "Suggestion", *, lifted: bool = False) -> None:
        self.workshop, self.suggestion = workshop, suggestion
        self.step = suggestion.best
        self.with_families = self.with_titles = False
        self._lifted = lifted
        self._judged = Judged()
        self._before: list[Judged] = []
        self._left_out: set[str] = set()
        self._told: dict[object, str] = {}
        self._choices: dict[object, tuple[str, ...]] = {}
        self._verbatim: dict[object, bool] = {}
        self._families: dict[int, tuple[SuggestedFamily, ...]] = {}
        self._tint_of: dict[str, int] = {}
        self.numbers: dict[str, int] = {}
        self.tints: dict[str, int] = {}
        self._cut(anew=True)

    # the groups

    def _cut(self, *, anew: bool = False) -> None:
        """Cut the groups; only `anew` they are numbered, ordered and tinted anew: who corrects goes by all three."""
        found = self.suggestion.at(self.step, self._judged.hand)
        self._tell_apart(found.groups, anew=anew)
        groups = sorted(found.groups, key=lambda group: self.numbers[group.key])
        self.proposal: Proposal = replace(found, groups=tuple(groups))
        self._groups = {group.key: group for group in groups}
        self.homes: dict[str, tuple[SuggestedGroup, SuggestedMember]] = {}
        for group in groups:
            tint = self.tints[group.key]
            for member in group.members:
                self.homes[member.note_id] = group, member
                self._tint_of[member.note_id] = tint

    def _tell_apart(self, groups: Sequence[SuggestedGroup], *, anew: bool) -> None:
        """A number and a tint for each group; a group that is gone leaves its number free, should it come back."""
        if anew:
            self.numbers, self.tints = {}, tinted(((one.key, one.note_ids[0]) for one in groups), self._tint_of)
        new = [group for group in groups if group.key not in self.numbers]
        first = len(self.numbers) + 1
        self.numbers |= {group.key: number for number, group in enumerate(new, start=first)}
        for group in new:
            self.tints.setdefault(group.key, (self.numbers[group.key] - 1) % len(TINTS))

    def go_to(self, step: int) -> None:
        """Another grain; what was put right by hand holds there too."""
        self.step = step
        self._cut(anew=True)

    def group(self, key: str | None) -> SuggestedGroup | None:
        """The group of this key, if it is one at this grain."""
        return self._groups.get(key or "")

    def place(self, group: SuggestedGroup) -> int:
        """How many of the groups come before this one."""
        return self.proposal.groups.index(group)

    def has_families(self) -> bool:
        """Whether the groups of groups at this grain are known without working them out."""
        return self.step in self._families

    def families(self) -> tuple[SuggestedFamily, ...]:
        """Which of the groups belong together; only those with two groups or more at this grain."""
        if self.step not in self._families:
            self._families[self.step] = self.suggestion.families(self.step)
        known = (
            replace(one, group_keys=tuple(key for key in one.group_keys if key in self._groups))
            for one in self._families[self.step]
        )
        return tuple(one for one in known if len(one.group_keys) > 1)

    def tint(self, key: str) -> str:
        """The tint of a group, "#rrggbb"."""
        return TINTS[self.tints[key]]

    def preview(self) -> dict[str, Mark]:
        """What the board shows of it: a mark for each note that would be taken."""
        return {
            i: (self.numbers[group.key], TINTS[self.tints[group.key]], member.sureness is Sureness.WEAK)
            for i, (group, member) in self.homes.items()
            if i not in self._left_out
        }

    # what a person says to it

    def _judge(self, judged: Judged) -> None:
        self._before.append(self._judged)
        self._judged = judged
        self._cut()

    @property
    def can_undo(self) -> bool:
        """Whether anything was put right."""
        return bool(self._before)

    def undo(self) -> None:
        """As before what was put right last."""
        if self._before:
            self._judged = self._before.pop()
            self._cut()

    def _put_right(self, *, moved: dict[str, str], kept: dict[str, str], freed: Iterable[str]) -> None:
        freed = set(freed)
        touched = moved.keys() | kept.keys() | freed
        old = self._judged.hand
        self._judge(
            replace(
                self._judged,
                hand=Hand(
                    {i: other for i, other in old.moved.items() if i not in touched} | moved,
                    (old.freed - touched) | freed,
                    {i: other for i, other in old.kept.items() if i not in touched} | kept,
                ),
            )
        )

    def keep(self, note_ids: Iterable[str]) -> None:
        """These notes are right where they are; those in no group are passed over."""
        kept = {i: self._anchor(self.homes[i][0], i) for i in note_ids if i in self.homes}
        if kept:
            self._put_right(moved={}, kept=kept, freed=())

    def keep_group(self, group: SuggestedGroup) -> None:
        """All of a group is right, its title too."""
        title = self.title(group)
        self.keep(group.note_ids)
        if not self.is_known(group):
            self._judged = replace(self._judged, titles=self._judged.titles | {group.key: title})

    def move(self, note_ids: Iterable[str], key: str) -> None:
        """These notes go with another group."""
        group = self.group(key)
        moving = [i for i in note_ids if i not in self.homes or self.homes[i][0].key != key]
        if group is not None and moving:
            self._put_right(moved={i: self._anchor(group, i) for i in moving}, kept={}, freed=())

    def free(self, note_ids: Iterable[str]) -> None:
        """These notes stay alone."""
        freed = [i for i in note_ids if i in self.homes]
        if freed:
            self._put_right(moved={}, kept={}, freed=freed)

    def _anchor(self, group: SuggestedGroup, note_id: str) -> str:
        """The note of a group that another goes with: the closest that is where it is by itself."""
        hand = self._judged.hand
        others = [i for i in group.note_ids if i != note_id]
        own = [i for i in others if i not in hand.moved and i not in hand.kept]
        return next(iter(own or others), note_id)

    def said(self, note_id: str) -> str:
        """What a person said about a note, as one word; empty where nothing was."""
        hand = self._judged.hand
        if note_id in hand.moved:
            return _("moved by hand")
        if note_id in hand.kept:
            return _("kept by hand")
        return _("taken out by hand") if note_id in hand.freed else ""

    def is_left_out(self, note_id: str) -> bool:
        """Whether a note is not ticked."""
        return note_id in self._left_out

    def ticked(self, group: SuggestedGroup) -> int:
        """How many notes of a group are ticked."""
        if not self._left_out:
            return len(group.members)
        return sum(i not in self._left_out for i in group.note_ids)

    def tick(self, note_ids: Iterable[str], *, on: bool) -> None:
        """Take these notes too, or leave them out."""
        if on:
            self._left_out.difference_update(note_ids)
        else:
            self._left_out.update(note_ids)

    # titles and reasons

    def is_known(self, group: SuggestedGroup) -> bool:
        """Whether these notes would join a group that there is already."""
        return group.cluster_id in self.workshop.clusters

    def choices(self, group: SuggestedGroup) -> tuple[str, ...]:
        """Proposals for the title, the best first; none for a group that there is already."""
        if self.is_known(group):
            return ()
        if group.note_ids not in self._choices:
            self._choices[group.note_ids] = self.suggestion.titles(group)
        return self._choices[group.note_ids]

    def has_title(self, group: SuggestedGroup) -> bool:
        """Whether the title is known without working it out."""
        return self.is_known(group) or group.key in self._judged.titles or group.note_ids in self._choices

    def title(self, group: SuggestedGroup) -> str:
        """The title of a group: what it has, what a person chose, or the best proposal."""
        known = self.workshop.clusters.get(group.cluster_id or "")
        if known is not None:
            return known.title or _("Group without a title")
        return self._judged.titles.get(group.key) or self._proposed(group)

    def _proposed(self, group: SuggestedGroup) -> str:
        """The best proposal that would be taken as it is, or else the best."""
        choices = self.choices(group)
        own = (words for words in choices if not self._is_verbatim(group, words))
        return next(own, next(iter(choices), ""))

    def _is_verbatim(self, group: SuggestedGroup, words: str) -> bool:
        key = group.note_ids, words
        if key not in self._verbatim:
            notes = (self.workshop.notes[i] for i in group.note_ids if i in self.workshop.notes)
            self._verbatim[key] = is_a_notes_words(words, notes)
        return self._verbatim[key]

    def is_open(self, group: SuggestedGroup) -> bool:
        """Whether the title is one note's words, which become no title before a person says so."""
        if self.with_titles or self.is_known(group) or group.key in self._judged.titles:
            return False
        title = self.title(group)
        return bool(title) and self._is_verbatim(group, title)

    def name(self, group: SuggestedGroup, title: str) -> None:
        """Another title; an empty one brings back the best proposal."""
        title = clean_line(title)
        if self.is_known(group) or title == self._judged.titles.get(group.key, ""):
            return
        titles = {key: words for key, words in self._judged.titles.items() if key != group.key}
        self._judge(replace(self._judged, titles=titles | {group.key: title} if title else titles))

    def next_title(self, group: SuggestedGroup) -> None:
        """The next of the proposals, and after the last the first."""
        choices, now = self.choices(group), self.title(group)
        if self.is_open(group):
            self.name(group, now)
        elif choices:
            at = choices.index(now) if now in choices else -1
            self.name(group, choices[(at + 1) % len(choices)])

    def has_reason(self, group: SuggestedGroup, member: SuggestedMember | None = None) -> bool:
        """Whether a reason is known without working it out."""
        return _of(group, member) in self._told

    def reason(self, group: SuggestedGroup, member: SuggestedMember | None = None) -> str:
        """Why a group is one, or why a note is in it."""
        of = _of(group, member)
        if of not in self._told:
            why = self.suggestion.reason(group) if member is None else self.suggestion.why(member, group)
            self._told[of] = why
        return self._told[of]

    def next_best(self, group: SuggestedGroup, member: SuggestedMember) -> SuggestedGroup | None:
        """The group a note fits next best, where it is among those shown."""
        found = self.group(member.next_best)
        return None if found is None or found.key == group.key else found

    # what is taken

    def gatherings(self, *, everything: bool = False) -> list[Gathering]:
        """What is ticked, or everything, as it would be taken."""
        family_of = {
            key: number
            for number, family in enumerate(self.families() if self.with_families else (), start=1)
            for key in family.group_keys
        }
        taken = []
        for group in self.proposal.groups:
            ids = tuple(i for i in group.note_ids if everything or i not in self._left_out)
            if ids:
                taken.append(self._gathering(group, ids, family_of.get(group.key, 0)))
        return taken

    def _gathering(self, group: SuggestedGroup, ids: Sequence[str], family: int) -> Gathering:
        worded = self.with_titles or group.key in self._judged.titles
        return Gathering(tuple(ids), self.title(group), group.cluster_id, worded, family, self._lifted)

    def chosen_count(self) -> int:
        """How many notes are ticked."""
        return len(self.homes) if not self._left_out else sum(i not in self._left_out for i in self.homes)


def _of(group: SuggestedGroup, member: SuggestedMember | None) -> object:
    return group.note_ids, None if member is None else member.note_id
