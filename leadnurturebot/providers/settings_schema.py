"""A provider's settings as a JSON schema in a person's language, from which the portal makes its form."""

from typing import Any

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from leadnurturebot.providers.base import Config

Json = dict[str, Any]
_OURS = ("labels", "helps")


def settings_schema(config: type[Config], language: str) -> Json:
    """The JSON schema (2020-12) with `title` and `description` in `language` ("pt-BR" reads "pt"), else English.

    Secret settings are `writeOnly`; `filled_by` is kept as `x-filled-by`.
    """
    schema = config.model_json_schema()
    properties = {
        name: _property(schema["properties"][name], field, language.partition("-")[0])
        for name, field in config.model_fields.items()
    }
    kept = {name: value for name, value in schema.items() if name in ("type", "required", "$defs")}
    return {"required": [], **kept, "properties": properties}


def secret_names(config: type[Config]) -> tuple[str, ...]:
    """The settings that are kept sealed."""
    return tuple(name for name, field in config.model_fields.items() if field.annotation is SecretStr)


def names_filled_by(config: type[Config], whom: str) -> tuple[str, ...]:
    """The settings that `us` or the `setup` fills."""
    return tuple(name for name, field in config.model_fields.items() if _extra(field).get("filled_by") == whom)


def _property(schema: Json, field: FieldInfo, language: str) -> Json:
    extra = _extra(field)
    plain = {name: value for name, value in schema.items() if name not in (*_OURS, "filled_by", "default")}
    if "default" in schema and field.annotation is not SecretStr:
        plain["default"] = schema["default"]
    plain["title"] = extra.get("labels", {}).get(language) or field.title or schema["title"]
    if help_text := extra.get("helps", {}).get(language) or field.description:
        plain["description"] = help_text
    if filled_by := extra.get("filled_by"):
        plain["x-filled-by"] = filled_by
    return plain


def _extra(field: FieldInfo) -> Json:
    extra = field.json_schema_extra
    return dict(extra) if isinstance(extra, dict) else {}
