from leadnurturebot.domain.catalogue import Wish
from leadnurturebot.domain.dialogue.understanding import Entities
from leadnurturebot.domain.dialogue.wishes import from_memory, gather, is_vague, to_memory


def test_what_is_said_anew_replaces_and_refusals_add_up() -> None:
    first = gather(Wish(), Entities(categories=("dress",), colors=("red",), not_materials=("wool",)), text="")
    second = gather(first, Entities(colors=("blue",), price_max=8000, not_materials=("linen",)), text="")
    assert second == Wish(
        categories=("dress",), colors=("blue",), price_max=8000, not_materials=("wool", "linen"), text=""
    )


def test_another_kind_of_garment_keeps_only_size_and_refusals() -> None:
    dress = Wish(categories=("dress",), colors=("red",), sizes=("M",), price_max=4000, not_colors=("pink",))
    assert gather(dress, Entities(categories=("hat",)), text="a hat") == Wish(
        categories=("hat",), sizes=("M",), not_colors=("pink",)
    )


def test_a_refused_colour_is_no_longer_wished() -> None:
    assert gather(Wish(colors=("red",)), Entities(not_colors=("red",)), text="").colors == ()


def test_words_are_searched_only_while_nothing_else_is_known() -> None:
    assert gather(Wish(), Entities(), text="something floaty").text == "something floaty"
    assert gather(Wish(), Entities(categories=("dress",)), text="a floaty dress").text == ""


def test_an_occasion_alone_is_vague() -> None:
    assert is_vague(Wish(occasions=("garden party",)))
    assert not is_vague(Wish(occasions=("garden party",), price_max=8000))


def test_a_wish_is_remembered_without_its_words() -> None:
    wish = Wish(categories=("dress",), price_max=8000, text="nice dress")
    assert to_memory(wish) == {"categories": ["dress"], "price_max": 8000}
    assert from_memory({"categories": ["dress"], "price_max": 8000, "of_a_newer_version": 1}) == Wish(
        categories=("dress",), price_max=8000
    )
