// Switches that make the outside world behave badly.
import { setFaults } from "./api.js";
import { byId, el } from "./dom.js";
import { on, state } from "./store.js";

const SWITCHES = [
  { name: "duplicate_events", label: "Send every event twice" },
  { name: "disorder", label: "Late and out of order" },
  { name: "timeout_after_accept", label: "Time out after accepting" },
  { name: "too_many_requests", label: "Too many requests (429)" },
  { name: "server_error", label: "Server error (500)" },
];

export function startTrouble() {
  on("state", draw);
  on("faults", draw);
}

function draw() {
  const place = byId("trouble");
  if (!place.childElementCount) place.replaceChildren(...SWITCHES.map(row));
  for (const { name } of SWITCHES) byId(`fault-${name}`).checked = Boolean(state.faults[name]);
}

function row({ name, label }) {
  const input = el("input", {
    type: "checkbox", role: "switch", id: `fault-${name}`,
    onchange: (event) => setFaults({ [name]: event.target.checked }),
  });
  return el("label", { class: "switch" }, label, input);
}
