"""Ways to pay by the names customers use, to say plainly which of them are not there."""

from functools import cache

from leadnurturebot.domain.dialogue.words.every import WORDS, has_word, plain

_NAMES: tuple[tuple[str, str, str], ...] = (
    # as it is said, the method that brings it, what customers write
    ("PayPal", "paypal", r"pay ?pal"),
    ("Klarna", "klarna", r"klarna"),
    ("Afterpay", "afterpay", r"after ?pay|clear ?pay"),
    ("Apple Pay", "wallet", r"apple ?pay"),
    ("Google Pay", "wallet", r"google ?pay|g ?pay"),
    ("Venmo", "venmo", r"venmo"),
    ("Zelle", "zelle", r"zelle"),
    ("Cash App", "cash_app", r"cash ?app"),
    ("Bizum", "bizum", r"bizum"),
    ("Pix", "pix", r"pix"),
    ("Boleto", "boleto", r"boletos?"),
    ("UPI", "upi", r"upi|paytm|phone ?pe"),
    ("QRIS", "qris", r"qris"),
    ("Paying in parts", "installments", ""),
    ("Bitcoin", "crypto", r"bitcoin|crypto\w*|btc"),
)


def named_but_missing(text: str, connected: tuple[str, ...]) -> tuple[str, ...]:
    """The ways to pay named in the text that are not connected."""
    said = plain(text)
    return tuple(
        name for name, method, brand in _NAMES if method not in connected and has_word(_words(method, brand), said)
    )


@cache
def _words(method: str, brand: str) -> str:
    own = (words.pay_names.get(method, "") for words in WORDS.values())
    return "|".join(filter(None, (brand, *own)))
