from uuid import UUID

from benchmarks.path_rig.addresses import ShopAddress
from leadnurturebot.platform.encryption import unwrap, wrap
from tests.faults.projection import alike, differences
from tests.faults.shops import FaultShop

PRODUCT, OTHER = "01a203c9-a260-737a-b198-c565d78be13d", "01a203c9-a0b9-7ba9-a3de-e206ebcc3db4"
SHOP = UUID(int=1)


def shop() -> FaultShop:
    key = unwrap(SHOP, wrap(SHOP, b"k" * 32, b"m" * 32), [b"m" * 32])
    return FaultShop(SHOP, ShopAddress("", "", "", "", "", ""), "", key, {PRODUCT: "canvas-tote"})


def test_what_may_differ_is_written_alike() -> None:
    text = (
        f"{PRODUCT} {OTHER} *#B13* at Boutique 3: http://127.0.0.1:1/p/UPfpRPbJ8yA_UnMoJ9Ei3w since Sunday, 22 November"
    )
    assert alike(text, shop()) == "canvas-tote * *##order* at Boutique: http://127.0.0.1:1/p/* since #day"


def test_what_must_not_differ_is_left_as_it_is() -> None:
    text = "The *Canvas Tote* is £25, in stock. 2 × £25 = £50, sizes 28 and 30, B"
    assert alike(text, shop()) == text


def test_a_difference_names_what_differs_with_both_values() -> None:
    quiet, stormy = {"cart": [("tote", 2)], "orders": []}, {"cart": [("tote", 1)], "orders": []}
    assert differences(quiet, quiet) == []
    assert differences(quiet, stormy) == ["cart:\n    quiet  [('tote', 2)]\n    stormy [('tote', 1)]"]
    assert len(differences(quiet, {})) == 2
