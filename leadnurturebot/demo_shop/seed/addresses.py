"""Invented addresses for the past's parcels, written as the payment page gives them."""

from random import Random

from leadnurturebot.demo_shop.people.shapes import PastLead

# Streets and towns by country; the streets exist in many towns, the house numbers are drawn.
_PLACES = {
    "US": (
        "{n} Maple Street|{n} Juniper Avenue|{n} Cedar Lane|{n} Birch Road",
        "Portland OR 97205|Austin TX 78704|Chicago IL 60614|Denver CO 80203|Atlanta GA 30307",
    ),
    "CA": ("{n} Elm Street|{n} King Street West", "Toronto ON M5V 2T6|Vancouver BC V6B 1A1|Ottawa ON K1P 5M7"),
    "GB": ("{n} Station Road|{n} Church Lane|{n} Mill Street", "London N1 7GU|Leeds LS1 4DY|Bristol BS1 5TY"),
    "ES": ("Calle del Olmo {n}|Calle de la Luna {n}", "28012 Madrid|41001 Sevilla|46003 Valencia"),
    "MX": ("Calle Jacarandas {n}|Avenida Reforma {n}", "06600 Ciudad de México|44100 Guadalajara"),
    "BR": ("Rua das Acácias, {n}|Rua do Sol, {n}", "01310-100 São Paulo|22041-001 Rio de Janeiro"),
    "PT": ("Rua da Prata {n}|Rua das Flores {n}", "1100-052 Lisboa|4050-262 Porto"),
    "IN": ("{n} Lake Road|{n} Park Street", "Bengaluru 560001|Mumbai 400001|Pune 411001"),
    "ID": ("Jalan Melati No. {n}|Jalan Kenanga No. {n}", "Jakarta 10110|Bandung 40111"),
    "DE": ("Lindenstraße {n}|Gartenweg {n}", "10969 Berlin|50674 Köln|80331 München"),
    "FR": ("{n} rue des Lilas|{n} rue du Moulin", "69003 Lyon|44000 Nantes|75019 Paris"),
}  # fmt: skip


def address_of(lead: PastLead) -> str:
    """The lead's name and address, the same on every run. Raises KeyError for a country without places."""
    chance = Random(f"address:{lead.key}")
    streets, towns = (part.split("|") for part in _PLACES[lead.country])
    street = chance.choice(streets).format(n=chance.randint(2, 148))
    return "\n".join((lead.name, street, chance.choice(towns), lead.country))
