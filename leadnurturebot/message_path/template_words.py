"""A template's text with its values, and its languages in the provider's words."""

from collections.abc import Sequence

from leadnurturebot.domain.language_tags import base_language

LANGUAGE_CODES = {"pt": "pt_BR"}
"""Template languages by ours, where they differ."""


def provider_language(language: str) -> str:
    """The provider's code of one of our languages or tags: templates are reviewed by language, not by script."""
    return LANGUAGE_CODES.get(base_language(language), base_language(language))


def filled(body: str, values: Sequence[str]) -> str:
    """The text as the person reads it."""
    for position, value in enumerate(values, start=1):
        body = body.replace(f"{{{{{position}}}}}", value)
    return body
