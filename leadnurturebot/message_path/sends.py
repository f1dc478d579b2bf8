"""A message on its way out, as the sender holds it between claiming and settling."""

from uuid import UUID

from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.message_content import MessageContent, Template
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.domain.values import record
from leadnurturebot.message_path.troubles import Failure
from leadnurturebot.providers.messaging.base import Recipient, Refused


@record
class Send:
    """A message that passed the gate and is about to leave."""

    id: UUID
    shop_id: UUID
    thread_id: UUID
    number_id: UUID
    attempts: int
    content: MessageContent
    to: Recipient
    lead_id: UUID
    purpose: OutgoingKind
    category: Category
    quoted: str = ""
    """The provider's id of the message that this one quotes."""
    reason: str = ""
    """Why it waited until now, if it did."""
    wait: float = 0.0
    """Seconds from the claim until the number's rate has room for it."""
    marketing_path: bool = False

    def failure(self, answer: Refused) -> Failure:
        """The refusal of this message."""
        template = self.content if isinstance(self.content, Template) else None
        return Failure(
            message_id=self.id, shop_id=self.shop_id, thread_id=self.thread_id, lead_id=self.lead_id,
            number_id=self.number_id, code=answer.code, trouble=answer.trouble,
            template=(template.name, template.language) if template else None,
        )  # fmt: skip
