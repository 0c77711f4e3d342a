"""The announcement of a meeting (案内文), made from what is known of it. A paper to colleagues: always Japanese."""

from datetime import timedelta

from models.workshop import Details, Workshop, WorkshopFormat

_BRING = {
    WorkshopFormat.KAIGI: "筆記用具（付箋とペンはこちらで用意します）",
    WorkshopFormat.STUDY: "筆記用具",
    WorkshopFormat.TRAINING: "自分の業務が分かるもの（業務の一覧、予定表など）、筆記用具",
    WorkshopFormat.DX: "業務用のパソコン、見直す業務の様式や手順書",
}
_CLOSING = (
    "特別な準備はいりません。ふだん感じていることを、そのままお持ちください。\n"
    "出された意見は、だれの発言か分からない形で記録します。"
)


def invitation_of(workshop: Workshop) -> str:
    """The announcement, a line for each thing that is known; nothing unknown is left as a gap."""
    from exports.typesetting.dates import clock, long_date

    details = workshop.details
    end = workshop.starts + timedelta(minutes=details.minutes)
    facts = (
        ("日時", f"{long_date(details.held_on)}　{clock(details.starts_at)}～{clock(end.time())}"),
        ("場所", _place(details)),
        ("問い", details.question),
        ("見直す業務", details.subject),
        ("前回の宿題", "前回決めたことの様子を、はじめに確かめます" if workshop.carried else ""),
        ("持ち物", _BRING[details.format]),
    )
    lines = [f"{name}　{' '.join(said.splitlines())}" for name, said in facts if said]
    return "\n".join([f"{details.title}（第{details.number}回）のご案内", "", *lines, "", _CLOSING])


def _place(details: Details) -> str:
    if not details.place:
        return "オンライン" if details.online else ""
    return f"{details.place}（オンライン併用）" if details.online else details.place
