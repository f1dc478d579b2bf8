"""Hindi as customers write it: in Devanagari, with or without the dots of ज़ and फ़, and in Latin letters by ear."""

from collections.abc import Mapping

from leadnurturebot.domain.dialogue.words import hi_devanagari, hi_latin
from leadnurturebot.domain.dialogue.words.shape import LanguageWords

# After these "do" says "please do it" ("hata do"), not two.
_NOT_A_VERB = "".join(
    rf"(?<!{stem} )"
    for stem in (
        "kar", "kr", "hata", "hta", "de", "dikha", "dikhla", "bata", "bta", "bhej", "bhj", "daal", "dal", "rakh", "nikal",
        "nikaal", "badal", "laga", "mila", "le", "la", "bana", "jod", "chhod", "chod", "rehne", "jaane", "likh", "samjha",
        "कर", "हटा", "दे", "दिखा", "बता", "भेज", "डाल", "रख", "निकाल", "बदल", "लगा", "छोड़", "रहने", "जाने",
    )
)  # fmt: skip
# "Ek aur sawaal" is no count of the cart.
_NO_GOODS = (
    r"(?! (?:cheez|chiz|baat|sawaa?l|question|photo|pic|colou?r|rang|size|option|design|din|चीज|बात|सवाल|फ|कलर|रंग|साइ))"
)
_PIECES = r"(?:(?:piece|pieces|pcs|pc|pis|nag|set|पीस|नग|सेट) )?"


def _both(latin: Mapping[str, str], devanagari: Mapping[str, str]) -> dict[str, str]:
    """The patterns of both scripts as one."""
    cues = dict.fromkeys([*latin, *devanagari])
    return {cue: "|".join(script[cue] for script in (latin, devanagari) if cue in script) for cue in cues}


WORDS = LanguageWords(
    cues=_both(hi_latin.CUES, hi_devanagari.CUES),
    own_cues=_both(hi_latin.OWN_CUES, hi_devanagari.OWN_CUES),
    numbers={
        "ek": 1,
        "do": 2,
        "teen": 3,
        "tin": 3,
        "char": 4,
        "chaar": 4,
        "paanch": 5,
        "panch": 5,
        "chhe": 6,
        "chah": 6,
        "chhah": 6,
        "saat": 7,
        "aath": 8,
        "nau": 9,
        "das": 10,
        "dus": 10,
        "dono": 2,
        "darjan": 12,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "एक": 1,
        "दो": 2,
        "तीन": 3,
        "चार": 4,
        "पाँच": 5,
        "पांच": 5,
        "छह": 6,
        "छः": 6,
        "छे": 6,
        "सात": 7,
        "आठ": 8,
        "नौ": 9,
        "दस": 10,
        "दोनों": 2,
    },
    counts=(
        ("more", rf"{_NOT_A_VERB}\b{{n}} (?:aur|और|extra|zyada|jyada)\b{_NO_GOODS}"),
        (
            "more",
            r"\b(?:aur|और) {n}\b(?=$| (?:piece|pcs|pc|daa?l|dal|add|chahiye|chaiye|de|rakh|kar|kr|bhej|le|lu|पीस|डाल|चाहिए|दे|रख|कर|भेज|ले))",
        ),
        (
            "less",
            rf"{_NOT_A_VERB}\b{{n}} {_PIECES}(?:kam\b|hata|hta|nikaa?l|cancel|remove|minus|delete|कम|हटा|निकाल|कैंसल|कैंसिल)",
        ),
        (
            "set",
            rf"{_NOT_A_VERB}\b{{n}} {_PIECES}(?:hi |bas |ही |बस )?(?:kar|kr|karna|krna|rakh|chahiye|chaiye|chahie|lena|leni"
            r"|lung[ai]|le ?lo|le ?li|de ?do|dijiye|bhej|kaafi|bahut|theek|thik|कर|रख|चाहिए|लेना|लेनी|लूँग|लूंग|ले|दीजिए|दे दो|भेज|काफ)",
        ),
        ("set", r"\b(?:sirf|bas|kewal|keval|total|kul|quantity|qty|सिर्फ|सिर्फ़|बस|केवल|कुल) {n}\b"),
        ("set", rf"{_NOT_A_VERB}\b{{n}} (?:hi\b|ही|piece\b|pieces\b|pcs\b|pc\b|pis\b|nag\b|पीस|नग)"),
    ),
    before_color="piece |pcs |wala |wali |पीस ",
    weekdays=(
        r"som[vwb]aa?r|सोमवार",
        r"mangal[vw]aa?r|mangal|मंगलवार|मंगल",
        r"budh[vw]aa?r|budh|बुधवार|बुध",
        r"guru[vw]aa?r|brihaspati[vw]aa?r|veer[vw]aa?r|गुरुवार|गुरूवार|बृहस्पतिवार|वीरवार",
        r"shukra?[vw]aa?r|jumm[ae]|शुक्रवार|जुम्मे?",
        r"shani[vw]aa?r|shanichar|शनिवार",
        r"ravi[vw]aa?r|it[vw]aa?r|रविवार|इतवार|संडे",
    ),
    near_days={0: "aaj|आज", 1: "kal|कल", 2: "parson?|परसों"},
    now=r"abhi|abi|filhaa?l|is (?:waqt|samay|time)|अभी|फिलहाल|इस (?:वक्त|वक़्त|समय)",
    weekend=r"weekends?|वीकेंड|वीकएंड",
    number_marks=r"number|nambar|no\.?|option|नंबर|नं\.?|विकल्प",
    pay_names={
        "cash_on_delivery": r"(?:ghar|delivery) (?:pe|par) (?:cash|paise|paisa|payment)|सीओडी|कैश ऑन डिलीवरी"
        r"|(?:घर|डिलीवरी) पर (?:कैश|पैसे|पेमेंट|भुगतान)",
        "bank_transfer": r"neft|imps|net ?banking|account (?:me|mein) (?:paise|transfer)|बैंक ट्रांसफर|बैंक ट्रांसफ़र|नेट बैंकिंग",
        "installments": r"emi|kist|kisht|kishto|kishton|kiston|किस्त|किस्तों|किश्त|किश्तों|ईएमआई",
        "upi": r"bhim|यूपीआई|पेटीएम|फोनपे|फ़ोनपे",
    },
    absent=frozenset({"nahi", "nahin", "nahi hai", "koi nahi", "bina", "नहीं", "नहीं है", "कोई नहीं", "बिना"}),
    sleeveless=frozenset({"sleeveless", "bina baju", "bina aasteen", "स्लीवलेस", "बिना बाजू", "बिना आस्तीन"}),
)
