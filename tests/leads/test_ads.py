"""Ads of a shop."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from leadnurturebot.leads.ads import AdDraft, UnusableAd, ad_save
from leadnurturebot.leads.arrivals import find_ads
from leadnurturebot.platform.sql import Connection
from tests.catalog.shops import new_shop

LINK = AdDraft(external_id="JEANS", source="google_ad", name="Straight Jeans", code="K7Q2")


@pytest.fixture
def shop_id(db: None, now: datetime) -> UUID:
    return new_shop(now)


def test_an_ad_is_found_by_its_number_and_by_its_code(connection: Connection, shop_id: UUID, now: datetime) -> None:
    ad_id = ad_save(connection=connection, shop_id=shop_id, draft=LINK, now=now)
    found = find_ads(connection, [(shop_id, "JEANS"), (shop_id, "k7q2")])
    assert {key: ad.id for (_, key), ad in found.items()} == {"JEANS": ad_id, "K7Q2": ad_id}


def test_saving_again_changes_the_same_ad(connection: Connection, shop_id: UUID, now: datetime) -> None:
    first = ad_save(connection=connection, shop_id=shop_id, draft=LINK, now=now)
    again = ad_save(connection=connection, shop_id=shop_id, draft=replace(LINK, headline="That fit"), now=now)
    assert again == first
    assert find_ads(connection, [(shop_id, "JEANS")])[shop_id, "JEANS"].headline == "That fit"


def test_an_unknown_source_is_refused(connection: Connection, shop_id: UUID, now: datetime) -> None:
    with pytest.raises(UnusableAd, match="'tv' is no source"):
        ad_save(connection=connection, shop_id=shop_id, draft=replace(LINK, source="tv"), now=now)


def test_a_code_leads_to_one_shop_only(connection: Connection, shop_id: UUID, now: datetime) -> None:
    ad_save(connection=connection, shop_id=shop_id, draft=LINK, now=now)
    with pytest.raises(UnusableAd, match="the code K7Q2 is taken"):
        ad_save(connection=connection, shop_id=new_shop(now, slug="rival"), draft=LINK, now=now)
