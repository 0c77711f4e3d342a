"""What a note is about, as weighted features: its content words, their synonyms and the matters they touch.

SudachiPy's normalised forms join spellings (打合せ, 打ち合わせ) and its synonym groups join words (判子, 印鑑).
Where the dictionary cannot be loaded, pieces of two and three letters stand in for words.
"""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from models.grouping.related import related_words
from models.text import clean_line, search_key

READ_CHARS = 600
"""Only this much of a note is read: a note is one matter, and a pasted page would drown the board."""

NOUN_WEIGHT, OTHER_WEIGHT, SYNONYM_WEIGHT, RELATED_WEIGHT = 1.0, 0.5, 0.7, 1.5

_CONTENT = ("名詞", "動詞", "形容詞", "形状詞")
_EMPTY_WORDS = frozenset(
    [
        "為る",
        "有る",
        "居る",
        "成る",
        "出来る",
        "遣る",
        "事",
        "物",
        "為",
        "無い",
        "言う",
        "良い",
        "毎",
        "方",
        "時",
        "様",
        "其れ",
        "此れ",
        "何",
        "所",
        "人",
        "中",
        "度",
        "毎回",
        "毎日",
        "多い",
        "掛かる",
        "困る",
        "年",
        "月",
        "日",
        "課",
        "先",
        "自分",
        "仕事",
        "業務",
        "作業",
        "必要",
        "状態",
        "感じ",
        "沢山",
        "同じ",
        "取る",
        "出る",
        "来る",
        "行く",
        "見る",
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "do",
        "for",
        "from",
        "has",
        "have",
        "i",
        "in",
        "is",
        "it",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "so",
        "that",
        "the",
        "their",
        "there",
        "they",
        "this",
        "to",
        "too",
        "us",
        "was",
        "we",
        "with",
        "you",
    ]
)
_LETTER_RUNS = re.compile(r"[^\W_]+")
_TELLING_RUNS = re.compile(r"[^\W_ぁ-ゖ]+")  # Hiragana is mostly grammar.

Words = Iterator[tuple[str, str, float]]
"""Features of one text as (feature, the word as it is written there, weight)."""


@dataclass(slots=True)
class NoteWords:
    """The features of one note: their weights, and the words by which each is seen in it."""

    weights: dict[str, float] = field(default_factory=dict)
    shown: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, feature: str, word: str, weight: float) -> None:
        """Count `feature` once, at its greatest weight, and remember `word` as a way it is written."""
        self.weights[feature] = max(weight, self.weights.get(feature, 0.0))
        if word not in self.shown.setdefault(feature, ()):
            self.shown[feature] += (word,)


@functools.cache
def word_reader() -> Callable[[str], Words]:
    """The reader of words: Sudachi's, or pieces of letters where the dictionary is missing."""
    try:
        return _sudachi_reader()
    except ImportError:
        return letter_pieces


def _sudachi_reader() -> Callable[[str], Words]:
    from sudachipy import Dictionary, Morpheme, SplitMode

    tokenizer = Dictionary(dict="core").tokenizer()

    def is_content(morpheme: Morpheme) -> bool:
        kind, detail, *_ = morpheme.part_of_speech()
        return (
            kind in _CONTENT
            and detail not in ("数詞", "非自立可能", "助動詞語幹")
            and bool(_LETTER_RUNS.search(morpheme.surface()))
        )

    def read(text: str) -> Words:
        for morpheme in tokenizer.tokenize(text, SplitMode.A):
            word, normal = morpheme.surface(), morpheme.normalized_form().casefold()
            if normal in _EMPTY_WORDS or not is_content(morpheme):
                continue
            noun = morpheme.part_of_speech()[0] == "名詞"
            shown = word if noun else morpheme.dictionary_form()
            yield f"word:{normal}", shown, NOUN_WEIGHT if noun else OTHER_WEIGHT
            for group in morpheme.synonym_group_ids():
                yield f"synonym:{group}", shown, SYNONYM_WEIGHT

    return read


def letter_pieces(text: str) -> Words:
    """Pieces of two and three letters, and Latin words whole: what remains to compare by without a dictionary."""
    for run in _TELLING_RUNS.findall(text) or _LETTER_RUNS.findall(text):
        lengths = (len(run),) if run.isascii() else (2, 3)
        for length in lengths:
            for start in range(len(run) - length + 1):
                piece = run[start : start + length]
                if piece.casefold() not in _EMPTY_WORDS:
                    yield f"piece:{piece.casefold()}", piece, NOUN_WEIGHT


def note_words(text: str) -> NoteWords:
    """The features of `text`. Text without a single word (emoji) has itself, as a whole; blank text has none."""
    words = NoteWords()
    readable = unicodedata.normalize("NFKC", text[:READ_CHARS])
    for feature, word, weight in word_reader()(readable):
        words.add(feature, word, weight)
    for number, touched in related_words(readable).items():
        for word in touched:
            words.add(f"related:{number}", word, RELATED_WEIGHT * len(touched) ** 0.5)
    whole = clean_line(text)
    if whole and not words.weights:
        words.add(f"whole:{search_key(whole)}", whole, NOUN_WEIGHT)
    return words
