"""What shipping costs: a flat rate, free from an amount. Amounts are minor units of one currency."""


def shipping_cost(subtotal: int, *, flat: int | None, free_from: int | None) -> int | None:
    """Shipping of goods worth `subtotal`, None when the shop has recorded no rule."""
    if free_from is not None and subtotal >= free_from:
        return 0
    return flat
