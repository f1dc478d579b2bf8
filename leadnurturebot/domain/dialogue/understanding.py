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


UNSURE_BELOW = 0.45
"""Below this an intent is a guess: asked about once instead of acted on (reference/understanding, thresholds)."""


@record
class Entities:
    """What was named in the message. Lists are in the order said; measures are metric; prices are minor units."""

    products: tuple[UUID, ...] = ()
    categories: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()
    color_words: tuple[str, ...] = field(default=(), compare=False)
    """The colours as the customer wrote them, one for each of `colors` where several were said at once."""
    sizes: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    """Wished for: `long`, `short`, `midi`, `maxi`. Told by the dialogue's own words (`said_otherwise.py`)."""
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

    @property
    def written_colors(self) -> tuple[str, ...]:
        """The colours as written where that is known, else their base names."""
        return self.color_words if len(self.color_words) == len(self.colors) else self.colors


@record
class ShopAnswer:
    """An answer that the shop wrote itself, to a question that is like the one asked."""

    entry_id: UUID
    question: str
    texts: tuple[tuple[str, str], ...]
    """Language and words, as the owner wrote them."""
    likeness: float
    is_sure: bool
    """So near that it is said instead of what our own settings tell."""

    def text(self, *languages: str) -> str:
        """The words in the first of these languages that the owner wrote them in, else as they are."""
        by_language = dict(self.texts)
        return next((by_language[code] for code in languages if code in by_language), self.texts[0][1])


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
    """`rule`, `model`, `example` (of the shop) or `context`: what decided the intent."""
    cues: tuple[str, ...] = ()
    """Words that pointed at the reading, for the decision trace."""
    alternative: str = ""
    """The second likeliest intent, offered as a button when unsure."""
    said: str = ""
    """The part of the message that this request is, as written."""
    answer: ShopAnswer | None = None
    of_shop: bool = False
    """It names something that only the shop can tell: parking, gift cards, wholesale…"""
