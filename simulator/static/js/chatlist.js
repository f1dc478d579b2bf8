// The messenger's list of chats: one per business number.
import { chooseNumber, state } from "./store.js";
import { el } from "./dom.js";

export function chatListView() {
  const rows = state.numbers.map((each) => el("button", { onclick: () => chooseNumber(each.phone_number_id) },
    el("span", { class: "shop-face", "aria-hidden": "true", text: each.name[0] }),
    el("span", {}, el("b", { text: each.name }), el("small", { text: each.display_phone_number }))));
  if (!rows.length) rows.push(el("p", { class: "nothing", text: "No business number is connected yet." }));
  return el("section", { class: "view", "aria-label": "Chats" },
    el("div", { class: "bar" }, el("h2", { class: "feed-title", text: "Chats" })),
    el("div", { class: "chat-list" }, ...rows));
}
