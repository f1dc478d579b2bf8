// The ways a person finds the shop.
import { follow } from "./api.js";
import { byId, el } from "./dom.js";
import { icon } from "./icons.js";
import { closePanels } from "./panels.js";
import { on, openChat, show, state } from "./store.js";

const WAYS = [
  { name: "Instagram ad", icon: "click", go: () => feed("instagram") },
  { name: "Facebook ad", icon: "thumb", go: () => feed("facebook") },
  { name: "Google ad", icon: "search", go: searchPage },
  { name: "QR code", icon: "qr", go: scan },
  { name: "Shop website", icon: "globe", go: website },
  { name: "Just write", icon: "pencil", go: () => openChat() },
];

export function startArrive() {
  byId("arrive").replaceChildren(...WAYS.map(button));
  on("view", () => say(""));
}

function button(way) {
  return el("button", { class: "button", onclick: () => choose(way) }, icon(way.icon), way.name);
}

async function choose(way) {
  say("");
  if ((await way.go()) !== false) closePanels();
}

function say(text) {
  byId("arrive-note").textContent = text;
  return false;
}

function feed(platform) {
  const ads = state.ads.filter((ad) => ad.platform === platform);
  if (!ads.length) return say(`The shop runs no ${platform === "instagram" ? "Instagram" : "Facebook"} ad.`);
  return show({ name: "feed", platform, ads });
}

function searchPage() {
  const ads = state.ads.filter((ad) => ad.platform === "google");
  return ads.length ? show({ name: "search", ads }) : say("The shop runs no Google ad.");
}

function scan() {
  if (!state.qr_text) return say("The shop has no QR code.");
  return /^https?:/.test(state.qr_text) ? open(state.qr_text) : openChat({ text: state.qr_text });
}

function website() {
  return state.website_url ? show({ name: "browser", url: state.website_url }) : say("The shop has no website here.");
}

/** Follow a link of the shop: into the chat when it leads there, else into the phone's browser. */
export async function open(url) {
  try {
    const { chat, page } = await follow(url);
    if (!chat) return show({ name: "browser", url: page });
    const called = state.numbers.find((each) => each.digits === chat.digits);
    return openChat({ text: chat.text, numberId: called?.phone_number_id });
  } catch (error) {
    return say(error.message);
  }
}
