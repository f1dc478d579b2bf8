// What the page knows, and who wants to hear of changes.
import { readState } from "./api.js";
import { setOffset } from "./time.js";

export const state = {
  people: [], numbers: [], ads: [], faults: {}, wire: [],
  personId: null, numberId: null,
  view: { name: "chat" },
  attachedAd: null, draft: "",
};
const listeners = new Map();

export function on(kind, listener) {
  listeners.set(kind, [...(listeners.get(kind) ?? []), listener]);
}

export function tell(kind, detail) {
  for (const listener of listeners.get(kind) ?? []) listener(detail);
}

export const person = () => state.people.find((each) => each.id === state.personId);
export const number = () => state.numbers.find((each) => each.phone_number_id === state.numberId);

export async function load() {
  const fresh = await readState();
  Object.assign(state, fresh);
  setOffset(fresh.offset_seconds);
  if (!person()) state.personId = fresh.people[0]?.id ?? null;
  if (!number()) state.numberId = fresh.numbers[0]?.phone_number_id ?? null;
  tell("state");
  tell("clock");
}

export function choosePerson(id) {
  state.personId = id;
  state.attachedAd = null;
  state.draft = "";
  remember();
  tell("person");
  show({ name: "chat" });
}

export function chooseNumber(id) {
  state.numberId = id;
  state.attachedAd = null;
  remember();
  tell("state");
  show({ name: "chat" });
}

/** Show a view on the phone: chats, chat, feed, search or browser. */
export function show(view) {
  state.view = view;
  tell("view");
}

/** Open the chat with a text already written, perhaps with an ad attached. */
export function openChat({ text = "", ad = null, numberId = null } = {}) {
  if (numberId) state.numberId = numberId;
  state.draft = text;
  state.attachedAd = ad;
  show({ name: "chat", focus: true });
}

function remember() {
  const query = new URLSearchParams({ person: state.personId, number: state.numberId ?? "" });
  history.replaceState(null, "", `?${query}`);
}
