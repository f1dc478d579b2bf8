"""Numbers and accounts as objects: their fields, their webhook subscription."""

from simulator.graph.errors import GraphError
from simulator.jsontypes import Json
from simulator.numbers import HandshakeRefused, Number
from simulator.world import World

DEFAULT_FIELDS = "id,display_phone_number,verified_name,quality_rating"


def number_fields(world: World, number: Number, wanted: str | None) -> Json:
    """The fields asked for, else the usual ones; id always."""
    known: Json = {
        "display_phone_number": _formatted(number),
        "verified_name": number.name,
        "quality_rating": number.quality_rating,
        "code_verification_status": "VERIFIED",
        "name_status": "APPROVED",
        "status": number.status,
        "platform_type": "CLOUD_API",
        "throughput": {"level": number.throughput_level},
        "messaging_limit_tier": world.faults.portfolio_tier,
        "whatsapp_business_manager_messaging_limit": world.faults.portfolio_tier,
        "is_on_biz_app": number.is_on_biz_app,
        "account_mode": "LIVE",
        "webhook_configuration": webhook_configuration(number),
        "health_status": _health(number),
        "id": number.phone_number_id,
    }
    names = [name.strip() for name in (wanted or DEFAULT_FIELDS).split(",")]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise GraphError(100, f"Tried accessing nonexisting field ({unknown[0]})")
    return {name: known[name] for name in dict.fromkeys([*names, "id"])}


def _formatted(number: Number) -> str:
    """GET answers are written for people; webhooks carry digits only."""
    local = number.digits.removeprefix(number.country_code)
    return f"+{number.country_code} {local}"


def _health(number: Number) -> Json:
    entities = [("PHONE_NUMBER", number.phone_number_id), ("WABA", number.waba_id)]
    listed = [{"entity_type": kind, "id": node, "can_send_message": "AVAILABLE"} for kind, node in entities]
    return {"can_send_message": "AVAILABLE", "entities": listed}


def webhook_configuration(number: Number) -> Json:
    configuration = {"application": number.webhook_url}
    if number.waba_callback:
        configuration["whatsapp_business_account"] = number.waba_callback
    if number.number_callback:
        configuration["phone_number"] = number.number_callback
    return configuration


def phone_numbers(world: World, numbers: list[Number], wanted: str | None) -> Json:
    data = [number_fields(world, number, wanted) for number in numbers]
    return {"data": data, "paging": {"cursors": {"before": "MA==", "after": "MA=="}}}


def subscribed_apps(numbers: list[Number]) -> Json:
    subscribed = [number for number in numbers if number.subscribed]
    if not subscribed:
        return {"data": []}
    app = {"id": "100000000000001", "name": "LeadNurtureBot", "link": "https://www.facebook.com/games/?app_id=1"}
    entry: Json = {"whatsapp_business_api_data": app}
    if subscribed[0].waba_callback:
        entry["override_callback_uri"] = subscribed[0].waba_callback
    return {"data": [entry]}


async def subscribe(world: World, numbers: list[Number], body: Json) -> Json:
    """Events on, with or without an account-wide callback. Raises GraphError when its handshake fails."""
    callback = str(body.get("override_callback_uri") or "")
    await _check_callback(world, callback, str(body.get("verify_token") or ""))
    for number in numbers:
        world.numbers.change(number, subscribed=True, waba_callback=callback)
    return {"success": True}


def unsubscribe(world: World, numbers: list[Number]) -> Json:
    for number in numbers:
        world.numbers.change(number, subscribed=False, waba_callback="")
    return {"success": True}


async def configure_number(world: World, number: Number, body: Json) -> Json:
    """Set or clear the number's own callback. Raises GraphError when its handshake fails."""
    wanted = body.get("webhook_configuration")
    if not isinstance(wanted, dict):
        raise GraphError(100, "webhook_configuration is required")
    callback = str(wanted.get("override_callback_uri") or "")
    await _check_callback(world, callback, str(wanted.get("verify_token") or ""))
    world.numbers.change(number, number_callback=callback)
    return {"success": True}


async def _check_callback(world: World, callback: str, verify_token: str) -> None:
    if not callback:
        return
    if len(callback) > 200:
        raise GraphError(100, "override_callback_uri: at most 200 characters")
    try:
        await world.numbers.handshake(callback, verify_token)
    except HandshakeRefused as error:
        raise GraphError(100, f"Callback verification failed: {error}", subcode=2200) from error
