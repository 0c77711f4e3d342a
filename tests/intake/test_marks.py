"""Bullets and numbers that begin lines: what belongs to the list goes, what says something stays."""

import tracemalloc

import pytest

from models.intake import read_paste
from models.intake.marks import without_mark


def notes(text: str) -> list[str]:
    return list(read_paste(text).likely.notes)


@pytest.mark.parametrize(
    "mark",
    [
        "・",
        "･",
        "- ",
        "-",
        "* ",
        "– ",
        "* [ ] ",
        "[x] ",
        "> ",
        "•\t",
        "● ",
        "□",
        "■",
        "◆",
        "✓",
        "✔ ",
        "☐ ",
        "★",
        "◯",
        "○",
        "〇 ",
        "◎ ",
        "①",
        "⑳　",
        "㋐",
        "ⓐ ",
        "⑴",
        "1. ",
        "1.",
        "１．",
        "1) ",
        "1）",
        "1、",
        "１　",
        "10.",
        "第１　",
        "1.1　",
        "(1) ",
        "（１２）",
        "(a) ",
        "（ア）",
        "(ii) ",
        "（一）",
        "一、",
        "一．",
        "十一、",
        "ア. ",
        "ア．",
        "ア）",
        "ア　",
        "a. ",
        "A) ",
        "A．",
        "Ⅱ．",
        "ⅲ ",
        "・(3) ",
        "1.\t",
    ],
)
def test_the_mark_goes_when_a_line_begins_with_one(mark: str) -> None:
    assert notes(f"{mark}会議が長い") == ["会議が長い"]


@pytest.mark.parametrize(
    "line",
    [
        "3月末に集中する",
        "３月末に集中する",
        "2.5時間かかる",
        "1.5倍の時間がかかる",
        "2、3人で回している",
        "二、三人で回している",
        "一、二か月待つ",
        "10時の打合せが続く",
        "24時間対応",
        "1/3が不要",
        "3～4日かかる",
        "3.11の教訓",
        "2024.4の改正",
        "100%を求める",
        "-5度の書庫",
        "▲3億円の差",
        "・・・もう無理",
        "○○課から返事がない",
        "○×で答えさせてほしい",
        "■■さんの印",
        "*印の意味が不明",
        "①と②の違いが分からない",
        "①の様式が古い",
        "(1)と(2)の違い",
        "(1)の様式が古い",
        "(案)が何度も来る",
        "(株)が抜ける",
        "一番つらい",
        "三つある",
        "アイデアがない",
        "エ、本当に",
        "ー会議",
        "a.m.の会議",
        "X.509の証明書",
        "A.I.の活用",
        "「早く」と言われる",
        '"至急"が口ぐせ',
        "👨‍👩‍👧の時間がない",
        "葛󠄀城様の﨑",
        "🎉",
    ],
)
def test_a_line_stays_whole_when_its_beginning_means_something(line: str) -> None:
    assert notes(line) == [line]


def test_the_number_in_the_text_stays_when_a_bullet_stands_before_it() -> None:
    assert notes("・3月末の締切\n① 2.5時間の会議") == ["3月末の締切", "2.5時間の会議"]


def test_memory_stays_small_when_a_text_is_nothing_but_marks_of_a_quoted_mail() -> None:
    text = "> " * 500_000
    tracemalloc.start()
    try:
        assert without_mark(text) == ""
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5 * len(text)
