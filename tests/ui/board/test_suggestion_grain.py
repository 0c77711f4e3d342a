"""「大きく ── 細かく」: the groups change while the slider moves, and what was said to them stays."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.grouping import Sureness
from tests.ui.board.conftest import Board
from tests.ui.board.suggesting import (
    LEFT,
    click_tick,
    draft,
    foot,
    go_to,
    group_row,
    groups,
    press,
    row_of,
    suggest,
    with_note,
)
from ui.board.draft import Mark
from ui.board.proposal import LOW_LIST
from ui.board.tints import TINTS, tinted

THEMES = (
    "印刷と製本に時間がかかる",
    "印刷した資料の差し替えが多い",
    "会議の資料を人数分印刷する",
    "印刷機がいつも混んでいる",
    "残業が多くて帰れない",
    "残業の申請が面倒",
    "残業しても仕事が終わらない",
    "会議が長くて仕事が止まる",
    "会議の時間が延びる",
    "会議室が取れない",
    "電話の取次ぎで手が止まる",
    "電話の問合せが同じ内容ばかり",
    "電話に出る人が決まっている",
)


@pytest.fixture
def offered(board: Board, qtbot: QtBot) -> Board:
    board.add(*THEMES)
    suggest(board, qtbot)
    assert board.screen.panel.grain.slider.maximum() >= 2
    return board


def test_there_are_more_groups_when_the_slider_goes_to_fine_by_key(offered: Board) -> None:
    panel = offered.screen.panel
    slider = panel.grain.slider
    assert slider.hasFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    coarse = len(groups(offered))
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert len(groups(offered)) > coarse
    assert panel.tree.rows.rowCount() >= len(groups(offered))
    assert offered.kinds == []


def test_the_count_is_said_in_words_when_the_slider_moves(offered: Board) -> None:
    panel = offered.screen.panel
    QTest.keyClick(panel.grain.slider, Qt.Key.Key_Home)
    assert panel.summary.text().startswith(f"{len(groups(offered))}グループ")
    assert panel.grain.slider.accessibleDescription() == panel.summary.text()
    QTest.keyClick(panel.grain.slider, Qt.Key.Key_End)
    alone = len(draft(offered).proposal.alone)
    assert panel.summary.text() == f"{len(groups(offered))}グループ" + (f"・ひとつだけ {alone}枚" if alone else "")


def test_the_slider_goes_where_it_is_clicked(offered: Board) -> None:
    slider = offered.screen.panel.grain.slider
    QTest.mouseClick(slider, LEFT, pos=QPoint(4, slider.height() // 2))
    assert slider.value() == 0
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 4, slider.height() // 2))
    assert slider.value() == slider.maximum()


def test_the_same_note_is_chosen_when_the_grain_is_another(offered: Board) -> None:
    panel = offered.screen.panel
    go_to(offered, row_of(offered, THEMES[4]))
    for step in (panel.grain.slider.maximum(), 0, draft(offered).suggestion.best):
        panel.grain.slider.setValue(step)
    assert panel.tree.current_notes() == [offered.note(THEMES[4]).id]


def test_a_group_that_was_closed_stays_closed_when_the_grain_goes_and_comes_back(offered: Board) -> None:
    panel = offered.screen.panel
    slider = panel.grain.slider
    panel.tree.collapse(group_row(offered, 1))
    panel.tree.expand(group_row(offered, 2))
    key = groups(offered)[0].key
    slider.setValue(slider.value() - 1)
    slider.setValue(slider.value() + 1)
    assert not panel.tree.isExpanded(panel.tree.rows.find(key))
    assert panel.tree.isExpanded(group_row(offered, 2))


def test_what_was_left_out_stays_so_when_the_grain_is_another(offered: Board) -> None:
    click_tick(offered, row_of(offered, THEMES[4]))
    slider = offered.screen.panel.grain.slider
    slider.setValue(0)
    assert offered.note(THEMES[4]).id not in {i for one in draft(offered).gatherings() for i in one.note_ids}


def test_what_was_put_right_holds_when_the_grain_is_another(offered: Board) -> None:
    slider = offered.screen.panel.grain.slider
    go_to(offered, row_of(offered, THEMES[5]))
    press(offered, Qt.Key.Key_F)
    for step in range(slider.maximum() + 1):
        slider.setValue(step)
        assert with_note(offered, THEMES[5]) == set()


def test_a_title_that_was_written_is_there_again_when_the_grain_comes_back(offered: Board) -> None:
    slider, chosen = offered.screen.panel.grain.slider, draft(offered)
    first = groups(offered)[0]
    chosen.name(first, "紙を減らす")
    slider.setValue(slider.maximum())
    slider.setValue(chosen.suggestion.best)
    assert chosen.title(groups(offered)[0]) == "紙を減らす"


def test_the_board_hears_of_the_groups_when_the_grain_changes(offered: Board, qtbot: QtBot) -> None:
    panel = offered.screen.panel
    heard: list[dict[str, Mark] | None] = []
    panel.previewed.connect(heard.append)
    panel.grain.slider.setValue(0)
    qtbot.waitUntil(lambda: bool(heard))
    shown = heard[-1]
    assert shown is not None
    assert {mark[0] for mark in shown.values()} == set(range(1, len(groups(offered)) + 1))
    for number, group in enumerate(groups(offered), start=1):
        assert {shown[i][:2] for i in group.note_ids} == {(number, draft(offered).tint(group.key))}
    panel.leave()
    assert heard[-1] is None


def test_a_group_keeps_its_tint_when_others_fall_apart() -> None:
    before = tinted([("whole", "a"), ("other", "b"), ("third", "c")], {})
    assert len(set(before.values())) == 3
    notes = {"a": before["whole"], "a2": before["whole"], "b": before["other"], "c": before["third"]}
    after = tinted([("half", "a"), ("half too", "a2"), ("third", "c"), ("other", "b")], notes)
    assert (after["half"], after["other"], after["third"]) == (before["whole"], before["other"], before["third"])
    assert after["half too"] not in before.values()


def test_tints_come_again_evenly_when_there_are_more_groups_than_tints() -> None:
    tints = tinted([(str(number), str(number)) for number in range(2 * len(TINTS))], {})
    assert sorted(tints.values()) == sorted([*range(len(TINTS)), *range(len(TINTS))])


@pytest.mark.parametrize(("height", "opened"), [(640, False), (1_000, True)])
def test_groups_begin_closed_when_the_list_is_low(board: Board, qtbot: QtBot, height: int, opened: bool) -> None:
    board.screen.resize(1_168, height)
    board.add(*THEMES)
    suggest(board, qtbot)
    tree = board.screen.panel.tree
    assert (tree.height() >= LOW_LIST) is opened
    assert [tree.isExpanded(group_row(board, n + 1)) for n in range(len(groups(board)))] == [opened] * len(
        groups(board)
    )


def test_a_group_tells_how_many_of_its_notes_are_weak(offered: Board) -> None:
    offered.screen.panel.grain.slider.setValue(0)
    for number, group in enumerate(groups(offered), start=1):
        weak = sum(one.sureness is Sureness.WEAK for one in group.members)
        assert (f"弱い△{weak}枚" in foot(group_row(offered, number))) is bool(weak)
