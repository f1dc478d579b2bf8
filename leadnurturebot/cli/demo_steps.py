"""The steps of a demo start: simulator, migrations, data, waiting, introducing the numbers."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from leadnurturebot.cli import Refused
from leadnurturebot.cli.demo_number import PHONE_NUMBER_ID
from leadnurturebot.cli.supervisor import Supervisor

WAIT_SECONDS = 60.0


def simulator_arguments(home: Path, port: int, kept: dict[str, str], *, has_phone: bool) -> list[str]:
    """The simulator's command line, its configuration written beside the data."""
    from leadnurturebot.demo_shop.shop import SHOP

    base = f"http://127.0.0.1:{port}"
    config = {
        "portal_url": base,
        "demo_token": kept["demo_token"],
        "ads": [_ad(ad, base) for ad in _ads()],
        "qr_text": f"Hello {SHOP.name}!",
        "website_url": f"{base}/",
    }
    file = home / "simulator.json"
    file.write_text(json.dumps(config))
    arguments = [
        "simulator",
        "serve",
        "--port",
        str(port + 1),
        "--config",
        str(file),
        "--state",
        str(home / "simulator.sqlite"),
    ]
    return arguments if has_phone else [*arguments, "--no-whatsapp"]


def _ads() -> tuple[Any, ...]:
    from leadnurturebot.demo_shop.shop import ADS

    return ADS


def _ad(ad: Any, base: str) -> dict[str, str]:
    from leadnurturebot.demo_shop.shop import SHOP

    platform = str(ad.source).removesuffix("_ad")
    found = {
        "id": ad.ad_id, "platform": platform, "headline": ad.headline, "body": ad.body, "autofill": ad.autofill,
        "image_url": f"{base}/media/{SHOP.slug}/{ad.picture}",
    }  # fmt: skip
    if platform == "google":
        return {**found, "link": f"{base}/g/{ad.ad_id}"}
    return {**found, "source_url": f"https://{platform}.com/p/{ad.ad_id}", "phone_number_id": PHONE_NUMBER_ID}


def migrate() -> None:
    """Bring the database's tables up to date."""
    import django
    from django.core.management import call_command

    from leadnurturebot.platform.logs import set_up

    set_up()
    django.setup()
    call_command("migrate", verbosity=0)


def prepare(home: Path, kept: dict[str, str], say: Callable[[str], None]) -> dict[str, Any]:
    """Migrations and the demo shop; returns what `demo-info` prints of it."""
    say("Preparing the tables ...")
    migrate()
    from leadnurturebot.cli.demo_data import demo_shop_info

    info = demo_shop_info(kept, say)
    (home / "demo.json").write_text(json.dumps(kept))
    return info


def wait_for(url: str, supervisor: Supervisor) -> None:
    """Return once `url` answers 200. Raises Refused when it does not within a minute."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline and not supervisor.stop.is_set():
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            supervisor.stop.wait(0.1)
    raise Refused(f"{url} does not answer; the messages above say why")


def register_numbers(simulator_url: str) -> None:
    """Introduce every business number of the demo to the simulator, which checks the webhook address as Meta does."""
    from leadnurturebot.cli.numbers import demo_numbers

    for number in demo_numbers():
        post(f"{simulator_url}/_sim/numbers", number)


def post(url: str, data: dict[str, Any]) -> dict[str, Any]:
    """POST JSON to a stand-in on this machine. Raises Refused with its answer."""
    body = json.dumps(data).encode()
    request = urllib.request.Request(url, data=body, headers={"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            found: dict[str, Any] = json.loads(answer.read() or b"{}")
            return found
    except urllib.error.HTTPError as error:
        raise Refused(f"{url} answered {error.code}: {error.read().decode()[:200]}") from error
