"""Agenda templates as files: what is read, what is wrong in broken ones, and what is saved can be read again."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.agenda import AgendaItem, AgendaPhase, TeamStep
from models.edits.agenda import add_break, set_item
from models.edits.change import applied, new_id, put
from models.problems import Problem
from models.template_file import MAX_BYTES, AgendaTemplate, TemplateCheck, TemplateItem, TemplateStep, read_template
from models.template_lines import line_of
from models.template_writing import template_text
from models.templates import agenda_template, new_workshop, save_template, user_templates
from models.text import clean, clean_line
from models.workshop import Details, Workshop, WorkshopFormat

GOOD = """\
format = "kaigi"
name = "短い皆議"
title = "課の皆議"
lengths = [30, 45]

[[item]]
title = "趣旨"
phase = "opening"
minutes = { 30 = 5, 45 = 10 }
script = '''
始めます。
[[item]]
'''

[[item]]
title = "記入"
phase = "write"
minutes = 25
least = 10

[[item.step]]
title = "一人で"
minutes = 10

[[item]]
title = "予備"
phase = "buffer"
[item.minutes]
45 = 10
"""


def _put(folder: Path, name: str, data: str | bytes) -> None:
    own = folder / "agendas"
    own.mkdir(exist_ok=True)
    (own / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def test_template_is_read_when_it_is_written_by_hand() -> None:
    template = read_template(GOOD.encode(), "short.toml")
    assert (template.name, template.lengths, template.format) == ("短い皆議", (30, 45), WorkshopFormat.KAIGI)
    assert [dict(item.minutes) for item in template.items] == [{30: 5, 45: 10}, {30: 25, 45: 25}, {45: 10}]
    assert template.items[0].script == "始めます。\n[[item]]"
    assert template.items[1].steps == (TemplateStep("一人で", {30: 10, 45: 10}),)
    details = Details(new_id(), "会", date(2026, 6, 4), time(10), minutes=30)
    assert [item.title for item in new_workshop(details, template).agenda_items()] == ["趣旨", "記入"]


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()], ids=["mark", "windows"]
)
def test_template_is_read_when_a_windows_editor_saved_it(data: bytes) -> None:
    assert read_template(data, "a.toml") == read_template(GOOD.encode(), "a.toml")


BROKEN: dict[str, tuple[str | bytes, int, str]] = {
    "no toml": ("format = \"kaigi\"\ntitle 'x'\n", 2, "読み取れません"),
    "open string": (GOOD.replace('title = "予備"', 'title = "予備'), 26, "読み取れません"),
    "never closed": (GOOD.replace("'''\n\n", "\n"), 28, "読み取れません"),
    "twice": (GOOD.replace('phase = "write"', 'title = "また"\nphase = "write"'), 17, "読み取れません"),
    "phase": (GOOD.replace('"buffer"', '"lunch"'), 27, "「lunch」は「phase」に使えません"),
    "no phase": (GOOD.replace('phase = "write"\n', ""), 15, "「phase」がありません"),
    "minutes 0": (GOOD.replace("minutes = 25", "minutes = 0"), 18, "1から600"),
    "minutes 10,000": (GOOD.replace("45 = 10 }", "45 = 10000 }"), 9, "1から600"),
    "minutes below": (GOOD.replace("45 = 10\n", "45 = 0\n"), 29, "1から600"),
    "minutes of text": (GOOD.replace("minutes = 25", 'minutes = "25"'), 18, "整数"),
    "minutes of truth": (GOOD.replace("minutes = 25", "minutes = true"), 18, "整数"),
    "half minutes": (GOOD.replace("minutes = 25", "minutes = 2.5"), 18, "整数"),
    "no minutes": (GOOD.replace("minutes = 25\n", ""), 15, "「minutes」がありません"),
    "other length": (GOOD.replace("{ 30 = 5", "{ 60 = 5"), 9, "lengths"),
    "least": (GOOD.replace("least = 10", "least = 30"), 19, "長くなっています"),
    "title": (GOOD.replace('title = "記入"', "title = 5"), 16, "引用符"),
    "empty title": (GOOD.replace('title = "記入"', 'title = " "'), 16, "空です"),
    "optional": (GOOD.replace("least = 10", 'optional = "yes"'), 19, "true か false"),
    "unknown key": (GOOD.replace("least = 10", "leest = 10"), 19, "つづり"),
    "unknown format": (GOOD.replace('"kaigi"', '"party"'), 1, "kaigi"),
    "no format": (GOOD.replace('format = "kaigi"', ""), 1, "「format」がありません"),
    "no lengths": (GOOD.replace("lengths = [30, 45]", ""), 1, "「lengths」がありません"),
    "lengths": (GOOD.replace("[30, 45]", '"90"'), 4, "一覧"),
    "length 0": (GOOD.replace("[30, 45]", "[0]"), 4, "1から600"),
    "length unused": (
        GOOD.replace("[30, 45]", "[30, 45, 60]").replace("minutes = 25", "minutes = {30 = 25}"),
        4,
        "60分",
    ),
    "no items": (GOOD[: GOOD.index("[[item]]")], 1, "項目"),
    "items no list": (GOOD[: GOOD.index("[[item]]")] + 'item = "x"\n', 6, "一覧"),
    "item no table": (GOOD[: GOOD.index("[[item]]")] + "item = [1]\n", 6, "[item]"),
    "step": (GOOD.replace("minutes = 10\n", "minutes = 10\nteam = 9\n"), 24, "0から6"),
    "inline step": (
        GOOD.replace(
            '[[item.step]]\ntitle = "一人で"\nminutes = 10\n', 'step = [\n{title = "一人で", minutes = 0},\n]\n'
        ),
        22,
        "1から600",
    ),
    "too many": (GOOD + '[[item]]\ntitle="x"\nphase="other"\nminutes=1\n' * 100, 418, "100件"),
    "no utf-8": (GOOD.encode().replace("記入".encode(), "記入".encode("cp932")), 16, "UTF-8"),
    "10 MB": (GOOD.encode() + b"#" * 10_000_000, 30, "256KB"),
    "deep": ("a = " + "[" * 50_000, 1, "読み取れません"),
    "digits": (GOOD.replace("least = 10", "least = 1" + "0" * 9_000), 19, "読み取れません"),
    "empty": ("", 1, "lengths"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_template_names_file_and_line_and_the_others_load(name: str, tmp_path: Path) -> None:
    data, line, words = BROKEN[name]
    _put(tmp_path, "a.toml", GOOD)
    _put(tmp_path, "壊れた.toml", data)
    _put(tmp_path, "z.TOML", GOOD)
    _put(tmp_path, "notes.txt", "nothing")
    templates, problems = user_templates(tmp_path)
    assert [one.name for one in templates] == ["短い皆議", "短い皆議"]
    [sentence] = problems
    told = int(sentence.split("の")[1].partition("行目")[0])
    assert sentence.startswith("壊れた.toml の")
    assert told == line, sentence
    assert words in sentence
    assert "\n" not in sentence
    assert len(sentence) < 400


def test_there_are_no_templates_and_no_problems_when_there_is_no_folder(tmp_path: Path) -> None:
    assert user_templates(tmp_path) == ((), ())


def test_folder_named_like_a_template_is_told_when_it_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "agendas" / "x.toml").mkdir(parents=True)
    templates, [sentence] = user_templates(tmp_path)
    assert templates == ()
    assert sentence.startswith("x.toml を読み込めません")


@given(st.integers(0, len(GOOD)), st.text(max_size=8))
def test_a_sentence_or_a_template_comes_out_when_anything_is_typed_into_a_file(at: int, typed: str) -> None:
    data = (GOOD[:at] + typed + GOOD[at:]).encode(errors="ignore")
    try:
        outcome = f"a.toml の {read_template(data, 'a.toml').title}"
    except Problem as problem:
        outcome = str(problem)
    assert outcome.startswith("a.toml の")
    assert "\n" not in outcome


def test_line_is_found_when_strings_look_like_tables() -> None:
    text = 'a = """\n[[item]]\n"""\n[[item]] # [[item]]\nb = "x # [[item]]"\n[[item]]\nc.d = 1\n'
    assert line_of(text, ("item", 0, "b")) == 5
    assert line_of(text, ("item", 1, "c", "d")) == 7
    assert line_of(text, ("item", 1, "missing")) == 6
    assert line_of(text, ("nowhere",)) == 1


def test_line_is_found_in_a_list_when_it_is_written_as_the_app_writes_it() -> None:
    text = "a = [\n  { b = 1 },\n  { b = 2 },\n]\n[[item]]\nstep = [\n  { b = 3 },\n  { b = 4 },\n]\n"
    assert line_of(text, ("a", 1, "b")) == 3
    assert line_of(text, ("item", 0, "step", 1, "b")) == 8


# what is saved


def _same(one: AgendaTemplate, text: str) -> None:
    assert read_template(text.encode(), "x.toml") == one


@pytest.mark.parametrize("kind", list(WorkshopFormat))
def test_shipped_template_is_the_same_when_it_is_written_and_read(kind: WorkshopFormat) -> None:
    template = agenda_template(kind)
    _same(template, template_text(template))


_LINES = st.text(min_size=1, max_size=30).map(clean_line).filter(bool)
_TEXTS = st.text(max_size=60).map(clean)
_MINUTES = st.integers(1, 600)


def _items(lengths: tuple[int, ...]) -> st.SearchStrategy[TemplateItem]:
    boxes = st.fixed_dictionaries(dict.fromkeys(lengths, _MINUTES))
    steps = st.builds(TemplateStep, _LINES, boxes, st.integers(0, 6), _TEXTS)
    return st.builds(
        TemplateItem,
        _LINES,
        st.sampled_from(AgendaPhase),
        boxes,
        _TEXTS,
        _TEXTS,
        optional=st.booleans(),
        protected=st.booleans(),
        starts_after=st.none() | st.integers(1, 600),
        materials=_TEXTS,
        method=_TEXTS,
        steps=st.lists(steps, max_size=2).map(tuple),
    )


_TEMPLATES = st.sampled_from([(45,), (60, 90)]).flatmap(
    lambda lengths: st.builds(
        AgendaTemplate,
        st.sampled_from(WorkshopFormat),
        _LINES,
        _LINES,
        st.just(lengths),
        st.lists(_items(lengths), min_size=1, max_size=3).map(tuple),
        about=st.text(max_size=20).map(clean_line),
        question=_TEXTS,
        icebreaker=_TEXTS,
        ground_rules=st.lists(_LINES, max_size=2).map(tuple),
        checklist=st.lists(st.builds(TemplateCheck, _LINES), max_size=2).map(tuple),
    )
)


@given(_TEMPLATES)
def test_any_template_is_the_same_when_it_is_written_and_read(template: AgendaTemplate) -> None:
    _same(template, template_text(template))


def test_saved_agenda_makes_the_same_workshop_when_it_is_used(fresh: Workshop, tmp_path: Path) -> None:
    item = fresh.agenda_items()[2]
    edit = set_item(fresh, item.id, script='一行目\n「引用」\\ """ # も', starts_at=time(10, 8), least=3)
    changed = applied(fresh, edit.changes)
    changed = applied(changed, add_break(changed, "急な休憩", 5, item.id).changes)
    changed = applied(changed, put(changed, "", TeamStep(new_id(), 9.0, item.id, "班で", 2, team=3)).changes)
    path = save_template(changed, "うちの皆議", tmp_path)
    assert path == tmp_path / "agendas" / "うちの皆議.toml"
    (template,), problems = user_templates(tmp_path)
    assert problems == ()
    made = new_workshop(Details(new_id(), "次", date(2026, 7, 4), time(9)), template)
    assert [(one.title, one.minutes) for one in made.agenda_items()] == [
        (one.title, one.minutes) for one in fresh.agenda_items()
    ]
    again = made.agenda_items()[2]
    assert (again.script, again.least, again.starts_at) == ('一行目\n「引用」\\ """ # も', 3, time(9, 8))
    assert len(made.team_steps) == len(changed.team_steps)
    assert made.details.ground_rules == fresh.details.ground_rules
    assert len(made.checks) == len(fresh.checks)


def test_no_template_is_overwritten_when_a_name_is_used_again(fresh: Workshop, tmp_path: Path) -> None:
    paths = [save_template(fresh, "皆議", tmp_path) for _ in range(3)]
    assert [path.name for path in paths] == ["皆議.toml", "皆議 (2).toml", "皆議 (3).toml"]
    assert {one.name for one in user_templates(tmp_path)[0]} == {"皆議", "皆議 (2)", "皆議 (3)"}


@pytest.mark.parametrize("name", ["../../x", 'a:b*?"<>|', "CON", "nul.txt", "...", "", "改\n行", "長" * 500, "a\ud800"])
def test_file_lies_in_the_folder_and_can_be_read_when_the_name_is_odd(
    name: str, fresh: Workshop, tmp_path: Path
) -> None:
    path = save_template(fresh, name, tmp_path)
    assert path.parent == tmp_path / "agendas"
    assert path.stem.lower() not in ("con", "nul", "nul.txt")
    assert len(path.name.encode()) < 255
    assert user_templates(tmp_path)[1] == ()


def test_a_sentence_is_said_and_nothing_is_left_when_it_cannot_be_saved(fresh: Workshop, tmp_path: Path) -> None:
    (tmp_path / "agendas").write_text("a file where the folder should be")
    with pytest.raises(Problem, match="保存できませんでした"):
        save_template(fresh, "皆議", tmp_path)


def test_an_empty_or_endless_agenda_is_no_template(fresh: Workshop, tmp_path: Path) -> None:
    empty = Workshop(fresh.details)
    with pytest.raises(Problem, match="項目がまだない"):
        save_template(empty, "空", tmp_path)
    copies = [AgendaItem(new_id(), float(n), "長い", 5, script="あ" * 5_000) for n in range(40)]
    assert sum(len(one.script.encode()) for one in copies) > MAX_BYTES
    endless = Workshop(fresh.details, agenda={one.id: one for one in copies})
    with pytest.raises(Problem, match="大きすぎる"):
        save_template(endless, "長い", tmp_path)
    assert list((tmp_path / "agendas").iterdir()) == []
