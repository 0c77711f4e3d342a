"""The run sheet (進行表): the facilitator's own paper, to be held in the hand while the room works.

The timetable comes first, as short as it can be; the room's checklist, and what to do and to say in each item, follow.
Times are the plan's: what the room agrees on later is in the minutes. It needs no marking, for it tells of nobody; one
that was chosen is shown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from exports.blocks import Align, Block, Closing, Column, Heading, ListItem, PageBreak, Paragraph, Report, Table
from exports.sections.opening import where, who
from exports.sections.wording import NOT_FILLED_IN, Minuted, format_name, lines_of, marking_text
from exports.typesetting.dates import clock, long_date
from exports.typesetting.numerals import Digits, figure, number
from models.agenda import AgendaItem, AgendaPhase, ScheduledItem, locked_start, schedule, total_minutes
from models.formats import CheckKind, RoomCheck
from models.workshop import Workshop, in_order

CHECK_NAMES = {CheckKind.ROOM: "会場", CheckKind.THINGS: "備品", CheckKind.NOTICE: "案内"}
_BOX, _TICKED = "□", "✓"
_COLUMNS = (
    Column("時刻", 2.1, Align.CENTRE),
    Column("分（最短）", 2.9, Align.CENTRE),
    Column("項目", 6.6, strong=True),
    Column("画面に出すこと・班の動き", 13.4),
)
_WORDS = (
    Column("時刻", 2.1, Align.CENTRE),
    Column("項目", 4.9, strong=True),
    Column("進め方・声かけ", 14.1),
    Column("用意するもの", 4.0),
)
_PAIRS = (Column("", 4.0, strong=True), Column("", 21.0))
_SCRIPT = "声かけ例"
_WAITING = "（次の項目の開始を待つ）"


def _head(minuted: Minuted) -> Table:
    """When, where, for whom, about what."""
    details, begins = minuted.details, minuted.workshop.starts
    ends = begins + timedelta(minutes=details.minutes)
    day = long_date(details.held_on, minuted.digits)
    pairs = (
        ("日時", f"{day}　{clock(begins.time())}～{clock(ends.time())}{_room_until(minuted)}{_too_long(minuted)}"),
        ("場所", _text(where(minuted))),
        ("問い", "　".join(lines_of(details.question))),
        ("見直す業務", "　".join(lines_of(details.subject))),
        ("人数", "　".join(filter(None, (_people(minuted), _teams(minuted))))),
    )
    rows = tuple((label, text) for label, text in pairs if text)
    return Table(_PAIRS, rows)


def _ends(minuted: Minuted) -> tuple[datetime, float]:
    """When the agenda ends as planned, and by how many minutes that is behind the booked end."""
    begins = minuted.workshop.starts
    scheduled = schedule(_planned(minuted.workshop), begins)
    ends = scheduled[-1].end if scheduled else begins
    return ends, (ends - begins).total_seconds() / 60 - minuted.details.minutes


def _too_long(minuted: Minuted) -> str:
    ends, over = _ends(minuted)
    return f"（進行表は{clock(ends.time())}まで、予約より{figure(over)}分長い）" if over > 0 else ""


def _room_until(minuted: Minuted) -> str:
    until = minuted.details.room_until
    return f"（会場は{clock(until)}まで使える）" if until else ""


def _text(blocks: Iterable[Block]) -> str:
    return "　".join(block.text for block in blocks if isinstance(block, Paragraph))


def _people(minuted: Minuted) -> str:
    """Who is to come, or how many are expected while nobody has said more."""
    if minuted.workshop.participants:
        return _text(who(minuted))
    return f"{minuted.n(minuted.details.headcount)}名" if minuted.details.headcount else ""


def _teams(minuted: Minuted) -> str:
    """３班, and how many sit in each as far as that is settled."""
    teams = minuted.details.teams
    if not teams:
        return ""
    seated = [
        sum(seat.count for seat in minuted.workshop.seats.values() if seat.team == team) for team in range(1, teams + 1)
    ]
    told = "、".join(f"{minuted.n(team)}班{minuted.n(count)}名" for team, count in enumerate(seated, 1))
    return f"{minuted.n(teams)}班に分かれる" + (f"（{told}）" if any(seated) else "")


def _planned(workshop: Workshop) -> list[AgendaItem]:
    """The agenda without what was agreed on or put in on the way."""
    return [replace(item, agreed=None) for item in workshop.agenda_items() if item.minutes]


def _rows(minuted: Minuted) -> Iterator[tuple[str, ...]]:
    """The rows of every item, and one for every wait for a locked start."""
    workshop = minuted.workshop
    at = workshop.starts
    for one in schedule(_planned(workshop), workshop.starts):
        if one.start > at:
            yield clock(at.time()), figure((one.start - at).total_seconds() / 60), _WAITING, "－"
        yield from _item(minuted, one)
        at = one.end


def _item(minuted: Minuted, one: ScheduledItem) -> Iterator[tuple[str, ...]]:
    """An item, and a row for every step of group work in it."""
    item = one.item
    yield (
        "\n".join(_at(one)),
        _lasting(item),
        "\n".join((item.title or NOT_FILLED_IN, *_kinds(item), *_late(one, minuted.workshop.starts))),
        item.task or "－",
    )
    yield from _steps(minuted, one)


def _words(minuted: Minuted) -> Iterator[tuple[str, ...]]:
    """What to do and what to say in each item, in rows of their own, so that none leaves half a page empty."""
    workshop = minuted.workshop
    for one in schedule(_planned(workshop), workshop.starts):
        item = one.item
        said = [text for text in (item.method, item.script and f"〔{_SCRIPT}〕\n{item.script}") if text]
        if said or item.materials:
            first, *rest = said or ["－"]
            yield "\n".join(_at(one)), item.title or NOT_FILLED_IN, first, item.materials or "－"
            yield from (("", "", text, "") for text in rest)


def _at(one: ScheduledItem) -> Iterator[str]:
    """When it starts, and whether that is locked."""
    yield "－" if one.item.skipped else clock(one.start.time())
    if one.item.starts_at is not None and not one.item.skipped:
        yield "固定"


def _lasting(item: AgendaItem) -> str:
    """Its minutes, and the least where it can be made shorter."""
    can_shrink = not (item.is_buffer or item.protected or item.skipped) and item.least < item.timebox
    return f"{figure(item.timebox)}（{figure(item.least)}）" if can_shrink else figure(item.timebox)


def _kinds(item: AgendaItem) -> Iterator[str]:
    """What is to be known of an item when time runs short."""
    said = (
        (item.skipped, "今回は省く"),
        (item.is_buffer, "予備"),
        (item.phase is AgendaPhase.BREAK, "休憩"),
        (item.optional, "任意"),
        (item.protected, "短くしない"),
    )
    told = "・".join(word for holds, word in said if holds and word != item.title)
    if told:
        yield f"〔{told}〕"


def _late(one: ScheduledItem, begins: datetime) -> Iterator[str]:
    """By how much a locked start cannot be kept."""
    locked = locked_start(one.item, begins)
    if locked is not None and one.start > locked and not one.item.skipped:
        yield f"〔{clock(locked.time())}の固定に{figure((one.start - locked).total_seconds() / 60)}分遅れる〕"


def _steps(minuted: Minuted, one: ScheduledItem) -> Iterator[tuple[str, ...]]:
    """The steps of group work, each 班 from the item's start on; none for what is left out."""
    steps = [step for step in in_order(minuted.workshop.team_steps) if step.item_id == one.item.id]
    if one.item.skipped:
        return
    for team in sorted({step.team for step in steps}):
        at, whose = one.start, f"{minuted.n(team)}班" if team else "班"
        for step in (step for step in steps if step.team == team):
            yield clock(at.time()), figure(step.minutes), f"　{whose}：{step.title}", step.task or "－"
            at += timedelta(minutes=step.minutes)


def _in_all(minuted: Minuted) -> str:
    """The sum of the agenda against the booked time."""
    items, booked = _planned(minuted.workshop), minuted.details.minutes
    buffer = total_minutes(item for item in items if item.is_buffer)
    told = f"計{figure(total_minutes(items))}分" + (f"（うち予備{figure(buffer)}分）" if buffer else "")
    ends, over = _ends(minuted)
    if over > 0:
        return f"{told}　予約した{figure(booked)}分より{figure(over)}分遅く、{clock(ends.time())}に終わる。"
    return f"{told}　予約は{figure(booked)}分。"


def _checklist(workshop: Workshop) -> Iterator[Block]:
    """The checklist of the room, by what an entry is about; what is done is ticked."""
    checks = in_order(workshop.checks)
    if not checks:
        return
    yield Heading(1, "準備の確認")
    told = {
        name: "\n".join(_ticked(check) for check in checks if check.kind is kind) for kind, name in CHECK_NAMES.items()
    }
    rows = tuple((name, entries) for name, entries in told.items() if entries)
    yield Table(_PAIRS, rows, frozenset(range(len(rows) - 1)))


def _ticked(check: RoomCheck) -> str:
    return f"{_TICKED if check.done else _BOX}　{check.text}"


def _blocks(minuted: Minuted) -> Iterator[Block]:
    yield _head(minuted)
    rows = tuple(_rows(minuted))
    if rows:
        yield Table(_COLUMNS, rows)
    yield Paragraph(_in_all(minuted) if rows else "進行の項目はまだない。")
    if minuted.details.icebreaker:
        yield Heading(1, "アイスブレイク")
        yield Paragraph(minuted.details.icebreaker, 1)
    rules = lines_of(minuted.details.ground_rules)
    if rules:
        yield Heading(1, "話し合いの約束")
        yield from (ListItem(rule, indent=1) for rule in rules)
    yield from _checklist(minuted.workshop)
    words = tuple(_words(minuted))
    if words:
        yield PageBreak()
        yield Heading(1, "進め方と声かけ")
        yield Table(_WORDS, words, frozenset(n for n, row in enumerate(words[1:]) if not row[1]))
    yield Closing()


def run_sheet_report(workshop: Workshop, *, digits: Digits = Digits.MIXED) -> Report:
    """The run sheet of a workshop: head, timetable, ground rules, checklist; what to do and to say."""
    details = workshop.details
    minuted = Minuted(workshop, digits)
    name = format_name(workshop)
    return Report(
        title=f"第{number(details.number, digits)}回{name}　進行表",
        subtitle=details.title if details.title != name else "",
        marking=marking_text(details.marking, restricted=details.restricted) if details.marking else "",
        issued=details.bureau,
        blocks=tuple(_blocks(minuted)),
        author=details.bureau,
        wide=True,
    )
