"""The minutes (議事概要) of a workshop: which section says what, in whose words.

Notes are people's own words and do not enter, unless asked for as an annex; hidden ones never do. Dots are told only
when the voting is closed. All wording here is Japanese: papers are Japanese documents in either language.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256

from exports.blocks import Align, Block, Closing, Column, Heading, ListItem, PageBreak, Paragraph, Report, Table
from exports.typesetting.dates import clock, long_date, short_date
from exports.typesetting.numerals import Digits, figure, kana, number, rounded
from models.agenda import AgendaPhase
from models.board import Cluster, Note, NoteKind
from models.decisions import ActionItem, ActionStatus, Effect, hours_a_year
from models.language import gettext as _
from models.problems import Problem
from models.workshop import Marking, MinutesState, Participant, Workshop, WorkshopFormat

NOTHING = "特になし"
NOT_FILLED_IN = "未記入"
UNTITLED = "（表札なし）"
FORMAT_NAMES = {WorkshopFormat.KAIGI: "業務見直し皆議"}
STATE_NAMES = {MinutesState.DRAFT: "案", MinutesState.FINAL: "確定"}
STATUS_NAMES = {
    ActionStatus.OPEN: "未着手",
    ActionStatus.DOING: "実施中",
    ActionStatus.DONE: "完了",
    ActionStatus.STOPPED: "中止",
}


def marking_text(marking: Marking, *, restricted: bool) -> str:
    """機密性２情報（関係者限り）."""
    return f"機密性{number(marking.value)}情報{'（関係者限り）' if restricted else ''}"


def format_name(workshop: Workshop) -> str:
    """What this kind of meeting is called."""
    return FORMAT_NAMES[workshop.details.format]


def _lines(text: str) -> list[str]:
    """The lines of a text that say something, without the marks of a list that somebody typed before them."""
    stripped = (line.strip().lstrip("・･•").strip() for line in text.split("\n"))
    return [line for line in stripped if line]


def _said(text: str, indent: int = 1) -> list[Block]:
    """A paragraph for each line of a text, or 「特になし」."""
    return [Paragraph(line.strip(), indent) for line in text.split("\n") if line.strip()] or [
        Paragraph(NOTHING, indent)
    ]


class _Minutes:
    """The sections of one workshop's minutes."""

    def __init__(self, workshop: Workshop, digits: Digits) -> None:
        self.workshop = workshop
        self.details = workshop.details
        self.digits = digits

    def n(self, value: int) -> str:
        """A number within a sentence, in the chosen digits."""
        return number(value, self.digits)

    def when(self) -> list[Block]:
        """日時, with the end by the booked length."""
        begins = self.workshop.starts
        ends = begins + timedelta(minutes=self.details.minutes)
        day = long_date(self.details.held_on, self.digits)
        return [Paragraph(f"{day}　{clock(begins.time())}～{clock(ends.time())}", 1)]

    def where(self) -> list[Block]:
        """場所, and whether it was online too."""
        if not self.details.place:
            return [Paragraph("オンライン" if self.details.online else NOTHING, 1)]
        return [Paragraph(self.details.place + ("（オンライン併用）" if self.details.online else ""), 1)]

    def who(self) -> list[Block]:
        """出席者: how many of which 課室 and 職, never a name."""
        rows = self.workshop.ordered_participants()
        if not rows:
            count = self.details.headcount
            return [Paragraph(f"{self.n(count)}名" if count else NOTHING, 1)]
        divisions: dict[str, list[Participant]] = {}
        for row in rows:
            divisions.setdefault(row.division, []).append(row)
        told = "、".join(self._division(name, members) for name, members in divisions.items())
        return [Paragraph(f"{told}　計{self.n(sum(row.count for row in rows))}名", 1)]

    def _division(self, name: str, members: list[Participant]) -> str:
        posts = "、".join(f"{row.post}{self.n(row.count)}名" for row in members)
        return f"{name}（{posts}）" if any(row.post for row in members) else f"{name}{posts}"

    def agenda(self) -> list[Block]:
        """議題: the question, then what was gone through."""
        items = [item.title for item in self.workshop.agenda_items() if item.phase is not AgendaPhase.BUFFER]
        told: list[Block] = []
        if self.details.question:
            told.append(ListItem("　".join(_lines(self.details.question)), "問い：", 1))
        if items:
            told.append(ListItem("、".join(items), "進行：", 1))
        return told or [Paragraph(NOTHING, 1)]

    def handouts(self) -> list[Block]:
        """配布資料, one entry a line."""
        return [ListItem(line, indent=1) for line in _lines(self.details.handouts)] or [Paragraph(NOTHING, 1)]

    def title(self, cluster: Cluster) -> str:
        """A group's 表札."""
        return cluster.title or UNTITLED

    def troubles(self) -> Iterator[Block]:
        """共有された困りごと: titles and counts, dots only after the voting."""
        yield Heading(2, "共有された困りごと", "(1)")
        clusters = self.workshop.ordered_clusters()
        if not self.workshop.notes and not clusters:
            yield Paragraph(NOTHING, 2)
            return
        yield Paragraph(self._counts(len(clusters)), 2)
        if clusters:
            yield self._groups(clusters)

    def _counts(self, groups: int) -> str:
        notes = list(self.workshop.notes.values())
        outside = [note for note in notes if note.cluster_id not in self.workshop.clusters]
        parked = sum(note.kind is NoteKind.PARKED for note in outside)
        alone = len(outside) - parked
        grouped = f"うち{self.n(len(notes) - len(outside))}件を{self.n(groups)}グループにまとめた。"
        told = f"付箋{self.n(len(notes))}件が出され" + (f"、{grouped}" if groups else "た。")
        told += f"どのグループにも入らない付箋{self.n(alone)}件。" if alone else ""
        return told + (f"駐車場（今回は扱わず、取っておくもの）の付箋{self.n(parked)}件。" if parked else "")

    def _groups(self, clusters: list[Cluster]) -> Table:
        columns = [Column("番号", 1, Align.CENTRE), Column("表札", 10), Column("件数", 1.4, Align.RIGHT)]
        if self.details.votes_closed:
            columns.append(Column("投票", 1.4, Align.RIGHT))
        rows = []
        for place, cluster in enumerate(clusters, 1):
            row = [str(place), self.title(cluster), figure(len(self.workshop.members(cluster.id)))]
            if self.details.votes_closed:
                row.append(figure(self.workshop.dots(cluster.id)) if cluster.id in self.workshop.votes else "－")
            rows.append(tuple(row))
        return Table(tuple(columns), tuple(rows))

    def by_group(self, numbering: str, heading: str, field: str) -> Iterator[Block]:
        """What the facilitator wrote of each group, under the group's title."""
        yield Heading(2, heading, numbering)
        told = [(cluster, _lines(getattr(cluster, field))) for cluster in self.workshop.ordered_clusters()]
        told = [(cluster, lines) for cluster, lines in told if lines]
        for place, (cluster, lines) in enumerate(told):
            yield Heading(3, self.title(cluster), kana(place))
            yield from (ListItem(line, indent=3) for line in lines)
        if not told:
            yield Paragraph(NOTHING, 2)

    def discussion(self) -> list[Block]:
        """議事概要, the three parts of it."""
        return [
            *self.troubles(),
            *self.by_group("(2)", "主な意見", "opinions"),
            *self.by_group("(3)", "検討した対応策", "measures"),
        ]

    def decisions(self) -> list[Block]:
        """決定事項 with the reason and the trouble each solves."""
        told: list[Block] = []
        for place, decision in enumerate(self.workshop.ordered_decisions(), 1):
            told.append(ListItem(decision.text or NOT_FILLED_IN, f"({place})", 1))
            told.append(ListItem(decision.reason or NOT_FILLED_IN, "理由：", 3))
            cluster = self.workshop.clusters.get(decision.cluster_id or "")
            if cluster:
                told.append(ListItem(self.title(cluster), "解決する困りごと：", 3))
        return told or [Paragraph(NOTHING, 1)]

    def actions(self) -> list[Block]:
        """宿題事項, and in a second table how each begins and what it is expected to save."""
        actions = self.workshop.ordered_actions()
        if not actions:
            return [Paragraph(NOTHING, 1)]
        columns = (
            Column("番号", 1.5, Align.CENTRE),
            Column("事項", 5.6),
            Column("担当課室・職", 3.6),
            Column("期限", 3.0),
            Column("完了の目安", 3.6),
            Column("状況", 1.8, Align.CENTRE),
        )
        rows = tuple(self._action(place, action) for place, action in enumerate(actions, 1))
        return [Table(columns, rows), *self._effects(actions)]

    def _action(self, place: int, action: ActionItem) -> tuple[str, ...]:
        due = short_date(action.due) if action.due else "未定"
        status = STATUS_NAMES[action.status]
        return str(place), action.what, action.owner or "未定", due, action.done_when or "未定", status

    def _effects(self, actions: list[ActionItem]) -> Iterator[Block]:
        told = [
            (str(place), self._cluster_title(action), action.first_step or "未定", *effect_texts(action.effect))
            for place, action in enumerate(actions, 1)
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
        counted = [action.effect for action in actions if action.effect.is_counted]
        if len(counted) > 1:
            total = figure(rounded(sum(map(hours_a_year, counted))))
            yield Paragraph(f"見込み効果の合計　年間{total}時間（算式を示した{self.n(len(counted))}件の計）", 1)

    def _cluster_title(self, action: ActionItem) -> str:
        cluster = self.workshop.clusters.get(action.cluster_id or "")
        return self.title(cluster) if cluster else "－"

    def annex(self) -> Iterator[Block]:
        """別紙: the open notes as they were written, shuffled the same way every time."""
        yield PageBreak()
        yield Heading(1, "付箋一覧", "別紙")
        hidden = sum(note.hidden for note in self.workshop.notes.values())
        told = "書かれたとおりに掲載する。並びは無作為であり、書かれた順ではない。"
        yield Paragraph(told + (f"非公開の付箋{self.n(hidden)}件は掲載していない。" if hidden else ""), 1)
        groups = [(self.title(cluster), cluster.id) for cluster in self.workshop.ordered_clusters()]
        sections = [(title, self._shown(cluster_id)) for title, cluster_id in groups]
        outside = self._shown(None)
        sections.append(("どのグループにも入らない付箋", [n for n in outside if n.kind is not NoteKind.PARKED]))
        sections.append(("駐車場", [note for note in outside if note.kind is NoteKind.PARKED]))
        for place, (title, notes) in enumerate(section for section in sections if section[1]):
            yield Heading(2, title, f"({place + 1})")
            yield from (ListItem(note.text, indent=2) for note in notes)

    def _shown(self, cluster_id: str | None) -> list[Note]:
        """The open notes of a group, or of none, in an order that tells nothing."""
        clusters = self.workshop.clusters
        chosen = [
            note
            for note in self.workshop.notes.values()
            if not note.hidden and (note.cluster_id if note.cluster_id in clusters else None) == cluster_id
        ]
        return sorted(chosen, key=lambda note: sha256(f"{self.workshop.id}/{note.id}".encode()).digest())

    def margin(self) -> tuple[tuple[str, str], ...]:
        """欄外: what the records office asks for; never filled in by the program."""
        details = self.details
        checked = short_date(details.checked_on) if details.checked_on else NOT_FILLED_IN
        return (
            ("文書分類", details.document_class or NOT_FILLED_IN),
            ("保存期間", details.retention or NOT_FILLED_IN),
            ("確認者（職）", details.checked_by or NOT_FILLED_IN),
            ("確認日", checked),
        )

    def issued(self, made_on: date) -> str:
        """The line above the title: when and by whom it was made, and whether it is final."""
        by = f"　{self.details.bureau}" if self.details.bureau else ""
        state = STATE_NAMES[self.details.minutes_state]
        return f"{long_date(made_on, self.digits, weekday=False)}{by}　作成【{state}】"

    def sections(self) -> Iterator[Block]:
        """Every numbered section."""
        parts: tuple[tuple[str, list[Block]], ...] = (
            ("日時", self.when()),
            ("場所", self.where()),
            ("出席者", self.who()),
            ("議題", self.agenda()),
            ("配布資料", self.handouts()),
            ("議事概要", self.discussion()),
            ("決定事項", self.decisions()),
            ("宿題事項", self.actions()),
            ("次回予定", _said(self.details.next_meeting)),
        )
        for place, (heading, blocks) in enumerate(parts, 1):
            yield Heading(1, heading, self.n(place))
            yield from blocks
        yield Closing()


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


def minutes_report(
    workshop: Workshop,
    *,
    verbatim_notes: bool = False,
    digits: Digits = Digits.MIXED,
    made_on: date | None = None,
) -> Report:
    """The minutes of a workshop, made on `made_on` (today when not given).

    `verbatim_notes` adds the open notes as an annex. Raises Problem while nobody has chosen the marking (機密性).
    """
    details = workshop.details
    if details.marking is None:
        raise Problem(
            _("The minutes have no confidentiality marking yet. Nothing was written; choose the marking first.")
        )
    minutes = _Minutes(workshop, digits)
    name = format_name(workshop)
    return Report(
        title=f"第{number(details.number, digits)}回{name}　議事概要",
        subtitle=details.title if details.title != name else "",
        marking=marking_text(details.marking, restricted=details.restricted),
        issued=minutes.issued(made_on or datetime.now().astimezone().date()),
        blocks=(*minutes.sections(), *(minutes.annex() if verbatim_notes else ())),
        margin=minutes.margin(),
        author=details.bureau,
    )
