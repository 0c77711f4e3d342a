"""できることから: what the room placed in the matrix of effect and feasibility, what the section can do itself first.

Groups are told by their titles; lone notes are people's own words and only counted. Questions stand in a part of their
own.
"""

from collections.abc import Sequence

from exports.blocks import Align, Block, Column, Paragraph, Table
from exports.sections.wording import UNTITLED, Minuted
from exports.typesetting.numerals import figure
from models.board import NoteKind, Reach
from models.payoff import Level, Weighed, doable_first, level

_REACHES = {Reach.OWN: "自課で可", Reach.OTHERS: "他課と調整", Reach.RULES: "制度改正"}
_LEVELS = {Level.HIGH: "大", Level.MIDDLE: "中", Level.LOW: "小"}


def doable(minuted: Minuted) -> list[Block]:
    """The groups in the order of what can be done, and how many lone notes were placed beside them."""
    troubles = {group.id for group in minuted.trouble_groups()}
    placed = doable_first(minuted.workshop)
    groups = [one for one in placed if one.id in troubles]
    lone = sum(one.note is not None and one.note.kind is not NoteKind.QUESTION for one in placed)
    told: list[Block] = [_table(groups, votes=minuted.details.votes_closed)] if groups else []
    if lone:
        beside = "このほか、" if groups else ""
        told.append(Paragraph(f"{beside}どのグループにも入らない付箋{minuted.n(lone)}件を表に置いた。", 2))
    return told


def _table(groups: Sequence[Weighed], *, votes: bool) -> Table:
    columns = [
        Column("番号", 1.2, Align.CENTRE),
        Column("表札", 9),
        Column("実現性", 2.6, Align.CENTRE),
        Column("効果", 1.4, Align.CENTRE),
    ]
    rows = [_row(place, one) for place, one in enumerate(groups, 1)]
    if votes:
        columns.append(Column("投票", 1.4, Align.RIGHT))
        rows = [(*row, "－" if one.dots is None else figure(one.dots)) for row, one in zip(rows, groups, strict=True)]
    return Table(tuple(columns), tuple(rows))


def _row(place: int, one: Weighed) -> tuple[str, ...]:
    assert one.payoff is not None
    return str(place), one.title or UNTITLED, _REACHES[one.payoff.reach], _LEVELS[level(one.payoff.effect)]
