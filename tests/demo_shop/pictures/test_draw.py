"""Pictures of the goods: one for each product and colour, alike on every run, small enough to send."""

from struct import unpack

import pytest

from leadnurturebot.demo_shop.catalogue.reading import by_external_id, products
from leadnurturebot.demo_shop.pictures.draw import draw, picture_name
from leadnurturebot.demo_shop.pictures.palette import brightness, colouring, darker, edge, ground, lighter, mix
from leadnurturebot.demo_shop.pictures.render import render_png

EVERY = [(product.external_id, color) for product in products() for color in product.colors]


def drawn(name: str, color: str) -> str:
    return draw(by_external_id()[name], color)


def test_every_picture_is_one_of_its_kind() -> None:
    assert len({drawn(name, color) for name, color in EVERY}) == len(EVERY) == 168


def test_the_same_product_is_drawn_alike_every_time() -> None:
    assert all(drawn(name, color) == drawn(name, color) for name, color in EVERY)


def test_every_picture_has_its_own_file_name() -> None:
    assert len({picture_name(by_external_id()[name], color) for name, color in EVERY}) == len(EVERY)
    assert (
        picture_name(by_external_id()["blue-floral-sundress"], "blue floral") == "blue-floral-sundress--blue-floral.png"
    )


@pytest.mark.parametrize(
    ("name", "color"),
    [
        ("blue-floral-sundress", "blue floral"), ("sequin-party-dress", "silver"), ("cable-knit-jumper", "navy"),
        ("wool-scarf", "camel check"), ("satin-midi-skirt", "emerald"), ("pearl-studs", "white"),
    ],
)  # fmt: skip
def test_a_rendered_picture_is_a_small_png_of_560_by_700(name: str, color: str) -> None:
    png = render_png(drawn(name, color))
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert unpack(">II", png[16:24]) == (560, 700)
    assert 3_000 < len(png) < 60_000


def test_colours_of_one_product_render_differently() -> None:
    assert render_png(drawn("velvet-blazer", "burgundy")) != render_png(drawn("velvet-blazer", "bottle green"))


def test_a_picture_holds_no_text_that_would_need_a_font() -> None:
    assert not any("<text" in drawn(name, color) for name, color in EVERY)


def test_an_unknown_colour_is_refused() -> None:
    with pytest.raises(KeyError):
        drawn("velvet-blazer", "octarine")


def test_a_print_paints_the_base_colour_and_its_accent() -> None:
    assert colouring("blue floral").cloth == colouring("blue").cloth
    assert (colouring("navy stripe").cloth, colouring("navy stripe").accent) == ("#FBFAF7", colouring("navy").cloth)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mix("#000000", "#FFFFFF", share) for share in (0, 0.5, 1)] == ["#000000", "#808080", "#FFFFFF"]
    assert brightness(darker("#808080")) < brightness("#808080") < brightness(lighter("#808080"))


def test_seams_are_light_on_black_and_dark_on_white() -> None:
    assert brightness(edge("#2F3135", 0.2)) > brightness("#2F3135")
    assert brightness(edge("#FBFAF7", 0.2)) < brightness("#FBFAF7")


def test_a_white_garment_lies_on_a_tint() -> None:
    assert brightness(ground("#FBFAF7", "oxford-shirt white")) < 0.92
