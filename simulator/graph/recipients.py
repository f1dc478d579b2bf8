"""Who a message is for, by phone in any form its country writes it, or by business-scoped id."""

from simulator.graph.errors import GraphError, bad_parameter
from simulator.graph.validate import canonical_digits
from simulator.jsontypes import Json
from simulator.number_forms import variants
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World


def find_recipient(world: World, number: Number, body: Json) -> Person:
    """By phone, else by business-scoped id; `to` wins. Raises GraphError."""
    if body.get("recipient_type") == "group":
        raise bad_parameter("recipient_type", "group is not supported for this number.")
    if not body.get("to"):
        return _by_scoped_id(world, number, body)
    if not isinstance(body["to"], str):
        raise bad_parameter("to", "must be a string.")
    digits = canonical_digits(body["to"], number.country_code)
    if digits == number.digits:
        raise GraphError(131021, "Recipient cannot be sender.")
    known = next((found for each in variants(digits) if (found := world.people.by_phone(each))), None)
    return known or world.people.reached_at(digits)


def _by_scoped_id(world: World, number: Number, body: Json) -> Person:
    template = body.get("template")
    if isinstance(template, dict) and _is_authentication(world, number, template):
        raise GraphError(131062, "Authentication templates want a phone number.")
    person = world.people.by_business_scoped_id(number.portfolio, str(body["recipient"]))
    if person is None:
        raise GraphError(131026, "The recipient is not known to this business portfolio.")
    return person


def _is_authentication(world: World, number: Number, template: Json) -> bool:
    stored = world.templates.all(number.waba_id)
    return any(each["name"] == template.get("name") and each["category"] == "AUTHENTICATION" for each in stored)
