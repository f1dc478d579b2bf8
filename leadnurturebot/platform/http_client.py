"""The one client for calls to outside systems, message sending apart: timeouts, no redirects, no private addresses."""

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx2

TIMEOUT_SECONDS = 15.0


class CallFailed(Exception):
    """No answer: the connection failed or timed out. Whether the other side acted is not known."""


class AddressRefused(ValueError):
    """The address leads into a private network."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other side said."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class TooLarge(ValueError):
    """The answer is larger than was asked for."""


def call(
    method: str, url: str, *, headers: Mapping[str, str] | None = None, body: bytes = b"", is_configured: bool = False
) -> Answer:
    """One request, no redirects followed.

    `is_configured`: the address is the operator's own setting and may be private (a stand-in on this machine);
    addresses that people of a shop typed never may. Raises CallFailed, AddressRefused.
    """
    if not is_configured:
        refuse_private(url)
    try:
        with httpx2.Client(timeout=TIMEOUT_SECONDS, follow_redirects=False, trust_env=False) as client:
            response = client.request(method, url, headers=dict(headers or {}), content=body)
    except httpx2.HTTPError as error:
        raise CallFailed(f"{method} {urlsplit(url).netloc}: {type(error).__name__}") from error
    return Answer(response.status_code, response.headers, response.content)


def download(url: str, *, headers: Mapping[str, str], most_bytes: int, is_configured: bool = False) -> Answer:
    """A GET whose answer may be large: read until `most_bytes`, no redirects followed. `is_configured` as of `call`.

    Raises CallFailed, AddressRefused, TooLarge.
    """
    if not is_configured:
        refuse_private(url)
    try:
        with (
            httpx2.Client(timeout=TIMEOUT_SECONDS, follow_redirects=False, trust_env=False) as client,
            client.stream("GET", url, headers=dict(headers)) as response,
        ):
            body = bytearray()
            for piece in response.iter_bytes():
                body += piece
                if len(body) > most_bytes:
                    raise TooLarge(f"more than {most_bytes:,} bytes")
            return Answer(response.status_code, response.headers, bytes(body))
    except httpx2.HTTPError as error:
        raise CallFailed(f"GET {urlsplit(url).netloc}: {type(error).__name__}") from error


def refuse_private(url: str) -> None:
    """Raises AddressRefused unless `url` is https and every address of its host is public."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise AddressRefused(f"{url!r} is not an https address")
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except OSError as error:
        raise AddressRefused(f"{parts.hostname} has no address") from error
    for *_, address in found:
        if not ipaddress.ip_address(address[0]).is_global:
            raise AddressRefused(f"{parts.hostname} leads into a private network")
