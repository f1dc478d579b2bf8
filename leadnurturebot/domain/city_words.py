"""Large towns by the countries they lie in, for "how much is shipping to …" and for addresses that name no country.

A town that several countries have is listed in each; whoever asks says which is meant. A town that is no word of any language
we speak stands here, others do not ("Nice", "Mobile"). Behind `=` stands how all postcodes of the town begin, in the USA its
state: as Correos, Correios, India Post, Pos Indonesia and SEPOMEX number their provinces.
"""

import re
from collections.abc import Mapping

from leadnurturebot.domain.dialogue.words.every import plain

_TOWNS: Mapping[str, str] = {
    "US": "new york=NY|nyc=NY|brooklyn=NY|los angeles=CA|chicago=IL|houston=TX|phoenix=AZ|philadelphia=PA|"
    "san antonio=TX|san diego=CA|dallas=TX|san jose=CA|austin=TX|jacksonville=FL|fort worth=TX|columbus=OH|"
    "charlotte=NC|san francisco=CA|indianapolis=IN|seattle=WA|denver=CO|boston=MA|nashville=TN|detroit=MI|"
    "portland=OR|las vegas=NV|memphis=TN|baltimore=MD|milwaukee=WI|albuquerque=NM|tucson=AZ|sacramento=CA|"
    "atlanta=GA|miami=FL|oakland=CA|minneapolis=MN|tampa=FL|new orleans=LA|honolulu=HI|anchorage=AK|saint louis|"
    "pittsburgh=PA|cincinnati=OH|orlando=FL|cleveland=OH|salt lake city=UT",
    "CA": "toronto|montreal|vancouver|calgary|edmonton|ottawa|winnipeg|quebec|halifax",
    "GB": "london|londres|birmingham|manchester|glasgow|liverpool|leeds|edinburgh|bristol|cardiff|belfast",
    "IE": "dublin|galway",
    "DE": "berlin|hamburg|munich|münchen|köln|cologne|frankfurt|stuttgart|düsseldorf|leipzig",
    "FR": "paris|marseille|lyon|toulouse|bordeaux|lille",
    "IT": "rome|roma|milan|milano|naples|napoli|turin|torino|florence|firenze|venice|venezia",
    "NL": "amsterdam|rotterdam|utrecht|the hague",
    "PT": "lisbon|lisboa|porto|braga|coimbra",
    "ES": "madrid=28|barcelona=08|valencia=46|sevilla=41|seville=41|zaragoza=50|málaga=29|murcia=30|"
    "palma de mallorca=07|las palmas=35|bilbao=48|alicante=03|córdoba=14|valladolid=47|vigo=36|gijón=33|"
    "granada=18|a coruña=15|la coruña=15|vitoria=01|oviedo=33|pamplona=31|san sebastián=20|donostia=20|"
    "santander=39|burgos=09|salamanca=37|tarragona=43|cádiz=11|almería=04|santa cruz de tenerife=38|tenerife=38|"
    "mallorca=07|menorca=07|ibiza=07|lanzarote=35|fuerteventura=35|gran canaria=35|ceuta=51|melilla=52|"
    "guadalajara=19|toledo=45|girona=17|mérida=06|león=24|cartagena=30",
    "MX": "ciudad de méxico|cdmx|guadalajara=44|monterrey=64|puebla=72|tijuana=22|león=37|ciudad juárez=32|mérida=97|"
    "querétaro=76|cancún=77|acapulco=39|toluca=50|chihuahua=31|hermosillo=83|saltillo=25|morelia=58|veracruz=91|"
    "oaxaca=68|culiacán=80|aguascalientes=20|san luis potosí=78",
    "BR": "são paulo=0|rio de janeiro=2|brasília=7|salvador=4|fortaleza=60|belo horizonte=3|manaus=69|curitiba=8|"
    "recife=5|goiânia=74|belém=66|porto alegre=9|guarulhos=07|campinas=13|são luís=65|maceió=57|natal=59|"
    "campo grande=79|teresina=64|joão pessoa=58|florianópolis=88|santos=11|ribeirão preto=14|uberlândia=38|"
    "sorocaba=18|cuiabá=78|aracaju=49|niterói=24|vitória=29|londrina=86|joinville=89",
    "AR": "buenos aires|cordoba|rosario|mendoza",
    "CO": "bogotá|medellín|cali|barranquilla|cartagena",
    "CL": "santiago de chile|valparaíso",
    "PE": "lima|arequipa|cusco",
    "IN": "mumbai=400|bombay=400|delhi=11|new delhi=11|bangalore=560|bengaluru=560|hyderabad=500|ahmedabad=380|"
    "chennai=600|kolkata=700|calcutta=700|surat=395|pune=411|jaipur=302|lucknow=226|kanpur=208|nagpur=440|"
    "indore=452|thane=400|bhopal=462|visakhapatnam=530|patna=800|vadodara=390|ghaziabad=201|ludhiana=141|"
    "agra=282|nashik=422|faridabad=121|meerut=250|rajkot=360|varanasi=221|srinagar=190|amritsar=143|ranchi=834|"
    "guwahati=781|chandigarh=160|mysore=570|gurgaon=122|gurugram=122|noida=201|kochi=682|dehradun=248|shimla=171|"
    "मुंबई=400|दिल्ली=11|बैंगलोर=560|बेंगलुरु=560|हैदराबाद=500|अहमदाबाद=380|चेन्नई=600|कोलकाता=700|सूरत=395|"
    "पुणे=411|जयपुर=302|लखनऊ=226|कानपुर=208|नागपुर=440|इंदौर=452|भोपाल=462|पटना=800|आगरा=282|वाराणसी=221|"
    "चंडीगढ़=160|गुड़गांव=122|नोएडा=201",
    "ID": "jakarta=1|surabaya=60|bandung=40|medan=20|bekasi=17|semarang=50|tangerang=15|depok=16|palembang=30|"
    "makassar=90|batam=29|pekanbaru=28|bogor=16|padang=25|malang=65|denpasar=80|bali=8|samarinda=75|"
    "balikpapan=76|banjarmasin=70|pontianak=78|manado=95|yogyakarta=55|jogja=55|solo=57|surakarta=57|cirebon=45|"
    "jambi=36|mataram=83|lombok=83|kupang=85|ambon=97|jayapura=99|papua=9|aceh=23|bandar lampung=35|lampung=3",
    "SG": "singapore city",
    "AU": "sydney|melbourne|brisbane|perth|adelaide|canberra",
    "NZ": "auckland|wellington|christchurch",
}
_COUNTRIES: dict[str, dict[str, str]] = {}
_SPELLED: dict[tuple[str, str], str] = {}
for _country, _names in _TOWNS.items():
    for _entry in _names.split("|"):
        _spelled, _, _begins = _entry.partition("=")
        _COUNTRIES.setdefault(plain(_spelled), {})[_country] = _begins
        _SPELLED[plain(_spelled), _country] = _spelled
_SMALL = frozenset({"de", "da", "do"})
_NAMED = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(_COUNTRIES, key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)


def countries_of_town(name: str) -> tuple[str, ...]:
    """The countries that have a town of this name (without accents, in small letters); empty when we know none."""
    return tuple(_COUNTRIES.get(name, ()))


def beginning_of(name: str, country: str) -> str:
    """How all postcodes of a town begin, in the USA its state; empty when we do not know."""
    return _COUNTRIES.get(name, {}).get(country, "")


def spelled(name: str, country: str) -> str:
    """A town as it is written, accents and capitals in their places; one that we do not know with capitals."""
    words = _SPELLED.get((name, country), name).split()
    return " ".join(word if word in _SMALL and place else word.capitalize() for place, word in enumerate(words))


def town_in(text: str) -> str:
    """The first known town named, as `countries_of_town` takes it; empty when none is."""
    found = _NAMED.search(plain(text))
    return found[0].lower() if found else ""
