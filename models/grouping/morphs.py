"""A text as a reader takes it: its words where they stand, and the compounds that they make."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from models.grouping.dictionary import tokenizer
from models.grouping.words import KNOWN_TEXTS, READ_CHARS

SHORT_CHARS = 4
"""A compound of up to so many characters is one word to its reader."""


@dataclass(frozen=True, slots=True)
class Morph:
    """One word where it stands in a text, `start` to `end`, with Sudachi's kinds of it.

    `kind` is the part of speech (名詞, 動詞, …), `detail` and `nature` say more of it, `ending` is the conjugated form
    (終止形-一般, …), `form` the normalised form in lower case.
    """

    start: int
    end: int
    written: str
    form: str
    kind: str
    detail: str
    nature: str
    ending: str

    @property
    def is_name(self) -> bool:
        """Whether it can be part of a compound noun."""
        return self.kind == "名詞" or (self.kind == "接尾辞" and self.detail == "名詞的")

    @property
    def is_part(self) -> bool:
        """Whether it joins the nouns beside it; 結局 and 三 do not."""
        return (self.is_name or self.kind == "接頭辞") and self.detail != "数詞" and self.nature != "副詞可能"

    @property
    def is_closed(self) -> bool:
        """Whether a sentence may end with it: a verb, an adjective or an auxiliary in its closed form."""
        return self.kind in ("動詞", "形容詞", "助動詞", "接尾辞") and self.ending.startswith(("終止形", "連体形"))


Reading = tuple[Morph, ...]


@functools.lru_cache(maxsize=KNOWN_TEXTS)
def reading(text: str) -> Reading:
    """The words of the first `READ_CHARS` of `text` in their order; nothing where the dictionary is missing."""
    try:
        return tuple(_morphs(text[:READ_CHARS]))
    except ImportError:
        return ()


def _morphs(text: str) -> Iterator[Morph]:
    for found in tokenizer()(text):
        kind, detail, nature, _, _, ending = found.part_of_speech()
        form = found.normalized_form().casefold()
        yield Morph(found.begin(), found.end(), found.surface(), form, kind, detail, nature, ending)


def runs(text: str) -> Iterator[Reading]:
    """The nouns of `text` as far as they stand together: 検収 and 印 are one run."""
    run: list[Morph] = []
    for morph in reading(text):
        if morph.is_part:
            run.append(morph)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def compounds(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The compound nouns of `text` and what they are made of: forms of two to four parts, and as written."""
    for run in runs(text):
        for first in range(len(run)):
            for last in range(first + 1, min(first + 4, len(run))):
                if run[first].kind != "接尾辞" and run[last].kind != "接頭辞":
                    parts = run[first : last + 1]
                    yield tuple(part.form for part in parts), text[parts[0].start : parts[-1].end]


def in_full(text: str, form: str) -> str | None:
    """A word as it stands in `text`: a short compound whole (交差点, 検収印), else with its endings (前任者).

    None if it does not stand there as a noun.
    """
    for run in runs(text):
        for at, morph in enumerate(run):
            if morph.form == form:
                whole = text[run[0].start : run[-1].end]
                after = (part.start for part in run[at + 1 :] if part.kind != "接尾辞")
                short = len(whole) <= SHORT_CHARS or (len(morph.written) == 1 and len(whole) <= 2 * SHORT_CHARS)
                return whole if short else text[morph.start : next(after, run[-1].end)]
    return None
