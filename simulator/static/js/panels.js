// On a phone-sized screen the panels are two sheets behind one handle.
import { avatar } from "./people.js";
import { byId, el } from "./dom.js";
import { on, person } from "./store.js";
import { hourMinute, now } from "./time.js";

const TABS = ["person", "world"];

export function startPanels() {
  byId("handle").addEventListener("click", () => setOpen(true));
  byId("panels-close").addEventListener("click", () => setOpen(false));
  for (const name of TABS) byId(`tab-${name}`).addEventListener("click", () => choose(name));
  byId("panels").addEventListener("keydown", (event) => {
    if (event.key === "Escape") setOpen(false);
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") moveTab(event);
  });
  choose("person");
  on("state", drawHandle);
  on("person", () => {
    drawHandle();
    closePanels();
  });
  on("second", drawHandle);
}

export const closePanels = () => byId("panels").classList.contains("open") && setOpen(false);

function setOpen(isOpen) {
  byId("panels").classList.toggle("open", isOpen);
  byId("handle").setAttribute("aria-expanded", String(isOpen));
  (isOpen ? byId(TABS.map((name) => `tab-${name}`).find((id) => byId(id).ariaSelected === "true")) : byId("handle")).focus();
}

function choose(name) {
  for (const each of TABS) {
    byId(`tab-${each}`).ariaSelected = String(each === name);
    byId(`tab-${each}`).tabIndex = each === name ? 0 : -1;
    byId(`panel-${each}`).classList.toggle("shown", each === name);
  }
}

function moveTab(event) {
  if (event.target.getAttribute("role") !== "tab") return;
  const other = TABS.find((name) => byId(`tab-${name}`) !== event.target);
  choose(other);
  byId(`tab-${other}`).focus();
}

let drawn = "";

function drawHandle() {
  const holder = person();
  const words = holder ? `${holder.username ? `@${holder.username}` : holder.name}, ${hourMinute(now())}` : "Practice";
  if (words === drawn) return;
  drawn = words;
  byId("handle").replaceChildren(...(holder ? [avatar(holder)] : []), el("span", { text: words }), el("span", { text: "· change" }));
}
