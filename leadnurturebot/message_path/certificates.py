"""Certificates of providers that sign with one, fetched once an address. Addresses were judged by the provider."""

import asyncio
import time

from leadnurturebot.platform import http_client

KEPT_SECONDS = 12 * 3600.0
FAILED_SECONDS = 60.0
KEPT_MOST = 100
_LARGEST = 64 * 1024
_FOUND = 200


class CertificateAway(Exception):
    """It could not be fetched: whether the event is genuine is not known, its sender may try again."""


class Certificates:
    """Fetches and remembers; a failure is remembered for a minute, so that made-up addresses cost little."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, bytes]] = {}
        self._fetching = asyncio.Lock()

    async def get(self, url: str) -> bytes:
        """The certificate, PEM. Raises CertificateAway."""
        async with self._fetching:
            kept = self._kept.get(url)
            if kept is None or kept[0] <= time.monotonic():
                body = await asyncio.to_thread(_fetch, url)
                if len(self._kept) >= KEPT_MOST:
                    self._kept.clear()
                kept = (time.monotonic() + (KEPT_SECONDS if body else FAILED_SECONDS), body)
                self._kept[url] = kept
        if not kept[1]:
            raise CertificateAway(url)
        return kept[1]


def _fetch(url: str) -> bytes:
    try:
        answer = http_client.download(url, headers={}, most_bytes=_LARGEST, is_configured=True)
    except (http_client.CallFailed, http_client.TooLarge):
        return b""
    return answer.body if answer.status == _FOUND else b""
