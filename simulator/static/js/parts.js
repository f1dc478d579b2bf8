// What every kind of bubble is made of.
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { formatted } from "./markdown.js";
import { mediaPart } from "./media.js";

export const words = (text, deeds) => el("div", { class: "words" }, formatted(text, deeds.open));

export function headerPart(header) {
  if (header.type === "text") return el("div", { class: "title", text: header.text });
  return mediaPart(header.type, header[header.type]);
}

export function tapButton(label, iconName, onclick) {
  return el("button", { class: "tap", onclick, disabled: onclick === null }, icon(iconName), label);
}
