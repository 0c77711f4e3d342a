"""What a meeting leaves behind: decisions, homework with its expected effect, and what each one will do."""

from collections.abc import Iterator, Sequence

from exports.blocks import Align, Block, Column, ListItem, Paragraph, Table
from exports.sections.wording import NOT_FILLED_IN, STATUS_NAMES, Minuted, group_title
from exports.typesetting.dates import short_date
from exports.typesetting.numerals import figure, rounded
from models.decisions import ActionItem, Effect, hours_a_year
from models.workshop import in_order


def decisions(minuted: Minuted) -> list[Block]:
    """決定事項 with the reason and the trouble each solves."""
    told: list[Block] = []
    for place, decision in enumerate(minuted.workshop.ordered_decisions(), 1):
        told.append(ListItem(decision.text or NOT_FILLED_IN, f"({place})", 1))
        told.append(ListItem(decision.reason or NOT_FILLED_IN, "理由：", 3))
        group = minuted.workshop.clusters.get(decision.cluster_id or "")
        if group:
            told.append(ListItem(group_title(group), "解決する困りごと：", 3))
    return told


def actions(minuted: Minuted) -> list[Block]:
    """宿題事項, and in a second table how each begins and what it is expected to save."""
    found = minuted.workshop.ordered_actions()
    if not found:
        return []
    columns = (
        Column("番号", 1.5, Align.CENTRE),
        Column("事項", 5.6),
        Column("担当課室・職", 3.6),
        Column("期限", 3.0),
        Column("完了の目安", 3.6),
        Column("状況", 1.8, Align.CENTRE),
    )
    rows = tuple(_action(place, action) for place, action in enumerate(found, 1))
    return [Table(columns, rows), *_effects(minuted, found)]


def _action(place: int, action: ActionItem) -> tuple[str, ...]:
    due = short_date(action.due) if action.due else "未定"
    status = STATUS_NAMES[action.status]
    return str(place), action.what, action.owner or "未定", due, action.done_when or "未定", status


def _effects(minuted: Minuted, found: Sequence[ActionItem]) -> Iterator[Block]:
    told = [
        (str(place), _solved(minuted, action), action.first_step or "未定", *effect_texts(action.effect))
        for place, action in enumerate(found, 1)
        if action.first_step or action.effect.is_counted or action.effect.quality or action.cluster_id
    ]
    if not told:
        return
    yield Paragraph("（最初の一歩と見込み効果）", 1)
    columns = (
        Column("番号", 1.5, Align.CENTRE),
        Column("解決する困りごと", 4.2),
        Column("最初の一歩", 4.2),
        Column("見込み（年間）", 2.9, Align.RIGHT),
        Column("算式・質の効果", 6.3),
    )
    yield Table(columns, tuple(told))
    counted = [action.effect for action in found if action.effect.is_counted]
    if len(counted) > 1:
        total = figure(rounded(sum(map(hours_a_year, counted))))
        yield Paragraph(f"見込み効果の合計　年間{total}時間（算式を示した{minuted.n(len(counted))}件の計）", 1)


def _solved(minuted: Minuted, action: ActionItem) -> str:
    group = minuted.workshop.clusters.get(action.cluster_id or "")
    return group_title(group) if group else "－"


def effect_texts(effect: Effect) -> tuple[str, str]:
    """The hours a year an action is expected to save, and how they were computed, with what cannot be counted."""
    told = effect.quality
    if not effect.is_counted:
        return "－", told or "－"
    people = "" if effect.office_wide else f"×{figure(effect.people)}人"
    times = f"年{figure(effect.times_per_year)}件" + ("（課室全体）" if effect.office_wide else "")
    formula = f"（{figure(effect.minutes_before)}分－{figure(effect.minutes_after)}分）×{times}{people}÷60"
    if effect.new_hours:
        formula += f"－新たに増える{figure(effect.new_hours)}時間"
    return f"{figure(rounded(hours_a_year(effect)))}時間", "\n".join(filter(None, (formula, told)))


def pledges(minuted: Minuted) -> list[Block]:
    """明日からやること, 行動宣言. The 課室・職 stands beside each only where five people or more took part."""
    found = in_order(minuted.workshop.pledges)
    if not found:
        return []
    columns = [Column("番号", 1.5, Align.CENTRE), Column("やること", 13.0)]
    rows = [[str(place), pledge.text or NOT_FILLED_IN] for place, pledge in enumerate(found, 1)]
    if minuted.may_tell_posts and any(pledge.by for pledge in found):
        columns.append(Column("課室・職", 5.0))
        rows = [[*row, pledge.by or "－"] for row, pledge in zip(rows, found, strict=True)]
    return [Table(tuple(columns), tuple(map(tuple, rows)))]
