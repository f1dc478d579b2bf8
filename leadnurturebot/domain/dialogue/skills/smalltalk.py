"""What is no request about goods: a no, a stray yes, jokes and homework, orders to the machine, abuse."""

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import HINT, PRODUCT, Draft
from leadnurturebot.domain.dialogue.goods import named
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.cart import add
from leadnurturebot.domain.dialogue.skills.handoff import hand_over
from leadnurturebot.domain.dialogue.skills.starting_points import offer_start, offer_way_back

_PLAINLY_ELSE = 0.75
"""From here on a message is surely about something else, not a request that was missed."""


def out_of_scope(draft: Draft, request: Request) -> None:
    """One friendly line and a way back. Orders to the assistant are only a customer's words."""
    cues = request.cues
    if "abuse" in cues:
        _abuse(draft, request)
    elif "bot_question" in cues:
        draft.say("smalltalk.is_bot", shop=draft.turn.shop.name)
        draft.buttons(HINT, choices.person(), choices.keep_looking())
    elif "let_me_think" in cues:
        draft.say("smalltalk.take_time_cart" if draft.cart else "smalltalk.take_time")
    elif "instruction" in cues:
        draft.say("smalltalk.instruction")
        offer_way_back(draft, request)
    elif request.confidence < _PLAINLY_ELSE and _is_second_miss(draft):
        hand_over(draft, "unsure_twice", "handoff.unsure", request.text)
    else:
        draft.say("smalltalk.out_of_scope")
        offer_way_back(draft, request)


def _is_second_miss(draft: Draft) -> bool:
    """Count a message that may have been a request we missed; two in a row are a person's."""
    misses = draft.turn.state.misunderstood + 1
    draft.state_changes["misunderstood"] = misses % 2
    return misses >= 2


def medical(draft: Draft, request: Request) -> None:
    """The recorded material, and the advice to ask someone who knows; no assurance."""
    product = request.product
    if product is not None and product.material:
        draft.look_at(product)
        draft.fact("detail", product.name, f"material: {product.material}")
        draft.say("smalltalk.medical_material", **named(product), material=product.material)
        draft.buttons(HINT, choices.similar(product), choices.person())
        return
    draft.say("smalltalk.medical")


def hold(draft: Draft, request: Request) -> None:
    """Nothing is set aside by word of mouth: the payment page holds a piece."""
    draft.say("smalltalk.hold")
    offer_way_back(draft, request)


def sorry_for_wait(draft: Draft, request: Request) -> None:
    """Said once before the answer; alone it asks how to go on."""
    if len(draft.reading.requests) > 1:
        draft.say("smalltalk.sorry_wait")
        return
    draft.say("smalltalk.sorry_wait_alone")
    offer_way_back(draft, request)


def competitor(draft: Draft, request: Request) -> None:
    """No match and no bad word: one honest reason of ours, when it is recorded."""
    days = draft.turn.shop.return_days
    if days is not None:
        draft.say("smalltalk.competitor_returns", days=days)
    else:
        draft.say("smalltalk.competitor")


def _abuse(draft: Draft, request: Request) -> None:
    """One calm sentence; the second time close politely and mark it for the team."""
    times = draft.turn.state.abuse + 1
    draft.state_changes["abuse"] = times
    if times > 2:
        draft.silent = True
        draft.rules.append("abuse after the close: silence")
        return
    if times == 2:
        hand_over(draft, "abuse", "smalltalk.abuse_again", request.text)
        return
    draft.say("smalltalk.abuse")
    draft.buttons(HINT, choices.person())


def declined(draft: Draft, request: Request) -> None:
    """A no is accepted; what was refused is not shown again, and the door stays open once."""
    before = draft.turn.state.question
    if request.kind == "tap" or (before is not None and before.kind == "offer"):
        draft.say("declined.fine")
        return
    refused = [*draft.turn.state.shown]
    if not refused and draft.focus is not None:
        refused = [draft.focus.product_id]
    draft.refused += refused
    draft.shown = ()
    draft.focus = None
    if draft.has_said("declined.other") or not refused:
        draft.say("declined.quiet")
        return
    draft.say("declined.other")
    draft.buttons(PRODUCT, choices.choice("any", "surprise"), choices.person())


def affirmed(draft: Draft, request: Request) -> None:
    """A yes with nothing open: the next step with the product in focus or the cart, else a light line."""
    if draft.focus is not None and not draft.cart:
        product = draft.turn.catalogue.product(draft.focus.product_id)
        if product is not None:
            about = Request(
                route="add_to_cart",
                product=product,
                color=draft.focus.color,
                size=draft.focus.size,
                quantity=draft.focus.quantity,
                hits=request.hits,
            )
            add(draft, about)
            return
    if draft.cart:
        draft.say("smalltalk.good_cart")
        draft.buttons(PRODUCT, choices.pay_amount(draft), choices.change_cart(), choices.keep_looking())
        return
    draft.say("smalltalk.good")
    offer_start(draft, request)


def gone(draft: Draft, request: Request) -> None:
    """An old button whose goods or meaning are no longer there."""
    draft.say("smalltalk.gone")
    offer_start(draft, request)
    if draft.cart:
        draft.buttons(HINT, choices.view_cart(), choices.keep_looking())
