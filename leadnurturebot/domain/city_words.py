"""Large towns by the countries they lie in, for "how much is shipping to …" and for addresses that name no country.

A town that several countries have is listed in each; whoever asks says which is meant. Names are written as customers write
them, without accents (`plain`); a town that is no word of any language we speak stands here, others do not ("Nice", "Mobile").
"""

import re
from collections.abc import Mapping

from leadnurturebot.domain.dialogue.words.every import plain

_TOWNS: Mapping[str, str] = {
    "US": "new york|nyc|brooklyn|los angeles|chicago|houston|phoenix|philadelphia|san antonio|san diego|dallas|san jose|austin"
    "|jacksonville|fort worth|columbus|charlotte|san francisco|indianapolis|seattle|denver|boston|nashville|detroit|portland"
    "|las vegas|memphis|baltimore|milwaukee|albuquerque|tucson|sacramento|atlanta|miami|oakland|minneapolis|tampa|new orleans"
    "|honolulu|anchorage|st\\.? louis|pittsburgh|cincinnati|orlando|cleveland|salt lake city",
    "CA": "toronto|montreal|vancouver|calgary|edmonton|ottawa|winnipeg|quebec|halifax",
    "GB": "london|londres|birmingham|manchester|glasgow|liverpool|leeds|edinburgh|bristol|cardiff|belfast",
    "IE": "dublin|galway",
    "DE": "berlin|hamburg|munich|munchen|koln|cologne|frankfurt|stuttgart|dusseldorf|leipzig",
    "FR": "paris|marseille|lyon|toulouse|bordeaux|lille",
    "IT": "rome|roma|milan|milano|naples|napoli|turin|torino|florence|firenze|venice|venezia",
    "NL": "amsterdam|rotterdam|utrecht|the hague",
    "PT": "lisbon|lisboa|porto|braga|coimbra",
    "ES": "madrid|barcelona|valencia|sevilla|seville|zaragoza|malaga|murcia|palma de mallorca|las palmas|bilbao|alicante|cordoba"
    "|valladolid|vigo|gijon|granada|a coruna|la coruna|vitoria|oviedo|pamplona|san sebastian|donostia|santander|burgos|salamanca"
    "|tarragona|cadiz|almeria|santa cruz de tenerife|tenerife|mallorca|menorca|ibiza|lanzarote|fuerteventura|gran canaria"
    "|ceuta|melilla|guadalajara|toledo|girona|merida|leon|cartagena",
    "MX": "ciudad de mexico|cdmx|guadalajara|monterrey|puebla|tijuana|leon|ciudad juarez|merida|queretaro|cancun|acapulco|toluca"
    "|chihuahua|hermosillo|saltillo|morelia|veracruz|oaxaca|culiacan|aguascalientes|san luis potosi",
    "BR": "sao paulo|rio de janeiro|brasilia|salvador|fortaleza|belo horizonte|manaus|curitiba|recife|goiania|belem|porto alegre"
    "|guarulhos|campinas|sao luis|maceio|natal|campo grande|teresina|joao pessoa|florianopolis|santos|ribeirao preto|uberlandia"
    "|sorocaba|cuiaba|aracaju|niteroi|vitoria|londrina|joinville",
    "AR": "buenos aires|cordoba|rosario|mendoza",
    "CO": "bogota|medellin|cali|barranquilla|cartagena",
    "CL": "santiago de chile|valparaiso",
    "PE": "lima|arequipa|cusco",
    "IN": "mumbai|bombay|delhi|new delhi|bangalore|bengaluru|hyderabad|ahmedabad|chennai|kolkata|calcutta|surat|pune|jaipur|lucknow"
    "|kanpur|nagpur|indore|thane|bhopal|visakhapatnam|patna|vadodara|ghaziabad|ludhiana|agra|nashik|faridabad|meerut|rajkot"
    "|varanasi|srinagar|amritsar|ranchi|guwahati|chandigarh|mysore|gurgaon|gurugram|noida|kochi|dehradun|shimla"
    "|मुंबई|दिल्ली|बैंगलोर|बेंगलुरु|हैदराबाद|अहमदाबाद|चेन्नई|कोलकाता|सूरत|पुणे|जयपुर|लखनऊ|कानपुर|नागपुर|इंदौर|भोपाल|पटना"
    "|आगरा|वाराणसी|चंडीगढ़|गुड़गांव|नोएडा",
    "ID": "jakarta|surabaya|bandung|medan|bekasi|semarang|tangerang|depok|palembang|makassar|batam|pekanbaru|bogor|padang|malang"
    "|denpasar|bali|samarinda|balikpapan|banjarmasin|pontianak|manado|yogyakarta|jogja|solo|surakarta|cirebon|jambi|mataram"
    "|lombok|kupang|ambon|jayapura|papua|aceh|bandar lampung|lampung",
    "SG": "singapore city",
    "AU": "sydney|melbourne|brisbane|perth|adelaide|canberra",
    "NZ": "auckland|wellington|christchurch",
}
_COUNTRIES: dict[str, tuple[str, ...]] = {}
for _country, _names in _TOWNS.items():
    for _name in plain(_names).replace("\\.?", "").split("|"):
        _COUNTRIES[_name] = (*_COUNTRIES.get(_name, ()), _country)
_NAMED = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(_COUNTRIES, key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)


def countries_of_town(name: str) -> tuple[str, ...]:
    """The countries that have a town of this name (without accents, in small letters); empty when we know none."""
    return _COUNTRIES.get(name, ())


def town_in(text: str) -> str:
    """The first known town named, as `countries_of_town` takes it; empty when none is."""
    found = _NAMED.search(plain(text))
    return found[0].lower() if found else ""
