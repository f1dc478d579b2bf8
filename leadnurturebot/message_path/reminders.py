"""The words of a reminder: free text in an open window, else the approved template."""

from dataclasses import dataclass
from uuid import UUID

from leadnurturebot.assistant.phrasing.rendering import render
from leadnurturebot.assistant.phrasing.values import Speech, money
from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.conversations.batch import ThreadChange, ThreadRow, store_threads
from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.coupons import discount_of, refusal
from leadnurturebot.domain.dialogue.destination import place_for
from leadnurturebot.domain.dialogue.events import WaitingCart, reminder
from leadnurturebot.domain.dialogue.state import ThreadState
from leadnurturebot.domain.dialogue.turn import Shop
from leadnurturebot.domain.message_content import MessageContent, Template
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.shipping import zone_of
from leadnurturebot.domain.totals import totals
from leadnurturebot.leads.batch import LeadRow, addresses_of
from leadnurturebot.message_path.order_words import cart_items
from leadnurturebot.message_path.outbox import Outgoing, enqueue, month_of, window_of
from leadnurturebot.message_path.template_words import filled, provider_language
from leadnurturebot.message_path.view import shop_view, speech_to, state_of
from leadnurturebot.message_path.visits import Times
from leadnurturebot.nurture.batch import TemplateRow, approved_templates
from leadnurturebot.nurture.usage import Usage, load_usage
from leadnurturebot.orders.batch import CartRow
from leadnurturebot.orders.coupons import CodeWanted, load_coupons
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Recipient
from leadnurturebot.shops.batch import ShopRow

TEMPLATE = "cart_reminder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminding:
    """Whom to remind of what."""

    key: ShopKey
    shop: ShopRow
    lead: LeadRow
    thread: ThreadRow
    cart: CartRow
    catalogue: CatalogueIndex

    @property
    def language(self) -> str:
        """The language the person is written to in."""
        return self.thread.language or self.lead.language or self.shop.language

    def recipient(self, connection: Connection) -> Recipient:
        """Where to write to."""
        known = addresses_of(connection, [(self.shop.id, self.lead.id)], {self.shop.id: self.key})
        return Recipient(*known.get(self.lead.id, ("", "")))

    def address(self, connection: Connection) -> str:
        """Number, else user id."""
        to = self.recipient(connection)
        return to.wa_id or to.user_id


def template_for(connection: Connection, reminding: Reminding) -> TemplateRow | None:
    """The approved reminder template in the person's language."""
    language = provider_language(reminding.language)
    return approved_templates(connection, [reminding.shop.id]).get((reminding.shop.id, TEMPLATE, language))


def send_reminder(
    connection: Connection, reminding: Reminding, *, number: int, template: TemplateRow | None, times: Times
) -> UUID:
    """Put reminder `number` (from 1) into the outbox and return the message's id."""
    speech = speech_to(connection, reminding.shop, reminding.language)
    content = _content(reminding, speech, number, template, _waiting_cart(connection, reminding, times))
    thread, month = reminding.thread, month_of(times.now.date())
    usage = load_usage(connection, [thread.number_id], month=month).get(thread.number_id, Usage())
    outgoing = Outgoing(
        key=reminding.key, thread=thread, conversation_id=thread.conversation_id, content=content,
        to=reminding.recipient(connection), country=reminding.lead.country, purpose=OutgoingKind.REMINDER,
        window=window_of(thread, times.now), usage=usage, cart_changed_at=reminding.cart.changed_at,
        category=Category.MARKETING if template else None, catalogue_version=reminding.shop.catalogue_version,
        products=tuple(line.product_id for line in reminding.cart.lines),
    )  # fmt: skip
    enqueue(connection, [outgoing], now=times.now, wall=times.wall)
    preview = reminding.key.seal_text(content.plain_text()[:200])
    change = ThreadChange(thread=thread, message_at=times.now, preview_sealed=preview, preview_from="bot")
    store_threads(connection, [change])
    return outgoing.id


def _content(
    reminding: Reminding, speech: Speech, number: int, template: TemplateRow | None, cart: WaitingCart
) -> MessageContent:
    if template is not None:
        return _filled(template, cart, speech)
    return render(reminder(number, cart), speech, products=reminding.catalogue.product)


def _waiting_cart(connection: Connection, reminding: Reminding, times: Times) -> WaitingCart:
    shop, lines = shop_view(reminding.shop, times.now), reminding.cart.lines
    state = state_of(reminding.key, reminding.thread.state_sealed)
    discount = _discount(connection, reminding, state.coupon, times)
    total = _total(shop, reminding, state, discount)
    return WaitingCart(
        customer_name=reminding.lead.name,
        items=cart_items(lines, reminding.catalogue),
        total=Money(total, shop.currency),
        recent_replies=state.recent_replies,
    )


def _total(shop: Shop, reminding: Reminding, state: ThreadState, discount: int) -> int:
    """What the cart comes to where it goes, as far as that is known, by the way chosen."""
    lines, address = reminding.cart.lines, str(reminding.lead.profile.get("address", ""))
    place = place_for(shop, address, reminding.lead.country, dict(state.ship_to))
    zone = zone_of(shop.all_zones, place) or shop.all_zones[0]
    option = next((each for each in zone.options if each.code == state.shipping_option), zone.options[0])
    pieces = sum(line.quantity for line in lines)
    tax = shop.taxes.at(place)
    return totals(sum(line.total for line in lines), option, pieces=pieces, discount=discount, tax=tax).total


def _discount(connection: Connection, reminding: Reminding, code: str, times: Times) -> int:
    """What the code given for the cart takes off it now."""
    shop, lines = reminding.shop, reminding.cart.lines
    wanted = CodeWanted(shop_id=shop.id, thread_id=reminding.thread.id, lead_id=reminding.lead.id, code=code)
    found = load_coupons(connection, [wanted]).get(reminding.thread.id, []) if code else []
    counting = [coupon for coupon in found if not refusal(coupon, lines, times.now)]
    return sum(discount_of(each, lines, most_percent=shop.settings.discount_limit) for each in counting[:1])


def _filled(template: TemplateRow, cart: WaitingCart, speech: Speech) -> Template:
    """Name, goods, total. Parameters carry no line breaks: WhatsApp refuses them."""
    goods = ", ".join(
        (f"{item.quantity} × " if item.quantity > 1 else "") + " ".join(filter(None, (item.name, item.size)))
        for item in cart.items
    )
    values = (cart.customer_name.split(" ")[0] or "🙂", goods[:200], money(cart.total, speech, keep_decimals=True))
    text = filled(template.body, values)
    return Template(name=template.name, language=template.language, body_parameters=values, body=text)
