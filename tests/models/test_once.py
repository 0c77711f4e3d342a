"""What is asked of one state of a workshop is worked out once."""

from models.edits.change import applied
from models.edits.notes import add_notes
from models.once import of_the_last
from models.workshop import Workshop


def test_an_answer_is_given_again_only_when_the_workshop_and_the_question_are_the_same(fresh: Workshop) -> None:
    asked: list[int] = []

    @of_the_last
    def told(workshop: Workshop, more: int) -> list[int]:
        asked.append(more)
        return [len(workshop.notes) + more]

    first = told(fresh, 1)
    assert told(fresh, 1) is first
    assert told(fresh, 2) == [2]
    later = applied(fresh, add_notes(fresh, ["困りごと"]).changes)
    assert told(later, 2) == [3]
    assert told(fresh, 2) == [2]
    assert asked == [1, 2, 2, 2]
