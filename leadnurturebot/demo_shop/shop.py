"""The demo shop's own settings: what an owner would have typed while setting up."""

from collections.abc import Mapping
from dataclasses import dataclass

from leadnurturebot.demo_shop.catalogue.reading import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAd:
    """An advertisement and how people come from it: a referral with the ad's id (Meta) or a landing link (Google)."""

    source: str
    """`instagram_ad`, `facebook_ad` or `google_ad`."""
    ad_id: str
    """The platform's number of the ad; for Google the code of our landing link `/g/<code>`."""
    name: str
    headline: str
    body: str
    autofill: str
    """What stands ready in the customer's writing field after the tap."""
    product: str
    """External id."""
    color: str
    words: tuple[str, ...]
    """Capitals on the picture."""

    @property
    def picture(self) -> str:
        """File name of the advertisement's picture."""
        return f"ad--{slug(self.name)}.png"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoShop:
    """Name, place, money, rules and voice of the shop. Amounts are US cents."""

    name: str
    slug: str
    country: str
    currency: str
    language: str
    timezone: str
    owner: str
    address: str
    email: str
    website: str
    hours: str
    shipping_flat_minor: int
    shipping_free_from_minor: int
    shipping_days: tuple[int, int]
    express_minor: int
    days_abroad: tuple[int, int]
    """Working days, shortest and longest."""
    ships_to: tuple[str, ...]
    return_days: int
    exchange_is_free: bool
    order_prefix: str
    next_order_number: int
    """The number that the first order after the demo's past gets."""
    voice: Mapping[str, str]
    ads: tuple[DemoAd, ...]

    def shipping_minor(self, subtotal_minor: int) -> int:
        """Shipping for a cart of this subtotal."""
        return 0 if subtotal_minor >= self.shipping_free_from_minor else self.shipping_flat_minor

    def order_number(self, count: int) -> str:
        """The order number for a value of the counter: "TT12345"."""
        return f"{self.order_prefix}{count}"


ADS = (
    DemoAd(
        source="instagram_ad",
        ad_id="120214873301520447",
        name="Summer Collection",
        headline="Summer Collection",
        body="The sundress everyone asks about. Find your size in a minute 🌸",
        autofill="Hello! Can I get more info on this?",
        product="blue-floral-sundress",
        color="blue floral",
        words=("SUMMER", "COLLECTION"),
    ),
    DemoAd(
        source="facebook_ad",
        ad_id="120215560947710382",
        name="Wrap it up",
        headline="Wrap it up",
        body="The sage wrap dress that ties where you like it. Ask us anything about size and fit.",
        autofill="Hi, I'm interested in this dress.",
        product="sage-wrap-dress",
        color="sage",
        words=("WRAP", "IT UP"),
    ),
    DemoAd(
        source="google_ad",
        ad_id="JEANS",
        name="Straight Jeans",
        headline="Straight jeans that fit",
        body="High rise, straight leg, firm denim. Tell us your waist and we name your size.",
        autofill="Hi! I saw the Straight Jeans on Google.",
        product="straight-jeans",
        color="dark blue",
        words=("STRAIGHT", "JEANS"),
    ),
)

SHOP = DemoShop(
    name="TrendyThreads Boutique",
    slug="trendythreads",
    country="US",
    currency="USD",
    language="en",
    timezone="America/New_York",
    owner="Sarah Chen",
    address="48 Larkspur Lane, Brooklyn, NY 11201",
    email="hello@trendythreads.example",
    website="https://trendythreads.example",
    hours="Mon-Fri 09:00-18:00, Sat 10:00-17:00",
    shipping_flat_minor=500,
    shipping_free_from_minor=8000,
    shipping_days=(3, 5),
    express_minor=1500,
    days_abroad=(7, 12),
    ships_to=("US", "CA", "GB", "IE", "DE", "FR", "ES", "PT", "IT", "NL", "BR", "MX", "IN", "ID", "AU", "NZ"),
    return_days=30,
    exchange_is_free=True,
    order_prefix="TT",
    next_order_number=12345,
    voice={
        "persona": "Mia",
        "tone": "warm, plain and quick, like the best assistant of a small boutique",
        "greeting": "Hi {name}!",
        "emoji": "some",
        "formality": "casual",
        "signature_emoji": "🌸",
        "never": "slang, exclamation marks in a row, pressure, promises that no record carries",
    },
    ads=ADS,
)
"""TrendyThreads Boutique."""
