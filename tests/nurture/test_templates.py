"""Message templates and their review."""

from dataclasses import replace
from datetime import datetime

from leadnurturebot.nurture.templates import TemplateDraft, save_templates
from leadnurturebot.platform.sql import Connection
from tests.catalog.shops import new_shop

REMINDER = TemplateDraft(
    name="cart_reminder", language="en", category="MARKETING", body="Hi {{1}}!", parameters=("name",)
)


def test_a_changed_text_goes_to_review_again_and_an_unchanged_one_does_not(
    connection: Connection, now: datetime
) -> None:
    shop_id = new_shop(now)
    spanish = replace(REMINDER, language="es", body="¡Hola, {{1}}!")
    save_templates(connection, shop_id, [REMINDER, spanish], now=now)
    connection.execute("UPDATE nurture_messagetemplate SET status = 'APPROVED'")
    save_templates(connection, shop_id, [replace(REMINDER, body="Hello {{1}}!"), spanish], now=now)
    rows = connection.execute(
        "SELECT language, status, body, parameters FROM nurture_messagetemplate WHERE shop_id = %s ORDER BY language",
        [shop_id],
    ).fetchall()
    assert rows == [
        ("en", "PENDING", "Hello {{1}}!", ["name"]),
        ("es", "APPROVED", "¡Hola, {{1}}!", ["name"]),
    ]
