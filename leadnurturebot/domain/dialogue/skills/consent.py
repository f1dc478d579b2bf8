"""Consent in words and taps: STOP, its undoing, one notice when something is back, erasure, the language."""

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.decision import ConsentChange
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft
from leadnurturebot.domain.dialogue.goods import choice_of, here, is_here, named
from leadnurturebot.domain.dialogue.reply import Term, Value
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.product import answer as answer_product
from leadnurturebot.domain.dialogue.skills.shipping import shipping
from leadnurturebot.domain.dialogue.skills.size_advice import forget_figures
from leadnurturebot.domain.language_tags import base_language, spoken_tag, written_tag


def opt_out(draft: Draft, request: Request) -> None:
    """One confirmation, nothing that sells, no question. A second STOP needs no answer."""
    draft.state_changes["wish"] = {}
    if draft.turn.customer.opted_out:
        draft.rules.append("second STOP: silence")
        return
    draft.consent.append(ConsentChange(kind="all", granted=False))
    draft.rules.append("STOP wins")
    draft.say("consent.stopped_in_doubt" if request.kind == "doubt" else "consent.stopped")


def only_this(draft: Draft, request: Request) -> None:
    """ "And don't message me about anything else": no offers, while what was asked is answered and still told."""
    draft.consent.append(ConsentChange(kind="marketing", granted=False))
    draft.say("consent.only_this")


def opt_in(draft: Draft, request: Request) -> None:
    """What will come, how to stop it; asked for in words, so it is given."""
    draft.consent.append(ConsentChange(kind="marketing", granted=True))
    draft.say("consent.opted_in", shop=draft.turn.shop.name)


def notify_restock(draft: Draft, request: Request) -> None:
    """Which item, size and colour; one message when it is back; no date."""
    product = request.product
    if product is None:
        draft.say("restock.of_what")
        return
    is_made = request.size in ("", *product.sizes) and request.color in ("", *product.colors)
    if not is_made:
        answer_product(draft, request)
        return
    if _asks_delivery(draft, request, product):
        shipping(draft, request)
        return
    variant = request.variant()
    is_asked = request.kind == "text" and "wants_notice" not in request.cues
    if variant is not None and is_asked:
        _answer_when(draft, request, product, variant)
        return
    if variant is None:
        draft.look_at(product, color=request.color, size=request.size)
        draft.say("restock.which_choice", **named(product))
        draft.ask("size", product=product.code, color=request.color, then="show")
        return
    restock_wanted(draft, request)


def _asks_delivery(draft: Draft, request: Request, product: Product) -> bool:
    """ "How soon does it come?" of what is in stock asks for the delivery, not for a restock."""
    is_when = "how_long" in request.cues and not {"back_when", "wants_notice"} & set(request.cues)
    return is_when and bool(here(product, draft.facts.offers, color=request.color, size=request.size))


def restock_wanted(draft: Draft, request: Request) -> None:
    """The notice was agreed to; when the item is back already, that is said instead."""
    product, variant = request.product, request.variant()
    if product is None or variant is None:
        draft.say("restock.of_what")
        return
    draft.look_at(product, color=variant.color, size=variant.size)
    chosen: tuple[Value, ...] = choice_of(product, variant)
    if is_here(variant, draft.facts.offers):
        draft.say("restock.is_here")
        answer_product(draft, request)
        return
    draft.consent.append(ConsentChange(kind="restock", granted=True, variant_id=variant.id))
    if _is_noted(draft, product, variant):
        draft.say("restock.noted")
    else:
        draft.say("restock.done" if chosen else "restock.done_one", product=product.name, choice=chosen)


def restock_cancelled(draft: Draft, request: Request) -> None:
    """ "Cancel the notice": of the goods that are named, else every one that was asked for."""
    product = request.product
    if product is None:
        draft.consent.append(ConsentChange(kind="restock", granted=False))
        draft.say("restock.called_off_all")
        return
    draft.consent += [ConsentChange(kind="restock", granted=False, variant_id=own.id) for own in product.variants]
    draft.say("restock.called_off", product=product.name)


def _answer_when(draft: Draft, request: Request, product: Product, variant: Variant) -> None:
    """ "When will it be back?": there is no date; the notice is offered, or was agreed to just now."""
    is_coming = _is_noted(draft, product, variant) and not is_here(variant, draft.facts.offers)
    if is_coming and not draft.turn.customer.opted_out:
        draft.look_at(product, color=variant.color, size=variant.size)
        draft.say("restock.noted")
    else:
        offer_restock(draft, request)


def _is_noted(draft: Draft, product: Product, variant: Variant) -> bool:
    """Whether the notice of this very choice was just agreed to."""
    is_same = draft.focus_before == (product.id, variant.color, variant.size)
    return is_same and draft.has_said("restock.done", "restock.done_one", "restock.noted")


def offer_restock(draft: Draft, request: Request) -> None:
    """ "That one or nothing": offer the one notice."""
    product, variant = request.product, request.variant()
    if product is None or variant is None or is_here(variant, draft.facts.offers):
        answer_product(draft, request)
        return
    draft.look_at(product, color=variant.color, size=variant.size)
    key = "restock.no_date" if "back_when" in request.cues else "restock.shall_i"
    chosen = choice_of(product, variant)
    draft.say(key if chosen else f"{key}_one", **named(product), choice=chosen)
    action = choices.tell_me(variant).action
    draft.ask("offer", yes=action, no=build("no"))
    draft.buttons(QUESTION, choices.choice(action, "yes_please"), choices.choice(build("no"), "no_thanks"))


def change_language(draft: Draft, request: Request) -> None:
    """Continue in it, at the same point; a language that we do not write is named as such."""
    asked = request.entities.language
    wanted = spoken_tag(written_tag(asked, request.text, draft.turn.state.language), draft.turn.languages)
    if wanted:
        draft.state_changes.update(language=wanted, foreign_streak=0)
        draft.customer["language"] = wanted
        draft.say("language.changed", language=Term("language", base_language(wanted)))
        return
    ours = tuple(Term("language", code) for code in dict.fromkeys(map(base_language, draft.turn.languages)))
    if not asked:
        draft.say("language.which", languages=ours)
        return
    draft.say("language.not_yet", language=Term("language", asked), languages=ours)


def delete_data(draft: Draft, request: Request) -> None:
    """What goes and what stays by law, confirmed once; sizes and measurements alone go at once."""
    if "body_figures" in request.cues:
        forget_figures(draft)
        return
    draft.say("erase.what")
    action = build("erase", argument="yes")
    draft.ask("offer", yes=action, no=build("no"))
    draft.buttons(QUESTION, choices.choice(action, "erase"), choices.choice(build("no"), "keep_data"))


def erase_confirmed(draft: Draft, request: Request) -> None:
    """Confirmed: done."""
    draft.erase = True
    draft.say("erase.done")
