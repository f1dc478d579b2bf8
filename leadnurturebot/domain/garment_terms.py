"""How goods relate: which categories are kinds of which, which shades belong to which colour, which sizes are one, which
occasions mean the same.

Everything here is in the English base terms that the language folders map customers' words to.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from leadnurturebot.domain.local_words import base_color, base_fabric

_FAMILIES = {
    "top": "t-shirt shirt blouse tank-top bodysuit polo sweater cardigan sweatshirt hoodie knitwear vest",
    "knitwear": "sweater cardigan",
    "sweater": "sweatshirt",
    "bottoms": "jeans trousers leggings shorts skirt",
    "outerwear": "jacket coat blazer",
    "jacket": "blazer",
    "shoes": "sneakers boots sandals heels flats loafers slippers",
    "bag": "tote backpack wallet",
    "hat": "cap beanie",
    "accessories": "hat cap beanie scarf belt gloves socks jewelry sunglasses tie bag tote backpack wallet",
}
_PARENTS: dict[str, set[str]] = {}
for _parent, _children in _FAMILIES.items():
    for _child in _children.split():
        _PARENTS.setdefault(_child.replace("-", " ") if _child == "tank-top" else _child, set()).add(_parent)

# The word a product's name ends on tells its kind; these are names for the base terms.
_HEADS = {
    "sundress": "dress",
    "gown": "dress",
    "maxi": "dress",
    "tee": "t-shirt",
    "tank": "tank top",
    "cami": "tank top",
    "camisole": "tank top",
    "jumper": "sweater",
    "pullover": "sweater",
    "turtleneck": "sweater",
    "crewneck": "sweater",
    "chino": "trousers",
    "trouser": "trousers",
    "pant": "trousers",
    "culotte": "trousers",
    "jogger": "trousers",
    "jean": "jeans",
    "legging": "leggings",
    "short": "shorts",
    "trench": "coat",
    "parka": "coat",
    "raincoat": "coat",
    "overcoat": "coat",
    "bomber": "jacket",
    "trainer": "sneakers",
    "sneaker": "sneakers",
    "boot": "boots",
    "sandal": "sandals",
    "mule": "sandals",
    "espadrille": "sandals",
    "heel": "heels",
    "pump": "heels",
    "ballerina": "flats",
    "flat": "flats",
    "loafer": "loafers",
    "slipper": "slippers",
    "shoe": "shoes",
    "clutch": "bag",
    "crossbody": "bag",
    "handbag": "bag",
    "satchel": "bag",
    "shopper": "tote",
    "rucksack": "backpack",
    "headscarf": "scarf",
    "shawl": "scarf",
    "glove": "gloves",
    "sock": "socks",
    "necklace": "jewelry",
    "earring": "jewelry",
    "bracelet": "jewelry",
    "hoop": "jewelry",
    "ring": "jewelry",
    "playsuit": "jumpsuit",
    "romper": "jumpsuit",
    "waistcoat": "vest",
    "gilet": "vest",
    "bikini": "swimwear",
    "swimsuit": "swimwear",
    "pyjama": "nightwear",
    "robe": "nightwear",
    "bralette": "underwear",
}
_KINDS = (
    frozenset(_PARENTS)
    | frozenset(_FAMILIES)
    | {
        "dress",
        "jumpsuit",
        "co-ord",
        "suit",
        "kimono",
        "swimwear",
        "nightwear",
        "underwear",
        "sportswear",
    }
)
_TAIL = re.compile(r"\b(?:with|in|for|from|and|by)\b.*")

_SHADES = {
    "black": "charcoal",
    "white": "off-white cream ivory ecru",
    "beige": "sand camel tan nude taupe ecru cream khaki champagne",
    "brown": "chocolate camel tan taupe rust",
    "grey": "charcoal silver",
    "red": "scarlet burgundy maroon",
    "burgundy": "maroon",
    "orange": "terracotta rust coral peach apricot",
    "pink": "light-pink hot-pink blush dusty-pink fuchsia rose coral",
    "yellow": "mustard lemon gold",
    "green": "dark-green light-green bottle-green forest-green emerald olive sage mint lime khaki teal",
    "dark green": "bottle-green forest-green emerald olive",
    "light green": "mint sage lime",
    "blue": "light-blue sky-blue baby-blue powder-blue dark-blue royal-blue cobalt navy indigo denim-blue turquoise "
    "aqua teal",
    "light blue": "sky-blue baby-blue powder-blue",
    "dark blue": "navy indigo",
    "turquoise": "aqua teal",
    "purple": "lilac lavender plum mauve violet",
    "light pink": "blush",
    "off-white": "cream ivory ecru",
    "gold": "rose-gold champagne",
}
_HYPHENATED = frozenset({"off-white"})
_SIZE_NAMES = {
    "2XL": "XXL",
    "XXXL": "3XL",
    "XXXXL": "4XL",
    "SMALL": "S",
    "MEDIUM": "M",
    "LARGE": "L",
    "EXTRA LARGE": "XL",
    "ONESIZE": "ONE SIZE",
    "OS": "ONE SIZE",
    "ONE": "ONE SIZE",
    "O/S": "ONE SIZE",
    "FREE SIZE": "ONE SIZE",
    "EXTRA SMALL": "XS",
    "X-LARGE": "XL",
    "X-SMALL": "XS",
    # The letters of Brazil's labels: pequeno, grande, and "extra" before or after.
    "PP": "XS",
    "P": "S",
    "G": "L",
    "GG": "XL",
    "XG": "XXL",
    "XGG": "XXL",
    "G1": "XXL",
    "G2": "3XL",
    "G3": "4XL",
}
SHADE = 0.9
"""How well a shade answers to its plain colour."""
_OCCASIONS = (
    frozenset({"wedding", "wedding guest"}),
    frozenset({"date", "date night"}),
    frozenset({"casual", "everyday"}),
    frozenset({"work", "office"}),
    frozenset({"holiday", "vacation"}),
)
_NEAR_OCCASIONS = {
    "funeral": "formal",
    "graduation": "formal",
    "church": "formal",
    "christmas": "party",
    "school": "everyday",
    "spring": "everyday",
    "autumn": "everyday",
}
_MATERIAL_KINDS = {
    "wool": "lambswool merino cashmere mohair alpaca",
    "leather": "suede nappa",
    "viscose": "rayon",
}
# EU = said + offset, by the system said and whether it counts women's or men's sizes. Rounded from common charts.
_SHOE_OFFSETS = {("US", "women"): 30.5, ("US", "men"): 33.0, ("UK", "women"): 33.0, ("UK", "men"): 33.5}
_SYSTEM = re.compile(r"^(?:EU|EUR|UK|US|IT|FR|SIZE|W)\s*(?=\d)")


def ancestors(category: str) -> frozenset[str]:
    """`category` and everything it is a kind of: a cardigan is knitwear and a top."""
    found, waiting = {category}, [category]
    while waiting:
        for parent in _PARENTS.get(waiting.pop(), ()):
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return frozenset(found)


def kinds(category: str, name: str) -> frozenset[str]:
    """Every category a product answers to, by its record and by the last telling word of its name."""
    own = category.lower()
    return ancestors(own) | ancestors(head(name) or own)


def head(name: str) -> str:
    """The base category a name ends on ("Linen Shirt Dress with belt": dress), empty when none is known."""
    words = _TAIL.sub("", name.lower().replace("-", " ")).split()
    for index in range(len(words) - 1, -1, -1):
        pair = " ".join(words[index - 1 : index + 1]) if index else ""
        for word in (
            pair,
            pair.replace(" ", "-"),
            words[index],
            words[index].removesuffix("s"),
            words[index].removesuffix("es"),
        ):
            if word in _HEADS or word in _KINDS:
                return _HEADS.get(word, word)
    return ""


@lru_cache(maxsize=4096)
def color_fit(wished: str, color: str) -> float:
    """1 for the colour itself, 0.9 for a shade of it, 0.4 for the plain colour of a wished shade, else 0."""
    wished, color = wished.lower().strip(), base_color(color).lower().strip().replace("gray", "grey")
    if wished == color:
        return 1.0
    if color in _shades(wished) or _is_part(wished, color):
        return 0.9
    if wished in _shades(color) or _is_part(color, wished):
        return 0.4
    return 0.0


@lru_cache(maxsize=256)
def _shades(color: str) -> frozenset[str]:
    return frozenset(name if name in _HYPHENATED else name.replace("-", " ") for name in _SHADES.get(color, "").split())


def _is_part(short: str, long: str) -> bool:
    """Whether a record's colour such as `washed blue` or `black/white` names the colour."""
    return short in re.split(r"[\s/,&-]+", long) and long not in _HYPHENATED


_CUT = re.compile(r"^(?:W ?)?(\d\d) ?(?:[/X] ?L?|L) ?(\d\d)$")
"""Waist and length of trousers: `W32 L34` and `32x34` are `32/34`."""


@lru_cache(maxsize=4096)
def size_key(size: str) -> str:
    """One form for sizes that are the same: `2XL` and `XXL`, `medium` and `M`, `EU 38` and `38`, `W32 L34` and `32/34`."""
    key = " ".join(size.upper().split())
    key = _CUT.sub(r"\1/\2", _SYSTEM.sub("", key))
    return _SIZE_NAMES.get(key, key)


def same_size(first: str, second: str) -> bool:
    """Whether two labels name the same size."""
    return size_key(first) == size_key(second)


def any_size(wished: Iterable[str], size: str) -> bool:
    """Whether the size is one of those wished; one size fits every wish."""
    key = size_key(size)
    return key == "ONE SIZE" or any(size_key(wish) == key for wish in wished)


def occasion_names(occasion: str) -> frozenset[str]:
    """The occasion with the other names that records may have for it."""
    return next((names for names in _OCCASIONS if occasion in names), frozenset({occasion}))


def near_occasions(occasion: str) -> frozenset[str]:
    """An occasion whose goods come near to this one where no record names it."""
    near = _NEAR_OCCASIONS.get(occasion)
    return frozenset({near} if near else ())


def plain_materials(word: str) -> frozenset[str]:
    """Plain materials that a word of a record is a kind of: lambswool and merino are wool, and so is "lana"."""
    kinds_of = {plain for plain, own in _MATERIAL_KINDS.items() if word in own.split()} | {base_fabric(word)} - {word}
    return frozenset(kinds_of | ({"wool"} if word.endswith("wool") else set()))


def eu_shoe_size(size: str, audience: str) -> float | None:
    """The EU size that a shoe size said as `US 8` or `UK 5` comes to (38.5 may be met), None for any other label."""
    system, _, number = size.strip().upper().partition(" ")
    offset = _SHOE_OFFSETS.get((system, "men" if audience == "men" else "women"))
    if offset is None or not re.fullmatch(r"\d{1,2}(?:\.5)?", number):
        return None
    return float(number) + offset
