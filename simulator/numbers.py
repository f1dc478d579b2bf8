"""Business numbers: whose they are, where their events go, and the handshake that proves it."""

import secrets
from dataclasses import asdict, dataclass, field, replace
from urllib.parse import urlencode

from simulator.config import check_number
from simulator.jsontypes import Json
from simulator.outside import Outside, OutsideUnreachable
from simulator.rates import calling_code
from simulator.state import Documents


class HandshakeRefused(Exception):
    """The callback address answered, but not with the challenge; or it did not answer at all."""


@dataclass(frozen=True)
class Number:
    """A business number with its app. `webhook_state`: pending, verified or refused.

    `provider`: who carries its messages, Meta's own API or a partner; `api_url` is where this program was reached when the
    number was connected, `webhook_headers` what a partner was told to send along.
    """

    phone_number_id: str
    waba_id: str
    app_secret: str
    access_token: str
    verify_token: str
    webhook_url: str
    display_phone_number: str
    name: str
    portfolio_id: str = ""
    subscribed: bool = True
    webhook_state: str = "pending"
    number_callback: str = ""
    waba_callback: str = ""
    provider: str = "whatsapp_cloud"
    api_url: str = ""
    webhook_headers: dict[str, str] = field(default_factory=dict)
    quality_rating: str = "GREEN"
    status: str = "CONNECTED"
    throughput_level: str = "STANDARD"
    is_on_biz_app: bool = False
    is_cart_enabled: bool = True
    is_catalog_visible: bool = False
    catalog_id: str = ""

    @property
    def digits(self) -> str:
        return "".join(each for each in self.display_phone_number if each.isdigit())

    @property
    def portfolio(self) -> str:
        return self.portfolio_id or self.waba_id

    @property
    def throughput(self) -> str:
        """Which rate holds: a number that is also on the phone app is slow, whatever its level."""
        return "COEXISTENCE" if self.is_on_biz_app else self.throughput_level

    @property
    def country_code(self) -> str:
        return calling_code(self.digits) or "1"

    @property
    def messages_url(self) -> str:
        """Where message events go: the number's own callback, else the account's, else the app's."""
        return self.number_callback or self.waba_callback or self.webhook_url


_FIELDS = set(Number.__dataclass_fields__)


def number_from(raw: Json) -> Number:
    """Raises ConfigError when a field is missing. Fields that are none are left aside."""
    checked = check_number(raw)
    if checked.get("provider") == "twilio":
        checked |= {"app_secret": checked["auth_token"], "access_token": checked["auth_token"], "verify_token": ""}
    elif checked.get("provider") == "dialog360":
        # The webhook is set by the partner's own API; a partner's platform secret signs what is sent to it.
        unset = {"verify_token": "", "webhook_url": "", "app_secret": str(raw.get("platform_secret") or "")}
        checked |= unset | {"access_token": checked["api_key"]}
    return Number(**{name: value for name, value in checked.items() if name in _FIELDS})


class Numbers:
    def __init__(self, store: Documents, outside: Outside) -> None:
        self._store = store
        self._outside = outside
        self._by_id = {data["phone_number_id"]: Number(**data) for data in store.all()}

    def all(self) -> list[Number]:
        return list(self._by_id.values())

    def get(self, phone_number_id: str) -> Number | None:
        return self._by_id.get(phone_number_id)

    def of_waba(self, waba_id: str) -> list[Number]:
        return [number for number in self._by_id.values() if number.waba_id == waba_id]

    def by_key(self, provider: str, key: str) -> Number | None:
        """The number a partner's key stands for."""
        found = (each for each in self._by_id.values() if (each.provider, each.access_token) == (provider, key))
        return next(found, None)

    def by_digits(self, digits: str) -> Number | None:
        return next((number for number in self._by_id.values() if number.digits == digits), None)

    def put(self, number: Number) -> Number:
        self._store.put(number.phone_number_id, asdict(number))
        self._by_id[number.phone_number_id] = number
        return number

    def change(self, number: Number, **changes: str | bool | dict[str, str]) -> Number:
        return self.put(replace(number, **changes))  # type: ignore[arg-type]  # names are checked by replace

    async def handshake(self, url: str, verify_token: str) -> None:
        """Ask the callback to return a challenge, as Meta does when an address is saved. Raises HandshakeRefused."""
        challenge = str(secrets.randbelow(9 * 10**9) + 10**9)
        query = urlencode({"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": verify_token})
        address = f"{url}{'&' if '?' in url else '?'}{query}"
        try:
            answer = await self._outside.request("GET", address, {"User-Agent": "facebookplatform/1.0"})
        except OutsideUnreachable as error:
            raise HandshakeUnanswered(str(error)) from error
        if answer.status >= 500:
            raise HandshakeUnanswered(f"answered {answer.status}")
        if answer.status != 200 or answer.body != challenge.encode():
            raise HandshakeRefused(f"answered {answer.status}, not the challenge")


class HandshakeUnanswered(HandshakeRefused):
    """Nobody is there yet: worth another try."""
