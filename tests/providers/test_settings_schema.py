"""The form of a provider's settings."""

from typing import Literal

from pydantic import Field, SecretStr

from leadnurturebot.providers.base import Config, helps, labels
from leadnurturebot.providers.settings_schema import names_filled_by, secret_names, settings_schema


class Example(Config):
    """Every kind of field."""

    name: str = Field(
        title="Name", description="As printed.", json_schema_extra={**labels(hi="नाम"), **helps(hi="जैसा छपा है।")}
    )
    key: SecretStr = Field(title="Key", json_schema_extra=labels(es="Clave"))
    learned: SecretStr = Field(default=SecretStr("hush"), title="Learned", json_schema_extra={"filled_by": "setup"})
    mode: Literal["test", "live"] = Field(default="test", title="Mode")
    pages: int = Field(default=3, title="Pages", ge=1)
    is_on: bool = Field(default=True, title="On")


def test_titles_and_helps_are_in_the_persons_language_else_in_english() -> None:
    hindi = settings_schema(Example, "hi")["properties"]
    assert (hindi["name"]["title"], hindi["name"]["description"]) == ("नाम", "जैसा छपा है।")
    assert (hindi["key"]["title"], "labels" in hindi["name"]) == ("Key", False)
    assert settings_schema(Example, "es-MX")["properties"]["key"]["title"] == "Clave"


def test_kinds_limits_and_defaults_are_there_and_secrets_give_nothing_away() -> None:
    schema = settings_schema(Example, "en")
    fields = schema["properties"]
    assert schema["required"] == ["name", "key"]
    assert (fields["key"]["writeOnly"], fields["key"]["format"]) == (True, "password")
    assert ("default" in fields["learned"], fields["learned"]["x-filled-by"]) == (False, "setup")
    assert (fields["mode"]["enum"], fields["mode"]["default"]) == (["test", "live"], "test")
    assert (fields["pages"]["type"], fields["pages"]["minimum"], fields["is_on"]["type"]) == ("integer", 1, "boolean")


def test_secrets_and_who_fills_them_are_named() -> None:
    assert secret_names(Example) == ("key", "learned")
    assert (names_filled_by(Example, "setup"), names_filled_by(Example, "us")) == (("learned",), ())


def test_a_provider_with_nothing_to_set_needs_nothing() -> None:
    assert settings_schema(Config, "en") == {"type": "object", "required": [], "properties": {}}
