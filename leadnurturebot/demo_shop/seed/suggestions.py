"""What the assistant suggested in the past, with what came of it, and a page of dresses for one customer."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from leadnurturebot.catalog.personal.making import NewPage, Pick, note_click, page_make
from leadnurturebot.demo_shop.catalogue.reading import by_external_id, by_sku, products
from leadnurturebot.demo_shop.people.chances import happens
from leadnurturebot.demo_shop.people.shapes import PastConversation
from leadnurturebot.demo_shop.seed.script import Script
from leadnurturebot.demo_shop.seed.stage import Stage
from leadnurturebot.demo_shop.seed.talks import Session
from leadnurturebot.ledger.batch import LedgerFact, append

OVER = timedelta(days=60)
SHOWN = 4
_ASKED_FOR_SOME = 0.4
"""Share of talks in which goods were suggested."""
_OPENED = (0.44, 0.33, 0.24, 0.18)
"""How often the first place is opened, the second…"""
_SEED = 404
_PAGE_ITEMS = 14
_PAGE_DAYS = 30


def suggested(stage: Stage, sessions: Mapping[int, Session], script: Script) -> Iterator[LedgerFact]:
    """Lists shown and opened, in talks of the last two months."""
    for number, talk in enumerate(stage.past.conversations):
        chance = Random(_SEED * 100_000 + number)
        is_late = stage.now - talk.started_at < OVER
        if is_late and talk.outcome not in ("stopped", "person") and happens(chance, _ASKED_FOR_SOME):
            yield from _shown(stage, sessions[number], talk, script[number][0].message.at, chance)


def _shown(
    stage: Stage, session: Session, talk: PastConversation, at: datetime, chance: Random
) -> Iterator[LedgerFact]:
    slots = _slots(talk, chance)
    parts = [{"product": str(stage.goods.products[external_id]), "why": why} for external_id, why in slots]
    about = session.conversation_id
    yield _fact(stage, session, "recommendation.shown", at, f"recommendation.shown:{about}", {"slots": parts})
    taken = _chosen(talk)
    for slot, (external_id, _) in enumerate(slots, 1):
        if external_id in taken or happens(chance, _OPENED[slot - 1]):
            key = f"recommendation.clicked:{about}:{slot}"
            subject = ("product", str(stage.goods.products[external_id]))
            opened_at = at + timedelta(seconds=25 * slot)
            yield _fact(stage, session, "recommendation.clicked", opened_at, key, {"slot": slot}, subject)


def _slots(talk: PastConversation, chance: Random) -> list[tuple[str, str]]:
    """Four goods near the one talked of, each with its reason; now and then that one was found here itself."""
    about = by_external_id()[talk.product]
    kin = [each.external_id for each in products() if each.category == about.category and each is not about]
    alike = [(external_id, "alike") for external_id in chance.sample(kin, min(3, len(kin)))]
    partners = [(external_id, "goes_with") for external_id in about.goes_with[:2]]
    best = [(chance.choice(products()).external_id, why) for why in ("best", "bought_with", "new")]
    chosen = dict([*alike[:1], *partners, *best[:2], *alike[1:], *best[2:]])
    chosen.pop(talk.product, None)
    names = list(chosen.items())[:SHOWN]
    chance.shuffle(names)
    if _chosen(talk) and happens(chance, 0.5):
        names[chance.randrange(len(names))] = (talk.product, chance.choice(("bought_with", "alike", "best")))
    return names


def _chosen(talk: PastConversation) -> set[str]:
    """What was put in the cart, or ordered; of an order what was talked of."""
    in_cart = {by_sku()[sku][0].external_id for sku in talk.cart_skus}
    return in_cart | ({talk.product} if talk.order_number else set())


def _fact(
    stage: Stage, session: Session, kind: str, at: datetime, key: str, data: Mapping[str, object],
    subject: tuple[str, str] = ("", ""),
) -> LedgerFact:  # fmt: skip
    return LedgerFact(
        shop_id=stage.shop_id, kind=kind, at=at, dedupe_key=key, lead_id=session.lead_id,
        conversation_id=session.conversation_id, data=data, subject=subject,
    )  # fmt: skip


def make_page(stage: Stage, sessions: Mapping[int, Session]) -> None:
    """Who asked for all dresses the day before yesterday has the page still, went on from it twice and asked once."""
    number, talk = _dress_talk(stage)
    session, made_at = sessions[number], talk.started_at + timedelta(minutes=4)
    dresses = [stage.goods.products[each.external_id] for each in products() if each.category == "dress"]
    picks = tuple(Pick(product_id=product_id, why="asked") for product_id in dresses[:_PAGE_ITEMS])
    language = next(lead.language for lead in stage.past.leads if lead.key == talk.lead_key)
    new = NewPage(
        shop_id=stage.shop_id, picks=picks, language=language, made_by="assistant", days=_PAGE_DAYS,
        lead_id=session.lead_id, number_id=stage.number_id,
    )  # fmt: skip
    page = page_make(stage.connection, new, now=made_at)
    for slot, minutes in ((2, 6), (5, 9)):
        note_click(stage.connection, stage.shop_id, page.id, slot, now=made_at + timedelta(minutes=minutes))
    append(stage.connection, [_asked(stage, session, page.id, picks, made_at)], now=stage.now)


def _asked(stage: Stage, session: Session, page_id: UUID, picks: Sequence[Pick], made_at: datetime) -> LedgerFact:
    return _fact(
        stage, session, "recommendation.asked", made_at + timedelta(minutes=7),
        f"recommendation.asked:page:{page_id}:{session.lead_id}:2",
        {"source": "page", "page": str(page_id), "slot": 2, "why": "asked"}, ("product", str(picks[1].product_id)),
    )  # fmt: skip


def _dress_talk(stage: Stage) -> tuple[int, PastConversation]:
    """The newest talk about a dress that is at least a day old."""
    old = [
        (number, talk)
        for number, talk in enumerate(stage.past.conversations)
        if by_external_id()[talk.product].category == "dress" and talk.outcome in ("asked", "chose", "left", "cart")
        and stage.now - talk.started_at > timedelta(days=1)
    ]  # fmt: skip
    return max(old, key=lambda pair: pair[1].started_at)
