"""The written projection: what must be equal with and without faults, and nothing else.

For each customer of a shop, in this order:

- `messages`: the customer's messages in Meta's order (by Meta's stamp): kind and words;
- `decisions`: for each decision, which of those messages it answers, as positions; the intent, language and skill; the rule
  that overruled, if one did; the facts it rests on; and every reply in full, as it was decided;
- `notices`: kind, purpose and words of what the shop sent without being asked (payment receipts, reminders);
- `cart`: SKU, quantity and the price it was put in at;
- `orders`: state, method, amounts, source and lines, each with its payments: provider, state, amount, what came in;
- `consents`: what was granted or taken back, by which message, and what holds now (STOP, reminders, marketing);
- `lead`: status, source and language; `touches`: how the customer came; `thread`: who holds it, stage and language;
- `reminders`: step, state, form and reason of each; `timers`: the kinds still to ring;
- `ledger`: for each kind of fact how many there are and the sum of their amounts (`message.charged` apart: it is booked when
  a message is delivered, so it is judged with the sends in `accounts.py`).

Left out because it may differ: our ids, times, durations, prices of delivery, the state of single sends. Written alike
everywhere: ids of products and variants as their outside ids, other ids as `*`, order numbers as `#order`, tokens of payment
links as `/p/*`, stock as some or none (others buy meanwhile), the day since when an order is in its state as `#day`, and
shops without the number in their name.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.platform.sql import Connection
from tests.faults.plan import Person
from tests.faults.shops import FaultShop, number_of

Projected = dict[str, Any]

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ORDER, _LINK, _SHOP = re.compile(r"\bB\d{2,}\b"), re.compile(r"/p/[\w-]{22}"), re.compile(r"Boutique \d+")
_DAY = re.compile(r"since [A-Z][a-z]+day, \d+ [A-Z][a-z]+")


def alike(text: str, shop: FaultShop) -> str:
    """Text with everything that may differ written alike."""
    text = _UUID.sub(lambda found: shop.goods.get(found.group(), "*"), text)
    text = _LINK.sub("/p/*", _ORDER.sub("#order", text))
    return _DAY.sub("since #day", _SHOP.sub("Boutique", text))


def project(connection: Connection, shop: FaultShop, person: Person) -> Projected:
    """The projection of a customer of a shop, empty for a stranger."""
    return _Life(connection, shop, person).project()


def _value(fact: Projected) -> str:
    """A fact's value; of a stock figure only whether there is any, since other customers buy meanwhile."""
    value = str(fact["value"])
    return ("some" if int(value) else "none") if fact["kind"] == "stock" and value.isdigit() else value


class _Life:
    """One customer of one shop."""

    def __init__(self, connection: Connection, shop: FaultShop, person: Person) -> None:
        self._connection, self._shop = connection, shop
        index = shop.key.index("wa_id", number_of(person))
        row = connection.execute(
            "SELECT lead_id FROM leads_identity WHERE shop_id = %s AND index = %s", [shop.id, index]
        ).fetchone()
        self._lead: UUID | None = row[0] if row else None
        self._positions: dict[UUID, int] = {}

    def project(self) -> Projected:
        """Everything, in the order of the list above."""
        if self._lead is None:
            return {}
        messages = self._messages()
        return {
            "messages": messages, "decisions": self._decisions(), "notices": self._notices(), "cart": self._cart(),
            "orders": self._orders(), "consents": self._consents(), "lead": self._row(_LEAD), "touches": self._rows(_TOUCHES),
            "thread": self._rows(_THREAD), "reminders": self._rows(_REMINDERS), "timers": self._rows(_TIMERS),
            "ledger": self._rows(_LEDGER),
        }  # fmt: skip

    def _rows(self, statement: str) -> list[tuple[Any, ...]]:
        found = self._connection.execute(statement, {"shop": self._shop.id, "lead": self._lead}).fetchall()
        return [tuple(alike(v, self._shop) if isinstance(v, str) else v for v in row) for row in found]

    def _row(self, statement: str) -> tuple[Any, ...]:
        return self._rows(statement)[0]

    def _opened(self, sealed: bytes) -> Any:
        return orjson.loads(alike(self._shop.key.open(sealed).decode(), self._shop))

    def _messages(self) -> list[Any]:
        rows = self._rows(_MESSAGES)
        self._positions = {row[0]: position for position, row in enumerate(rows)}
        found = []
        for _, kind, sealed in rows:
            content = self._opened(sealed)
            found.append((kind, content["text"], content["content"]))
        return found

    def _decisions(self) -> list[Any]:
        found = []
        for answers, reply_ids, intent, language, skill, sealed in self._rows(_DECISIONS):
            trace = self._opened(sealed)
            facts = sorted((fact["kind"], fact["subject"], _value(fact)) for fact in trace["facts"])
            positions = sorted(self._positions[message_id] for message_id in answers)
            found.append((positions, intent, language, skill, trace["rule"], facts, self._replies(reply_ids)))
        return sorted(found, key=lambda decision: decision[0])

    def _replies(self, ids: Sequence[UUID]) -> list[Any]:
        rows = self._connection.execute(
            "SELECT id, content_sealed FROM conversations_message WHERE shop_id = %s AND id = ANY(%s)",
            [self._shop.id, list(ids)],
        )
        contents = {row[0]: self._opened(row[1])["content"] for row in rows}
        return [contents[reply_id] for reply_id in ids]

    def _notices(self) -> list[Any]:
        return [(kind, purpose, self._opened(sealed)["content"]) for kind, purpose, sealed in self._rows(_NOTICES)]

    def _cart(self) -> list[Any]:
        return sorted((self._shop.goods[str(row[0])], *row[1:]) for row in self._rows(_CART))

    def _orders(self) -> list[Any]:
        lines: dict[UUID, list[Any]] = defaultdict(list)
        for order_id, variant_id, *rest in self._rows(_LINES):
            lines[order_id].append((self._shop.goods[str(variant_id)], *rest))
        payments: dict[UUID, list[Any]] = defaultdict(list)
        for order_id, *rest in self._rows(_PAYMENTS):
            payments[order_id].append(tuple(rest))
        return [(*rest, sorted(lines[order_id]), payments[order_id]) for order_id, *rest in self._rows(_ORDERS)]

    def _consents(self) -> list[Any]:
        given = [(kind, granted, self._positions.get(by)) for kind, granted, by in self._rows(_CONSENTS)]
        return [given, self._row(_STANDING)]


_MESSAGES = """SELECT id, kind, content_sealed FROM conversations_message
WHERE shop_id = %(shop)s AND lead_id = %(lead)s AND direction = 'in' ORDER BY at, id"""
_DECISIONS = """SELECT d.message_ids, d.reply_ids, d.intent, d.language, d.skill, d.trace_sealed
FROM assistant_decisionrecord d JOIN conversations_thread t ON t.id = d.thread_id AND t.shop_id = d.shop_id
WHERE d.shop_id = %(shop)s AND t.lead_id = %(lead)s"""
_NOTICES = """SELECT kind, purpose, content_sealed FROM conversations_message
WHERE shop_id = %(shop)s AND lead_id = %(lead)s AND direction = 'out' AND decision_id IS NULL ORDER BY id"""
_CART = """SELECT l.variant_id, l.quantity, l.added_price FROM orders_cartline l
JOIN orders_cart c ON c.id = l.cart_id AND c.shop_id = l.shop_id WHERE l.shop_id = %(shop)s AND c.lead_id = %(lead)s"""
_ORDERS = """SELECT id, state, payment_method, currency, subtotal, shipping, total, source, last_source FROM orders_order
WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY id"""
_LINES = """SELECT l.order_id, l.variant_id, l.name, l.color, l.size, l.quantity, l.unit_price FROM orders_orderline l
JOIN orders_order o ON o.id = l.order_id AND o.shop_id = l.shop_id WHERE l.shop_id = %(shop)s AND o.lead_id = %(lead)s"""
_PAYMENTS = """SELECT p.order_id, p.provider, p.state, p.amount, p.currency, p.arrived_as, p.received_amount, p.refunded
FROM payments_payment p JOIN orders_order o ON o.id = p.order_id AND o.shop_id = p.shop_id
WHERE p.shop_id = %(shop)s AND o.lead_id = %(lead)s ORDER BY p.id"""
_CONSENTS = """SELECT kind, is_granted, message_id FROM leads_consentrecord
WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY id"""
_STANDING = """SELECT opted_out_at IS NOT NULL, reminders_consent_at IS NOT NULL, marketing_consent_at IS NOT NULL,
marketing_stopped_at IS NOT NULL FROM leads_lead WHERE shop_id = %(shop)s AND id = %(lead)s"""
_LEAD = (
    "SELECT status, source, last_source, language, country FROM leads_lead WHERE shop_id = %(shop)s AND id = %(lead)s"
)
_TOUCHES = """SELECT source, headline FROM leads_touch WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY id"""
_THREAD = """SELECT holder, stage, language, focus_color, focus_size, unread FROM conversations_thread
WHERE shop_id = %(shop)s AND lead_id = %(lead)s"""
_REMINDERS = """SELECT sequence, step, state, how, reason FROM nurture_followup
WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY round, due_at, step"""
_TIMERS = "SELECT kind FROM message_path_timer WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY kind"
_LEDGER = """SELECT kind, count(*), coalesce(sum(amount_micros), 0)::bigint, currency FROM ledger_entry
WHERE shop_id = %(shop)s AND lead_id = %(lead)s AND kind <> 'message.charged' GROUP BY kind, currency ORDER BY kind, currency"""


def differences(quiet: Projected, stormy: Projected) -> list[str]:
    """Where two projections differ, by name, with both values."""
    return [
        f"{name}:\n    quiet  {quiet.get(name)}\n    stormy {stormy.get(name)}"
        for name in {**quiet, **stormy} if quiet.get(name) != stormy.get(name)
    ]  # fmt: skip


def deeds(life: Projected) -> dict[str, int]:
    """How many of each thing a customer's life has: a comparison of lives without orders would say nothing of orders."""
    payments = [payment for order in life["orders"] for payment in order[-1]]
    return {
        "decisions": len(life["decisions"]), "carts": bool(life["cart"]), "orders": len(life["orders"]),
        "payments": sum(payment[1] == "paid" for payment in payments), "consents": len(life["consents"][0]),
        "stops": life["consents"][1][0], "receipts and reminders": len(life["notices"]), "steps of reminders": len(life["reminders"]),
    }  # fmt: skip
