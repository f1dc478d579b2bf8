"""What was taken back in the same breath is not meant."""

import pytest

from leadnurturebot.domain.dialogue.bargains import without_offer
from leadnurturebot.domain.dialogue.outcries import without_interjections
from leadnurturebot.domain.dialogue.slips import as_mended
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding


def unit(intent: str = "edit_cart", said: str = "", source: str = "model", **entities: object) -> Understanding:
    told = Entities(**entities)  # type: ignore[arg-type]  # each test gives the fields it is about
    return Understanding(language="en", intent=intent, confidence=0.9, entities=told, source=source, said=said)


@pytest.mark.parametrize(
    "text", ["S. actually no, L", "la S. no, mejor la L", "S. não, L", "S. nahi, L", "S. eh L deng"]
)
def test_the_last_of_two_sizes_is_meant(text: str) -> None:
    (mended,) = as_mended((unit(sizes=("S", "L")),), text)
    assert mended.entities.sizes == ("L",)


def test_two_sizes_that_are_both_meant_stay() -> None:
    assert as_mended((unit(sizes=("S", "L")),), "S or L?")[0].entities.sizes == ("S", "L")


def test_what_was_asked_keeps_its_wish_with_the_size_that_was_meant() -> None:
    units = (unit("add_to_cart", "add M.", sizes=("M",)), unit(said="no, L", sizes=("L",)))
    (mended,) = as_mended(units, "add M. no, L")
    assert (mended.intent, mended.entities.sizes) == ("add_to_cart", ("L",))


def test_the_last_of_two_colours_is_meant() -> None:
    (mended,) = as_mended((unit(colors=("black", "white"), color_words=("negra", "blanca")),), "negra, digo, blanca")
    assert mended.entities.colors == ("white",)


def test_a_price_that_is_offered_counts_nothing() -> None:
    assert without_offer(unit(quantity=20), "ponme el vestido M a 20").entities.quantity is None
    assert without_offer(unit(quantity=20), "20 tees for an event").entities.quantity == 20
    assert without_offer(unit(quantity=2), "cámbialo a 2").entities.quantity == 2


def test_an_outcry_asks_for_nothing_beside_a_request() -> None:
    request = unit("notify_restock", "avísame si vuelve")
    assert without_interjections((unit("complaint", "vaya tela."), request)) == (request,)
    assert without_interjections((unit("complaint", "vaya tela."),)) == (unit("complaint", "vaya tela."),)


def test_consent_is_not_given_in_passing() -> None:
    bargain = unit("discount", "200 boleh ga kak")
    assert without_interjections((bargain, unit("opt_in", "langganan nih"))) == (bargain,)
