"""Shops' own words for categories, options and people, in our base terms."""

import re
from collections.abc import Iterable

_CATEGORIES = {
    "dress": "dress sundress gown vestido gaun",
    "top": "top tank cami camisole bodysuit",
    "blouse": "blouse blusa",
    "t-shirt": "t-shirt tshirt tee camiseta playera kaos",
    "shirt": "shirt polo overshirt camisa kemeja",
    "knitwear": "knitwear knit sweater jumper cardigan pullover hoodie sweatshirt jersey suéter sueter",
    "jeans": "jean jeans denim vaqueros",
    "trousers": "trouser pant trousers pants chino legging jogger culotte pantalón pantalon calça celana",
    "skirt": "skirt falda saia rok",
    "shorts": "short shorts bermuda",
    "jacket": "jacket bomber chaqueta jaqueta jaket",
    "blazer": "blazer",
    "coat": "coat trench parka raincoat abrigo casaco mantel",
    "shoes": "shoe sneaker trainer boot sandal heel pump loafer flat slipper footwear zapato sapato sepatu",
    "bag": "bag tote clutch handbag backpack purse bolso bolsa tas",
    "hat": "hat cap beanie sombrero chapéu topi",
    "scarf": "scarf scarves headscarf shawl bufanda cachecol syal",
    "jewellery": "jewellery jewelry necklace earring bracelet ring joyería joias perhiasan",
    "belt": "belt cinturón cinturon cinto ikat",
    "accessory": "accessory accessories sunglasses glove sock tie wallet accesorio acessório aksesoris",
}
_CATEGORY_OF = {word: base for base, words in _CATEGORIES.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_TAIL = re.compile(r"\b(?:with|in|for|from|and|by)\b.*")

_COLOR_NAMES = frozenset(["color", "colour", "colours", "colors", "cor", "farbe", "couleur", "warna", "रंग"])
_SIZE_NAMES = frozenset(
    [
        "size",
        "sizes",
        "talla",
        "tamaño",
        "tamanho",
        "größe",
        "taille",
        "ukuran",
        "साइज़",
        "shoe size",
        "us size",
        "eu size",
    ]
)
_AUDIENCES = {
    "men": "men man mens men's male gentlemen hombre homem pria",
    "women": "women woman womens women's female ladies mujer mulher wanita",
    "unisex": "unisex",
}
_AUDIENCE_OF = {word: audience for audience, words in _AUDIENCES.items() for word in words.split()}
_FITS = {
    "slim": "slim skinny fitted tight bodycon",
    "regular": "regular classic standard straight",
    "loose": "loose relaxed oversized oversize baggy boxy wide",
}
_FIT_OF = {word: fit for fit, words in _FITS.items() for word in words.split()}


def category(*texts: str) -> str:
    """The base term of the first text that names one, judged by the last telling word of its first telling part:
    "Shirt Dress with belt" and "sale, shirt dresses" are dresses."""
    for part in (part for text in texts for part in text.casefold().split(",")):
        for word in reversed(_WORD.findall(_TAIL.sub("", part))):
            for form in (word, word.removesuffix("s"), word.removesuffix("es"), word.rpartition("-")[2]):
                if form in _CATEGORY_OF:
                    return _CATEGORY_OF[form]
    return ""


def audience(texts: Iterable[str]) -> str | None:
    """Whom a product is for, None when nothing says so. Named for both it is unisex."""
    words = {word for text in texts for word in re.findall(r"[^\W\d_]+(?:'s)?", text.casefold())}
    found = {_AUDIENCE_OF[word] for word in words if word in _AUDIENCE_OF}
    if not found:
        return None
    return found.pop() if len(found) == 1 else "unisex"


def fit(text: str) -> str:
    """`slim`, `regular` or `loose`, "" for other words."""
    return next((_FIT_OF[word] for word in _WORD.findall(text.casefold()) if word in _FIT_OF), "")


def color_and_size(options: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Colour and size of (option name, value) pairs; the values of other options stand behind the size."""
    color, sizes, others = "", [], []
    for name, value in options:
        key = name.casefold().strip()
        if not value or (key == "title" and value == "Default Title"):
            continue
        if key in _COLOR_NAMES and not color:
            color = value.casefold()
        elif key in _SIZE_NAMES:
            sizes.append(value)
        else:
            others.append(value)
    return color, " / ".join([*sizes, *others])


def is_option(name: str) -> bool:
    """Whether variants of a product differ in this, so that it is no fact about all of them."""
    return name.casefold().strip() in _COLOR_NAMES | _SIZE_NAMES


_STATED = re.compile(
    r"^[\s•*–-]*(material|fabric|composition|fit|pockets|care|length|lining|closure|neckline|sleeves?|stretch|weight)"
    r"\s*:\s*(.+?)[\s.;]*$",
    re.IGNORECASE | re.MULTILINE,
)
_MATERIAL = frozenset({"material", "fabric", "composition"})
_LONGEST_FACT = 120


def stated(text: str) -> dict[str, str]:
    """Facts that a description states as "Name: value" on a line of their own; nothing is read between the lines."""
    found: dict[str, str] = {}
    for name, value in _STATED.findall(text):
        if len(value) <= _LONGEST_FACT:
            found.setdefault(fact_name(name), value)
    return found


def fact_name(name: str) -> str:
    """Our name of a fact."""
    key = name.casefold().strip()
    return "material" if key in _MATERIAL else "sleeve" if key == "sleeves" else key
