"""What was talked about on notes: troubles and questions by their groups, as titles, counts and confirmed wording.

Notes are people's own words and do not enter here. Dots are told only when the voting is closed.
"""

from collections.abc import Iterable, Sequence

from exports.blocks import Align, Block, Column, Heading, ListItem, Paragraph, Table
from exports.sections.wording import NOTHING, Minuted, group_title, lines_of
from exports.typesetting.numerals import figure, kana, number
from models.board import Cluster, Note, NoteKind
from models.voting import Ranked, candidates, ranking, voted
from models.workshop import VoteTurn

_NO_FAMILY = "【そのほか】"
_NO_TROUBLE = frozenset({NoteKind.PARKED, NoteKind.QUESTION})


def troubles(minuted: Minuted) -> list[Block]:
    """共有された困りごと: titles and counts, dots only after the voting; parked notes apart, and questions not here."""
    notes = _of_troubles(minuted.workshop.notes.values())
    groups = [group for group in minuted.trouble_groups() if _has_troubles(minuted, group)]
    parked = sum(note.kind is NoteKind.PARKED for note in minuted.workshop.notes.values())
    told: list[Block] = [Paragraph(_counts(minuted, notes, groups), 2)] if notes or groups else []
    if groups:
        told.append(_groups(minuted, groups))
        told += _turnout(minuted)
    if parked:
        apart = Paragraph(f"このほか、駐車場（今回は扱わず、取っておくもの）の付箋{minuted.n(parked)}件。", 2)
        told = [*(told or [Paragraph(NOTHING, 2)]), apart]
    return told


def _of_troubles(notes: Iterable[Note]) -> list[Note]:
    return [note for note in notes if note.kind not in _NO_TROUBLE]


def _has_troubles(minuted: Minuted, group: Cluster) -> bool:
    """Whether a group tells of troubles: some of its notes do, or it has a title only."""
    members = minuted.workshop.members(group.id)
    return not members or bool(_of_troubles(members))


def _counts(minuted: Minuted, notes: Sequence[Note], groups: Sequence[Cluster]) -> str:
    n, ids = minuted.n, {group.id for group in groups}
    alone = sum(note.cluster_id not in ids for note in notes)
    told = f"付箋{n(len(notes))}件が出され"
    told += f"、うち{n(len(notes) - alone)}件を{n(len(groups))}グループにまとめた。" if groups else "た。"
    return told + (f"どのグループにも入らない付箋{n(alone)}件。" if alone and groups else "")


def _groups(minuted: Minuted, groups: Sequence[Cluster]) -> Table:
    """The groups in their order, below the bigger group they belong to; after the voting with dots and ranks, and with
    the notes on their own that got dots.

    Such a note has no title that somebody agreed on, and its words are one person's: it is told by its place alone.
    """
    columns = [Column("番号", 1, Align.CENTRE), Column("表札", 10), Column("件数", 1.4, Align.RIGHT)]
    ranks = {row.candidate.id: row for row in ranking(minuted.workshop, lone=False)}
    told = [
        (group.id, str(place), group_title(group), len(_of_troubles(minuted.workshop.members(group.id))))
        for place, group in enumerate(groups, 1)
    ]
    if minuted.details.votes_closed:
        columns += [Column("投票", 1.4, Align.RIGHT), Column("順位", 2, Align.CENTRE)]
        alone = [row.id for row in candidates(minuted.workshop, lone=False) if row.is_note]
        told += [(i, "－", f"（単独の付箋　その{number(n)}）", 1) for n, i in enumerate(alone, 1)]
    above = _above(minuted, [row[0] for row in told])
    rows: list[tuple[str, ...]] = []
    bound: set[int] = set()
    for i, place, title, count in told:
        if i in above:
            bound.add(len(rows))
            rows.append(("", above[i], *("" for _column in columns[2:])))
        rows.append((place, title, figure(count), *_votes(minuted, ranks[i])))
    return Table(tuple(columns), tuple(rows), frozenset(bound))


def _above(minuted: Minuted, ids: Sequence[str]) -> dict[str, str]:
    """What stands above a row of the table, by the id of what it tells of: at the first of each bigger group that one's
    title. Nothing where there is no bigger group."""
    families = minuted.workshop.families
    homes = {group.id: group.family_id for group in minuted.workshop.clusters.values() if group.family_id in families}
    first = {homes.get(i): i for i in reversed(ids)}
    titles = {i: f"【{group_title(families[home])}】" if home else _NO_FAMILY for home, i in first.items()}
    return titles if set(first) - {None} else {}


def _votes(minuted: Minuted, ranked: Ranked) -> tuple[str, ...]:
    """Dots and rank, nothing while the voting is open."""
    if not minuted.details.votes_closed:
        return ()
    if ranked.dots is None:
        return ("－", "－")
    return (figure(ranked.dots), f"{ranked.place}（同数）" if ranked.tied else str(ranked.place))


def _turnout(minuted: Minuted) -> list[Block]:
    """By how many it was voted, with how many dots each, and how many of them put none; only what somebody said."""
    details, people = minuted.details, voted(minuted.workshop)
    if not details.votes_closed or not details.dots_each:
        return []
    each = f"１人{minuted.n(details.dots_each)}枚のシールで"
    whom = f"{minuted.n(people)}人が" if people else ""
    turns = "係員、管理職の順に" if details.vote_turn is VoteTurn.MANAGERS else ""
    return [Paragraph(f"投票は、{whom}{each}{turns}行い、白票は{minuted.n(details.blank_votes)}人であった。", 2)]


def _by_group(groups: Sequence[Cluster], field: str) -> list[Block]:
    """What the facilitator wrote of each group, under the group's title."""
    told: list[Block] = []
    worded = [(group, lines_of(getattr(group, field))) for group in groups]
    for place, (group, lines) in enumerate((group, lines) for group, lines in worded if lines):
        told.append(Heading(3, group_title(group), kana(place)))
        told += [ListItem(line, indent=3) for line in lines]
    return told


def opinions(minuted: Minuted) -> list[Block]:
    """主な意見, by group."""
    return _by_group(minuted.trouble_groups(), "opinions")


def measures(minuted: Minuted) -> list[Block]:
    """検討した対応策, by group."""
    return _by_group(minuted.trouble_groups(), "measures")


def questions(minuted: Minuted) -> list[Block]:
    """質問: how many there were, and for each group its title, what was asked and what was answered, as confirmed."""
    asked = minuted.questions()
    if not asked:
        return []
    told: list[Block] = [Paragraph(f"質問{minuted.n(len(asked))}件が出された。", 2)]
    for place, group in enumerate(minuted.question_groups()):
        told.append(Heading(3, group_title(group), kana(place)))
        told += [ListItem(line, "問：", 3) for line in lines_of(group.opinions)]
        told += [ListItem(line, "答：", 3) for line in lines_of(group.measures)]
    return told
