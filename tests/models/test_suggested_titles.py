"""A suggested title is a proposal: one note's own words never become a group's title by themselves."""

import pytest

from models.edits.change import applied
from models.edits.clusters import Gathering, take_suggestion
from models.edits.notes import add_notes
from models.workshop import Workshop


@pytest.mark.parametrize(
    ("offered", "kept"),
    [
        ("電話の取次ぎで午前がなくなる", ""),
        ("電話の取次ぎで…", ""),
        ("電話に時間を取られている", "電話に時間を取られている"),
    ],
)
def test_title_is_left_open_when_it_is_a_notes_own_words(fresh: Workshop, offered: str, kept: str) -> None:
    texts = ["電話の取次ぎで午前がなくなる", "同じ問合せの電話が多い"]
    workshop = applied(fresh, add_notes(fresh, texts).changes)
    gathering = Gathering(tuple(workshop.notes), offered)
    [cluster] = applied(workshop, take_suggestion(workshop, [gathering]).changes).clusters.values()
    assert cluster.title == kept
