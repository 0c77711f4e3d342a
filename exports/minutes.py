"""The minutes (議事概要) of a workshop: which section stands where, for each of the four formats.

A section that a format has reads 「特になし」 when it is empty; one that only other formats have is there only where
somebody wrote something for it, so that nothing is lost. Notes are people's own words and do not enter, unless asked
for as an annex; hidden ones never do. A 課室・職 stands beside somebody's word only where five people or more took
part.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date, datetime

from exports.blocks import Block, Closing, Heading, Paragraph, Report
from exports.sections import annexes, discussion, opening, outcome, weighed, worked_on
from exports.sections.wording import (
    NOT_FILLED_IN,
    NOTHING,
    STATE_NAMES,
    Minuted,
    format_name,
    marking_text,
)
from exports.typesetting.dates import long_date, short_date
from exports.typesetting.numerals import Digits, number
from models.language import gettext as _
from models.problems import Problem
from models.workshop import Workshop, WorkshopFormat

_Teller = Callable[[Minuted], list[Block]]
_Part = tuple[str, _Teller]

_TROUBLES: _Part = ("共有された困りごと", discussion.troubles)
_OPINIONS: _Part = ("主な意見", discussion.opinions)
_MEASURES: _Part = ("検討した対応策", discussion.measures)
_QUESTIONS: _Part = ("質問", discussion.questions)
_KNACKS: _Part = ("紹介されたコツ", worked_on.knacks)
_CASES: _Part = ("紹介した事例", worked_on.cases)
_OWN_WORK: _Part = ("演習のまとめ", worked_on.own_work)
_PROCESS: _Part = ("見直した業務と手順", worked_on.process)
_TAKE_AWAY: _Part = ("持ち帰り案", worked_on.take_away)
_DOABLE: _Part = ("できることから（効果×実現性）", weighed.doable)
_PARTS = (_TROUBLES, _OPINIONS, _KNACKS, _QUESTIONS, _CASES, _OWN_WORK, _PROCESS)
"""The parts of 議事概要 in their order; behind them come the measures and what of them can be done
first; a DX workshop takes its measures away, and they come last."""
_OWN_PARTS: Mapping[WorkshopFormat, tuple[_Part, ...]] = {
    WorkshopFormat.KAIGI: (_TROUBLES, _OPINIONS, _MEASURES),
    WorkshopFormat.STUDY: (_TROUBLES, _KNACKS, _QUESTIONS),
    WorkshopFormat.TRAINING: (_CASES, _OWN_WORK),
    WorkshopFormat.DX: (_TROUBLES, _PROCESS, _TAKE_AWAY),
}

_DECISIONS: _Part = ("決定事項", outcome.decisions)
_ACTIONS: _Part = ("宿題事項", outcome.actions)
_FROM_TOMORROW: _Part = ("明日からやること", outcome.pledges)
_DECLARED: _Part = ("行動宣言", outcome.pledges)
_OUTCOMES: Mapping[WorkshopFormat, tuple[_Part, ...]] = {
    WorkshopFormat.KAIGI: (_DECISIONS, _ACTIONS, _FROM_TOMORROW),
    WorkshopFormat.STUDY: (_FROM_TOMORROW, _DECISIONS, _ACTIONS),
    WorkshopFormat.TRAINING: (_DECLARED, _DECISIONS, _ACTIONS),
    WorkshopFormat.DX: (_DECISIONS, _ACTIONS),
}
"""What a meeting leaves behind, in sections of their own."""
_OWN_OUTCOMES: Mapping[WorkshopFormat, frozenset[_Part]] = {
    WorkshopFormat.KAIGI: frozenset({_DECISIONS, _ACTIONS}),
    WorkshopFormat.STUDY: frozenset({_FROM_TOMORROW}),
    WorkshopFormat.TRAINING: frozenset({_DECLARED}),
    WorkshopFormat.DX: frozenset({_DECISIONS, _ACTIONS}),
}

_Told = Iterator[tuple[str, list[Block]]]
"""Headings and what stands below them."""


def _told(minuted: Minuted, parts: Iterable[_Part], own: Container[_Part], indent: int = 1) -> _Told:
    """The parts a format has, its own empty or not, of the others those with something in them."""
    for heading, tell in parts:
        blocks = tell(minuted)
        if blocks or (heading, tell) in own:
            yield heading, blocks or [Paragraph(NOTHING, indent)]


def _discussion(minuted: Minuted) -> list[Block]:
    """議事概要, part by part."""
    own = _OWN_PARTS[minuted.details.format]
    last = (_DOABLE, _TAKE_AWAY) if _TAKE_AWAY in own else (_MEASURES, _DOABLE)
    blocks: list[Block] = []
    for place, (heading, told) in enumerate(_told(minuted, (*_PARTS, *last), own, 2), 1):
        blocks += [Heading(2, heading, f"({place})"), *told]
    return blocks


_BEFORE: tuple[_Part, ...] = (
    ("日時", opening.when),
    ("場所", opening.where),
    ("出席者", opening.who),
    ("議題", opening.agenda),
    ("配布資料", opening.handouts),
)
_LAST_TIME: _Part = ("前回の宿題の状況", opening.last_time)
_DISCUSSION: _Part = ("議事概要", _discussion)
_NEXT: _Part = ("次回予定", opening.next_meeting)


def _sections(minuted: Minuted) -> Iterator[Block]:
    """Every numbered section, and the mark of the end."""
    meant = minuted.details.format
    parts = (*_BEFORE, _LAST_TIME, _DISCUSSION, *_OUTCOMES[meant], _NEXT)
    own = {*_BEFORE, _DISCUSSION, *_OWN_OUTCOMES[meant], _NEXT}
    for place, (heading, blocks) in enumerate(_told(minuted, parts, own), 1):
        yield Heading(1, heading, minuted.n(place))
        yield from blocks
    yield Closing()


def _annexes(minuted: Minuted, *, verbatim_notes: bool, running_record: bool) -> Iterator[Block]:
    """What was asked for beyond the minutes, numbered when there is more than one."""
    asked = [annexes.all_notes] * verbatim_notes + [annexes.running_record] * running_record
    for place, annex in enumerate(asked, 1):
        yield from annex(minuted, f"別紙{minuted.n(place)}" if len(asked) > 1 else "別紙")


def _margin(minuted: Minuted) -> tuple[tuple[str, str], ...]:
    """欄外: what the records office asks for; never filled in by the program."""
    details = minuted.details
    return (
        ("文書分類", details.document_class or NOT_FILLED_IN),
        ("保存期間", details.retention or NOT_FILLED_IN),
        ("確認者（職）", details.checked_by or NOT_FILLED_IN),
        ("確認日", short_date(details.checked_on) if details.checked_on else NOT_FILLED_IN),
    )


def _issued(minuted: Minuted, made_on: date) -> str:
    """The line above the title: when and by whom it was made, and whether it is final."""
    by = f"　{minuted.details.bureau}" if minuted.details.bureau else ""
    state = STATE_NAMES[minuted.details.minutes_state]
    return f"{long_date(made_on, minuted.digits, weekday=False)}{by}　作成【{state}】"


def minutes_report(
    workshop: Workshop,
    *,
    verbatim_notes: bool = False,
    running_record: bool = False,
    digits: Digits = Digits.MIXED,
    made_on: date | None = None,
) -> Report:
    """The minutes of a workshop, made on `made_on` (today when not given).

    `verbatim_notes` adds the open notes as an annex, `running_record` how the meeting ran (進行の記録). Raises Problem
    while nobody has chosen the marking (機密性).
    """
    details = workshop.details
    if details.marking is None:
        raise Problem(
            _("The minutes have no confidentiality marking yet. Nothing was written; choose the marking first.")
        )
    minuted = Minuted(workshop, digits)
    name = format_name(workshop)
    annexed = _annexes(minuted, verbatim_notes=verbatim_notes, running_record=running_record)
    return Report(
        title=f"第{number(details.number, digits)}回{name}　議事概要",
        subtitle=details.title if details.title != name else "",
        marking=marking_text(details.marking, restricted=details.restricted),
        issued=_issued(minuted, made_on or datetime.now().astimezone().date()),
        blocks=(*_sections(minuted), *annexed),
        margin=_margin(minuted),
        author=details.bureau,
    )
