"""Colours and fabrics as shops of other languages label their goods, in our base terms: a garment in "negro" is black.

Only labels that mean one thing; customers' words, which are many more, are the understanding's (`assistant/language`).
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

# Spanish, Portuguese, Indonesian, Hindi in Latin letters and in Devanagari; without Latin accents.
_COLORS = {
    "black": "negro negra preto preta hitam kala kali काला काली",
    "white": "blanco blanca branco branca putih safed सफेद सफ़ेद",
    "ivory": "marfim perola gading",
    "off-white": "blanco-roto blanco-hueso gelo broken-white putih-tulang",
    "cream": "crema creme krem क्रीम",
    "beige": "beis bege बेज",
    "sand": "arena areia pasir",
    "camel": "camello caramelo karamel",
    "brown": "marron cafe marrom coklat cokelat bhura भूरा",
    "grey": "gris cinza abu-abu abu sleti सलेटी",
    "silver": "plateado plateada plata prata prateado prateada perak chandi चाँदी",
    "gold": "dorado dorada dourado dourada emas keemasan sunehra सुनहरा",
    "red": "rojo roja vermelho vermelha merah lal laal लाल",
    "burgundy": "burdeos vino vinho bordo marsala merah-anggur",
    "maroon": "granate marun",
    "terracotta": "terracota teja telha terakota merah-bata",
    "orange": "naranja anaranjado laranja oranye jingga narangi नारंगी",
    "coral": "koral कोरल",
    "yellow": "amarillo amarilla amarelo amarela kuning peela पीला",
    "peach": "pessego",
    "rust": "ferrugem",
    "mustard": "mostaza mostarda kunyit sarson",
    "green": "verde hijau hara हरा",
    "dark green": "verde-oscuro verde-escuro hijau-tua gehra-hara गहरा-हरा",
    "light green": "verde-claro hijau-muda halka-hara हल्का-हरा",
    "olive": "oliva verde-oliva verde-militar verde-musgo",
    "emerald": "esmeralda verde-esmeralda zamrud",
    "bottle green": "verde-botella verde-garrafa hijau-botol",
    "mint": "menta verde-menta verde-agua pista",
    "turquoise": "turquesa toska firozi",
    "blue": "azul biru neela नीला",
    "light blue": "azul-claro biru-muda halka-neela हल्का-नीला",
    "sky blue": "celeste azul-cielo azul-ceu biru-langit aasmani आसमानी",
    "dark blue": "azul-oscuro azul-escuro biru-tua gehra-neela गहरा-नीला",
    "royal blue": "azul-royal azul-rey",
    "teal": "azul-petroleo petroleo",
    "navy": "marino azul-marino azul-marinho dongker biru-dongker",
    "purple": "morado morada roxo roxa ungu baingani बैंगनी",
    "lilac": "lila lilas ungu-muda",
    "lavender": "lavanda",
    "pink": "rosa rosado rosada cor-de-rosa merah-muda gulabi गुलाबी",
    "fuchsia": "fucsia rani",
}
_FABRICS = {
    "cotton": "algodon algodao katun suti कॉटन सूती",
    "linen": "lino linho lenen लिनन",
    "silk": "seda sutra resham रेशम",
    "satin": "saten raso cetim साटन",
    "wool": "lana la wol oon ऊन",
    "cashmere": "cachemir cachemira caxemira kasmir",
    "denim": "mezclilla vaquero डेनिम",
    "leather": "piel cuero couro kulit chamda चमड़ा",
    "suede": "ante gamuza camurca",
    "velvet": "terciopelo veludo beludru makhmal मखमल",
    "corduroy": "pana cotele korduroi",
    "viscose": "viscosa viskos रेयॉन",
    "polyester": "poliester पॉलिएस्टर",
    "nylon": "nailon poliamida nilon",
    "elastane": "elastano spandek",
    "lace": "encaje renda brokat",
    "chiffon": "gasa sifon शिफॉन",
    "jersey": "malha",
    "fleece": "polar flis",
    "acrylic": "acrilico akrilik",
    "bamboo": "bambu",
    "straw": "paja palha rafia",
    "canvas": "lona kanvas",
    "crepe": "crep krep",
    "tulle": "tul tule",
}
_ACCENTS = re.compile("[\u0300-\u036f]")


def _bases(table: Mapping[str, str]) -> dict[str, str]:
    return {plain(word.replace("-", " ")): base for base, words in table.items() for word in words.split()}


def plain(label: str) -> str:
    """A label in lower case without Latin accents, its words apart."""
    folded = _ACCENTS.sub("", unicodedata.normalize("NFD", label.casefold()))
    return " ".join(unicodedata.normalize("NFC", folded).replace("-", " ").split())


_COLOR_OF = _bases(_COLORS)
_FABRIC_OF = _bases(_FABRICS)


@lru_cache(maxsize=4096)
def base_color(label: str) -> str:
    """The base colour that a shop's label means, the label itself where no list has it."""
    return _COLOR_OF.get(plain(label), label)


@lru_cache(maxsize=4096)
def base_fabric(label: str) -> str:
    """As `base_color`, for one fabric."""
    return _FABRIC_OF.get(plain(label), label)
