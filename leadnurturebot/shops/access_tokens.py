"""Short-lived tokens of providers that hand them out, kept until shortly before they end. Never call inside a transaction."""

import hashlib
import threading
import time
from collections.abc import Mapping

from leadnurturebot.platform import http_client
from leadnurturebot.providers.base import OutgoingRequest, Provider
from leadnurturebot.providers.registry import token_provider

EARLIER_SECONDS = 120
"""A token is not used so shortly before its end."""
KEPT_MOST = 500
_kept: dict[str, tuple[float, str]] = {}
_lock = threading.Lock()


def with_token(found: Provider, base_url: str, settings: Mapping[str, str]) -> Mapping[str, str]:
    """The settings with `access_token`, unchanged for a provider that needs none.

    Raises CallFailed, ProviderError.
    """
    provider = token_provider(found)
    if provider is None:
        return settings
    request = provider.build_token(base_url=base_url, secrets=settings)
    kept = _kept.get(_digest(request))
    if kept is not None and kept[0] > time.monotonic():
        return {**settings, "access_token": kept[1]}
    answer = http_client.call(
        request.method, request.url, headers=request.headers, body=request.body, is_configured=True
    )
    token = provider.read_token(answer.status, answer.body)
    with _lock:
        if len(_kept) >= KEPT_MOST:
            _kept.clear()
        _kept[_digest(request)] = (time.monotonic() + token.seconds - EARLIER_SECONDS, token.value)
    return {**settings, "access_token": token.value}


def forget_token(found: Provider, base_url: str, settings: Mapping[str, str]) -> bool:
    """After a 401: the next call asks for a new token. False for a provider that has none."""
    provider = token_provider(found)
    if provider is None:
        return False
    with _lock:
        _kept.pop(_digest(provider.build_token(base_url=base_url, secrets=settings)), None)
    return True


def _digest(request: OutgoingRequest) -> str:
    """Keys by what asks for the token: no secret is kept in the clear."""
    asked = f"{request.url}\n{sorted(request.headers.items())}\n".encode() + request.body
    return hashlib.sha256(asked).hexdigest()
