"""Currencies as data: symbols, codes, names and what a bare "dollar" may be."""

from __future__ import annotations

CURRENCY_CODES = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTC BTN BWP BYN BZD CAD CDF
    CHF CLP CNH CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ESP ETB ETH EUR FJD FKP FRF GBP GEL GHS GIP GMD GNF
    GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR
    LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP
    PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP
    TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL
    """.split()
)

SYMBOLS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "￥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY",
    "₪": "ILS", "₫": "VND", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₿": "BTC", "₡": "CRC", "₾": "GEL",
    "₸": "KZT", "₵": "GHS", "₲": "PYG", "₮": "MNT", "₭": "LAK", "៛": "KHR", "৳": "BDT", "￡": "GBP", "＄": "USD",
}  # fmt: skip

# Letters before "$" ("HK$", "US $"); after "$" only "US" and the like ("$US160m", "$500 US").
DOLLAR_PREFIXES = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD",
    "cdn": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "sg": "SGD", "nt": "TWD", "tw": "TWD", "r": "BRL",
    "mx": "MXN", "mex": "MXN", "mxn": "MXN", "j": "JMD", "ja": "JMD", "tt": "TTD", "bz": "BZD", "fj": "FJD",
    "z": "ZWL", "ec": "XCD", "b": "BND", "g": "GYD", "cad": "CAD", "aud": "AUD", "usd": "USD", "nzd": "NZD",
    "hkd": "HKD", "sgd": "SGD",
}  # fmt: skip
POUND_PREFIXES = {"e": "EGP", "uk": "GBP", "le": "EGP", "ir": "IEP"}

# Words before an amount besides the ISO codes ("Rs 200 crore", "RM79").
PREFIX_WORDS = {
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "cad": "CAD", "aud": "AUD", "jpy": "JPY", "rs": "INR", "rs.": "INR",
    "re": "INR", "inr": "INR", "rm": "MYR", "rp": "IDR", "idr": "IDR", "kr": "SEK",
    "ps": "GBP", "stg": "GBP", "tk": "BDT", "ksh": "KES", "kes": "KES", "ush": "UGX", "tsh": "TZS", "sh": "KES",
    "php": "PHP", "rmb": "CNY", "dh": "AED", "dhs": "AED", "aed": "AED", "sr": "SAR", "qr": "QAR", "gh": "GHS",
    "chf": "CHF", "sfr": "CHF", "fcfa": "XOF", "n": "NGN", "cfa": "XOF", "lm": "MTL", "sen": "sen",
}  # fmt: skip
# Of those, the ones that are too short to be trusted with a space between.
CLOSE_PREFIXES = frozenset({"re", "ps", "n", "sh", "gh", "sr", "qr", "r"})

# Names of currencies after an amount, singular; the plural in -s is understood.
NAMES = {
    "dollar": "USD", "buck": "USD", "greenback": "USD", "pound": "GBP", "quid": "GBP",
    "sterling": "GBP",
    "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
    "kuai": "CNY", "rupee": "INR", "rouble": "RUB", "ruble": "RUB", "won": "KRW", "lira": "TRY", "liras": "TRY",
    "lire": "ITL",
    "shekel": "ILS", "franc": "CHF", "krona": "SEK", "kronor": "SEK", "krone": "DKK", "crown": "SEK",
    "kroner": "DKK", "kronas": "SEK",
    "zloty": "PLN", "zlotych": "PLN", "forint": "HUF", "koruna": "CZK", "leu": "RON",
    "lei": "RON", "lev": "BGN", "leva": "BGN", "hryvnia": "UAH", "tenge": "KZT", "peso": "MXN",
    "real": "BRL", "reais": "BRL", "reals": "BRL", "rand": "ZAR", "naira": "NGN", "cedi": "GHS", "shilling": "shilling",
    "birr": "ETB", "dirham": "AED", "riyal": "SAR", "rial": "IRR", "dinar": "KWD", "baht": "THB", "ringgit": "MYR",
    "rupiah": "IDR", "dong": "VND", "taka": "BDT", "kyat": "MMK", "tugrik": "MNT", "peseta": "ESP",
    "geneh": "EGP",
    "deutschmark": "DEM", "deutschemark": "DEM", "bitcoin": "BTC", "ether": "ETH", "kwacha": "ZMW", "metical": "MZN",
    "sol": "PEN", "soles": "PEN", "bolivar": "VES", "guarani": "PYG", "quetzal": "GTQ",
    "lempira": "HNL", "cordoba": "NIO", "boliviano": "BOB", "manat": "AZN", "lari": "GEL", "dram": "AMD",
    "som": "KGS", "afghani": "AFN",
    "escudo": "CVE", "markka": "FIM", "drachma": "GRD", "guilder": "ANG", "gulden": "NLG", "mark": "DEM",
    "kwanza": "AOA", "dalasi": "GMD", "rufiyaa": "MVR",
}  # fmt: skip
# Names that are more often something else; they need a nationality before them ("German marks", "Peruvian soles").
NEEDS_NATION = frozenset(
    {
        "mark",
        "marks",
        "crown",
        "crowns",
        "sol",
        "real",
        "reals",
        "won",
        "dram",
        "drams",
        "som",
        "lei",
        "lev",
        "ether",
        "sterling",
    }
)

# Subunits at a hundredth.
SUBUNITS = {
    "cent": "USD", "cents": "USD", "¢": "USD", "penny": "GBP", "pence": "GBP", "pennies": "GBP", "sen": "MYR",
    "sens": "MYR", "p": "GBP", "c": "USD", "paise": "INR", "paisa": "INR", "kopecks": "RUB", "kopeks": "RUB",
    "kopeck": "RUB", "centavos": "MXN",
    "centimes": "CHF", "fils": "AED", "pesewas": "GHS", "groszy": "PLN", "öre": "SEK", "kopiykas": "UAH",
    "kopiyka": "UAH", "mao": "CNY",
}  # fmt: skip

# Nationality or country before a name ("Australian dollars"): the codes it may give; the name decides.
NATIONS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "hong kong": "HKD",
    "new zealand": "NZD", "kiwi": "NZD", "singapore": "SGD", "singaporean": "SGD", "taiwan": "TWD", "taiwanese": "TWD",
    "jamaican": "JMD", "zimbabwean": "ZWL", "zimbabwe": "ZWL", "fijian": "FJD", "namibian": "NAD", "british": "GBP",
    "uk": "GBP",
    "u.k.": "GBP", "irish": "IEP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG",
    "swiss": "CHF", "french": "FRF",
    "belgian": "BEF", "cfa": "XOF", "congolese": "CDF", "rwandan": "RWF", "burundian": "BIF", "mexican": "MXN",
    "argentine": "ARS", "argentinian": "ARS", "chilean": "CLP", "colombian": "COP", "philippine": "PHP",
    "filipino": "PHP",
    "uruguayan": "UYU", "dominican": "DOP", "cuban": "CUP", "indian": "INR", "pakistani": "PKR", "pakistan": "PKR",
    "sri lankan": "LKR",
    "nepalese": "NPR", "nepali": "NPR", "mauritian": "MUR", "seychelles": "SCR", "indonesian": "IDR",
    "kuwaiti": "KWD", "iraqi": "IQD",
    "jordanian": "JOD", "bahraini": "BHD", "algerian": "DZD", "serbian": "RSD", "tunisian": "TND", "libyan": "LYD",
    "saudi": "SAR", "qatari": "QAR", "yemeni": "YER", "iranian": "IRR", "omani": "OMR", "danish": "DKK",
    "norwegian": "NOK",
    "swedish": "SEK", "icelandic": "ISK", "turkish": "TRY", "italian": "ITL", "kenyan": "KES", "ugandan": "UGX",
    "tanzanian": "TZS",
    "somali": "SOS", "malaysian": "MYR", "malaysia": "MYR", "chinese": "CNY", "japanese": "JPY",
    "south african": "ZAR", "uae": "AED",
    "emirati": "AED", "moroccan": "MAD", "south korean": "KRW", "korean": "KRW", "north korean": "KPW",
    "german": "DEM", "deutsche": "DEM",
    "brazilian": "BRL", "peruvian": "PEN", "russian": "RUB", "ukrainian": "UAH", "israeli": "ILS", "polish": "PLN",
    "hungarian": "HUF", "czech": "CZK", "romanian": "RON", "bulgarian": "BGN", "thai": "THB", "vietnamese": "VND",
    "nigerian": "NGN",
    "ghanaian": "GHS", "ethiopian": "ETB", "bangladeshi": "BDT", "kazakh": "KZT", "spanish": "ESP", "venezuelan": "VES",
    "croatian": "HRK", "finnish": "FIM", "greek": "GRD", "dutch": "NLG", "albanian": "ALL", "zambian": "ZMW",
    "sterling": "GBP",
}  # fmt: skip

# What else a bare name or sign may be, most traded first.
DOUBTS = {
    "$": ("CAD", "AUD", "NZD", "HKD", "SGD", "MXN"),
    "dollar": ("CAD", "AUD", "NZD", "HKD", "SGD"),
    "cent": ("EUR", "CAD", "AUD", "NZD", "ZAR"),
    "¢": ("CAD", "AUD"),
    "pound": ("EGP", "LBP", "SYP", "SDG"),
    "¥": ("CNY",),
    "￥": ("CNY",),
    "franc": ("XOF", "XAF", "CDF", "RWF", "BIF", "FRF"),
    "peso": ("ARS", "CLP", "COP", "PHP", "UYU", "DOP", "CUP"),
    "rupee": ("PKR", "LKR", "NPR", "MUR", "SCR"),
    "rs": ("PKR", "LKR", "NPR", "MUR"),
    "krone": ("NOK",),
    "kroner": ("NOK",),
    "krona": ("ISK",),
    "kr": ("NOK", "DKK", "ISK"),
    "dinar": ("IQD", "JOD", "BHD", "DZD", "RSD", "TND", "LYD"),
    "riyal": ("QAR", "YER"),
    "rial": ("OMR", "YER"),
    "shilling": ("KES", "UGX", "TZS", "SOS"),
    "dirham": ("MAD",),
    "won": ("KPW",),
    "yuan": (),
}
