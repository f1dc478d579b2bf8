// Buttons, lists, link buttons and cards.
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { headerPart, tapButton, words } from "./parts.js";
import { openProduct, openProducts, price, productCard } from "./products.js";
import { openFormSheet } from "./sheet.js";

/** What stands inside the bubble and what hangs below it. */
export function interactiveParts(interactive, message, deeds) {
  const { header, body, footer } = interactive;
  const inside = [
    header ? headerPart(header) : null,
    ...(INSIDE[interactive.type]?.(interactive, message) ?? []),
    body ? words(body.text, deeds) : null,
    footer ? el("div", { class: "foot", text: footer.text }) : null,
  ].filter(Boolean);
  const draw = BELOW[interactive.type] ?? (() => []);
  return { inside, below: draw(interactive, message.id, deeds, Object.values(message.products)) };
}

const money = ({ value, offset }, currency) => price({ price: value / offset, currency });

/** What some kinds show inside the bubble, above the words. */
const INSIDE = {
  product: (interactive, { products }) => Object.values(products).map(productCard),
  product_list: (interactive, { products }) => [stack(Object.values(products))],
  catalog_message: (interactive, { products }) => [stack(Object.values(products))],
  order_details: ({ action }) => orderLines(action.parameters),
  order_status: ({ action }) => [el("div", { class: "title", text: `Order ${action.parameters.reference_id}: ${action.parameters.order.status}` })],
};

function stack(items) {
  return el("div", { class: "stack" }, ...items.slice(0, 3).map((item) => (item.picture ? el("img", { src: item.picture, alt: item.name }) : el("span", { text: item.name }))),
    el("small", { text: `${items.length} item${items.length === 1 ? "" : "s"}` }));
}

function orderLines({ order, currency, total_amount: total, reference_id: reference }) {
  const rows = order.items.map(({ name, quantity, amount }) => [`${quantity} × ${name}`, money({ ...amount, value: amount.value * quantity }, currency)]);
  for (const part of ["tax", "shipping", "discount"]) if (order[part]?.value) rows.push([part[0].toUpperCase() + part.slice(1), money(order[part], currency)]);
  return [el("div", { class: "title", text: `Order ${reference}` }),
    ...[...rows, ["Total", money(total, currency)]].map(([name, amount]) => el("div", { class: "cart-line" }, el("span", { text: name }), el("span", { text: amount })))];
}

const BELOW = {
  button: ({ action }, messageId, deeds) => action.buttons.map(({ reply }) =>
    tapButton(reply.title, "reply", () => deeds.tap(reply.id, messageId))),
  list: (interactive, messageId, deeds) => [
    tapButton(interactive.action.button, "list", () => deeds.list(interactive, messageId)),
  ],
  cta_url: ({ action }, messageId, deeds) => [linkButton(action.parameters, deeds)],
  carousel: ({ action }, messageId, deeds, items) => [
    el("ul", { class: "cards", "aria-label": "Cards", tabindex: "0" },
      ...action.cards.map((card) => (card.type === "product" ? productItem(card, items, deeds) : cardItem(card, messageId, deeds))).filter(Boolean)),
  ],
  location_request_message: (interactive, messageId, deeds) => [tapButton("Send location", "pin", deeds.shareLocation)],
  request_contact_info: (interactive, messageId, deeds) => [tapButton("Share phone number", "phone", deeds.shareContact)],
};

Object.assign(BELOW, {
  product: (interactive, id, deeds, [item]) => (item ? [tapButton("View", "bag", () => openProduct(item, deeds))] : []),
  product_list: ({ header, action }, id, deeds, items) => [tapButton("View items", "bag", () => openProducts(header?.text ?? action.sections[0].title, items, deeds))],
  catalog_message: (interactive, id, deeds, items) => [tapButton("View catalog", "bag", () => openProducts("Catalog", items, deeds))],
  flow: ({ action, body }, id, deeds) => [tapButton(action.parameters.flow_cta, "form", () => openFlow(action.parameters, body.text, id, deeds))],
  address_message: ({ action, body }, id, deeds) => [tapButton("Provide address", "pin", () => openAddress(action.parameters, body.text, id, deeds))],
  order_details: ({ action }, id, deeds) => payButtons(action.parameters, deeds),
});

function openFlow({ flow_cta: title, flow_action_payload: payload }, intro, id, deeds) {
  const asked = Object.keys(payload?.data ?? {});
  const fields = (asked.length ? asked : ["answer"]).map((name) => ({ name, label: name.replaceAll("_", " "), required: true }));
  openFormSheet(title, intro, fields, "Send", (answer) => deeds.fill(id, answer));
}

/** Fields of the address form by country; those with a star have to be filled in. */
const ADDRESS = {
  IN: [["name", "Name*"], ["phone_number", "Phone number*"], ["in_pin_code", "PIN code*"], ["house_number", "Flat/House number"], ["building_name", "Building"],
    ["address", "Address*"], ["landmark_area", "Landmark/Area"], ["city", "City*"], ["state", "State"]],
  SG: [["name", "Name*"], ["phone_number", "Phone number*"], ["sg_post_code", "Post code*"], ["unit_number", "Unit number"], ["address", "Address*"]],
};

function openAddress({ country, values: known = {}, validation_errors: wrong = {} }, intro, id, deeds) {
  const fields = ADDRESS[country].map(([name, label]) => ({
    name, label: label.replace("*", ""), required: label.endsWith("*"), value: known[name] ?? "", ...(wrong[name] ? { problem: wrong[name] } : {}),
  }));
  const filled = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim()));
  openFormSheet("Your address", intro, fields, "Send address", (values) => deeds.fill(id, { values: filled(values) }));
}

function payButtons({ payment_settings: settings, total_amount: total, currency }, deeds) {
  const link = settings.find(({ type }) => type === "payment_link")?.payment_link.uri;
  const label = `Review and pay ${money(total, currency)}`;
  return [tapButton(label, "open", link ? () => deeds.open(link) : null)];
}

const linkButton = ({ display_text: label, url }, deeds) => tapButton(label, "open", () => deeds.open(url));

function productItem({ action }, items, deeds) {
  const item = items.find((each) => each.retailer_id === action.product_retailer_id);
  if (!item) return null;
  return el("li", { class: "card" }, productCard(item), tapButton("View", "bag", () => openProduct(item, deeds)));
}

function cardItem({ header, body, action }, messageId, deeds) {
  const picture = header.image ? el("img", { src: header.image.picture, alt: body?.text.split("\n")[0] ?? "Picture", loading: "lazy" }) : icon("open");
  const buttons = action.buttons
    ? action.buttons.map(({ quick_reply: reply }) => tapButton(reply.title, "reply", () => deeds.tap(reply.id, messageId)))
    : [linkButton(action.parameters, deeds)];
  const text = el("p", {});
  if (body) text.append(words(body.text, deeds));
  return el("li", { class: "card" }, picture, text, ...buttons);
}
