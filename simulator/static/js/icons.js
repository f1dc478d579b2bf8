// Small line icons, drawn for this page.
const PATHS = {
  back: "M19 12H5M11 6l-6 6 6 6",
  close: "M6 6l12 12M18 6L6 18",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  verified: "M12 3l2.3 1.7 2.9-.1.9 2.7 2.3 1.7-.8 2.7.8 2.7-2.3 1.7-.9 2.7-2.9-.1L12 20.4l-2.3-1.7-2.9.1-.9-2.7L3.6 14.4l.8-2.7-.8-2.7 2.3-1.7.9-2.7 2.9.1zM8.8 11.8l2.2 2.2 4.2-4.4",
  smile: "M12 3a9 9 0 100 18 9 9 0 000-18zM8.5 14.5c1 1.2 2.2 1.8 3.5 1.8s2.5-.6 3.5-1.8M9 9.5v.01M15 9.5v.01",
  attach: "M19 11.5l-7.3 7.3a4.6 4.6 0 01-6.5-6.5L13 4.5a3.1 3.1 0 014.4 4.4l-7.6 7.6a1.5 1.5 0 01-2.2-2.2l6.7-6.7",
  mic: "M12 3.5a2.8 2.8 0 00-2.8 2.8v5.2a2.8 2.8 0 005.6 0V6.3A2.8 2.8 0 0012 3.5zM6 11.5a6 6 0 0012 0M12 17.5V21",
  send: "M4.5 19.5l16-7.5-16-7.5 2.3 7.5zM6.8 12h7",
  list: "M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5v.01M4 12v.01M4 17.5v.01",
  open: "M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 01-1 1H5a1 1 0 01-1-1V7a1 1 0 011-1h5",
  reply: "M9 7L4 12l5 5M4 12h9a6 6 0 016 6",
  pin: "M12 21s7-6 7-11.5a7 7 0 00-14 0C5 15 12 21 12 21zM12 12a2.5 2.5 0 100-5 2.5 2.5 0 000 5z",
  phone: "M6 3.5h3l1.5 4-2 1.5a12 12 0 006.5 6.5l1.5-2 4 1.5v3a2 2 0 01-2.2 2A17.5 17.5 0 014 5.7 2 2 0 016 3.5z",
  lock: "M7 11V8a5 5 0 0110 0v3M6 11h12v9H6z",
  click: "M11 11l9 3.5-4 1.5-1.5 4zM4 11a7 7 0 1114-1M8 11a3 3 0 115.5-1.5",
  thumb: "M8 20V11l4-7.5c1.5 0 2.5 1 2.5 2.5L14 10h5a1.8 1.8 0 011.8 2.2l-1.3 6A2.3 2.3 0 0117.3 20zM8 11H4v9h4",
  search: "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L20 20",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2",
  globe: "M12 3a9 9 0 100 18 9 9 0 000-18zM3 12h18M12 3c2.5 2.5 3.5 5.5 3.5 9s-1 6.5-3.5 9c-2.5-2.5-3.5-5.5-3.5-9s1-6.5 3.5-9z",
  pencil: "M5 19l1-4L16.5 4.5a2 2 0 013 3L9 18z",
  heart: "M12 20s-7.5-4.5-7.5-10A4.2 4.2 0 0112 7.3 4.2 4.2 0 0119.5 10c0 5.5-7.5 10-7.5 10z",
  chat: "M4 5h16v11H9l-5 4zM8 9h8M8 12.5h5",
  next: "M9 5l7 7-7 7",
  up: "M12 20V5M6 11l6-6 6 6",
  down: "M12 4v15M6 13l6 6 6-6",
  bag: "M6 8h12l1 12H5zM9 8V6.5a3 3 0 016 0V8",
  form: "M6 3.5h9l3.5 3.5v13.5h-12.5zM9 10h6M9 13.5h6M9 17h4",
  play: "M8 5.5v13l10.5-6.5z",
  person: "M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20.5c0-4 3.3-6 7.5-6s7.5 2 7.5 6",
  photo: "M4 5h16v14H4zM8.5 10.5a1.5 1.5 0 100-3 1.5 1.5 0 000 3zM4 17l5-4.5 3.5 3 3-2.5L20 17",
  trash: "M5 7h14M9 7V4.5h6V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5",
  note: "M5 12.5l4 4L19 7",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

const TICKS = { one: "M4 7l3 3 7-8", two: "M1.5 7l3 3 7-8M8 9.5l.5.5 7-8" };

/** One tick sent, two delivered, two in colour read. */
export function ticks(status) {
  const words = { queued: "Waiting", delivered: "Delivered", read: "Read" }[status] ?? "Sent";
  const holder = document.createElement("span");
  holder.className = status === "read" ? "ticks read" : "ticks";
  holder.setAttribute("role", "img");
  holder.setAttribute("aria-label", words);
  holder.innerHTML = `<svg viewBox="0 0 17 12" aria-hidden="true"><path d="${status === "queued" ? TICKS.one : TICKS.two}"/></svg>`;
  return holder;
}

export const SIGNAL = `<svg viewBox="0 0 46 14" fill="currentColor"><path d="M1 12h2V9H1zm4 0h2V7H5zm4 0h2V4H9zM18 5.5a8 8 0 0110 0l-1.3 1.6a6 6 0 00-7.4 0zm2.6 3.2a4 4 0 014.8 0L23 12zM37 2h1.5v-1h2v1H42v11h-5z"/></svg>`;
