"""A table as questions with answers, and the answers as notes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from models.board import NoteKind
from models.intake.columns import Role, is_survey, kind_asked, kind_told, role_of
from models.intake.notes import Intake, Sieve, first, has_more
from models.intake.table import Table, has_header

SAMPLES = 3
_PICK_MARK = ";"


@dataclass(frozen=True, slots=True)
class Question:
    """A column that may become notes: its place from 0, its name ("" without one), and what was answered.

    `multiline` says that some answers have several lines; `picks` that they are picked from choices, as survey tools
    write them: 「会議;照会;」. `kind` is what its words ask for.
    """

    column: int
    title: str
    answers: int
    samples: tuple[str, ...]
    multiline: bool
    picks: bool
    kind: NoteKind = NoteKind.TROUBLE


@dataclass(frozen=True, slots=True)
class Survey:
    """A table understood. `by_person` says that each row is somebody's answers; what tells who is not in it any more.

    `kinds` has each row's kind, None where none is told, and is empty without such a column. `groups` says that there
    was a column of groups, which is not read; `withheld` names the columns that tell who answered and when.
    """

    rows: tuple[tuple[str, ...], ...]
    questions: tuple[Question, ...]
    guess: int
    by_person: bool
    kinds: tuple[NoteKind | None, ...]
    groups: bool
    withheld: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """Which columns become notes and how: a note for each line, for each thing picked; in an order drawn by lot.

    `kinds` has the kind for each of the columns, for rows that tell none; it is empty where nothing is said of kinds.
    """

    columns: tuple[int, ...]
    split_lines: bool = False
    split_picks: bool = False
    shuffled: bool = False
    seed: int = 0
    kinds: tuple[NoteKind, ...] = ()


def names_columns(table: Table) -> bool:
    """Whether the first row holds names: a survey's questions may be as long as answers."""
    return is_survey(table.header) or has_header(table)


def survey(table: Table, named: bool) -> Survey:
    """What there is to choose from; `named` says whether the first row holds names."""
    by_person = named and is_survey(table.header)
    names = table.header if named else ("",) * len(table.header)
    rows = table.rows if named else (table.header, *table.rows)
    roles = [role_of(name, (row[at] for row in rows)) for at, name in enumerate(names)]
    if not by_person and Role.QUESTION not in roles:
        roles = [Role.QUESTION] * len(roles)  # then it is what they brought
    kept = _without_people(rows, roles)
    questions = _questions(names, kept, roles)
    kinds = [at for at, role in enumerate(roles) if role is Role.KIND]
    return Survey(
        rows=kept,
        questions=questions,
        guess=_wordiest(questions, kept),
        by_person=by_person,
        kinds=tuple(kind_told(row[kinds[0]]) for row in kept) if kinds else (),
        groups=Role.GROUP in roles,
        withheld=tuple(name for name, role in zip(names, roles, strict=True) if role is Role.PERSON),
    )


def _without_people(rows: Iterable[Sequence[str]], roles: Sequence[Role]) -> tuple[tuple[str, ...], ...]:
    """The rows with nothing left in the columns that tell who answered."""
    return tuple(
        tuple("" if role is Role.PERSON else cell for cell, role in zip(row, roles, strict=True)) for row in rows
    )


def _questions(names: Sequence[str], rows: Sequence[Sequence[str]], roles: Sequence[Role]) -> tuple[Question, ...]:
    asked = (at for at, role in enumerate(roles) if role is Role.QUESTION)
    found = (_question(at, names[at], [row[at] for row in rows if row[at]]) for at in asked)
    return tuple(question for question in found if question.answers)


def _wordiest(questions: Iterable[Question], rows: Sequence[Sequence[str]]) -> int:
    """The column people wrote most in: there they say something. 0 when there is no question."""
    lengths = {one.column: sum(len(row[one.column]) for row in rows) for one in questions}
    return max(lengths, key=lambda column: lengths[column], default=0)


def _question(column: int, title: str, answers: Sequence[str]) -> Question:
    picked = sum(answer.endswith(_PICK_MARK) for answer in answers)
    return Question(
        column,
        " ".join(title.split()),
        len(answers),
        tuple(islice(dict.fromkeys(answers), SAMPLES)),
        any("\n" in answer for answer in answers),
        picked * 2 > len(answers),
        kind_asked(title),
    )


def answers_as_notes(asked: Survey, wish: Wish) -> Intake:
    """The answers that are not empty, question by question or in an order drawn by lot; the first MAX_NOTES of them."""
    sieve = Sieve()
    taking = ((note, kind) for text, kind in _answers(asked, wish) if (note := sieve.take(text)))
    pairs = list(first(taking))
    told = sieve.shortened, sieve.skipped
    if wish.shuffled:
        Random(wish.seed).shuffle(pairs)
    notes = tuple(note for note, _kind in pairs)
    kinds = tuple(kind for _note, kind in pairs) if asked.kinds or wish.kinds else ()
    return Intake(notes, *told, kinds, has_more(taking))


def _answers(asked: Survey, wish: Wish) -> Iterator[tuple[str, NoteKind | None]]:
    picks = {question.column for question in asked.questions if question.picks}
    for number, column in enumerate(wish.columns):
        otherwise = wish.kinds[number] if wish.kinds else None
        marks = ("\n" if wish.split_lines else "") + (_PICK_MARK if wish.split_picks and column in picks else "")
        for at, row in enumerate(asked.rows):
            kind = (asked.kinds[at] if asked.kinds else None) or otherwise
            yield from ((piece, kind) for piece in _pieces(row[column], marks))


def _pieces(answer: str, marks: str) -> Sequence[str]:
    for mark in marks:
        answer = answer.replace(mark, "\0")  # which is in no clean text
    return answer.split("\0")
