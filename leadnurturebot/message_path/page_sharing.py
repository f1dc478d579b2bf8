"""Pages of goods that the assistant makes for a customer who wants to see everything."""

from datetime import datetime

from leadnurturebot.catalog.personal.making import NewPage, Pick, UnusablePage, page_make
from leadnurturebot.domain.dialogue.decision import PageShared, SharePage
from leadnurturebot.message_path.visits import Visit
from leadnurturebot.platform.sql import Connection

ASSISTANT = "assistant"


def share_page(connection: Connection, visit: Visit, attempt: SharePage, language: str, *, now: datetime) -> PageShared:
    """The page with these goods for the visit's customer; asked for again, the same one. None where one of them was
    hidden this very moment: a few picks are an answer, too."""
    new = NewPage(
        shop_id=visit.shop.id, picks=tuple(Pick(product_id=product_id, why=why) for product_id, why in attempt.picks),
        language=language, made_by=ASSISTANT, days=visit.shop.settings.personal_page_days, lead_id=visit.lead.id,
        number_id=visit.thread.number_id,
    )  # fmt: skip
    try:
        return PageShared(url=page_make(connection, new, now=now).url)
    except UnusablePage:
        return PageShared(url="")
