"""What must not stand in minutes: telephone numbers, mail addresses, persons' names; and words for the 相談窓口.

Pointed out before the papers are made, for the facilitator to reword; nothing is changed here. Few false alarms
matter more than finding everything: a name is told by an honorific after it, or by being a common surname before a
post. 皆さん, 総務課長 and 仕様 are no names.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache

from models.language import gettext as _
from models.workshop import Workshop, in_order

_AROUND = 8
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}

# The most common surnames; enough to tell 佐藤課長 from 総務課長.
_SURNAME_LIST = (
    "佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 渡部 山本 中村 小林 加藤 吉田 𠮷田 山田 佐々木 山口 松本 井上 木村 "
    "林 斎藤 斉藤 齋藤 齊藤 清水 山崎 山﨑 阿部 安部 森 池田 橋本 石川 山下 小川 石井 長谷川 後藤 岡田 近藤 前田 藤田 "
    "遠藤 青木 坂本 村上 太田 金子 藤井 福田 西村 三浦 竹内 中川 岡本 松田 原田 中野 小野 田村 藤原 中山 石田 小島 "
    "和田 森田 内田 柴田 酒井 原 横山 高木 宮崎 宮﨑 安藤 宮本 大野 小山 菊地 菊池 工藤 谷口 今井 高田 増田 丸山 "
    "大塚 杉山 村田 新井 小池 平野 大西 藤本 上野 武田 野口 松井 千葉 岩崎 桜井 櫻井 野村 木下 佐野 久保 松尾 "
    "岩田 東 北村 北川 川口 川崎 永井 飯田 熊谷 古川 片山 荒木 吉川 本田 本間 浅野 秋山 中島 中嶋 西田 西川 島田 "
    "水野 吉村 松岡 松下 松浦 山内 矢野 菅原 須藤 大久保 久保田 五十嵐 小野寺 服部 樋口 土屋 関 関口 市川 早川 "
    "八木 辻 平田 川上 中田 大島 星野 望月 黒田 尾崎 榎本 成田 田口 田辺 小松 福島 内藤 岡崎 小澤 小沢 大橋 河野 "
    "石原 馬場 森本 安田 堀 三宅 上田 植田 永田 杉本 吉岡 富田 高野 高山 竹田 津田 大谷 栗原 須田 川村 松村 平井 "
    "堀内 白石 神田 三上 片岡 広瀬 廣瀬 沢田 澤田 奥村 小泉 岸 岸田 石橋 根本 荒井 飯塚 葛城 吉野 﨑山 崎山"
)
_SURNAMES = frozenset(_SURNAME_LIST.split())
_HONORIFICS = "さん|さま|くん|ちゃん|氏(?!名)|殿|君"
_POSTS = (
    "課長補佐|課長|係長|部長|局長|次長|室長|補佐|主査|主任|企画官|調整官|参事官|審議官|専門官|班長|様(?![式子々相態])"
)
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々ヶ]"
_KANJI = rf"{_HAN}\ufe00?[\U000e0100-\U000e01ef]?"
_COMMON_ENDS = frozenset(
    "者員長客方社店屋父母兄姉弟妹孫婦嫁親皆団達官生手人様課係室局部班省庁県市町村子奥各両同某貴諸産業主沢王神"
)
_NOT_NAMES = frozenset(("患者", "主君", "叔母", "伯父", "沢山"))

_PHONE = re.compile(r"(?<![\d.,-])(?:\+81[-\s]?\d|0\d)(?:[-‐−–ー()\s]{0,2}\d){8,9}(?![\d])|内線[:\s]*\d{3,5}(?!\d)")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_CALLED = re.compile(rf"(?<!{_HAN})((?:{_KANJI}){{1,4}}?)({_HONORIFICS})")
_POSTED = re.compile(rf"(?:(?<!{_HAN})|(?<=[課室局部班係]))((?:{_KANJI}){{1,3}}?)({_POSTS})")
_HARASSMENT = re.compile(
    "ハラスメント|(?:パワ|セク|モラ|マタ|パタ|アカ|カス)ハラ|いじめ|嫌がらせ|いやがらせ|暴言|暴力|脅迫|恫喝|"
    "法令違反|法律違反|違法|不正(?!確|アクセス|な?文字|解)|サービス残業|不払い残業|横領|着服|改ざん|改竄|隠蔽|隠ぺい|"
    "内部告発|内部通報|公益通報"
)


ID_NAMES = frozenset({"id", "action_id", "case_id"})
"""Fields of the lists that are nobody's words."""


class FindingKind(StrEnum):
    """What was found."""

    PHONE = "phone"
    MAIL = "mail"
    NAME = "name"
    HARASSMENT = "harassment"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place to reword: `where` in the interface's language, `excerpt` the words with a little around them.

    `entity_id` is what it stands in: the workshop, an item of the agenda, a group, a decision, an action…
    """

    where: str
    kind: FindingKind
    excerpt: str
    entity_id: str = ""


def hint(kind: FindingKind) -> str:
    """What to do about a finding, one sentence."""
    hints = {
        FindingKind.PHONE: _("This looks like a telephone number. Leave it out, or name the office instead."),
        FindingKind.MAIL: _("This looks like a mail address. Leave it out, or name the office instead."),
        FindingKind.NAME: _("This looks like a person's name. Write the division and the post instead."),
        FindingKind.HARASSMENT: _(
            "This may be a matter for the consultation desk rather than for the minutes. Do not write it up here; "
            "tell the person where the desk is."
        ),
    }
    return hints[kind]


def _is_name(kanji: str) -> bool:
    """Whether kanji before an honorific are rather a person than 皆, 業者 or お客."""
    if kanji in _SURNAMES:
        return True
    return len(kanji) > 1 and kanji not in _NOT_NAMES and kanji[-1] not in _COMMON_ENDS


def _names(text: str) -> Iterator[re.Match[str]]:
    yield from (found for found in _CALLED.finditer(text) if _is_name(found[1]))
    yield from (found for found in _POSTED.finditer(text) if found[1] in _SURNAMES)


def _found(text: str) -> Iterator[tuple[FindingKind, re.Match[str]]]:
    plain = text.translate(_HALF_WIDTH)
    yield from ((FindingKind.PHONE, found) for found in _PHONE.finditer(plain))
    yield from ((FindingKind.MAIL, found) for found in _MAIL.finditer(plain))
    yield from ((FindingKind.NAME, found) for found in _names(text))
    yield from ((FindingKind.HARASSMENT, found) for found in _HARASSMENT.finditer(text))


def spans_in(text: str) -> Iterator[tuple[FindingKind, int, int]]:
    """What one text has that should be reworded: where each begins and ends."""
    yield from ((kind, *found.span()) for kind, found in _found(text))


def is_surname(words: str) -> bool:
    """Whether this is one of the common surnames, and nothing more."""
    return words in _SURNAMES


def _excerpt(text: str, start: int, end: int) -> str:
    left, right = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    shown = " ".join(text[left:right].split())
    return ("…" if left else "") + shown + ("…" if right < len(text) else "")


@lru_cache(maxsize=32_768)
def _excerpts(text: str) -> tuple[tuple[FindingKind, str], ...]:
    """What is found in a text; most texts are looked at again and again while another is being reworded."""
    found = sorted(_found(text), key=lambda pair: pair[1].start())
    return tuple((kind, _excerpt(text, *match.span())) for kind, match in found)


def findings_in(text: str, where: str, entity_id: str = "") -> list[Finding]:
    """What one text has that should be reworded, in the order of the text."""
    return [Finding(where, kind, excerpt, entity_id) for kind, excerpt in _excerpts(text)] if text else []


Place = tuple[str, str, Iterable[str]]
"""Where a text stands in words, the id of what it belongs to, and the texts."""


def _places(workshop: Workshop, *, verbatim_notes: bool) -> Iterator[Place]:
    details = workshop.details
    yield (
        _("Title and question"),
        workshop.id,
        (details.title, details.question, details.subject, details.handouts, details.next_meeting),
    )
    for number, item in enumerate(workshop.agenda_items(), 1):
        yield _("Item {number}").format(number=number), item.id, (item.title,)
    yield from _lists(workshop)
    for number, cluster in enumerate(workshop.ordered_clusters(), 1):
        where = _("Group {number}").format(number=number)
        yield where, cluster.id, (cluster.title, cluster.opinions, cluster.measures)
    for number, family in enumerate(workshop.ordered_families(), 1):
        yield _("Bigger group {number}").format(number=number), family.id, (family.title,)
    for number, relation in enumerate(workshop.ordered_relations(), 1):
        yield _("Relation {number}").format(number=number), relation.id, (relation.label,)
    for number, decision in enumerate(workshop.ordered_decisions(), 1):
        yield _("Decision {number}").format(number=number), decision.id, (decision.text, decision.reason)
    for number, action in enumerate(workshop.ordered_actions(), 1):
        texts = (action.what, action.owner, action.first_step, action.done_when, action.effect.quality)
        yield _("Action {number}").format(number=number), action.id, texts
    for note in workshop.ordered_notes() if verbatim_notes else ():
        if not note.hidden:
            yield _("Note"), note.id, (note.text,)


def _lists(workshop: Workshop) -> Iterator[Place]:
    """What the format worked on, and the homework of last time: each stands in the minutes too."""
    names: tuple[tuple[str, str], ...] = (
        ("carried", _("Homework of last time {number}")),
        ("knacks", _("Knack {number}")),
        ("shown_cases", _("Case {number}")),
        ("own_works", _("Piece of work {number}")),
        ("process_steps", _("Step {number}")),
        ("pledges", _("Pledge {number}")),
    )
    for collection, where in names:
        for number, one in enumerate(in_order(getattr(workshop, collection)), 1):
            texts = [getattr(one, field.name) for field in fields(one) if field.name not in ID_NAMES]
            yield where.format(number=number), one.id, [text for text in texts if type(text) is str]


def findings(workshop: Workshop, *, verbatim_notes: bool = False) -> list[Finding]:
    """What should be reworded before the minutes are made, in the order of the minutes.

    `verbatim_notes` also looks at the open notes, for minutes that list them.
    """
    return [
        finding
        for where, entity_id, texts in _places(workshop, verbatim_notes=verbatim_notes)
        for text in texts
        for finding in findings_in(text, where, entity_id)
    ]
