"""What the demo shop says about an order when the window is closed: utility templates in five languages."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.nurture.templates import TemplateDraft, save_templates
from leadnurturebot.platform.sql import Connection

_NAMES = {
    "order_shipped": ("name", "number", "tracking"), "order_delivered": ("name", "number"),
    "order_cancelled": ("name", "number"), "ticket_solved": ("name", "number"),
}  # fmt: skip
_BODIES = {
    "order_shipped": {
        "en": "Hi {{1}}! Your order {{2}} is on its way. Follow the parcel here: {{3}} - thank you for your order.",
        "es": "¡Hola, {{1}}! Tu pedido {{2}} ya va de camino. Puedes seguirlo aquí: {{3}} - gracias por tu compra.",
        "pt_BR": "Oi, {{1}}! Seu pedido {{2}} já está a caminho. Acompanhe aqui: {{3}} - obrigada pela compra.",
        "hi": "नमस्ते {{1}} जी! आपका ऑर्डर {{2}} निकल गया है। पार्सल यहाँ देखिए: {{3}} - ऑर्डर के लिए शुक्रिया।",
        "id": "Hai Kak {{1}}! Pesanan {{2}} sudah dikirim. Lacak paketnya di sini: {{3}} - terima kasih sudah belanja.",
    },
    "order_delivered": {
        "en": "Hi {{1}}! Your order {{2}} has arrived. If anything isn't right, just reply here.",
        "es": "¡Hola, {{1}}! Tu pedido {{2}} ha llegado. Si algo no está bien, responde aquí.",
        "pt_BR": "Oi, {{1}}! Seu pedido {{2}} chegou. Se algo não estiver certo, é só responder aqui.",
        "hi": "नमस्ते {{1}} जी! आपका ऑर्डर {{2}} पहुँच गया है। कुछ ठीक न हो तो यहीं लिख दीजिए।",
        "id": "Hai Kak {{1}}! Pesanan {{2}} sudah sampai. Kalau ada yang kurang pas, balas di sini ya.",
    },
    "order_cancelled": {
        "en": "Hi {{1}}, we're sorry: order {{2}} had to be cancelled. Reply here for any question.",
        "es": "Hola, {{1}}: lo sentimos, hemos tenido que cancelar el pedido {{2}}. Responde aquí si tienes preguntas.",
        "pt_BR": "Oi, {{1}}, sentimos muito: o pedido {{2}} teve que ser cancelado. Se tiver dúvidas, responda aqui.",
        "hi": "नमस्ते {{1}} जी, माफ़ कीजिए: ऑर्डर {{2}} कैंसल करना पड़ा। कोई सवाल हो तो यहीं लिख दीजिए।",
        "id": "Hai Kak {{1}}, mohon maaf: pesanan {{2}} terpaksa dibatalkan. Kalau ada pertanyaan, balas di sini ya.",
    },
    "ticket_solved": {
        "en": "Hi {{1}}! Your ticket T-{{2}} is solved. If it isn't right yet, just reply here.",
        "es": "¡Hola, {{1}}! Tu incidencia T-{{2}} está resuelta. Si aún no está bien, responde aquí.",
        "pt_BR": "Oi, {{1}}! Seu chamado T-{{2}} está resolvido. Se ainda não estiver certo, é só responder aqui.",
        "hi": "नमस्ते {{1}} जी! आपकी टिकट T-{{2}} हल हो गई है। अब भी ठीक न हो तो यहीं लिख दीजिए।",
        "id": "Hai Kak {{1}}! Tiket T-{{2}} sudah selesai. Kalau belum beres, balas di sini ya.",
    },
}  # fmt: skip


def save_order_templates(connection: Connection, shop_id: UUID, *, now: datetime) -> None:
    """Shipped, delivered, cancelled, and a ticket solved, still to be reviewed by WhatsApp."""
    drafts = [
        TemplateDraft(name=name, language=language, category="UTILITY", body=body, parameters=_NAMES[name])
        for name, bodies in _BODIES.items()
        for language, body in bodies.items()
    ]
    save_templates(connection, shop_id, drafts, now=now)
