"""The gallery: every picture of the shop by its file name."""

from pathlib import Path
from struct import unpack

import pytest

from leadnurturebot.demo_shop.pictures import gallery as gallery_module
from leadnurturebot.demo_shop.pictures.adverts import draw_advert
from leadnurturebot.demo_shop.pictures.gallery import LOGO, gallery, write_missing
from leadnurturebot.demo_shop.pictures.lettering import GLYPHS, lettered
from leadnurturebot.demo_shop.shop import ADS, DemoAd


def size(png: bytes) -> tuple[int, int]:
    width, height = unpack(">II", png[16:24])
    return width, height


def test_it_holds_all_goods_three_adverts_and_the_sign() -> None:
    assert len(gallery()) == 168 + len(ADS) + 1
    assert size(gallery()[LOGO]()) == (512, 512)


@pytest.mark.parametrize("ad", ADS, ids=lambda ad: ad.name)
def test_an_advert_is_a_square_picture(ad: DemoAd) -> None:
    picture = gallery()[ad.picture]()
    assert size(picture) == (800, 800)
    assert len(picture) < 100_000


def test_the_words_of_every_advert_can_be_drawn() -> None:
    assert {letter for ad in ADS for word in ad.words for letter in word} <= GLYPHS.keys()
    assert lettered("IT", 0, 0, 50, "#000000").count("<path") == 2


def test_an_advert_shows_its_words() -> None:
    bare = draw_advert("sage-wrap-dress", "sage", ())
    assert draw_advert("sage-wrap-dress", "sage", ("WRAP",)).count("<path") == bare.count("<path") + 4


def test_only_missing_pictures_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery_module, "gallery", lambda: {"a.png": lambda: b"a", "b.png": lambda: b"b"})
    (tmp_path / "a.png").write_bytes(b"kept")
    assert write_missing(tmp_path) == 1
    assert [(tmp_path / name).read_bytes() for name in ("a.png", "b.png")] == [b"kept", b"b"]
    assert write_missing(tmp_path) == 0
