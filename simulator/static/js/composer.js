// Writing: text, emoji, a picture, a place, a voice note.
import { el } from "./dom.js";
import { adCard } from "./bubbles.js";
import { icon } from "./icons.js";
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
    send(text ? { text, ...(state.attachedAd ? { ad: state.attachedAd.id } : {}) } : { voice: true });
  });
  refresh();
  return { root, field };

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
    root.querySelector(".attached")?.remove();
    if (!state.attachedAd) return;
    form.before(el("div", { class: "attached" }, adCard(state.attachedAd),
      roundButton("close", "Remove the ad", () => { state.attachedAd = null; refresh(); })));
  }

  function toggle(tray) {
    const isShown = extra.firstChild?.className === tray.className;
    extra.replaceChildren(...(isShown ? [] : [tray]));
  }

  async function send(deed) {
    extra.replaceChildren();
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

function attachTray(send) {
  const picker = el("input", { type: "file", accept: "image/jpeg,image/png", hidden: true, onchange: () => sendPicture(picker, send) });
  const place = { raw: { type: "location", location: { latitude: 51.5072, longitude: -0.1276, name: "London" } } };
  return el("div", { class: "tray attach", role: "group", "aria-label": "Attach" }, picker,
    el("button", { type: "button", text: "Picture", onclick: () => picker.click() }),
    el("button", { type: "button", text: "Location", onclick: () => send(place) }));
}

async function sendPicture(picker, send) {
  const [file] = picker.files;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  await send({ media: { type: "image", mime_type: file.type, base64: btoa(binary) } });
}
