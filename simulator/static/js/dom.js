// Building elements without a framework.

/** Make an element. Names that start with "on" are listeners; `class` and `text` are what they say. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** Keep Tab inside an element while it is the only thing to use, and leave on Escape. */
export function trapFocus(node, onEscape) {
  const before = document.activeElement;
  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onEscape();
    }
    if (event.key === "Tab") keepInside(node, event);
  });
  return () => before?.focus?.();
}

function keepInside(node, event) {
  const stops = [...node.querySelectorAll("button:not(:disabled), input, textarea, a[href]")];
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}
