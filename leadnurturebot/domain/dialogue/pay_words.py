"""Ways to pay by the names customers use, to say plainly which of them are not there."""

from functools import cache

from leadnurturebot.domain.dialogue.reply import Term, Value
from leadnurturebot.domain.dialogue.words.every import WORDS, has_word, plain

_NAMES: tuple[tuple[str, str, str], ...] = (
    # a brand as it is said (none: the method's own term), the method that brings it, what customers write
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
    ("", "installments", ""),
    # "Cod" is a code in Portuguese.
    ("", "cash_on_delivery", r"cash on delivery|cod(?! (?:d[aeo]|promo\w*)\b)"),
    ("", "bank_transfer", r"bank transfer|wire transfer"),
    ("Bitcoin", "crypto", r"bitcoin|crypto\w*|btc"),
)


def named_but_missing(text: str, connected: tuple[str, ...]) -> tuple[Value, ...]:
    """The ways to pay named in the text that are not connected."""
    said = plain(text)
    return tuple(
        brand or Term("payment_method", method)
        for brand, method, words in _NAMES
        if method not in connected and has_word(_words(method, words), said)
    )


def named_and_there(text: str, connected: tuple[str, ...]) -> tuple[str, ...]:
    """The connected ways to pay that a brand or a name of theirs in the text means."""
    said = plain(text)
    return tuple(method for _, method, words in _NAMES if method in connected and has_word(_words(method, words), said))


@cache
def _words(method: str, words: str) -> str:
    own = (language.pay_names.get(method, "") for language in WORDS.values())
    return "|".join(filter(None, (words, *own)))
