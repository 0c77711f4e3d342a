"""Tests of the pictures of the board: what is in them, and what never is."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.figures.arrows import arrow_marks, label
from exports.figures.board_figure import board_figure
from exports.figures.covering import Covering
from exports.figures.figure import Box, Figure, Stopped, Stroke, Text
from exports.figures.files import picture_file_name
from exports.figures.pdf import Paper, picture_pdf
from exports.figures.shown import notes_of_families, notes_of_groups, shown
from exports.figures.svg import picture_svg
from models.board import Cluster, Relation, RelationKind
from models.layout import island_around, overlap, paper_of_all
from models.problems import Problem
from models.routing import is_straight, past, straight
from models.text import clean
from models.workshop import Workshop
from tests.exports.boards import full, note, numbered, with_notes
from tests.exports.samples import details

SVG = "{http://www.w3.org/2000/svg}"
WORKSHOP = Workshop(details())


def words(figure: Figure) -> str:
    """All that is to be read in a picture."""
    return "".join(mark.typed for mark in figure.marks if isinstance(mark, Text))


def svg_words(figure: Figure) -> str:
    root = ET.fromstring(picture_svg(figure))
    return "".join("".join(line.itertext()) for line in root.iter(f"{SVG}text"))


def pdf_words(figure: Figure) -> str:
    made = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"],
        input=picture_pdf(figure).data,
        capture_output=True,
        check=True,
    )
    return "".join(made.stdout.decode().split())


def inside(figure: Figure) -> bool:
    """Whether everything lies within the picture."""
    for mark in figure.marks:
        points = mark.points if isinstance(mark, Stroke) else [(mark.x, mark.y)]
        if isinstance(mark, Box):
            points = [(mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height)]
        if not all(0 <= x <= figure.width and 0 <= y <= figure.height for x, y in points):
            return False
    return True


@pytest.mark.parametrize("read", [words, svg_words, pdf_words])
def test_every_shown_word_is_in_the_picture_when_it_is_made(fresh: Workshop, read: Callable[[Figure], str]) -> None:
    workshop = full(fresh)
    told = "".join(read(board_figure(workshop)).split())
    expected = [one.text for one in workshop.notes.values() if one.id != "c1"]
    expected += [*filter(None, (one.title for one in workshop.clusters.values())), workshop.families["f"].title]
    expected += ["（表札なし）", "12票・2枚", "（2グループ）", "夕方に集中", "原因", "対立する", "たがいに影響"]
    expected += ["！困りごと", "☆アイデア", "◎コツ", "Ｐ駐車場", "？質問"]
    expected += ["業務見直し皆議", "令和８年６月４日（木）", "機密性２情報（関係者限り）"]
    assert [one for one in expected if "".join(one.split()) not in told] == []
    assert "下に重なった付箋" not in told


@pytest.mark.parametrize("read", [words, svg_words, pdf_words])
def test_what_the_room_has_not_seen_is_left_out_when_a_picture_is_made(
    fresh: Workshop, read: Callable[[Figure], str]
) -> None:
    workshop = full(fresh)
    hidden = {key: replace(workshop.notes[key], hidden=True) for key in ("b1", "e2")}
    own = {"e3": replace(workshop.notes["e3"], team=2)}
    told = read(board_figure(replace(workshop, notes={**workshop.notes, **hidden, **own})))
    for gone in ("会議ロジ", "準備をゼロ", "前日に一報", "席替え"):
        assert gone not in told
    assert "投影していない付箋３枚は除いています。" in told
    assert "（1グループ）" in told.replace(" ", "")  # the family goes on with the group that is seen


def test_arrows_go_when_what_they_join_is_hidden(fresh: Workshop) -> None:
    workshop = full(fresh)
    notes = {**workshop.notes, "b1": replace(workshop.notes["b1"], hidden=True)}
    assert [one.id for one in shown(replace(workshop, notes=notes)).relations] == ["r3", "r4", "r5"]


def test_nothing_is_made_when_all_is_hidden(fresh: Workshop) -> None:
    with pytest.raises(Problem, match="まだ投影されていません"):
        board_figure(with_notes(fresh, note("n", "ひみつ", 0, 0, hidden=True)))
    with pytest.raises(Problem):
        board_figure(full(fresh), [])


def test_group_is_drawn_when_all_of_it_is_asked_for(fresh: Workshop) -> None:
    workshop = full(fresh)
    whole = board_figure(workshop, ["a1", "a2"])
    assert "待つ時間が長い" in words(whole)
    assert "（一部）" in words(whole)
    assert "入口で手戻り" not in words(whole)
    assert "待つ時間が長い" not in words(board_figure(workshop, ["a1"]))


def test_frame_is_drawn_when_all_its_groups_are_asked_for(fresh: Workshop) -> None:
    workshop = full(fresh)
    assert notes_of_groups(workshop, ["a1", "e1", "gone"]) == {"a1", "a2"}
    family = notes_of_families(workshop, ["a1"])
    assert family == {"a1", "a2", "b1"}
    assert "入口で手戻り" in words(board_figure(workshop, family))
    assert [one.id for one in shown(workshop, family).relations] == ["r1"]


def test_note_shows_its_words_when_it_was_drawn_out_of_the_pile(fresh: Workshop) -> None:
    workshop = full(fresh)
    aside = replace(workshop.notes["c1"], x=workshop.notes["c1"].x + 300.0)
    assert "下に重なった付箋" in words(board_figure(replace(workshop, notes={**workshop.notes, "c1": aside})))


def test_dots_are_not_told_when_the_vote_is_open(fresh: Workshop) -> None:
    workshop = full(fresh)
    open_vote = replace(workshop, details=replace(workshop.details, votes_closed=False))
    assert "12票" not in words(board_figure(open_vote))


def test_stray_note_is_left_out_when_it_lies_far_off(fresh: Workshop) -> None:
    stray = note("far", "迷子の付箋", 0, 0, x=900_000.0, y=-999_999.0)
    figure = board_figure(with_notes(fresh, *numbered(fresh, 9).notes.values(), stray))
    assert "迷子" not in words(figure)
    assert "遠く離れた所にある付箋１枚は除いています。" in words(figure)
    assert figure.width < 3_000


def test_something_is_drawn_when_all_notes_lie_far_from_their_middle(fresh: Workshop) -> None:
    far = 90_000.0
    corners = ((-far, 0.0), (far, 0.0), (0.0, -far), (0.0, far))
    notes = (note(f"n{index}", "用件", 0, 0, x=x, y=y) for index, (x, y) in enumerate(corners))
    assert "付箋３枚は除いています" in words(board_figure(with_notes(fresh, *notes)))


def test_long_note_is_cut_and_that_is_told_when_a_picture_is_made(fresh: Workshop) -> None:
    figure = board_figure(with_notes(fresh, note("n", "長い話" * 1_500, 0, 0), note("m", "短い話", 1, 0)))
    assert "…" in words(figure)
    assert "付箋１枚は文が長いため、途中までです。" in words(figure)
    assert inside(figure)
    papers = [mark for mark in figure.marks if isinstance(mark, Box) and mark.height == 112.0]
    lowest = max(mark.y for mark in figure.marks if isinstance(mark, Text) and mark.size == 9)
    assert lowest < papers[0].y + 92


def test_note_of_a_hundred_characters_is_whole_when_a_picture_is_made(fresh: Workshop) -> None:
    text = "会議の資料を印刷して並べ直す作業が毎週あり、" * 5
    assert text in words(board_figure(with_notes(fresh, note("n", text, 0, 0))))


@pytest.mark.parametrize("write", [picture_svg, lambda figure: picture_pdf(figure).data])
def test_same_bytes_come_when_a_picture_is_made_twice(fresh: Workshop, write: Callable[[Figure], bytes]) -> None:
    assert write(board_figure(full(fresh))) == write(board_figure(full(fresh)))


def test_everything_lies_within_the_picture_when_it_is_full(fresh: Workshop) -> None:
    assert inside(board_figure(full(fresh)))
    assert inside(board_figure(full(fresh), ["e1"]))


@given(st.text(max_size=80))
def test_svg_can_be_read_and_says_what_was_typed_when_text_is_hostile(text: str) -> None:
    workshop = full(WORKSHOP)
    kept = clean(text)
    changed = {**workshop.notes, "a1": replace(workshop.notes["a1"], text=kept)}
    figure = board_figure(replace(workshop, notes=changed))
    ET.fromstring(picture_svg(figure))
    assert picture_pdf(figure).data.startswith(b"%PDF-")


PLACES = st.floats(-1_000_000.0, 1_000_000.0) | st.floats(-600.0, 600.0)


@given(
    st.lists(st.tuples(PLACES, PLACES, st.booleans()), min_size=10, max_size=10),
    st.sampled_from(RelationKind),
    st.booleans(),
)
def test_everything_lies_within_the_picture_when_notes_lie_anywhere(
    places: list[tuple[float, float, bool]], kind: RelationKind, stacked: bool
) -> None:
    workshop = full(WORKSHOP)
    notes = [
        replace(one, x=x, y=y, hidden=hidden)
        for one, (x, y, hidden) in zip(workshop.notes.values(), places, strict=True)
    ]
    clusters = {key: replace(one, stacked=stacked) for key, one in workshop.clusters.items()}
    relations = {key: replace(one, kind=kind) for key, one in workshop.relations.items()}
    board = replace(with_notes(workshop, *notes), clusters=clusters, relations=relations)
    if all(one.hidden for one in notes):
        return
    figure = board_figure(board)
    assert inside(figure)
    assert max(figure.width, figure.height) < 110_000
    ET.fromstring(picture_svg(figure))
    assert picture_pdf(figure).data.startswith(b"%PDF-")


def test_markup_stays_text_when_a_picture_is_made(fresh: Workshop) -> None:
    evil = '<script>alert("1")</script>]]>&lt;'
    workshop = with_notes(fresh, note("n", evil, 0, 0), details=replace(fresh.details, title=evil))
    root = ET.fromstring(picture_svg(board_figure(workshop)))
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {"svg", "title", "desc", "rect", "text", "tspan"}
    assert evil.replace(" ", "") in svg_words(board_figure(workshop))


def test_what_no_font_has_is_told_when_a_pdf_is_made(fresh: Workshop) -> None:
    figure = board_figure(with_notes(fresh, note("n", "葛\U000e0100城の\U0001f9d1\u200d\U0001f4bb", 0, 0)))
    assert picture_pdf(figure).replaced == ("葛\U000e0100", "\U0001f9d1\u200d\U0001f4bb")
    assert "葛\U000e0100城の\U0001f9d1\u200d\U0001f4bb" in svg_words(figure)


@pytest.mark.parametrize(
    ("paper", "rows", "expected"),
    [(Paper.A4, 1, (842, 595)), (Paper.A3, 1, (1191, 842)), (Paper.A4, 40, (595, 842))],
)
def test_sheet_lies_or_stands_when_the_picture_is_wide_or_high(
    fresh: Workshop, paper: Paper, rows: int, expected: tuple[int, int]
) -> None:
    notes = (note(f"n{row}{column}", "用件", column, row) for row in range(rows) for column in range(6))
    figure = board_figure(with_notes(fresh, *notes))
    reader = PdfReader(BytesIO(picture_pdf(figure, paper=paper, author="大臣官房総務課").data))
    (page,) = reader.pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == expected
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("業務見直し皆議", "大臣官房総務課")


def test_fonts_are_embedded_when_a_pdf_is_made(fresh: Workshop) -> None:
    (page,) = PdfReader(BytesIO(picture_pdf(board_figure(full(fresh))).data)).pages
    fonts = [one.get_object() for one in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_making_stops_when_somebody_thinks_better_of_it(fresh: Workshop) -> None:
    def stop(_share: float) -> None:
        raise Stopped

    figure = board_figure(numbered(fresh, 3))
    with pytest.raises(Stopped):
        board_figure(numbered(fresh, 3), watch=stop)
    with pytest.raises(Stopped):
        picture_svg(figure, watch=stop)
    with pytest.raises(Stopped):
        picture_pdf(figure, watch=stop)


def test_share_grows_to_the_end_when_a_picture_is_made(fresh: Workshop) -> None:
    shares: list[float] = []
    board_figure(numbered(fresh, 500), watch=shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert 0.8 < shares[-1] < 1.0


# arrows


BESIDE, BELOW, ASLANT = (400.0, 20.0, 600.0, 120.0), (0.0, 300.0, 200.0, 400.0), (500.0, 500.0, 700.0, 600.0)
HERE = (0.0, 0.0, 200.0, 100.0)


def covers(*boxes: tuple[float, float, float, float]) -> Callable[[tuple[float, float, float, float]], bool]:
    return lambda box: any(overlap(box, other) for other in boxes)


def in_a_row(fresh: Workshop, kind: RelationKind, label: str = "") -> Workshop:
    """Three groups of one note beside each other, and an arrow from the first to the last."""
    notes = [note(key, f"用件{key}", column, 0, f"g{key}") for key, column in (("a", 0), ("b", 2), ("c", 4))]
    clusters = {f"g{key}": Cluster(f"g{key}", float(order), f"表札{key}") for order, key in enumerate("abc")}
    relations = {"r": Relation("r", 1.0, "ga", "gc", kind, label)}
    return replace(with_notes(fresh, *notes), clusters=clusters, relations=relations)


def test_arrow_goes_straight_from_border_to_border_when_two_face_each_other() -> None:
    assert straight(HERE, BESIDE) == ((204.0, 60.0), (300.0, 60.0), (396.0, 60.0))
    assert straight(BESIDE, HERE) == ((396.0, 60.0), (300.0, 60.0), (204.0, 60.0))
    assert straight(HERE, BELOW) == ((100.0, 104.0), (100.0, 200.0), (100.0, 296.0))
    assert straight(BELOW, HERE) == ((100.0, 296.0), (100.0, 200.0), (100.0, 104.0))


def test_arrow_touches_both_borders_when_it_goes_aslant() -> None:
    (x, y), _drawn, (to_x, to_y) = straight(HERE, ASLANT)
    assert x == pytest.approx(204.0) or y == pytest.approx(104.0)
    assert to_x == pytest.approx(496.0) or to_y == pytest.approx(496.0)


@pytest.mark.parametrize("kind", list(RelationKind))
@pytest.mark.parametrize("target", [BESIDE, BELOW, ASLANT, HERE])
def test_arrow_has_the_heads_of_its_kind_when_it_is_drawn(
    kind: RelationKind, target: tuple[float, float, float, float]
) -> None:
    marks = list(arrow_marks(straight(HERE, target), kind))
    heads = [mark for mark in marks if isinstance(mark, Stroke) and mark.filled]
    assert len(heads) == (2 if kind in (RelationKind.MUTUAL, RelationKind.CONFLICT) else 1)


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        (HERE, BESIDE, "原因→結果"),
        (BESIDE, HERE, "結果←原因"),
        (HERE, BELOW, "原因↓結果"),
        (BELOW, HERE, "結果↑原因"),
    ],
)
def test_cause_and_effect_are_named_as_the_arrow_goes_when_it_is_drawn(
    source: tuple[float, float, float, float], target: tuple[float, float, float, float], told: str
) -> None:
    made = label(Relation("r", 1, "a", "b", RelationKind.CAUSE), straight(source, target), 14, covers())
    assert made is not None
    assert "".join(mark.typed for mark in made.marks() if isinstance(mark, Text)) == told


def test_labels_cover_no_note_and_no_other_label_when_there_is_room(fresh: Workshop) -> None:
    figure = board_figure(full(fresh))
    boxes = [mark for mark in figure.marks if isinstance(mark, Box)]
    labels = [box for box in boxes if box.radius == 4.0 and box.fill == "#ffffff"]
    papers = [box for box in boxes if box.height == 112.0]
    assert len(labels) == 4
    for one, other in [*combinations(labels, 2), *((one, paper) for one in labels for paper in papers)]:
        apart = (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.y + one.height <= other.y
            or other.y + other.height <= one.y
        )
        assert apart


@pytest.mark.parametrize("target", [BESIDE, BELOW, ASLANT])
def test_label_goes_elsewhere_when_something_lies_at_its_place(target: tuple[float, float, float, float]) -> None:
    relation, way = Relation("r", 1, "a", "b", label="夕方に集中"), straight(HERE, target)
    first = label(relation, way, 14, covers())
    assert first is not None
    other = label(relation, way, 14, covers(first.box))
    assert other is not None
    assert (
        other.box[2] <= first.box[0]
        or first.box[2] <= other.box[0]
        or other.box[3] <= first.box[1]
        or (first.box[3] <= other.box[1])
    )


def test_arrow_without_a_word_has_no_label_when_it_is_drawn() -> None:
    assert label(Relation("r", 1, "a", "b"), straight(HERE, BESIDE), 14, covers()) is None


def test_files_are_named_after_the_meeting_when_a_picture_is_saved(fresh: Workshop) -> None:
    assert picture_file_name(fresh, ".png") == "20260604_業務見直し皆議_図.png"
    assert picture_file_name(fresh, ".pdf", "グループ") == "20260604_業務見直し皆議_図(グループ).pdf"


@pytest.mark.parametrize("kind", list(RelationKind))
def test_arrow_bends_around_what_lies_between_when_it_is_drawn(fresh: Workshop, kind: RelationKind) -> None:
    figure = board_figure(in_a_row(fresh, kind, "つながり"))
    strokes = [mark for mark in figure.marks if isinstance(mark, Stroke) and len(mark.points) > 4]
    boxes = [mark for mark in figure.marks if isinstance(mark, Box) and mark.fill == "#ffffff"]
    islands = [box for box in boxes if box.line and box.radius > 4.0]
    assert strokes
    assert len(islands) == 3
    left, top = islands[1].x, islands[1].y
    right, bottom = left + islands[1].width, top + islands[1].height
    for x, y in (point for stroke in strokes for point in stroke.points):
        assert not (left < x < right and top < y < bottom)
        assert 0.0 <= y <= figure.height


def test_way_is_the_boards_when_a_picture_is_made(fresh: Workshop) -> None:
    workshop = in_a_row(fresh, RelationKind.LEADS)
    boxes = [island_around(paper_of_all(workshop.members(key))) for key in ("ga", "gb", "gc")]
    way = past(boxes[0], boxes[2], boxes)
    assert not is_straight(way)
    longest = max((m for m in board_figure(workshop).marks if isinstance(m, Stroke)), key=lambda m: len(m.points))
    (x, y), *_rest, (to_x, to_y) = longest.points
    assert (to_x - x, to_y - y) == pytest.approx((way[2][0] - way[0][0], way[2][1] - way[0][1]))


def test_cause_begins_with_a_dot_when_it_is_drawn() -> None:
    way = straight(HERE, BESIDE)
    for kind in RelationKind:
        dots = [mark for mark in arrow_marks(way, kind) if isinstance(mark, Box)]
        assert bool(dots) == (kind is RelationKind.CAUSE)
        assert all(dot.x == pytest.approx(way[0][0], abs=1.0) and dot.radius == dot.width / 2 for dot in dots)


def test_kind_alone_is_not_told_when_that_would_cover_something() -> None:
    way = straight(HERE, BESIDE)
    assert label(Relation("r", 1, "a", "b", RelationKind.CONFLICT), way, 14, lambda _box: True) is None
    assert label(Relation("r", 1, "a", "b", label="夕方に集中"), way, 14, lambda _box: True) is not None


def test_line_leads_to_words_when_they_stand_apart() -> None:
    way, relation = straight(HERE, BESIDE), Relation("r", 1, "a", "b", RelationKind.CONFLICT)
    near, far = (label(relation, way, 14, covers(*boxes)) for boxes in ((), ((0.0, -60.0, 900.0, 190.0),)))
    assert near is not None
    assert far is not None
    assert [len([mark for mark in one.marks() if isinstance(mark, Stroke)]) for one in (near, far)] == [0, 1]


SIDES = st.tuples(*[st.integers(-2_000, 2_000).map(float)] * 2, *[st.integers(1, 1_500).map(float)] * 2)
RECTANGLES = SIDES.map(lambda sides: (sides[0], sides[1], sides[0] + sides[2], sides[1] + sides[3]))


@given(st.lists(RECTANGLES, max_size=8), RECTANGLES, RECTANGLES)
def test_words_know_what_they_would_cover_when_things_lie_anywhere(
    there: list[tuple[float, float, float, float]],
    more: tuple[float, float, float, float],
    asked: tuple[float, float, float, float],
) -> None:
    covering = Covering(there)
    assert covering.covers(asked) == any(overlap(asked, one) for one in there)
    covering.add(more)
    assert covering.covers(asked) == any(overlap(asked, one) for one in (*there, more))


def test_words_fit_their_box_when_punctuation_is_not_set_closer() -> None:
    made = label(Relation("r", 1, "a", "b", label="早く、早く、早く"), straight(HERE, BESIDE), 14, covers())
    assert made is not None
    assert made.box[2] - made.box[0] >= 8 * 14 + 2 * 8.0
