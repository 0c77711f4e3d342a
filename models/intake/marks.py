"""The bullets and numbers that begin the lines of a list, and belong to the list, not to what is said.

A number that says something stays: 3月末, 2.5時間, 2、3人, ①と②. In doubt nothing is taken away.
"""

import re

_KANJI = "一二三四五六七八九十"
_BULLET = re.compile(
    r"""(?:(?:>\s?)++                               # a quoted mail, however often
        |(?:[-*+–—‐−]\s+)?\[[\ xX]\]\s+
        |[-*+–—‐−]\s+                               # a hyphen needs its space: -5度 is a number
        |[-–—](?=[ぁ-んァ-ヶ一-龥])(?!.*[-–—])
        |[・･](?![・･])\s*                           # ・・・ is an ellipsis
        |([●■□◆◇▪▫▸▶▷►➢➤✓✔✅☐☑☒•‣◦★☆])(?!\1)\s*       # ■■ is blacked out
        |[○◯](?![○◯〇×を]|.×)\s*                    # ○○課, ○×, ○を付ける
        |[〇◎]\s+)""",
    re.VERBOSE,
)
_REFERS = r"(?!を|の(?![りぞびちせどみれ]))"
_NUMBER = re.compile(
    rf"""(?:[(（](?:\d{{1,3}}|[a-zA-Zａ-ｚＡ-Ｚ]|[ivx]{{2,4}}|[ア-ン]|[{_KANJI}]{{1,3}})[)）]
            {_REFERS}(?!.{{1,2}}[(（])\s*            # (1)と(2) refers to something
        |\d{{1,2}}(?:[.．－-]\d{{1,2}}){{1,3}}[.．]?[\u3000\t]+
        |\d{{1,3}}[.．)）、](?!\d)\s*                # 1.5倍 and 2、3人 are numbers
        |第?[\d{_KANJI}]{{1,3}}\u3000+               # as in 第１ and １
        |[{_KANJI}]{{1,3}}[、.．)）](?![{_KANJI}数])\s*
        |[ア-ン](?:[.．)）]\s*|\u3000+)
        |[a-zA-Z][.．)）](?:\s+|(?=[^\x00-\x7f]))     # a.m. and X.509 are words
        |[Ⅰ-Ⅻⅰ-ⅻ](?:[.．)）、]\s*|\s+)
        |[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇⒈-⒛㋐-㋾ⓐ-ⓩⒶ-Ⓩ⒜-⒵]{_REFERS}(?!.{{1,2}}[①-⑳])\s*)""",
    re.VERBOSE,
)
_QUOTATION_MARKS = '"「『'
_LETTERS_OF_NOTHING = "ー\u3164"
_ENDS_OF_MARKS = frozenset(".．)）、\u3000")


def begins_plainly(text: str) -> bool:
    """The quick way for most notes, begun by a letter or a quotation mark: no bullet, no number, not blank."""
    first = text[0]
    if first in _QUOTATION_MARKS:
        return True
    return first.isalpha() and first not in _LETTERS_OF_NOTHING and _ENDS_OF_MARKS.isdisjoint(text[1:5])


def without_mark(text: str) -> str:
    """`text` without the bullet and the number that begin it: 「・(1) 会議」 is 「会議」.

    A text of several lines that is a list itself stays as it is.
    """
    if "\n" in text and any(_marked(line.lstrip()) for line in text.split("\n")[1:]):
        return text
    return text[_marked(text) :]


def _marked(text: str) -> int:
    """How many characters of mark begin `text`."""
    at = 0
    for mark in (_BULLET, _NUMBER):
        found = mark.match(text, at)
        at = found.end() if found else at
    return at
