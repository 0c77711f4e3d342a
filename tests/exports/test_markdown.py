"""Tests of the Markdown text."""

import pytest

from exports.blocks import Closing, Column, Heading, ListItem, PageBreak, Paragraph, Report, Table
from exports.markdown import escaped, render_markdown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>&", r"\<b\>\&"),
        ("*a*_b_`c`", r"\*a\*\_b\_\`c\`"),
        ("# 見出し", r"\# 見出し"),
        ("- 項目", r"\- 項目"),
        ("1. 番号", "&#49;. 番号"),
        ("    字下げ", "字下げ"),
        ("[x](y)", r"\[x\](y)"),
        ("a|b", r"a\|b"),
        ("10:30～11:00", "10:30～11:00"),
    ],
)
def test_text_is_harmless_when_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_blocks_are_markdown_when_rendered() -> None:
    report = Report(
        "題名",
        (
            Heading(1, "見出し", "１"),
            ListItem("一"),
            ListItem("理由", "理由：", 2),
            Table((Column("番号"), Column("事項")), (("1", "二行\nのセル"),)),
            PageBreak(),
            Paragraph("本文\n続き"),
            Closing(),
        ),
        subtitle="副題",
        marking="機密性２情報",
        margin=(("保存期間", "３年"),),
    )
    assert render_markdown(report) == (
        "機密性２情報\n\n# 題名\n\n副題\n\n## １　見出し\n\n- 一\n  - 理由： 理由\n\n"
        "| 番号 | 事項 |\n| --- | --- |\n| 1 | 二行<br>のセル |\n\n---\n\n本文\\\n続き\n\n"
        "（以上）\n\n---\n\n保存期間：３年\n"
    )
