"""Landing links: `/g/<code>` takes somebody from an ad or link into WhatsApp, with the code in the prefilled text."""

from urllib.parse import quote

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseRedirect
from django.views.decorators.http import require_safe

from leadnurturebot.platform.sql import borrowed

_FIND = """
SELECT a.code, a.autofill, n.display_number FROM leads_ad a
JOIN LATERAL (SELECT display_number FROM shops_businessnumber n WHERE n.shop_id = a.shop_id ORDER BY id LIMIT 1) n ON true
WHERE upper(a.code) = upper(%s) AND a.code <> ''
"""


@require_safe
def landing(request: HttpRequest, code: str) -> HttpResponse:
    """Redirect to the shop's chat. The code at the end of the text tells us later where the person came from."""
    with transaction.atomic():
        row = borrowed().execute(_FIND, [code]).fetchone()
    if row is None:
        return HttpResponseNotFound("This link does not exist.", content_type="text/plain")
    found, autofill, number = row
    digits = "".join(character for character in number if character.isdigit())
    text = quote(f"{autofill} (ref: {found})".strip())
    return HttpResponseRedirect(f"{settings.WHATSAPP_LINK_URL}/{digits}?text={text}")
