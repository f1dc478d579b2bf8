// Pictures, films, sound, files, places and contact cards as the messenger draws them.
import { el } from "./dom.js";
import { icon } from "./icons.js";

export function mediaPart(kind, media) {
  const draw = { image: picture, sticker, video, audio, document: file }[kind] ?? file;
  return draw(media, kind);
}

const picture = (media) => el("img", { class: "photo", src: media.picture, alt: media.caption || "Picture", loading: "lazy" });
const sticker = (media) => el("img", { class: "sticker", src: media.picture, alt: "Sticker" });
const video = (media) => el("video", { class: "photo", controls: true, preload: "metadata", src: media.picture, "aria-label": media.caption || "Video" });

function audio(media) {
  const words = media.voice ? "Voice message" : "Audio";
  return el("div", { class: "sound" }, icon(media.voice ? "mic" : "play"), el("audio", { controls: true, src: media.picture, "aria-label": words }));
}

function file(media, kind) {
  const name = media.filename || (kind === "document" ? "Document" : kind);
  const ending = name.includes(".") ? name.split(".").pop().toUpperCase() : "FILE";
  return el("a", { class: "file", href: media.picture, target: "_blank", rel: "noopener" },
    el("span", { class: "file-kind", text: ending.slice(0, 4) }),
    el("span", {}, el("b", { text: name }), el("small", { text: media.mime_type || "Tap to open" })));
}

export function placeCard({ latitude, longitude, name, address }) {
  const map = el("div", { class: "map", role: "img", "aria-label": `Map at ${latitude}, ${longitude}` }, icon("pin"));
  const title = name || "Location";
  return el("div", { class: "place" }, map, el("b", { text: title }), el("small", { text: address || `${latitude}, ${longitude}` }));
}

export function contactCard({ name, phones = [], org }) {
  const initials = name.formatted_name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("");
  return el("div", { class: "contact" },
    el("span", { class: "avatar tone1", "aria-hidden": "true", text: initials }),
    el("span", {}, el("b", { text: name.formatted_name }), el("small", { text: phones[0]?.phone ?? org?.company ?? "" })));
}
