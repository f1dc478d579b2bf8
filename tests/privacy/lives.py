"""A customer who left something of herself in every table."""

from typing import Any
from uuid import UUID

from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.platform.encryption import ring
from tests.cast import EMMA, ad_referral, tap, text
from tests.message_path.driving import Drive, button, uuid_of
from tests.message_path.test_payments import paid
from tests.privacy.traces import Wanted, wanted

WORDS = ("wedding", "172 cm", '"height_cm":172', "High St", "Aff-test")
"""A wish, a measure, the address, the click of the ad."""


def emma(drive: Drive) -> Wanted:
    key = ring().of(drive.connection, drive.boutique.shop.id)
    return wanted(key, name="Emma Wilson", number=EMMA, words=WORDS)


def lead_of(drive: Drive) -> UUID:
    """The one lead of the shop who is not forgotten."""
    ((lead_id,),) = drive.rows(
        "SELECT id FROM leads_lead WHERE shop_id = %s AND erased_at IS NULL", drive.boutique.shop.id
    )
    return uuid_of(lead_id)


def live(drive: Drive, *, prefix: str = "") -> None:
    """From the ad over a wish and measures to a paid order, a new cart with reminders, a notice wanted, and a ticket."""

    def say(words: str, wamid: str, **more: Any) -> list[MessageContent]:
        return drive.hear(text(words, at=drive.now, wamid=f"{prefix}{wamid}", **more))

    say("Hi!", "a", referral=ad_referral())
    say("I want it for my sister's wedding", "b")
    say("I am 172 cm and 63 kg, which size?", "c")
    (cart,) = say("add M to my cart please", "d")
    (link,) = drive.hear(tap(button(cart, "Pay now"), at=drive.now, wamid=f"{prefix}e"))
    drive.receive_payment(paid(drive, link.url.rpartition("/")[2], event_id=f"{prefix}evt"))  # type: ignore[union-attr]  # fails loudly
    drive.work()
    drive.send()
    (cart,) = say("add the canvas tote to my cart", "f")
    drive.hear(tap(button(cart, "Save for later"), at=drive.now, wamid=f"{prefix}g"))
    say("tell me when the blue floral sundress in XL is back", "h")
    say("I want a dress for my sister's wedding in Lisbon", "i")
    say("you charged me twice for the wedding dress", "j")


def wait_in_queues(drive: Drive, *, prefix: str = "") -> None:
    """Something of hers waits everywhere: an answer not sent, a message set aside after failures, one not handled."""
    drive.receive(text("show me blue dresses for the wedding", at=drive.now, wamid=f"{prefix}q1"))
    drive.work()
    drive.receive(text("a wedding question that fails", at=drive.now, wamid=f"{prefix}q2"))
    drive.connection.execute("UPDATE message_path_inbox SET state = 'parked' WHERE event_id = %s", [f"{prefix}q2"])
    drive.receive(text("a wedding question that waits", at=drive.now, wamid=f"{prefix}q3"))


def deliver(drive: Drive) -> None:
    """Her parcel has arrived."""
    drive.connection.execute(
        "UPDATE orders_order SET state = 'delivered', tracking_url = 'https://parcels.example/Wilson' WHERE shop_id = %s",
        [drive.boutique.shop.id],
    )
