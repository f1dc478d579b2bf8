"""The webhook receiver: a raw ASGI app in front of Django.

Size -> endpoint -> signature over the raw bytes -> parse -> commit -> 200. Nothing is answered 200 before it is durable,
and nothing of an unsigned body is stored.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import psycopg
import structlog
from django.conf import settings

from leadnurturebot.message_path import counters
from leadnurturebot.message_path.certificates import CertificateAway, Certificates
from leadnurturebot.message_path.endpoints import Endpoint, Endpoints
from leadnurturebot.message_path.intake import Committer, Intake, from_messaging, from_payments
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import connect_async
from leadnurturebot.providers.addresses import address_of
from leadnurturebot.providers.base import AnomalousPayload, SignatureMismatch, WebhookProvider, WebhookRequest
from leadnurturebot.providers.messaging.extras import reads_requests
from leadnurturebot.providers.registry import UnknownProvider, certified_provider, webhook_provider

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

LARGEST_BODY = 3 * 1024 * 1024
# What is too large is still read this far, so that its sender hears why; beyond it the connection is cut.
READ_AT_MOST = 8 * LARGEST_BODY
PREFIX = "/hooks/"
log = structlog.get_logger("receiver")


class BodyTooLarge(Exception):
    """More than 3 MB came."""


class Receiver:
    """ASGI app for `/hooks/<kind>/<provider>/<endpoint key>/`."""

    def __init__(self) -> None:
        self._endpoints = Endpoints()
        self._committer = Committer()
        self._certificates = Certificates()
        self._task: asyncio.Task[None] | None = None
        self._reader: psycopg.AsyncConnection[Any] | None = None
        self._reading = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        counters.webhook_requests.inc()
        try:
            status, body = await self._handle(scope, receive)
        except BodyTooLarge:
            status, body = 413, b"the body is larger than 3 MB"
        except SignatureMismatch as error:
            status, body = 401, str(error).encode()
        except AnomalousPayload as error:
            status, body = 400, str(error).encode()
        except CertificateAway:
            log.error("certificate away")
            status, body = 503, b"the certificate could not be fetched, please try again"
        except psycopg.DataError:
            # A NUL in a text, for one: sent again it would be no better.
            status, body = 400, b"the body holds what cannot be stored"
        except psycopg.Error as error:
            # Not durable, so not acknowledged: the sender tries again.
            log.error("webhook not stored", error=type(error).__name__)
            status, body = 503, b"not stored, please try again"
        await _answer(send, status, body)

    async def _handle(self, scope: Scope, receive: Receive) -> tuple[int, bytes]:
        parts = scope["path"].removeprefix(PREFIX).strip("/").split("/")
        if len(parts) != 3 or scope["method"] not in {"GET", "POST"}:
            return (404, b"no such address") if len(parts) != 3 else (405, b"use POST")
        provider = _provider(parts[0], parts[1])
        body = await _body(scope, receive) if scope["method"] == "POST" else b""
        endpoint = await self._find(parts[2])
        if provider is None or endpoint is None or (endpoint.kind, endpoint.slug) != (parts[0], parts[1]):
            return 404, b"no such endpoint"
        request = _request(scope, body)
        if scope["method"] == "GET":
            challenge = provider.handshake(request.query, endpoint.secrets)
            return (403, b"the verify token does not match") if challenge is None else (200, challenge.encode())
        return await self._take(provider, endpoint, request)

    async def _take(self, provider: WebhookProvider, endpoint: Endpoint, request: WebhookRequest) -> tuple[int, bytes]:
        now = wall_now()
        request = await self._with_certificate(provider, request)
        provider.verify(request, endpoint.secrets, now)
        # Most providers' events are their body.
        reader = reads_requests(provider)
        parsed = reader.parse_request(request, now) if reader else provider.parse(request.body)
        intake = _intake(endpoint, parsed, now)
        if intake.unknown_numbers:
            counters.unknown_numbers.inc(intake.unknown_numbers)
        if intake:
            self._start()
            await self._committer.submit(intake)
        return 200, reader.acknowledgement if reader else b"ok"

    async def _with_certificate(self, provider: WebhookProvider, request: WebhookRequest) -> WebhookRequest:
        certified = certified_provider(provider)
        if certified is None:
            return request
        url = certified.certificate_url(request, address_of(certified))
        return replace(request, certificate=await self._certificates.get(url))

    async def close(self) -> None:
        """Finish what is being written and let go of the connections."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._committer.close()
        if self._reader is not None:
            await self._reader.close()

    def _start(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._committer.run())

    async def _find(self, endpoint_key: str) -> Endpoint | None:
        if self._endpoints.is_kept(endpoint_key):
            return self._endpoints.kept(endpoint_key)
        # Reads go over a connection of their own: the committer's is inside a transaction most of the time.
        async with self._reading:
            if self._reader is None or self._reader.closed or self._reader.broken:
                self._reader = await connect_async(autocommit=True, name="leadnurturebot receiver reads")
            return await self._endpoints.find(self._reader, endpoint_key)


def _intake(endpoint: Endpoint, parsed: Any, now: Any) -> Intake:
    return (
        from_messaging(endpoint, parsed, now) if endpoint.kind == "messaging" else from_payments(endpoint, parsed, now)
    )


def _provider(kind: str, slug: str) -> WebhookProvider | None:
    try:
        return webhook_provider(kind, slug)
    except UnknownProvider:
        return None


def _request(scope: Scope, body: bytes) -> WebhookRequest:
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    query_text = scope.get("query_string", b"").decode("latin-1")
    url = f"{settings.BASE_URL}{scope['path']}{'?' + query_text if query_text else ''}"
    return WebhookRequest(scope["method"], url, dict(parse_qsl(query_text)) if query_text else {}, headers, body)


async def _body(scope: Scope, receive: Receive) -> bytes:
    """The whole body. Raises BodyTooLarge, after reading it to its end: who is cut off while writing sees no answer."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= LARGEST_BODY:
            chunks.append(chunk)
        elif size > READ_AT_MOST:
            raise BodyTooLarge
        if not message.get("more_body"):
            break
    if size > LARGEST_BODY:
        raise BodyTooLarge
    return b"".join(chunks)


async def _answer(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
