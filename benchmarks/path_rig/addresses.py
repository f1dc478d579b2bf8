"""What the processes outside the product know of it: where each shop's webhooks go and how they are signed."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ShopAddress:
    """A shop as the provider knows it."""

    path: str
    """Of its webhook, without the host."""
    app_secret: str
    phone_number_id: str
    waba_id: str
    display_number: str
    ad_id: str


def save(file: Path, shops: Sequence[ShopAddress]) -> None:
    """Write the addresses for the other processes."""
    file.write_text(json.dumps([asdict(shop) for shop in shops]))


def read(file: Path) -> list[ShopAddress]:
    """What `save` wrote."""
    return [ShopAddress(**shop) for shop in json.loads(file.read_text())]
