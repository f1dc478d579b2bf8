// Sheets that rise from the bottom of the phone: a list with one choice, and any other content.
import { byId, el, trapFocus } from "./dom.js";
import { icon } from "./icons.js";

/** `content(close, redraw)` gives what stands below the title. */
export function openSheet(title, content) {
  const body = el("div", { class: "sheet-inner" });
  const sheet = el("div", { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": title },
    el("div", { class: "sheet-head" },
      el("h2", { text: title }),
      el("button", { class: "round", "aria-label": "Close", onclick: () => close() }, icon("close"))),
    body);
  const veil = el("div", { class: "veil", onclick: (event) => event.target === veil && close() }, sheet);
  const redraw = () => body.replaceChildren(...content(close, redraw).filter(Boolean));
  redraw();
  byId("screen").append(veil);
  const restore = trapFocus(sheet, close);
  (body.querySelector("input, textarea, button") ?? sheet.querySelector("button")).focus();

  function close() {
    veil.remove();
    restore();
  }
}

export function openListSheet(title, action, onSend) {
  openSheet(title, (close) => {
    const send = el("button", { class: "wide", text: "Send", disabled: true });
    const form = el("form", {},
      el("div", { class: "sheet-body", role: "radiogroup", "aria-label": title }, ...action.sections.flatMap(section)),
      send);
    form.addEventListener("change", () => { send.disabled = false; });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = new FormData(form).get("row");
      close();
      onSend(chosen);
    });
    return [form];
  });
}

/** One field; `problem` says what is wrong with it. */
function field({ label, problem: wrong, ...attributes }) {
  const about = wrong ? { "aria-invalid": "true" } : {};
  return el("label", {}, label, el("input", { autocomplete: "off", ...attributes, ...about }), wrong ? el("small", { class: "wrong", text: wrong }) : null);
}

/** A few labelled fields and one button. `fields` are {name, label, problem?, ...attributes}. */
export function openFormSheet(title, intro, fields, button, onSend) {
  openSheet(title, (close) => {
    const problem = el("p", { class: "refused", role: "alert", hidden: true });
    const form = el("form", {},
      el("div", { class: "sheet-body fields" }, intro ? el("p", { class: "intro", text: intro }) : null,
        ...fields.map(field)),
      problem,
      el("button", { class: "wide", text: button }));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        await onSend(Object.fromEntries(new FormData(form)));
        close();
      } catch (error) {
        problem.hidden = false;
        problem.textContent = error.message;
      }
    });
    return [form];
  });
}

function section({ title, rows }) {
  return [title ? el("h3", { text: title }) : null, ...rows.map(choice)].filter(Boolean);
}

function choice({ id, title, description }) {
  return el("label", { class: "choice" },
    el("span", {}, el("b", { text: title }), description ? el("small", { text: description }) : null),
    el("input", { type: "radio", name: "row", value: id }));
}
