// The clock both sides share; the product moves it.
import { advanceClock } from "./api.js";
import { byId, el } from "./dom.js";
import { on, tell } from "./store.js";
import { hourMinute, longWords, now } from "./time.js";

const STEPS = [
  { name: "+10 min", seconds: 600 },
  { name: "+2 h", seconds: 7200 },
  { name: "+24 h", seconds: 86400 },
  { name: "+72 h", seconds: 259200 },
];

export function startClock() {
  byId("clock-buttons").replaceChildren(...STEPS.map((step) =>
    el("button", { class: "button", text: step.name, onclick: () => advance(step) })));
  on("clock", draw);
  on("windows", drawWindows);
  setInterval(draw, 1000);
}

function draw() {
  byId("clock-now").textContent = longWords(now());
  byId("phone-time").textContent = hourMinute(now());
  tell("second");
}

function drawWindows({ service_until: service, free_until: free }) {
  const words = [];
  if (free) words.push(`Every message is free until ${until(free)}.`);
  words.push(service ? `The shop may answer until ${until(service)}.` : "The shop may send templates only.");
  byId("clock-note").textContent = words.join(" ");
}

const until = (seconds) => longWords(new Date(seconds * 1000));

async function advance(step) {
  try {
    await advanceClock(step.seconds);
  } catch (error) {
    byId("clock-note").textContent = error.message;
  }
}
