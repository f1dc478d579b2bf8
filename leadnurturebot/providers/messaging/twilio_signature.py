"""Twilio's signature over the address it called and the posted parameters."""

import base64
import hashlib
import hmac
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from leadnurturebot.providers.base import SignatureMismatch, WebhookRequest

# Put behind an address it tells Twilio how often to try again; by default Twilio tries a webhook once.
# Source: Twilio, "Connection overrides".
TRY_AGAIN = "#rc=5&rp=all"
_DEFAULT_PORTS = {"https": 443, "http": 80}


def signature(auth_token: str, url: str, parameters: Mapping[str, list[str]]) -> str:
    """base64(HMAC-SHA1(token, url + every name and value, sorted by name)); the values of one name sorted and once."""
    signed = url + "".join(
        name + value for name in sorted(parameters) for value in sorted(set(parameters[name]))
    )  # fmt: skip
    return base64.b64encode(hmac.digest(auth_token.encode(), signed.encode(), "sha1")).decode()


def check_signature(request: WebhookRequest, auth_token: str, parameters: Mapping[str, list[str]]) -> None:
    """Raises SignatureMismatch. A body that is no form is covered by its digest in the address (`bodySHA256`)."""
    given = request.headers.get("x-twilio-signature", "").encode()
    digest = request.query.get("bodySHA256", "")
    if digest:
        if not hmac.compare_digest(digest.lower().encode(), hashlib.sha256(request.body).hexdigest().encode()):
            raise SignatureMismatch("bodySHA256 is not the digest of the body")
        parameters = {}
    right = (
        hmac.compare_digest(given, signature(auth_token, url, parameters).encode()) for url in _spellings(request.url)
    )
    if not auth_token or not given or not any(list(right)):
        raise SignatureMismatch("X-Twilio-Signature is missing or wrong")


def _spellings(url: str) -> Iterator[str]:
    """The address with and without its default port, and with the part that asks for repeats: Twilio's pages differ on
    which of them it signs, and all of them name the same place."""
    parts = urlsplit(url)
    hosts = [parts.netloc]
    default = _DEFAULT_PORTS.get(parts.scheme)
    if parts.port is None and default:
        hosts.append(f"{parts.netloc}:{default}")
    elif parts.port == default:
        hosts.append(parts.netloc.rpartition(":")[0])
    for host in hosts:
        yield (plain := parts._replace(netloc=host).geturl())
        yield plain + TRY_AGAIN
