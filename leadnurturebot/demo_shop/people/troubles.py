"""What went wrong with some of the past's orders, in the customers' own words, and how far the shop has got with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from leadnurturebot.demo_shop.people.shapes import Past, PastOrder
from leadnurturebot.domain.tickets import TicketKind

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A ticket of the past. Times count from its opening; None: not yet. `is_back`: the customer says it is not solved."""

    kind: TicketKind
    told: str
    """Which words of `WORDS`."""
    ago: timedelta
    answered_after: timedelta | None = None
    solved_after: timedelta | None = None
    waits: bool = False
    is_urgent: bool = False
    is_back: bool = False
    note: str = ""


TROUBLES = (
    Trouble(kind=TicketKind.DAMAGED, told="seam", ago=24 * DAY, answered_after=HOUR, solved_after=26 * HOUR),
    Trouble(kind=TicketKind.NOT_ARRIVED, told="late", ago=19 * DAY, answered_after=2 * HOUR, solved_after=50 * HOUR),
    Trouble(kind=TicketKind.WRONG_ITEM, told="wrong", ago=13 * DAY, answered_after=HOUR, solved_after=5 * HOUR),
    Trouble(kind=TicketKind.REFUND, told="refund", ago=9 * DAY, answered_after=3 * HOUR, solved_after=28 * HOUR),
    Trouble(
        kind=TicketKind.DAMAGED, told="zip", ago=4 * DAY, answered_after=2 * HOUR, solved_after=20 * HOUR, is_back=True,
        note="Sent a new slider by post; it may take a week.",
    ),
    Trouble(kind=TicketKind.NOT_ARRIVED, told="where", ago=30 * HOUR, answered_after=2 * HOUR, waits=True),
    Trouble(kind=TicketKind.MISSING, told="belt", ago=50 * HOUR),
    Trouble(kind=TicketKind.PAYMENT, told="twice", ago=2 * HOUR, is_urgent=True),
)  # fmt: skip

ANSWER = "I'm so sorry about this. I'm on it and write here as soon as I know more."
"""What David writes first."""
WORDS = {
    "seam": {
        "en": "the side seam came undone the first time I wore it", "es": "la costura del lado se abrió al primer uso",
        "pt": "a costura do lado abriu no primeiro uso", "hi": "pehli baar pehna aur side ki silai khul gayi",
        "id": "jahitan sampingnya lepas pas pertama dipakai",
    },
    "late": {
        "en": "my order still hasn't arrived", "es": "todavía no me ha llegado el pedido", "pt": "meu pedido ainda não chegou",
        "hi": "mera order abhi tak nahi aaya", "id": "pesananku belum sampai juga",
    },
    "wrong": {
        "en": "you sent me the wrong colour", "es": "me mandaron otro color", "pt": "veio a cor errada",
        "hi": "galat colour aaya hai", "id": "warnanya salah kirim kak",
    },
    "refund": {
        "en": "I sent it back and the refund hasn't come", "es": "lo devolví y no me ha llegado el reembolso",
        "pt": "devolvi e o reembolso não caiu", "hi": "wapas bhej diya, refund nahi aaya", "id": "sudah dikirim balik, uangnya belum masuk",
    },
    "zip": {
        "en": "the zip is stuck and now it's broken", "es": "la cremallera se atascó y se rompió", "pt": "o zíper emperrou e quebrou",
        "hi": "zip atak gayi thi, ab toot gayi", "id": "ritsletingnya macet terus rusak",
    },
    "where": {
        "en": "tracking says delivered but nothing is here", "es": "pone entregado y aquí no hay nada",
        "pt": "consta como entregue e aqui não chegou nada", "hi": "delivered dikha raha hai par mila nahi",
        "id": "statusnya terkirim tapi belum sampai",
    },
    "belt": {
        "en": "the belt is missing from my parcel", "es": "falta el cinturón en el paquete", "pt": "falta o cinto no pacote",
        "hi": "parcel mein belt kam hai", "id": "sabuknya ga ada di paket",
    },
    "twice": {
        "en": "you charged me twice for this order!!", "es": "¡¡me han cobrado dos veces!!", "pt": "me cobraram duas vezes!!",
        "hi": "paise do baar kat gaye!!", "id": "saldoku kepotong dua kali!!",
    },
}  # fmt: skip


def matched(past: Past, now: datetime) -> Iterator[tuple[Trouble, PastOrder]]:
    """Each trouble with an order that it can have befallen: the newest that was far enough by then, each order once."""
    taken: set[str] = set()
    for trouble in TROUBLES:
        fits = (order for order in reversed(past.orders) if order.number not in taken and _fits(order, trouble, now))
        if (order := next(fits, None)) is not None:
            taken.add(order.number)
            yield trouble, order


def _fits(order: PastOrder, trouble: Trouble, now: datetime) -> bool:
    opened = now - trouble.ago
    if trouble.kind is TicketKind.PAYMENT:
        return order.paid_at is not None and order.paid_at < opened
    if trouble.kind is TicketKind.NOT_ARRIVED and trouble.told == "late":
        return order.shipped_at is not None and order.shipped_at < opened - 5 * DAY
    return order.delivered_at is not None and order.delivered_at < opened and order.state == "delivered"
