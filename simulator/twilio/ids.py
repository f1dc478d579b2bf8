"""Twilio's names of things: two letters and 32 hexadecimal digits."""

import secrets


def new_sid(kind: str) -> str:
    """`SM` a message, `MM` one with media, `HX` a content."""
    return kind + secrets.token_hex(16)
