// The messenger's own marks: *bold*, _italic_, ~struck~, `code`; links become links.
const MARKS = [
  { mark: "*", tag: "strong" },
  { mark: "_", tag: "em" },
  { mark: "~", tag: "s" },
  { mark: "`", tag: "code" },
];
const PATTERN = /(?<![\p{L}\p{N}])([*_~`])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/u;

/** A fragment of text nodes and elements; nothing of the text is read as HTML. */
export function formatted(text, onLink) {
  const fragment = document.createDocumentFragment();
  let rest = text;
  for (let found = PATTERN.exec(rest); found; found = PATTERN.exec(rest)) {
    fragment.append(rest.slice(0, found.index), found[3] ? link(found[3], onLink) : marked(found, onLink));
    rest = rest.slice(found.index + found[0].length);
  }
  fragment.append(rest);
  return fragment;
}

function marked(found, onLink) {
  const node = document.createElement(MARKS.find(({ mark }) => mark === found[1]).tag);
  if (found[1] === "`") node.textContent = found[2];
  else node.append(formatted(found[2], onLink));
  return node;
}

function link(address, onLink) {
  const node = document.createElement("a");
  node.href = address;
  node.textContent = address;
  node.addEventListener("click", (event) => {
    event.preventDefault();
    onLink(address);
  });
  return node;
}
