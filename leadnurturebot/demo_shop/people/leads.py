"""Makes the people of the past."""

from datetime import datetime
from random import Random

from leadnurturebot.demo_shop.people.chances import happens, picked
from leadnurturebot.demo_shop.people.places import Crowd
from leadnurturebot.demo_shop.people.shapes import PastLead
from leadnurturebot.demo_shop.people.tastes import SOURCES
from leadnurturebot.demo_shop.shop import ADS

_STEPS = {-2: 7, -1: 24, 0: 34, 1: 23, 2: 12}


def made_lead(key: str, crowd: Crowd, arrived_at: datetime, seed: str) -> PastLead:
    """The next of the crowd as a lead who arrived then."""
    chance, person = Random(f"{seed}:{key}"), crowd.next()
    source = picked(chance, SOURCES)
    step, height = picked(chance, _STEPS), round(chance.gauss(166, 6.5))
    hides_number = happens(chance, 0.03)
    return PastLead(
        key=key,
        name=person.name,
        phone=None if hides_number else person.phone,
        username=person.name.lower().replace(" ", ".") if hides_number else None,
        country=person.country,
        language=person.language,
        source=source,
        ad_id=next((ad.ad_id for ad in ADS if ad.source == source), None),
        arrived_at=arrived_at,
        usual_step=step,
        height_cm=height,
        weight_kg=round(61 + 7 * step + (height - 166) * 0.5 + chance.gauss(0, 2)),
    )


def emma(arrived_at: datetime) -> PastLead:
    """Emma Wilson of London, who bought the jeans of order TT12301. Her number is that of the practice phone."""
    return PastLead(
        key="emma",
        name="Emma Wilson",
        phone="+447700900142",
        username=None,
        country="GB",
        language="en",
        source="instagram_ad",
        ad_id=ADS[0].ad_id,
        arrived_at=arrived_at,
        usual_step=0,
        height_cm=168,
        weight_kg=61,
    )
