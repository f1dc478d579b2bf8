"""What a Razorpay connection needs to know."""

from pydantic import Field, SecretStr

from leadnurturebot.providers.base import Config, helps, labels


class RazorpayConfig(Config):
    """API key and webhook secret of the shop's account."""

    key_id: SecretStr = Field(
        title="Key ID",
        description="In the Razorpay dashboard under Account & Settings, API Keys: begins with rzp_live_ or rzp_test_.",
        json_schema_extra={
            **labels(es="ID de la clave", pt="ID da chave", hi="की आईडी", id="ID kunci"),
            **helps(
                es="En el panel de Razorpay, Account & Settings, API Keys: empieza por rzp_live_ o rzp_test_.",
                pt="No painel da Razorpay, Account & Settings, API Keys: começa com rzp_live_ ou rzp_test_.",
                hi="Razorpay डैशबोर्ड में Account & Settings, API Keys के नीचे: rzp_live_ या rzp_test_ से शुरू होती है।",
                id="Di dasbor Razorpay, Account & Settings, API Keys: diawali rzp_live_ atau rzp_test_.",
            ),
        },
    )
    key_secret: SecretStr = Field(
        title="Key secret",
        description="Razorpay shows it once, when the key is made.",
        json_schema_extra={
            **labels(es="Secreto de la clave", pt="Segredo da chave", hi="की सीक्रेट", id="Rahasia kunci"),
            **helps(
                es="Razorpay lo muestra una sola vez, al crear la clave.",
                pt="A Razorpay o mostra uma única vez, ao criar a chave.",
                hi="की बनाते समय Razorpay इसे एक ही बार दिखाता है।",
                id="Razorpay menampilkannya sekali saja, saat kunci dibuat.",
            ),
        },
    )
    webhook_secret: SecretStr = Field(
        default=SecretStr(""),
        title="Webhook secret",
        description=(
            "We make it up. Paste it with the webhook address in the Razorpay dashboard under Account & Settings,"
            " Webhooks, and choose the payment link, payment and refund events."
        ),
        json_schema_extra={
            **labels(es="Secreto del webhook", pt="Segredo do webhook", hi="वेबहुक सीक्रेट", id="Rahasia webhook"),
            **helps(
                es=(
                    "Lo creamos nosotros. Pégalo con la dirección del webhook en el panel de Razorpay, Account & Settings,"
                    " Webhooks, y elige los eventos de payment link, payment y refund."
                ),
                pt=(
                    "Nós o criamos. Cole-o com o endereço do webhook no painel da Razorpay, Account & Settings, Webhooks,"
                    " e escolha os eventos de payment link, payment e refund."
                ),
                hi=(
                    "यह हम बनाते हैं। इसे वेबहुक पते के साथ Razorpay डैशबोर्ड में Account & Settings, Webhooks में पेस्ट करें"
                    " और payment link, payment और refund के इवेंट चुनें।"
                ),
                id=(
                    "Kami yang membuatnya. Tempel bersama alamat webhook di dasbor Razorpay, Account & Settings, Webhooks,"
                    " lalu pilih peristiwa payment link, payment, dan refund."
                ),
            ),
            "filled_by": "us",
        },
    )
