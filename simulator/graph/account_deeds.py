"""What can be asked of a WhatsApp Business Account: its numbers, subscription, templates and data set."""

from simulator.graph import nodes, templates
from simulator.graph.call import Call, Handler
from simulator.graph.conversions import dataset_of
from simulator.jsontypes import Json
from simulator.numbers import Number


async def _phone_numbers(call: Call, number: Number) -> Json:
    return nodes.phone_numbers(call.world, call.world.numbers.of_waba(number.waba_id), call.query.get("fields"))


async def _subscribed(call: Call, number: Number) -> Json:
    return nodes.subscribed_apps(call.world.numbers.of_waba(number.waba_id))


async def _subscribe(call: Call, number: Number) -> Json:
    return await nodes.subscribe(call.world, call.world.numbers.of_waba(number.waba_id), call.json())


async def _unsubscribe(call: Call, number: Number) -> Json:
    return nodes.unsubscribe(call.world, call.world.numbers.of_waba(number.waba_id))


async def _create_template(call: Call, number: Number) -> Json:
    return templates.create_template(call.world, number.waba_id, call.json())


async def _list_templates(call: Call, number: Number) -> Json:
    return templates.list_templates(call.world, number.waba_id, call.query)


async def _delete_templates(call: Call, number: Number) -> Json:
    return templates.delete_templates(call.world, number.waba_id, call.query)


async def _dataset(call: Call, number: Number) -> Json:
    return {"id": dataset_of(call.world, number.waba_id)}


ACCOUNT_DEEDS: dict[tuple[str, str], Handler] = {
    ("GET", "phone_numbers"): _phone_numbers,
    ("GET", "subscribed_apps"): _subscribed,
    ("POST", "subscribed_apps"): _subscribe,
    ("DELETE", "subscribed_apps"): _unsubscribe,
    ("GET", "message_templates"): _list_templates,
    ("POST", "message_templates"): _create_template,
    ("DELETE", "message_templates"): _delete_templates,
    ("GET", "dataset"): _dataset,
    ("POST", "dataset"): _dataset,
}
