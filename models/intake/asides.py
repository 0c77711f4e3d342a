"""What comes in along with the voices and is none: greetings and signatures of mails, answers that say 「特になし」.

Pointed out, never dropped. In doubt a line is somebody's voice: 「TELの取次ぎが多い」 is one.
"""

import re
import unicodedata
from enum import StrEnum

from models.sensitive import FindingKind, is_surname, spans_in

MAX_CHARS = 120
"""A longer line is somebody's voice."""


class Aside(StrEnum):
    """Why a text is probably nobody's voice."""

    COURTESY = "courtesy"
    NOTHING = "nothing"


_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff々ヶ]"
_UNIT = rf"{_HAN}{{1,12}}(?:課|(?<!会議)室|係|班)"
_OFFICE = rf"{_HAN}{{1,12}}(?:省|庁|局|部|官房|課|支所|事務所)\s*"
_POST = r"(?:課長補佐|課長|係長|部長|局長|次長|室長|補佐|主査|主任|係員|企画官|専門官|担当)"
_GIVEN = r"[\u3400-\u4dbf\u4e00-\u9fff々ぁ-んァ-ヶ]{1,4}"
_GIVEN_ENDS = "郎子美男雄夫介助太也哉樹彦香恵江奈菜希輝之幸司志治"

_NOTHING = re.compile(
    r"(?:今の?ところ|現在|現時点で)?[、は]*(?:特に)?[、は]*(?:なし|無し|無|ない|無い|ありません|ございません|ないです|なしです)"
    r"|該当(?:なし|無し|ありません)|n/?a|none|nothing"
)
_SALUTATION = re.compile(
    rf"(?:(?:{_HAN}|[・、\s]|の)*|.{{0,8}}の)(?:各位|皆様|皆さま|皆さん|みなさま|みなさん)(?:へ)?"
    rf"|(?:{_HAN}|[ァ-ヶー・\s]){{2,20}}(?:(?<![仕多模同異一有])様|殿)"
)
_HAIL = (
    r"(?:(?:皆様|皆さま|皆さん|みなさん|各位)[、,\s]*)?(?:(?:いつも|大変|平素(?:より|は)?)[、\s]*)*"
    r"(?:お疲れ(?:さま|様)(?:です|でございます|でした)|おつかれさまです|ご苦労(?:さま|様)です|お世話になって(?:います|おります)"
    r"|お世話になります|お世話様です|おはようございます|こんにちは|こんばんは|はじめまして|初めまして)"
)
_OPENING = re.compile(rf"{_HAIL}(?:[。、,!\s]+(.*))?|拝啓|前略")
_INTRODUCTION = re.compile(
    rf"(?:{_OFFICE}){{0,2}}{_HAN}{{1,12}}(?:課|室|係|局|部|班|担当)の?\s*(.{{1,12}}?)(?:です|と申します|でございます)"
)
_LEAD = (
    r"(?:(?:以上|では|それでは|何卒|なにとぞ|どうぞ|どうか|引き続き|今後とも|重ねて|併せて|大変|取り急ぎ"
    r"|お忙しい(?:ところ|中)|お手数(?:を)?(?:おかけ)?|ご(?:協力|確認|検討|対応|査収|回答|記入|返信|教示|指導|理解|意見|多忙))"
    r"(?:(?:、|の)?(?:ほど|程|中|ところ)|恐縮|恐れ入り|申し訳(?:ござい|あり)ません|ですが|ますが|しますが|いたしますが|を|と)*+[、,\s]*)*+"
)
_CLOSING = re.compile(
    rf"{_LEAD}(?:よろしく|宜しく)(?:お願い|御願い)?(?:し|致し|いたし|申し上げ)?(?:ます|です)?"
    r"|(?:取り急ぎ|まずは|以上)[、,]*(?:ご?(?:連絡|報告|返信|お?礼|案内))?(?:まで|です)?(?:に|失礼(?:いた|致)?します)?"
    r"|(?:それでは|では|以上)?[、,]*失礼(?:いた|致)?します|敬具|草々|記"
)
_HEADER = re.compile(r"(?:from|to|cc|bcc|sent|subject|差出人|宛先|件名|送信日時)\s*:.*", re.IGNORECASE)
_ADDRESS = re.compile(r"〒\s*\d{3}-?\d{4}.*")
_LINK = re.compile(r"https?://[!-~]+|www\.[!-~]+", re.IGNORECASE)
_LABELS = re.compile(
    r"tel|fax|phone|電話(?:番号)?|ファックス|ファクス|ファクシミリ|直通|内線|外線|代表|携帯|e-?mail|mail|"
    r"メール(?:アドレス)?|アドレス|url|web|hp|ホームページ",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s\d()\[\]<>:;/|,.、・~_*=#+\-－―ー]*")
_SIGNED = re.compile(rf"(?:{_OFFICE})?+(?:{_UNIT}\s*)*+(?:{_HAN}{{0,6}}{_POST}\s*)?(.*)")
_OF_OFFICES = re.compile(rf"(?:{_OFFICE}){{1,2}}{_UNIT}(?:\s*{_UNIT})?")
_CONTACTS = (FindingKind.PHONE, FindingKind.MAIL)


def aside_in(text: str) -> Aside | None:
    """Why a text is probably nobody's voice, None for a voice; of several lines each has to be such a one."""
    if len(text) > MAX_CHARS * 4:
        return None
    found = {_aside(unicodedata.normalize("NFKC", line).strip()) for line in text.split("\n") if line.strip()}
    return next(iter(found)) if len(found) == 1 else Aside.COURTESY if found and None not in found else None


def _aside(line: str) -> Aside | None:
    if len(line) > MAX_CHARS:
        return None
    words = line.strip("。、,.!・ ")
    if _NOTHING.fullmatch(words.casefold()):
        return Aside.NOTHING
    told = any(one.fullmatch(words) for one in (_SALUTATION, _CLOSING, _HEADER, _ADDRESS, _OF_OFFICES))
    return Aside.COURTESY if told or _is_opening(words) or _is_contact(line) or _is_signature(words) else None


def _is_opening(words: str) -> bool:
    """Whether a line greets, or says who writes, or both."""
    found = _OPENING.fullmatch(words)
    return (found is not None and _introduces(found[1] or "")) or _introduces(words or "-")


def _introduces(words: str) -> bool:
    found = _INTRODUCTION.fullmatch(words)
    return not words or (found is not None and _is_person(found[1]))


def _is_contact(line: str) -> bool:
    """Whether a telephone number, an address of a mail or a link is all that is in a line, but for labels."""
    if not any(char.isdigit() or char in "@:." for char in line):
        return False
    spans = [span for kind, *span in spans_in(line) if kind in _CONTACTS]
    spans += [[*found.span()] for found in _LINK.finditer(line)]
    rest = "".join(char for at, char in enumerate(line) if not any(start <= at < end for start, end in spans))
    return bool(spans) and _is_name_or_less(_LABELS.sub(" ", rest))


def _is_name_or_less(rest: str) -> bool:
    words = rest.strip(" ()[]<>:;/|,.、・-")
    return _BETWEEN.fullmatch(words) is not None or _is_signature(words) or _OF_OFFICES.fullmatch(words) is not None


def _is_signature(words: str) -> bool:
    """Whether a line is a person's name, perhaps with office and post before it or a post or 様 behind."""
    found = _SIGNED.fullmatch(words)
    return found is not None and (_is_person(found[1]) or _is_person(words))


def _is_person(name: str) -> bool:
    name = re.sub(rf"\s*(?:{_POST}|さん|様|さま|殿|氏)+$", "", name.strip("()・ "))
    family, _space, given = (part.strip() for part in name.partition(" "))
    if given:
        return is_surname(family) and re.fullmatch(_GIVEN, given) is not None
    if is_surname(name):
        return len(name) > 1
    halves = ((name[:at], name[at:]) for at in (2, 3))
    return any(
        is_surname(family) and 2 <= len(given) <= 3 and re.fullmatch(_HAN + "+", given) and given[-1] in _GIVEN_ENDS
        for family, given in halves
    )
