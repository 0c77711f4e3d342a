"""Edits of families: groups of groups."""

import pytest

from models.edits import clusters, families, notes, relations
from models.edits.change import Edit, applied
from models.workshop import Workshop


def _after(workshop: Workshop, edit: Edit) -> Workshop:
    return applied(workshop, edit.changes)


@pytest.fixture
def board(fresh: Workshop) -> Workshop:
    """Four groups of two notes each, and a lone note."""
    workshop = _after(fresh, notes.add_notes(fresh, [f"困りごと{number}" for number in range(9)]))
    ids = [note.id for note in workshop.ordered_notes()]
    for first in range(0, 8, 2):
        workshop = _after(workshop, clusters.group_notes(workshop, ids[first : first + 2], f"表札{first}"))
    return workshop


def _groups(workshop: Workshop) -> list[str]:
    return [cluster.id for cluster in workshop.ordered_clusters()]


def _family(workshop: Workshop) -> str:
    (family,) = workshop.families
    return family


def _members(workshop: Workshop, family_id: str) -> list[str]:
    return [cluster.id for cluster in workshop.ordered_clusters() if cluster.family_id == family_id]


@pytest.fixture
def formed(board: Workshop) -> Workshop:
    """The first two groups in a family, from which an arrow goes to the third."""
    workshop = _after(board, families.form_family(board, _groups(board)[:2], " 集まり\n方 "))
    return _after(workshop, relations.relate(workshop, _family(workshop), _groups(board)[2]))


def test_groups_are_together_and_nothing_moves_when_a_family_is_formed(board: Workshop, formed: Workshop) -> None:
    assert formed.families[_family(formed)].title == "集まり 方"
    assert _members(formed, _family(formed)) == _groups(board)[:2]
    assert formed.notes == board.notes


def test_no_family_comes_to_be_when_no_group_is_known(board: Workshop) -> None:
    assert families.form_family(board, []).changes == ()
    assert families.form_family(board, ["gone"]).changes == ()
    assert families.join_family(board, _groups(board), "gone").changes == ()


def test_family_goes_with_its_relation_when_its_last_group_leaves(formed: Workshop) -> None:
    first, second = _groups(formed)[:2]
    some = _after(formed, families.leave_family(formed, [first]))
    assert _members(some, _family(formed)) == [second]
    edit = families.leave_family(some, [second])
    none = _after(some, edit)
    assert (none.families, none.relations) == ({}, {})
    assert applied(none, edit.inverse().changes) == some


def test_emptied_family_goes_when_its_groups_join_or_form_another(formed: Workshop) -> None:
    first, second, third, fourth = _groups(formed)
    other = _after(formed, families.form_family(formed, [third, fourth], "もう一つ"))
    new = next(one.id for one in other.ordered_families() if one.title == "もう一つ")
    joined = _after(other, families.join_family(other, [first, second], new))
    assert _members(joined, _family(joined)) == [first, second, third, fourth]
    formed_again = _after(formed, families.form_family(formed, [first, second, third]))
    assert _members(formed_again, _family(formed_again)) == [first, second, third]


@pytest.mark.parametrize("way", ["deleted", "freed", "dissolved", "joined", "regrouped"])
def test_family_goes_in_the_same_edit_when_its_groups_are_gone(formed: Workshop, way: str) -> None:
    first, second, third, _fourth = _groups(formed)
    ids = [note.id for one in (first, second) for note in formed.members(one)]
    edit = {
        "deleted": lambda: notes.delete_notes(formed, ids),
        "freed": lambda: clusters.free_notes(formed, dict.fromkeys(ids, (0.0, 0.0))),
        "dissolved": lambda: clusters.dissolve_clusters(formed, [first, second]),
        "joined": lambda: clusters.add_to_cluster(formed, ids, third),
        "regrouped": lambda: clusters.group_notes(formed, ids),
    }[way]()
    after = _after(formed, edit)
    assert (after.families, after.relations) == ({}, {})
    assert applied(after, edit.inverse().changes) == formed


def test_heir_comes_into_the_family_when_a_group_in_one_is_merged_into_it(formed: Workshop) -> None:
    first, second, _third, fourth = _groups(formed)
    after = _after(formed, clusters.merge_clusters(formed, [fourth, first, second]))
    assert _members(after, _family(formed)) == [fourth]
    other = _after(formed, families.form_family(formed, [fourth]))
    own = _after(other, clusters.merge_clusters(other, [fourth, first]))
    assert own.clusters[fourth].family_id == other.clusters[fourth].family_id != _family(formed)


def test_groups_stay_when_their_family_is_dissolved(board: Workshop, formed: Workshop) -> None:
    after = _after(formed, families.dissolve_family(formed, _family(formed)))
    assert after == board


def test_family_is_named_in_one_line_when_renamed(formed: Workshop) -> None:
    after = _after(formed, families.rename_family(formed, _family(formed), "長\n" + "い" * 99))
    assert len(after.families[_family(formed)].title) == 60
