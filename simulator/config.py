"""The configuration file: which numbers, ads and links this world has."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from simulator.jsontypes import Json

PLATFORMS = ("instagram", "facebook", "google")
NUMBER_FIELDS = (
    "phone_number_id",
    "waba_id",
    "app_secret",
    "access_token",
    "verify_token",
    "webhook_url",
    "display_phone_number",
    "name",
)
# A number comes by Meta's own API unless it says otherwise; each way has its own key and webhook.
NUMBER_FIELDS_BY_PROVIDER = {
    "whatsapp_cloud": NUMBER_FIELDS,
    "twilio": ("phone_number_id", "waba_id", "auth_token", "webhook_url", "display_phone_number", "name"),
    "dialog360": ("phone_number_id", "waba_id", "api_key", "display_phone_number", "name"),
}


class ConfigError(Exception):
    """The configuration can not be used; the text says which field and why."""


@dataclass(frozen=True)
class Ad:
    """An ad as the person sees it. `link` is where a Google ad leads; `autofill` the text it puts in the chat."""

    id: str
    platform: str
    headline: str
    body: str = ""
    image_url: str = ""
    source_url: str = ""
    autofill: str = ""
    link: str = ""
    phone_number_id: str = ""


@dataclass(frozen=True)
class Config:
    portal_url: str = ""
    demo_token: str = ""
    numbers: tuple[Json, ...] = ()
    ads: tuple[Ad, ...] = ()
    people: tuple[Json, ...] = ()
    qr_text: str = ""
    website_url: str = ""

    def ad(self, ad_id: str) -> Ad | None:
        return next((ad for ad in self.ads if ad.id == ad_id), None)


def load_config(path: Path) -> Config:
    """Raises ConfigError when the file is missing, is no JSON or lacks a field."""
    try:
        raw = orjson.loads(path.read_bytes())
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except orjson.JSONDecodeError as error:
        raise ConfigError(f"{path}: not JSON ({error})") from error
    if not isinstance(raw, dict):
        raise ConfigError(f"{path}: a JSON object is wanted")
    return parse_config(raw)


def parse_config(raw: Json) -> Config:
    return Config(
        portal_url=str(raw.get("portal_url") or "").rstrip("/"),
        demo_token=str(raw.get("demo_token") or ""),
        numbers=tuple(check_number(number) for number in raw.get("numbers") or []),
        ads=tuple(_ad(ad) for ad in raw.get("ads") or []),
        people=tuple(raw.get("people") or []),
        qr_text=str(raw.get("qr_text") or ""),
        website_url=str(raw.get("website_url") or ""),
    )


def check_number(raw: Any) -> Json:
    """A business number as given to the API or the file. Raises ConfigError naming what is missing."""
    if not isinstance(raw, dict):
        raise ConfigError("a number is a JSON object")
    fields = NUMBER_FIELDS_BY_PROVIDER.get(str(raw.get("provider") or "whatsapp_cloud"))
    if fields is None:
        raise ConfigError(f"provider: one of {', '.join(NUMBER_FIELDS_BY_PROVIDER)} wanted")
    missing = [name for name in fields if not raw.get(name)]
    if missing:
        raise ConfigError(f"number {raw.get('phone_number_id', '?')}: missing {', '.join(missing)}")
    return {**raw, **{name: str(raw[name]) for name in fields}}


def _ad(raw: Json) -> Ad:
    unknown = set(raw) - set(Ad.__dataclass_fields__)
    if unknown:
        raise ConfigError(f"ad {raw.get('id', '?')}: unknown field {min(unknown)}")
    if not raw.get("id") or raw.get("platform") not in PLATFORMS:
        raise ConfigError(f"ad {raw.get('id', '?')}: wants an id and a platform of {', '.join(PLATFORMS)}")
    return Ad(**{key: str(value or "") for key, value in raw.items()})
