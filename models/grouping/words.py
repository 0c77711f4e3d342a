"""The words of a note: what can be compared, and how it is written there.

SudachiPy's normalised forms join spellings (打合せ, 打ち合わせ) and its synonym groups join words (判子, 印鑑).
Where the dictionary cannot be loaded, pieces of two and three letters stand in for words.
"""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.grouping.dictionary import tokenizer
from models.text import clean_line, search_key

READ_CHARS = 600
"""Only this much of a note is read: a note is one matter, and a pasted page would drown the board."""

KNOWN_TEXTS = 20_000
"""The words of so many texts are kept in memory, so that a board is not read again for every change."""

_CONTENT = ("名詞", "動詞", "形容詞", "形状詞")
_NO_CONTENT = ("数詞", "非自立可能", "助動詞語幹")
_SAY_NOTHING = frozenset(
    """
    為る 有る 居る 成る 出来る 遣る 事 物 為 無い 言う 良い 毎 方 時 様 其れ 此れ 何 所 人 中 度 年 月 日
    自分 必要 感じ 思う 下さる 欲しい 御 貰う 呉れる 来る 行く 見る 取る 出る 多い 少ない
    a an and are as at be by can do for from has have i in is it no not of on or our so that the their there
    they this to too us was we with you
    """.split()  # noqa: SIM905 # a list of a hundred words is not read down the page
)
_LETTER_RUNS = re.compile(r"[^\W_]+")
_TELLING_RUNS = re.compile(r"[^\W_ぁ-ゖ]+")  # Hiragana is mostly grammar.
_KANJI = re.compile("[一-鿿々]")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a text: its normalised form, as it is written there, and the numbers of its synonym groups.

    `lemma` is the dictionary form. `is_thing` holds for nouns; a verb or an adjective tells half as much.
    """

    form: str
    written: str
    lemma: str
    is_thing: bool
    synonyms: tuple[int, ...] = ()

    def __hash__(self) -> int:
        return hash(self.form)  # asked some ten thousand times for a board

    @property
    def weight(self) -> float:
        """How much the kind of word tells: 1 for a noun, .5 for a verb or an adjective."""
        return 1.0 if self.is_thing else 0.5

    @property
    def shown(self) -> str:
        """The word as a reason names it: a verb in its dictionary form."""
        return self.written if self.is_thing else self.lemma


Reader = Callable[[str], Iterator[Term]]


@functools.lru_cache(maxsize=KNOWN_TEXTS)
def terms(text: str) -> tuple[Term, ...]:
    """The words of `text` that say something, in its order, each once.

    Text without a single word (emoji) is one word as a whole; blank text has none.
    """
    readable = unicodedata.normalize("NFKC", text[:READ_CHARS])
    found = {term.form: term for term in reversed(list(word_reader()(readable)))}
    if not found and (whole := search_key(readable)):
        return (Term(whole, clean_line(readable, 40), whole, is_thing=True),)
    return tuple(reversed(found.values()))


@functools.cache
def word_reader() -> Reader:
    """The reader of words: Sudachi's, or pieces of letters where the dictionary is missing."""
    try:
        return _sudachi_reader()
    except ImportError:
        return letter_pieces


def _sudachi_reader() -> Reader:
    units = tokenizer()

    def read(text: str) -> Iterator[Term]:
        for morpheme in units(text):
            kind, detail, *_ = morpheme.part_of_speech()
            written, form = morpheme.surface(), morpheme.normalized_form().casefold()
            says_something = kind in _CONTENT and detail not in _NO_CONTENT and form not in _SAY_NOTHING
            if says_something and _LETTER_RUNS.search(written):
                groups = tuple(morpheme.synonym_group_ids())
                yield Term(form, written, morpheme.dictionary_form(), kind == "名詞", groups)

    return read


def letter_pieces(text: str) -> Iterator[Term]:
    """Pieces of two and three letters, and Latin words whole: what remains to compare by without a dictionary."""
    for run in _TELLING_RUNS.findall(text) or _LETTER_RUNS.findall(text):
        for length in (len(run),) if run.isascii() else (2, 3):
            for start in range(len(run) - length + 1):
                piece = run[start : start + length]
                if piece.casefold() not in _SAY_NOTHING:
                    yield Term(piece.casefold(), piece, piece, is_thing=True)


def kanji(form: str) -> list[str]:
    """The kanji of a word, each of which says something of its own: 印 is in 押印 and in 検収印."""
    return _KANJI.findall(form)
