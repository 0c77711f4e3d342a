"""Whether two notes say the opposite: 「残業が多い」 and 「残業が少ない」 read alike, and are not the same."""

import re

from models.text import search_key

_OPPOSITES = (
    ("多", "少"),
    ("増", "減"),
    ("長", "短"),
    ("高", "低"),
    ("高", "安"),
    ("早", "遅"),
    ("速", "遅"),
    ("広", "狭"),
    ("暑", "寒"),
    ("明る", "暗"),
    ("近", "遠"),
    ("厚", "薄"),
    ("新し", "古"),
    ("夏", "冬"),
    ("増や", "やめ"),
    ("やめ", "始め"),
    ("やめ", "続け"),
    ("紙", "でーた"),
)
_SHORT = 24
"""In a longer note the last word says little about the whole."""

_LACK = re.compile(
    r"(?<!少)(?<!すく)(?<!危)(?<!あぶ)(?<!切)(?<!もったい)(?<!足り)(?:ない|無い|なし|無し|ません|なかった|られず|できず)"
    r"(?:です|ので|から|こと|状態|[のでかねよぞ])*[^\w]*$"
)
_UN = re.compile("[不未非無](?=([一-鿿]{2}))")


def says_the_opposite(one: str, other: str) -> bool:
    """Whether one affirms what the other denies, as far as words like 多い and 少ない, ない and 不親切 tell."""
    one, other = search_key(one), search_key(other)
    if max(len(one), len(other)) <= _SHORT and bool(_LACK.search(one)) != bool(_LACK.search(other)):
        return True
    if _denies(one, other) or _denies(other, one):
        return True
    return any(_only(one, other, *pair) or _only(other, one, *pair) for pair in _OPPOSITES)


def _only(one: str, other: str, here: str, there: str) -> bool:
    return here in one and there not in one and there in other and here not in other


def _denies(one: str, other: str) -> bool:
    """Whether one has 不親切 where the other has 親切."""
    bare = _UN.sub("", other) if not _UN.search(other) else ""
    return any(found.group(1) in bare for found in _UN.finditer(one))
