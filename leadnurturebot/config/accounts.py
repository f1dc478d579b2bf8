"""Accounts are made by owners and commands; nobody signs up from outside."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Sign-up from outside is closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
