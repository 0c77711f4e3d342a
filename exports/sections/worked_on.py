"""What a format works on beside its notes: knacks, cases on show, own work, the steps of a piece of work."""

from collections.abc import Iterable, Sequence

from exports.blocks import Align, Block, Column, Heading, ListItem, Paragraph, Table
from exports.case_sheet import KIND_NAMES
from exports.sections.discussion import measures
from exports.sections.wording import NOT_FILLED_IN, Minuted, lines_of
from exports.typesetting.numerals import figure, kana, rounded
from models.cases import ReviewKind
from models.formats import Knack, OwnWork, ProcessStep, ShownCase, process_hours
from models.workshop import in_order

UNDECIDED = "未定"


def _sheet(place: int, title: str, pairs: Iterable[tuple[str, str]]) -> list[Block]:
    """One thing with its title, and label and text of all that was said of it."""
    rows = tuple((label, text) for label, text in pairs if text)
    heading = Heading(3, title or NOT_FILLED_IN, kana(place))
    if not rows:
        return [heading]
    together = frozenset(range(len(rows) - 1))
    return [heading, Table((Column("", 3.4, strong=True), Column("", 16.6)), rows, together)]


def _in_steps(text: str) -> str:
    return "\n".join(f"{place}　{line}" for place, line in enumerate(lines_of(text), 1))


def _knack(place: int, knack: Knack) -> list[Block]:
    pairs = (
        ("紹介", knack.presenter),
        ("これまで", knack.before),
        ("→　これから", knack.after),
        ("手順", _in_steps(knack.steps)),
        ("様式・資料", knack.material),
    )
    return _sheet(place, knack.title, pairs)


def knacks(minuted: Minuted) -> list[Block]:
    """紹介されたコツ: by which 課室・職, the work before and after, the steps, what there is to take along."""
    found = enumerate(in_order(minuted.workshop.knacks))
    return [block for place, knack in found for block in _knack(place, knack)]


def _case(place: int, case: ShownCase) -> list[Block]:
    pairs = (
        ("部局・課室", case.bureau),
        ("概要", case.summary),
        ("課題", case.problem),
        ("見直し前", case.before),
        ("→　見直し後", case.after),
        ("効果", case.effect),
    )
    return _sheet(place, case.title, pairs)


def cases(minuted: Minuted) -> list[Block]:
    """紹介した事例."""
    found = enumerate(in_order(minuted.workshop.shown_cases))
    return [block for place, case in found for block in _case(place, case)]


def _is_told(work: OwnWork | ProcessStep) -> bool:
    """Whether somebody said how long it takes and how often it comes."""
    return bool(work.minutes and work.times_per_year)


def _hours(works: Iterable[OwnWork]) -> float:
    return sum(work.minutes * work.times_per_year for work in works) / 60


def _summed(works: Sequence[OwnWork]) -> str:
    """The hours of those of which they are known."""
    known = [work for work in works if _is_told(work)]
    return figure(rounded(_hours(known))) if known or not works else "－"


def _kind(review: ReviewKind | None) -> str:
    return KIND_NAMES[review] if review else UNDECIDED


def own_work(minuted: Minuted) -> list[Block]:
    """演習のまとめ: the pieces counted by ECRS, then the pieces.

    They are told by kind and by the time they take, and so not in the order in which people wrote them.
    """
    found = list(minuted.workshop.own_works.values())
    if not found:
        return []
    told = f"自分の業務{minuted.n(len(found))}件を書き出し、見直しの区分を考えた。"
    return [
        Paragraph(told + _counted(minuted, found), 2),
        _by_kind(found),
        Paragraph("（書き出した業務）", 2),
        _pieces(found),
    ]


def _counted(minuted: Minuted, found: Sequence[OwnWork]) -> str:
    """Of how many pieces the hours are the sum, where that is not all of them."""
    known = sum(map(_is_told, found))
    if known == len(found):
        return ""
    if not known:
        return "１回の分と年間件数がそろった業務はなく、時間は数えていない。"
    return f"時間は、１回の分と年間件数がそろった{minuted.n(known)}件の計である。"


def _by_kind(found: Sequence[OwnWork]) -> Table:
    kinds = (*ReviewKind, None)
    rows = []
    for kind in kinds:
        works = [work for work in found if work.review is kind]
        if works or kind:
            rows.append((_kind(kind), figure(len(works)), _summed(works)))
    rows.append(("計", figure(len(found)), _summed(found)))
    columns = (
        Column("見直し区分", 10, strong=True),
        Column("件数", 4, Align.RIGHT),
        Column("今かかっている時間（年間・時間）", 8, Align.RIGHT),
    )
    return Table(columns, tuple(rows), bound=frozenset(range(len(rows) - 1)))


def _pieces(found: Sequence[OwnWork]) -> Table:
    kinds = (*ReviewKind, None)
    ordered = sorted(found, key=lambda work: (kinds.index(work.review), -_hours([work]), work.what, work.id))
    rows = tuple(
        (
            work.what or NOT_FILLED_IN,
            figure(work.minutes) if work.minutes else "－",
            figure(work.times_per_year) if work.times_per_year else "－",
            _kind(work.review),
            work.change or "－",
        )
        for work in ordered
    )
    columns = (
        Column("業務", 5.6),
        Column("１回の分", 2.4, Align.RIGHT),
        Column("年間件数", 2.4, Align.RIGHT),
        Column("見直し区分", 3.8),
        Column("変え方", 6.4),
    )
    return Table(columns, rows)


def process(minuted: Minuted) -> list[Block]:
    """見直した業務と手順: each step now and with the tool, and the hours a year of the whole, with their formula."""
    steps = in_order(minuted.workshop.process_steps)
    subject = "　".join(lines_of(minuted.details.subject))
    told: list[Block] = [ListItem(subject, "見直した業務：", 2)] if subject else []
    return [*told, _steps(steps), *_sums(minuted, steps)] if steps else told


def _steps(steps: Sequence[ProcessStep]) -> Table:
    columns = (
        Column("手順", 6.4),
        Column("分/件", 1.8, Align.RIGHT),
        Column("年間\n件数", 1.8, Align.RIGHT),
        Column("担当", 2.6),
        Column("困る点", 4.0),
        Column("道具で変わること", 4.4),
        Column("見直し\n後の分", 2.2, Align.RIGHT),
    )
    return Table(columns, tuple(_step(place, step) for place, step in enumerate(steps, 1)))


def _step(place: int, step: ProcessStep) -> tuple[str, ...]:
    after = "－" if step.minutes_after is None else figure(step.minutes_after)
    return (
        f"{place}　{step.what or NOT_FILLED_IN}",
        figure(step.minutes) if step.minutes else "－",
        figure(step.times_per_year) if step.times_per_year else "－",
        step.who or "－",
        step.pain or "－",
        step.tool or "－",
        "0\nなくす" if step.minutes_after == 0 else after,
    )


def _sums(minuted: Minuted, steps: Sequence[ProcessStep]) -> list[Block]:
    now, then = map(rounded, process_hours(steps))
    saved = f"（差{figure(now - then)}時間）" if now != then else ""
    told = f"年間の時間　現在{figure(now)}時間　→　見直し後{figure(then)}時間{saved}"
    unthought = sum(step.minutes_after is None for step in steps if _is_told(step))
    rest = f"見直し後を考えていない手順{minuted.n(unthought)}件は、今のままとして数えた。" if unthought else ""
    untold = sum(not _is_told(step) for step in steps)
    rest += f"分か年間件数が書かれていない手順{minuted.n(untold)}件は、数えていない。" if untold else ""
    return [Paragraph(told, 2), Paragraph(f"算式：（分/件×年間件数）の全手順の計÷60。見込みである。{rest}", 2)]


def take_away(minuted: Minuted) -> list[Block]:
    """持ち帰り案: the measures worded by group, and what somebody wants to begin with.

    The 課室・職 stands behind a plan only where five people or more took part.
    """
    told = measures(minuted)
    for pledge in in_order(minuted.workshop.pledges):
        by = f"（{pledge.by}）" if pledge.by and minuted.may_tell_posts else ""
        told.append(ListItem((pledge.text or NOT_FILLED_IN) + by, indent=2))
    return told
