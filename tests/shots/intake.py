"""Notes that come in from elsewhere, and pictures of the board that go out: the dialogs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from models.workshop import WorkshopFormat
from tests.shots.stage import ALL_SIZES, Picture, Stage, close_what_is_over, wait_for
from ui.board.picture_dialog import PictureDialog, open_picture_dialog
from ui.board.screen import BoardScreen
from ui.screens import BOARD

PASTED = """\
・会議の開催案内を、担当ごとに別の様式で出している
・席次の図を会議のたびに描き直す
・会議室の空きを電話で聞いて回る

1. 資料の部数が直前まで決まらない
2. 議事概要の体裁を毎回そろえ直す
会議の開催案内を、担当ごとに別の様式で出している
"""
ANSWERS = """\
ID,開始時刻,完了時刻,メール,名前,今の仕事で困っていることは何ですか,なくしたい作業を選んでください
1,2026/6/1 9:02,2026/6/1 9:05,a@example.jp,見本 一,照会の様式が毎回ちがう。締切も短い,転記;押印;
2,2026/6/1 9:10,2026/6/1 9:12,b@example.jp,見本 二,前の担当に聞かないと手順が分からない,転記;
3,2026/6/1 9:31,2026/6/1 9:36,c@example.jp,見本 三,会議室の予約が取れない,紙の配布;押印;
4,2026/6/1 9:40,2026/6/1 9:44,d@example.jp,見本 四,電話の取次ぎで午前がなくなる,電話の当番;
5,2026/6/1 9:52,2026/6/1 9:57,e@example.jp,見本 五,同じ数字を三つの表に入れている,転記;紙の配布;
"""


def scenes(stage: Stage) -> Iterator[Picture]:
    """A paste, a table with its questions, a file in another encoding, a picture that is about to be made."""
    whole = stage.demonstration(WorkshopFormat.KAIGI)
    stage.open_copy(replace(whole, notes={}, clusters={}, families={}, relations={}, payoffs={}, votes={},
                            decisions={}, actions={}, cases={}), BOARD)  # fmt: skip
    screen = stage.window.made(BOARD)
    over = close_what_is_over
    yield Picture("board-paste", lambda: _paste(screen), over, ALL_SIZES)
    with TemporaryDirectory(prefix="minaoshi-") as folder:
        table = Path(folder) / "困りごとの事前アンケート.csv"
        table.write_text(ANSWERS, encoding="utf-8-sig")
        yield Picture("board-table", lambda: _read(screen, table), over, ALL_SIZES)
        text = Path(folder) / "困りごと.txt"
        text.write_text(PASTED.replace("・", ""), encoding="cp932")
        yield Picture("board-encoding", lambda: _read(screen, text, "utf-8"), over)
    stage.open(WorkshopFormat.KAIGI, BOARD)
    board = stage.window.made(BOARD)
    yield Picture("board-picture", lambda: _make_picture(board), over, ALL_SIZES)


def _paste(screen: BoardScreen) -> None:
    screen.taking_in.paste(PASTED)
    _wait_for_dialog(screen)


def _read(screen: BoardScreen, path: Path, encoding: str = "") -> None:
    screen.taking_in.read_file(path, encoding)
    _wait_for_dialog(screen)


def _wait_for_dialog(screen: BoardScreen) -> None:
    wait_for(lambda: screen.taking_in.dialog is not None and screen.taking_in.dialog.work is None)


def _make_picture(screen: BoardScreen) -> None:
    dialog = open_picture_dialog(screen, screen.edits.workshop)
    wait_for(lambda: _is_drawn(dialog))


def _is_drawn(dialog: PictureDialog) -> bool:
    return dialog.figure is not None
