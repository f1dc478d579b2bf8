"""Refunds given by hand; cash that was collected before has its payment row from now on."""

from typing import Any

from django.db import migrations, models

from leadnurturebot.platform.ids import token


def cash_of_before(apps: Any, editor: Any) -> None:
    payment = apps.get_model("payments", "Payment").objects
    with editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, shop_id, total, currency, paid_at FROM orders_order o WHERE payment_method = 'cash_on_delivery'"
            " AND paid_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payments_payment p WHERE p.order_id = o.id"
            " AND p.shop_id = o.shop_id AND p.arrived_as <> '')"
        )
        rows = cursor.fetchall()
    for order_id, shop_id, total, currency, paid_at in rows:
        payment.create(
            shop_id=shop_id, order_id=order_id, token=token(), provider="cash_on_delivery", state="paid", amount=total,
            currency=currency, reference=f"cash_{order_id}", arrived_as="paid", received_amount=total,
            received_currency=currency, created_at=paid_at, settled_at=paid_at,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("payments", "0002_refunds_and_provider_calls"), ("orders", "0006_returns")]

    operations = [
        migrations.AddField(
            model_name="refund",
            name="is_by_hand",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.RunPython(cash_of_before, migrations.RunPython.noop),
    ]
