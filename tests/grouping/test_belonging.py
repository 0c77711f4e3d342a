"""Why a note sits where it sits: asked without the encoder, of boards of a few groups."""

from collections.abc import Mapping, Sequence

import pytest

from models.board import Cluster, Note
from models.grouping import Cancelled, Sureness
from models.grouping.belonging import Belonging, belonging

PAPER = ("印刷と製本に時間がかかる", "印刷した資料の差し替えが多い", "印刷の部数が直前に変わる")
LATE = ("残業が多くて帰れない", "残業の申請が面倒", "残業しても終わらない")
BOARD = {"paper": PAPER, "late": LATE}


def board(groups: Mapping[str, Sequence[str]], *free: str) -> tuple[list[Note], list[Cluster]]:
    """Notes whose ids are their texts."""
    clusters = [Cluster(name, float(at)) for at, name in enumerate(groups)]
    placed = [Note(text, 1.0, text, cluster_id=name, placed=True) for name, texts in groups.items() for text in texts]
    return [*placed, *(Note(text, 2.0, text) for text in free)], clusters


def asked(note_id: str, groups: Mapping[str, Sequence[str]], *free: str) -> Belonging:
    notes, clusters = board(groups, *free)
    return belonging(note_id, notes, clusters, sentences=False)


def test_its_group_is_told_when_a_note_sits_well() -> None:
    found = asked(PAPER[0], BOARD)
    assert found.own is not None
    assert found.own.cluster_id == "paper"
    assert "印刷" in found.own.reason
    assert found.others == ()
    assert found.sureness is Sureness.PLAIN
    assert found.by_words_only


def test_it_is_weak_and_the_better_group_is_told_when_a_note_was_put_elsewhere() -> None:
    found = asked("残業の印刷", {"paper": (*PAPER[:1], "会議が長い", "残業の印刷"), "late": LATE})
    assert found.sureness is Sureness.WEAK
    assert found.others[0].cluster_id == "late"
    assert "残業" in found.others[0].reason


def test_the_nearest_group_is_told_when_a_note_is_free() -> None:
    found = asked("印刷を減らす", BOARD, "印刷を減らす")
    assert found.own is None
    assert found.others[0].cluster_id == "paper"


@pytest.mark.parametrize("text", ["!!", ""])
def test_no_reason_is_made_up_when_a_note_says_nothing(text: str) -> None:
    found = asked(text, {**BOARD, "late": (*LATE, text)})
    assert found.own is None or not found.own.reason
    assert found.others == ()
    assert found.sureness is Sureness.WEAK


def test_no_own_group_is_told_when_it_has_no_other_note() -> None:
    assert asked("印刷", {**BOARD, "one": ("印刷",)}).own is None


def test_it_stops_when_it_is_called_off() -> None:
    notes, clusters = board(BOARD)
    with pytest.raises(Cancelled):
        belonging(PAPER[0], notes, clusters, sentences=False, cancelled=lambda: True)
