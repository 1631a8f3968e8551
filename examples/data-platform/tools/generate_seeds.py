"""Writes the seeds of the demo company, 港商店 (Minato Shoten).

Everything is invented: people, addresses, products and figures. The same
script always writes the same bytes, so a changed seed is a changed script:

    python3 tools/generate_seeds.py
"""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "transform" / "seeds"

FIRST_DAY = date(2025, 12, 1)
LAST_DAY = date(2026, 11, 15)
CUSTOMERS = 200
ORDERS = 1_000


class Random:
    """A linear congruential generator (Knuth's MMIX constants).

    Python's own ``random`` may draw differently in another version; these
    numbers never change.
    """

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        """An integer from 0 up to, not including, ``limit``."""
        self.state = (
            self.state * 6364136223846793005 + 1442695040888963407
        ) % 2**64
        return (self.state >> 33) % limit

    def one_of(self, values):
        return values[self.below(len(values))]

    def weighted(self, pairs):
        """One of ``(value, weight)``, by whole-number weights."""
        ticket = self.below(sum(weight for _, weight in pairs))
        for value, weight in pairs:
            ticket -= weight
            if ticket < 0:
                return value
        raise AssertionError("weights must be positive")

    def day(self, first, last):
        return first + timedelta(days=self.below((last - first).days + 1))


STORES = [
    # name, English name, prefecture, format, floor area, opened on
    ("汐見本店", "Shiomi Main Store", "神奈川県", "flagship", 820, "1998-04-11"),
    ("青葉通り店", "Aoba Street", "宮城県", "urban", 310, "2006-09-22"),
    ("桜橋店", "Sakurabashi", "東京都", "urban", 280, "2009-03-14"),
    ("月島台店", "Tsukishimadai", "東京都", "urban", 260, "2013-10-05"),
    ("北野坂店", "Kitanozaka", "兵庫県", "urban", 340, "2011-06-18"),
    ("松風モール店", "Matsukaze Mall", "愛知県", "suburban", 540, "2015-11-27"),
    ("若葉台店", "Wakabadai", "埼玉県", "suburban", 610, "2017-04-01"),
    ("港北丘店", "Kohokuoka", "神奈川県", "suburban", 580, "2018-07-20"),
    ("天神町店", "Tenjinmachi", "福岡県", "urban", 300, "2020-02-08"),
    ("オンラインストア", "Online Store", "神奈川県", "online", 0, "2016-05-09"),
]

CATEGORIES = {
    "tableware": [
        ("青磁の飯碗", "Celadon rice bowl", 1800),
        ("藍染付の小皿", "Indigo small plate", 900),
        ("白磁の平皿", "White porcelain plate", 1600),
        ("木の汁椀", "Wooden soup bowl", 2200),
        ("箸 桜", "Cherry wood chopsticks", 1200),
        ("箸置き 波", "Wave chopstick rest", 450),
        ("片口", "Spouted bowl", 2600),
        ("そば猪口", "Soba cup", 1400),
        ("耐熱ガラスの鉢", "Heatproof glass bowl", 1900),
        ("漆の重箱", "Lacquered stacking box", 8800),
    ],
    "kitchen": [
        ("鉄のフライパン", "Iron frying pan", 5400),
        ("土鍋 八寸", "Clay pot, 24 cm", 6800),
        ("おろし金", "Grater", 1700),
        ("竹のざる", "Bamboo colander", 1500),
        ("ステンレスボウル", "Stainless bowl", 1300),
        ("計量スプーン", "Measuring spoons", 800),
        ("まな板 檜", "Cypress cutting board", 4200),
        ("三徳包丁", "Santoku knife", 9800),
        ("保存容器 三点", "Storage set of three", 2400),
        ("落としぶた", "Drop lid", 1100),
    ],
    "tea": [
        ("煎茶 百グラム", "Sencha, 100 g", 1300),
        ("ほうじ茶 百五十グラム", "Hojicha, 150 g", 980),
        ("玄米茶 二百グラム", "Genmaicha, 200 g", 860),
        ("抹茶 三十グラム", "Matcha, 30 g", 1900),
        ("急須 常滑", "Kyusu teapot", 4600),
        ("湯呑み 二客", "Teacups, pair", 2800),
        ("茶筒", "Tea caddy", 2300),
        ("茶筅", "Bamboo whisk", 2100),
        ("水出し茶ボトル", "Cold brew bottle", 1800),
        ("和紅茶 八十グラム", "Japanese black tea, 80 g", 1400),
    ],
    "textile": [
        ("手ぬぐい 青海波", "Tenugui, waves", 1200),
        ("手ぬぐい 麻の葉", "Tenugui, hemp leaf", 1200),
        ("蚊帳ふきん 五枚", "Kitchen cloths, five", 1600),
        ("麻のランチョンマット", "Linen place mat", 1500),
        ("藍染ののれん", "Indigo noren", 7200),
        ("今治風バスタオル", "Bath towel", 3200),
        ("フェイスタオル", "Face towel", 1400),
        ("風呂敷 大判", "Furoshiki, large", 2900),
        ("座布団カバー", "Cushion cover", 2500),
        ("綿のエプロン", "Cotton apron", 4300),
    ],
    "food": [
        ("味噌 五百グラム", "Miso, 500 g", 780),
        ("だしパック 二十袋", "Dashi packs, 20", 1480),
        ("昆布つゆ", "Kombu soup base", 920),
        ("柚子胡椒", "Yuzu pepper paste", 680),
        ("梅干し 三百グラム", "Pickled plums, 300 g", 1350),
        ("焼き海苔 十枚", "Roasted nori, 10", 760),
        ("最中 六個", "Monaka, six", 1180),
        ("羊羹 一本", "Yokan bar", 1050),
        ("あられ詰め合わせ", "Rice crackers assortment", 890),
        ("はちみつ 二百グラム", "Honey, 200 g", 1950),
    ],
    "stationery": [
        ("和紙の便箋", "Washi letter paper", 650),
        ("封筒 十枚", "Envelopes, 10", 420),
        ("一筆箋", "Short note pad", 480),
        ("筆ペン", "Brush pen", 560),
        ("御朱印帳", "Accordion notebook", 1800),
        ("紙風船", "Paper balloon", 380),
        ("ぽち袋 五枚", "Gift envelopes, five", 350),
        ("千代紙 三十枚", "Chiyogami, 30", 720),
        ("布張りノート", "Cloth-bound notebook", 1300),
        ("木のペン立て", "Wooden pen stand", 2100),
    ],
}

CAMPAIGNS = [
    # name, English name, channel, started on, ended on, budget
    ("歳末感謝セール", "Year-end thanks", "flyer", "2025-12-10", "2025-12-31", 90000),
    ("新春福袋", "New Year lucky bags", "email", "2026-01-02", "2026-01-15", 60000),
    ("春の新生活", "Spring new start", "social", "2026-03-10", "2026-04-10", 120000),
    ("母の日ギフト", "Mother's Day gifts", "email", "2026-04-20", "2026-05-10", 50000),
    ("夏の涼み市", "Summer cool market", "flyer", "2026-07-01", "2026-07-31", 80000),
    ("お盆の帰省みやげ", "Obon gifts", "search", "2026-08-01", "2026-08-16", 60000),
    ("秋の器まつり", "Autumn tableware fair", "social", "2026-09-15", "2026-10-15", 130000),
    ("年末ギフト早割", "Early year-end gifts", "email", "2026-11-01", "2026-11-30", 70000),
]

SURNAMES = [
    ("青木", "アオキ", "aoki"), ("石田", "イシダ", "ishida"),
    ("上野", "ウエノ", "ueno"), ("遠藤", "エンドウ", "endo"),
    ("岡本", "オカモト", "okamoto"), ("加藤", "カトウ", "kato"),
    ("木村", "キムラ", "kimura"), ("小林", "コバヤシ", "kobayashi"),
    ("斎藤", "サイトウ", "saito"), ("清水", "シミズ", "shimizu"),
    ("高橋", "タカハシ", "takahashi"), ("千葉", "チバ", "chiba"),
    ("中村", "ナカムラ", "nakamura"), ("西川", "ニシカワ", "nishikawa"),
    ("橋本", "ハシモト", "hashimoto"), ("藤井", "フジイ", "fujii"),
    ("松田", "マツダ", "matsuda"), ("宮崎", "ミヤザキ", "miyazaki"),
    ("森", "モリ", "mori"), ("渡辺", "ワタナベ", "watanabe"),
]

GIVEN_NAMES = [
    ("陽菜", "ヒナ", "hina"), ("蓮", "レン", "ren"), ("美咲", "ミサキ", "misaki"),
    ("大輔", "ダイスケ", "daisuke"), ("葵", "アオイ", "aoi"),
    ("翔太", "ショウタ", "shota"), ("結衣", "ユイ", "yui"),
    ("健", "ケン", "ken"), ("直子", "ナオコ", "naoko"), ("誠", "マコト", "makoto"),
    ("由美", "ユミ", "yumi"), ("悠斗", "ユウト", "yuto"), ("恵", "メグミ", "megumi"),
    ("修", "オサム", "osamu"), ("彩", "アヤ", "aya"), ("剛", "ツヨシ", "tsuyoshi"),
]

# The towns do not exist.
TOWNS = [
    ("神奈川県", "みなと市汐入町"), ("神奈川県", "みなと市波止場通"),
    ("東京都", "月見区桜橋"), ("東京都", "朝日区若草町"),
    ("宮城県", "青葉野市欅通"), ("埼玉県", "若葉市緑台"),
    ("愛知県", "松風市東町"), ("兵庫県", "北野市坂上"), ("福岡県", "天神町市春日"),
]

PAYMENT_METHODS = [("credit_card", 42), ("qr", 24), ("e_money", 18), ("cash", 16)]


def write(name, header, rows):
    """Writes one seed as UTF-8 with Unix line ends."""
    with open(SEEDS / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def stores():
    return [
        (f"S{number:02}", *store) for number, store in enumerate(STORES, start=1)
    ]


def products(random):
    rows = []
    for category, items in CATEGORIES.items():
        for name, name_en, price in items:
            cost = price * (45 + random.below(20)) // 100
            launched = random.day(date(2019, 4, 1), date(2026, 6, 30))
            discontinued = random.below(15) == 0
            rows.append((
                f"P{len(rows) + 1:03}", name, name_en, category, price, cost,
                launched, str(discontinued).lower(),
            ))
    return rows


def campaigns():
    return [
        (f"M{number:02}", *campaign)
        for number, campaign in enumerate(CAMPAIGNS, start=1)
    ]


def customers(random):
    rows = []
    for number in range(1, CUSTOMERS + 1):
        surname, surname_kana, surname_latin = random.one_of(SURNAMES)
        given, given_kana, given_latin = random.one_of(GIVEN_NAMES)
        prefecture, town = random.one_of(TOWNS)
        block = f"{1 + random.below(9)}-{1 + random.below(20)}-{1 + random.below(15)}"
        rows.append((
            f"C{number:04}",
            f"{surname} {given}",
            f"{surname_kana} {given_kana}",
            f"{given_latin}.{surname_latin}{number}@example.com",
            f"{prefecture}{town}{block}",
            random.day(date(1945, 1, 1), date(2006, 12, 31)),
            prefecture,
            random.weighted([("regular", 60), ("silver", 28), ("gold", 12)]),
            random.day(date(2020, 4, 1), date(2026, 10, 31)),
            str(random.below(100) < 63).lower(),
        ))
    return rows


def campaign_of(random, day, known_customer):
    """A running campaign, for about half of the orders of known customers."""
    if not known_customer or random.below(2) == 0:
        return ""
    for number, (_, _, _, started, ended, _) in enumerate(CAMPAIGNS, start=1):
        if started <= day.isoformat() <= ended:
            return f"M{number:02}"
    return ""


def orders(random, customer_rows):
    moments = sorted(
        datetime.combine(random.day(FIRST_DAY, LAST_DAY), datetime.min.time())
        + timedelta(hours=10 + random.below(11), seconds=random.below(3600))
        for _ in range(ORDERS)
    )
    store_weights = [(f"S{n:02}", w) for n, w in enumerate(
        [18, 8, 12, 9, 8, 7, 6, 8, 7, 17], start=1
    )]
    rows = []
    for number, moment in enumerate(moments, start=1):
        # A person cannot buy as a member before registering.
        members = [row for row in customer_rows if row[8] <= moment.date()]
        walk_in = random.below(100) < 12
        customer = "" if walk_in else random.one_of(members)[0]
        payment = random.weighted(PAYMENT_METHODS)
        last4 = f"{random.below(10_000):04}" if payment == "credit_card" else ""
        rows.append((
            f"O{number:05}", customer, random.weighted(store_weights),
            campaign_of(random, moment.date(), customer),
            moment.isoformat(sep=" "),
            random.weighted([("completed", 92), ("returned", 4), ("cancelled", 4)]),
            payment, last4,
        ))
    return rows


def order_items(random, order_rows, product_rows):
    rows = []
    for order in order_rows:
        ordered_on = date.fromisoformat(order[4][:10])
        sold = [row for row in product_rows if row[6] <= ordered_on]
        lines = random.weighted([(1, 24), (2, 30), (3, 24), (4, 14), (5, 8)])
        chosen = []
        while len(chosen) < lines:
            product = random.one_of(sold)
            if product not in chosen:
                chosen.append(product)
        for product in chosen:
            quantity = random.weighted([(1, 62), (2, 25), (3, 9), (4, 4)])
            percent = 10 if order[3] else random.weighted([(0, 88), (5, 12)])
            discount = product[4] * quantity * percent // 100
            rows.append((
                f"I{len(rows) + 1:05}", order[0], product[0], quantity,
                product[4], discount,
            ))
    return rows


def main():
    random = Random(20261115)
    product_rows = products(random)
    customer_rows = customers(random)
    order_rows = orders(random, customer_rows)
    write(
        "raw_stores",
        ("store_id", "store_name", "store_name_en", "prefecture",
         "store_format", "floor_area_m2", "opened_on"),
        stores(),
    )
    write(
        "raw_products",
        ("product_id", "product_name", "product_name_en", "category",
         "list_price", "cost_price", "launched_on", "is_discontinued"),
        product_rows,
    )
    write(
        "raw_campaigns",
        ("campaign_id", "campaign_name", "campaign_name_en", "channel",
         "started_on", "ended_on", "budget_amount"),
        campaigns(),
    )
    write(
        "raw_customers",
        ("customer_id", "customer_name", "customer_name_kana", "email",
         "postal_address", "birth_date", "prefecture", "member_rank",
         "registered_on", "accepts_email"),
        customer_rows,
    )
    write(
        "raw_orders",
        ("order_id", "customer_id", "store_id", "campaign_id", "ordered_at",
         "order_status", "payment_method", "card_last4"),
        order_rows,
    )
    write(
        "raw_order_items",
        ("order_item_id", "order_id", "product_id", "quantity", "unit_price",
         "discount_amount"),
        order_items(random, order_rows, product_rows),
    )


if __name__ == "__main__":
    main()
