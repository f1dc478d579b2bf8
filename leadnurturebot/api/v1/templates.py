"""Message templates: written here, reviewed by WhatsApp."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.paging import Page
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.domain.template_rules import CATEGORIES, TemplateButton, TemplateText
from leadnurturebot.message_path import template_office as templates
from leadnurturebot.nurture import template_actions
from leadnurturebot.nurture.template_queries import NoTemplate, get_template, list_templates

BUTTON_TYPES = ["QUICK_REPLY", "URL", "PHONE_NUMBER"]


class TemplateButtonSerializer(serializers.Serializer[Any]):
    type = serializers.ChoiceField(choices=BUTTON_TYPES)
    text = serializers.CharField()
    url = serializers.CharField(allow_blank=True, default="")
    phone_number = serializers.CharField(allow_blank=True, default="")


class TemplateDraftSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=512)
    language = serializers.CharField(max_length=16)
    category = serializers.ChoiceField(choices=CATEGORIES)
    body = serializers.CharField(allow_blank=True, trim_whitespace=False, max_length=4096)
    header = serializers.CharField(allow_blank=True, default="")
    footer = serializers.CharField(allow_blank=True, default="")
    buttons = TemplateButtonSerializer(many=True, default=list)
    parameters = serializers.ListField(child=serializers.CharField(max_length=40), default=list)
    ttl_seconds = serializers.IntegerField(allow_null=True, default=None)


class TemplateSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    language = serializers.CharField()
    category = serializers.CharField()
    status = serializers.CharField()
    body = serializers.CharField()
    header = serializers.CharField()
    footer = serializers.CharField()
    buttons = TemplateButtonSerializer(many=True)
    parameters = serializers.ListField(child=serializers.CharField())
    ttl_seconds = serializers.IntegerField(allow_null=True)
    reason = serializers.CharField()
    quality = serializers.CharField()
    previous_category = serializers.CharField()
    next_category = serializers.CharField()
    held_reason = serializers.CharField()
    paused_until = serializers.DateTimeField(allow_null=True)
    editable_at = serializers.DateTimeField(allow_null=True)
    is_submitted = serializers.BooleanField()
    updated_at = serializers.DateTimeField()


class TemplatePageSerializer(serializers.Serializer[Any]):
    results = TemplateSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class SyncedSerializer(serializers.Serializer[Any]):
    count = serializers.IntegerField()


class TemplateView(ShopView):
    """What operations on templates share. The provider is asked outside of any transaction."""

    is_atomic = False

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Turns what cannot be done into problems with a code."""
        try:
            yield
        except NoTemplate as error:
            raise NotFound("There is no such template.") from error
        except template_actions.UnusableTemplate as error:
            raise ValidationError(_fields(error)) from error
        except template_actions.TemplateBusy as error:
            until = f" Possible from {error.until.isoformat()}." if error.until else ""
            raise Refused(error.code, f"The template cannot be changed so now.{until}") from error
        except templates.NoAccount as error:
            raise Refused("no_account", "Connect a WhatsApp number first.") from error
        except templates.NotReached as error:
            raise Refused("not_reached", "WhatsApp did not answer. Nothing was changed.", status_code=503) from error
        except templates.ProviderRefused as error:
            raise Refused("refused_by_provider", error.text) from error

    def shown(self, template_id: UUID, *, status: int = 200) -> Response:
        """The template as it is now."""
        return answered(TemplateSerializer, get_template(self.shop.id, template_id, now=self.now), status=status)

    def draft(self, request: Request) -> TemplateText:
        """The text in the request's body."""
        values = checked(TemplateDraftSerializer, request)
        buttons = tuple(TemplateButton(**button) for button in values.pop("buttons"))
        return TemplateText(**{**values, "parameters": tuple(values["parameters"])}, buttons=buttons)


def _fields(error: template_actions.UnusableTemplate) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for problem in error.problems:
        found.setdefault(problem.field, []).append(problem.code)
    return found


class TemplatesView(TemplateView):
    """All templates."""

    @operation("listTemplates", "templates", answer=TemplatePageSerializer)
    def get(self, request: Request) -> Response:
        """Every template by name and language, with its review state."""
        rows = list_templates(self.shop.id, now=self.now)
        return answered(TemplatePageSerializer, Page(results=rows, next_cursor=None))

    @operation("createTemplate", "templates", answer=TemplateSerializer, body=TemplateDraftSerializer, status=201)
    def post(self, request: Request) -> Response:
        """A new draft. What WhatsApp would refuse is refused here, by field."""
        text = self.draft(request)
        with self.refusals(), transaction.atomic():
            row = template_actions.template_create(shop_id=self.shop.id, text=text, actor=self.actor, now=self.now)
        return self.shown(row.id, status=201)


class TemplateOneView(TemplateView):
    """One template."""

    @operation("getTemplate", "templates", answer=TemplateSerializer)
    def get(self, request: Request, template_id: UUID) -> Response:
        """A template with its state."""
        with self.refusals():
            return self.shown(template_id)

    @operation("editTemplate", "templates", answer=TemplateSerializer, body=TemplateDraftSerializer)
    def put(self, request: Request, template_id: UUID) -> Response:
        """Change its text. What was submitted goes to review again and is not sent meanwhile."""
        text = self.draft(request)
        with self.refusals():
            templates.edit(self.shop.id, template_id, text, actor=self.actor, now=self.now)
            return self.shown(template_id)

    @operation("deleteTemplate", "templates", answer=None, status=204)
    def delete(self, request: Request, template_id: UUID) -> Response:
        """Delete this language of the template. A submitted name is locked for 30 days."""
        with self.refusals():
            templates.delete(self.shop.id, template_id, actor=self.actor, now=self.now)
        return Response(status=204)


class TemplateSubmitView(TemplateView):
    """Review."""

    @operation("submitTemplate", "templates", answer=TemplateSerializer)
    def post(self, request: Request, template_id: UUID) -> Response:
        """Send a draft to WhatsApp for review."""
        with self.refusals():
            templates.submit(self.shop.id, template_id, actor=self.actor, now=self.now)
            return self.shown(template_id)


class TemplateCategoryView(TemplateView):
    """A category that WhatsApp changed."""

    @operation("acceptTemplateCategory", "templates", answer=TemplateSerializer)
    def post(self, request: Request, template_id: UUID) -> Response:
        """Use the template again although WhatsApp made it a dearer kind."""
        with self.refusals(), transaction.atomic():
            row = template_actions.find_template(self.shop.id, template_id)
            template_actions.template_category_accept(row=row, actor=self.actor, now=self.now)
        return self.shown(template_id)


class TemplateSyncView(TemplateView):
    """The account's templates."""

    @operation("syncTemplates", "templates", answer=SyncedSerializer)
    def post(self, request: Request) -> Response:
        """Fetch all templates and their states from WhatsApp."""
        with self.refusals():
            return answered(SyncedSerializer, {"count": templates.sync(self.shop.id, now=self.now)})
