// One message as the messenger draws it.
import { el } from "./dom.js";
import { icon, ticks } from "./icons.js";
import { formatted } from "./markdown.js";
import { interactiveParts } from "./interactive.js";
import { hourMinute } from "./time.js";

/** A list item. `deeds` has tap(id, messageId), open(url), list(interactive, messageId), shareLocation(). */
export function messageItem(message, deeds) {
  const parts = message.direction === "out" ? businessParts(message, deeds) : [bubble(message, personParts(message, deeds))];
  const isRich = parts.length > 1 || parts[0].querySelector("img.photo");
  const hasCards = parts.some((part) => part.classList.contains("cards"));
  const classes = ["message", message.direction, isRich && "rich", hasCards && "wide-cards", message.reaction && "reacted"];
  const item = el("li", { class: classes.filter(Boolean).join(" "), "data-message": message.id }, ...parts);
  item.prepend(el("span", { class: "sr", text: message.direction === "out" ? "Shop:" : "You:" }));
  if (message.reaction) item.append(el("span", { class: "reaction", text: message.reaction }));
  return item;
}

function bubble(message, children) {
  const meta = el("div", { class: "meta" }, el("time", { text: hourMinute(new Date(message.at * 1000)) }));
  if (message.direction === "in") meta.append(ticks(message.status));
  return el("div", { class: "bubble" }, ...children, meta);
}

export const words = (text, deeds) => el("div", { class: "words" }, formatted(text, deeds.open));

function businessParts(message, deeds) {
  const { content } = message;
  if (message.type === "interactive") {
    const { inside, below } = interactiveParts(content.interactive, message.id, deeds);
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

export function headerPart(header) {
  if (header.type === "text") return el("div", { class: "title", text: header.text });
  return mediaPart(header.type, header[header.type]);
}

export function tapButton(label, iconName, onclick) {
  return el("button", { class: "tap", onclick, disabled: onclick === null }, icon(iconName), label);
}

function mediaPart(kind, media) {
  if (kind === "image" || kind === "sticker") return el("img", { class: "photo", src: media.picture, alt: media.caption || "Picture", loading: "lazy" });
  if (kind === "audio") return el("audio", { controls: true, src: media.picture, "aria-label": "Voice message" });
  return el("a", { href: media.picture, target: "_blank", rel: "noopener", text: media.filename || kind });
}

function plainParts(type, content, deeds) {
  if (type === "text") return [words(content.body, deeds)];
  if (type === "location") return [el("div", { class: "title", text: content.name || "Location" }), words(content.address || `${content.latitude}, ${content.longitude}`, deeds)];
  if (type === "contacts") return content.map((contact) => el("div", { class: "title", text: contact.name.formatted_name }));
  return [mediaPart(type, content), content.caption ? words(content.caption, deeds) : null].filter(Boolean);
}

function personParts(message, deeds) {
  const { content } = message;
  const parts = content.referral ? [adCard(content.referral)] : [];
  if (message.type === "interactive") parts.push(el("div", { class: "words", text: content.interactive[content.interactive.type]?.title ?? "Answer" }));
  else if (message.type === "button") parts.push(el("div", { class: "words", text: content.button.text }));
  else if (message.type === "order") parts.push(el("div", { class: "title", text: "Cart" }), ...content.order.product_items.map((item) => el("div", { text: `${item.quantity} × ${item.product_retailer_id}` })));
  else if (content[message.type] && typeof content[message.type] === "object") parts.push(...plainOr(message, deeds));
  else parts.push(el("div", { class: "words", text: `(${message.type})` }));
  return parts;
}

function plainOr(message, deeds) {
  const known = ["text", "image", "video", "audio", "document", "sticker", "location", "contacts"];
  if (known.includes(message.type)) return plainParts(message.type, message.content[message.type], deeds);
  return [el("div", { class: "words", text: `(${message.type})` })];
}

export function adCard({ headline, picture }) {
  return el("div", { class: "ad-card" },
    picture ? el("img", { src: picture, alt: "" }) : null,
    el("span", {}, el("b", { text: headline }), el("small", { text: "Ad you tapped" })));
}
