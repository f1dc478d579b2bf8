"""The states of the USA: by name, and by the first three digits of a ZIP code.

Ranges as the Postal Service assigns them (USPS Publication 65 and Labeling List L002, three-digit ZIP Code prefixes); a prefix
that no state has (military post, unused) gives none.
"""

from bisect import bisect_right
from collections.abc import Mapping

_TABLE = """
5NY 6PR 10MA 28RI 30NH 39ME 50VT 55MA 56VT 60CT 70NJ 90- 100NY 150PA 197DE 200DC 201VA 202DC 206MD 220VA 247WV 270NC 290SC 300GA
320FL 340- 341FL 350AL 370TN 386MS 398GA 400KY 430OH 460IN 480MI 500IA 530WI 550MN 570SD 580ND 590MT 600IL 630MO 660KS 680NE 700LA
716AR 730OK 733TX 734OK 750TX 800CO 820WY 832ID 840UT 850AZ 870NM 885TX 886- 889NV 900CA 962- 967HI 969- 970OR 980WA 995AK
"""
"""First prefix of a range and its state; `-` for none."""
_PREFIXES = _TABLE.split()
_STARTS = [int(entry.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ-")) for entry in _PREFIXES]
_STATES = [entry.lstrip("0123456789") for entry in _PREFIXES]
_PREFIX_DIGITS = 3

NAMES: Mapping[str, str] = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO",
    "connecticut": "CT", "delaware": "DE", "florida": "FL", "georgia": "GA", "hawaii": "HI", "idaho": "ID", "illinois": "IL",
    "indiana": "IN", "iowa": "IA", "kansas": "KS", "kentucky": "KY", "louisiana": "LA", "maine": "ME", "maryland": "MD",
    "massachusetts": "MA", "michigan": "MI", "minnesota": "MN", "mississippi": "MS", "missouri": "MO", "montana": "MT",
    "nebraska": "NE", "nevada": "NV", "new hampshire": "NH", "new jersey": "NJ", "new mexico": "NM", "new york": "NY",
    "north carolina": "NC", "north dakota": "ND", "ohio": "OH", "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA",
    "rhode island": "RI", "south carolina": "SC", "south dakota": "SD", "tennessee": "TN", "texas": "TX", "utah": "UT",
    "vermont": "VT", "virginia": "VA", "washington": "WA", "west virginia": "WV", "wisconsin": "WI", "wyoming": "WY",
    "district of columbia": "DC", "puerto rico": "PR",
}  # fmt: skip
"""Abbreviations by name in small letters."""


def state_of_zip(postcode: str) -> str:
    """The state of a ZIP code ("94103-1234" is CA), empty when no state has it."""
    digits = postcode[:_PREFIX_DIGITS]
    if len(digits) < _PREFIX_DIGITS or not digits.isdecimal() or int(digits) < _STARTS[0]:
        return ""
    return _STATES[bisect_right(_STARTS, int(digits)) - 1].strip("-")
