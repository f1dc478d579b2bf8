// What a person can do with one message: react, answer, change it, take it back.
import { el, trapFocus } from "./dom.js";
import { icon } from "./icons.js";
import { now } from "./time.js";

const EMOJI = ["👍", "❤️", "😂", "😮", "😢", "🙏"];
const EDIT_MILLISECONDS = 15 * 60000;

/** `deeds` has react(id, emoji), reply(message), edit(message), revoke(id). */
export function openMessageMenu(message, item, deeds) {
  const view = item.closest(".view");
  view.querySelector(".menu")?.remove();
  const isOwn = message.direction === "in";
  const isFresh = now() - message.at * 1000 < EDIT_MILLISECONDS;
  const rows = [
    row("reply", "Reply", () => deeds.reply(message)),
    isOwn && message.type === "text" && isFresh ? row("pencil", "Edit", () => deeds.edit(message)) : null,
    isOwn ? row("trash", "Delete for everyone", () => deeds.revoke(message.id)) : null,
  ];
  const faces = EMOJI.map((emoji) => el("button", { role: "menuitem", class: "emoji", "aria-label": `React with ${emoji}`, text: emoji, onclick: () => act(() => deeds.react(message.id, emoji)) }));
  if (message.reaction) faces.push(el("button", { role: "menuitem", class: "emoji", "aria-label": "Take the reaction back", onclick: () => act(() => deeds.react(message.id, "")) }, icon("close")));
  const menu = el("div", { class: "menu message-menu", role: "menu", "aria-label": "Message" }, el("div", { class: "faces" }, ...faces), ...rows);
  view.append(menu);
  place(menu, item, view);
  const restore = trapFocus(menu, close);
  menu.querySelector("button").focus();
  const outside = (event) => !menu.contains(event.target) && close();
  setTimeout(() => document.addEventListener("pointerdown", outside));

  function row(name, label, deed) {
    return el("button", { role: "menuitem", onclick: () => act(deed) }, icon(name), label);
  }

  async function act(deed) {
    close();
    await deed();
  }

  function close() {
    document.removeEventListener("pointerdown", outside);
    menu.remove();
    restore();
  }
}

function place(menu, item, view) {
  const box = item.getBoundingClientRect();
  const frame = view.getBoundingClientRect();
  const top = Math.min(Math.max(box.top - frame.top - 20, 60), frame.height - menu.offsetHeight - 12);
  menu.style.top = `${top}px`;
  if (item.classList.contains("out")) Object.assign(menu.style, { left: "12px", right: "auto" });
}
