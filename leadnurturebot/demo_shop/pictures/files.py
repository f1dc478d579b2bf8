"""Picture files: what the first customer sees at once, the rest by two processes. Nothing here needs Django."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from leadnurturebot.demo_shop.catalogue.reading import by_external_id
from leadnurturebot.demo_shop.pictures.draw import picture_name
from leadnurturebot.demo_shop.pictures.gallery import LOGO, gallery
from leadnurturebot.demo_shop.shop import ADS, SHOP

PROCESSES = 2


def first_pictures() -> set[str]:
    """File names of the ads, of what they show, and of the sign."""
    products = [by_external_id()[ad.product] for ad in ADS]
    shown = {picture_name(product, color) for product in products for color in product.colors}
    return shown | {ad.picture for ad in ADS} | {LOGO}


def write_first(media_root: Path) -> None:
    """Write the pictures without which the demo cannot begin."""
    folder = _folder(media_root)
    for name in sorted(first_pictures()):
        write_picture(folder, name)


def finish_pictures(*, media_root: Path, log: Callable[[str], None], processes: int = PROCESSES) -> int:
    """Write every picture that is missing and return how many were made. May run while the shop is in use."""
    folder = _folder(media_root)
    missing = [name for name in gallery() if not (folder / name).exists()]
    if missing:
        # Spawned, not forked: the caller may hold database connections and threads.
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            list(pool.map(write_picture, [folder] * len(missing), missing, chunksize=8))
        log(f"{len(missing)} pictures drawn")
    return len(missing)


def write_picture(folder: Path, name: str) -> None:
    """Draw one picture, unless it is there; a half-written one is never seen."""
    path = folder / name
    if not path.exists():
        draft = path.with_suffix(".part")
        draft.write_bytes(gallery()[name]())
        draft.replace(path)


def _folder(media_root: Path) -> Path:
    folder = media_root / SHOP.slug
    folder.mkdir(parents=True, exist_ok=True)
    return folder
