"""One message of every kind with the JSON that the Cloud API's reference wants for it (sections 4.2, 4.3, 5.5, 9.3)."""

from typing import Any

from leadnurturebot.domain.message_content import (
    AddressRequest,
    Audio,
    Button,
    Buttons,
    Carousel,
    CatalogMessage,
    ContactCard,
    ContactPhone,
    ContactRequest,
    Contacts,
    ContentCard,
    Document,
    Flow,
    Header,
    Image,
    LinkButton,
    ListMessage,
    Location,
    LocationRequest,
    MessageContent,
    OrderDetails,
    OrderItem,
    OrderStatus,
    PaymentSetting,
    ProductCarousel,
    ProductList,
    ProductMessage,
    ProductSection,
    Reaction,
    Row,
    Sticker,
    Text,
    Video,
)

Json = dict[str, Any]
PICTURE = "https://shop.test/a.png"
FILM = "https://shop.test/a.mp4"
BODY = {"body": {"text": "Look"}}
PIX = {"code": "00020101", "merchant_name": "Loja", "key": "a@shop.test", "key_type": "EMAIL"}


def interactive(kind: str, **rest: Any) -> Json:
    """The wire form of something to press."""
    return {"type": "interactive", "interactive": {"type": kind, **rest}}


def card(index: int, **rest: Any) -> Json:
    """A card with a picture."""
    header = {"type": "image", "image": {"link": PICTURE}}
    return {"card_index": index, "type": "cta_url", "header": header, **rest}


def reply(number: int) -> Json:
    """A card's reply button."""
    return {"buttons": [{"type": "quick_reply", "quick_reply": {"id": f"p{number}", "title": "Tell me more"}}]}


def opens(label: str) -> Json:
    """A link button."""
    return {"name": "cta_url", "parameters": {"display_text": label, "url": "https://shop.test/p/1"}}


def items(*skus: str) -> list[Json]:
    """Items of a section."""
    return [{"product_retailer_id": sku} for sku in skus]


def amount(value: int) -> Json:
    """Money of an order."""
    return {"value": value, "offset": 100}


PLAIN: tuple[tuple[MessageContent, Json], ...] = (
    (Text("Hello"), {"type": "text", "text": {"body": "Hello", "preview_url": False}}),
    (Text("https://shop.test", preview=True),
     {"type": "text", "text": {"body": "https://shop.test", "preview_url": True}}),
    (Image(PICTURE, "The dress"), {"type": "image", "image": {"link": PICTURE, "caption": "The dress"}}),
    (Image("", media_id="77"), {"type": "image", "image": {"id": "77"}}),
    (Video(FILM, "How it falls"), {"type": "video", "video": {"link": FILM, "caption": "How it falls"}}),
    (Audio(media_id="77", voice=True), {"type": "audio", "audio": {"id": "77", "voice": True}}),
    (Document("https://shop.test/s.pdf", "Sizes", "sizes.pdf"),
     {"type": "document", "document": {"link": "https://shop.test/s.pdf", "caption": "Sizes", "filename": "sizes.pdf"}}),
    (Sticker(media_id="78"), {"type": "sticker", "sticker": {"id": "78"}}),
    (Location(30.27, -97.74, "The shop", "1 Main St"),
     {"type": "location", "location": {"latitude": 30.27, "longitude": -97.74, "name": "The shop", "address": "1 Main St"}}),
    (Contacts((ContactCard(formatted_name="Ana Lima", first_name="Ana", phones=(ContactPhone("+5511", "WORK", "5511"),),
                           emails=("ana@shop.test",), urls=("https://shop.test",), company="Shop"),)),
     {"type": "contacts", "contacts": [{
         "name": {"formatted_name": "Ana Lima", "first_name": "Ana"},
         "phones": [{"phone": "+5511", "type": "WORK", "wa_id": "5511"}], "emails": [{"email": "ana@shop.test"}],
         "urls": [{"url": "https://shop.test"}], "org": {"company": "Shop"}}]}),
    (Reaction("wamid.in", "❤️"), {"type": "reaction", "reaction": {"message_id": "wamid.in", "emoji": "❤️"}}),
    (Reaction("wamid.in", ""), {"type": "reaction", "reaction": {"message_id": "wamid.in", "emoji": ""}}),
)  # fmt: skip

PRESSED: tuple[tuple[MessageContent, Json], ...] = (
    (Buttons("Look", (Button("add:1", "Add M"),), PICTURE, "TrendyThreads"),
     interactive("button", header={"type": "image", "image": {"link": PICTURE}}, **BODY, footer={"text": "TrendyThreads"},
                 action={"buttons": [{"type": "reply", "reply": {"id": "add:1", "title": "Add M"}}]})),
    (Buttons("Look", (Button("a", "A"),), header=Header(type="document", media_id="9", filename="sizes.pdf")),
     interactive("button", header={"type": "document", "document": {"id": "9", "filename": "sizes.pdf"}}, **BODY,
                 action={"buttons": [{"type": "reply", "reply": {"id": "a", "title": "A"}}]})),
    (ListMessage("Look", "See 2", (Row("a", "Hat", "$24"), Row("b", "Cap")), "Hats", "Prices in dollars"),
     interactive("list", header={"type": "text", "text": "Hats"}, **BODY, footer={"text": "Prices in dollars"},
                 action={"button": "See 2", "sections": [
                     {"rows": [{"id": "a", "title": "Hat", "description": "$24"}, {"id": "b", "title": "Cap"}]}]})),
    (ListMessage("Look", "See", (Row("a", "Hat", section="Hats"), Row("b", "Bag", section="Bags"))),
     interactive("list", **BODY, action={"button": "See", "sections": [
         {"title": "Hats", "rows": [{"id": "a", "title": "Hat"}]}, {"title": "Bags", "rows": [{"id": "b", "title": "Bag"}]}]})),
    (LinkButton("Look", "Pay", "https://shop.test/p/1", header=Header(type="text", text="Your order")),
     interactive("cta_url", header={"type": "text", "text": "Your order"}, **BODY, action=opens("Pay"))),
    (LocationRequest("Look"), interactive("location_request_message", **BODY, action={"name": "send_location"})),
    (ContactRequest("Look"), interactive("request_contact_info", **BODY, action={"name": "request_contact_info"})),
    (Carousel("Look", tuple(ContentCard(PICTURE, "*Dress*", (Button(f"p{n}", "Tell me more"),)) for n in (0, 1))),
     interactive("carousel", **BODY, action={"cards": [
         card(n, body={"text": "*Dress*"}, action=reply(n)) for n in (0, 1)]})),
    (Carousel("Look", tuple(ContentCard(PICTURE, "", link_label="Open", link_url="https://shop.test/p/1") for _ in "ab")),
     interactive("carousel", **BODY, action={"cards": [card(n, action=opens("Open")) for n in (0, 1)]})),
    (Flow(body="Look", cta="Book a fitting", flow_id="55", token="t1", screen="DAY", data={"days": ["Mon"]}),
     interactive("flow", **BODY, action={"name": "flow", "parameters": {
         "flow_message_version": "3", "flow_id": "55", "flow_cta": "Book a fitting", "flow_token": "t1",
         "flow_action": "navigate", "flow_action_payload": {"screen": "DAY", "data": {"days": ["Mon"]}},
         "mode": "published"}})),
    (AddressRequest(body="Look", country="IN", values={"name": "Asha"}),
     interactive("address_message", **BODY,
                 action={"name": "address_message", "parameters": {"country": "IN", "values": {"name": "Asha"}}})),
)  # fmt: skip

SOLD: tuple[tuple[MessageContent, Json], ...] = (
    (ProductMessage(catalog_id="44", item="DR-BLUE-M", body="Look", footer="New"),
     interactive("product", **BODY, footer={"text": "New"},
                 action={"catalog_id": "44", "product_retailer_id": "DR-BLUE-M"})),
    (ProductMessage(catalog_id="44", item="TOTE"),
     interactive("product", action={"catalog_id": "44", "product_retailer_id": "TOTE"})),
    (ProductList(header="For you", body="Look", catalog_id="44", sections=(ProductSection("Dresses", ("A", "B")),)),
     interactive("product_list", header={"type": "text", "text": "For you"}, **BODY,
                 action={"catalog_id": "44", "sections": [{"title": "Dresses", "product_items": items("A", "B")}]})),
    (CatalogMessage(body="Look", thumbnail_item="TOTE"),
     interactive("catalog_message", **BODY,
                 action={"name": "catalog_message", "parameters": {"thumbnail_product_retailer_id": "TOTE"}})),
    (ProductCarousel(body="Look", catalog_id="44", items=("A", "B")),
     interactive("carousel", **BODY, action={"cards": [
         {"card_index": n, "type": "product", "action": {"product_retailer_id": sku, "catalog_id": "44"}}
         for n, sku in enumerate("AB")]})),
    (OrderDetails(body="Look", reference_id="TT-12345", goods="physical-goods", payment_type="br", currency="BRL",
                  payment_settings=(PaymentSetting("pix_dynamic_code", PIX),), tax=100, shipping=500, discount=300,
                  items=(OrderItem(item="A", name="Dress", amount=4900, sale_amount=4000, quantity=2),)),
     interactive("order_details", **BODY, action={"name": "review_and_pay", "parameters": {
         "reference_id": "TT-12345", "type": "physical-goods", "payment_type": "br",
         "payment_settings": [{"type": "pix_dynamic_code", "pix_dynamic_code": PIX}], "currency": "BRL",
         "total_amount": amount(8300),
         "order": {"status": "pending", "items": [{"retailer_id": "A", "name": "Dress", "amount": amount(4900),
                                                   "quantity": 2, "sale_amount": amount(4000)}],
                   "subtotal": amount(8000), "tax": amount(100), "shipping": amount(500), "discount": amount(300)}}})),
    (OrderStatus(body="Look", reference_id="TT-12345", status="shipped", description="On its way",
                 payment_status="captured", paid_at=1763800000),
     interactive("order_status", **BODY, action={"name": "review_order", "parameters": {
         "reference_id": "TT-12345", "order": {"status": "shipped", "description": "On its way"},
         "payment": {"status": "captured", "timestamp": 1763800000}}})),
)  # fmt: skip

EVERY = (*PLAIN, *PRESSED, *SOLD)
