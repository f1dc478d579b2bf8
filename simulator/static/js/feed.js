// Where ads are seen: a feed, or search results.
import { open } from "./arrive.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { number, openChat, show } from "./store.js";

const FRIENDS = [["M", "#b8860b"], ["L", "#a8442a"], ["A", "#77509a"], ["K", "#3f7fc0"], ["Z", "#9aa09e"]];

export function feedView({ platform, ads }) {
  const title = platform === "facebook" ? "Home" : "Feed";
  return el("section", { class: `view ${platform}`, "aria-label": `${platform === "facebook" ? "Facebook" : "Instagram"} feed` },
    el("div", { class: "bar" }, backButton(), el("h2", { class: "feed-title grow", text: title })),
    el("div", { class: "feed" }, stories(), ...ads.map((ad) => post(ad, platform))));
}

function stories() {
  return el("div", { class: "stories", "aria-hidden": "true" },
    ...FRIENDS.map(([letter, colour]) => el("span", { text: letter, style: `border-color:${colour};color:${colour};background:${colour}22` })));
}

function post(ad, platform) {
  const shop = number()?.name ?? "Shop";
  const handle = platform === "instagram" ? shop.toLowerCase().replace(/[^a-z0-9]/g, "") : shop;
  const picture = ad.picture ? el("img", { src: ad.picture, alt: ad.headline }) : el("span");
  return el("article", { "aria-label": `Ad: ${ad.headline}` },
    el("div", { class: "post-head" },
      el("span", { class: "shop-face", "aria-hidden": "true", text: shop[0] }),
      el("span", {}, el("b", { text: handle }), el("small", { text: "Sponsored" }))),
    el("div", { class: "post-picture" }, picture, el("strong", { text: ad.headline })),
    el("button", { class: "chat-with-us", onclick: () => tapped(ad) }, icon("chat"), el("span", { text: "Chat with us" }), icon("next")),
    el("p", { class: "post-words" }, el("b", { text: handle }), ad.body));
}

const tapped = (ad) => openChat({ text: ad.autofill, ad, numberId: ad.phone_number_id || null });

export function searchView({ ads }) {
  return el("section", { class: "view", "aria-label": "Search results" },
    el("div", { class: "bar" }, backButton(), el("h2", { class: "feed-title grow", text: "Search" })),
    el("div", { class: "feed" }, ...ads.map(result)));
}

function result(ad) {
  return el("article", { class: "result", "aria-label": `Ad: ${ad.headline}` },
    el("small", { text: `Sponsored · ${number()?.name ?? ""}` }),
    el("button", { text: ad.headline, onclick: () => open(ad.link) }),
    el("p", { text: ad.body }));
}

const backButton = () =>
  el("button", { class: "round", "aria-label": "Back to the chat", onclick: () => show({ name: "chat" }) }, icon("back"));
