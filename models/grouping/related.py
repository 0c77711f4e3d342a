"""Words of office life that are about the same matter, one matter a line.

Notes on a board are short: one says 判子, the next 決裁, and no letter is shared. Each line brings such words a little
closer; it is no list of categories and its lines have no names. A word may stand in several lines. Words are looked
for inside the text as it reads after NFKC, so 電子決裁 contains 決裁.
"""

_LINES = """
国会 議員 答弁 質問主意書 質問要旨 通告 問取り レク 想定問答 国会待機 政務 大臣
会議 打合せ 打ち合わせ 議事録 議事 席次 会議室 日程調整 出席 委員 検討会 審議会 座長 事前説明 傍聴
照会 作業依頼 依頼 調査 取りまとめ とりまとめ 回答 締切 〆切 催促 督促 該当なし 集計 各課 発注
決裁 起案 押印 ハンコ はんこ 判子 印鑑 合議 差戻し 差し戻し 承認 稟議 回付 持ち回り 公印 代決
資料 体裁 てにをは ポンチ絵 図表 パワポ スライド 一枚紙 レイアウト 文言 修正 直し 版 書式 推敲
引継 引き継 後任 前任 異動 マニュアル 手順 属人 ノウハウ 担当者 担当替え 着任 経験者
電話 TEL 取次 代表番号 内線 留守電 折り返し 問合せ 問い合わせ 受電 保留 口頭
メール CC 宛先 未読 受信 返信 添付 件名 送信 転送 チャット
PC パソコン 端末 起動 システム サーバ ネットワーク ログイン パスワード アップデート 回線 容量 アプリ 入力 マクロ 機能
旅費 出張 精算 経路 立替 領収書 宿泊 謝金 日当 交通費
消耗品 備品 物品 検収 請求書 調達 契約 見積 支払 庶務 入札 業者
残業 超勤 超過勤務 退庁 定時 休暇 フレックス 深夜 帰り 帰れ 育児 迎え 勤務時間 勤怠 休日 昼休み
テレワーク 在宅 出社 リモート オンライン 出勤
相談 雑談 雰囲気 声をかけ 言いにくい 言い出し 責め 叱 上司 部下 若手 信頼 孤立 遠慮 忙しそう 壁
欠員 人手 増員 人員 負担 偏 業務量 兼務 応援 分担 割り振り
紙 印刷 コピー 配布 ペーパーレス 製本 ホチキス 郵送 FAX ファクス 書類 電子化
文書 フォルダ ファイル 保存 管理簿 廃棄 階層 保管 棚 検索 探し 共有 書庫 最新版
エクセル Excel 表計算 方眼紙 転記 手入力 二重 データ 様式 数字
研修 勉強会 講師 教材 受講 習う 学ぶ 学べ 育成 教え
前例 慣例 目的 趣旨 意義 無駄 やめ 廃止 念のため 形式的 改善 見直し
窓口 来庁 待ち 申請 案内 住民 受付 苦情 クレーム 番号札 記入
事例 好事例 横展開 他課 他局 部局 縦割り 隣 連携
"""

RELATED_WORDS: tuple[tuple[str, ...], ...] = tuple(tuple(line.split()) for line in _LINES.strip().splitlines())


def related_words(text: str) -> dict[int, tuple[str, ...]]:
    """The lines that `text` (already NFKC) touches, each with the words it touches it by, in the line's order."""
    found = {number: tuple(word for word in words if word in text) for number, words in enumerate(RELATED_WORDS)}
    return {number: words for number, words in found.items() if words}
