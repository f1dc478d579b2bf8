from leadnurturebot.domain.message_content import Carousel, CatalogMessage, ProductList
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.models import Connection
from tests.cast import text
from tests.message_path.driving import Drive

WISH = "show me dresses"


def connect_catalogue(drive: Drive, catalog_id: str) -> None:
    with system_scope():
        found = Connection.objects.get(id=drive.boutique.connection_id)
        Connection.objects.filter(id=found.id).update(config={**found.config, "catalog_id": catalog_id})


def test_goods_are_our_own_cards_without_a_catalogue(drive: Drive) -> None:
    (content,) = drive.hear(text(WISH, at=drive.now, wamid="w1"))
    assert isinstance(content, Carousel)
    connect_catalogue(drive, "")
    (content,) = drive.hear(text(WISH, at=drive.now, wamid="w2"))
    assert isinstance(content, Carousel)


def test_goods_come_from_the_catalogue_that_the_number_names(drive: Drive) -> None:
    connect_catalogue(drive, "44")
    (content,) = drive.hear(text(WISH, at=drive.now, wamid="w1"))
    assert isinstance(content, ProductList)
    assert content.catalog_id == "44"
    assert {item[:2] for item in content.sections[0].items} == {"DR", "WR"}
    assert "$49" in content.body


def test_the_whole_catalogue_opens_where_the_number_names_one(drive: Drive) -> None:
    connect_catalogue(drive, "44")
    (content,) = drive.hear(text("send me your catalogue", at=drive.now, wamid="w1"))
    assert isinstance(content, CatalogMessage)
    assert content.body == "The whole catalogue opens below."
    assert content.thumbnail_item[:2] in {"DR", "WR", "TO"}
    assert drive.count("catalog_personalcatalogue") == 0
