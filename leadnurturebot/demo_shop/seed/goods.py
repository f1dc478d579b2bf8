"""The shop's goods, ads and message templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from leadnurturebot.catalog.actions import save_products, save_size_charts
from leadnurturebot.catalog.drafts import ImageDraft, ProductDraft, SizeChartDraft, VariantDraft
from leadnurturebot.demo_shop.catalogue.reading import by_sku, products, size_charts
from leadnurturebot.demo_shop.catalogue.shapes import DemoProduct
from leadnurturebot.demo_shop.pictures.draw import picture_name
from leadnurturebot.demo_shop.seed.script import META_ADS
from leadnurturebot.demo_shop.shop import ADS, SHOP, DemoAd
from leadnurturebot.leads.ads import AdDraft, ad_save
from leadnurturebot.nurture.templates import TemplateDraft, save_templates
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True)
class Goods:
    """Ids of what is on sale."""

    products: Mapping[str, UUID]
    """By external id."""
    variants: Mapping[str, UUID]
    """By SKU."""

    def product_of(self, sku: str) -> UUID:
        """The product a SKU belongs to."""
        return self.products[by_sku()[sku][0].external_id]


def picture_file(product: DemoProduct, color: str) -> str:
    """Where a picture lies in the media folder."""
    return f"{SHOP.slug}/{picture_name(product, color)}"


def save_goods(connection: Connection, shop_id: UUID, *, sold: Mapping[str, int], now: datetime) -> Goods:
    """Size charts and products, the shelf still holding what the past will sell."""
    charts = [SizeChartDraft(name=key, rows=chart.rows) for key, chart in size_charts().items()]
    save_size_charts(connection=connection, shop_id=shop_id, drafts=charts)
    drafts = [_draft(product, sold) for product in products()]
    save_products(connection=connection, shop_id=shop_id, drafts=drafts, now=now)
    return Goods(
        _ids(connection, "SELECT external_id, id FROM catalog_product WHERE shop_id = %s", shop_id),
        _ids(connection, "SELECT sku, id FROM catalog_variant WHERE shop_id = %s", shop_id),
    )


def _ids(connection: Connection, statement: str, shop_id: UUID) -> dict[str, UUID]:
    return dict(connection.execute(statement, [shop_id]).fetchall())


def _draft(product: DemoProduct, sold: Mapping[str, int]) -> ProductDraft:
    variants = [
        VariantDraft(
            sku=variant.sku, price=_dollars(variant.price_minor), color=variant.color, size=variant.size,
            compare_at=None if variant.compare_at_minor is None else _dollars(variant.compare_at_minor),
            stock=variant.stock + sold.get(variant.sku, 0), measures=variant.measures,
        )
        for variant in product.variants
    ]  # fmt: skip
    return ProductDraft(
        external_id=product.external_id,
        name=product.name,
        category=product.category,
        audience=product.audience,
        collection=product.collection,
        description=product.description,
        material=product.material,
        fit=product.fit,
        details=product.details,
        occasions=product.occasions,
        goes_with=product.goes_with,
        size_chart=product.size_chart or "",
        variants=variants,
        images=[ImageDraft(file=picture_file(product, color), color=color) for color in product.colors],
    )


def _dollars(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def save_ads(connection: Connection, shop_id: UUID, goods: Goods, *, now: datetime) -> dict[str, UUID]:
    """The three ads; our ids by the platforms'."""
    return {ad.ad_id: ad_save(connection=connection, shop_id=shop_id, draft=_ad(ad, goods), now=now) for ad in ADS}


def _ad(ad: DemoAd, goods: Goods) -> AdDraft:
    return AdDraft(
        external_id=ad.ad_id,
        source=ad.source,
        name=ad.name,
        headline=ad.headline,
        body=ad.body,
        autofill=ad.autofill,
        product_id=goods.products[ad.product],
        color=ad.color,
        code="" if ad.source in META_ADS else ad.ad_id,
    )


_REMINDERS = {
    "en": "Hi {{1}}! Your cart still holds {{2}}. The total is {{3}}. Reply here to check out, or write STOP to hear"
    " no more.",
    "es": "¡Hola, {{1}}! En tu carrito te espera {{2}}. El total es {{3}}. Responde aquí para comprar, o escribe BAJA"
    " para no recibir más.",
    "pt_BR": "Oi, {{1}}! Seu carrinho ainda tem {{2}}. O total é {{3}}. Para finalizar, é só responder aqui; para não"
    " receber mais, mande SAIR.",
    "hi": "नमस्ते {{1}} जी! आपके कार्ट में अभी भी {{2}} है, कुल {{3}}। ऑर्डर करने के लिए यहीं लिख दीजिए। ऐसे मैसेज बंद करने हों तो STOP लिख दीजिए।",
    "id": "Hai Kak {{1}}! Di keranjang masih ada {{2}}. Totalnya {{3}}. Balas di sini kalau mau lanjut, atau ketik BERHENTI"
    " kalau tidak mau dikabari lagi.",
}  # fmt: skip


def save_reminder_templates(connection: Connection, shop_id: UUID, *, now: datetime) -> None:
    """The cart reminder in five languages, still to be reviewed by WhatsApp."""
    drafts = [
        TemplateDraft(
            name="cart_reminder", language=language, category="MARKETING", body=body,
            parameters=("name", "items", "total"),
        )
        for language, body in _REMINDERS.items()
    ]  # fmt: skip
    save_templates(connection, shop_id, drafts, now=now)
