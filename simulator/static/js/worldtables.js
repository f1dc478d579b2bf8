// Tables of the switches page: templates, people, numbers, happenings.
import { call, changePerson } from "./api.js";
import { byId, el } from "./dom.js";

const TEMPLATE_DEEDS = [
  { name: "Approve", body: { deed: "approve" }, when: ({ status }) => ["PENDING", "REJECTED"].includes(status) },
  { name: "Reject", body: { deed: "reject" }, when: ({ status }) => status === "PENDING" },
  { name: "Pause", body: { deed: "pause" }, when: ({ status }) => status === "APPROVED" },
  { name: "End the pause", body: { deed: "unpause" }, when: ({ status }) => status === "PAUSED" },
  { name: "Disable", body: { deed: "disable" }, when: ({ status }) => status === "APPROVED" },
  { name: "Becomes marketing in a day", body: { deed: "announce_category" }, when: ({ category, correct_category: due }) => category === "UTILITY" && !due },
  { name: "Becomes marketing now", body: { deed: "change_category" }, when: ({ category }) => category === "UTILITY" },
  { name: "Quality high", body: { deed: "rate", score: "GREEN" }, when: ({ quality }) => quality !== "GREEN" },
  { name: "Quality low", body: { deed: "rate", score: "RED" }, when: ({ quality }) => quality !== "RED" },
  { name: "Send what is held", body: { deed: "release" }, when: ({ held }) => held > 0 },
  { name: "Drop what is held", body: { deed: "drop" }, when: ({ held }) => held > 0 },
];
const FLAGS = [
  ["phone_on", "Phone on"], ["read_receipts", "Read receipts"], ["on_whatsapp", "On WhatsApp"],
  ["blocked", "Blocked the shop"], ["stopped_marketing", "Stopped offers"], ["phone_hidden", "Hides the number"],
];
const LEVELS = ["STANDARD", "HIGH"];
const QUALITIES = ["GREEN", "YELLOW", "RED"];

export async function drawTemplates() {
  const { templates } = await call("GET", "/_sim/templates");
  const rows = templates.map((each) => el("li", {},
    what(`${each.name} (${each.language})`, templateWords(each)),
    el("div", { class: "deeds" }, ...TEMPLATE_DEEDS.filter(({ when }) => when(each)).map(({ name, body }) =>
      button(name, () => call("POST", `/_sim/templates/${each.id}`, body))))));
  byId("templates").replaceChildren(...(rows.length ? rows : [el("li", { class: "hint", text: "No template was handed in yet." })]));
}

function templateWords({ status, category, quality, held, correct_category: due }) {
  const words = [status.toLowerCase(), category.toLowerCase(), `quality ${quality.toLowerCase()}`];
  if (held) words.push(`${held} messages held`);
  if (due) words.push(`becomes ${due.toLowerCase()}`);
  return words.join(", ");
}

export async function drawPeople() {
  const { people } = await call("GET", "/_sim/people");
  const shown = people.filter((each) => each.listed);
  byId("people-flags").replaceChildren(...shown.map((person) => el("li", {},
    what(person.username ? `@${person.username}` : person.name, person.phone ? `+${person.phone}` : "no phone number"),
    el("div", { class: "deeds" },
      ...FLAGS.map(([name, label]) => button(label, () => changePerson(person.id, { [name]: !person[name] }), person[name])),
      button("Another app answers", () => call("POST", `/_sim/people/${person.id}/thread`, { owner: "other" })),
      button("We answer again", () => call("POST", `/_sim/people/${person.id}/thread`, { owner: "ours" }))))));
}

export async function drawNumbers() {
  const { numbers } = await call("GET", "/_sim/numbers");
  byId("numbers").replaceChildren(...numbers.map((each) => {
    const set = (changes) => call("PATCH", `/_sim/numbers/${each.phone_number_id}`, changes);
    return el("li", {},
      what(each.name, `${each.display_phone_number}, webhook ${each.webhook_state}`),
      el("div", { class: "deeds" },
        button("Also on the phone app", () => set({ is_on_biz_app: !each.is_on_biz_app }), each.is_on_biz_app),
        button("Cart on", () => set({ is_cart_enabled: !each.is_cart_enabled }), each.is_cart_enabled),
        button(`Throughput ${each.throughput_level.toLowerCase()}`, () => set({ throughput_level: other(LEVELS, each.throughput_level) })),
        button(`Quality ${each.quality_rating.toLowerCase()}`, () => set({ quality_rating: other(QUALITIES, each.quality_rating) }))));
  }));
}

const other = (values, value) => values[(values.indexOf(value) + 1) % values.length];

export async function startHappenings() {
  const { numbers } = await call("GET", "/_sim/numbers");
  const place = byId("happenings");
  const note = el("p", { class: "hint", role: "status" });
  const say = (words) => { note.textContent = words; };
  const replay = async (count) => say(`${(await call("POST", "/_sim/replay", { count })).replayed} events come again.`);
  place.append(button("Last 10 events again", () => replay(10)), button("Last 100 events again", () => replay(100)));
  place.after(note);
  if (!numbers.length) return;
  const path = `/_sim/numbers/${numbers[0].phone_number_id}/events`;
  const { events } = await call("GET", path);
  place.append(...events.map((name) => button(name.replaceAll("_", " "), async () => {
    await call("POST", path, { name });
    say(`Told: ${name.replaceAll("_", " ")}.`);
  })));
}

const what = (title, detail) => el("div", { class: "what" }, el("b", { text: title }), el("small", { text: detail }));

function button(text, onclick, pressed) {
  return el("button", { class: "button", type: "button", text, "aria-pressed": pressed === undefined ? undefined : String(pressed), onclick });
}
