"""Answers of a survey: which columns are questions, and what becomes a note."""

from dataclasses import replace

import pytest

from models.board import MAX_NOTES, NoteKind
from models.intake import Survey, Table, Wish, answers_as_notes, names_columns, survey

FORMS = Table(
    (
        "ID",
        "開始時刻",
        "完了時刻",
        "メール",
        "名前",
        "今いちばん困っていることを、具体的に教えてください",
        "当てはまるもの",
        "氏名（任意）",
        "ひとこと",
    ),
    (
        (
            "1",
            "2026-06-04 10:00",
            "2026-06-04 10:05",
            "a@example.jp",
            "総務 太郎",
            "会議が長い\n・資料も多い",
            "会議;照会;",
            "太郎",
            "",
        ),
        ("2", "2026-06-04 10:01", "2026-06-04 10:09", "b@example.jp", "総務 花子", "照会の締切が短い", "照会;", "", ""),
        ("3", "2026-06-04 10:02", "2026-06-04 10:08", "anonymous", "", "", "", "", ""),
    ),
    "xlsx",
)
WORDS = 5
PICKS = 6


def understood(table: Table) -> Survey:
    return survey(table, names_columns(table))


def notes(asked: Survey, wish: Wish) -> list[str]:
    return list(answers_as_notes(asked, wish).notes)


def test_only_questions_are_offered_when_forms_wrote_the_table() -> None:
    asked = understood(FORMS)
    assert asked.by_person
    assert [question.column for question in asked.questions] == [WORDS, PICKS]
    assert asked.withheld == ("ID", "開始時刻", "完了時刻", "メール", "名前", "氏名（任意）")
    assert asked.guess == WORDS
    first, second = asked.questions
    assert (first.answers, first.samples) == (2, ("会議が長い\n・資料も多い", "照会の締切が短い"))
    assert (first.multiline, first.picks, second.multiline, second.picks) == (True, False, False, True)


def test_nothing_tells_who_answered_when_forms_wrote_the_table() -> None:
    kept = repr(understood(FORMS))
    assert not any(word in kept for word in ("太郎", "花子", "example", "10:05"))


@pytest.mark.parametrize(
    "header",
    [
        ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "What troubles you?"),
        ("ＩＤ", "開始時刻", "完了時刻", "メール", "名前", "最終変更時刻", "困っていることは何ですか"),
        (
            "タイムスタンプ",
            "メールアドレス",
            "合計点",
            "ポイント - 困りごと",
            "フィードバック - 困りごと",
            "回答者",
            "困りごと",
        ),
    ],
)
def test_the_question_alone_is_offered_when_a_survey_is_in_any_language(header: tuple[str, ...]) -> None:
    asked = understood(Table(header, (("x",) * 6 + ("会議が長い",),), "utf-8"))
    assert asked.by_person
    assert [question.title for question in asked.questions] == [header[-1]]


def test_it_is_a_plain_table_when_only_a_name_is_like_a_survey() -> None:
    asked = understood(Table(("ID", "困りごと", "担当の名前", "名前"), (("1", "会議が長い", "係", "太郎"),), "utf-8"))
    assert not asked.by_person
    assert [question.title for question in asked.questions] == ["困りごと", "担当の名前"]


def test_everything_is_offered_when_nothing_else_was_brought() -> None:
    asked = survey(Table(("名前",), (("会議が長い",),), "utf-8"), True)
    assert [question.title for question in asked.questions] == ["名前"]


def test_rows_are_numbered_when_no_row_names_them() -> None:
    asked = survey(Table(("会議が長い", ""), (("印刷が多い", ""),), "utf-8"), False)
    assert [(question.title, question.answers) for question in asked.questions] == [("", 2)]
    assert notes(asked, Wish((0,))) == ["会議が長い", "印刷が多い"]


def test_answers_are_split_only_when_it_is_wished() -> None:
    asked = understood(FORMS)
    assert notes(asked, Wish((WORDS,))) == ["会議が長い\n・資料も多い", "照会の締切が短い"]
    assert notes(asked, Wish((WORDS,), split_lines=True)) == ["会議が長い", "資料も多い", "照会の締切が短い"]
    assert notes(asked, Wish((PICKS,))) == ["会議;照会;", "照会;"]
    assert notes(asked, Wish((PICKS, WORDS), split_picks=True)) == [
        "会議",
        "照会",
        "照会",
        "会議が長い\n・資料も多い",
        "照会の締切が短い",
    ]


def test_a_semicolon_stays_when_it_is_in_an_answer_in_words() -> None:
    asked = understood(Table(("番号", "困りごと"), (("1", "会議;長い"), ("2", "照会")), "utf-8"))
    assert notes(asked, Wish((1,), split_picks=True)) == ["会議;長い", "照会"]


def test_the_order_is_another_but_nothing_is_lost_when_it_is_drawn_by_lot() -> None:
    rows = tuple((str(number), f"困りごとの{number}番") for number in range(100))
    asked = understood(Table(("番号", "困りごと"), rows, "utf-8"))
    plain, mixed = notes(asked, Wish((1,))), notes(asked, Wish((1,), shuffled=True, seed=7))
    assert mixed != plain
    assert sorted(mixed) == sorted(plain)
    assert mixed == notes(asked, Wish((1,), shuffled=True, seed=7))


def test_each_note_has_its_kind_when_a_column_tells_it() -> None:
    rows = (
        ("会議が長い", "困りごと"),
        ("自動化", "ｱｲﾃﾞｱ"),
        ("ひな形", "Tip"),
        ("人員", "駐車場"),
        ("いつまで", "質問"),
        ("別", "不明"),
        ("無", ""),
    )
    asked = understood(Table(("付箋", "種類"), rows, "utf-8"))
    assert [question.title for question in asked.questions] == ["付箋"]
    intake = answers_as_notes(asked, Wish((0,)))
    assert intake.kinds == (*NoteKind, None, None)
    mixed = answers_as_notes(asked, Wish((0,), shuffled=True, seed=3))
    assert dict(zip(mixed.notes, mixed.kinds, strict=True)) == dict(zip(intake.notes, intake.kinds, strict=True))


def test_a_column_of_other_words_is_a_question_when_it_is_called_kind() -> None:
    asked = understood(Table(("内容", "区分"), (("会議が長い", "総務"), ("印刷", "会計")), "utf-8"))
    assert asked.kinds == ()
    assert [question.title for question in asked.questions] == ["内容", "区分"]


def test_groups_are_not_read_when_a_column_has_them() -> None:
    asked = understood(Table(("付箋", "表札"), (("会議が長い", "会議のこと"),), "utf-8"))
    assert asked.groups
    assert [question.title for question in asked.questions] == ["付箋"]


def test_figures_alone_are_no_notes_when_a_question_asks_for_stars() -> None:
    intake = answers_as_notes(
        understood(replace(FORMS, rows=(("1", "", "", "", "", "5", "", "", ""),))), Wish((WORDS,))
    )
    assert (intake.notes, intake.skipped) == ((), 1)


def test_long_answers_are_counted_when_they_lose_their_ends() -> None:
    asked = survey(Table(("x",), (("長" * 6_000,), ("",), ("12",)), "utf-8"), True)
    intake = answers_as_notes(asked, Wish((0,)))
    assert (len(intake.notes), intake.shortened, intake.skipped) == (1, 1, 1)


def test_the_first_answers_are_notes_when_there_are_too_many() -> None:
    lines = "\n".join(f"困りごと{number}" for number in range(150))
    asked = survey(Table(("困りごと",), ((lines,),) * 200, "utf-8"), True)
    for shuffled in (False, True):
        intake = answers_as_notes(asked, Wish((0,), split_lines=True, shuffled=shuffled))
        assert (len(intake.notes), intake.more) == (MAX_NOTES, True)
    assert not answers_as_notes(asked, Wish((0,))).more


def test_nothing_is_offered_when_nobody_answered() -> None:
    asked = understood(replace(FORMS, rows=FORMS.rows[2:]))
    assert (asked.questions, notes(asked, Wish(()))) == ((), [])
