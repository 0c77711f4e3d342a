"""What the facilitator is told at which moment: a table of all phases."""

from dataclasses import replace

import pytest

from models.agenda import AgendaPhase
from ui.run.hints import Cue, Part, hint, part_of

EIGHT_MINUTES = 480.0
BUSY = Cue(AgendaPhase.OTHER, 0.0, EIGHT_MINUTES, notes=12, carried=3)
MOMENTS = (470.0, 200.0, 90.0, -30.0)


def _told(phase: AgendaPhase) -> list[str]:
    return [hint(replace(BUSY, phase=phase, left=left)) for left in MOMENTS]


@pytest.mark.parametrize("phase", list(AgendaPhase))
def test_every_phase_has_a_word_for_each_part_of_its_time(phase: AgendaPhase) -> None:
    told = _told(phase)
    assert len(set(told)) == len(MOMENTS)
    assert all(text and not text.isascii() and len(text) <= 60 for text in told)


@pytest.mark.parametrize(
    ("phase", "left", "words"),
    [
        (AgendaPhase.WRITE, 110.0, "あと2分です。書き終えた人に手を挙げてもらいましょう。"),
        (AgendaPhase.WRITE, 80.0, "あと1分です。書き終えた人に手を挙げてもらいましょう。"),
        (AgendaPhase.WRITE, 29.0, "まもなく時間です。書き終えた人に手を挙げてもらいましょう。"),
        (AgendaPhase.SHARE, 200.0, "半分過ぎました。まだ話していない人に順番を回しましょう。"),
        (AgendaPhase.GROUP, 470.0, "言いたいことが近いものだけ集めます"),
        (AgendaPhase.GROUP, 200.0, "そろそろ表札を付けます"),
        (AgendaPhase.GROUP, 90.0, "あと2分です。集めるのはここまで"),
        (AgendaPhase.VOTE, 90.0, "投票を締め切ります"),
        (AgendaPhase.OWNERS, 90.0, "だれが何をいつまでに"),
        (AgendaPhase.PRESENT, 200.0, "発表者に時計を見てもらいましょう"),
        (AgendaPhase.PRACTICE, 200.0, "役を交代します"),
        (AgendaPhase.BREAK, 90.0, "席に戻るよう"),
        (AgendaPhase.IDEAS, 0.0, "時間になりました"),
    ],
)
def test_hint_fits_the_moment_when_time_passes(phase: AgendaPhase, left: float, words: str) -> None:
    assert words in hint(replace(BUSY, phase=phase, left=left))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"paused": True}, "時計は止まっています"),
        ({"phase": AgendaPhase.SHARE, "notes": 0}, "付箋がまだありません"),
        ({"phase": AgendaPhase.LAST_TIME, "carried": 0}, "前回の宿題はありません"),
        ({"phase": AgendaPhase.WRITE, "silent": True, "hidden": 4}, "いま4枚"),
        ({"phase": AgendaPhase.SHARE, "silent": True, "hidden": 4}, "まだ投影から隠れたまま"),
        ({"phase": AgendaPhase.SHARE, "hidden": 4}, "4枚"),
    ],
)
def test_hint_speaks_of_what_is_unusual_when_something_is(changed: dict[str, object], words: str) -> None:
    cue: Cue = replace(BUSY, left=470.0, **changed)  # type: ignore[arg-type]
    assert words in hint(cue)


@pytest.mark.parametrize(
    ("left", "allowed", "part"),
    [
        (301.0, 600.0, Part.START),
        (300.0, 600.0, Part.HALF),
        (120.0, 600.0, Part.SOON),
        (0.0, 600.0, Part.OVER),
        (100.0, 180.0, Part.START),
        (60.0, 180.0, Part.SOON),
        (700.0, 3_600.0, Part.SOON),
        (0.0, 0.0, Part.OVER),
    ],
)
def test_two_minutes_or_a_fifth_are_soon_but_not_most_of_a_short_item(left: float, allowed: float, part: Part) -> None:
    assert part_of(left, allowed) is part
