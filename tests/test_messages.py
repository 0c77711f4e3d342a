"""The interface is complete in Japanese."""

import gettext
import string

import pytest

from models.edits.change import FIELD_OF
from models.edits.lists import NOUNS
from tests.messages import CATALOGUE, asked_for, catalogue

DEEDS = ("added", "changed", "moved", "deleted")


def test_japanese_is_complete_when_a_message_is_asked_for() -> None:
    known = catalogue()
    missing = []
    for name, message in asked_for():
        first = message if isinstance(message, str) else message[0]
        found = known.get(first)
        if found is None or not found.string or not all(found.string):
            missing.append(f"{name}: {first}")
    assert missing == []


def _placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_translations_have_the_same_placeholders_when_there_are_any() -> None:
    different = [
        message.id
        for message in catalogue()
        if message.id and isinstance(message.id, str) and isinstance(message.string, str)
        if _placeholders(message.id) != _placeholders(message.string)
    ]
    assert different == []


def test_compiled_catalogue_is_current_when_the_text_was_changed() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    stale = [
        message.id
        for message in catalogue()
        if isinstance(message.id, str) and message.id and compiled.gettext(message.id) != message.string
    ]
    assert stale == []


@pytest.mark.parametrize("word", ["クラスタ", "アサイン", "タスク"])
def test_words_of_the_trade_are_not_used_when_speaking_to_people(word: str) -> None:
    assert [message.string for message in catalogue() if word in str(message.string)] == []


def test_every_kind_of_edit_has_a_name_when_it_can_be_undone() -> None:
    import re
    from pathlib import Path

    from ui.history import edit_name

    assert FIELD_OF  # the edits below change these
    source = "".join(path.read_text(encoding="utf-8") for path in Path("models/edits").glob("*.py"))
    kinds = set(re.findall(r'(?:put\(workshop, |Edit\(|remove\(|merged\()"([a-z]+_[a-z]+)"', source))
    assert len(kinds) > 30
    clock = {"clock_started", "clock_paused", "clock_extended", "clock_corrected", "meeting_forgotten"}
    assert all(edit_name(kind) for kind in kinds - clock)
    assert all(edit_name(f"{noun}_{deed}") for noun in NOUNS.values() for deed in DEEDS)
