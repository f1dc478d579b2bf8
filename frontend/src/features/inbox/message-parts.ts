/** What a message can show, whatever its kind: read out of its stored content with nothing taken on trust. */
export interface MessageParts {
  body: string;
  imageUrl: string | null;
  /** What the customer can press: buttons, rows of a list, a link. */
  choices: { id: string; title: string; description: string }[];
  cards: { title: string; imageUrl: string | null }[];
  link: { label: string; url: string } | null;
  /** What the customer called a document. */
  filename: string;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Only addresses a picture or link may have: the web, or our own server. */
const address = (value: unknown): string | null => (/^(https?:\/\/|\/(?!\/))/.test(text(value)) ? text(value) : null);

function readLink(value: unknown): MessageParts['link'] {
  if (!isObject(value)) return null;
  const url = address(value.url);
  return url ? { label: text(value.label) || url, url } : null;
}

export function readParts(content: unknown, plain: string): MessageParts {
  const json = isObject(content) ? content : {};
  const rows = [...objects(json.buttons), ...objects(json.rows)];
  return {
    body: text(json.body) || plain,
    imageUrl: address(json.image_url),
    choices: rows.map((row) => ({ id: text(row.id), title: text(row.title), description: text(row.description) })),
    cards: objects(json.cards).map((card) => ({ title: text(card.title) || text(card.body), imageUrl: address(card.image_url) })),
    link: readLink(json.link),
    filename: text(json.filename),
  };
}
