"""What stands before the discussion: when, where, who, what about, and what became of the last time's homework."""

from datetime import datetime, timedelta

from exports.blocks import Align, Block, Column, ListItem, Paragraph, Table
from exports.sections.wording import NOT_FILLED_IN, STATUS_NAMES, Minuted, lines_of
from exports.typesetting.dates import clock, long_date, short_date
from models.agenda import AgendaPhase
from models.decisions import CarriedAction
from models.meeting import SAME_MEETING, Meeting, Stage, read_meeting
from models.timing import Moment
from models.workshop import Participant, Workshop, in_order

_REALLY_LONGER = timedelta(minutes=1)
_OTHERWISE = timedelta(minutes=3)
"""Begun or ended so much earlier or later than planned, a meeting is minuted with the times at which it really was."""
_NOT_ON_THE_AGENDA = (AgendaPhase.BUFFER, AgendaPhase.BREAK)


def meeting_as_it_ran(workshop: Workshop) -> Meeting:
    """The meeting as its timings tell, however long ago: read at the last moment that is known of it."""
    known = [t.ended_at or (t.since.utc if t.since else t.first_started_at) for t in workshop.timings.values()]
    last = max(known, default=workshop.starts.astimezone())
    return read_meeting(workshop, Moment(last, 0.0, "on paper"))


def _ran(workshop: Workshop) -> tuple[datetime, datetime] | None:
    """When the meeting really began and ended; None unless it ended, and was begun on its day (or after its plan)."""
    meeting = meeting_as_it_ran(workshop)
    started = [row.started for row in meeting.rows if row.started]
    if meeting.stage is not Stage.ENDED or not started:
        return None
    began, planned = min(started), workshop.starts
    is_its_day = began.date() == planned.date() or timedelta() <= began - planned <= SAME_MEETING
    return (began, meeting.expected_end) if is_its_day else None


def was_extended(workshop: Workshop) -> bool:
    """Whether the room agreed to stay longer and the meeting really lasted longer than booked, by a minute or more."""
    ran = _ran(workshop)
    if ran is None or not workshop.details.extension:
        return False
    return ran[1] - ran[0] - timedelta(minutes=workshop.details.minutes) >= _REALLY_LONGER


def _span(begins: datetime, ends: datetime) -> str:
    return f"{clock(begins.time())}～{clock(ends.time())}"


def when(minuted: Minuted) -> list[Block]:
    """日時: as planned, or as it really was where that is a matter of minutes."""
    workshop, details = minuted.workshop, minuted.details
    begins = workshop.starts
    booked = begins + timedelta(minutes=details.minutes)
    began, ended = _ran(workshop) or (begins, booked)
    if max(abs(began - begins), abs(ended - booked)) < _OTHERWISE:
        began, ended = begins, booked
    told = _span(began, ended)
    if ended != booked and was_extended(workshop):
        planned = f"{clock(booked.time())}までの予定" if abs(began - begins) < _OTHERWISE else "終了"
        told += f"（{planned}を{minuted.n(details.extension)}分延ばした）"
    return [Paragraph(f"{long_date(began.date(), minuted.digits)}　{told}", 1)]


def where(minuted: Minuted) -> list[Block]:
    """場所, and whether it was online too."""
    details = minuted.details
    if not details.place:
        return [Paragraph("オンライン", 1)] if details.online else []
    return [Paragraph(details.place + ("（オンライン併用）" if details.online else ""), 1)]


def who(minuted: Minuted) -> list[Block]:
    """出席者: how many of which 課室 and 職, never a name; a number that was only planned is none of them."""
    rows = minuted.workshop.ordered_participants()
    if not rows:
        return [Paragraph(NOT_FILLED_IN, 1)]
    divisions: dict[str, list[Participant]] = {}
    for row in rows:
        divisions.setdefault(row.division, []).append(row)
    told = "、".join(_division(minuted, name, members) for name, members in divisions.items())
    return [Paragraph(f"{told}　計{minuted.n(minuted.people)}名", 1)]


def _division(minuted: Minuted, name: str, members: list[Participant]) -> str:
    posts = "、".join(f"{row.post}{minuted.n(row.count)}名" for row in members)
    return f"{name}（{posts}）" if any(row.post for row in members) else f"{name}{posts}"


def agenda(minuted: Minuted) -> list[Block]:
    """議題: the question, the piece of work that is looked at, then what was gone through."""
    details = minuted.details
    items = [
        item.title
        for item in minuted.workshop.agenda_items()
        if item.phase not in _NOT_ON_THE_AGENDA and not item.skipped
    ]
    told = (
        ("問い：", "　".join(lines_of(details.question))),
        ("見直す業務：", "　".join(lines_of(details.subject))),
        ("進行：", "、".join(items)),
    )
    return [ListItem(text, mark, 1) for mark, text in told if text]


def handouts(minuted: Minuted) -> list[Block]:
    """配布資料, one entry a line."""
    return [ListItem(line, indent=1) for line in lines_of(minuted.details.handouts)]


def next_meeting(minuted: Minuted) -> list[Block]:
    """次回予定."""
    return [Paragraph(line.strip(), 1) for line in minuted.details.next_meeting.split("\n") if line.strip()]


def last_time(minuted: Minuted) -> list[Block]:
    """前回の宿題の状況: what became of each piece, and a word on it; nothing where there was none."""
    carried = in_order(minuted.workshop.carried)
    columns = (
        Column("事項", 6.0),
        Column("担当", 3.6),
        Column("期限", 3.0),
        Column("状況", 2.0, Align.CENTRE),
        Column("ひとこと", 5.0),
    )
    return [Table(columns, tuple(map(_carried, carried)))] if carried else []


def _carried(action: CarriedAction) -> tuple[str, ...]:
    due = short_date(action.due) if action.due else "未定"
    return action.what, action.owner or "未定", due, STATUS_NAMES[action.status], action.remark or "－"
