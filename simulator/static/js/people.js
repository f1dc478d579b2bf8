// Who holds the phone, and making a new person.
import { createPerson } from "./api.js";
import { byId, el } from "./dom.js";
import { chooseNumber, choosePerson, load, on, state } from "./store.js";

export function startPeople() {
  on("state", draw);
  on("person", draw);
  byId("new-person").addEventListener("click", openDialog);
}

function draw() {
  byId("people").replaceChildren(...state.people.map(row));
  const shops = byId("shops");
  shops.hidden = state.numbers.length < 2;
  if (!shops.hidden) shops.replaceChildren(shopChoice());
}

function row(person) {
  const label = person.username ? `@${person.username}` : person.name;
  return el("button", {
    class: "person",
    "aria-pressed": String(person.id === state.personId),
    onclick: () => choosePerson(person.id),
  },
  avatar(person),
  el("span", {}, el("b", { text: label }), el("small", { text: person.note || `+${person.phone}` })));
}

export function avatar(person) {
  const initials = person.phone ? person.name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("") : "@";
  const tone = [...person.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 7;
  return el("span", { class: `avatar tone${tone}`, "aria-hidden": "true", text: initials });
}

function shopChoice() {
  const select = el("select", { onchange: (event) => chooseNumber(event.target.value) },
    ...state.numbers.map((each) => el("option", {
      value: each.phone_number_id, text: each.name, selected: each.phone_number_id === state.numberId,
    })));
  return el("label", {}, "Writes to", select);
}

function openDialog() {
  const dialog = byId("person-dialog");
  const problem = el("p", { class: "error", role: "alert" });
  const form = el("form", { method: "dialog", onsubmit: (event) => save(event, dialog, problem) },
    el("h2", { id: "person-dialog-title", text: "New person" }),
    field("Name", { name: "name", required: true, autocomplete: "off" }),
    field("Phone number, with country code", { name: "phone", type: "tel", placeholder: "+44 7700 900123" }),
    field("Username, for someone without a visible number", { name: "username", autocomplete: "off" }),
    problem,
    el("div", { class: "row" },
      el("button", { class: "button", type: "button", text: "Leave it", onclick: () => dialog.close() }),
      el("button", { class: "button filled", text: "Give them the phone" })));
  dialog.replaceChildren(form);
  dialog.showModal();
}

const field = (label, attributes) => el("label", {}, label, el("input", attributes));

async function save(event, dialog, problem) {
  event.preventDefault();
  const values = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value.trim()));
  if (values.username) values.username = values.username.replace(/^@/, "");
  try {
    const made = await createPerson(values);
    await load();
    dialog.close();
    choosePerson(made.id);
  } catch (error) {
    problem.textContent = error.message;
  }
}
