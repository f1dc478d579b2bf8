// Catalogue messages, the page of a product, and the cart.
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { number, state, tell } from "./store.js";
import { openSheet } from "./sheet.js";

const MOST = 99;
const key = () => `${state.personId}:${state.numberId}`;
const carts = new Map();

export const cart = () => carts.get(key()) ?? new Map();
export const cartCount = () => [...cart().values()].reduce((sum, { quantity }) => sum + quantity, 0);
export const price = ({ price: amount, currency = "USD" }) =>
  amount === undefined ? "" : new Intl.NumberFormat("en", { style: "currency", currency }).format(amount);

function put(item, quantity) {
  const mine = new Map(cart());
  if (quantity > 0) mine.set(item.retailer_id, { item, quantity: Math.min(quantity, MOST) });
  else mine.delete(item.retailer_id);
  carts.set(key(), mine);
  tell("cart");
}

export function clearCart() {
  carts.delete(key());
  tell("cart");
}

const face = (item) => (item.picture ? el("img", { src: item.picture, alt: "", loading: "lazy" }) : el("span", { class: "blank" }, icon("bag")));

/** One product as a card inside the bubble. */
export function productCard(item) {
  return el("div", { class: "product" }, face(item), el("b", { text: item.name }), el("small", { text: price(item) }));
}

/** Rows of several products; a tap opens the page of one. */
export function openProducts(title, items, deeds) {
  const rows = (close) => items.map((item) => el("button", { class: "product-row", onclick: () => { close(); openProduct(item, deeds); } },
    face(item), el("span", {}, el("b", { text: item.name }), el("small", { text: item.description || price(item) })), el("span", { text: item.description ? price(item) : "" })));
  openSheet(title, (close) => [el("div", { class: "sheet-body" }, ...rows(close))]);
}

export function openProduct(item, deeds) {
  openSheet(item.name, (close) => [
    el("div", { class: "sheet-body" }, el("div", { class: "product large" }, face(item), el("b", { text: price(item) }), item.description ? el("p", { text: item.description }) : null)),
    number()?.is_cart_enabled
      ? el("button", { class: "wide", text: "Add to cart", onclick: () => { put(item, (cart().get(item.retailer_id)?.quantity ?? 0) + 1); close(); } })
      : null,
    el("button", { class: "quiet", text: "Message business", onclick: () => { close(); deeds.ask(item.retailer_id); } }),
  ]);
}

export function openCart(deeds) {
  openSheet("Your cart", (close, redraw) => {
    const lines = [...cart().values()];
    if (!lines.length) return [el("p", { class: "nothing", text: "Your cart is empty." })];
    const sum = lines.reduce((total, { item, quantity }) => total + (item.price ?? 0) * quantity, 0);
    return [
      el("div", { class: "sheet-body" }, ...lines.map((line) => cartRow(line, redraw))),
      el("p", { class: "sum" }, el("span", { text: "Estimated total" }), el("b", { text: price({ price: sum, currency: lines[0].item.currency }) })),
      el("button", { class: "wide", text: "Send to business", onclick: async () => {
        await deeds.sendCart(lines.map(({ item, quantity }) => ({ product_retailer_id: item.retailer_id, quantity })));
        clearCart();
        close();
      } }),
    ];
  });
}

function cartRow({ item, quantity }, redraw) {
  const change = (by) => { put(item, quantity + by); redraw(); };
  return el("div", { class: "product-row" }, face(item),
    el("span", {}, el("b", { text: item.name }), el("small", { text: price(item) })),
    el("span", { class: "count" },
      el("button", { "aria-label": `One ${item.name} less`, text: "−", onclick: () => change(-1) }),
      el("b", { text: String(quantity) }),
      el("button", { "aria-label": `One ${item.name} more`, text: "+", onclick: () => change(1) })));
}

/** A cart that was sent, as a bubble shows it. */
export function cartLines(order, products) {
  const pieces = order.product_items.reduce((sum, { quantity }) => sum + quantity, 0);
  const named = order.product_items.map((item) => el("div", { class: "cart-line" },
    el("span", { text: `${item.quantity} × ${products[item.product_retailer_id]?.name ?? item.product_retailer_id}` }),
    el("span", { text: price({ price: item.item_price * item.quantity, currency: item.currency }) })));
  return [el("div", { class: "title", text: `Cart, ${pieces} item${pieces === 1 ? "" : "s"}` }), ...named, order.text ? el("div", { class: "words", text: order.text }) : null].filter(Boolean);
}
