"""Goods in a conversation: looked at as the customer would get them, and sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.v1.holding import holding
from leadnurturebot.api.v1.messages import Explained, MessageSerializer
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.conversations.transcript import get_message
from leadnurturebot.message_path.agents import NoThread
from leadnurturebot.message_path.sending_products import (
    MOST,
    TEXT_MAX,
    WAYS,
    Selection,
    UnusableProducts,
    preview_products,
    send_products,
)


class SelectionSerializer(serializers.Serializer[Any]):
    product_ids = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=MOST)
    way = serializers.ChoiceField(choices=WAYS, required=False, default="link")
    text = serializers.CharField(
        max_length=TEXT_MAX, required=False, allow_blank=True, default="",
        help_text="Words above the goods; ours in the customer's language without.",
    )  # fmt: skip


class PreviewItemSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    price = serializers.CharField()
    was = serializers.CharField()
    image_url = serializers.CharField(source="image")
    in_stock = serializers.BooleanField(source="is_here")


class PreviewSerializer(serializers.Serializer[Any]):
    text = serializers.CharField()
    button = serializers.CharField(source="label", help_text="What it says on the button that opens the page.")
    items = PreviewItemSerializer(many=True)
    can_list = serializers.BooleanField(help_text="Whether they can go out of WhatsApp's own catalogue.")


class ProductsPreviewView(ShopView):
    """The message before it is sent."""

    @operation("previewProducts", "conversations", answer=PreviewSerializer, body=SelectionSerializer)
    def post(self, request: Request, thread_id: UUID) -> Response:
        """What the customer would get, in their language and at the prices of now. Nothing is sent or made."""
        selection = _selection(request)
        with _usable():
            found = preview_products(shop_id=self.shop.id, thread_id=thread_id, selection=selection, now=self.now)
        return answered(PreviewSerializer, found)


class SendProductsView(ShopView):
    """Sending goods."""

    is_atomic = False  # sending commits by itself

    @operation("sendProducts", "conversations", answer=MessageSerializer, body=SelectionSerializer, status=201)
    def post(self, request: Request, thread_id: UUID) -> Response:
        """Send products as the person who holds the conversation: as a link to a page of them, or (`list`) out of WhatsApp's
        own catalogue. 409 `not_holding`, 409 `window_closed`, 409 `blocked`."""
        selection = _selection(request)
        with _usable(), holding(self, thread_id) as call:
            message_id = send_products(**call, selection=selection)
        message = get_message(self.shop.id, self.key, thread_id, message_id)
        if message is None:
            raise LookupError(f"message {message_id} was sent and is not there")
        return answered(MessageSerializer, Explained(message=message, decision=None), status=201)


def _selection(request: Request) -> Selection:
    given = checked(SelectionSerializer, request)
    return Selection(product_ids=tuple(given["product_ids"]), way=given["way"], text=given["text"])


@contextmanager
def _usable() -> Iterator[None]:
    try:
        yield
    except NoThread as error:
        raise NotFound("There is no such conversation.") from error
    except UnusableProducts as error:
        raise ValidationError({"product_ids": [str(error)]}) from error
