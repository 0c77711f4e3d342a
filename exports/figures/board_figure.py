"""The board, or a part of it, laid out as a picture: what lies where, and what its foot says."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from exports.figures.arrows import Label, arrow_marks, label, reach
from exports.figures.covering import Covering
from exports.figures.figure import Box, Figure, Mark, Rectangle, Text, Watch, around, moved, unwatched
from exports.figures.papers import (
    covered,
    family_marks,
    family_rectangle,
    group_ground,
    group_head,
    group_rectangle,
    note_marks,
    note_words,
    pile_marks,
)
from exports.figures.shown import Shown, shown
from exports.palette import SECOND_TEXT, TEXT
from exports.sections.wording import marking_text
from exports.typesetting.dates import long_date
from exports.typesetting.fitting import Glyphs
from exports.typesetting.numerals import number
from exports.typesetting.text_lines import advance, text_lines
from models.board import Note, Relation
from models.language import gettext as _
from models.layout import FAMILY_HEAD, ISLAND_HEAD, paper
from models.problems import Problem
from models.routing import Way, past
from models.workshop import Workshop

MARGIN = 32.0
LEAST_WIDTH = 720.0
"""A picture is at least so wide, so that its foot can be read in few lines."""
SLIDE = 1_600.0
"""A picture is looked at about so many px wide: titles are set so that they can be read then."""
LEAST_SEEN = 13.0
WATCHED = 50


@dataclass(frozen=True, slots=True)
class Past:
    """A moment of the replay: the one with the number `place`, 0 before the first of all.

    It is the one after `now` of the `all` moments of a `chapter`, which has no title where nothing of an agenda ran.
    `unseen` counts the notes of today that a replay leaves out, as the room has not seen them; `reworded` says that
    something in the picture had other words at that moment.
    """

    chapter: str = ""
    now: int = 0
    all: int = 0
    unseen: int = 0
    place: int = 0
    reworded: bool = False

    @property
    def told(self) -> str:
        """Which moment it is, for the foot."""
        if not self.place:
            return "はじめ"
        if not self.chapter:
            return f"はじめから{number(self.place)}番目の時点"
        return f"「{self.chapter}」の" + ("おわり" if self.now == self.all else f"途中（{self.now}／{self.all}）")

    @property
    def named(self) -> str:
        """Which moment it is in few words, for the file's name."""
        return f"{self.place}番目の時点" if self.place else "はじめ"


def board_figure(
    workshop: Workshop, only: Collection[str] | None = None, watch: Watch = unwatched, past: Past | None = None
) -> Figure:
    """The picture of the whole board, or of the notes with the ids `only`; of a `past` moment its foot says which.

    Raises Problem when none of them may be shown.
    """
    picture = _Picture(workshop, shown(workshop, only), past)
    return picture.figure(watch)


class _Picture:
    """One picture being laid out, in the board's own coordinates."""

    def __init__(self, workshop: Workshop, seen: Shown, past: Past | None = None) -> None:
        if not seen.count:
            raise Problem(_("There is no picture to make: none of these notes has been shown to the room yet."))
        self._workshop, self._shown, self._past = workshop, seen, past
        self._groups = {group.cluster.id: group_rectangle(group) for group in seen.groups}
        self._families = {family.id: family_rectangle(groups) for family, groups in seen.families}
        self._notes = {note.id: paper(note) for note in self._papers()}
        self._content = around([*self._groups.values(), *self._families.values(), *self._notes.values()])
        self._size = _title_size(self._content[2] - self._content[0])
        self._cut = 0

    def _papers(self) -> Iterator[Note]:
        """The notes whose words are seen; in a pile that is the one on top."""
        for group in self._shown.groups:
            under = covered(group)
            yield from (note for note in group.notes if note.id not in under)
        yield from self._shown.lone

    def figure(self, watch: Watch) -> Figure:
        """All of it, moved to where a picture begins."""
        labels = list(self._labels())
        marks = [*self._grounds(), *self._arrows(), *self._heads(), *self._words(watch)]
        for one in labels:
            marks += one.marks()
        left, top, right, bottom = around([self._content, *(one.box for one in labels), *self._reached()])
        width = max(right - left + 2 * MARGIN, LEAST_WIDTH)
        height = bottom - top + 2 * MARGIN
        aside = (width - (right - left)) / 2 - left
        foot, depth = self._foot(width, height)
        placed = (moved(mark, aside, MARGIN - top) for mark in marks)
        return Figure(width, height + depth, (*placed, *foot), self._workshop.details.title, self._described())

    def _grounds(self) -> Iterator[Mark]:
        for family, groups in self._shown.families:
            yield from family_marks(family, groups, self._size)
        yield from map(group_ground, self._shown.groups)

    def _heads(self) -> Iterator[Mark]:
        for group in self._shown.groups:
            yield from group_head(group, self._size)
            yield from pile_marks(group)

    def _words(self, watch: Watch) -> Iterator[Mark]:
        for index, note in enumerate(self._papers()):
            if index % WATCHED == 0:
                watch(index / len(self._notes))
            words = note_words(note)
            self._cut += not words.whole
            yield from note_marks(note, words)

    # arrows

    def _end(self, end: str) -> Rectangle:
        return self._groups.get(end) or self._families.get(end) or self._notes[end]

    @cached_property
    def _ways(self) -> list[tuple[Relation, Way]]:
        """The arrows with the ways they have on the board."""
        islands, told = self._groups.values(), self._shown.relations
        return [(one, past(self._end(one.source_id), self._end(one.target_id), islands)) for one in told]

    def _arrows(self) -> Iterator[Mark]:
        for one, way in self._ways:
            yield from arrow_marks(way, one.kind, self._bold)

    @property
    def _bold(self) -> float:
        return self._size / 18

    def _reached(self) -> Iterator[Rectangle]:
        return (reach(way, self._bold) for _one, way in self._ways)

    def _labels(self) -> Iterator[Label]:
        """The words at the arrows, where they cover no note, no title and no other words if there is such a place."""
        taken = Covering([*self._notes.values(), *self._titles()])
        for one, way in self._ways:
            size = max(14, self._size * 3 // 4)
            made = label(one, way, size, taken.covers)
            if made is not None:
                taken.add(made.box)
                yield made

    def _titles(self) -> Iterator[Rectangle]:
        for heads, depth in ((self._groups, ISLAND_HEAD), (self._families, FAMILY_HEAD)):
            yield from ((left, top, right, top + depth) for left, top, right, _bottom in heads.values())

    # words about the picture

    def _described(self) -> str:
        notes = f"付箋{number(self._shown.count)}枚"
        return f"{notes}、グループ{number(len(self._groups))}つ" if self._groups else notes

    def _left_out(self) -> Iterator[str]:
        """What is not in the picture, or not as it was, each in a sentence."""
        hidden = self._shown.hidden + (self._past.unseen if self._past is not None else 0)
        if hidden:
            yield f"投影していない付箋{number(hidden)}枚は除いています。"
        if self._past is not None and self._past.reworded:
            yield "並びはこの時点、付箋や表札の文は今のものです。"
        if self._shown.far:
            yield f"遠く離れた所にある付箋{number(self._shown.far)}枚は除いています。"
        if self._cut:
            yield f"付箋{number(self._cut)}枚は文が長いため、途中までです。"

    def _foot(self, width: float, top: float) -> tuple[list[Mark], float]:
        """The foot's marks and its height: the meeting and its day, the marking, what was left out."""
        details, size = self._workshop.details, _foot_size(width)
        step, inner = size * 1.5, width - 2 * MARGIN
        marking = marking_text(details.marking, restricted=details.restricted) if details.marking else ""
        aside = _set(marking, inner, size)[:1] if marking else []
        taken = advance(aside[0]) * size + 2 * size if aside else 0.0
        part = "　（一部）" if self._shown.part else ""
        moment = f"　{self._past.told}" if self._past is not None else ""
        said = _set(f"{details.title}　{long_date(details.held_on)}{part}{moment}", inner - taken, size)
        said += _set("".join(self._left_out()), inner, size) if any(self._left_out()) else []
        marks: list[Mark] = [Box(MARGIN, top - MARGIN / 2, inner, 1.0, SECOND_TEXT)]
        lines = [(MARGIN, row, line) for row, line in enumerate(said)]
        lines += [(width - MARGIN - advance(line) * size, 0, line) for line in aside]
        marks += [Text(x, top + row * step + size, line, size, TEXT) for x, row, line in lines]
        return marks, len(said) * step + MARGIN / 2


def _title_size(width: float) -> int:
    """Type for titles that can be read where the picture is looked at as a slide."""
    wanted = max(18.0, LEAST_SEEN * width / SLIDE)
    return next((size for size in (18, 22, 28, 36) if size >= wanted), 40)


def _foot_size(width: float) -> int:
    return round(min(max(14.0, LEAST_SEEN * width / SLIDE), 96.0))


def _set(text: str, width: float, size: int) -> list[Glyphs]:
    return [tuple(line) for line, _goes_on in text_lines(text, width / size)]
