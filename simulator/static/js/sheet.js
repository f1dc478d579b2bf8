// The sheet of a list message: one choice, then Send.
import { byId, el, trapFocus } from "./dom.js";
import { icon } from "./icons.js";

export function openListSheet(title, action, onSend) {
  const send = el("button", { class: "wide", text: "Send", disabled: true });
  const form = el("form", {},
    el("div", { class: "sheet-body", role: "radiogroup", "aria-label": title }, ...action.sections.flatMap(section)),
    send);
  const sheet = el("div", { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": title },
    el("div", { class: "sheet-head" },
      el("h2", { text: title }),
      el("button", { class: "round", "aria-label": "Close", onclick: () => close() }, icon("close"))),
    form);
  const veil = el("div", { class: "veil", onclick: (event) => event.target === veil && close() }, sheet);
  form.addEventListener("change", () => { send.disabled = false; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = new FormData(form).get("row");
    close();
    onSend(chosen);
  });
  byId("screen").append(veil);
  const restore = trapFocus(sheet, close);
  form.querySelector("input").focus();

  function close() {
    veil.remove();
    restore();
  }
}

function section({ title, rows }) {
  return [title ? el("h3", { text: title }) : null, ...rows.map(choice)].filter(Boolean);
}

function choice({ id, title, description }) {
  return el("label", { class: "choice" },
    el("span", {}, el("b", { text: title }), description ? el("small", { text: description }) : null),
    el("input", { type: "radio", name: "row", value: id }));
}
