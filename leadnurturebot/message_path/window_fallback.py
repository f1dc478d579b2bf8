"""An answer that came too late for the window: the shop's approved template says that there is one."""

from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.domain.contact_policy import OutgoingFacts, OutgoingKind, may_send
from leadnurturebot.domain.message_content import Template
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.leads.batch import addresses_of
from leadnurturebot.leads.batch import load_many as load_leads
from leadnurturebot.message_path import gate
from leadnurturebot.message_path.outbox import Outgoing, enqueue, window_of
from leadnurturebot.message_path.template_words import filled, provider_language
from leadnurturebot.nurture.batch import approved_templates
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Recipient
from leadnurturebot.shops.batch import load_many as load_shops

TEMPLATE = "answer_waiting"
ONCE_IN = timedelta(hours=24)
_ANSWERS = frozenset({OutgoingKind.REPLY, OutgoingKind.TRANSACTIONAL})

_MESSAGE = """
SELECT m.thread_id, m.lead_id, m.purpose, m.answers, m.at,
  EXISTS (SELECT 1 FROM conversations_message t WHERE t.shop_id = m.shop_id AND t.thread_id = m.thread_id
          AND t.kind = 'template' AND t.direction = 'out' AND t.status <> 'cancelled' AND t.at > %(since)s)
FROM conversations_message m WHERE m.shop_id = %(shop)s AND m.id = %(id)s AND m.kind <> 'template'
"""


def say_by_template(connection: Connection, *, shop_id: UUID, message_id: UUID, now: datetime, wall: datetime) -> bool:
    """Send `answer_waiting` in place of an answer that the closed window keeps back, at most once a day and person.

    False where it is no answer, the shop has no such template approved, or the contact policy says no: then the message
    stays held with its reason.
    """
    row = connection.execute(_MESSAGE, {"shop": shop_id, "id": message_id, "since": now - ONCE_IN}).fetchone()
    if row is None or row[5] or OutgoingKind(row[2]) not in _ANSWERS:
        return False
    thread_id, lead_id, purpose, answers, at, _ = row
    key = ring().of(connection, shop_id)
    found = gate.read_many(connection, [thread_id], month=now.date().replace(day=1), now=now).get(thread_id)
    if found is None:
        return False
    lead = load_leads(connection, [lead_id], {shop_id: key})[lead_id]
    language = found.thread.language or lead.language or load_shops(connection, [shop_id])[shop_id].language
    template = approved_templates(connection, [shop_id]).get((shop_id, TEMPLATE, provider_language(language)))
    to = Recipient(*addresses_of(connection, [(shop_id, lead_id)], {shop_id: key}).get(lead_id, ("", "")))
    if template is None:
        return False
    message = OutgoingFacts(kind=OutgoingKind(purpose), category=Category(template.category.lower()), caused_at=at)
    if not may_send(message, gate.contact_facts(found, now, address=to.wa_id or to.user_id), now).allowed:
        return False
    values = (lead.name.split(" ")[0] or "🙂", found.shop_name)
    content = Template(
        name=template.name, language=template.language, body_parameters=values, body=filled(template.body, values)
    )
    outgoing = Outgoing(
        key=key, thread=found.thread, conversation_id=found.thread.conversation_id, content=content, to=to,
        country=lead.country, purpose=OutgoingKind(purpose), window=window_of(found.thread, now), answers=tuple(answers),
        caused_at=at, category=message.category,
    )  # fmt: skip
    enqueue(connection, [outgoing], now=now, wall=wall)
    return True
