"""What a number tells of itself and how its chat opens: profile, catalog visibility, ice breakers, app synchronization."""

from simulator.graph.call import Call, Handler
from simulator.graph.errors import GraphError
from simulator.jsontypes import Json
from simulator.numbers import Number

PROFILE_MOST = {"about": 139, "address": 256, "description": 512, "email": 128, "vertical": 64}
SYNC_TYPES = ("smb_app_state_sync", "history")
COMMANDS_MOST = 30
PROMPTS_MOST = 4


async def _read_profile(call: Call, number: Number) -> Json:
    kept = call.world.settings.get(f"profile:{number.phone_number_id}") or {}
    return {"data": [{"messaging_product": "whatsapp", **kept}]}


async def _write_profile(call: Call, number: Number) -> Json:
    """Raises GraphError 100 on a text that is too long or more than two websites."""
    body = {name: value for name, value in call.json().items() if name != "messaging_product"}
    for name, most in PROFILE_MOST.items():
        if len(str(body.get(name) or "")) > most:
            raise GraphError(100, f"{name}: at most {most} characters")
    if len(body.get("websites") or []) > 2:
        raise GraphError(100, "websites: at most 2")
    key = f"profile:{number.phone_number_id}"
    call.world.settings.put(key, (call.world.settings.get(key) or {}) | body)
    return {"success": True}


async def _read_commerce(call: Call, number: Number) -> Json:
    settings = {"is_cart_enabled": number.is_cart_enabled, "is_catalog_visible": number.is_catalog_visible}
    return {"data": [settings | {"id": number.phone_number_id}]}


async def _write_commerce(call: Call, number: Number) -> Json:
    for name in ("is_cart_enabled", "is_catalog_visible"):
        if name in call.query:
            number = call.world.numbers.change(number, **{name: call.query[name] == "true"})
    return {"success": True}


async def _automation(call: Call, number: Number) -> Json:
    body = call.json()
    if len(body.get("commands") or []) > COMMANDS_MOST or len(body.get("prompts") or []) > PROMPTS_MOST:
        raise GraphError(100, f"at most {COMMANDS_MOST} commands and {PROMPTS_MOST} prompts")
    call.world.settings.put(f"automation:{number.phone_number_id}", body)
    return {"success": True}


async def _sync(call: Call, number: Number) -> Json:
    """Once per kind. Raises GraphError 2593107 on a repetition."""
    kind = call.json().get("sync_type")
    if kind not in SYNC_TYPES:
        raise GraphError(100, f"sync_type: one of {{{', '.join(SYNC_TYPES)}}}")
    key = f"sync:{number.phone_number_id}:{kind}"
    if call.world.settings.get(key):
        raise GraphError(2593107, f"{kind} was requested before.")
    call.world.settings.put(key, {"requested": True})
    return {"messaging_product": "whatsapp", "request_id": key}


DEEDS: dict[tuple[str, str], Handler] = {
    ("GET", "whatsapp_business_profile"): _read_profile,
    ("POST", "whatsapp_business_profile"): _write_profile,
    ("GET", "whatsapp_commerce_settings"): _read_commerce,
    ("POST", "whatsapp_commerce_settings"): _write_commerce,
    ("POST", "conversational_automation"): _automation,
    ("POST", "smb_app_data"): _sync,
}
