// The page of switches: every fault and every knob, with its words and its state.
import { call } from "./api.js";
import { byId, el } from "./dom.js";
import { drawNumbers, drawPeople, drawTemplates, startHappenings } from "./worldtables.js";

const JUMPS = [["inject-title", "Errors by code"], ["templates-title", "Templates in use"], ["people-title", "People"], ["numbers-title", "Numbers"], ["events-title", "Happenings"]];
const RULE_FIELDS = [
  { name: "code", label: "Code", type: "number", required: true, placeholder: "131026" },
  { name: "mode", label: "When", options: [["sync", "At once"], ["async", "Later, as failed"]] },
  { name: "times", label: "How often (0: always)", type: "number", value: "1", min: "0" },
  { name: "to", label: "Only to this number", placeholder: "447700900142" },
  { name: "template", label: "Only this template" },
  { name: "type", label: "Only this kind", placeholder: "text, interactive …" },
  { name: "phone_number_id", label: "Only from this number id" },
  { name: "edge", label: "Other call than sending", placeholder: "message_templates" },
  { name: "percent", label: "Percent", type: "number", value: "100", min: "1", max: "100" },
];
let current = { switches: [], inject: [] };

byId("reset").addEventListener("click", async () => {
  await call("DELETE", "/_sim/faults");
  await load();
});
startForm();
startHappenings();
await load();
const source = new EventSource("/phone/events?kinds=faults,templates,people,numbers,thread");
for (const kind of ["faults"]) source.addEventListener(kind, load);
source.addEventListener("templates", drawTemplates);
source.addEventListener("people", drawPeople);
source.addEventListener("numbers", drawNumbers);

async function load() {
  current = await call("GET", "/_sim/switches");
  draw();
  drawRules();
  await Promise.all([drawTemplates(), drawPeople(), drawNumbers()]);
}

function isChanged(row) {
  return JSON.stringify(row.value) !== JSON.stringify(row.usual);
}

function draw() {
  const focused = document.activeElement?.id;
  const groups = [...new Set(current.switches.map((row) => row.group))];
  byId("groups").replaceChildren(...groups.map((name, index) => card(name, index)));
  const changed = current.switches.filter(isChanged).length + current.inject.length;
  byId("summary").textContent = changed ? `${changed} changed from the usual` : "All as usual: the outside world behaves";
  byId("jump").replaceChildren(
    ...groups.map((name, index) => el("a", { href: `#group-${index}` }, name, count(name))),
    ...JUMPS.map(([id, name]) => el("a", { href: `#${id}`, text: name })));
  if (focused) byId(focused)?.focus();
}

function count(name) {
  const changed = current.switches.filter((row) => row.group === name && isChanged(row)).length;
  return changed ? el("b", { text: String(changed) }) : null;
}

function card(name, index) {
  const rows = current.switches.filter((row) => row.group === name);
  return el("section", { class: "card", id: `group-${index}`, "aria-label": name }, el("h2", { text: name }), ...rows.map(knob));
}

function knob(row) {
  const words = el("span", {}, el("b", { text: row.label }), row.hint ? el("small", { text: row.hint }) : null);
  return el("label", { class: isChanged(row) ? "knob changed" : "knob" }, words, control(row));
}

function control(row) {
  const id = `knob-${row.name}`;
  if (row.kind === "bool") {
    return el("input", { type: "checkbox", role: "switch", id, checked: row.value, onchange: (event) => save(row.name, event.target.checked) });
  }
  if (row.choices.length) {
    return el("select", { id, onchange: (event) => save(row.name, event.target.value) },
      ...row.choices.map((each) => el("option", { value: each, text: each, selected: each === row.value })));
  }
  const step = row.kind === "float" ? "0.1" : "1";
  return el("input", {
    type: "number", id, step, min: row.range[0], max: row.range[1], value: String(row.value),
    onchange: (event) => save(row.name, Number(event.target.value)),
  });
}

async function save(name, value) {
  try {
    await call("PUT", "/_sim/faults", { [name]: value });
  } catch (error) {
    byId("summary").textContent = error.message;
  }
}

function startForm() {
  const problem = el("p", { class: "note", role: "alert" });
  byId("inject").replaceChildren(...RULE_FIELDS.map(field), el("button", { class: "button filled", text: "Add this error" }));
  byId("inject").after(problem);
  byId("inject").addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = [...new FormData(event.target)].filter(([, value]) => value.trim());
    const numbers = ["code", "times", "percent"];
    const rule = Object.fromEntries(given.map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value.trim()]));
    try {
      await call("PUT", "/_sim/faults", { inject: [...current.inject, rule] });
      problem.textContent = "";
    } catch (error) {
      problem.textContent = error.message;
    }
  });
}

function field({ name, label, options, ...attributes }) {
  const input = options
    ? el("select", { name }, ...options.map(([value, text]) => el("option", { value, text })))
    : el("input", { name, autocomplete: "off", ...attributes });
  return el("label", {}, label, input);
}

function drawRules() {
  const rows = current.inject.map((rule, index) => el("li", {},
    el("span", { text: ruleWords(rule) }),
    el("button", { class: "button", text: "Remove", onclick: () => save("inject", current.inject.filter((_, at) => at !== index)) })));
  byId("rules").replaceChildren(...rows);
}

function ruleWords({ code, mode = "sync", times = 1, ...only }) {
  const often = times === 0 ? "always" : `${times} more time${times === 1 ? "" : "s"}`;
  const where = Object.entries(only).filter(([name]) => name !== "percent" || only.percent !== 100).map(([name, value]) => `${name.replaceAll("_", " ")} ${value}`);
  return [`${code} ${mode === "sync" ? "at once" : "later, as failed"}`, often, ...where].join(", ");
}
