"""Goods that a person of the shop sends in a conversation."""

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from leadnurturebot.catalog.models import Product
from leadnurturebot.conversations.models import Thread
from leadnurturebot.message_path.view import state_of
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.models import Connection
from tests.api import stories
from tests.api.test_messages import payload_of
from tests.people import Cast


@pytest.fixture
def goods(cast: Cast, now: datetime) -> list[Product]:
    return [stories.make_product(cast.shop, f"Dress {n}", now, code=n, price=4900 + n * 100) for n in (1, 2)]


@pytest.fixture
def talk(cast: Cast, now: datetime) -> UUID:
    lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447700900118", now)
    return stories.make_thread(cast.shop, cast.number, lead_id, now, language="es")


def send(browser: Client, talk: UUID, goods: list[Product], path: str = "products", **more: Any) -> Any:
    values = {"product_ids": [str(product.id) for product in goods], **more}
    return browser.post(f"/api/v1/conversations/{talk}/{path}", values, content_type="application/json")


def held(browser: Client, talk: UUID) -> None:
    browser.post(f"/api/v1/conversations/{talk}/take-over")


def connect_catalogue() -> None:
    with system_scope():
        for found in Connection.objects.filter(kind="messaging"):
            Connection.objects.filter(id=found.id).update(config={**found.config, "catalog_id": "44"})


def test_a_preview_is_in_the_customers_language_and_makes_nothing(
    sarah: Client, talk: UUID, goods: list[Product]
) -> None:
    answer = send(sarah, talk, goods, "products/preview")
    assert answer.status_code == 200
    assert answer.json() == {
        "text": "Esto es para ti:\n*Dress 1* · $50\n*Dress 2* · $51",
        "button": "Ver la selección",
        "items": [
            {"name": "Dress 1", "price": "$50", "was": "", "image_url": "/media/products/1.png", "in_stock": True},
            {"name": "Dress 2", "price": "$51", "was": "", "image_url": "/media/products/2.png", "in_stock": True},
        ],
        "can_list": False,
    }
    assert borrowed().execute("SELECT count(*) FROM catalog_personalcatalogue").fetchall() == [(0,)]
    assert borrowed().execute("SELECT count(*) FROM message_path_outbox").fetchall() == [(0,)]


def test_a_link_goes_out_with_the_first_picture_and_the_persons_words(
    sarah: Client, cast: Cast, talk: UUID, goods: list[Product]
) -> None:
    held(sarah, talk)
    answer = send(sarah, talk, goods, text="¿Qué te parecen?")
    content = payload_of(cast)["content"]
    assert (answer.status_code, answer.json()["sender_name"]) == (201, "Sarah")
    assert content["kind"] == "link"
    assert content["body"] == "¿Qué te parecen?\n*Dress 1* · $50\n*Dress 2* · $51"
    assert content["image_url"] == f"{settings.BASE_URL}/media/products/1.png"
    ((token, lead_id),) = borrowed().execute("SELECT token, lead_id FROM catalog_personalcatalogue").fetchall()
    assert content["url"] == f"{settings.BASE_URL}/c/{token}"
    with system_scope():
        assert Thread.objects.get(id=talk).lead_id == lead_id


def test_the_list_that_a_person_showed_is_the_one_that_the_second_means(
    sarah: Client, cast: Cast, talk: UUID, goods: list[Product]
) -> None:
    held(sarah, talk)
    send(sarah, talk, goods[::-1])
    with system_scope():
        state = state_of(stories.key_of(cast.shop), bytes(Thread.objects.get(id=talk).state_sealed))
    assert state.shown == (goods[1].id, goods[0].id)
    assert state.question is not None
    assert state.question.kind == "pick"


def test_a_number_with_a_catalogue_can_send_them_out_of_it(
    sarah: Client, cast: Cast, talk: UUID, goods: list[Product]
) -> None:
    connect_catalogue()
    held(sarah, talk)
    assert send(sarah, talk, goods, "products/preview").json()["can_list"] is True
    assert send(sarah, talk, goods, way="list").status_code == 201
    content = payload_of(cast)["content"]
    assert (content["kind"], content["catalog_id"], content["sections"][0]["items"]) == (
        "product_list", "44", ["1-S", "2-S"]
    )  # fmt: skip
    assert borrowed().execute("SELECT count(*) FROM catalog_personalcatalogue").fetchall() == [(0,)]
    ((shown,),) = borrowed().execute("SELECT data FROM ledger_entry WHERE kind = 'recommendation.shown'").fetchall()
    assert [(slot["product"], slot["why"]) for slot in shown["slots"]] == [
        (str(goods[0].id), "picked"), (str(goods[1].id), "picked")
    ]  # fmt: skip


def test_without_a_catalogue_a_list_is_refused_and_nothing_sent(
    sarah: Client, talk: UUID, goods: list[Product]
) -> None:
    held(sarah, talk)
    answer = send(sarah, talk, goods, way="list")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["product_ids"])
    assert borrowed().execute("SELECT count(*) FROM message_path_outbox").fetchall() == [(0,)]


def test_only_who_holds_the_conversation_sends(sarah: Client, talk: UUID, goods: list[Product]) -> None:
    answer = send(sarah, talk, goods)
    assert (answer.status_code, answer.json()["code"]) == (409, "not_holding")
    assert borrowed().execute("SELECT count(*) FROM catalog_personalcatalogue").fetchall() == [(0,)]


def test_hidden_goods_and_those_of_another_shop_cannot_be_sent(
    sarah: Client, marco: Client, cast: Cast, talk: UUID, goods: list[Product], now: datetime
) -> None:
    held(sarah, talk)
    theirs = stories.make_product(cast.rival, "Theirs", now)
    with system_scope():
        Product.objects.filter(id=goods[0].id).update(is_active=False)
    for chosen in ([theirs], goods):
        assert send(sarah, talk, chosen).status_code == 400
        assert send(sarah, talk, chosen, "products/preview").status_code == 400
    assert send(marco, talk, [theirs]).status_code == 404
    assert send(marco, talk, [theirs], "products/preview").status_code == 404


def test_more_than_ten_are_too_many(sarah: Client, cast: Cast, talk: UUID, now: datetime) -> None:
    many = [stories.make_product(cast.shop, f"Top {n}", now, code=n) for n in range(11)]
    assert send(sarah, talk, many).status_code == 400
    assert send(sarah, talk, many[:10], "products/preview").status_code == 200
