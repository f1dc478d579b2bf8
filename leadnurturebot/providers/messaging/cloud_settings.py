"""What a Cloud API connection is made of."""

from pydantic import Field, SecretStr

from leadnurturebot.providers.base import Config, helps, labels


class WhatsAppCloudConfig(Config):
    """The shop's own app, or the platform's."""

    phone_number_id: str = Field(
        title="Phone number ID",
        description="In Meta's app under WhatsApp, API setup. It is a long number, and not the phone number itself.",
        json_schema_extra={
            **labels(
                es="ID del número",
                pt="ID do número",
                hi="फ़ोन नंबर आईडी",
                id="ID nomor telepon",
            ),
            **helps(
                es="En la app de Meta, en WhatsApp, Configuración de la API. Es un número largo, no el número de teléfono.",
                pt="No app da Meta, em WhatsApp, Configuração da API. É um número longo, não o número de telefone.",
                hi="Meta के ऐप में WhatsApp, API सेटअप के नीचे। यह एक लंबी संख्या है, फ़ोन नंबर नहीं।",
                id="Di aplikasi Meta, pada WhatsApp, Penyiapan API. Angkanya panjang, bukan nomor telepon itu sendiri.",
            ),
        },
    )
    waba_id: str = Field(
        title="WhatsApp Business account ID",
        description="On the same page, beside the phone number ID.",
        json_schema_extra={
            **labels(
                es="ID de la cuenta de WhatsApp Business",
                pt="ID da conta do WhatsApp Business",
                hi="WhatsApp Business खाता आईडी",
                id="ID akun WhatsApp Business",
            ),
            **helps(
                es="En la misma página, junto al ID del número.",
                pt="Na mesma página, ao lado do ID do número.",
                hi="उसी पेज पर, फ़ोन नंबर आईडी के पास।",
                id="Di halaman yang sama, di samping ID nomor telepon.",
            ),
        },
    )
    catalog_id: str = Field(
        default="",
        max_length=100,
        title="Catalogue ID (optional)",
        description="The catalogue connected to this account in Commerce Manager; item ids are our SKUs.",
        json_schema_extra={
            **labels(
                es="ID del catálogo (opcional)",
                pt="ID do catálogo (opcional)",
                hi="कैटलॉग आईडी (वैकल्पिक)",
                id="ID katalog (opsional)",
            ),
            **helps(
                es="El catálogo conectado a esta cuenta en Commerce Manager; los ID de artículo son nuestros SKU.",
                pt="O catálogo conectado a esta conta no Commerce Manager; os IDs dos itens são nossos SKUs.",
                hi="Commerce Manager में इस खाते से जुड़ा कैटलॉग; आइटम आईडी हमारे SKU हैं।",
                id="Katalog yang terhubung ke akun ini di Commerce Manager; ID barang adalah SKU kami.",
            ),
        },
    )
    app_secret: SecretStr = Field(
        title="App secret",
        description="In Meta's app under App settings, Basic. We check with it that messages really come from Meta.",
        json_schema_extra={
            **labels(
                es="Clave secreta de la app",
                pt="Chave secreta do app",
                hi="ऐप सीक्रेट",
                id="Rahasia aplikasi",
            ),
            **helps(
                es="En la app de Meta, en Configuración de la app, Básica. Con ella comprobamos que los mensajes vienen de Meta.",
                pt="No app da Meta, em Configurações do app, Básico. Com ela conferimos se as mensagens vêm mesmo da Meta.",
                hi="Meta के ऐप में App settings, Basic के नीचे। इससे हम जाँचते हैं कि संदेश सचमुच Meta से आए हैं।",
                id="Di aplikasi Meta, pada Pengaturan aplikasi, Dasar. Dengannya kami memastikan pesan benar dari Meta.",
            ),
        },
    )
    access_token: SecretStr = Field(
        title="Access token",
        description="A permanent token of a system user with whatsapp_business_messaging and whatsapp_business_management.",
        json_schema_extra={
            **labels(
                es="Token de acceso",
                pt="Token de acesso",
                hi="एक्सेस टोकन",
                id="Token akses",
            ),
            **helps(
                es="Un token permanente de un usuario del sistema con whatsapp_business_messaging y whatsapp_business_management.",
                pt="Um token permanente de um usuário do sistema com whatsapp_business_messaging e whatsapp_business_management.",
                hi="सिस्टम यूज़र का स्थायी टोकन, whatsapp_business_messaging और whatsapp_business_management के साथ।",
                id="Token permanen dari pengguna sistem dengan whatsapp_business_messaging dan whatsapp_business_management.",
            ),
        },
    )
    verify_token: SecretStr = Field(
        title="Verify token",
        description="We make it up; you paste it at Meta beside the webhook address.",
        json_schema_extra={
            **labels(
                es="Token de verificación",
                pt="Token de verificação",
                hi="सत्यापन टोकन",
                id="Token verifikasi",
            ),
            **helps(
                es="Lo creamos nosotros; lo pegas en Meta junto a la dirección del webhook.",
                pt="Nós criamos; você cola na Meta ao lado do endereço do webhook.",
                hi="इसे हम बनाते हैं; आप इसे Meta पर वेबहुक पते के पास चिपकाते हैं।",
                id="Kami yang membuatnya; Anda menempelkannya di Meta di samping alamat webhook.",
            ),
            "filled_by": "us",
        },
    )
