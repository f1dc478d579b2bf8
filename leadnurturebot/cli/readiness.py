"""What stands between this installation and real customers."""

from django.conf import settings

from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.models import BusinessNumber, Connection, Shop


def missing() -> list[str]:
    """One plain sentence for each thing that is not ready."""
    found = []
    if not settings.BASE_URL.startswith("https://"):
        found.append(f"BASE_URL is {settings.BASE_URL}: Meta and Stripe deliver webhooks to https addresses only.")
    if settings.DEMO:
        found.append("Demo mode is on: messages go to the simulator. Start `leadnurturebot up` for real customers.")
    if not settings.EMAIL_URL:
        found.append("EMAIL_URL is not set: nobody can be invited or reset a password by e-mail.")
    with system_scope():
        shops = list(Shop.objects.order_by("slug"))
        if not shops:
            found.append("There is no shop: `leadnurturebot create-shop` opens one.")
        for shop in shops:
            found += _of_shop(shop)
    return found


def _of_shop(shop: Shop) -> list[str]:
    found = []
    if not BusinessNumber.objects.filter(shop_id=shop.id).exists():
        found.append(f"{shop.name} has no WhatsApp number.")
    if not Connection.objects.filter(shop_id=shop.id, kind="payments", status="active").exists():
        found.append(f"{shop.name} has no way to be paid.")
    for name, why in (
        ("shipping_flat", "the bot cannot say what shipping costs"),
        ("return_days", "the bot cannot say how long returns are possible"),
    ):
        if shop.settings.get(name) is None:
            found.append(f"{shop.name} has no {name}: {why}.")
    return found
