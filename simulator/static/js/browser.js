// The phone's own browser: pages of the shop and the payment page.
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { on, show, state } from "./store.js";

const STAY_MILLISECONDS = 2500;

export function browserView({ url }) {
  const address = new URL(url, location.href);
  const frame = el("iframe", { src: address.href, title: "Page in the phone's browser" });
  const host = el("span", { class: "browser-host grow" }, icon("lock"), el("span", { text: address.host }));
  return el("section", { class: "view browser", "aria-label": "Browser" },
    el("div", { class: "bar" },
      el("button", { class: "round", "aria-label": "Close the page", onclick: back }, icon("close")),
      host,
      el("a", { class: "round", href: address.href, target: "_blank", rel: "noopener", "aria-label": "Open in a new tab" }, icon("open"))),
    frame);
}

const back = () => show({ name: "chat" });

/** A payment that is done brings the person back to the chat by itself. */
on("payment", ({ status }) => {
  const view = state.view;
  if (view.name !== "browser" || status !== "complete") return;
  document.querySelector(".browser")?.append(el("button", { class: "back-pill", text: "Back to the chat", onclick: back }));
  setTimeout(() => state.view === view && back(), STAY_MILLISECONDS);
});
