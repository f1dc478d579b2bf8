// The chat: header, messages, writing field.
import { act, changePerson, moveNumber, readChat } from "./api.js";
import { messageItem } from "./bubbles.js";
import { composer, openLocation } from "./composer.js";
import { el, trapFocus } from "./dom.js";
import { icon } from "./icons.js";
import { openMessageMenu } from "./messagemenu.js";
import { cartCount, openCart } from "./products.js";
import { openFormSheet, openListSheet } from "./sheet.js";
import { load, number, on, person, show, state, tell } from "./store.js";
import { dayWords } from "./time.js";

const TYPING_MILLISECONDS = 25500;
let current = null;
on("chat", () => current?.refresh());
on("person", () => current?.refresh());
on("cart", () => document.querySelectorAll(".cart-count").forEach(drawCount));
let writing = null;

export function chatView({ focus = false } = {}) {
  const shop = number();
  if (!shop || !person()) return el("section", { class: "view" }, el("p", { class: "nothing", text: "No business number is connected yet." }));
  const subtitle = el("small", { text: "Business account", "aria-live": "polite" });
  const list = el("ol", { class: "messages" });
  const log = el("div", { class: "log", role: "log", "aria-label": `Chat with ${shop.name}`, tabindex: "0" }, list);
  const write = composer((deed) => act(state.personId, state.numberId, deed));
  writing = write;
  const view = el("section", { class: "view", "aria-label": "Chat" }, header(shop, subtitle), log, write.root);
  current = chatOf(log, list, subtitle);
  current.refresh();
  if (focus) requestAnimationFrame(() => write.field.focus());
  return view;
}

function header(shop, subtitle) {
  return el("div", { class: "bar" },
    el("button", { class: "round", "aria-label": "Chats", onclick: () => show({ name: "chats" }) }, icon("back")),
    el("span", { class: "shop-face", "aria-hidden": "true", text: shop.name[0] }),
    el("div", { class: "grow" }, el("h2", { class: "shop-name" }, el("span", { text: shop.name }), icon("verified")), subtitle),
    cartButton(shop),
    el("button", { class: "round", "aria-label": "More", "aria-haspopup": "menu", onclick: openMenu }, icon("more")));
}

function cartButton(shop) {
  if (!shop.catalog_id || !shop.is_cart_enabled) return null;
  const count = el("span", { class: "cart-count" });
  drawCount(count);
  return el("button", { class: "round cart-button", "aria-label": "Cart", onclick: () => openCart(deeds) }, icon("bag"), count);
}

function drawCount(place) {
  place.textContent = cartCount() || "";
}

/** Keeps the drawn messages in step with the stored ones; only what changed is drawn anew. */
function chatOf(log, list, subtitle) {
  const drawn = new Map();
  let isReading = false;
  let isStale = false;
  let isAtEnd = true;
  let typingEnd = 0;
  log.addEventListener("scroll", () => { isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80; });
  log.addEventListener("load", () => isAtEnd && toEnd(), true);
  const { personId, numberId } = state;
  const self = { refresh };
  return self;

  async function refresh() {
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    const chat = await readChat(personId, numberId);
    isReading = false;
    if (current !== self) return;
    draw(chat);
    if (isStale) {
      isStale = false;
      refresh();
    }
  }

  function draw(chat) {
    const before = drawn.size;
    for (const message of chat.messages) place(message);
    subtitle.textContent = chat.typing ? "typing…" : "Business account";
    subtitle.className = chat.typing ? "typing" : "";
    list.querySelector(".dots")?.remove();
    if (chat.typing) list.append(el("li", { class: "message out dots", "aria-hidden": "true" }, el("div", { class: "bubble" }, el("i"), el("i"), el("i"))));
    else clearTimeout(typingEnd);
    if (chat.typing) typingEnd = setTimeout(refresh, TYPING_MILLISECONDS);
    if (isAtEnd || drawn.size > before) requestAnimationFrame(toEnd);
    tell("windows", chat);
  }

  function toEnd() {
    log.scrollTop = log.scrollHeight;
    isAtEnd = true;
  }

  function place(message) {
    const key = JSON.stringify(message);
    const known = drawn.get(message.id);
    if (known?.key === key) return;
    const item = messageItem(message, deeds);
    if (known) known.item.replaceWith(item);
    else {
      const day = dayWords(new Date(message.at * 1000));
      if (list.dataset.day !== day) list.append(el("li", { class: "day", text: day }));
      list.dataset.day = day;
      list.append(item);
    }
    drawn.set(message.id, { key, item });
  }
}

const send = (deed) => act(state.personId, state.numberId, deed);

const deeds = {
  tap: (id, message) => send({ tap: id, message }),
  open: (url) => show({ name: "browser", url }),
  list: (interactive, message) =>
    openListSheet(interactive.header?.text ?? interactive.action.button, interactive.action, (row) => send({ tap: row, message })),
  shareLocation: () => openLocation(send),
  shareContact: () => send({ contact: "own" }),
  ask: (product) => openFormSheet("Message business", "", [{ name: "text", label: "Your question", required: true, value: "Is this available?" }], "Send", ({ text }) => send({ product, text })),
  sendCart: (cart) => send({ cart }),
  fill: (message, answer) => send({ flow: { message, answer } }),
  menu: (message, item) => openMessageMenu(message, item, {
    react: (id, emoji) => send({ react: { message: id, emoji } }),
    reply: (quoted) => writing.reply(quoted),
    edit: (own) => writing.edit(own),
    revoke: (id) => send({ revoke: id }),
  }),
};

function changeNumber() {
  const fields = [{ name: "phone", label: "New number, with country code", type: "tel", placeholder: "+44 7700 900123" }];
  const intro = person().phone_hidden ? "The number is hidden: the shop hears of a new id only. Leave it empty to keep the number." : "Chats stay. The shop hears of it.";
  openFormSheet("Change number", intro, fields, "Change it", async ({ phone }) => {
    await moveNumber(state.personId, state.numberId, phone.trim());
    await load();
  });
}

function openMenu(event) {
  const button = event.currentTarget;
  const view = button.closest(".view");
  const open = view.querySelector(".menu");
  if (open) {
    open.remove();
    return;
  }
  const { stopped_marketing: stopped, blocked } = person();
  const menu = el("div", { class: "menu", role: "menu" },
    item(stopped ? "Allow offers again" : "Stop offers", () => send({ marketing: stopped ? "resume" : "stop" })),
    item("Change number", changeNumber),
    item(blocked ? "Unblock this business" : "Block this business", () => changePerson(state.personId, { blocked: !blocked })));
  view.append(menu);
  const restore = trapFocus(menu, close);
  menu.querySelector("button").focus();

  function close() {
    menu.remove();
    restore();
  }

  function item(label, deed) {
    return el("button", { role: "menuitem", text: label, onclick: async () => { close(); if (deed === changeNumber) return deed(); await deed(); return load(); } });
  }
}
