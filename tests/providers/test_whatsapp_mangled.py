"""Whatever becomes of a payload on the way, reading it fails with a plain refusal or not at all: never a 500."""

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import orjson
import pytest

from leadnurturebot.providers.base import AnomalousPayload
from leadnurturebot.providers.messaging.base import Delivery
from leadnurturebot.providers.messaging.whatsapp_cloud import PROVIDER
from tests.providers.cloud_payloads import ANA, METADATA
from tests.providers.test_whatsapp_account_table import ACCOUNTS
from tests.providers.test_whatsapp_events_table import OF_ONE_PERSON
from tests.providers.test_whatsapp_inbound_table import CONTEXTS, INTERACTIVE, TYPES
from tests.providers.test_whatsapp_people_table import STATUSES

ODD: tuple[Any, ...] = (None, "", [], {}, 0, -1, 10**30, 1.5, True, "x", ["x"], {"x": 1}, [[]], "\ud83d", "a\0b")


def payloads() -> list[dict[str, Any]]:
    """One body with each row of the tables."""
    inners = [row[0] for row in TYPES] + [{"type": "interactive", "interactive": row[0]} for row in INTERACTIVE]
    inners += [{"type": "text", "text": {"body": "x"}, "context": row[0]} for row in CONTEXTS]
    values = [
        ("messages", {"contacts": [ANA], "messages": [{"from": "1", "id": "w", "timestamp": "1", **i}]}) for i in inners
    ]
    values += [("messages", {"statuses": [{"id": "w", "timestamp": "1", **row[0]}]}) for row in STATUSES]
    values += [(row[0], row[1]) for row in ACCOUNTS] + [(row[0], row[1]) for row in OF_ONE_PERSON]
    return [
        {"entry": [{"id": "1", "changes": [{"field": f, "value": {"metadata": METADATA, **v}}]}]} for f, v in values
    ]


def places(value: Any) -> list[Callable[[Any], None]]:
    """Everything in a value that can be set to something else."""
    pairs = list(value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ())
    here = [lambda odd, name=name: value.__setitem__(name, odd) for name, _ in pairs]
    return here + [place for _, inner in pairs for place in places(inner)]


@pytest.mark.parametrize("seed", range(20))
def test_a_mangled_payload_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        payload = orjson.loads(orjson.dumps(chance.choice(payloads())))
        for _ in range(chance.randint(1, 3)):
            chance.choice(places(payload))(copy.deepcopy(chance.choice(ODD)))
        assert isinstance(_read(payload), Delivery | None)


def _read(payload: Any) -> Delivery | None:
    try:
        found = PROVIDER.parse(json.dumps(payload).encode())
    except AnomalousPayload:
        return None
    orjson.dumps([[m.content, m.event_id, m.referral] for m in found.messages] + [e.data for e in found.account])
    return found
