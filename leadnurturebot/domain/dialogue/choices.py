"""The buttons that several skills offer, each doing exactly what it says."""

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.cart_sheet import total
from leadnurturebot.domain.dialogue.destination import destination
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import choice_of, color_term, has_colors, has_sizes, size_term
from leadnurturebot.domain.dialogue.reply import Choice, Phrase, Term, Value

CASH_ON_DELIVERY = "cash_on_delivery"


def choice(action: str, key: str, **values: Value) -> Choice:
    return Choice(action, Phrase(f"button.{key}", values))


def add(product: Product, variant: Variant | None) -> Choice:
    """[Add M to cart]; [Add to cart] while the size is open or the product has one."""
    if variant is None:
        return choice(build("add", product=product.code), "add")
    action = build("add", variant=variant.code)
    if has_sizes(product):
        return choice(action, "add_size", size=size_term(variant.size))
    return choice(action, "add")


def add_choice(product: Product, variant: Variant) -> Choice:
    """[Add blue, M], to be told from the other choice beside it."""
    return choice(build("add", variant=variant.code), "add_choice", choice=choice_of(product, variant))


def instead_or_too(variant: Variant, other: Variant, parts: tuple[Value, ...]) -> tuple[Choice, Choice]:
    """[Change to L] [Add L too], for a product of which another choice is in the cart."""
    swap = build("swap", variant=other.code, argument=str(variant.code))
    return choice(swap, "change_to", choice=parts), choice(build("add", variant=variant.code), "add_too", choice=parts)


def pick(product: Product, variant: Variant) -> Choice:
    """[Blue, M]: looks at that choice."""
    parts = choice_of(product, variant) or (product.name,)
    return choice(build("see", variant=variant.code), "choice", choice=parts)


def similar(product: Product) -> Choice:
    return choice(build("sim", product=product.code), "similar")


def similar_in_color(product: Product, variant: Variant) -> Choice:
    """[Similar, burgundy], for a product whose choice is sold out."""
    if not has_colors(product):
        return similar(product)
    return choice(build("sim", variant=variant.code), "similar_color", color=color_term(variant.color))


def tell_me(variant: Variant) -> Choice:
    return choice(build("tell", variant=variant.code), "tell_me")


def size_help(product: Product) -> Choice:
    return choice(build("size", product=product.code), "size_help")


def category(name: str) -> Choice:
    """[Dresses]"""
    return choice(build("kind", argument=name), "category", category=Term("category_plural", name))


def pay_methods(draft: Draft) -> tuple[str, ...]:
    """Ways to pay on the payment page: everything connected but cash on delivery."""
    return tuple(method for method in draft.turn.shop.payment_methods if method != CASH_ON_DELIVERY)


def method_terms(draft: Draft) -> tuple[Term, ...]:
    """The ways to pay on the payment page, as they are said."""
    return tuple(Term("payment_method", method) for method in pay_methods(draft))


def takes_cash(draft: Draft) -> bool:
    """Whether this cart may be paid at the door."""
    return draft.turn.shop.takes_cash(total(draft, draft.cart))


def pay_now(draft: Draft) -> Choice:
    """[Pay now]"""
    return choice(_pay_action(draft), "pay_now")


def pay_amount(draft: Draft) -> Choice:
    """[Pay $41.00], with the amount as it is now; [Pay now] while the address is wanted for it first."""
    if destination(draft).is_open:
        return pay_now(draft)
    amount = draft.money(total(draft, draft.cart))
    return choice(_pay_action(draft), "pay_amount", total=amount)


def pay_cash() -> Choice:
    """[Cash on delivery]"""
    return choice(build("pay", argument=CASH_ON_DELIVERY), "cash_on_delivery")


def _pay_action(draft: Draft) -> str:
    methods = pay_methods(draft) or draft.turn.shop.payment_methods
    return build("pay", argument=methods[0]) if methods else build("pay")


def save_for_later(draft: Draft) -> Choice | None:
    """[Save for later], which asks for reminders: not for who has agreed to them or wants no messages."""
    customer = draft.turn.customer
    if customer.opted_out or customer.marketing_consent:
        return None
    return choice(build("save"), "save")


def keep_looking() -> Choice:
    return choice(build("look"), "keep_looking")


def change_cart() -> Choice:
    return choice(build("edit"), "change")


def view_cart() -> Choice:
    return choice(build("cart"), "view_cart")


def person() -> Choice:
    return choice(build("human"), "person")


def ask_team(product: Product | None, detail: str = "") -> Choice:
    """[Ask the team]; the detail asked goes along when it fits into the id."""
    code = product.code if product else None
    fits = len(detail) <= 20 - len(f"ask:p{code}:")
    return choice(build("ask", product=code, argument=detail if fits else ""), "ask_team")


def start(draft: Draft, categories: tuple[str, ...]) -> tuple[Choice, ...]:
    """Two or three starting points: the garments that sell most, and a choice by us."""
    return (*(category(name) for name in categories[:2]), choice(build("any"), "surprise"))
