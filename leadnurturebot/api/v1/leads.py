"""Leads that are one person: merged, and taken apart again."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.leads.lookup import LeadUnknown, require_lead
from leadnurturebot.message_path.merging import CannotMerge, NothingToUndo, merge, undo_merge
from leadnurturebot.platform import audit
from leadnurturebot.platform.sql import borrowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A merge that was made."""

    id: UUID


class MergedSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()


class NewMergeSerializer(serializers.Serializer[Any]):
    lead_id = serializers.UUIDField()


class LeadMergesView(ShopView):
    """Merges into a lead."""

    @operation("mergeLeads", "leads", answer=MergedSerializer, body=NewMergeSerializer, status=201)
    def post(self, request: Request, lead_id: UUID) -> Response:
        """Make another lead part of this one. 409 `cannot_merge`."""
        other = checked(NewMergeSerializer, request)["lead_id"]
        connection = borrowed()
        try:
            require_lead(connection, self.shop.id, lead_id)
            merge_id = merge(
                connection, shop_id=self.shop.id, kept_id=lead_id, merged_id=other, reason="person", now=self.now
            )
        except LeadUnknown as error:
            raise NotFound("There is no such lead.") from error
        except CannotMerge as error:
            raise Refused("cannot_merge", "These cannot be made one.") from error
        self._record("lead.merged", lead_id, other)
        return answered(MergedSerializer, Merged(id=merge_id), status=201)

    def _record(self, action: str, kept: UUID, other: UUID) -> None:
        details = {"other": str(other)}
        audit.record(
            shop_id=self.shop.id, actor=self.actor, action=action, now=self.now, subject=str(kept), details=details
        )


class LeadMergeUndoView(ShopView):
    """Taking a merge back."""

    @operation("undoMerge", "leads", answer=None, status=204)
    def post(self, request: Request, lead_id: UUID, merge_id: UUID) -> Response:
        """Make two leads of one again. What came since stays with the kept one. 409 `nothing_to_undo`."""
        try:
            require_lead(borrowed(), self.shop.id, lead_id)
            kept, other = undo_merge(borrowed(), shop_id=self.shop.id, merge_id=merge_id, now=self.now)
        except LeadUnknown as error:
            raise NotFound("There is no such lead.") from error
        except NothingToUndo as error:
            raise Refused("nothing_to_undo", "This cannot be undone (any more).") from error
        audit.record(
            shop_id=self.shop.id, actor=self.actor, action="lead.unmerged", now=self.now, subject=str(kept),
            details={"other": str(other)},
        )  # fmt: skip
        return Response(status=204)
