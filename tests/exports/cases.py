"""Case studies: a full one, a bare one, and one far too long for a page."""

from datetime import date

from models.cases import CaseStudy, ReviewKind

FULL = CaseStudy(
    id="a" * 32,
    title="国会待機を当番制にして、当番以外は20時までに帰る",
    summary="質問要旨が出るまで全員で待つのをやめ、答弁当番表をGSSの共有カレンダーに載せた。",
    bureau="大臣官房総務課",
    period="令和８年６月～８月",
    tags=("国会対応", "当番制", "GSS"),
    plan_items=(4, 5),
    trigger="業務見直し皆議で、待ち時間の長さがいちばん多くの付箋に書かれた。",
    problem="質問要旨が出るまで課の全員が残って待ち、退庁時刻が読めなかった。通告のない日も待機していた。",
    before="・課の全員（８人）が待機\n・割り振りは口頭で、毎回30分もめる\n・待機解除の連絡が届かない",
    after="・当番２人だけが待機し、当番表は共有カレンダーで見る\n・割り振りの基準を１枚にまとめた\n・解除はTeamsで一斉に知らせる",
    review_kinds=(ReviewKind.ELIMINATE, ReviewKind.SIMPLIFY),
    devices="当番は２週間ごとに入れ替え、育児・介護のある職員は希望日を先に選ぶ。",
    stumbles="初めは当番以外も「念のため」残った。課長が20時に声をかけて回り、２週間で定着した。",
    expected_hours=588,
    actual_hours=612.5,
    formula="（120分－45分）×年60件×8人÷60－新たに増える12時間",
    quality="夜の予定が立てられるようになった、との声が多い。",
    needs="費用なし。権限：課長の了解。ツール：共有カレンダー、Teams。",
    spread="割り振りの基準（１枚）を先に作ると、当番が迷わない。",
    fits_when="答弁の作成者が３人以上いる課室。",
    fails_when="担当が１人しかいない案件。",
    contact="大臣官房総務課 庶務係（内線 1234）",
    updated_on=date(2026, 9, 1),
)

BARE = CaseStudy(id="b" * 32, title="電話の取次ぎをやめる")


def filled(text: str) -> CaseStudy:
    """A case whose every text is `text`."""
    return CaseStudy(
        id="c" * 32, title=text,
        summary=text, bureau=text, period=text, tags=(text, text), plan_items=(1, 2, 3, 4, 5, 6),
        trigger=text, problem=text, before=text, after=text,
        review_kinds=tuple(ReviewKind), devices=text, stumbles=text,
        expected_hours=123456.7, actual_hours=-1.0, formula=text, quality=text, needs=text, spread=text, fits_when=text,
        fails_when=text, contact=text, updated_on=date(2026, 9, 1),
    )  # fmt: skip
