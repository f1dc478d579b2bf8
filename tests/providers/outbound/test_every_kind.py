"""Every kind that can be sent: exactly the reference's JSON, which survives storing and which the simulator takes."""

import json
from typing import Any

import pytest

from leadnurturebot.domain.message_content import KINDS, MessageContent, from_json, to_json
from leadnurturebot.providers.messaging.cloud_outbound import wire_message
from simulator.graph.validate import check_content, check_envelope
from tests.providers.outbound.samples import EVERY

NAMES = [f"{number} {content.kind}" for number, (content, _) in enumerate(EVERY)]


def test_every_kind_has_a_sample() -> None:
    assert {content.kind for content, _ in EVERY} == set(KINDS) - {"template"}


@pytest.mark.parametrize(("content", "wire"), EVERY, ids=NAMES)
def test_it_is_written_as_the_reference_says(content: MessageContent, wire: dict[str, Any]) -> None:
    assert wire_message(content) == wire


@pytest.mark.parametrize(("content", "wire"), EVERY, ids=NAMES)
def test_the_simulator_takes_it(content: MessageContent, wire: dict[str, Any]) -> None:
    body = {"messaging_product": "whatsapp", "to": "+15125550147", **wire_message(content)}
    check_content(check_envelope(body), body)


@pytest.mark.parametrize(("content", "wire"), EVERY, ids=NAMES)
def test_it_survives_being_stored(content: MessageContent, wire: dict[str, Any]) -> None:
    assert from_json(json.loads(json.dumps(to_json(content)))) == content
