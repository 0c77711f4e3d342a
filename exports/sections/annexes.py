"""What is added when asked for: the open notes as they were written, and how the meeting ran."""

from collections.abc import Iterator
from hashlib import sha256

from exports.blocks import Align, Block, Column, Heading, ListItem, PageBreak, Paragraph, Table
from exports.sections.opening import meeting_as_it_ran, was_extended
from exports.sections.wording import NOTHING, Minuted, group_title
from exports.typesetting.dates import clock
from exports.typesetting.numerals import figure, rounded
from models.board import Note, NoteKind
from models.meeting import Meeting, Row, Stage

_APART = {NoteKind.PARKED: "駐車場", NoteKind.QUESTION: "質問"}


def all_notes(minuted: Minuted, annex: str) -> Iterator[Block]:
    """付箋一覧: the open notes as they were written, shuffled the same way every time; hidden ones never."""
    yield PageBreak()
    yield Heading(1, "付箋一覧", annex)
    hidden = sum(note.hidden for note in minuted.workshop.notes.values())
    told = "書かれたとおりに掲載する。並びは無作為であり、書かれた順ではない。"
    yield Paragraph(told + (f"非公開の付箋{minuted.n(hidden)}件は掲載していない。" if hidden else ""), 1)
    sections = [(group_title(group), _shown(minuted, group.id)) for group in minuted.workshop.ordered_clusters()]
    outside = _shown(minuted, None)
    sections.append(("どのグループにも入らない付箋", [note for note in outside if note.kind not in _APART]))
    sections += [(title, [note for note in outside if note.kind is kind]) for kind, title in _APART.items()]
    for place, (title, notes) in enumerate((section for section in sections if section[1]), 1):
        yield Heading(2, title, f"({place})")
        yield from (ListItem(note.text, indent=2) for note in notes)


def _shown(minuted: Minuted, group_id: str | None) -> list[Note]:
    """The open notes of a group, or of none, in an order that tells nothing."""
    workshop = minuted.workshop
    chosen = [
        note
        for note in workshop.notes.values()
        if not note.hidden and (note.cluster_id if note.cluster_id in workshop.clusters else None) == group_id
    ]
    return sorted(chosen, key=lambda note: sha256(f"{workshop.id}/{note.id}".encode()).digest())


def running_record(minuted: Minuted, annex: str) -> Iterator[Block]:
    """進行の記録: every item as planned and as it ran, what was re-planned or left out, the extension agreed on."""
    meeting = meeting_as_it_ran(minuted.workshop)
    yield PageBreak()
    yield Heading(1, "進行の記録", annex)
    if not meeting.rows:
        yield Paragraph(NOTHING, 1)
        return
    columns = (
        Column("項目", 5.6),
        Column("予定の開始", 2.9, Align.CENTRE),
        Column("実際の開始", 2.9, Align.CENTRE),
        Column("予定(分)", 2.5, Align.RIGHT),
        Column("見直し(分)", 2.9, Align.RIGHT),
        Column("実際(分)", 2.5, Align.RIGHT),
        Column("備考", 3.9),
    )
    yield Table(columns, tuple(_ran(row, meeting.stage) for row in meeting.rows))
    yield Paragraph(_in_all(minuted, meeting), 1)


def _ran(row: Row, stage: Stage) -> tuple[str, ...]:
    item, began = row.item, row.started
    return (
        item.title,
        clock(row.planned.start.time()) if item.minutes else "－",
        clock(began.time()) if began else "－",
        figure(item.minutes) if item.minutes else "－",
        "－" if item.agreed is None or item.skipped else figure(item.agreed),
        figure(rounded(row.seconds / 60)) if began and not row.current else "－",
        "、".join(_remarks(row, stage)) or "－",
    )


def _remarks(row: Row, stage: Stage) -> Iterator[str]:
    if row.item.skipped:
        yield "省いた"
    if not row.item.minutes:
        yield "途中で入れた"
    if row.timing is not None and row.timing.extension:
        longer = row.timing.extension
        yield f"{abs(longer)}分{'延ばした' if longer > 0 else '縮めた'}"
    if row.current:
        yield "進行中"
    elif row.timing is None and not row.item.skipped:
        yield "行わず" if stage is Stage.ENDED else "これから"


def _in_all(minuted: Minuted, meeting: Meeting) -> str:
    told = f"予定は計{figure(sum(row.item.minutes for row in meeting.rows))}分。"
    started = [row.started for row in meeting.rows if row.started]
    if started and meeting.stage is Stage.ENDED:
        told += f"{clock(min(started).time())}に始まり、{clock(meeting.expected_end.time())}に終わった。"
    if was_extended(minuted.workshop):
        told += f"終了を{minuted.n(minuted.details.extension)}分延ばした。"
    return told
