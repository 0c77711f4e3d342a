"""Tests of what is pointed out before the minutes are made."""

from dataclasses import replace

import pytest

from models.board import Family, Relation
from models.decisions import CarriedAction
from models.edits.agenda import set_item
from models.edits.change import applied
from models.edits.lists import add_row
from models.formats import Knack, OwnWork, Pledge, ProcessStep, ShownCase
from models.sensitive import FindingKind, findings, findings_in, hint
from models.workshop import Workshop
from tests.exports.samples import workshop


def _kinds(text: str) -> list[str]:
    return [finding.kind.value for finding in findings_in(text, "")]


@pytest.mark.parametrize(
    "text",
    [
        "03-5253-5111へ電話する",
        "０３－５２５３－５１１１",
        "090 1234 5678",
        "携帯は09012345678です",
        "(03)5253-5111",
        "+81-3-5253-5111",
        "（内線　2345）まで",
    ],
)
def test_phone_is_found_when_it_is_written_in_any_width(text: str) -> None:
    assert _kinds(text) == ["phone"]


@pytest.mark.parametrize(
    "text",
    ["2026-06-04", "予算は012,345千円", "60件×8人", "令和8.6.4", "第１回（2026年）", "10:00-11:30", "1,200,000,000円"],
)
def test_figures_are_no_phones_when_they_are_dates_or_money(text: str) -> None:
    assert _kinds(text) == []


@pytest.mark.parametrize("text", ["a.b@example.go.jp まで", "ａｂｃ＠ｅｘａｍｐｌｅ．ｊｐ"])
def test_mail_is_found_when_it_is_written_in_any_width(text: str) -> None:
    assert _kinds(text) == ["mail"]


@pytest.mark.parametrize(
    "text",
    [
        "佐藤さんに聞く",
        "前任の﨑山さん",
        "髙橋課長が決める",
        "林係長に頼む",
        "田村さんの案",
        "小鳥遊氏の発言",
        "佐々木様へ送る",
        "葛󠄀城さんの机",
        "担当は山田課長補佐",
        "総務課佐藤係長",
    ],
)
def test_name_is_found_when_an_honorific_or_post_follows(text: str) -> None:
    assert _kinds(text) == ["name"]


@pytest.mark.parametrize(
    "text",
    [
        "皆さんの意見",
        "係長に確認する",
        "担当課長の了解",
        "総務課長、会計課長、企画官",
        "業者さんとお客様と皆様",
        "仕様と模様と同様と多様な様式",
        "氏名を書かない",
        "たくさんの付箋",
        "担当者さん、職員さん、奥さん、患者さん",
        "両氏・某氏",
        "課長補佐と室長",
        "諸君",
        "森林係長",
    ],
)
def test_common_words_are_no_names_when_they_end_alike(text: str) -> None:
    assert _kinds(text) == []


@pytest.mark.parametrize("text", ["上司のパワハラがある", "サービス残業が常態", "それは法令違反では", "データの改ざん"])
def test_consultation_desk_is_hinted_at_when_words_are_grave(text: str) -> None:
    assert _kinds(text) == ["harassment"]
    assert hint(FindingKind.HARASSMENT)


def test_words_are_harmless_when_they_only_begin_alike() -> None:
    assert _kinds("不正確な集計と不正アクセス対策") == []


def test_findings_tell_where_when_a_workshop_has_them() -> None:
    found = findings(workshop())
    assert {(finding.entity_id, finding.kind.value) for finding in found} == {("x3", "mail")}
    assert all(finding.where and "@" in finding.excerpt for finding in found)


def test_notes_are_looked_at_when_they_are_to_be_listed() -> None:
    board = workshop()
    notes = {**board.notes}
    notes["n90"] = replace(notes["n90"], text="佐藤さんの電話は03-5253-5111")
    notes["n92"] = replace(notes["n92"], text="鈴木さん")
    board = replace(board, notes=notes)
    assert {finding.entity_id for finding in findings(board, verbatim_notes=True)} == {"x3", "n90"}
    assert {finding.entity_id for finding in findings(board)} == {"x3"}


def test_excerpt_is_short_when_the_text_is_long() -> None:
    finding = findings_in("あ" * 300 + "佐藤さん" + "い" * 300, "")[0]
    assert finding.excerpt == "…" + "あ" * 8 + "佐藤さん" + "い" * 8 + "…"


def test_names_are_found_in_the_agenda_when_the_minutes_tell_it(fresh: Workshop) -> None:
    item = fresh.agenda_items()[1]
    (found,) = findings(applied(fresh, set_item(fresh, item.id, title="佐藤係長の実演").changes))
    assert (found.kind, found.entity_id, found.where) == (FindingKind.NAME, item.id, "進行2")


def test_names_are_found_in_what_the_formats_work_on(fresh: Workshop) -> None:
    lived = fresh
    for kind, texts in (
        (CarriedAction, {"what": "様式", "remark": "田中係長に頼んだ"}),
        (Knack, {"title": "席次", "presenter": "鈴木さん"}),
        (ShownCase, {"title": "事例", "effect": "佐藤課長が喜んだ"}),
        (OwnWork, {"what": "高橋さんの旅費"}),
        (ProcessStep, {"what": "転記", "pain": "渡辺さんしか知らない"}),
        (Pledge, {"text": "伊藤さんに聞く"}),
    ):
        lived = applied(lived, add_row(lived, kind, **texts).changes)
    found = findings(lived)
    assert [one.kind for one in found] == [FindingKind.NAME] * 6
    assert [one.where for one in found] == ["前回の宿題1", "コツ1", "事例1", "業務1", "手順1", "宣言1"]


def test_names_are_found_on_frames_and_arrows_when_the_board_has_them(fresh: Workshop) -> None:
    families = {"f": Family("f", 1.0, "田中課長の件")}
    relations = {"r": Relation("r", 1.0, "f", "n", label="佐藤さんへ")}
    found = findings(replace(fresh, families=families, relations=relations))
    assert [(one.where, one.entity_id) for one in found] == [("大きなグループ1", "f"), ("つながり1", "r")]
