"""All pictures of the demo shop by file name: each product and colour, the advertisements, the sign."""

import os
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

from leadnurturebot.demo_shop.catalogue.reading import products
from leadnurturebot.demo_shop.pictures.adverts import SIDE, draw_advert, draw_logo
from leadnurturebot.demo_shop.pictures.draw import draw, picture_name
from leadnurturebot.demo_shop.pictures.render import PICTURE_WIDTH, render_png
from leadnurturebot.demo_shop.shop import ADS

LOGO = "logo.png"
LOGO_SIDE = 512


@cache
def gallery() -> Mapping[str, Callable[[], bytes]]:
    """File name to a function that draws and renders that PNG, so that one picture can be made when it is wanted."""
    goods = {
        picture_name(product, color): partial(_rendered, partial(draw, product, color), PICTURE_WIDTH)
        for product in products()
        for color in product.colors
    }
    adverts = {ad.picture: partial(_rendered, partial(draw_advert, ad.product, ad.color, ad.words), SIDE) for ad in ADS}
    return {**goods, **adverts, LOGO: partial(_rendered, partial(draw_logo, LOGO_SIDE), LOGO_SIDE)}


def write_missing(folder: Path) -> int:
    """Makes every picture that `folder` lacks; returns how many were made."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = {name: make for name, make in gallery().items() if not (folder / name).exists()}
    for name, make in missing.items():
        write_whole(folder / name, make())
    return len(missing)


def write_whole(file: Path, picture: bytes) -> None:
    """Write a file that is there whole or not at all: it may be asked for, or written twice, meanwhile."""
    draft = file.with_suffix(f".{os.getpid()}")
    draft.write_bytes(picture)
    draft.replace(file)


def _rendered(drawing: Callable[[], str], width: int) -> bytes:
    return render_png(drawing(), width=width)
