"""The words in which the outline tells an arrow, with and without a word typed at it."""

import pytest

from models.board import RelationKind
from models.outline import link_words


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (RelationKind.LEADS, "これが次につながる　→　２「紙」"),
        (RelationKind.CAUSE, "その原因は２「紙」"),
        (RelationKind.CONFLICT, "２「紙」と対立している"),
        (RelationKind.MUTUAL, "２「紙」とたがいに関わる"),
    ],
)
def test_word_is_quoted_as_the_arrows_when_one_was_typed(kind: RelationKind, said: str) -> None:
    assert link_words(kind, "２「紙」") == said
    assert link_words(kind, "２「紙」", "だから") == f"{said}（矢印に「だから」とある）"
