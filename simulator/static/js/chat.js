// The chat: header, messages, writing field.
import { act, changePerson, readChat } from "./api.js";
import { messageItem } from "./bubbles.js";
import { composer } from "./composer.js";
import { el, trapFocus } from "./dom.js";
import { icon } from "./icons.js";
import { openListSheet } from "./sheet.js";
import { load, number, on, person, show, state, tell } from "./store.js";
import { dayWords } from "./time.js";

let current = null;
on("chat", () => current?.refresh());
on("person", () => current?.refresh());

export function chatView({ focus = false } = {}) {
  const shop = number();
  if (!shop || !person()) return el("section", { class: "view" }, el("p", { class: "nothing", text: "No business number is connected yet." }));
  const subtitle = el("small", { text: "Business account", "aria-live": "polite" });
  const list = el("ol", { class: "messages" });
  const log = el("div", { class: "log", role: "log", "aria-label": `Chat with ${shop.name}`, tabindex: "0" }, list);
  const write = composer((deed) => act(state.personId, state.numberId, deed));
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
    el("button", { class: "round", "aria-label": "More", "aria-haspopup": "menu", onclick: openMenu }, icon("more")));
}

/** Keeps the drawn messages in step with the stored ones; only what changed is drawn anew. */
function chatOf(log, list, subtitle) {
  const drawn = new Map();
  let isReading = false;
  let isStale = false;
  let isAtEnd = true;
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
  shareLocation: () => send({ raw: { type: "location", location: { latitude: 51.5072, longitude: -0.1276, name: "London" } } }),
  shareContact: () => send({ raw: { type: "contacts", origin: "contact_request", contacts: [ownContact()] } }),
};

function ownContact() {
  const { name, phone } = person();
  return { name: { formatted_name: name, first_name: name.split(" ")[0] }, phones: [{ phone: `+${phone}`, wa_id: phone }] };
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
    item(blocked ? "Unblock this business" : "Block this business", () => changePerson(state.personId, { blocked: !blocked })));
  view.append(menu);
  const restore = trapFocus(menu, close);
  menu.querySelector("button").focus();

  function close() {
    menu.remove();
    restore();
  }

  function item(label, deed) {
    return el("button", { role: "menuitem", text: label, onclick: async () => { close(); await deed(); await load(); } });
  }
}
