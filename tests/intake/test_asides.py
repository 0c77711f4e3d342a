"""What comes in along with the voices: greetings, signatures, 「特になし」."""

import pytest

from models.intake.asides import Aside, aside_in

COURTESIES = """
各位
関係者各位
係員各位
総務課の皆様
みなさん
皆様へ
各課庶務担当者様
総務課長殿
田中課長
佐藤様
お疲れさまです
お疲れ様です。
お疲れさまです。総務課の田中です。
皆様、お疲れ様です。
いつもお世話になっております。
総務課の田中です。
よろしくお願いします
よろしくお願いいたします。
以上、よろしくお願いいたします。
お忙しいところ恐縮ですが、よろしくお願いします。
ご確認のほどよろしくお願い申し上げます。
ご協力をよろしくお願いします
以上
以上です。
敬具
取り急ぎご連絡まで
失礼いたします。
田中
田中太郎
山田　花子
総務課 田中
総務課総務係　係長　田中 太郎
総務部総務課
大臣官房総務課総務係
〒100-0013 東京都千代田区霞が関1-1-1
TEL 03-1234-5678
TEL:03-1234-5678(内線1234) / FAX:03-1234-5679
電話：０３－１２３４－５６７８
内線 1234
E-mail: tanaka@example.jp
Mail：soumu-tanaka@example.go.jp
tanaka@example.jp
https://example.jp/soumu/index.html
URL: https://example.jp/
田中 (内線 1234)
From: 田中太郎
件名：業務見直しの意見募集
お疲れさまです。\\n総務課の田中です。
田中太郎\\nTEL 03-1234-5678
"""

NOTHINGS = """
なし
特になし
特になし。
特に無し
ありません
特にありません。
今のところ特になし
該当なし
ない
N/A
"""

VOICES = """
TELの取次ぎが多い
電話03-1234-5678が古い
FAXで送るのをやめたい
メールが多すぎる
URLがいつも切れている
内線が足りない
https://example.jp/ の様式が古い
お疲れさまですの一言がない
お疲れ様ですと書く決まりが面倒
よろしくお願いしますで終わる照会ばかり
会議室の予約の見直しをよろしくお願いします
各位あての照会が多い
各位への周知に時間がかかる
皆さんの協力がない
様式が多い
仕様
システム仕様
以上の手順が多い
会議室
喫煙所
研修場所
支部会議室
森林管理
林業の統計
原価計算
千葉出張
山口出張が多い
関係課の照会
田中さんだけが手順を知っている
田中課長の決裁が遅い
佐藤の乱という伝説の照会
総務課との調整
総務課の人手が足りないです
なしくずしの残業
引継ぎの資料がない
予算なし
人手がありません
記録が残らない
〒の封入作業が多い
From欄の書き方がわからない
会議が長い\\n特になし
"""


def _lines(table: str) -> list[str]:
    return [line.replace("\\n", "\n") for line in table.strip().splitlines()]


@pytest.mark.parametrize("text", _lines(COURTESIES))
def test_it_is_a_courtesy_when_a_greeting_or_a_signature_comes_in(text: str) -> None:
    assert aside_in(text) is Aside.COURTESY


@pytest.mark.parametrize("text", _lines(NOTHINGS))
def test_it_says_nothing_when_an_answer_is_none(text: str) -> None:
    assert aside_in(text) is Aside.NOTHING


@pytest.mark.parametrize("text", _lines(VOICES))
def test_it_is_a_voice_when_a_matter_is_in_it(text: str) -> None:
    assert aside_in(text) is None


@pytest.mark.parametrize(
    "piece",
    ["田中", "課", "ご確認の程", "03-", "の", " ", "総務課", "いつも", "以上、", "(1", "お手数をおかけしますが"],
)
def test_it_is_told_at_once_when_a_line_is_as_bad_as_can_be(piece: str) -> None:
    for length in (20, 60, 119, 5_000):
        aside_in((piece * length)[:length] + "が")
