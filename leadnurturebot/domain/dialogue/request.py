"""One thing the customer wants, with everything the conversation tells about it already filled in."""

from dataclasses import field
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.address_forms import FormAddress
from leadnurturebot.domain.catalogue import Hit, Product, Variant, Wish
from leadnurturebot.domain.delivery_places import SentPlace
from leadnurturebot.domain.dialogue.actions import Action
from leadnurturebot.domain.dialogue.counting import Count
from leadnurturebot.domain.dialogue.state import Focus, Question
from leadnurturebot.domain.dialogue.turn import AdTap, CartRequest
from leadnurturebot.domain.dialogue.understanding import Entities, ShopAnswer
from leadnurturebot.domain.values import record


@record
class Request:
    """A request of the turn. `route` names the skill; the rest is what the skill may work with."""

    route: str
    intent: str = ""
    """As understood; differs from `route` where context says better ("yes" to an offer)."""
    entities: Entities = field(default_factory=Entities)
    text: str = ""
    at: datetime | None = None
    confidence: float = 1.0
    alternative: str = ""
    product: Product | None = None
    color: str = ""
    size: str = ""
    quantity: int | None = None
    count: Count | None = None
    """How many of a line of the cart, as said."""
    counts: tuple[tuple[str, int], ...] = ()
    """How many in each colour said."""
    named: bool = False
    """The customer (or a tap, a quote, an ad) named the product now, rather than going on about the one in focus."""
    options: tuple[Product, ...] = ()
    """Products that fit equally well: to be asked about, not guessed."""
    aspects: tuple[str, ...] = ()
    """What of a product is asked, in order: `details`, `availability`, `price`."""
    action: Action | None = None
    ad: AdTap | None = None
    cart: tuple[CartRequest, ...] = ()
    wish: Wish | None = None
    kin: str = ""
    """The kind of the product talked about, wished for first when only a price was said."""
    partner_of: Product | None = None
    """What is looked for is to go with this product."""
    is_more: bool = False
    """More of what was shown, without it."""
    is_narrowed: bool = False
    """A bare colour or size below a list: the words of the search stay as they were."""
    is_best: bool = False
    """What sells most, whatever was looked at."""
    is_pick: bool = False
    """Picked from a list: looked at for the first time, in the size already told."""
    start: tuple[str, ...] = ()
    """Kinds of garments to begin with, those that sell most first."""
    hits: tuple[Hit, ...] = ()
    """Products that may be named in the answer; their offers are loaded."""
    question: Question | None = None
    """The open question that this answers."""
    kind: str = "text"
    has_picture: bool = False
    heard_id: UUID | None = None
    """The message that asks this."""
    language: str = ""
    said: str = ""
    """The part of the message that asks this."""
    answer: ShopAnswer | None = None
    """What the shop itself wrote about it."""
    place: SentPlace | None = None
    form: FormAddress | None = None
    cues: tuple[str, ...] = ()
    """What the understanding noticed besides: `abuse`, `bot_question`, `instruction`, `let_me_think`, `emoji`."""

    def variant(self) -> Variant | None:
        """The one variant that product, colour and size point at, or None while a choice is missing."""
        if self.product is None:
            return None
        fits = [
            variant
            for variant in self.product.variants
            if (not self.color or variant.color == self.color) and (not self.size or variant.size == self.size)
        ]
        return fits[0] if len(fits) == 1 else None


@record
class Reading:
    """The turn as read: its requests in the order asked, and the scene they leave."""

    requests: tuple[Request, ...]
    focus: Focus | None = None
    language: str = ""
    """Tag of what was written (`hi-Latn`), empty when nothing was."""
    wish: Wish = field(default_factory=Wish)
    """What is looked for after the turn."""
    known: frozenset[UUID] = frozenset()
    """Products that were already being talked about before the turn."""
