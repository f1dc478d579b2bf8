"""One message when it is back, and nothing else."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from leadnurturebot.catalog.actions import save_products, set_stock
from leadnurturebot.catalog.drafts import ProductDraft, VariantDraft
from leadnurturebot.domain.message_content import MessageContent, Template
from leadnurturebot.message_path import restock
from leadnurturebot.nurture.templates import TemplateDraft, save_templates
from leadnurturebot.providers.payments.base import ProviderEvent
from tests.cast import EMMA, JAKE, ad_referral, open_boutique, tap, text
from tests.message_path.driving import Drive, button
from tests.message_path.test_payments import ordered, paid


def asks(drive: Drive, size: str = "XL", *, sender: str = EMMA, name: str = "Emma Wilson") -> None:
    """Somebody wants to be told."""
    words = f"tell me when the blue floral sundress in {size} is back"
    drive.hear(text(words, at=drive.now, wamid=f"{sender}{size}{drive.now}", sender=sender), name=name)
    drive.later(seconds=10)


def stock(drive: Drive, pieces: int, sku: str = "DR-BLUE-XL") -> None:
    """So many lie on the shelf now, and whoever waits for them is told."""
    shop_id = drive.boutique.shop.id
    raised = set_stock(connection=drive.connection, shop_id=shop_id, levels={sku: pieces}, now=drive.now)
    restock.watch(drive.connection, shop_id, raised, now=drive.now)


def told(drive: Drive) -> list[MessageContent]:
    drive.ring()
    return drive.send()


def steps(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT step, state, how, reason FROM nurture_followup ORDER BY id")


def variant(drive: Drive, sku: str = "DR-BLUE-XL") -> UUID:
    ((found,),) = drive.rows(
        "SELECT id FROM catalog_variant WHERE shop_id = %s AND sku = %s", drive.boutique.shop.id, sku
    )
    assert isinstance(found, UUID)
    return found


def test_who_asked_is_told_once_with_price_picture_and_the_way_into_the_cart(drive: Drive) -> None:
    asks(drive)
    stock(drive, 3)
    (notice,) = told(drive)
    assert notice.plain_text() == "It's back: Blue Floral Sundress, XL, $49.\n[Add to cart]"
    assert notice.image_url == "http://127.0.0.1:8000/media/trendythreads/sundress.png"  # type: ignore[union-attr]  # fails loudly
    (cart,) = drive.hear(tap(button(notice, "Add to cart"), at=drive.now, wamid="add"))
    assert "XL" in cart.plain_text()
    drive.later(hours=1)
    stock(drive, 9)
    assert told(drive) == []
    assert ("restock", "sent", "free_text", "") in steps(drive)


def test_who_asks_again_is_told_again(drive: Drive) -> None:
    asks(drive)
    stock(drive, 1)
    assert len(told(drive)) == 1
    drive.later(hours=1)
    stock(drive, 0)
    asks(drive)
    drive.later(hours=1)
    stock(drive, 1)
    assert len(told(drive)) == 1
    assert [row[1] for row in steps(drive)] == ["sent", "sent"]


def test_another_size_is_not_meant(drive: Drive) -> None:
    asks(drive)
    stock(drive, 20, "DR-BLUE-M")
    assert drive.count("message_path_timer") == 0
    assert told(drive) == []


def test_nobody_is_told_when_it_has_sold_out_again(drive: Drive) -> None:
    asks(drive)
    stock(drive, 3)
    stock(drive, 0)
    assert told(drive) == []
    assert steps(drive) == []
    stock(drive, 1)
    assert len(told(drive)) == 1


def test_pieces_that_somebody_is_paying_for_are_not_back(drive: Drive) -> None:
    asks(drive)
    stock(drive, 1)
    drive.connection.execute(
        "INSERT INTO orders_order (id, shop_id, number, lead_id, thread_id, cart_version, state, state_at, payment_method,"
        " currency, subtotal, shipping, total, address_sealed, source, last_source, tracking_url, carrier, placed_at)"
        " SELECT gen_random_uuid(), shop_id, 'TT1', lead_id, id, 1, 'awaiting_payment', %(now)s, 'card', 'USD', 1, 0, 1, '',"
        " '', '', '', '', %(now)s FROM conversations_thread",
        {"now": drive.now},
    )
    drive.connection.execute(
        "INSERT INTO orders_stockhold (id, shop_id, order_id, variant_id, quantity, state, until)"
        " SELECT gen_random_uuid(), shop_id, id, %s, 1, 'held', %s FROM orders_order",
        [variant(drive), drive.now + timedelta(minutes=30)],
    )
    assert told(drive) == []


def test_stop_ends_a_notice_that_was_asked_for(drive: Drive) -> None:
    asks(drive)
    drive.hear(text("STOP", at=drive.now, wamid="stop"))
    stock(drive, 3)
    assert drive.count("message_path_timer") == 0
    assert told(drive) == []


def test_agreeing_to_something_else_later_does_not_revive_it(drive: Drive) -> None:
    asks(drive)
    drive.hear(text("STOP", at=drive.now, wamid="stop"))
    drive.connection.execute("UPDATE leads_lead SET opted_out_at = NULL")
    stock(drive, 3)
    assert told(drive) == []


def test_a_notice_on_its_way_is_withdrawn_by_stop(drive: Drive) -> None:
    asks(drive)
    stock(drive, 3)
    drive.ring()
    assert len(drive.queued()) == 1
    drive.receive(text("STOP", at=drive.now, wamid="stop"))
    drive.work()
    assert all("Sundress" not in message.plain_text() for message in drive.send())
    assert [(row[1], row[3]) for row in steps(drive)] == [("held", "opted_out")]


def test_outside_the_window_it_is_held_and_says_why(drive: Drive) -> None:
    asks(drive)
    drive.later(hours=25)
    stock(drive, 3)
    assert told(drive) == []
    assert steps(drive) == [("restock", "held", "", "window_closed_needs_template")]


def test_outside_the_window_the_approved_template_tells(drive: Drive) -> None:
    body = "Hi {{1}}, {{2}} is back at {{3}}."
    draft = TemplateDraft(
        name="back_in_stock", language="en", category="MARKETING", body=body, parameters=("a", "b", "c"),
        quick_replies=("Add to cart",),
    )  # fmt: skip
    save_templates(drive.connection, drive.boutique.shop.id, [draft], now=drive.now)
    drive.connection.execute("UPDATE nurture_messagetemplate SET status = 'APPROVED'")
    asks(drive)
    drive.later(days=5)
    stock(drive, 3)
    (notice,) = told(drive)
    assert isinstance(notice, Template)
    assert notice.plain_text() == "Hi Emma, Blue Floral Sundress, XL is back at $49.00."
    assert ("restock", "sent", "template", "") in steps(drive)
    (cart,) = drive.hear(tap(notice.button_parameters[0], at=drive.now, wamid="add"))
    assert "XL" in cart.plain_text()
    stock(drive, 9)
    assert told(drive) == []


def test_a_notice_taken_back_in_words_is_not_sent(drive: Drive) -> None:
    asks(drive)
    drive.hear(text("cancel the back in stock alert please", at=drive.now, wamid="cancel"))
    stock(drive, 3)
    assert told(drive) == []


def test_one_that_was_held_goes_out_the_next_time_it_may(drive: Drive) -> None:
    asks(drive)
    drive.later(hours=25)
    stock(drive, 1)
    drive.ring()
    drive.hear(text("hi", at=drive.now, wamid="hi"))
    drive.later(hours=1)
    stock(drive, 2)
    assert len(told(drive)) == 1
    assert steps(drive) == [("restock", "sent", "free_text", "")]


def test_while_a_person_holds_the_thread_it_is_held(drive: Drive) -> None:
    asks(drive)
    drive.connection.execute("UPDATE conversations_thread SET holder = 'person'")
    stock(drive, 3)
    assert told(drive) == []
    assert steps(drive) == [("restock", "held", "", "handed_off")]


def test_an_emptied_cart_leaves_a_held_notice_alone(drive: Drive) -> None:
    asks(drive)
    drive.later(hours=25)
    stock(drive, 3)
    drive.ring()
    drive.hear(text("add the canvas tote to my cart", at=drive.now, wamid="c1"))
    drive.hear(text("empty my cart", at=drive.now, wamid="c2"))
    assert ("restock", "held", "", "window_closed_needs_template") in steps(drive)


def test_a_price_that_changed_before_it_left_is_written_anew(drive: Drive) -> None:
    asks(drive)
    stock(drive, 3)
    drive.ring()
    drive.connection.execute("UPDATE catalog_variant SET price = 5200 WHERE sku LIKE 'DR-BLUE%'")
    drive.connection.execute("UPDATE shops_shop SET catalogue_version = catalogue_version + 1")
    assert drive.send() == []
    (notice,) = told(drive)
    assert "$52" in notice.plain_text()
    assert [row[1] for row in steps(drive)] == ["sent"]


def test_everybody_who_waits_is_told_in_pieces(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restock, "AT_ONCE", 2)
    for number in range(5):
        asks(drive, sender=f"44770090020{number}", name=f"Person {number}")
    stock(drive, 3)
    counts = [len(told(drive)) for _ in range(4)]
    assert counts == [2, 2, 1, 0]
    assert drive.count("message_path_timer") == 0


def test_who_waits_for_the_same_in_another_shop_is_not_told(drive: Drive) -> None:
    shop = open_boutique(
        drive.connection, drive.now, slug="marcos", phone_number_id="2065", waba_id="2022", link_code="M4R2"
    )
    rival = Drive(drive.connection, drive.world, shop, drive.now)
    asks(rival)
    asks(drive, sender=JAKE, name="Jake Miller")
    stock(drive, 3)
    assert len(told(drive)) == 1
    assert [rival.count("nurture_followup"), drive.count("nurture_followup")] == [0, 1]


def test_a_variant_that_is_no_longer_sold_is_passed_over(drive: Drive) -> None:
    asks(drive)
    stock(drive, 3)
    drive.connection.execute("DELETE FROM catalog_variant WHERE sku = 'DR-BLUE-XL'")
    assert told(drive) == []


def test_new_stock_by_an_import_counts_too(drive: Drive) -> None:
    asks(drive)
    draft = ProductDraft(
        external_id="sundress", name="Blue Floral Sundress", category="dress",
        variants=[VariantDraft(sku="DR-BLUE-XL", price=Decimal(49), stock=4, color="blue", size="XL")],
    )  # fmt: skip
    shop_id = drive.boutique.shop.id
    report = save_products(connection=drive.connection, shop_id=shop_id, drafts=[draft], now=drive.now)
    restock.watch(drive.connection, shop_id, report.raised, now=drive.now)
    assert len(told(drive)) == 1


def last_piece_is_bought(drive: Drive) -> ProviderEvent:
    """Jake buys the last M; Emma wants to be told when there is one again."""
    drive.connection.execute("UPDATE catalog_variant SET stock = 1 WHERE sku = 'DR-BLUE-M'")
    event = paid(drive, ordered(drive, sender=JAKE))
    drive.receive_payment(event)
    drive.work()
    drive.send()
    asks(drive, "M")
    return event


def test_a_refunded_order_puts_its_pieces_back_for_who_waits(drive: Drive) -> None:
    event = last_piece_is_bought(drive)
    drive.receive_payment(
        ProviderEvent(
            event_id="evt_back", kind="refunded", at=drive.now, reference=event.reference, charge_id="pi_1", amount=5400,
            currency="USD", refund_id="re_1", refund_state="succeeded",
        )
    )  # fmt: skip
    drive.work()
    drive.send()
    (notice,) = told(drive)
    assert "M" in notice.plain_text()


def test_a_cancelled_order_puts_its_pieces_back_for_who_waits(drive: Drive) -> None:
    last_piece_is_bought(drive)
    (sure,) = drive.hear(text("cancel my order", at=drive.now, wamid="x1", sender=JAKE), name="Jake Miller")
    drive.hear(tap(sure.buttons[0].id, at=drive.now, wamid="x2", sender=JAKE), name="Jake Miller")  # type: ignore[union-attr]  # fails loudly
    assert drive.rows("SELECT state FROM orders_order") == [("cancelled",)]
    assert len(told(drive)) == 1


def test_the_ad_alone_asks_for_nothing(drive: Drive) -> None:
    drive.hear(text("Hi!", at=drive.now, wamid="w1", referral=ad_referral()))
    stock(drive, 3)
    assert drive.count("message_path_timer") == 0
