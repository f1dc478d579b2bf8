"""The past: plausible, the same for the same moment, and never later than now."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import phonenumbers
import pytest

from leadnurturebot.demo_shop.catalogue.reading import by_external_id, by_sku
from leadnurturebot.demo_shop.people.past import past, units_sold
from leadnurturebot.demo_shop.people.shapes import Past
from leadnurturebot.demo_shop.shop import SHOP

NOW = datetime(2026, 11, 23, 3, 41, tzinfo=UTC)  # Sunday evening in New York
EMMA_PHONE = "+447700900142"


@pytest.fixture(scope="module")
def told() -> Past:
    return past(NOW)


def test_the_same_moment_gives_the_same_past(told: Past) -> None:
    assert past(NOW) == told


def test_another_seed_gives_another_past(told: Past) -> None:
    assert past(NOW, seed="other").leads != told.leads


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        past(datetime(2026, 11, 22))  # noqa: DTZ001 - the refusal is what is tested


def test_it_is_about_as_large_as_a_small_shop(told: Past) -> None:
    paid = [order for order in told.orders if order.paid_at]
    assert 600 <= len(told.leads) <= 800
    assert 235 <= len(paid) <= 290
    assert 65 <= sum(order.total_minor for order in paid) / len(paid) / 100 <= 90


def test_about_half_of_the_money_came_from_instagram(told: Past) -> None:
    source = {lead.key: lead.source for lead in told.leads}
    money: Counter[str] = Counter()
    for order in told.orders:
        if order.paid_at:
            money[source[order.lead_key]] += order.total_minor
    assert 0.4 < money["instagram_ad"] / money.total() < 0.6
    assert set(money) == {"instagram_ad", "facebook_ad", "google_ad", "widget", "qr", "link", "direct"}


def test_today_has_orders_by_the_time_of_day() -> None:
    def today(now: datetime) -> int:
        day = now.astimezone(ZoneInfo(SHOP.timezone)).date()
        found = past(now).orders
        return sum(
            order.placed_at.astimezone(ZoneInfo(SHOP.timezone)).date() == day for order in found if order.paid_at
        )

    morning, evening = (today(datetime(2026, 11, 20, hour, 0, tzinfo=UTC)) for hour in (13, 23))
    assert morning < evening
    assert 5 <= evening <= 14


def test_numbers_run_up_to_the_next_one(told: Past) -> None:
    expected = [SHOP.order_number(SHOP.next_order_number - back) for back in range(len(told.orders), 0, -1)]
    assert [order.number for order in told.orders] == expected
    assert [order.placed_at for order in told.orders] == sorted(order.placed_at for order in told.orders)


def test_nothing_lies_after_now(told: Past) -> None:
    assert max(lead.arrived_at for lead in told.leads) < NOW
    assert max(message.at for talk in told.conversations for message in talk.messages) <= NOW
    times = [order.paid_at or order.placed_at for order in told.orders]
    times += [at for order in told.orders for at in (order.shipped_at, order.delivered_at, order.declined_at) if at]
    times += [fit.said_at for order in told.orders for fit in order.fits]
    times += [back.settled_at for order in told.orders for back in order.returns if back.settled_at]
    assert max(times) <= NOW


def test_an_order_adds_up(told: Past) -> None:
    for order in told.orders:
        subtotal = sum(by_sku()[line.sku][1].price_minor * line.quantity for line in order.lines)
        goods = subtotal - order.discount_minor
        assert (order.subtotal_minor, order.total_minor) == (subtotal, goods + SHOP.shipping_minor(goods))
        assert bool(order.code) == bool(order.discount_minor)


def test_some_orders_were_placed_with_a_code_while_it_counted(told: Past) -> None:
    used = [order for order in told.orders if order.code]
    assert {order.code for order in used} == {"TREND10", "AUTUMN5"}
    assert 8 <= len(used) <= 50
    assert max(order.placed_at for order in used if order.code == "AUTUMN5") < NOW - timedelta(days=25)


def test_some_returns_are_still_under_way(told: Past) -> None:
    under_way = [back for order in told.orders for back in order.returns if back.settled_at is None]
    assert 3 <= len(under_way) <= 20
    assert {back.wants for back in under_way} == {"exchange", "refund"}


def test_an_order_moves_forward_in_time(told: Past) -> None:
    for order in told.orders:
        steps = [at for at in (order.placed_at, order.paid_at, order.shipped_at, order.delivered_at) if at]
        assert steps == sorted(steps)
        assert (order.state in ("awaiting_payment", "expired")) == (order.paid_at is None)


def test_two_payments_failed_just_now_and_their_carts_wait(told: Past) -> None:
    waiting = [order for order in told.orders if order.state == "awaiting_payment"]
    assert [NOW - order.placed_at for order in waiting] == [timedelta(minutes=18), timedelta(minutes=11)]
    assert all(order.declined_at for order in waiting)


def test_three_people_wait_for_a_person(told: Past) -> None:
    waiting = [talk for talk in told.conversations if talk.is_waiting]
    assert [talk.outcome for talk in waiting] == ["person", "person", "person"]
    assert all(NOW - talk.messages[-1].at < timedelta(minutes=7) for talk in waiting)


def test_every_number_is_valid_and_belongs_to_one_person(told: Past) -> None:
    numbers = [lead.phone for lead in told.leads if lead.phone]
    assert len(numbers) == len(set(numbers))
    # Emma's is from Ofcom's row for stories, which the number library leaves out.
    assert all(phonenumbers.is_valid_number(phonenumbers.parse(number)) for number in numbers if number != EMMA_PHONE)


def test_some_people_show_only_a_username(told: Past) -> None:
    hidden = [lead for lead in told.leads if lead.phone is None]
    assert 5 <= len(hidden) <= 40
    assert all(lead.username for lead in hidden)


def test_all_five_languages_are_spoken(told: Past) -> None:
    assert {lead.language for lead in told.leads} == {"en", "es", "pt", "hi", "id"}


def test_a_lead_arrives_with_the_first_conversation(told: Past) -> None:
    first: dict[str, datetime] = {}
    for talk in told.conversations:
        first.setdefault(talk.lead_key, talk.started_at)
    assert {lead.key: lead.arrived_at for lead in told.leads} == first


def test_emma_has_her_jeans(told: Past) -> None:
    order = next(order for order in told.orders if order.number == "TT12301")
    assert (order.lead_key, order.state) == ("emma", "delivered")
    assert [line.sku for line in order.lines] == ["JN01-DARK-BLUE-29"]
    assert next(lead for lead in told.leads if lead.key == "emma").phone == EMMA_PHONE


def test_what_runs_small_is_too_small_more_often() -> None:
    verdicts: dict[str, Counter[str]] = {}
    for day in range(0, 400, 40):
        for order in past(NOW - timedelta(days=day)).orders:
            for fit in order.fits:
                sizing = by_sku()[fit.sku][0].details.get("sizing", "")
                verdicts.setdefault(sizing, Counter())[fit.verdict] += 1
    share = {sizing: counts["too_small"] / counts.total() for sizing, counts in verdicts.items()}
    assert share["runs small"] > 2 * share["true to size"]


def test_only_delivered_goods_are_judged_and_sent_back(told: Past) -> None:
    for order in told.orders:
        bought = {line.sku for line in order.lines}
        assert {fit.sku for fit in order.fits} | {back.sku for back in order.returns} <= bought
        if order.fits or order.returns:
            assert order.delivered_at is not None
    assert sum(len(order.returns) for order in told.orders) >= 5


def test_units_sold_counts_paid_pieces_only(told: Past) -> None:
    expected = sum(line.quantity for order in told.orders if order.paid_at for line in order.lines)
    assert units_sold(told.orders).total() == expected


def test_the_sundress_is_asked_for_most(told: Past) -> None:
    asked = Counter(talk.product for talk in told.conversations)
    assert asked.most_common(1)[0][0] == "blue-floral-sundress"
    assert len(asked) > len(by_external_id()) * 0.7
