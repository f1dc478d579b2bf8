"""The way out: calls the simulator makes to the product."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import aiohttp


class OutsideUnreachable(Exception):
    """No answer: refused, broken off or too slow."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


class Outside(Protocol):
    async def request(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer: ...


class AiohttpOutside:
    """Redirects are not followed: a webhook that redirects has not been answered."""

    def __init__(self, timeout_seconds: float = 10.0) -> None:
        self._timeout = aiohttp.ClientTimeout(total=timeout_seconds)
        self._session: aiohttp.ClientSession | None = None

    async def request(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout)
        try:
            async with self._session.request(
                method, url, headers=dict(headers), data=body, allow_redirects=False
            ) as response:
                answer_headers = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status, answer_headers, await response.read())
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise OutsideUnreachable(f"{type(error).__name__}: {error}") from error

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
