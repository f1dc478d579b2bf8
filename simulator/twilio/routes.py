"""`/twilio`: the resources a shop uses, for numbers that are connected by Twilio."""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from simulator.chats import Message
from simulator.graph.exchanges import title
from simulator.graph.media import body_of
from simulator.jsontypes import Json, decode_object
from simulator.numbers import Number
from simulator.twilio import contents, messages
from simulator.twilio.errors import TwilioError
from simulator.wire import Exchange, shown_request, shown_response
from simulator.world import World


@dataclass(frozen=True)
class Call:
    """A request of a known account with its numbers; `found` is the match of its path."""

    world: World
    account_sid: str
    numbers: list[Number]
    body: bytes
    found: re.Match[str]

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))

    def json(self) -> Json:
        """Raises TwilioError 92005 when the body is no object."""
        try:
            return decode_object(self.body)
        except ValueError as error:
            raise TwilioError(92005, str(error)) from error

    def content(self) -> Json:
        """The content of the path. Raises TwilioError 20404."""
        found = contents.find(self.world, self.account_sid, self.found["sid"])
        if found is None:
            raise TwilioError(20404, f"The requested resource {self.found[0]} was not found")
        return found


async def api(request: Request) -> Response:
    """Every call: who asks, what is switched on, the deed, the wire log."""
    world: World = request.app.state.world
    body = await request.body()
    try:
        answer = _answer(world, request, body)
    except TwilioError as error:
        answer = _json(error.status, error.as_json())
    _record(world, request, body, answer)
    if answer.status_code == 201 and _is_send(request) and world.faults.strikes("timeout_after_accept", world.dice):
        await world.scheduler.sleep(world.faults.timeout_seconds)
        return Response(b"", 504)
    return answer


def _json(status: int, body: Json) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


def _is_send(request: Request) -> bool:
    return request.method == "POST" and request.url.path.endswith("/Messages.json")


def _answer(world: World, request: Request, body: bytes) -> Response:
    account_sid, numbers = _account(world, request)
    path = request.url.path.removeprefix("/twilio")
    if _is_send(request):
        _strike(world)
    for method, pattern, deed in DEEDS:
        found = pattern.fullmatch(path)
        if found and method == request.method:
            if found.groupdict().get("account", account_sid) != account_sid:
                raise TwilioError(20003, "Authenticate")
            return deed(Call(world, account_sid, numbers, body, found))
    raise TwilioError(20404, f"The requested resource {path} was not found")


def _account(world: World, request: Request) -> tuple[str, list[Number]]:
    """Basic authorization: AccountSid and auth token. Raises TwilioError 20003."""
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    user, _, password = base64.b64decode(value + "==").decode(errors="replace").partition(":")
    numbers = [each for each in world.numbers.of_waba(user) if each.provider == "twilio"]
    if kind.lower() != "basic" or not numbers or numbers[0].access_token != password:
        raise TwilioError(20003, "Authenticate")
    return user, numbers


def _strike(world: World) -> None:
    """Faults that refuse a send before it is looked at."""
    if world.faults.strikes("server_error", world.dice):
        raise TwilioError(20500, "Switched on in the simulator.")
    if world.faults.strikes("too_many_requests", world.dice):
        raise TwilioError(20429, "Switched on in the simulator.")


def _send(call: Call) -> Response:
    return _json(201, messages.create(call.world, call.numbers, call.form))


def _read_message(call: Call) -> Response:
    message = call.world.chats.get(call.found["sid"])
    number = next((each for each in call.numbers if message and each.phone_number_id == message.number_id), None)
    if message is None or number is None:
        raise TwilioError(20404, f"The requested resource {call.found[0]} was not found")
    return _json(200, messages.resource(number, message, {"From": number.phone_number_id}))


def _media(call: Call) -> Response:
    found = body_of(call.world, call.found["sid"])
    if found is None:
        raise TwilioError(20404, f"The requested resource {call.found[0]} was not found")
    return Response(found[1], media_type=found[0])


def _create_content(call: Call) -> Response:
    return _json(201, contents.create(call.world, call.account_sid, call.json()))


def _read_content(call: Call) -> Response:
    return _json(200, contents.public(call.content()))


def _delete_content(call: Call) -> Response:
    contents.contents(call.world).delete(call.content()["sid"])
    return Response(b"", 204)


def _list_contents(call: Call) -> Response:
    return _json(200, contents.all_with_approvals(call.world, call.account_sid))


def _request_approval(call: Call) -> Response:
    return _json(201, contents.request_approval(call.world, call.content(), call.json()))


def _read_approval(call: Call) -> Response:
    content = call.content()
    whatsapp = contents.approval_of(call.world, content)
    return _json(200, {"sid": content["sid"], "account_sid": call.account_sid, "whatsapp": whatsapp})


def _read_account(call: Call) -> Response:
    return _json(
        200, {"sid": call.account_sid, "friendly_name": call.numbers[0].name, "status": "active", "type": "Full"}
    )


def _list_senders(call: Call) -> Response:
    listed = [_sender(number) for number in call.numbers]
    return _json(200, {"senders": listed, "meta": {"page": 0, "page_size": 1000, "key": "senders"}})


def _sender(number: Number) -> Json:
    webhook = {"callback_url": number.webhook_url, "callback_method": "POST"}
    is_online = number.status == "CONNECTED"
    return {
        "sid": "XE" + hashlib.md5(number.digits.encode(), usedforsecurity=False).hexdigest(),
        "sender_id": f"whatsapp:+{number.digits}", "status": "ONLINE" if is_online else "OFFLINE", "webhook": webhook,
    }  # fmt: skip


ACCOUNT = r"/2010-04-01/Accounts/(?P<account>\w+)"
SID = r"(?P<sid>\w+)"
DEEDS: list[tuple[str, re.Pattern[str], Callable[[Call], Response]]] = [
    ("POST", re.compile(rf"{ACCOUNT}/Messages\.json"), _send),
    ("GET", re.compile(rf"{ACCOUNT}/Messages/{SID}\.json"), _read_message),
    ("GET", re.compile(rf"{ACCOUNT}/Messages/\w+/Media/{SID}"), _media),
    ("GET", re.compile(rf"{ACCOUNT}\.json"), _read_account),
    ("GET", re.compile(r"/v2/Channels/Senders"), _list_senders),
    ("POST", re.compile(r"/v1/Content"), _create_content),
    ("GET", re.compile(r"/v1/ContentAndApprovals"), _list_contents),
    ("GET", re.compile(rf"/v1/Content/{SID}"), _read_content),
    ("DELETE", re.compile(rf"/v1/Content/{SID}"), _delete_content),
    ("POST", re.compile(rf"/v1/Content/{SID}/ApprovalRequests/whatsapp"), _request_approval),
    ("GET", re.compile(rf"/v1/Content/{SID}/ApprovalRequests"), _read_approval),
]
ROUTES = [Route("/twilio/{path:path}", api, methods=["GET", "POST", "DELETE"])]


def _record(world: World, request: Request, body: bytes, answer: Response) -> None:
    sent = _decoded(bytes(answer.body))
    message = world.chats.get(str(sent.get("sid") or ""))
    refused = sent.get("code") if answer.status_code >= 400 else None
    world.wire.record(
        Exchange(
            "in",
            _title(request, message),
            f"refused, error {refused}" if refused else f"answered {answer.status_code}",
            "refused" if refused else "",
            message.id if message else "",
            message.person_id if message else "",
            None,
            shown_request(request.method, str(request.url), request.headers, body),
            shown_response(answer.status_code, answer.headers, bytes(answer.body)),
        )
    )


def _title(request: Request, message: Message | None) -> str:
    if message is not None and _is_send(request):
        return f"{title('POST', '/messages', message.data['content'])}, by Twilio"
    return f"Twilio: {request.method} /{request.url.path.rsplit('/', 1)[-1]}"


def _decoded(body: bytes) -> Json:
    try:
        return decode_object(body)
    except ValueError:
        return {}
