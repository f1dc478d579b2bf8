// What went over the wire: one line per exchange, statuses of one message folded into one.
import { readWire } from "./api.js";
import { byId, el } from "./dom.js";
import { icon } from "./icons.js";
import { on, state } from "./store.js";
import { withSeconds } from "./time.js";

const SHORT = 14;
const STATUS = /^(Sent to|Reached|Read by) /;
const WORDS = { "Sent to": "sent", Reached: "delivered", "Read by": "read" };
const opened = new Set();
let showsAll = false;
let costs = new Map();

export function startWire() {
  on("state", draw);
  on("wire", draw);
  byId("wire-all").addEventListener("click", toggleAll);
}

async function toggleAll() {
  showsAll = !showsAll;
  byId("wire-all").textContent = showsAll ? "Fewer" : "All";
  if (showsAll) state.wire = (await readWire(500)).wire;
  draw();
}

function draw() {
  costs = new Map(state.wire.filter((entry) => entry.group && entry.chip.startsWith("$")).map((entry) => [entry.group, entry.chip]));
  const rows = folded(state.wire).slice(0, showsAll ? 500 : SHORT);
  const place = byId("wire");
  place.replaceChildren(...rows.map(line));
  if (!rows.length) place.append(el("li", { class: "hint", text: "Nothing yet. Write something on the phone." }));
}

/** Newest first; the statuses of a message become one row at the place of the newest. */
function folded(entries) {
  const rows = [];
  const byGroup = new Map();
  for (const entry of entries) {
    const key = entry.group && STATUS.test(entry.title) ? entry.group : null;
    if (key && byGroup.has(key)) byGroup.get(key).entries.push(entry);
    else {
      const row = { key: key ?? `e${entry.id}`, entries: [entry] };
      rows.push(row);
      if (key) byGroup.set(key, row);
    }
  }
  return rows;
}

function line({ key, entries }) {
  const [newest] = entries;
  const detail = STATUS.test(newest.title) ? statusWords(entries) : newest.detail;
  const details = el("details", { ontoggle: (event) => unfold(event.target, key, entries) },
    el("summary", {},
      el("time", { text: withSeconds(new Date(newest.at)) }),
      arrow(newest),
      el("span", {}, el("b", { text: newest.title }), el("small", { text: detail })),
      chip(newest)));
  details.open = opened.has(key);
  return el("li", {}, details);
}

/** What a message cost stands on the line of its sending; other lines say "repeat", "refused", "try 2". */
function chip(entry) {
  const text = entry.direction === "in" && costs.has(entry.group) ? costs.get(entry.group) : entry.chip;
  if (!text || (entry.direction === "out" && text.startsWith("$"))) return el("span");
  const tone = text === "refused" ? "bad" : text === "$0.00" ? "good" : "";
  return el("span", { class: `chip ${tone}`, text });
}

/** Headers and bodies are built when a line is opened. */
function unfold(details, key, entries) {
  if (details.open) opened.add(key);
  else opened.delete(key);
  if (details.open && details.childElementCount === 1) details.append(...entries.map(exchange));
}

const statusWords = (entries) =>
  `status ${[...new Set([...entries].reverse().map((entry) => WORDS[STATUS.exec(entry.title)[1]]))].join(", ")}`;

function arrow(entry) {
  const kinds = { in: ["up", "up", "From the product"], out: ["down", "down", "To the product"], note: ["note", "noted", "On the phone"] };
  const [name, tone, words] = kinds[entry.direction];
  return el("span", { class: tone, role: "img", "aria-label": words }, icon(name));
}

function exchange(entry) {
  const parts = [];
  if (entry.request.method) parts.push(...side(`${entry.request.method} ${entry.request.url}`, entry.request));
  if (entry.response.status !== undefined) parts.push(...side(`Answer ${entry.response.status || "none"}`, entry.response));
  if (!parts.length) parts.push(el("p", { class: "hint", text: entry.detail }));
  return el("div", { class: "exchange" }, ...parts);
}

function side(title, { headers, body }) {
  const list = el("dl", {}, ...Object.entries(headers).map(([name, value]) =>
    el("div", {}, el("dt", { text: `${name}: ` }), el("dd", { text: value }))));
  return [el("h3", { text: title }), list, body ? el("pre", { text: pretty(body), tabindex: "0" }) : null].filter(Boolean);
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
