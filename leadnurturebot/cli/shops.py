"""Commands about shops: create, set, import a catalogue."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from leadnurturebot.cli import Refused, runtime


def add(commands: Any) -> None:
    """Add `create-shop`, `shop-set` and `import-catalog`."""
    create = commands.add_parser("create-shop", help="open a new shop")
    for name, text in (("slug", "short name for addresses"), ("name", "name that customers read")):
        create.add_argument(f"--{name}", required=True, help=text)
    create.add_argument("--country", default="US")
    create.add_argument("--currency", default="USD")
    create.add_argument("--language", default="en")
    create.add_argument("--timezone", default="UTC")
    for name in ("phone-number-id", "waba-id", "app-secret", "access-token", "display-number", "catalog-id"):
        create.add_argument(f"--{name}", default="")
    create.add_argument("--no-number", action="store_true", help="no Cloud API number; `connect` gives it one")
    create.add_argument("--json", action="store_true")
    create.set_defaults(run=run_create)
    change = commands.add_parser("shop-set", help="change settings: shop-set --shop S KEY=VALUE ...")
    change.add_argument("--shop", required=True)
    change.add_argument("values", nargs="+", metavar="KEY=VALUE")
    change.set_defaults(run=run_set)
    connect = commands.add_parser(
        "connect", help="connect a number or a way to be paid: connect --shop S stripe api_key=..."
    )
    connect.add_argument("--shop", required=True)
    connect.add_argument(
        "provider", help="whatsapp_cloud, twilio, dialog360, stripe, paypal, razorpay or cash_on_delivery"
    )
    connect.add_argument("values", nargs="*", metavar="KEY=VALUE")
    connect.set_defaults(run=run_connect)
    imports = commands.add_parser("import-catalog", help="read a Shopify or WooCommerce export, or our own CSV")
    imports.add_argument("--shop", required=True)
    imports.add_argument("file", type=Path)
    imports.add_argument("--json", action="store_true")
    imports.set_defaults(run=run_import)


def run_create(options: argparse.Namespace) -> int:
    """Open a shop with number, owner and key; in demo mode with the demo's ways to pay and on the phone page."""
    runtime.django()
    from django.conf import settings
    from django.db import transaction

    from leadnurturebot.cli import opening
    from leadnurturebot.cli.demo_steps import post
    from leadnurturebot.cli.numbers import demo_numbers
    from leadnurturebot.config.home import home_folder
    from leadnurturebot.payments.connecting import CannotConnect
    from leadnurturebot.platform.clocks import wall_now
    from leadnurturebot.shops.actions import UnusableShop, shop_create

    now = wall_now()
    account = opening.WhatsAppAccount(
        phone_number_id=options.phone_number_id, waba_id=options.waba_id, app_secret=options.app_secret,
        access_token=options.access_token, display_number=options.display_number,
        catalog_id=options.catalog_id,
    ).filled()  # fmt: skip
    try:
        with transaction.atomic():
            shop = shop_create(
                slug=options.slug, name=options.name, country=options.country.upper(),
                currency=options.currency.upper(), language=options.language, timezone=options.timezone, now=now,
            )  # fmt: skip
            connection = None if options.no_number else opening.connect_whatsapp(shop, account, now)
            login, api_key = opening.open_owner(shop, now), opening.new_api_key(shop, now)
            if settings.DEMO:
                opening.connect_demo_payments(shop, f"sk_test_{shop.id.hex}", now)
    except (UnusableShop, CannotConnect) as error:
        raise Refused(str(error)) from error
    left = runtime.found(home_folder()).get("info", {})
    if left.get("phone_url"):
        for number in demo_numbers():
            if number["phone_number_id"] == account.phone_number_id:
                post(f"{left['simulator_url']}/_sim/numbers", number)
    addresses = {name: left.get(name) for name in ("simulator_url", "phone_url")}
    _print(
        {"base_url": settings.BASE_URL, **opening.info(shop, connection, account, login, api_key), **addresses},
        options.json,
    )
    return 0


def _print(values: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print(json.dumps(values))
        return
    for name, value in values.items():
        print(f"{name:18} {value if value not in (None, '') else '-'}")


def find_shop(slug: str) -> Any:
    """The shop of a slug. Raises Refused."""
    from leadnurturebot.shops.models import Shop

    shop = Shop.objects.filter(slug=slug).first()
    if shop is None:
        raise Refused(
            f"there is no shop {slug!r}; known are {', '.join(Shop.objects.values_list('slug', flat=True)) or 'none'}"
        )
    return shop


def run_set(options: argparse.Namespace) -> int:
    """Change settings that a page also has."""
    runtime.django()
    from leadnurturebot.platform.clocks import wall_now
    from leadnurturebot.shops.actions import settings_change
    from leadnurturebot.shops.settings import UnusableSetting

    changes = _pairs(options.values)
    try:
        settings_change(shop=find_shop(options.shop), changes=changes, now=wall_now())
    except UnusableSetting as error:
        raise Refused(str(error)) from error
    print("changed: " + ", ".join(changes))
    return 0


def _pairs(values: list[str]) -> dict[str, str]:
    """KEY=VALUE words as a mapping. Raises Refused."""
    found = {}
    for pair in values:
        name, sign, value = pair.partition("=")
        if not sign:
            raise Refused(f"{pair!r} is not KEY=VALUE")
        found[name.strip()] = value.strip()
    return found


def run_connect(options: argparse.Namespace) -> int:
    """Connect a messaging or payment provider, and set its webhook by its API where it has one for that."""
    runtime.django()
    from leadnurturebot.message_path.connecting import CannotConnect as NumberRefused
    from leadnurturebot.payments.connecting import CannotConnect, connect
    from leadnurturebot.platform.clocks import wall_now
    from leadnurturebot.providers.registry import UnknownProvider, providers
    from leadnurturebot.shops.actions import UnusableConnection

    shop, values = find_shop(options.shop), _pairs(options.values)
    try:
        if options.provider in providers("messaging"):
            _connect_number(shop, options.provider, values)
        else:
            _say_address(shop, connect(shop=shop, slug=options.provider, secrets=values, now=wall_now()).id)
    except (CannotConnect, NumberRefused, UnknownProvider, UnusableConnection) as error:
        raise Refused(str(error)) from error
    print(f"{options.provider} is connected to {shop.name}.")
    return 0


def _connect_number(shop: Any, slug: str, values: dict[str, str]) -> None:
    """A business number; in demo mode the simulator learns of it."""
    from leadnurturebot.cli.demo_steps import post
    from leadnurturebot.cli.numbers import number_json
    from leadnurturebot.config.home import home_folder
    from leadnurturebot.message_path.connecting import connect
    from leadnurturebot.platform.clocks import wall_now

    left = runtime.found(home_folder()).get("info", {})

    def introduce(number: Any) -> None:
        if left.get("phone_url"):
            post(f"{left['simulator_url']}/_sim/numbers", number_json(number, shop.name))

    number = connect(shop=shop, slug=slug, values=values, now=wall_now(), introduce=introduce)
    _say_address(shop, number.connection_id)


def _say_address(shop: Any, connection_id: Any) -> None:
    """Where the provider's events go, and what has to be pasted there."""
    from leadnurturebot.platform.tenancy import shop_scope
    from leadnurturebot.shops.connections import get_connection

    with shop_scope(shop.id):
        made = get_connection(shop.id, connection_id)
    if made and made.webhook_url:
        _print({"webhook address": made.webhook_url, **made.paste_there}, as_json=False)


def run_import(options: argparse.Namespace) -> int:
    """Import a catalogue; a line for every row with a problem; not zero when nothing could be imported."""
    runtime.django()
    from django.db import transaction

    from leadnurturebot.catalog.importing import NothingToImport, import_catalog
    from leadnurturebot.message_path import restock
    from leadnurturebot.platform.clocks import business_now
    from leadnurturebot.platform.sql import borrowed

    shop = find_shop(options.shop)
    if not options.file.is_file():
        raise Refused(f"there is no file {options.file}")
    try:
        with transaction.atomic():
            now = business_now(borrowed())
            report = import_catalog(connection=borrowed(), shop_id=shop.id, file=options.file, now=now)
            restock.watch(borrowed(), shop.id, report.raised, now=now)
    except NothingToImport as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        raise Refused(str(error)) from error
    for problem in report.problems:
        print(problem)
    _print({"created": report.created, "updated": report.updated, "problems": len(report.problems)}, options.json)
    return 0
