"""The outline (叙述): the KJ picture read aloud, as a tree of lines and as text.

Groups of groups, groups and lone notes come in the order in which the arrows lead. The text is a Japanese paper in
either language of the interface. Notes that are kept from the room are in none of it, nor is what consists of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from models.board import Note, Relation, RelationKind
from models.reading_order import Arrow, reading_order
from models.text import clean_line, cut
from models.workshop import Ordered, Workshop, in_order

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_INDENT = "　"
_SAID_CHARS = 40
_WEIGHT = {RelationKind.CAUSE: 2, RelationKind.LEADS: 1}
"""What brings something about says more than what comes before it: a circle is rather opened at the latter."""


class LineKind(StrEnum):
    """What a line is of."""

    FAMILY = "family"
    GROUP = "group"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as it is told at one of its ends: `other_id` is the other one, `relation` says how."""

    relation: Relation
    other_id: str

    @property
    def kind(self) -> RelationKind:
        """How the two belong together."""
        return self.relation.kind


@dataclass(frozen=True, slots=True)
class Line:
    """One family, group or note with what belongs to it, in reading order.

    `text` is its title or words; empty for what has none, and for a note of which only the number is told. `notes`
    is how many notes are in it. A relation is among the `links` of exactly one of its ends.
    """

    kind: LineKind
    id: str
    text: str
    notes: int
    children: tuple["Line", ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines at the top; `alone` counts lone notes that are not among them, because they have no title."""

    lines: tuple[Line, ...]
    alone: int = 0


def outline(workshop: Workshop, *, words: bool = True) -> Outline:
    """The outline of a board: with the notes' `words` for the room, or with titles only, for papers.

    With titles only, notes are counted and not told; a lone note is a line only where an arrow leads to or from it.
    """
    return _Telling(workshop, words).outline()


class _Telling:
    """The board of one workshop while it is told."""

    def __init__(self, workshop: Workshop, words: bool) -> None:
        self._words = words
        open_notes = [note for note in workshop.ordered_notes() if not note.hidden and not note.team]
        self._members = _by_home(open_notes, {note.id: note.cluster_id for note in open_notes}, workshop.clusters)
        filled = {note.cluster_id for note in workshop.notes.values()}
        groups = [one for one in workshop.ordered_clusters() if one.id not in filled or self._members[one.id]]
        self._groups = _by_home(groups, {one.id: one.family_id for one in groups}, workshop.families)
        homes = {one.family_id for one in workshop.clusters.values()}
        families = [one for one in workshop.ordered_families() if one.id not in homes or self._groups[one.id]]
        self._lines = {one.id: Line(LineKind.FAMILY, one.id, clean_line(one.title), 0) for one in families}
        self._lines |= {one.id: self._group(one.id, one.title) for one in groups}
        self._lines |= {note.id: self._note(note) for note in open_notes}
        self._parents = {one.id: home for home, kin in self._groups.items() if home for one in kin}
        self._parents |= {note.id: home for home, kin in self._members.items() if home for note in kin}
        known = (one for one in in_order(workshop.relations) if {one.source_id, one.target_id} <= self._lines.keys())
        self._relations = [one for one in known if one.source_id != one.target_id]
        lone = [note.id for note in self._members[""]]
        tied = {end for one in self._relations for end in (one.source_id, one.target_id)}
        self._told = lone if words else [note_id for note_id in lone if note_id in tied]
        self._alone = len(lone) - len(self._told)
        self._top = [*(one.id for one in families), *(one.id for one in self._groups[""]), *self._told]

    def outline(self) -> Outline:
        """All of it."""
        children = {home: self._ordered([one.id for one in kin]) for home, kin in self._groups.items() if home}
        top = self._ordered(self._top)
        links = self._links(top, children)
        return Outline(tuple(self._line(one, children, links) for one in top), self._alone)

    def _note(self, note: Note) -> Line:
        return Line(LineKind.NOTE, note.id, clean_line(note.text) if self._words else "", 1)

    def _group(self, cluster_id: str, title: str) -> Line:
        return Line(LineKind.GROUP, cluster_id, clean_line(title), len(self._members[cluster_id]))

    def _line(self, one: str, children: Mapping[str, Sequence[str]], links: Mapping[str, Sequence[Link]]) -> Line:
        line = self._lines[one]
        below = [note.id for note in self._members.get(one, ())] if self._words else []
        kin = tuple(self._line(child, children, links) for child in children.get(one, below))
        notes = sum(child.notes for child in kin) if line.kind is LineKind.FAMILY else line.notes
        return Line(line.kind, one, line.text, notes, kin, tuple(links.get(one, ())))

    def _ordered(self, ids: Sequence[str]) -> list[str]:
        """Things beside each other in reading order; an arrow between what is in them counts as theirs."""
        numbers = {one: number for number, one in enumerate(ids)}
        arrows: defaultdict[Arrow, int] = defaultdict(int)
        neighbours: list[Arrow] = []
        for relation in self._relations:
            source, target = (self._among(numbers, end) for end in (relation.source_id, relation.target_id))
            if source is None or target is None or source == target:
                continue
            if relation.kind in _WEIGHT:
                arrows[source, target] += _WEIGHT[relation.kind]
            elif relation.kind is RelationKind.MUTUAL:
                neighbours.append((source, target))
        return [ids[number] for number in reading_order(len(ids), arrows, neighbours)]

    def _among(self, numbers: Mapping[str, int], end: str) -> int | None:
        """The one of these things that `end` is or is in."""
        at: str | None = end
        while at is not None and at not in numbers:
            at = self._parents.get(at)
        return None if at is None else numbers[at]

    def _links(self, top: Iterable[str], children: Mapping[str, Sequence[str]]) -> Mapping[str, list[Link]]:
        """Each relation at the end where it is told: what it leads to where it starts, anything else at the end that
        is read later, or, of a cause, at what it brings about."""
        order: dict[str, int] = {}
        for one in top:
            for child in (one, *children.get(one, ())):
                for told in (child, *(note.id for note in self._members.get(child, ()))):
                    order[told] = len(order)
        links: defaultdict[str, list[Link]] = defaultdict(list)
        for relation in self._relations:
            source, target = (self._shown_end(end) for end in (relation.source_id, relation.target_id))
            if source == target:
                continue
            at, other = (target, source) if _is_told_at_target(relation, order, source, target) else (source, target)
            links[at].append(Link(relation, other))
        return links

    def _shown_end(self, end: str) -> str:
        """The line at which an end is told: a note in a group has none of its own with titles only."""
        line = self._lines[end]
        return self._parents.get(end, end) if line.kind is LineKind.NOTE and not self._words else end


def _is_told_at_target(relation: Relation, order: Mapping[str, int], source: str, target: str) -> bool:
    if relation.kind in (RelationKind.MUTUAL, RelationKind.CONFLICT):
        return order[target] > order[source]
    return relation.kind is RelationKind.CAUSE


_Home = TypeVar("_Home", bound=Ordered)


def _by_home(
    things: Iterable[_Home], homes: Mapping[str, str | None], known: Mapping[str, object]
) -> defaultdict[str, list[_Home]]:
    """Things by the id of what they are in, those in nothing that is known under an empty one."""
    found: defaultdict[str, list[_Home]] = defaultdict(list)
    for thing in things:
        home = homes[thing.id]
        found[home if home is not None and home in known else ""].append(thing)
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the outline as text, and the id of what it is about; empty for what is only counted."""

    id: str
    text: str


def as_text(told: Outline) -> str:
    """The outline as text, numbered １, (1), ・ as offices do; empty for an empty board."""
    return "\n".join(row.text for row in as_rows(told))


def as_rows(told: Outline) -> list[Row]:
    """The same row by row."""
    numbers = dict(_numbers(told.lines))
    lines = {line.id: line for line in _every(told.lines)}
    rows = [row for line in told.lines for row in _rows(line, 0, numbers, lines)]
    if told.alone:
        said = f"{'ほかに、' if rows else ''}どのグループにも入らない付箋が{_number(told.alone)}件ある。"
        rows.append(Row("", said))
    return rows


def link_words(kind: RelationKind, other: str, label: str = "") -> str:
    """A relation in words, told at the end where the outline tells it; `other` is the other end's name.

    The `label` typed at the arrow is quoted, and said to stand there: it may be any word or sentence.
    """
    said = {
        RelationKind.LEADS: f"これが次につながる　→　{other}",
        RelationKind.CAUSE: f"その原因は{other}",
        RelationKind.CONFLICT: f"{other}と対立している",
        RelationKind.MUTUAL: f"{other}とたがいに関わる",
    }[kind]
    return f"{said}（矢印に「{label}」とある）" if label else said


def _every(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield line
        yield from _every(line.children)


def _number(value: int) -> str:
    """One digit full-width, more half-width."""
    text = str(value)
    return text.translate(_FULL_WIDTH) if len(text) == 1 else text


def _numbers(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """What a line is called by elsewhere: ３ at the top, ３(2) for a group in it; a note in a group has no number."""
    for place, line in enumerate(lines, start=1):
        yield line.id, _number(place)
        groups = (child for child in line.children if child.kind is LineKind.GROUP)
        yield from ((child.id, f"{_number(place)}({inner})") for inner, child in enumerate(groups, start=1))


def _rows(line: Line, depth: int, numbers: Mapping[str, str], lines: Mapping[str, Line]) -> Iterator[Row]:
    yield Row(line.id, f"{_INDENT * depth}{_head(line, depth, numbers)}")
    for link in line.links:
        label = clean_line(link.relation.label)
        said = link_words(link.kind, _name(lines[link.other_id], numbers), label)
        yield Row(line.id, f"{_INDENT * (depth + 1)}{said}")
    for child in line.children:
        yield from _rows(child, depth + 1, numbers, lines)


def _head(line: Line, depth: int, numbers: Mapping[str, str]) -> str:
    number = numbers.get(line.id)
    if number is None:
        return f"・{line.text}"
    shown = number if depth == 0 else number[number.index("(") :]
    counted = line.kind is not LineKind.NOTE and not any(one.kind is LineKind.NOTE for one in _every(line.children))
    return f"{shown}　{line.text or _untold(line)}{f'（付箋{_number(line.notes)}件）' if counted else ''}"


def _untold(line: Line) -> str:
    return "（どのグループにも入らない付箋）" if line.kind is LineKind.NOTE else "（表札なし）"


def _name(line: Line, numbers: Mapping[str, str]) -> str:
    number = numbers.get(line.id, "")
    return f"{number}「{cut(line.text, _SAID_CHARS)}」" if line.text else f"{number}{_untold(line)}"
