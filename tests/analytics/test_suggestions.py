"""What became of suggestions, counted by place, reason, source and product."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from leadnurturebot.analytics.periods import Period
from leadnurturebot.analytics.suggestions import Reach, Suggestions, suggestions
from leadnurturebot.catalog.models import Variant
from leadnurturebot.ledger.aliases import add_alias
from leadnurturebot.ledger.batch import LedgerFact, append
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection
from tests.api.stories import make_order
from tests.cast import Boutique, open_boutique

EMMA, JAKE = uuid7(), uuid7()
STEP = timedelta(minutes=10)


@pytest.fixture
def boutique(connection: Connection, now: datetime) -> Boutique:
    return open_boutique(connection, now)


class Story:
    """Facts of one shop, by the short names of its goods."""

    def __init__(self, connection: Connection, boutique: Boutique, now: datetime) -> None:
        self.connection, self.shop, self.shop_id, self.now = connection, boutique.shop, boutique.shop.id, now
        rows = connection.execute("SELECT external_id, id FROM catalog_product WHERE shop_id = %s", [self.shop_id])
        self.ids: dict[str, UUID] = dict(rows.fetchall())

    def fact(self, kind: str, at: datetime, lead: UUID, data: dict[str, Any], product: str = "") -> None:
        subject = ("product", str(self.ids[product])) if product else ("", "")
        entry = LedgerFact(
            shop_id=self.shop_id, kind=kind, at=at, dedupe_key=str(uuid7()), lead_id=lead, data=data, subject=subject
        )
        append(self.connection, [entry], now=at)

    def shown(self, *slots: tuple[str, str], lead: UUID = EMMA, after: timedelta = STEP * 0, **data: Any) -> None:
        parts = [{"product": str(self.ids[name]), "why": why} for name, why in slots]
        self.fact("recommendation.shown", self.now + after, lead, {"slots": parts, **data})

    def opened(self, name: str, slot: int, *, lead: UUID = EMMA, after: timedelta = STEP) -> None:
        self.fact("recommendation.clicked", self.now + after, lead, {"slot": slot}, name)

    def added(self, sku: str, *, lead: UUID = EMMA, after: timedelta = STEP, quantity: int = 1) -> None:
        row = self.connection.execute(
            "SELECT id FROM catalog_variant WHERE shop_id = %s AND sku = %s", [self.shop_id, sku]
        ).fetchone()
        assert row is not None
        lines = [{"variant": str(row[0]), "quantity": quantity, "price": 1}]
        self.fact("cart.changed", self.now + after, lead, {"lines": lines})

    def bought(self, name: str, *, lead: UUID = EMMA, after: timedelta = STEP, state: str = "paid") -> None:
        variant = Variant(id=uuid7(), product_id=self.ids[name], price=2500, color="", size="")
        make_order(
            self.shop, lead, uuid7(), uuid7().hex[-12:], self.now + after, variant=variant, name=name, state=state
        )

    def told(self, days: int = 30) -> Suggestions:
        day = self.now.date()
        period = Period(from_date=day - timedelta(days=days - 1), to_date=day, timezone="UTC")
        return suggestions(self.shop_id, period)


@pytest.fixture
def story(connection: Connection, boutique: Boutique, now: datetime) -> Story:
    return Story(connection, boutique, now)


def reach(shown: int, tapped: int = 0, added: int = 0, bought: int = 0) -> Reach:
    return Reach(shown=shown, tapped=tapped, added=added, bought=bought)


def test_each_showing_is_followed_to_the_order(story: Story) -> None:
    story.shown(("wrap", "alike"), ("tote", "goes_with"))
    story.opened("tote", 2)
    story.added("TOTE", after=2 * STEP)
    story.bought("tote", after=3 * STEP)
    found = story.told()
    assert found.total == reach(2, 1, 1, 1)
    assert [(part.name, part.reach) for part in found.slots] == [("1", reach(1)), ("2", reach(1, 1, 1, 1))]
    assert [(part.name, part.reach) for part in found.reasons] == [
        ("alike", reach(1)),
        ("goes_with", reach(1, 1, 1, 1)),
    ]
    assert [(part.name, part.reach) for part in found.sources] == [("chat", reach(2, 1, 1, 1))]
    assert [(part.name, part.reach) for part in found.products] == [
        ("Canvas Tote", reach(1, 1, 1, 1)), ("Sage Wrap Dress", reach(1))
    ]  # fmt: skip


def test_of_two_showings_the_last_one_before_it_counts(story: Story) -> None:
    story.shown(("tote", "best"), ("wrap", "best"))
    story.shown(("wrap", "new"), ("tote", "new"), after=STEP)
    story.opened("tote", 2, after=2 * STEP)
    story.shown(("tote", "alike"), after=3 * STEP)
    found = story.told()
    assert {part.name: part.reach for part in found.reasons} == {
        "best": reach(2), "new": reach(2, 1), "alike": reach(1)
    }  # fmt: skip


def test_nothing_is_credited_to_a_showing_of_more_than_a_week_ago_or_of_somebody_else(story: Story) -> None:
    story.shown(("tote", "best"), after=-timedelta(days=8))
    story.shown(("wrap", "best"), lead=JAKE)
    story.added("TOTE")
    story.added("WR-M")
    assert story.told().total == reach(2)


def test_what_was_done_before_it_was_shown_was_not_its_doing(story: Story) -> None:
    story.added("TOTE", after=-STEP)
    story.shown(("tote", "best"))
    story.added("TOTE", after=2 * STEP, quantity=0)
    assert story.told().total == reach(1)


@pytest.mark.parametrize("state", ["awaiting_payment", "cancelled", "expired"])
def test_an_order_that_brought_nothing_is_not_bought(story: Story, state: str) -> None:
    story.shown(("tote", "best"))
    story.bought("tote", state=state)
    assert story.told().total == reach(1)


def test_a_page_is_a_source_of_its_own_with_its_own_places(story: Story) -> None:
    slots = [{"product": str(story.ids["tote"]), "why": "picked", "slot": 7}]
    story.fact("recommendation.shown", story.now, EMMA, {"source": "page", "page": "p", "slots": slots})
    story.fact("recommendation.asked", story.now + STEP, EMMA, {"source": "page", "slot": 7}, "tote")
    found = story.told()
    assert [(part.name, part.reach) for part in found.sources] == [("page", reach(1, 1))]
    assert [part.name for part in found.slots] == ["7"]


def test_a_week_after_the_period_still_counts_and_what_was_shown_before_it_does_not(story: Story) -> None:
    story.shown(("tote", "best"))
    story.opened("tote", 1, after=timedelta(days=6))
    story.shown(("wrap", "best"), after=-timedelta(days=40))
    story.opened("wrap", 1, after=-timedelta(days=39))
    assert story.told(days=1).total == reach(1, 1)


def test_two_leads_that_are_one_person_are_one(story: Story) -> None:
    story.shown(("tote", "best"), lead=JAKE)
    add_alias(story.connection, shop_id=story.shop_id, lead_id=JAKE, stands_for=EMMA, now=story.now)
    story.added("TOTE", lead=EMMA)
    assert story.told().total == reach(1, 1, 1)


def test_another_shop_counts_its_own(story: Story, connection: Connection, now: datetime) -> None:
    story.shown(("tote", "best"))
    rival = open_boutique(connection, now, slug="rival", phone_number_id="9", waba_id="9", link_code="")
    theirs = Story(connection, rival, now)
    assert theirs.told() == Suggestions(total=reach(0), slots=(), reasons=(), sources=(), products=())


def test_a_product_that_is_gone_counts_in_all_but_its_own_row(story: Story) -> None:
    story.shown(("tote", "best"))
    story.connection.execute("DELETE FROM catalog_variant WHERE sku = 'TOTE'")
    story.connection.execute("DELETE FROM catalog_product WHERE external_id = 'tote'")
    found = story.told()
    assert (found.total, found.products) == (reach(1), ())
