"""Testing a connection: the provider's harmless calls, made through the guarded client, outside of any transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from leadnurturebot.platform import http_client
from leadnurturebot.providers.base import Check, CheckedProvider, Connected, Finding, ProviderError
from leadnurturebot.providers.registry import checked_provider
from leadnurturebot.shops.access_tokens import with_token
from leadnurturebot.shops.connection_settings import FieldProblem, Split, UnusableConnection


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was asked, and what it showed."""

    check: Check
    finding: Finding


def check_connection(kind: str, slug: str, connected: Connected) -> list[Checked]:
    """Every test call of the provider; none for one that is never called."""
    provider = checked_provider(kind, slug)
    if provider is None:
        return []
    connected = _opened(provider, connected)
    return [Checked(check, _ask(provider, check, connected)) for check in provider.build_checks(connected)]


def _opened(provider: CheckedProvider, connected: Connected) -> Connected:
    """With the token that some providers' calls need; without one only the account is asked about."""
    try:
        settings = with_token(provider, connected.base_url, {**connected.config, **connected.secrets})
    except (http_client.CallFailed, ProviderError):
        return connected
    token = settings.get("access_token", connected.secrets.get("access_token"))
    return replace(connected, secrets={**connected.secrets, "access_token": token}) if token else connected


def _ask(provider: CheckedProvider, check: Check, connected: Connected) -> Finding:
    request = check.request
    try:
        answer = http_client.call(
            request.method, request.url, headers=request.headers, body=request.body, is_configured=True
        )
    except http_client.CallFailed as error:
        return Finding("failed", "not_reachable", detail=str(error))
    return provider.read_check(check, connected, answer.status, answer.body)


def refuse_what_fails(kind: str, slug: str, split: Split, base: Connected, *, changed: Iterable[str]) -> None:
    """Try new settings at the provider before they are kept.

    Raises UnusableConnection for a changed setting that the provider refuses. A provider that is away or busy refuses
    nothing: the settings may be right.
    """
    wanted = set(changed)
    results = check_connection(kind, slug, replace(base, config=split.open, secrets=split.secret, numbers=()))
    blamed = {
        r.finding.field: r.finding for r in results if r.finding.verdict == "failed" and r.finding.field in wanted
    }
    if blamed:
        raise UnusableConnection({n: FieldProblem(f.reason, f.detail or f.reason) for n, f in blamed.items()})
