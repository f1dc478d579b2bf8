"""What a Stripe connection needs to know."""

from pydantic import Field, SecretStr

from leadnurturebot.providers.base import Config, helps, labels


class StripeConfig(Config):
    """A restricted key is enough: Checkout Sessions, Refunds and Webhook Endpoints, each to write."""

    api_key: SecretStr = Field(
        title="Secret or restricted key",
        description=(
            "In Stripe under Developers, API keys. A restricted key that may write Checkout"
            " Sessions, Refunds and Webhook Endpoints is enough."
        ),
        json_schema_extra={
            **labels(
                es="Clave secreta o restringida",
                pt="Chave secreta ou restrita",
                hi="सीक्रेट या प्रतिबंधित कुंजी",
                id="Kunci rahasia atau terbatas",
            ),
            **helps(
                es=(
                    "En Stripe, en Desarrolladores, Claves de API. Basta una clave restringida que"
                    " pueda escribir Checkout Sessions, Refunds y Webhook Endpoints."
                ),
                pt=(
                    "Na Stripe, em Desenvolvedores, Chaves de API. Basta uma chave restrita que"
                    " possa gravar Checkout Sessions, Refunds e Webhook Endpoints."
                ),
                hi=(
                    "Stripe में Developers, API keys के नीचे। Checkout Sessions, Refunds और Webhook"
                    " Endpoints लिखने वाली प्रतिबंधित कुंजी काफ़ी है।"
                ),
                id=(
                    "Di Stripe, pada Developers, API keys. Kunci terbatas yang boleh menulis"
                    " Checkout Sessions, Refunds, dan Webhook Endpoints sudah cukup."
                ),
            ),
        },
    )
    webhook_secret: SecretStr = Field(
        default=SecretStr(""),
        title="Signing secret of the webhook",
        description="We get it when we make the webhook at Stripe. Fill it in only if you made the webhook yourself.",
        json_schema_extra={
            **labels(
                es="Secreto de firma del webhook",
                pt="Segredo de assinatura do webhook",
                hi="वेबहुक का हस्ताक्षर सीक्रेट",
                id="Rahasia tanda tangan webhook",
            ),
            **helps(
                es="Lo recibimos al crear el webhook en Stripe. Complétalo solo si creaste el webhook tú.",
                pt="Nós o recebemos ao criar o webhook na Stripe. Preencha só se você mesmo criou o webhook.",
                hi="Stripe पर वेबहुक बनाते समय यह हमें मिलता है। तभी भरें जब वेबहुक आपने खुद बनाया हो।",
                id="Kami mendapatkannya saat membuat webhook di Stripe. Isi hanya jika Anda membuat webhook sendiri.",
            ),
            "filled_by": "setup",
        },
    )
