"""The one-page sheet (業務見直し事例) of a case: what was changed, what it needs, whom to ask.

It always fits one A4 page: the renderer takes smaller type first, and what is still too long was cut here with
「（以下略）」 by the lines it would take.
"""

from exports.blocks import Align, Block, Closing, Column, ListItem, Paragraph, Report, Table
from exports.typesetting.dates import short_date
from exports.typesetting.numerals import figure, rounded
from models.cases import CaseStudy, ReviewKind, missing_fields
from models.text import graphemes

CUT = "（以下略）"
EMPTY = "未記入"
KIND_NAMES = {
    ReviewKind.ELIMINATE: "やめる（排除）",
    ReviewKind.COMBINE: "まとめる（結合）",
    ReviewKind.REARRANGE: "入れ替える（交換）",
    ReviewKind.SIMPLIFY: "簡単にする（簡素化）",
}
FIELD_NAMES = {
    "title": "題名",
    "summary": "一行要約",
    "bureau": "部局・課室",
    "period": "時期",
    "problem": "課題",
    "before": "見直し前",
    "after": "見直し後",
    "review_kinds": "見直し区分",
    "quality": "効果",
    "needs": "必要なもの",
    "spread": "横展開のポイント",
    "fits_when": "使える条件",
    "contact": "連絡先",
}
_PLAN_ITEMS = "①②③④⑤⑥"
_WIDE, _HALF, _NARROW = 36, 20, 13
"""Characters that are counted as one line of a cell: the width of the page, half of it, a third of it."""


def abridged(text: str, lines: int, width: int) -> str:
    """`text`, or its beginning that takes at most `lines` lines of `width` characters, with 「（以下略）」.

    A Latin letter counts as a whole character, so the estimate errs on the safe side.
    """
    kept: list[str] = []
    room = lines
    for line in text.split("\n"):
        shown = graphemes(line)
        needed = max(-(-len(shown) // width), 1)
        if needed > room:
            kept.append("".join(shown[: max(room * width - len(CUT), 0)]))
            return "\n".join(kept).rstrip() + CUT
        kept.append(line)
        room -= needed
    return "\n".join(kept)


def _short(text: str, empty: str = EMPTY) -> str:
    """A text for a narrow cell of two lines."""
    return abridged(text, 2, _NARROW) if text else empty


def _facts(case: CaseStudy) -> Table:
    """By whom, when, of which kind: short labels and values, two pairs a row."""
    items = "".join(_PLAN_ITEMS[item - 1] for item in case.plan_items if 1 <= item <= len(_PLAN_ITEMS))
    kinds = "、".join(KIND_NAMES[kind] for kind in case.review_kinds)
    columns = (Column("", 3.6, strong=True), Column("", 6.9), Column("", 3.6, strong=True), Column("", 6.9))
    return Table(
        columns,
        (
            ("部局・課室", _short(case.bureau), "時期", _short(case.period)),
            ("見直し区分", kinds or EMPTY, "計画の項目", items or "－"),
            ("分類・タグ", _short("、".join(case.tags), "－"), "連絡先", _short(case.contact)),
        ),
    )


def _change(case: CaseStudy) -> Table:
    """見直し前 and 見直し後 side by side."""
    columns = (Column("見直し前", 1), Column("→　見直し後", 1))
    return Table(columns, ((abridged(case.before, 8, _HALF) or EMPTY, abridged(case.after, 8, _HALF) or EMPTY),))


def _hours(hours: float | None) -> str:
    return "－" if hours is None else f"年間{figure(rounded(hours))}時間"


def _effect(case: CaseStudy) -> Table:
    """見込み and 実績 apart, with the formula behind them."""
    columns = (
        Column("効果（見込み）", 3.8, Align.CENTRE),
        Column("効果（実績）", 3.8, Align.CENTRE),
        Column("算式・測定期間", 6.7),
        Column("質の効果", 6.7),
    )
    row = (
        _hours(case.expected_hours),
        _hours(case.actual_hours),
        abridged(case.formula, 3, _NARROW) or "－",
        abridged(case.quality, 4, _NARROW) or "－",
    )
    return Table(columns, (row,))


def _labelled(pairs: tuple[tuple[str, str, int], ...]) -> Table | None:
    """Label and text, one pair a row, those without a text left out."""
    rows = tuple((label, abridged(text, lines, _WIDE)) for label, text, lines in pairs if text)
    columns = (Column("", 3.6, strong=True), Column("", 17.4))
    return Table(columns, rows) if rows else None


def _missing(case: CaseStudy) -> Block | None:
    names = [FIELD_NAMES[name] for name in missing_fields(case)]
    return ListItem("、".join(names), "まだ書かれていないもの：") if names else None


def case_report(case: CaseStudy) -> Report:
    """The one-page sheet of a case. Required fields that are empty are said at its foot."""
    why = (("きっかけ", case.trigger, 2), ("課題", case.problem, 3))
    how = (
        ("工夫した点", case.devices, 3),
        ("つまずいた点", case.stumbles, 3),
        ("必要なもの", case.needs, 3),
        ("横展開のポイント", case.spread, 3),
        ("使える条件", case.fits_when, 2),
        ("合わない条件", case.fails_when, 2),
    )
    summary = Paragraph(abridged(case.summary, 2, _WIDE), align=Align.CENTRE) if case.summary else None
    blocks = (summary, _facts(case), _labelled(why), _change(case), _effect(case), _labelled(how), _missing(case))
    updated = f"更新日：{short_date(case.updated_on)}" if case.updated_on else ""
    return Report(
        title=abridged(case.title, 2, 26) or "（題名なし）",
        issued="業務見直し事例" + (f"　{updated}" if updated else ""),
        blocks=(*(block for block in blocks if block is not None), Closing()),
        author=case.bureau,
        one_page=True,
    )
