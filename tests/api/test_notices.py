from datetime import datetime

from django.test import Client

from leadnurturebot.nurture.models import MessageTemplate
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.notices import Notice, raise_notices, settle_notices
from tests.people import Cast


def raised(
    cast: Cast, now: datetime, kind: str = "account_restricted", subject: str = "1022", severity: str = "danger"
) -> None:
    notice = Notice(
        shop_id=cast.shop.id, kind=kind, subject=subject, severity=severity, since=now, parameters={"detail": "why"}
    )
    raise_notices(borrowed(), [notice])


def needs(browser: Client) -> list[tuple[str, str, str]]:
    found = browser.get("/api/v1/dashboard").json()["needs_you"]
    return [(need["told"], need["subject"], need["detail"]) for need in found]


def test_a_notice_stands_among_what_needs_a_person_until_it_is_over(
    sarah: Client, marco: Client, cast: Cast, now: datetime
) -> None:
    raised(cast, now)
    raised(cast, now)
    assert needs(sarah) == [("account_restricted", "1022", "why")]
    assert needs(marco) == []
    settle_notices(borrowed(), cast.shop.id, ["account_restricted"], "1022", at=now)
    assert needs(sarah) == []


def test_the_worst_stands_first(sarah: Client, cast: Cast, now: datetime) -> None:
    raised(cast, now, "username_changed", "x", "info")
    raised(cast, now, "template_paused", "x", "warning")
    raised(cast, now, "account_disabled", "x", "danger")
    assert [kind for kind, *_ in needs(sarah)] == ["account_disabled", "template_paused", "username_changed"]


def test_agreeing_to_a_templates_new_category_lets_it_be_used(sarah: Client, cast: Cast, now: datetime) -> None:
    with system_scope():
        MessageTemplate.objects.create(
            shop_id=cast.shop.id, name="cart_left", language="en", category="MARKETING", status="APPROVED", body="x",
            held_reason="category_changed", updated_at=now,
        )  # fmt: skip
    raised(cast, now, "template_category_changed", "cart_left", "warning")
    notice_id = sarah.get("/api/v1/dashboard").json()["needs_you"][0]["id"]
    assert sarah.post(f"/api/v1/notices/{notice_id}/dismiss").status_code == 204
    with system_scope():
        assert MessageTemplate.objects.get().held_reason == ""
    assert needs(sarah) == []


def test_a_rival_puts_no_notice_away(sarah: Client, marco: Client, cast: Cast, now: datetime) -> None:
    raised(cast, now)
    notice_id = sarah.get("/api/v1/dashboard").json()["needs_you"][0]["id"]
    assert marco.post(f"/api/v1/notices/{notice_id}/dismiss").status_code == 404
    assert len(needs(sarah)) == 1
