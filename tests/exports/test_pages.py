"""Tests of what an official marks in red about pages: headings, rows, headers."""

from exports.blocks import Block, Closing, Column, Heading, ListItem, PageBreak, Paragraph, Report, Table
from exports.typesetting.pages import Anchor, Page, Rule, TextLine
from exports.typesetting.setting import lay_out
from exports.typesetting.style import Style

STYLE = Style()
COLUMNS = (Column("番号", 1), Column("事項", 5))


def _pages(*blocks: Block) -> list[Page]:
    return lay_out(Report("題名", blocks), STYLE)


def _texts(page: Page) -> list[str]:
    lines = [mark for mark in page if isinstance(mark, TextLine) and mark.glyphs]
    return ["".join(glyph.source for glyph in line.glyphs) for line in lines]


def _filler(count: int) -> list[Block]:
    return [Paragraph("本文") for _ in range(count)]


def test_heading_is_never_last_on_a_page_when_its_place_varies() -> None:
    for count in range(20, 60):
        for page in _pages(*_filler(count), Heading(1, "見出し", "１"), Heading(2, "小見出し", "(1)"), *_filler(5)):
            assert _texts(page)[-1] == "本文"


def test_closing_is_never_alone_on_a_page_when_its_place_varies() -> None:
    for count in range(30, 50):
        assert "本文" in _texts(_pages(*_filler(count), Closing())[-1])


def test_lead_in_stays_with_its_table_when_its_place_varies() -> None:
    for count in range(30, 50):
        for page in _pages(*_filler(count), Paragraph("前書き"), Table(COLUMNS, (("1", "事項の本文"),))):
            assert _texts(page)[-1] != "前書き"


def test_table_header_is_repeated_when_a_table_goes_on() -> None:
    pages = _pages(Table(COLUMNS, tuple((str(i), "事項の本文") for i in range(120))))
    assert len(pages) > 2
    for page in pages:
        texts = _texts(page)
        assert texts[texts.index("番号") + 1] == "事項"
        assert texts.count("番号") == 1
        assert len(texts) > 3


def test_row_is_whole_when_a_page_can_hold_it() -> None:
    rows = tuple((f"<{i}>", "\n".join(f"{i}-{line}" for line in range(7))) for i in range(30))
    for page in _pages(Table(COLUMNS, rows)):
        texts = _texts(page)
        for number in (text[1:-1] for text in texts if text.startswith("<")):
            assert [text for text in texts if text.startswith(f"{number}-")] == [f"{number}-{i}" for i in range(7)]


def test_row_is_parted_when_it_is_taller_than_a_page() -> None:
    text = "長い事項の本文を書く。" * 460
    pages = _pages(Table(COLUMNS, (("1", text), ("2", "次の事項"))))
    shown = "".join("".join(line for line in _texts(page) if line not in ("題名", "番号", "事項")) for page in pages)
    assert len(pages) > 1
    assert shown == f"1{text}2次の事項"


def test_no_page_is_empty_when_a_table_fills_the_last_one() -> None:
    for count in range(25, 50):
        assert all(_texts(page) for page in _pages(*_filler(count), Table(COLUMNS, (("1", "事項の本文"),))))


def test_nothing_leaves_the_page_when_rows_are_of_all_heights() -> None:
    rows = tuple((str(i), "行\n" * (i * 7 % 90)) for i in range(40))
    for page in _pages(*_filler(3), Table(COLUMNS, rows), Table((Column(""), Column("")), rows), Closing()):
        for mark in page:
            y = max(mark.y1, mark.y2) if isinstance(mark, Rule) else mark.y
            assert -0.01 <= y <= STYLE.depth + 0.01


def test_annex_begins_a_page_when_the_report_has_one() -> None:
    pages = _pages(*_filler(2), PageBreak(), Heading(1, "付箋一覧", "別紙"), ListItem("付箋"))
    assert [_texts(page)[0] for page in pages] == ["題名", "別紙"]
    assert isinstance(pages[1][0], Anchor)


def test_no_line_stands_alone_when_a_paragraph_is_parted() -> None:
    for count in range(30, 46):
        pages = _pages(*_filler(count), Paragraph("長" * 160))
        lines = [sum(text.startswith("長") for text in _texts(page)) for page in pages]
        assert 1 not in lines


def test_bound_rows_stay_together_when_their_place_varies() -> None:
    rows = (("1", "初めの行"), ("2", "次の行"), ("3", "終わりの行"))
    for count in range(30, 46):
        pages = _pages(*_filler(count), Table(COLUMNS, rows, bound=frozenset({0, 1})))
        assert ["初めの行" in _texts(page) for page in pages] == ["終わりの行" in _texts(page) for page in pages]


def test_bound_rows_are_parted_when_no_page_can_hold_them() -> None:
    rows = tuple((str(i), "事項の本文") for i in range(120))
    pages = _pages(Table(COLUMNS, rows, bound=frozenset(range(119))))
    assert len(pages) > 2
    assert sum(_texts(page).count("事項の本文") for page in pages) == 120
