"""Shapes of connections, and what is wrong with their settings in a person's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from leadnurturebot.analytics.connection_health import Health
from leadnurturebot.providers.registry import KINDS
from leadnurturebot.shops.connection_settings import FieldProblem, UnusableConnection
from leadnurturebot.shops.connections import ConnectionView

STATES = ("connected", "attention", "off")
ATTENTION = ("no_number", "no_events", "parked", "failing")
VERDICTS = ("works", "look", "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A connection with how it is doing."""

    view: ConnectionView
    health: Health
    state: str
    attention: tuple[str, ...]


class SecretSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    is_set = serializers.BooleanField()
    ending = serializers.CharField()


class BusinessNumberSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    phone_number_id = serializers.CharField()
    waba_id = serializers.CharField()
    display_number = serializers.CharField()


class HealthSerializer(serializers.Serializer[Any]):
    last_heard_at = serializers.DateTimeField(allow_null=True)
    last_sent_at = serializers.DateTimeField(allow_null=True)
    parked = serializers.IntegerField()
    failed = serializers.IntegerField()
    last_failed_at = serializers.DateTimeField(allow_null=True)
    last_error_code = serializers.CharField()
    last_error = serializers.CharField()


class ConnectionSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="view.id")
    kind = serializers.ChoiceField(source="view.kind", choices=KINDS)
    slug = serializers.CharField(source="view.slug")
    name = serializers.CharField(source="view.label")
    state = serializers.ChoiceField(choices=STATES)
    attention = serializers.ListField(child=serializers.ChoiceField(choices=ATTENTION))
    created_at = serializers.DateTimeField(source="view.created_at")
    webhook_url = serializers.CharField(source="view.webhook_url")
    paste_there = serializers.DictField(source="view.paste_there", child=serializers.CharField())
    settings = serializers.DictField(source="view.settings")
    secrets = SecretSerializer(source="view.secrets", many=True)
    numbers = BusinessNumberSerializer(source="view.numbers", many=True)
    health = HealthSerializer()


class ConnectionPageSerializer(serializers.Serializer[Any]):
    results = ConnectionSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class NewConnectionSerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=KINDS)
    slug = serializers.CharField()
    settings = serializers.DictField()


class ChangedConnectionSerializer(serializers.Serializer[Any]):
    settings = serializers.DictField()


class NewNumberSerializer(serializers.Serializer[Any]):
    phone_number_id = serializers.CharField(max_length=64)
    waba_id = serializers.CharField(max_length=64)
    display_number = serializers.CharField(max_length=64, required=False, allow_blank=True)


class ChangedNumberSerializer(serializers.Serializer[Any]):
    phone_number_id = serializers.CharField(max_length=64, required=False)
    waba_id = serializers.CharField(max_length=64, required=False)
    display_number = serializers.CharField(max_length=64, required=False, allow_blank=True)


class CheckedSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(source="check.name")
    subject = serializers.CharField(source="check.subject")
    verdict = serializers.ChoiceField(source="finding.verdict", choices=VERDICTS)
    reason = serializers.CharField(source="finding.reason")
    facts = serializers.DictField(source="finding.facts", child=serializers.CharField())
    detail = serializers.CharField(source="finding.detail")


class CheckedPageSerializer(serializers.Serializer[Any]):
    results = CheckedSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


_WORDS: dict[str, dict[str, str]] = {
    "missing": {
        "en": "This is needed.", "es": "Este dato es necesario.", "pt": "Este dado é necessário.",
        "hi": "यह ज़रूरी है।", "id": "Ini wajib diisi.",
    },
    "unknown": {
        "en": "There is no such setting.", "es": "No existe este ajuste.", "pt": "Esta configuração não existe.",
        "hi": "ऐसी कोई सेटिंग नहीं है।", "id": "Tidak ada pengaturan seperti ini.",
    },
    "taken": {
        "en": "This number is connected already.", "es": "Este número ya está conectado.",
        "pt": "Este número já está conectado.", "hi": "यह नंबर पहले से जुड़ा है।",
        "id": "Nomor ini sudah terhubung.",
    },
    "key_refused": {
        "en": "The provider does not accept this key.", "es": "El proveedor no acepta esta clave.",
        "pt": "O provedor não aceita esta chave.", "hi": "प्रदाता इस कुंजी को स्वीकार नहीं करता।",
        "id": "Penyedia tidak menerima kunci ini.",
    },
    "not_allowed": {
        "en": "This key may not do what we need; see the note below it.",
        "es": "Esta clave no tiene los permisos necesarios; mira la nota de abajo.",
        "pt": "Esta chave não tem as permissões necessárias; veja a nota abaixo.",
        "hi": "इस कुंजी के पास ज़रूरी अनुमति नहीं है; नीचे का नोट देखें।",
        "id": "Kunci ini tidak punya izin yang diperlukan; lihat catatan di bawahnya.",
    },
    "not_found": {
        "en": "The provider knows nothing under this ID, or this key may not see it.",
        "es": "El proveedor no conoce este ID, o esta clave no puede verlo.",
        "pt": "O provedor não conhece este ID, ou esta chave não pode vê-lo.",
        "hi": "प्रदाता के पास इस आईडी पर कुछ नहीं है, या यह कुंजी उसे देख नहीं सकती।",
        "id": "Penyedia tidak mengenal ID ini, atau kunci ini tidak boleh melihatnya.",
    },
}  # fmt: skip


def field_errors(error: UnusableConnection, language: str) -> ValidationError:
    """What is wrong with each setting, for a problem's `fields`."""
    return ValidationError({name: [_words(problem, language)] for name, problem in error.fields.items()})


def _words(problem: FieldProblem, language: str) -> str:
    words: Mapping[str, str] = _WORDS.get(problem.code, {})
    return words.get(language.partition("-")[0]) or words.get("en") or problem.text
