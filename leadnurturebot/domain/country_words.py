"""Countries by the names that customers write, for "do you ship to …". Names of all five languages may stand here."""

import re
from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "US": "usa|u\\.s\\.a?\\.?|united states|the states|america|estados unidos|eeuu",
    "CA": "canada|canadá",
    "GB": "uk|u\\.k\\.|united kingdom|england|scotland|wales|britain|great britain|reino unido",
    "IE": "ireland|irlanda",
    "DE": "germany|deutschland|alemania|alemanha|jerman",
    "FR": "france|francia|frança",
    "ES": "spain|españa|espanha",
    "PT": "portugal",
    "IT": "italy|italia|itália",
    "NL": "netherlands|holland|países bajos|holanda",
    "BE": "belgium|bélgica",
    "AT": "austria|áustria",
    "CH": "switzerland|suiza|suíça",
    "SE": "sweden|suecia|suécia",
    "NO": "norway|noruega",
    "DK": "denmark|dinamarca",
    "FI": "finland|finlandia|finlândia",
    "PL": "poland|polonia|polônia",
    "GR": "greece|grecia|grécia",
    "TR": "turkey|türkiye|turquía|turquia",
    "MX": "mexico|méxico",
    "BR": "brazil|brasil",
    "AR": "argentina",
    "CL": "chile",
    "CO": "colombia|colômbia",
    "PE": "peru|perú",
    "IN": "india|bharat|भारत",
    "PK": "pakistan",
    "BD": "bangladesh",
    "LK": "sri lanka",
    "NP": "nepal",
    "ID": "indonesia",
    "MY": "malaysia",
    "SG": "singapore|singapura",
    "PH": "philippines|filipinas",
    "TH": "thailand",
    "VN": "vietnam",
    "JP": "japan|japón|japão|jepang",
    "CN": "china|cina",
    "KR": "south korea|korea",
    "AU": "australia|austrália",
    "NZ": "new zealand|nueva zelanda",
    "ZA": "south africa|sudáfrica",
    "NG": "nigeria|nigéria",
    "KE": "kenya",
    "EG": "egypt|egipto|egito",
    "AE": "uae|emirates|dubai|abu dhabi",
    "SA": "saudi arabia|saudi",
    "IL": "israel",
}
_PATTERN = re.compile(
    "|".join(rf"(?P<{code}>(?<!\w)(?:{names})(?!\w))" for code, names in _NAMES.items()), re.IGNORECASE
)


def country_in(text: str) -> str:
    """ISO code of the first country named, empty when none is."""
    found = _PATTERN.search(text)
    return found.lastgroup or "" if found else ""
