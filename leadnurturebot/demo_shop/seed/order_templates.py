"""What the demo shop says when the window is closed, about orders and notices asked for: templates in five languages."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from leadnurturebot.nurture.templates import TemplateDraft, save_templates
from leadnurturebot.platform.sql import Connection

_NAMES = {
    "order_shipped": ("name", "number", "tracking"), "order_delivered": ("name", "number"),
    "order_cancelled": ("name", "number"), "ticket_solved": ("name", "number"),
    "fit_question": ("name", "item", "number"), "back_in_stock": ("name", "item", "price"),
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
    "fit_question": {
        "en": "Hi {{1}}! How is the fit of your {{2}} from order {{3}}? One tap helps us with your next size.",
        "es": "¡Hola, {{1}}! ¿Qué tal te queda {{2}} del pedido {{3}}? Con un toque nos ayudas con tu próxima talla.",
        "pt_BR": "Oi, {{1}}! Como ficou {{2}} do pedido {{3}} em você? Um toque já ajuda com o seu próximo tamanho.",
        "hi": "नमस्ते {{1}} जी! आपका {{2}} (ऑर्डर {{3}}) फ़िटिंग में कैसा रहा? एक टैप से अगली बार का साइज़ आसान हो जाएगा।",
        "id": "Hai Kak {{1}}! {{2}} dari pesanan {{3}} pas di badan? Satu ketukan membantu ukuran berikutnya ya.",
    },
    "back_in_stock": {
        "en": "Hi {{1}}! You asked to hear once: {{2}} is back, at {{3}}. Reply STOP for no more messages.",
        "es": "¡Hola, {{1}}! Nos pediste un aviso: ya hay otra vez {{2}}, a {{3}}. Responde BAJA si no quieres más mensajes.",
        "pt_BR": "Oi, {{1}}! Você pediu um aviso: tem {{2}} de novo, por {{3}}. Responda SAIR para não receber mais.",
        "hi": "नमस्ते {{1}} जी! आपने कहा था तो बता रहे हैं: {{2}} वापस आ गया है, {{3}} में। मैसेज न चाहिए तो STOP लिखिए।",
        "id": "Hai Kak {{1}}! Sesuai permintaan: {{2}} sudah ada lagi, harganya {{3}}. Balas STOP kalau tidak mau pesan lagi.",
    },
}  # fmt: skip
_QUICK_REPLIES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "back_in_stock": {
        "en": ("Add to cart",),
        "es": ("Añadir al carrito",),
        "pt_BR": ("Pôr no carrinho",),
        "hi": ("कार्ट में डालिए",),
        "id": ("Masuk keranjang",),
    },
    "fit_question": {
        "en": ("Too small", "Just right", "Too large"),
        "es": ("Queda pequeño", "Queda perfecto", "Queda grande"),
        "pt_BR": ("Ficou pequeno", "Ficou perfeito", "Ficou grande"),
        "hi": ("छोटा है", "एकदम सही", "बड़ा है"),
        "id": ("Kekecilan", "Pas", "Kebesaran"),
    },
}
"""Too small, just right, too large: in this order `message_path.fit_questions` gives them their meaning."""


def save_order_templates(connection: Connection, shop_id: UUID, *, now: datetime) -> None:
    """Shipped, delivered, cancelled, a ticket solved, how it fits, back in stock; still to be reviewed by WhatsApp."""
    drafts = [
        TemplateDraft(
            name=name,
            language=language,
            category="MARKETING" if name == "back_in_stock" else "UTILITY",
            body=body,
            parameters=_NAMES[name],
            quick_replies=_QUICK_REPLIES.get(name, {}).get(language, ()),
        )
        for name, bodies in _BODIES.items()
        for language, body in bodies.items()
    ]
    save_templates(connection, shop_id, drafts, now=now)
