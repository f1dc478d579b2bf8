"""Everything at once: the channel's own catalogue where there is one, else a few picks and a page with the rest."""

from leadnurturebot.domain.catalogue import Wish
from leadnurturebot.domain.dialogue.decision import PageShared, SharePage
from leadnurturebot.domain.dialogue.draft import GOODS, Draft, Shape
from leadnurturebot.domain.dialogue.matching import Match, judge
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.goods_list import SHOWN_MAX, Heading, show_goods
from leadnurturebot.domain.dialogue.skills.starting_points import offer_start
from leadnurturebot.domain.dialogue.wishes import to_memory


def catalogue(draft: Draft, request: Request) -> None:
    """ "Send me your catalogue"."""
    draft.wish = to_memory(request.wish or Wish())
    matches = [match for match in judge(draft, request.hits, Wish()) if not match.missed]
    if not matches:
        offer_start(draft, request)
        return
    if draft.turn.has_shelf:
        draft.say("line.browse.catalogue")
        draft.claim(Shape(weight=GOODS, catalogue_item=matches[0].variant.sku))
        return
    picks = matches[:SHOWN_MAX]
    show_goods(draft, picks, Heading("line.recommend.start", {"count": len(picks)}))
    offer_page(draft, matches, "line.page.some")


def offer_page(draft: Draft, matches: list[Match], key: str = "line.page.all") -> bool:
    """The link to all of these where they are more than a message shows."""
    if len(matches) <= SHOWN_MAX:
        return False
    picks = tuple((match.product.id, match.why.value if match.why else "asked") for match in matches)
    shared = draft.attempt(SharePage(picks=picks))
    if isinstance(shared, PageShared) and shared.url:
        draft.say(key, count=len(matches), link=shared.url)
    return True
