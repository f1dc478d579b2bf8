"""Media of the Cloud API: an id is resolved to an address that lives five minutes, and fetched with the same token."""

import orjson

from leadnurturebot.providers.base import OutgoingRequest
from leadnurturebot.providers.messaging.base import Account, MediaAddress, MediaGone, Refused
from leadnurturebot.providers.messaging.cloud_errors import refused
from leadnurturebot.providers.messaging.cloud_json import mapping, text

# An id that is no longer known: "unsupported get request, object does not exist", or no such media.
_GONE = frozenset({33, 100, 131052})
_NOT_FOUND = 404


def lookup(media_id: str, account: Account) -> OutgoingRequest:
    """`GET /{media id}?phone_number_id=…`."""
    url = f"{account.base_url}/{media_id}?phone_number_id={account.phone_number_id}"
    return OutgoingRequest("GET", url, _headers(account))


def read_lookup(status: int, body: bytes) -> MediaAddress | MediaGone | Refused:
    """Where the file lies now, that it is gone, or why it cannot be told."""
    try:
        data = mapping(orjson.loads(body))
    except orjson.JSONDecodeError:
        data = {}
    if status == 200 and text(data.get("url")):
        size = data.get("file_size")
        return MediaAddress(
            url=text(data["url"]), mime_type=text(data.get("mime_type")), sha256=text(data.get("sha256")),
            size=size if isinstance(size, int) else 0,
        )  # fmt: skip
    error = data.get("error")
    answer = refused(status, error if isinstance(error, dict) else None)
    return MediaGone() if status == _NOT_FOUND or (status < 500 and answer.code in _GONE) else answer


def download(address: MediaAddress, account: Account) -> OutgoingRequest:
    """The file itself. Some default user agents are refused there."""
    return OutgoingRequest("GET", address.url, {**_headers(account), "User-Agent": "LeadNurtureBot/1.0"})


def _headers(account: Account) -> dict[str, str]:
    return {"Authorization": f"Bearer {account.secrets.get('access_token', '')}"}
