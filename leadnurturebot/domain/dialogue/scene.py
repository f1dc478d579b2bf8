"""What the conversation is about while a turn's messages are read one after the other."""

from dataclasses import dataclass, replace
from uuid import UUID

from leadnurturebot.domain.catalogue import Product, Wish
from leadnurturebot.domain.dialogue.goods import match_colors, match_size
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.state import Focus, Question
from leadnurturebot.domain.dialogue.turn import Turn
from leadnurturebot.domain.dialogue.wishes import from_memory, started_over
from leadnurturebot.domain.garment_terms import kinds


@dataclass(slots=True)
class Scene:
    """Focus, last list, open question and wish, moved on by each request that is read."""

    turn: Turn
    focus: Focus | None
    shown: tuple[UUID, ...]
    question: Question | None
    wish: Wish

    @classmethod
    def of(cls, turn: Turn) -> "Scene":
        """The scene at the start of a turn."""
        state = turn.state
        return cls(turn, state.focus, state.shown, state.question, from_memory(state.wish))

    def product(self, product_id: UUID | None) -> Product | None:
        return self.turn.catalogue.product(product_id) if product_id is not None else None

    @property
    def focus_product(self) -> Product | None:
        return self.product(self.focus.product_id if self.focus else None)

    @property
    def shown_products(self) -> tuple[Product, ...]:
        found = (self.turn.catalogue.product(product_id) for product_id in self.shown)
        return tuple(product for product in found if product is not None)

    @property
    def cart_products(self) -> tuple[Product, ...]:
        ids = dict.fromkeys(line.product_id for line in self.turn.cart)
        return tuple(product for product in map(self.product, ids) if product is not None)

    def known_size(self, product: Product) -> str:
        """The size that the customer told while looking around, as this product has it."""
        return next((own for size in self.wish.sizes if (own := match_size(product, size))), "")

    def move_on(self, request: Request) -> None:
        """Let the next request see what this one was about."""
        if request.wish is not None:
            self.wish = replace(request.wish, exclude=(), on_sale=False)
        if request.route == "add_to_cart":
            self.wish = started_over(self.wish)
        product = request.product
        if product is None:
            return
        if request.named and not _is_wished(self.wish, product):
            self.wish = started_over(self.wish)
        if request.named and self.question is not None and self.question.kind == "pick":
            # What is said next in the same message is about the one named, no longer about the list.
            self.question = None
        before = self.focus if self.focus is not None and self.focus.product_id == product.id else None
        color = request.color if request.color in product.colors else before.color if before else ""
        size = request.size if request.size in product.sizes else before.size if before else ""
        self.focus = Focus(product_id=product.id, color=color, size=size, quantity=request.quantity or 1)


def _is_wished(wish: Wish, product: Product) -> bool:
    """Whether a product is of the kind and in a colour looked for; else something else is talked about by now."""
    own = kinds(product.category, product.name)
    is_kind = not wish.categories or any(kind in own for kind in wish.categories)
    return is_kind and (not wish.colors or any(match_colors(product, color) for color in wish.colors))
