"""The demo shop's settings."""

from zoneinfo import ZoneInfo

import pytest

from leadnurturebot.demo_shop.catalogue.reading import by_external_id
from leadnurturebot.demo_shop.shop import ADS, SHOP


@pytest.mark.parametrize(("subtotal", "shipping"), [(4900, 500), (7999, 500), (8000, 0), (9400, 0)])
def test_shipping_is_five_dollars_and_free_from_eighty(subtotal: int, shipping: int) -> None:
    assert SHOP.shipping_minor(subtotal) == shipping


def test_the_first_order_after_the_past_is_tt12345() -> None:
    assert SHOP.order_number(SHOP.next_order_number) == "TT12345"


def test_every_ad_leads_to_a_colour_that_exists() -> None:
    assert [ad.source for ad in ADS] == ["instagram_ad", "facebook_ad", "google_ad"]
    assert all(ad.color in by_external_id()[ad.product].colors for ad in ADS)


def test_meta_ads_have_long_numbers_and_google_a_link_code() -> None:
    instagram, facebook, google = ADS
    assert (instagram.ad_id + facebook.ad_id).isdigit()
    assert len(instagram.ad_id) == 18
    assert google.ad_id.isalpha()


def test_the_timezone_is_known() -> None:
    assert ZoneInfo(SHOP.timezone).key == "America/New_York"
