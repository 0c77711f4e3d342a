"""A workshop with everything in it that makes a paper hard to set."""

from dataclasses import replace
from datetime import UTC, date, time, timedelta
from typing import Protocol, TypeVar

from models.agenda import AgendaItem, AgendaPhase, TeamStep
from models.board import Cluster, DotVote, Family, Note, NoteKind, Payoff, Relation, RelationKind
from models.cases import ReviewKind
from models.decisions import ActionItem, ActionStatus, CarriedAction, Decision, Effect
from models.formats import CheckKind, Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.timing import Timing
from models.workshop import Details, Marking, Participant, Seat, Workshop, WorkshopFormat

AGENDA = (
    ("趣旨・約束", 5, AgendaPhase.OPENING),
    ("前回の宿題", 3, AgendaPhase.LAST_TIME),
    ("困りごと（個人記入）", 8, AgendaPhase.WRITE),
    ("共有", 12, AgendaPhase.SHARE),
    ("束ね・表札", 17, AgendaPhase.GROUP),
    ("投票", 5, AgendaPhase.VOTE),
    ("対策出し", 13, AgendaPhase.IDEAS),
    ("効果×実現性", 8, AgendaPhase.PAYOFF),
    ("担当・期限", 9, AgendaPhase.OWNERS),
    ("ふりかえり", 3, AgendaPhase.REFLECT),
    ("予備", 7, AgendaPhase.BUFFER),
)

GROUPS = (
    (
        "国会対応の待ち時間が読めず、課の全員が帰れない",
        "問取りの内容があいまいなまま答弁を書き始め、空振りになることがある。\n"
        "質問要旨が出るまで全員で待つ必要はなく、当番制で足りるとの意見が多かった。",
        "答弁当番表をGSSの共有カレンダーに載せ、当番以外は20時までに退庁する。\n割り振りの基準を１枚にまとめる。",
    ),
    (
        "会議ロジを毎回ゼロから組み立てている",
        "席次表・名札・配布資料の準備に、１回当たり延べ6.5時間かかっている……という声があった。",
        "ロジ手順書（様式付き）を共有フォルダに置き、会議ごとに更新する。",
    ),
    (
        "締切の短い作業依頼が夕方に届く",
        "依頼元の事情も分かるが、「翌朝９時締切」が月に10件を超えるのは異常である。",
        "依頼には２営業日以上を確保する、との課室間の約束を試行する。",
    ),
    ("様式がエクセル方眼紙で集計し直しになる", "", "MicrosoftFormsとPowerAutomateで集めて、転記をなくす。"),
    ("引継ぎが口頭だけで、前任の﨑山・髙橋係の知恵が残らない", "葛󠄀城・𠮷野の両庁舎間で手順が違う。", ""),
    (
        "決裁の<b>差戻し</b>理由が分からない & 書き直しが続く",
        "「<img src=/etc/passwd>」のような記号もそのまま載る。",
        "",
    ),
    ("電話の取次ぎで考えごとが途切れる", "", "集中時間（10:00～11:30）を試行する。"),
    ("", "名前のないグループもある。", ""),
)

ACTIONS = (
    (
        "答弁当番表を作り、共有カレンダーに載せる",
        "総務課・庶務係長",
        date(2026, 6, 19),
        "先月の退庁時刻を数える",
        "当番表どおりの退庁が４週続く",
        Effect(120, 45, 60, people=8, new_hours=12, quality="夜間の家族の予定が立てられる"),
    ),
    (
        "ロジ手順書（様式付き）を整える",
        "会計課・係長",
        date(2026, 7, 3),
        "前回の資料を集める",
        "次の会議で使う",
        Effect(390, 150, 24),
    ),
    ("２営業日ルールを課室間で申し合わせる", "官房企画課・課長補佐", None, "", "", Effect(quality="見通しがきく")),
    (
        "照会の集計をMicrosoftFormsとPowerAutomateに置き換え、転記と目視の突合をやめる。まずは四半期ごとの定例の照会"
        "（該当なしの回答が８割を占めるもの）から始め、結果を見て随時の照会にも広げる",
        "情報システム担当（e-mail: gyomu-minaoshi@example.go.jp）",
        date(2026, 9, 30),
        "次の定例の照会の様式を作る",
        "集計時間が半分以下",
        Effect(30, 5, 1200, office_wide=True, new_hours=40),
    ),
    ("引継ぎ書のひな形を配る", "人事課・係員", date(2026, 6, 30), "ひな形の目次を決める", "異動者全員が使う", Effect()),
    ("差戻し理由を決裁欄に書く", "文書係", date(2026, 8, 7), "", "", Effect(15, 5, 480, people=3)),
    ("集中時間を試行する", "総務課・全係", date(2026, 7, 31), "入口に札を出す", "２か月続ける", Effect()),
    ("次回までに効果を測る", "業務見直し担当", date(2027, 1, 8), "記録様式を配る", "実績が出る", Effect()),
)


def details(**changes: object) -> Details:
    """The details of the sample workshop."""
    plain = Details(
        id="0123456789abcdef0123456789abcdef",
        title="みんなの困りごとから始める",
        held_on=date(2026, 6, 4),
        starts_at=time(13, 30),
        number=1,
        minutes=90,
        place="中央合同庁舎第２号館 10階 1001会議室",
        online=True,
        bureau="大臣官房総務課",
        question="毎週の仕事で、なくなったら楽になることは何ですか。",
        headcount=12,
        marking=Marking.LEVEL_2,
        restricted=True,
        handouts="・進行表\n・前回の宿題一覧",
        next_meeting="令和８年７月２日（木）10:00～　同会議室",
        document_class="業務見直し／会議／皆議",
        retention="３年（令和11年度末）",
        checked_by="総務課長",
        checked_on=date(2026, 6, 5),
        votes_closed=True,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def _notes() -> list[Note]:
    notes = [
        Note(
            f"n{place:02d}", place, f"困りごと{place}：締切が夕方に届く", cluster_id=f"c{place % 8}", hidden=place == 5
        )
        for place in range(1, 41)
    ]
    notes.append(Note("n90", 90, "昼休みに電話当番があるが、\n当番表がない"))
    notes.append(Note("n91", 91, "庁舎の空調", kind=NoteKind.PARKED))
    notes.append(Note("n92", 92, "秘密にしておきたいひとこと", hidden=True))
    return notes


def workshop(**changes: object) -> Workshop:
    """A workshop with 8 groups, 8 actions and hard words; `changes` go into its details."""
    people = (
        Participant("p1", 1, "総務課", "係長", 3),
        Participant("p2", 2, "総務課", "係員", 5),
        Participant("p3", 3, "会計課", "係長", 2),
        Participant("p4", 4, "情報システム担当", "", 2),
    )
    agenda = [AgendaItem(f"a{i:02d}", i, title, minutes, phase) for i, (title, minutes, phase) in enumerate(AGENDA)]
    groups = [Cluster(f"c{i}", i, *texts) for i, texts in enumerate(GROUPS)]
    states = list(ActionStatus)
    actions = [
        ActionItem(f"x{i}", i, what, owner, due, first, done, effect, states[i % 4], f"c{i}")
        for i, (what, owner, due, first, done, effect) in enumerate(ACTIONS)
    ]
    decisions = (
        Decision(
            "d1",
            1,
            "国会待機は答弁当番制とし、当番以外は20時までに退庁する。",
            "全員が待つ理由がなく、当番で足りるため。",
            "c0",
        ),
        Decision(
            "d2",
            2,
            "会議ロジの手順書を１つにまとめ、会議のたびに更新する。",
            "同じ準備を課室ごとに繰り返しているため。",
            "c1",
        ),
        Decision("d3", 3, "集中時間を２か月試行し、次々回に続けるか決める。"),
    )
    return Workshop(
        details(**changes),
        participants={row.id: row for row in people},
        agenda={item.id: item for item in agenda},
        notes={note.id: note for note in _notes()},
        clusters={group.id: group for group in groups},
        votes={f"c{i}": DotVote(f"c{i}", dots) for i, dots in enumerate((12, 9, 7, 5, 3, 0, 2))},
        decisions={row.id: row for row in decisions},
        actions={row.id: row for row in actions},
    )


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_H = TypeVar("_H", bound=_HasId)


def _keyed(*rows: _H) -> dict[str, _H]:
    return {row.id: row for row in rows}


def empty(meant: WorkshopFormat) -> Workshop:
    """A workshop of a format with nothing in it at all."""
    bare = details(place="", online=False, headcount=0, question="", handouts="", next_meeting="", format=meant)
    return Workshop(bare)


def knacks() -> dict[str, Knack]:
    """Two knacks, the second with nothing but its title."""
    return _keyed(
        Knack(
            "k1",
            1,
            "終わった日に次の一式を作る",
            "企画課 会議担当主査",
            "フォルダーを複写する\n・日付を直す",
            "毎回探して直す",
            "差し替えだけで済む",
            "席次の様式",
        ),
        Knack("k2", 2, "候補は三つに絞る"),
    )


def pledges() -> dict[str, Pledge]:
    """Two pledges, one of them without a 課室・職."""
    return _keyed(Pledge("q1", 1, "来週、次回の一式を作る", "総務課 庶務係員"), Pledge("q2", 2, "電話の用件を数える"))


def shown_cases() -> dict[str, ShownCase]:
    """One case on show, without its problem."""
    return _keyed(
        ShownCase(
            "s1", 1, "旅費の確認を月一回にする", "官房会計課", "まとめた", "", "一件ずつ", "一覧で", "年間90時間の減"
        )
    )


def own_works() -> dict[str, OwnWork]:
    """Four pieces of own work, the last one undecided."""
    return _keyed(
        OwnWork("o1", 1, "旅費の確認", 15, 240, ReviewKind.COMBINE, "月末にまとめる"),
        OwnWork("o2", 2, "議事録の清書", 60, 48, ReviewKind.ELIMINATE, "画面で書いて終える"),
        OwnWork("o3", 3, "新聞の切り抜き", 30, 240, ReviewKind.ELIMINATE, "紙はやめる"),
        OwnWork("o4", 4, "電話の取次ぎ", 4, 1200),
    )


def process_steps() -> dict[str, ProcessStep]:
    """Three steps: one that falls away, one that becomes shorter, one nobody has thought about. 28 → 13 hours."""
    return _keyed(
        ProcessStep("t1", 1, "表を貼り合わせる", 180, 4, "企画課 係員", "セルをほどく", "フォームで受け取る", 0),
        ProcessStep("t2", 2, "催促する", 10, 24, "企画課 係員", "だれが出したか分からない", "一覧になる", 2.5),
        ProcessStep("t3", 3, "課長に説明する", 60, 12),
    )


def carried() -> dict[str, CarriedAction]:
    """Homework of last time, in every state."""
    return _keyed(
        CarriedAction(
            "v1", 1, "資料を前日に置く", "総務課 庶務係長", date(2026, 4, 30), ActionStatus.DONE, "三回続いた"
        ),
        CarriedAction("v2", 2, "用件を書き出す", "", None, ActionStatus.DOING),
        CarriedAction("v3", 3, "押印をやめる", "文書係長", date(2026, 5, 29), ActionStatus.STOPPED, "官房に合わせる"),
    )


def questions() -> tuple[dict[str, Note], dict[str, Cluster]]:
    """Three questions on notes, two of them in a group that was worded; to be put beside the sample's own."""
    notes = (
        Note("w1", 101, "前日の夜に代理が来たら", NoteKind.QUESTION, cluster_id="g1"),
        Note("w2", 102, "当日に席が増えたら", NoteKind.QUESTION, cluster_id="g1"),
        Note("w3", 103, "なぜ毎週なのか", NoteKind.QUESTION),
    )
    group = Cluster("g1", 20, "出席者が変わったとき", "どこから直せばよいか。", "出席者の表だけを直す。")
    return _keyed(*notes), _keyed(group)


def with_everything(meant: WorkshopFormat) -> Workshop:
    """The sample with something in every collection there is, as one of the formats."""
    board = workshop(format=meant, subject="四半期ごとの調査", teams=2)
    asked, groups = questions()
    return replace(
        board,
        notes={**board.notes, **asked},
        clusters={**board.clusters, **{key: replace(group, family_id="q1") for key, group in groups.items()}},
        team_steps=_keyed(TeamStep("e1", 1, "a03", "班で読み合う", 8, task="一枚ずつ読みます")),
        seats=_keyed(Seat("f1", 1, 1, "p2", 3), Seat("f2", 2, 2, "p2", 2)),
        carried=carried(),
        knacks=knacks(),
        pledges=pledges(),
        shown_cases=shown_cases(),
        own_works=own_works(),
        process_steps=process_steps(),
        checks=_keyed(
            RoomCheck("h1", 1, "机を島にする"), RoomCheck("h2", 2, "付箋を用意する", CheckKind.THINGS, done=True)
        ),
        families=_keyed(Family("q1", 1, "集まり方を見直す")),
        relations=_keyed(Relation("u1", 1, "q1", "w3", RelationKind.CAUSE, "だから")),
        payoffs=_keyed(Payoff("g1", 0.75, 0.5), Payoff("w3", 0.25, 1)),
    )


def run_through(board: Workshop, minutes: dict[str, float]) -> Workshop:
    """The workshop held on its day: each item named took so many minutes, one after the other."""
    at = board.starts.astimezone(UTC)
    timings = {}
    for key, length in minutes.items():
        ends = at + timedelta(minutes=length)
        timings[key] = Timing(key, first_started_at=at, elapsed=length * 60, ended_at=ends)
        at = ends
    return replace(board, timings=timings)


def long_agenda(count: int = 40) -> Workshop:
    """An agenda of so many items, with breaks, locks, optional and protected ones, and long texts in some."""
    items = []
    for index in range(count):
        items.append(
            AgendaItem(
                f"a{index:02d}",
                index,
                f"項目{index}番",
                5 + index % 7,
                AgendaPhase.BREAK if index % 10 == 9 else AgendaPhase.OTHER,
                task=f"課題{index}をします",
                script="声をかけます。" * (index * 3 % 50),
                least=2,
                optional=index % 5 == 1,
                protected=index % 5 == 2,
                starts_at=time(15, 0) if index == 12 else None,
                materials="付箋" if index % 2 else "",
                method=f"進め方{index}",
            )
        )
    steps = [TeamStep(f"e{n}", n, "a03", f"手順{n}", 3, team=n % 2 + 1) for n in range(4)]
    return Workshop(details(minutes=480), agenda=_keyed(*items), team_steps=_keyed(*steps))
