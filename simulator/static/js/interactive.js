// Buttons, lists, link buttons and cards.
import { headerPart, tapButton, words } from "./bubbles.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";

/** What stands inside the bubble and what hangs below it. */
export function interactiveParts(interactive, messageId, deeds) {
  const { header, body, footer } = interactive;
  const inside = [
    header ? headerPart(header) : null,
    body ? words(body.text, deeds) : null,
    footer ? el("div", { class: "foot", text: footer.text }) : null,
  ].filter(Boolean);
  const draw = BELOW[interactive.type] ?? (() => []);
  return { inside, below: draw(interactive, messageId, deeds) };
}

const BELOW = {
  button: ({ action }, messageId, deeds) => action.buttons.map(({ reply }) =>
    tapButton(reply.title, "reply", () => deeds.tap(reply.id, messageId))),
  list: (interactive, messageId, deeds) => [
    tapButton(interactive.action.button, "list", () => deeds.list(interactive, messageId)),
  ],
  cta_url: ({ action }, messageId, deeds) => [linkButton(action.parameters, deeds)],
  carousel: ({ action }, messageId, deeds) => [
    el("ul", { class: "cards", "aria-label": "Cards", tabindex: "0" }, ...action.cards.map((card) => cardItem(card, messageId, deeds))),
  ],
  location_request_message: (interactive, messageId, deeds) => [tapButton("Send location", "pin", deeds.shareLocation)],
  request_contact_info: (interactive, messageId, deeds) => [tapButton("Share phone number", "phone", deeds.shareContact)],
};

const linkButton = ({ display_text: label, url }, deeds) => tapButton(label, "open", () => deeds.open(url));

function cardItem({ header, body, action }, messageId, deeds) {
  const picture = header.image ? el("img", { src: header.image.picture, alt: body?.text.split("\n")[0] ?? "Picture", loading: "lazy" }) : icon("open");
  const buttons = action.buttons
    ? action.buttons.map(({ quick_reply: reply }) => tapButton(reply.title, "reply", () => deeds.tap(reply.id, messageId)))
    : [linkButton(action.parameters, deeds)];
  const text = el("p", {});
  if (body) text.append(words(body.text, deeds));
  return el("li", { class: "card" }, picture, text, ...buttons);
}
