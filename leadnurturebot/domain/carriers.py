"""Carriers of parcels and the public page on which each shows where a parcel is.

The pages are those that the carriers themselves link to in Nov 2026; a carrier that is not here, or has moved its page,
is served by the link that the shop pastes.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit


class UnusableTracking(ValueError):
    """A tracking number or link that cannot be kept; the message is for the shop."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier: its name as customers know it, and its page with `{number}` where the tracking number goes."""

    slug: str
    name: str
    page: str


CARRIERS: dict[str, Carrier] = {
    carrier.slug: carrier
    for carrier in (
        Carrier("usps", "USPS", "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}"),
        Carrier("ups", "UPS", "https://www.ups.com/track?tracknum={number}"),
        Carrier("fedex", "FedEx", "https://www.fedex.com/fedextrack/?trknbr={number}"),
        Carrier("dhl", "DHL", "https://www.dhl.com/en/express/tracking.html?AWB={number}"),
        Carrier("royal_mail", "Royal Mail", "https://www.royalmail.com/track-your-item#/tracking-results/{number}"),
        Carrier("correos", "Correos", "https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number={number}"),
        Carrier("seur", "SEUR", "https://www.seur.com/livetracking/?segOnlineIdentificador={number}"),
        Carrier("correios", "Correios", "https://rastreamento.correios.com.br/app/index.php?objetos={number}"),
        Carrier("delhivery", "Delhivery", "https://www.delhivery.com/track/package/{number}"),
        Carrier("bluedart", "Blue Dart", "https://www.bluedart.com/trackdartresultthirdparty?trackFor=0&trackNo={number}"),
        Carrier("jne", "JNE", "https://jne.co.id/tracking-package?awb={number}"),
        Carrier("jnt", "J&T Express", "https://jet.co.id/track?awb={number}"),
    )
}  # fmt: skip

_NUMBER = re.compile(r"[A-Z0-9][A-Z0-9-]{3,39}")
_SPACES = re.compile(r"\s+")
NAME_MAX, LINK_MAX = 60, 500


@dataclass(frozen=True, slots=True)
class Tracking:
    """Where a parcel is to be followed: the carrier's name, its number and its page; each may be empty."""

    carrier: str = ""
    number: str = ""
    url: str = ""


def read_tracking(carrier: str, number: str, url: str) -> Tracking:
    """What a shop gave: a carrier by slug or in its own words, a number as printed, perhaps a link of its own.

    The page of a known carrier is made from the number; a link given goes before it. Raises UnusableTracking.
    """
    known = CARRIERS.get(carrier.strip())
    clean = _SPACES.sub("", number).upper()
    if clean and not _NUMBER.fullmatch(clean):
        raise UnusableTracking("A tracking number is 4 to 40 letters, digits and hyphens.")
    name = known.name if known else carrier.strip()
    if len(name) > NAME_MAX:
        raise UnusableTracking(f"A carrier's name has at most {NAME_MAX} characters.")
    link = _checked(url.strip())
    if not link and known and clean:
        link = known.page.format(number=quote(clean, safe=""))
    return Tracking(name, clean, link)


def _checked(url: str) -> str:
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise UnusableTracking("The tracking link cannot be read.") from error
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc or _SPACES.search(url):
        raise UnusableTracking("A tracking link begins with https:// and names the carrier's site.")
    if len(url) > LINK_MAX:
        raise UnusableTracking(f"A tracking link has at most {LINK_MAX} characters.")
    return url
