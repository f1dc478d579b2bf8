import pytest

from leadnurturebot.domain.garment_terms import (
    ancestors,
    color_fit,
    eu_shoe_size,
    head,
    near_occasions,
    occasion_names,
    plain_materials,
    same_size,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Linen Shirt Dress", "dress"), ("Cropped Denim Jacket", "jacket"), ("Wide-Leg Linen Trousers", "trousers"),
        ("Shirt with contrast collar", "shirt"), ("Ribbed Tank", "tank top"), ("Suede Ankle Boots", "boots"), ("Gift Card", ""),
        ("Everyday T-Shirt", "t-shirt"),
    ],
)  # fmt: skip
def test_the_last_telling_word_of_a_name_is_its_kind(name: str, kind: str) -> None:
    assert head(name) == kind


def test_a_cardigan_is_knitwear_and_a_top() -> None:
    assert ancestors("cardigan") == {"cardigan", "knitwear", "top"}


@pytest.mark.parametrize(
    ("wished", "color", "fit"),
    [
        ("blue", "blue", 1.0), ("blue", "navy", 0.9), ("navy", "blue", 0.4), ("green", "bottle green", 0.9), ("red", "burgundy", 0.9),
        ("blue", "washed blue", 0.9), ("grey", "Gray", 1.0), ("red", "blue", 0.0), ("white", "off-white", 0.9),
    ],
)  # fmt: skip
def test_a_shade_is_nearly_its_colour(wished: str, color: str, fit: float) -> None:
    assert color_fit(wished, color) == fit


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2XL", "XXL"),
        ("medium", "M"),
        ("EU 38", "38"),
        ("One size", "OS"),
        ("xxxl", "3XL"),
        ("G", "L"),
        ("gg", "XL"),
        ("P", "small"),
    ],
)
def test_labels_of_one_size_are_the_same(first: str, second: str) -> None:
    assert same_size(first, second)


def test_neighbouring_sizes_are_not_the_same() -> None:
    assert not same_size("L", "XL")


@pytest.mark.parametrize(
    ("size", "audience", "eu"),
    [("US 8", "women", 38.5), ("UK 5", "women", 38.0), ("US 9", "men", 42.0), ("us 7.5", "women", 38.0)],
)
def test_shoe_sizes_of_other_systems_come_to_an_eu_size(size: str, audience: str, eu: float) -> None:
    assert eu_shoe_size(size, audience) == eu


@pytest.mark.parametrize("size", ["M", "38", "US", "FR 38"])
def test_other_labels_are_no_shoe_size_to_convert(size: str) -> None:
    assert eu_shoe_size(size, "women") is None


def test_a_wedding_is_looked_for_as_a_wedding_guest() -> None:
    assert occasion_names("wedding") == {"wedding", "wedding guest"}
    assert occasion_names("beach") == {"beach"}


def test_formal_wear_comes_near_to_a_funeral() -> None:
    assert near_occasions("funeral") == {"formal"}
    assert near_occasions("beach") == frozenset()


@pytest.mark.parametrize(("word", "plain"), [("lambswool", ["wool"]), ("merino", ["wool"]), ("linen", [])])
def test_lambswool_and_merino_are_wool(word: str, plain: list[str]) -> None:
    assert sorted(plain_materials(word)) == plain
