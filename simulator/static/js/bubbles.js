// One message as the messenger draws it.
import { el } from "./dom.js";
import { icon, ticks } from "./icons.js";
import { interactiveParts } from "./interactive.js";
import { contactCard, mediaPart, placeCard } from "./media.js";
import { headerPart, tapButton, words } from "./parts.js";
import { cartLines } from "./products.js";
import { hourMinute } from "./time.js";

/** A list item. `deeds` has tap(id, messageId), open(url), list(interactive, messageId), shareLocation(). */
export function messageItem(message, deeds) {
  const parts = message.direction === "out" ? businessParts(message, deeds) : [bubble(message, personParts(message, deeds))];
  if (message.is_revoked) return revokedItem(message);
  const isRich = parts.length > 1 || parts[0].querySelector("img.photo");
  const hasCards = parts.some((part) => part.classList.contains("cards"));
  const classes = ["message", message.direction, isRich && "rich", hasCards && "wide-cards", message.reaction && "reacted"];
  const item = el("li", { class: classes.filter(Boolean).join(" "), "data-message": message.id }, ...parts);
  item.prepend(el("span", { class: "sr", text: message.direction === "out" ? "Shop:" : "You:" }));
  if (message.reaction) item.append(el("span", { class: "reaction", text: message.reaction }));
  if (message.type === "sticker") item.classList.add("stickered");
  item.append(actionsButton(message, deeds));
  item.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    deeds.menu(message, item);
  });
  return item;
}

const actionsButton = (message, deeds) => el("button", {
  class: "actions", "aria-label": "Message actions", "aria-haspopup": "menu",
  onclick: (event) => deeds.menu(message, event.currentTarget.closest("li")),
}, icon("next"));

function revokedItem(message) {
  const words = message.direction === "in" ? "You deleted this message" : "This message was deleted";
  return el("li", { class: `message ${message.direction} revoked`, "data-message": message.id },
    el("div", { class: "bubble" }, el("div", { class: "words", text: words })));
}

function quoteBlock(quote) {
  return el("div", { class: "quote" }, el("b", { text: quote.by || "Shop" }), el("span", { text: quote.text }));
}

function bubble(message, children) {
  const meta = el("div", { class: "meta" },
    message.is_edited ? el("span", { text: "Edited" }) : null,
    message.by_app ? el("span", { text: "Phone app" }) : null,
    el("time", { text: hourMinute(new Date(message.at * 1000)) }));
  if (message.direction === "in") meta.append(ticks(message.status));
  return el("div", { class: "bubble" }, message.quote ? quoteBlock(message.quote) : null, ...children, meta);
}

function businessParts(message, deeds) {
  const { content } = message;
  if (message.type === "interactive") {
    const { inside, below } = interactiveParts(content.interactive, message, deeds);
    return [bubble(message, inside), ...below];
  }
  if (message.type === "template") return templateParts(message, deeds);
  return [bubble(message, plainParts(message.type, content[message.type], deeds))];
}

function templateParts(message, deeds) {
  const { header, body, footer, buttons } = message.rendered;
  const inside = [header ? headerPart(header) : null, words(body, deeds), footer ? el("div", { class: "foot", text: footer }) : null];
  const below = buttons.map((button) => {
    if (button.type === "url") return tapButton(button.text, "open", () => deeds.open(button.url));
    if (button.type === "quick_reply") return tapButton(button.text, "reply", () => deeds.tap(button.payload, message.id));
    return tapButton(button.text, "phone", null);
  });
  return [bubble(message, inside.filter(Boolean)), ...below];
}

function personParts(message, deeds) {
  const { content } = message;
  const parts = content.referral ? [adCard(content.referral)] : [];
  if (message.type === "interactive") parts.push(el("div", { class: "words", text: answerWords(content.interactive) }));
  else if (message.type === "button") parts.push(el("div", { class: "words", text: content.button.text }));
  else if (message.type === "order") parts.push(...cartLines(content.order, message.products));
  else if (content[message.type] && typeof content[message.type] === "object") parts.push(...plainOr(message, deeds));
  else parts.push(el("div", { class: "words", text: `(${message.type})` }));
  return parts;
}

function answerWords(interactive) {
  if (interactive.type === "nfm_reply") return formWords(interactive.nfm_reply);
  return interactive[interactive.type]?.title ?? "Answer";
}

/** What was filled in, as WhatsApp repeats it below the form. */
function formWords({ name, response_json: answer }) {
  const { values } = JSON.parse(answer);
  return name === "address_message" && values ? Object.values(values).join(", ") : "Form sent";
}

const OTHER = { system: "Number changed", unsupported: "A message WhatsApp Business cannot show", unknown: "A message WhatsApp Business cannot show" };

function plainOr(message, deeds) {
  const known = ["text", "image", "video", "audio", "document", "sticker", "location", "contacts"];
  if (known.includes(message.type)) return plainParts(message.type, message.content[message.type], deeds);
  return [el("div", { class: "words", text: OTHER[message.type] ?? `(${message.type})` })];
}

function plainParts(type, content, deeds) {
  if (type === "text") return [words(content.body, deeds)];
  if (type === "location") return [placeCard(content)];
  if (type === "contacts") return content.map(contactCard);
  return [mediaPart(type, content), content.caption ? words(content.caption, deeds) : null].filter(Boolean);
}

export function adCard({ headline, picture }) {
  return el("div", { class: "ad-card" },
    picture ? el("img", { src: picture, alt: "" }) : null,
    el("span", {}, el("b", { text: headline }), el("small", { text: "Ad you tapped" })));
}
