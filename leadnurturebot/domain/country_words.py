"""Countries by the names that customers write, for "do you ship to …". Names of all five languages may stand here."""

import re
from collections.abc import Mapping

from leadnurturebot.domain.dialogue.words.every import plain

_NAMES: Mapping[str, str] = {
    "US": "usa|u\\.s\\.a?\\.?|united states|the states|america|estados unidos|eeuu|amerika serikat|amerika|अमेरिका",
    "CA": "canada|canadá|kanada|कनाडा",
    "GB": "uk|u\\.k\\.|united kingdom|england|scotland|wales|britain|great britain|reino unido|inglaterra"
    "|inggris|gran bretana|gra-bretanha|ब्रिटेन|इंग्लैंड",
    "IE": "ireland|irlanda|irlandia",
    "DE": "germany|deutschland|alemania|alemanha|jerman|जर्मनी",
    "FR": "france|francia|frança|prancis|फ्रांस",
    "ES": "spain|españa|espanha|spanyol",
    "PT": "portugal|portugis",
    "IT": "italy|italia|itália",
    "NL": "netherlands|holland|países bajos|holanda|belanda|paises baixos",
    "BE": "belgium|bélgica|belgia",
    "AT": "austria|áustria",
    "CH": "switzerland|suiza|suíça|swiss",
    "SE": "sweden|suecia|suécia|swedia",
    "NO": "norway|noruega|norwegia",
    "DK": "denmark|dinamarca",
    "FI": "finland|finlandia|finlândia",
    "PL": "poland|polonia|polônia|polandia",
    "GR": "greece|grecia|grécia|yunani",
    "TR": "turkey|türkiye|turquía|turquia|turki",
    "MX": "mexico|méxico",
    "BR": "brazil|brasil",
    "AR": "argentina",
    "CL": "chile",
    "CO": "colombia|colômbia",
    "PE": "peru|perú",
    "IN": "india|bharat|भारत",
    "PK": "pakistan|पाकिस्तान",
    "BD": "bangladesh|बांग्लादेश",
    "LK": "sri lanka",
    "NP": "nepal|नेपाल",
    "ID": "indonesia",
    "MY": "malaysia|malasia",
    "SG": "singapore|singapura|सिंगापुर",
    "PH": "philippines|filipinas|filipina",
    "TH": "thailand|tailandia|thailandia",
    "VN": "vietnam",
    "JP": "japan|japón|japão|jepang",
    "CN": "china|cina",
    "KR": "south korea|korea|corea|coreia|korea selatan",
    "AU": "australia|austrália|ऑस्ट्रेलिया",
    "NZ": "new zealand|nueva zelanda|nova zelandia|selandia baru",
    "ZA": "south africa|sudáfrica|afrika selatan|africa do sul",
    "NG": "nigeria|nigéria",
    "KE": "kenya",
    "EG": "egypt|egipto|egito|mesir",
    "AE": "uae|emirates|dubai|abu dhabi|emiratos|emirados|uni emirat arab|दुबई|यूएई",
    "SA": "saudi arabia|saudi|arab saudi|arabia saudita|arabia saudi",
    "IL": "israel",
}
_PATTERN = re.compile(
    "|".join(rf"(?P<{code}>(?<!\w)(?:{plain(names)})(?!\w))" for code, names in _NAMES.items()), re.IGNORECASE
)


def country_in(text: str) -> str:
    """ISO code of the first country named, empty when none is."""
    found = _PATTERN.search(plain(text))
    return found.lastgroup or "" if found else ""
