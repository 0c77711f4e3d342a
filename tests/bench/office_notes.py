"""Made-up notes of an office, each different, always the same ones: what the figures of grouping are taken with."""

from random import Random

_MATTERS = """
    決裁 稟議 合議: 起案から三週間かかる 途中で止まって見えない 順番を待つだけの日が続く 差戻しの理由が分からない
    判子 押印 公印: 出勤しないと進まない 一枚に五つ要る 押す場所をいつも聞かれる 廃止と言いながら残っている
    会議 打合せ 定例会: 結論が出ないまま延びる 人数が多すぎる 前日に資料を求められる 議事録を三人で直す
    国会答弁 想定問答 質問通告: 深夜まで待機する 書式が局で違う 直前の差替えで刷り直す 過去の例を探せない
    照会 調査もの 作業依頼: 締切が翌日の朝 誰に聞けばよいか分からない 同じことを何度も聞かれる 転記だけで半日つぶれる
    電話 問合せ 代表番号: 取次ぎで手が止まる 同じ質問が毎日来る 担当が分からず回される 昼休みに鳴りやまない
    引継ぎ 後任への説明 異動の準備: 一日しか取れない 書き置きが無い 前任者の頭の中にしか無い フォルダが人ごとに違う
    端末 パソコン 回線: 立ち上がるのに十分かかる 会議中に固まる 持ち出すと繋がらない 更新で午前がつぶれる
    旅費 出張 精算: 領収書の糊付けが面倒 入力欄が多すぎる 戻ってくるまで二か月 規則が読んでも分からない
    新人 研修 育成: 教える時間が無い 座学ばかりで身につかない 人によって言うことが違う 質問しづらい空気がある
    残業 休暇 勤務時間: 先に帰りづらい 締めの週に重なる 申請しても減らない 代わりの人がいない
    ファイル 共有フォルダ 紙の書類: 最新版がどれか分からない 探すだけで一時間 名前の付け方がばらばら
"""
_WHO = """
    係長が 若手が 窓口で 月末に 他課との間で 在宅の日に 委員会の前に 年度替わりに 朝いちばんに うちの班では
""".split()  # noqa: SIM905 # a list of words is not read down the page
_THEN = """
    。 。何とかしたい ので困る 。やめられないか し、誰も得をしない （去年から） 。一本化してほしい 、と皆が言う
    。手引があればよい ため後が詰まる …… 。見える化だけでも
""".split()  # noqa: SIM905


def office_notes(count: int, seed: int) -> list[str]:
    """`count` different texts (there are some 60,000); another seed has other notes in another order."""
    matters = [[side.split() for side in line.split(":")] for line in _MATTERS.strip().splitlines()]
    rng, texts = Random(seed), dict[str, None]()
    while len(texts) < count:
        (things, troubles), (others, _) = rng.choice(matters), rng.choice(matters)
        what = f"{rng.choice(others)}の{rng.choice(things)}は{rng.choice(troubles)}"
        texts[f"{rng.choice(_WHO)}{what}{rng.choice(_THEN)}"] = None
    return list(texts)
