"""The few words of the payment pages, in the customer's language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageTexts:
    """Words of one language."""

    title: str
    order: str
    shipping: str
    free: str
    discount: str
    total: str
    pay: str
    note: str
    thanks: str
    waiting: str
    back: str
    unknown: str
    address: str
    receipt: str
    paid_on: str
    paid_with: str
    given_back: str
    print: str
    again: str
    problems: Mapping[str, str]
    ways: Mapping[str, str]
    """What providers bring, by slug."""
    tax: str
    includes: str
    """Before the tax that prices contain."""
    options: Mapping[str, str]
    """Kinds of shipping."""


_TEXTS = {
    "en": PageTexts(
        "Your order", "Order", "Shipping", "free", "Discount", "Total", "Pay",
        "You pay on the provider's secure page. Your items are held for 30 minutes from then.",
        "Paid, thank you!", "Thank you. We are waiting for the confirmation of your payment.",
        "You can go back to the chat now.", "This payment link does not exist.",
        "Delivery address", "Receipt", "Paid on", "Paid by", "Given back", "Print", "Try again",
        {
            "paid": "This order is paid already. Thank you!",
            "replaced": "Your cart has changed, so this link no longer works. The new link is in the chat.",
            "cancelled": "This order was cancelled. Write to us in the chat to order again.",
            "sold_out": "Something in this order sold out meanwhile. Write to us in the chat and we find another way.",
            "provider_away": "The payment page is not reachable right now. Nothing was charged; please try again.",
            "refunded": "This order was paid and the money given back.",
            "no_address": "Please enter the address that the parcel goes to.",
            "elsewhere": "This total does not hold for an address there. Use another one, or write to us in the chat.",
        },
        {"stripe": "card", "paypal": "PayPal", "razorpay": "UPI, card, net banking"},
        "Tax", "includes", {"standard": "standard", "express": "express", "pickup": "pickup in the shop"},
    ),
    "es": PageTexts(
        "Tu pedido", "Pedido", "Envío", "gratis", "Descuento", "Total", "Pagar",
        "Pagas en la página segura del proveedor. Guardamos tus artículos 30 minutos desde ese momento.",
        "Pago recibido, ¡gracias!", "Gracias. Estamos esperando la confirmación de tu pago.", "Ya puedes volver al chat.",
        "Este enlace de pago no existe.",
        "Dirección de entrega", "Recibo", "Pagado el", "Pagado con", "Devuelto", "Imprimir", "Intentar de nuevo",
        {
            "paid": "Este pedido ya está pagado. ¡Gracias!",
            "replaced": "Tu carrito cambió y este enlace ya no funciona. El nuevo está en el chat.",
            "cancelled": "Este pedido se canceló. Escríbenos en el chat para pedir de nuevo.",
            "sold_out": "Algo de este pedido se agotó. Escríbenos en el chat y buscamos otra opción.",
            "provider_away": "La página de pago no responde ahora. No se cobró nada; vuelve a intentarlo en un momento.",
            "refunded": "Este pedido se pagó y el dinero se devolvió.",
            "no_address": "Escribe la dirección a la que va el paquete.",
            "elsewhere": "Este total no vale para una dirección allí. Usa otra o escríbenos en el chat.",
        },
        {"stripe": "tarjeta", "paypal": "PayPal", "razorpay": "UPI, tarjeta, banca en línea"},
        "Impuestos", "incluye", {"standard": "estándar", "express": "exprés", "pickup": "recogida en tienda"},
    ),
    "pt": PageTexts(
        "Seu pedido", "Pedido", "Frete", "grátis", "Desconto", "Total", "Pagar",
        "O pagamento é feito em uma página segura. A partir daí, guardamos suas peças por 30 minutos.",
        "Pagamento confirmado. Agradecemos a compra!", "Estamos esperando a confirmação do seu pagamento.",
        "Você já pode voltar para a conversa.", "Este link de pagamento não existe.",
        "Endereço de entrega", "Recibo", "Pago em", "Pago com", "Devolvido", "Imprimir", "Tentar de novo",
        {
            "paid": "Este pedido já foi pago. Agradecemos a compra!",
            "replaced": "Seu carrinho mudou, então este link não vale mais. O novo está na conversa.",
            "cancelled": "Este pedido foi cancelado. Para pedir de novo, é só escrever na conversa.",
            "sold_out": "Uma peça deste pedido acabou enquanto isso. Escreva na conversa e encontramos uma saída.",
            "provider_away": "A página de pagamento não está abrindo agora. Nada foi cobrado; tente de novo daqui a pouco.",
            "refunded": "Este pedido foi pago e o dinheiro devolvido.",
            "no_address": "Informe o endereço de entrega do pacote.",
            "elsewhere": "Este total não vale para um endereço nesse lugar. Use outro ou escreva na conversa.",
        },
        {"stripe": "cartão", "paypal": "PayPal", "razorpay": "UPI, cartão, internet banking"},
        "Impostos", "inclui", {"standard": "padrão", "express": "expresso", "pickup": "retirada na loja"},
    ),
    "hi": PageTexts(
        "आपका ऑर्डर", "ऑर्डर", "डिलीवरी", "फ़्री", "छूट", "कुल", "पेमेंट करें",
        "पेमेंट एक सुरक्षित पेज पर होगा। वहाँ जाते ही आपका सामान 30 मिनट के लिए रोक लिया जाता है।",
        "पेमेंट हो गया, शुक्रिया!", "शुक्रिया। पेमेंट कन्फ़र्म होने का इंतज़ार है।", "अब चैट पर लौट आइए।",
        "यह पेमेंट लिंक सही नहीं है।",
        "डिलीवरी का पता", "रसीद", "पेमेंट की तारीख", "पेमेंट का तरीका", "वापस किया गया", "प्रिंट करें", "फिर कोशिश करें",
        {
            "paid": "इस ऑर्डर का पेमेंट हो चुका है। शुक्रिया!",
            "replaced": "आपका कार्ट बदल गया है, इसलिए यह लिंक अब नहीं चलेगा। नया लिंक चैट में है।",
            "cancelled": "यह ऑर्डर कैंसल हो गया। दोबारा ऑर्डर करने के लिए चैट में लिखिए।",
            "sold_out": "इस ऑर्डर में से कुछ इस बीच बिक गया। चैट में लिखिए, कुछ और देख लेते हैं।",
            "provider_away": "पेमेंट पेज अभी नहीं खुल रहा। कोई पैसा नहीं कटा; थोड़ी देर में फिर कोशिश कीजिए।",
            "refunded": "इस ऑर्डर का पेमेंट हुआ था और पैसे लौटा दिए गए।",
            "no_address": "वह पता लिखिए जहाँ पार्सल भेजना है।",
            "elsewhere": "यह कुल रकम वहाँ के पते के लिए नहीं है। दूसरा पता लिखिए या चैट में बताइए।",
        },
        {"stripe": "कार्ड", "paypal": "PayPal", "razorpay": "UPI, कार्ड, नेट बैंकिंग"},
        "टैक्स", "शामिल है", {"standard": "स्टैंडर्ड", "express": "एक्सप्रेस", "pickup": "दुकान से लेना"},
    ),
    "id": PageTexts(
        "Pesanan kakak", "Pesanan", "Ongkir", "gratis", "Potongan", "Total", "Bayar",
        "Bayarnya di halaman aman penyedia pembayaran. Sejak itu barangnya kami simpan 30 menit.",
        "Sudah lunas, terima kasih!", "Terima kasih. Pembayarannya sedang dikonfirmasi.", "Silakan kembali ke chat.",
        "Link pembayaran ini tidak ditemukan.",
        "Alamat pengiriman", "Bukti pembayaran", "Dibayar tanggal", "Dibayar dengan", "Dikembalikan", "Cetak", "Coba lagi",
        {
            "paid": "Pesanan ini sudah lunas. Terima kasih!",
            "replaced": "Isi keranjangnya berubah, jadi link ini tidak berlaku lagi. Link yang baru ada di chat.",
            "cancelled": "Pesanan ini sudah dibatalkan. Kalau mau pesan lagi, chat kami ya.",
            "sold_out": "Ada barang di pesanan ini yang keburu habis. Chat kami, nanti kami carikan jalan lain.",
            "provider_away": "Halaman pembayarannya belum bisa dibuka. Tidak ada yang terpotong; coba lagi sebentar ya.",
            "refunded": "Pesanan ini sudah dibayar dan uangnya sudah dikembalikan.",
            "no_address": "Tulis alamat tujuan paketnya dulu ya.",
            "elsewhere": "Total ini tidak berlaku untuk alamat di sana. Pakai alamat lain atau chat kami ya.",
        },
        {"stripe": "kartu", "paypal": "PayPal", "razorpay": "UPI, kartu, internet banking"},
        "Pajak", "termasuk", {"standard": "reguler", "express": "kilat", "pickup": "ambil di toko"},
    ),
}  # fmt: skip


def of(language: str) -> PageTexts:
    """The texts of a language, English for one that has none."""
    return _TEXTS.get(language, _TEXTS["en"])
