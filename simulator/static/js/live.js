// What just happened, from the simulator.
import { load, state, tell } from "./store.js";
import { setOffset } from "./time.js";

const WIRE_KEPT = 120;

export function listen() {
  const source = new EventSource("/phone/events");
  let wasOpen = false;
  source.addEventListener("open", () => {
    if (wasOpen) load();
    wasOpen = true;
  });
  const handle = (kind, handler) => source.addEventListener(kind, (event) => handler(JSON.parse(event.data)));
  handle("message", ({ number, person }) => isHere(number, person) && tell("chat"));
  handle("thread", ({ number, person }) => isHere(number, person) && tell("chat"));
  handle("payment", (payment) => tell("payment", payment));
  handle("people", () => load());
  handle("numbers", () => load());
  handle("clock", ({ offset_seconds: offset }) => {
    setOffset(offset);
    tell("clock");
    tell("chat");
  });
  handle("faults", (faults) => {
    state.faults = faults;
    tell("faults");
  });
  handle("wire", (entry) => {
    state.wire = [entry, ...state.wire].slice(0, WIRE_KEPT);
    tell("wire");
  });
}

const isHere = (number, person) => number === state.numberId && person === state.personId;
