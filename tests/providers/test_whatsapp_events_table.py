"""Sections 2.11 to 2.14: what every field about one customer beside their messages becomes."""

from typing import Any

import pytest

from tests.providers.cloud_payloads import ANA, AT, delivered

NUMBER = "5215512345678"
TYPED = {"from": "15550783881", "to": NUMBER, "to_user_id": "MX.1349", "id": "wamid.e", "timestamp": str(AT)}
PAST = {
    "from": NUMBER,
    "id": "wamid.h",
    "timestamp": str(AT),
    "type": "text",
    "text": {"body": "hola"},
    "history_context": {"status": "READ"},
}
CLICK = {"click_component": "cta", "click_id": "k1", "tracking_token": "secret"}

# Field, value, and of the one event: kind, number, content, event id.
OF_ONE_PERSON: list[tuple[str, dict[str, Any], tuple[str, str, dict[str, Any], str]]] = [
    *(
        (
            "user_preferences",
            {
                "contacts": [ANA],
                "user_preferences": [
                    {"wa_id": NUMBER, "detail": "d", "category": "marketing_messages", "value": value, "timestamp": AT}
                ],
            },
            (
                "preference",
                NUMBER,
                {"category": "marketing_messages", "value": value},
                f"preference:MX.1349:{AT}:{value}",
            ),
        )
        for value in ("stop", "resume")
    ),
    (
        "user_preferences",
        {
            "user_preferences": [
                {
                    "user_id": "MX.1349",
                    "category": "marketing_messages",
                    "value": "signup",
                    "signup_id": "s9",
                    "timestamp": AT,
                }
            ]
        },
        (
            "preference",
            "",
            {"category": "marketing_messages", "value": "signup", "signup_id": "s9"},
            f"preference:MX.1349:{AT}:signup",
        ),
    ),
    (
        "smb_message_echoes",
        {"message_echoes": [{**TYPED, "type": "text", "text": {"body": "Sarah here"}}]},
        ("echo", NUMBER, {"kind": "text", "text": "Sarah here"}, "wamid.e"),
    ),
    (
        "smb_message_echoes",
        {"message_echoes": [{**TYPED, "type": "image", "image": {"id": "901", "mime_type": "image/jpeg"}}]},
        ("echo", NUMBER, {"kind": "image", "id": "901", "mime_type": "image/jpeg"}, "wamid.e"),
    ),
    (
        "smb_message_echoes",
        {
            "message_echoes": [
                {
                    **TYPED,
                    "type": "edit",
                    "edit": {"original_message_id": "wamid.d", "message": {"type": "text", "text": {"body": "Sarah"}}},
                }
            ]
        },
        ("edit", NUMBER, {"original_id": "wamid.d", "kind": "text", "text": "Sarah", "by": "shop"}, "wamid.e"),
    ),
    (
        "smb_message_echoes",
        {"message_echoes": [{**TYPED, "type": "revoke", "revoke": {"original_message_id": "wamid.d"}}]},
        ("revoke", NUMBER, {"original_id": "wamid.d", "by": "shop"}, "wamid.e"),
    ),
    (
        "smb_app_state_sync",
        {
            "state_sync": [
                {
                    "type": "contact",
                    "contact": {"full_name": "Ana Moda", "first_name": "Ana", "phone_number": f"+{NUMBER}"},
                    "action": "add",
                    "metadata": {"timestamp": str(AT)},
                }
            ]
        },
        ("app_contact", NUMBER, {"action": "add", "name": "Ana Moda"}, f"app_contact:{NUMBER}:{AT}:add"),
    ),
    (
        "history",
        {
            "history": [
                {
                    "metadata": {"phase": 0, "chunk_order": 1, "progress": 55},
                    "threads": [{"id": NUMBER, "messages": [PAST]}],
                }
            ]
        },
        (
            "history",
            NUMBER,
            {"kind": "text", "text": "hola", "direction": "in", "status": "read", "message_id": "wamid.h"},
            "wamid.h",
        ),
    ),
    (
        "history",
        {"history": [{"threads": [{"id": NUMBER, "messages": [{**PAST, "from": "15550783881", "to": NUMBER}]}]}]},
        (
            "history",
            NUMBER,
            {"kind": "text", "text": "hola", "direction": "out", "status": "read", "message_id": "wamid.h"},
            "wamid.h",
        ),
    ),
    (
        "history",
        {
            "history": [
                {
                    "threads": [
                        {
                            "id": NUMBER,
                            "messages": [
                                {"from": NUMBER, "id": "wamid.h", "timestamp": str(AT), "type": "media_placeholder"}
                            ],
                        }
                    ]
                }
            ]
        },
        (
            "history",
            NUMBER,
            {"kind": "media_placeholder", "direction": "in", "status": "", "message_id": "wamid.h"},
            "wamid.h:placeholder",
        ),
    ),
    (
        "standby",
        {
            "contacts": [ANA],
            "messages": [
                {"from": NUMBER, "id": "wamid.s", "timestamp": str(AT), "type": "text", "text": {"body": "hi"}}
            ],
        },
        ("standby", NUMBER, {"kind": "text", "text": "hi"}, "wamid.s"),
    ),
    (
        "messaging_handovers",
        {
            "contacts": [ANA],
            "type": "control_passed",
            "timestamp": str(AT),
            "control_passed": {
                "previous_owner_role": "ai_agent",
                "new_owner_role": "customer_service",
                "metadata": "m",
            },
        },
        (
            "handover",
            NUMBER,
            {"is_ours": True, "previous_owner_role": "ai_agent", "new_owner_role": "customer_service"},
            f"handover:MX.1349:{AT}:control_passed",
        ),
    ),
    (
        "messaging_handovers",
        {
            "type": "control_taken",
            "timestamp": str(AT),
            "recipient": "MX.1349",
            "control_taken": {"new_owner_role": "escalation"},
        },
        ("handover", "", {"is_ours": False, "new_owner_role": "escalation"}, f"handover:MX.1349:{AT}:control_taken"),
    ),
    (
        "messages",
        {
            "contacts": [ANA],
            "user_actions": [
                {
                    "timestamp": str(AT),
                    "action_type": "marketing_messages_link_click",
                    "marketing_messages_link_click_data": CLICK,
                }
            ],
        },
        (
            "click",
            NUMBER,
            {"action": "marketing_messages_link_click", "click_component": "cta", "click_id": "k1"},
            f"click:k1:MX.1349:{AT}:marketing_messages_link_click",
        ),
    ),
    (
        "messages",
        {"contacts": [ANA], "user_actions": [{"timestamp": str(AT), "action_type": "landing_page_view"}]},
        ("click", NUMBER, {"action": "landing_page_view"}, f"click::MX.1349:{AT}:landing_page_view"),
    ),
]


@pytest.mark.parametrize(("field", "value", "event"), OF_ONE_PERSON)
def test_each_event_of_a_person_has_its_neutral_shape(
    field: str, value: dict[str, Any], event: tuple[Any, ...]
) -> None:
    (found,) = delivered(field, value).messages
    assert (found.kind, found.contact.wa_id, dict(found.content), found.event_id) == event
    assert int(found.at.timestamp()) == AT
