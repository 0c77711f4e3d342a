"""Notes that say the same are found, and all stay."""

from models.intake import Double, Intake, compared, doubles
from models.sameness import KnownTexts


def test_each_of_several_is_marked_when_they_say_the_same() -> None:
    found = doubles(["会議が長い", "印刷", "ｶｲｷﾞが 長い", "かいぎが長い"])
    assert found == {2: Double(2, False, False), 3: Double(2, False, True)}


def test_all_are_one_too_many_when_the_board_says_it_already() -> None:
    known = KnownTexts([("a", "印刷が多い"), ("b", "会議")])
    found = doubles(["印刷が多い", "紙", "印刷が多い"], known)
    assert found == {0: Double(2, True, True), 2: Double(2, True, True)}


def test_every_note_stays_when_some_are_doubles() -> None:
    intake = Intake(("紙", "紙"))
    assert compared(intake).intake is intake


def test_nothing_is_known_any_more_when_a_note_is_reworded_or_gone() -> None:
    known = KnownTexts([("a", "印刷"), ("b", "印刷"), ("c", "会議")])
    assert known.same("印 刷") == ["a", "b"]
    known.put("a", "印刷が多い")
    known.drop("c")
    known.drop("nobody")
    assert known.same("印刷") == ["b"]
    assert known.same("会議") == []
    assert known.keys() == {"印刷", "印刷が多い"}


def test_notes_of_blanks_alone_are_not_all_the_same() -> None:
    assert doubles(["\u3164", "\u2800"]) == {}
