"""The picture files without which the demo cannot begin; `python -m leadnurturebot.demo_shop.pictures` draws the rest."""

from pathlib import Path

from leadnurturebot.demo_shop.catalogue.reading import by_external_id
from leadnurturebot.demo_shop.pictures.draw import picture_name
from leadnurturebot.demo_shop.pictures.gallery import LOGO, gallery, write_whole
from leadnurturebot.demo_shop.shop import ADS, SHOP


def first_pictures() -> set[str]:
    """File names of the ads, of what they show, and of the sign."""
    products = [by_external_id()[ad.product] for ad in ADS]
    shown = {picture_name(product, color) for product in products for color in product.colors}
    return shown | {ad.picture for ad in ADS} | {LOGO}


def write_first(media_root: Path) -> None:
    """Write those of them that are missing under `media_root`, in the shop's folder."""
    folder = media_root / SHOP.slug
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(first_pictures()):
        if not (folder / name).exists():
            write_whole(folder / name, gallery()[name]())
