"""The projector window: what it shows in each phase, how large, and where it opens."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase
from models.edits import clusters, notes, running, voting
from models.edits.change import put
from tests.clock import FakeClock
from tests.ui.projector.steps import go
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.projector.pieces import Panel, Words, face, splits, wrapped
from ui.projector.screens import wall
from ui.theme import ERROR, WHITE


def _words(projector: ProjectorWindow) -> list[Words]:
    return [piece for piece in projector.canvas.pieces if isinstance(piece, Words)]


def _figures(projector: ProjectorWindow) -> Words:
    return next(words for words in _words(projector) if words.figures)


def _group(live: LiveDocument, texts: list[str], title: str) -> str:
    known = set(live.workshop.notes)
    live.apply(notes.add_notes(live.workshop, texts))
    live.apply(clusters.group_notes(live.workshop, sorted(set(live.workshop.notes) - known), title))
    return live.workshop.ordered_clusters()[-1].id


def test_question_and_start_are_shown_when_the_meeting_has_not_begun(projector: ProjectorWindow) -> None:
    texts = projector.painted_texts()
    assert "業務見直し皆議" in texts
    assert "10:00 に始めます" in texts
    assert not any(words.figures for words in _words(projector))


def test_promises_are_shown_when_the_meeting_opens(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    go(live, clock, AgendaPhase.OPENING)
    assert any("最後まで聞きます" in text for text in projector.painted_texts())


def test_task_is_shown_when_the_room_writes(projector: ProjectorWindow, live: LiveDocument, clock: FakeClock) -> None:
    live.apply(notes.add_notes(live.workshop, ["会議が長い"]))
    go(live, clock, AgendaPhase.WRITE)
    texts = projector.painted_texts()
    assert next(item.task for item in live.workshop.agenda_items() if item.phase is AgendaPhase.WRITE) in texts
    assert "会議が長い" not in texts


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768), (800, 450)])
@pytest.mark.parametrize("phase", [AgendaPhase.OPENING, AgendaPhase.WRITE, AgendaPhase.SHARE, AgendaPhase.VOTE])
@pytest.mark.parametrize("late", [10, 2_000])
def test_clock_fills_a_quarter_of_the_height_when_it_runs(
    projector: ProjectorWindow,
    live: LiveDocument,
    clock: FakeClock,
    size: tuple[int, int],
    phase: AgendaPhase,
    late: int,
) -> None:
    _group(live, ["会議が長い"], "会議")
    projector.resize(*size)
    go(live, clock, phase)
    clock.advance(late)
    projector.look()
    figures = _figures(projector)
    font = face(figures.px, bold=True, figures=True)
    height = QFontMetricsF(font).tightBoundingRect("0123456789").height()
    if size[0] / size[1] >= 16 / 9:
        assert height >= 0.25 * size[1]
    assert QFontMetricsF(font).horizontalAdvance(figures.text) <= size[0]
    assert figures.rect.left() >= 0


@pytest.mark.parametrize("phase", [phase for phase in AgendaPhase if phase is not AgendaPhase.OTHER])
def test_no_text_is_smaller_than_24_points_when_the_wall_is_small(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock, phase: AgendaPhase
) -> None:
    for number in range(9):
        _group(live, [f"{number}の困りごと" * 20] * 9, "長い表札" * 12)
    go(live, clock, phase)
    for _page in range(projector.pages):
        projector.turn(1)
        for words in _words(projector):
            assert round(words.px) >= 32
            assert (
                words.rect.left()
                + max(
                    QFontMetricsF(face(words.px, bold=words.bold, figures=words.figures)).horizontalAdvance(line)
                    for line in words.lines
                )
                <= 1280
            )


@pytest.mark.parametrize(("seconds", "words"), [(400, "あと少し"), (470, "まもなく終わり"), (500, "超過")])
def test_urgency_is_said_in_words_when_time_runs_out(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock, seconds: float, words: str
) -> None:
    go(live, clock, AgendaPhase.WRITE)
    clock.advance(seconds)
    projector.look()
    assert words in projector.painted_texts()


def test_wall_turns_red_when_time_is_over(projector: ProjectorWindow, live: LiveDocument, clock: FakeClock) -> None:
    go(live, clock, AgendaPhase.WRITE)
    clock.advance(8 * 60 + 80)
    projector.look()
    assert _figures(projector).text == "＋1:20"
    assert _figures(projector).colour == WHITE
    colour = projector.grab().toImage().pixelColor(60, 400)
    assert colour.name() == ERROR


def test_groups_are_counted_when_the_room_votes(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    first = _group(live, ["会議が長い", "会議が多い"], "会議を減らしたい")
    second = _group(live, ["様式が多い"], "様式を減らしたい")
    live.apply(voting.set_dots(live.workshop, first, 3))
    live.apply(voting.set_dots(live.workshop, second, 8))
    go(live, clock, AgendaPhase.VOTE)
    assert "2枚" in projector.painted_texts()
    live.apply(voting.close_votes(live.workshop))
    texts = projector.painted_texts()
    assert texts.index("1位　8票・1枚") < texts.index("2位　3票・2枚")


def test_first_revealed_note_speaks_for_a_group_when_it_has_no_title(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    _group(live, ["まだ見せない", "会議が長い"], "")
    hidden = next(note for note in live.workshop.notes.values() if note.text == "まだ見せない")
    live.apply(put(live.workshop, "hide", replace(hidden, hidden=True)))
    go(live, clock, AgendaPhase.VOTE)
    words = next(words for words in _words(projector) if words.text == "会議が長い")
    assert not words.bold
    assert not any("まだ" in text for text in projector.painted_texts())


def test_other_notes_are_announced_when_they_do_not_fit(
    qtbot: QtBot, projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(notes.add_notes(live.workshop, [f"困りごとの{number}番目" for number in range(60)]))
    go(live, clock, AgendaPhase.SHARE)
    on_page = sum("番目" in text for text in projector.painted_texts())
    assert f"つづき{60 - on_page}枚（1/{projector.pages}）" in projector.painted_texts()
    projector.turn(1)
    assert projector.page == 1
    on_page += sum("番目" in text for text in projector.painted_texts())
    assert f"つづき{60 - on_page}枚（2/{projector.pages}）" in projector.painted_texts()
    projector.turn(-1)
    projector.turn(-1)
    assert projector.page == projector.pages - 1
    assert f"{projector.pages}/{projector.pages}" in projector.painted_texts()
    go(live, clock, AgendaPhase.GROUP)
    assert projector.page == 0


def test_group_is_named_once_when_it_fills_several_columns(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    _group(live, [f"困りごとの{number}番目" for number in range(30)], "長い列")
    go(live, clock, AgendaPhase.GROUP)
    assert projector.pages > 1
    for _page in range(projector.pages):
        projector.turn(1)
        assert projector.painted_texts().count("長い列") == 1


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("phase", [AgendaPhase.SHARE, AgendaPhase.OPENING, AgendaPhase.WRITE])
def test_overtime_keeps_clear_of_its_box_when_it_is_painted(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock, size: tuple[int, int], phase: AgendaPhase
) -> None:
    live.apply(notes.add_notes(live.workshop, ["会議が長い"]))
    projector.resize(*size)
    go(live, clock, phase)
    clock.advance(45 * 60)
    projector.look()
    figures = _figures(projector)
    box = next(p for p in projector.canvas.pieces if isinstance(p, Panel) and p.fill == ERROR)
    image = projector.grab(box.rect.adjusted(1, 1, -1, -1).toAlignedRect()).toImage()
    corner = round(8 * size[1] / 720) + 2  # outside its round corners the wall is white
    above_the_bar = range(image.height() - 5 * corner)
    inside = range(int(figures.rect.right() - box.rect.left()))
    rows = [y for y in above_the_bar for x in inside[corner:] if _is_light(image, x, y)]
    columns = [x for x in inside for y in above_the_bar[corner:] if _is_light(image, x, y)]
    assert min(rows) >= corner
    assert min(columns) >= corner
    assert max(columns) < image.width() - corner


def _is_light(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y).green() > 128


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
def test_nothing_beside_the_clock_moves_when_the_time_is_over(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock, size: tuple[int, int]
) -> None:
    live.apply(notes.add_notes(live.workshop, ["会議が長い"]))
    projector.resize(*size)
    go(live, clock, AgendaPhase.SHARE)
    projector.look()
    before = projector.canvas._still
    for seconds in (14 * 60, 5 * 60, 15 * 60):
        clock.advance(seconds)
        projector.look()
        assert projector.canvas._still == before
    assert _figures(projector).text.startswith("＋")
    assert _figures(projector).px / size[1] > (0.28 if size[0] / size[1] > 1.5 else 0.2)


def test_note_is_painted_as_it_is_when_it_looks_like_markup(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(notes.add_notes(live.workshop, ["<b>A&B</b>"]))
    go(live, clock, AgendaPhase.SHARE)
    assert "<b>A&B</b>" in projector.painted_texts()


@pytest.mark.parametrize("text", ["👨‍👩‍👧‍👦が困る。" * 9, "葛󠄀城市の" * 12, "W" * 90, "一\n二\n三", "𠮷" * 40])
def test_no_character_is_lost_when_a_text_is_broken_into_lines(qtbot: QtBot, text: str) -> None:
    assert "".join(wrapped(text, 32, 350, 99)) == text.replace("\n", "")


@pytest.mark.parametrize("width", [300, 346, 420])
@pytest.mark.parametrize(
    "text",
    [
        "感じたことを自分の言葉で話します",
        "今日のねらいと、話し合いの約束を確かめます",
        "先に取り組みたいグループに、シールを貼ります",
        "依頼を受けてから締切までが短い",
        "決裁のたびに質問に、同じ答えを書いている",
    ],
)
def test_no_line_ends_inside_a_word_when_another_break_is_there(qtbot: QtBot, text: str, width: int) -> None:
    lines = wrapped(text, 32, width, 5)
    assert "".join(lines) == text
    assert splits(lines) == 0


def test_text_is_cut_with_an_ellipsis_when_it_is_too_long(qtbot: QtBot) -> None:
    lines = wrapped("長い話" * 100, 32, 350, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_thanks_are_shown_when_the_meeting_is_over(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(running.go_to(live.workshop, live.workshop.agenda_items()[-1], clock()))
    live.apply(running.next_item(live.workshop, clock()))
    assert "おつかれさまでした" in projector.painted_texts()


# the window itself


def test_window_opens_and_closes_when_toggled(qtbot: QtBot, live: LiveDocument, desk: QWidget) -> None:
    window = ProjectorWindow(live)
    qtbot.addWidget(window)
    told: list[bool] = []
    window.opened.connect(told.append)
    window.toggle(desk)
    assert window.isVisible()
    assert not window.isFullScreen()  # there is one screen here, and it is private
    window.toggle(desk)
    assert not window.isVisible()
    assert told == [True, False]


def test_escape_leaves_full_screen_then_closes(qtbot: QtBot, projector: ProjectorWindow) -> None:
    projector.showFullScreen()
    qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert projector.isVisible()
    assert not projector.isFullScreen()
    qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert not projector.isVisible()


def test_window_closes_when_its_screen_is_gone(qtbot: QtBot, projector: ProjectorWindow) -> None:
    screen = projector.screen()
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    with qtbot.waitSignal(projector.screen_lost):
        app.screenRemoved.emit(screen)
    assert not projector.isVisible()


def test_window_closes_when_it_is_moved_over_the_private_screen(qtbot: QtBot, projector: ProjectorWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    projector.showFullScreen()
    projector._desk = projector
    with qtbot.waitSignal(projector.screen_lost):
        projector.windowHandle().screenChanged.emit(screen)
    assert not projector.isVisible()


def test_no_wall_is_found_when_there_is_one_screen() -> None:
    screen = QGuiApplication.primaryScreen()
    assert wall([screen], screen) is None


def test_window_paints_when_it_is_as_small_as_it_goes(
    projector: ProjectorWindow, live: LiveDocument, clock: FakeClock
) -> None:
    live.apply(notes.add_notes(live.workshop, ["長い話" * 400] * 30))
    go(live, clock, AgendaPhase.SHARE)
    projector.resize(projector.minimumSize())
    assert projector.grab().size() == projector.minimumSize()
