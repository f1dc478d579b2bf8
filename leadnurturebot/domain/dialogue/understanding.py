"""What a message was read as: the contract between understanding and dialogue."""

from dataclasses import field
from uuid import UUID

from leadnurturebot.domain.values import record

INTENTS = (
    "greeting", "goodbye", "thanks", "affirm", "deny", "product_search", "product_details", "availability", "price",
    "discount", "size_help", "recommendation", "add_to_cart", "view_cart", "edit_cart", "checkout", "payment_methods",
    "shipping", "order_status", "cancel_order", "return_exchange", "store_info", "human_agent", "complaint", "opt_out",
    "opt_in", "notify_restock", "change_language", "delete_data", "out_of_scope",
)  # fmt: skip


@record
class Entities:
    """What was named in the message. Lists are in the order said; measures are metric; prices are minor units."""

    products: tuple[UUID, ...] = ()
    categories: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    audience: str = ""
    not_colors: tuple[str, ...] = ()
    not_materials: tuple[str, ...] = ()
    quantity: int | None = None
    price_min: int | None = None
    price_max: int | None = None
    order_number: str = ""
    coupon: str = ""
    language: str = ""
    ordinal: int | None = None
    """Counted from zero: 1 for `the second one`, -1 for `the last one`."""
    details: tuple[str, ...] = ()
    """Recorded details asked about: `pockets`, `length`, `care`, `material`, `stretch`, `lining`, `weight`…"""
    height_cm: float | None = None
    weight_kg: float | None = None
    bust_cm: float | None = None
    waist_cm: float | None = None
    hip_cm: float | None = None


@record
class Understanding:
    """One request of a message."""

    language: str
    intent: str
    confidence: float
    entities: Entities = field(default_factory=Entities)
    also: tuple["Understanding", ...] = ()
    """Further requests of the same message, in the order said."""
    source: str = "model"
    """`rule`, `model` or `context`: what decided the intent."""
    cues: tuple[str, ...] = ()
    """Words that pointed at the reading, for the decision trace."""
    alternative: str = ""
    """The second likeliest intent, offered as a button when unsure."""
