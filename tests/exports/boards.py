"""Boards for pictures: plain ones, and one with all that can lie on a board."""

from dataclasses import replace

from models.board import Cluster, DotVote, Family, Note, NoteKind, Relation, RelationKind
from models.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH, PILE_STEP
from models.workshop import Marking, Workshop

STEP_X, STEP_Y = NOTE_WIDTH + GAP, NOTE_HEIGHT + GAP


def note(key: str, text: str, column: float, row: float, cluster: str | None = None, **changes: object) -> Note:
    """A note in a column and row of the grid."""
    plain = Note(key, float(len(key)), text, x=column * STEP_X, y=row * STEP_Y, cluster_id=cluster)
    return replace(plain, **changes)  # type: ignore[arg-type]


def with_notes(workshop: Workshop, *notes: Note, **others: object) -> Workshop:
    """The workshop with these notes on its board."""
    return replace(workshop, notes={one.id: one for one in notes}, **others)  # type: ignore[arg-type]


def numbered(workshop: Workshop, count: int) -> Workshop:
    """So many lone notes in rows of a hundred."""
    rows = (note(f"n{index}", f"困りごとの{index}番", index % 100, index // 100) for index in range(count))
    return with_notes(workshop, *rows)


def full(workshop: Workshop) -> Workshop:
    """Four groups, two of them in a family, one a pile; arrows of each kind; every kind of note; a vote; a marking."""
    notes = (
        note("a1", "国会対応の待ち時間が読めない", 0, 1, "a"),
        note("a2", "答弁<b>作成</b> & 「照会」の重なり", 0, 2, "a"),
        note("b1", "会議ロジを毎回ゼロから組み立てている", 3, 1, "b"),
        note("c1", "下に重なった付箋", 6, 1, "c"),
        note("c2", "締切の短い依頼が夕方に届く", 6, 1, "c", x=6 * STEP_X + PILE_STEP, y=STEP_Y + PILE_STEP),
        note("d1", "様式がExcel方眼紙で集計し直し", 3, 4, "d"),
        note("e1", "ロジ手順書をGSSに置く", 0, 6, kind=NoteKind.IDEA),
        note("e2", "前日に一報を入れる", 1, 6, kind=NoteKind.TIP),
        note("e3", "席替えの希望", 2, 6, kind=NoteKind.PARKED),
        note("e4", "なぜ毎週なのか", 3, 6, kind=NoteKind.QUESTION),
    )
    clusters = (
        Cluster("a", 1, "待つ時間が長い", family_id="f"),
        Cluster("b", 2, "準備をゼロから始めている", family_id="f"),
        Cluster("c", 3, "締切が短い", stacked=True),
        Cluster("d", 4),
    )
    relations = (
        Relation("r1", 1, "a", "b", RelationKind.LEADS),
        Relation("r2", 2, "c", "b", RelationKind.CAUSE, "夕方に集中"),
        Relation("r3", 3, "d", "c", RelationKind.CONFLICT),
        Relation("r4", 4, "d", "f", RelationKind.MUTUAL, "たがいに影響"),
        Relation("r5", 5, "e1", "d", RelationKind.LEADS, "これで減る"),
    )
    return with_notes(
        workshop,
        *notes,
        clusters={one.id: one for one in clusters},
        families={"f": Family("f", 1, "入口で手戻りが生まれる")},
        relations={one.id: one for one in relations},
        votes={"a": DotVote("a", 12)},
        details=replace(workshop.details, votes_closed=True, marking=Marking.LEVEL_2, restricted=True),
    )
