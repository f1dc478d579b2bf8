// The practice phone: panels on the sides, the phone in the middle.
import { startArrive } from "./arrive.js";
import { startClock } from "./clock.js";
import { byId } from "./dom.js";
import { SIGNAL } from "./icons.js";
import { listen } from "./live.js";
import { startPanels } from "./panels.js";
import { startPeople } from "./people.js";
import { startScreen } from "./screen.js";
import { load, on, openChat, show, state } from "./store.js";
import { startTrouble } from "./trouble.js";
import { startWire } from "./wire.js";

byId("signal").innerHTML = SIGNAL;
startPanels();
startPeople();
startArrive();
startClock();
startTrouble();
startWire();
startScreen();
on("state", () => {
  const link = byId("portal-link");
  link.hidden = !state.portal_url;
  link.href = state.portal_url;
});

const asked = new URLSearchParams(location.search);
state.personId = asked.get("person");
state.numberId = asked.get("number");
await load();
if (asked.has("digits")) openByDigits(asked.get("digits"), asked.get("text") ?? "");
else show({ name: "chat" });
listen();

window.addEventListener("message", (event) => {
  if (event.origin === location.origin && event.data?.kind === "open-chat") {
    openByDigits(event.data.digits, event.data.text);
  }
});

function openByDigits(digits, text) {
  const called = state.numbers.find((each) => each.digits === digits);
  openChat({ text, numberId: called?.phone_number_id });
}
