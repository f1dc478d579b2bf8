"""Personal catalogues: pages of chosen products behind a link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.paging import PAGE, Page, decode_moment, encode
from leadnurturebot.api.v1 import shapes
from leadnurturebot.api.views import ShopView, answered, checked, operation, query
from leadnurturebot.assistant.phrasing.texts import languages
from leadnurturebot.catalog.personal.making import (
    ITEMS_MAX,
    NewPage,
    NoPage,
    Pick,
    UnusablePage,
    page_make,
    page_revoke,
)
from leadnurturebot.catalog.personal.queries import PageRow, list_pages
from leadnurturebot.leads.lookup import LeadUnknown, require_lead
from leadnurturebot.leads.queries import LeadRef, lead_refs
from leadnurturebot.platform import audit
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.access import settings_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedPage:
    """A page with the person it was made for."""

    row: PageRow
    lead: LeadRef | None


class PersonalCatalogueSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="row.id")
    url = serializers.CharField(source="row.url")
    lead = shapes.LeadRef(allow_null=True)
    language = serializers.CharField(source="row.language")
    made_by = serializers.ChoiceField(source="row.made_by", choices=["assistant", "user", "key", "system"])
    state = serializers.ChoiceField(source="row.state", choices=["open", "expired", "revoked"])
    created_at = serializers.DateTimeField(source="row.created_at")
    expires_at = serializers.DateTimeField(source="row.expires_at")
    items = serializers.IntegerField(source="row.items")
    names = serializers.ListField(source="row.names", child=serializers.CharField())
    pictures = serializers.ListField(source="row.pictures", child=serializers.CharField())
    clicks = serializers.IntegerField(source="row.clicks", help_text="How often people went on from it to the chat.")
    asked = serializers.IntegerField(source="row.asked", help_text="People who wrote from it.")


class PersonalCataloguePageSerializer(serializers.Serializer[Any]):
    results = PersonalCatalogueSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class NewPersonalCatalogueSerializer(serializers.Serializer[Any]):
    product_ids = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=ITEMS_MAX)
    lead_id = serializers.UUIDField(
        required=False, allow_null=True, help_text="For whom; nobody in particular without."
    )
    language = serializers.CharField(required=False, default="", help_text="The shop's where none is given.")
    days = serializers.IntegerField(
        min_value=1, max_value=365, required=False, allow_null=True, help_text="The shop's setting where none is given."
    )


class PersonalCataloguesBase(ShopView):
    """What operations on pages share."""

    def owned(self, rows: Sequence[PageRow]) -> list[OwnedPage]:
        """The pages with the names of their people, by one query."""
        leads: Mapping[UUID, LeadRef] = lead_refs(self.shop.id, [row.lead_id for row in rows if row.lead_id], self.key)
        return [OwnedPage(row=row, lead=leads.get(row.lead_id) if row.lead_id else None) for row in rows]

    def audited(self, action: str, page_id: UUID) -> None:
        """Note in the audit trail what was done to a page."""
        audit.record(shop_id=self.shop.id, actor=self.actor, action=action, subject=str(page_id), now=self.now)

    def one(self, page_id: UUID) -> OwnedPage:
        """One of the shop's pages."""
        return self.owned(list_pages(self.shop.id, now=self.now, limit=1, only=page_id))[0]


class PersonalCataloguesView(PersonalCataloguesBase):
    """The pages."""

    @operation(
        "listPersonalCatalogues", "catalogue", answer=PersonalCataloguePageSerializer, parameters=(query("cursor"),)
    )
    def get(self, request: Request) -> Response:
        """Pages made for people, newest first, with what came of them."""
        after = decode_moment(request.query_params.get("cursor", ""))
        found = list_pages(self.shop.id, now=self.now, limit=PAGE + 1, after=after)
        rows = found[:PAGE]
        cursor = encode(rows[-1].created_at, rows[-1].id) if len(found) > PAGE else None
        return answered(PersonalCataloguePageSerializer, Page(results=self.owned(rows), next_cursor=cursor))

    @operation(
        "createPersonalCatalogue", "catalogue", answer=PersonalCatalogueSerializer,
        body=NewPersonalCatalogueSerializer, status=201,
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Put products on a page. The address opens it for whoever has it, until it expires or is revoked. The same
        products for the same person are the page that there is."""
        given = checked(NewPersonalCatalogueSerializer, request)
        new = NewPage(
            shop_id=self.shop.id, picks=tuple(Pick(product_id=product_id) for product_id in given["product_ids"]),
            language=self._language(given["language"]), made_by=self.actor, lead_id=self._lead(given.get("lead_id")),
            days=given.get("days") or settings_of(self.shop.id).personal_page_days,
        )  # fmt: skip
        try:
            page = page_make(borrowed(), new, now=self.now)
        except UnusablePage as error:
            raise ValidationError({"product_ids": [str(error)]}) from error
        self.audited("personal_catalogue.made", page.id)
        return answered(PersonalCatalogueSerializer, self.one(page.id), status=201)

    def _language(self, wanted: str) -> str:
        language = wanted or self.shop.language
        if language not in languages():
            raise ValidationError({"language": [f"Use one of {', '.join(languages())}."]})
        return language

    def _lead(self, lead_id: UUID | None) -> UUID | None:
        if lead_id is None:
            return None
        try:
            return require_lead(borrowed(), self.shop.id, lead_id)
        except LeadUnknown as error:
            raise ValidationError({"lead_id": ["There is no such person."]}) from error


class PersonalCatalogueRevokeView(PersonalCataloguesBase):
    """Ending one."""

    @operation("revokePersonalCatalogue", "catalogue", answer=PersonalCatalogueSerializer)
    def post(self, request: Request, page_id: UUID) -> Response:
        """Whoever opens the link from now on is told that it ended."""
        try:
            page_revoke(borrowed(), self.shop.id, page_id, now=self.now)
        except NoPage as error:
            raise NotFound("There is no such page.") from error
        self.audited("personal_catalogue.revoked", page_id)
        return answered(PersonalCatalogueSerializer, self.one(page_id))
