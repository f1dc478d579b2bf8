// Writing: text, emoji, a picture, a place, a voice note.
import { el } from "./dom.js";
import { adCard } from "./bubbles.js";
import { icon } from "./icons.js";
import { openFormSheet } from "./sheet.js";
import { state } from "./store.js";

const EMOJI = ["🙂", "😍", "😂", "👍", "🙏", "🎉", "🌸", "❤️", "🤔", "😢", "😡", "👗", "👟", "👜", "📦", "🚚"];

/** `onDeed(deed)` sends; it resolves when the message is on its way. */
export function composer(onDeed) {
  const field = el("textarea", { rows: "1", "aria-label": "Message", placeholder: "Message", enterkeyhint: "send" });
  const go = el("button", { class: "round go" });
  const extra = el("div", {});
  const form = el("form", {},
    el("div", { class: "field" },
      roundButton("smile", "Emoji", () => toggle(emojiTray(field, refresh))),
      field,
      roundButton("attach", "Attach", () => toggle(attachTray(send)))),
    go);
  const root = el("div", { class: "composer" }, extra, form);
  let quoted = null;
  let editing = null;
  field.value = state.draft;
  field.addEventListener("input", refresh);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (editing && text) send({ edit: { message: editing.id, text }, text });
    else send(text ? { text, ...(state.attachedAd ? { ad: state.attachedAd.id } : {}) } : { voice: true });
  });
  refresh();
  return { root, field, reply, edit };

  function reply(message) {
    quoted = message;
    refresh();
    field.focus();
  }

  function edit(message) {
    editing = message;
    field.value = message.content.text.body;
    refresh();
    field.focus();
  }

  function refresh() {
    state.draft = field.value;
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight || 42, 110)}px`;
    const isWriting = field.value.trim() !== "";
    go.setAttribute("aria-label", isWriting ? "Send" : "Send a voice note");
    go.replaceChildren(icon(isWriting ? "send" : "mic"));
    drawAttached();
  }

  function drawAttached() {
    for (const old of root.querySelectorAll(".attached")) old.remove();
    if (editing) form.before(bar("Edit message", editing.content.text.body, () => { editing = null; field.value = ""; refresh(); }));
    if (quoted) form.before(bar("Reply to", gist(quoted), () => { quoted = null; refresh(); }));
    if (!state.attachedAd) return;
    form.before(el("div", { class: "attached" }, adCard(state.attachedAd),
      roundButton("close", "Remove the ad", () => { state.attachedAd = null; refresh(); })));
  }

  function toggle(tray) {
    const isShown = extra.firstChild?.className === tray.className;
    extra.replaceChildren(...(isShown ? [] : [tray]));
  }

  async function send(given) {
    extra.replaceChildren();
    const deed = quoted && !given.edit ? { ...given, reply_to: quoted.id } : { ...given };
    const [wasQuoted, wasEditing] = [quoted, editing];
    quoted = null;
    editing = null;
    const ad = state.attachedAd;
    // Emptied at once: whoever types on while the message is under way must not lose the next words.
    if (deed.text) {
      field.value = "";
      state.attachedAd = null;
      refresh();
    }
    try {
      await onDeed(deed);
      refresh();
    } catch (error) {
      if (deed.text && !field.value) {
        field.value = deed.text;
        [quoted, editing] = [wasQuoted, wasEditing];
        state.attachedAd = ad;
        refresh();
      }
      extra.replaceChildren(el("p", { class: "refused", role: "alert", text: error.message }));
    }
    field.focus();
  }
}

const roundButton = (iconName, label, onclick) =>
  el("button", { class: "round", type: "button", "aria-label": label, onclick }, icon(iconName));

function emojiTray(field, refresh) {
  const put = (emoji) => {
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, "end");
    refresh();
    field.focus();
  };
  return el("div", { class: "tray emoji", role: "group", "aria-label": "Emoji" },
    ...EMOJI.map((emoji) => el("button", { type: "button", text: emoji, onclick: () => put(emoji) })));
}

function bar(title, text, onClose) {
  return el("div", { class: "attached quoting" }, el("div", { class: "quote" }, el("b", { text: title }), el("span", { text })), roundButton("close", "Leave it", onClose));
}

const gist = ({ content, type }) => content.text?.body ?? content.interactive?.body?.text ?? content[type]?.caption ?? type;

function attachTray(send) {
  const photo = el("input", { type: "file", accept: "image/jpeg,image/png", hidden: true, onchange: () => sendFile(photo, "image", send) });
  const file = el("input", { type: "file", hidden: true, onchange: () => sendFile(file, "document", send) });
  const choice = (name, label, onclick) => el("button", { type: "button", onclick }, icon(name), label);
  return el("div", { class: "tray attach", role: "group", "aria-label": "Attach" }, photo, file,
    choice("photo", "Photo", () => photo.click()),
    choice("form", "Document", () => file.click()),
    choice("mic", "Voice note", () => send({ voice: true })),
    choice("pin", "Location", () => openLocation(send)),
    choice("person", "Contact", () => openContact(send)));
}

const PLACES = { London: [51.5072, -0.1276], Valencia: [39.4699, -0.3763], "São Paulo": [-23.5558, -46.6396], Pune: [18.5204, 73.8567], Bandung: [-6.9175, 107.6191] };

export function openLocation(send) {
  const fields = [{ name: "name", label: "Place", value: "London", list: "places", required: true }, { name: "address", label: "Address, if you like" }];
  openFormSheet("Send a location", "", fields, "Send this place", ({ name, address }) => {
    const [latitude, longitude] = PLACES[name] ?? PLACES.London;
    return send({ location: { name, latitude, longitude, ...(address ? { address } : {}) } });
  });
}

function openContact(send) {
  const fields = [{ name: "name", label: "Name", required: true }, { name: "phone", label: "Phone number", type: "tel", required: true, placeholder: "+44 7700 900123" }];
  openFormSheet("Send a contact", "", fields, "Send this contact", (contact) => send({ contact }));
}

async function sendFile(picker, type, send) {
  const [file] = picker.files;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  await send({ media: { type, mime_type: file.type || "application/octet-stream", base64: btoa(binary), ...(type === "document" ? { filename: file.name } : {}) } });
}
