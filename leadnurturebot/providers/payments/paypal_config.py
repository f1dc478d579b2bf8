"""What a PayPal connection needs to know."""

from pydantic import Field, SecretStr

from leadnurturebot.providers.base import Config, helps, labels


class PayPalConfig(Config):
    """A REST app of the shop's business account."""

    client_id: str = Field(
        min_length=1,
        title="Client ID",
        description="At developer.paypal.com under Apps & Credentials, Live: open or make an app and copy its Client ID.",
        json_schema_extra={
            **labels(es="ID de cliente", pt="Client ID", hi="क्लाइंट आईडी", id="Client ID"),
            **helps(
                es="En developer.paypal.com, Apps & Credentials, Live: abre o crea una app y copia su Client ID.",
                pt="Em developer.paypal.com, Apps & Credentials, Live: abra ou crie um app e copie o Client ID.",
                hi="developer.paypal.com पर Apps & Credentials, Live में ऐप खोलें या बनाएँ और उसका Client ID कॉपी करें।",
                id="Di developer.paypal.com, Apps & Credentials, Live: buka atau buat aplikasi lalu salin Client ID-nya.",
            ),
        },
    )
    client_secret: SecretStr = Field(
        title="Client secret",
        description="On the same page, below the Client ID: Secret key 1.",
        json_schema_extra={
            **labels(es="Secreto de cliente", pt="Segredo do cliente", hi="क्लाइंट सीक्रेट", id="Rahasia klien"),
            **helps(
                es="En la misma página, debajo del Client ID: Secret key 1.",
                pt="Na mesma página, abaixo do Client ID: Secret key 1.",
                hi="उसी पेज पर Client ID के नीचे: Secret key 1।",
                id="Di halaman yang sama, di bawah Client ID: Secret key 1.",
            ),
        },
    )
    webhook_id: str = Field(
        default="",
        title="Webhook ID",
        description="We get it when we make the webhook at PayPal. Fill it in only if you made the webhook yourself.",
        json_schema_extra={
            **labels(es="ID del webhook", pt="ID do webhook", hi="वेबहुक आईडी", id="ID webhook"),
            **helps(
                es="Lo recibimos al crear el webhook en PayPal. Complétalo solo si creaste el webhook tú.",
                pt="Nós o recebemos ao criar o webhook no PayPal. Preencha só se você mesmo criou o webhook.",
                hi="PayPal पर वेबहुक बनाते समय यह हमें मिलता है। तभी भरें जब वेबहुक आपने खुद बनाया हो।",
                id="Kami mendapatkannya saat membuat webhook di PayPal. Isi hanya jika Anda membuat webhook sendiri.",
            ),
            "filled_by": "setup",
        },
    )
