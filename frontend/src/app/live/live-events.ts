/** One line of the live stream: what kind of thing changed, and which one. */
export interface Change {
  kind: 'assistant' | 'conversation' | 'order' | 'dashboard' | 'product' | 'import' | 'status' | 'ticket';
  id: string;
}

/** Every list and page that live data can change. */
export const everything = ['status', 'dashboard', 'conversations', 'orders', 'tickets', 'products', 'parked', 'templates', 'integrations', 'api_keys', 'assistant', 'imports'] as const;

export type StaleTag = { type: 'conversations' | 'orders' | 'products'; id: string } | (typeof everything)[number];

const single = { conversation: 'conversations', order: 'orders', product: 'products' } as const;

/** What a change makes stale: the thing itself (without an id all of its kind), its lists, and the pages that count it. */
export function staleTags({ kind, id }: Change): StaleTag[] {
  if (kind === 'dashboard') return ['dashboard', 'parked'];
  if (kind === 'status') return ['status', 'templates'];
  if (kind === 'assistant') return ['assistant'];
  if (kind === 'import') return ['imports'];
  if (kind === 'ticket') return ['tickets'];
  const type = single[kind];
  const things: StaleTag[] = id ? [{ type, id: 'LIST' }, { type, id }] : [type];
  return kind === 'product' ? things : [...things, 'dashboard'];
}

export function readChange(data: string): Change | null {
  try {
    const { kind, id } = JSON.parse(data) as Partial<Record<keyof Change, unknown>>;
    const known =
      kind === 'assistant' || kind === 'conversation' || kind === 'order' || kind === 'product' || kind === 'dashboard' || kind === 'import' || kind === 'status' || kind === 'ticket';
    return known ? { kind, id: typeof id === 'string' ? id : '' } : null;
  } catch {
    return null;
  }
}

/** Tells whether an event follows the one before it. The first one of a stream has nothing to follow. */
export function createGapWatch() {
  let last: number | null = null;
  return (eventId: string): boolean => {
    const sequence = Number(eventId);
    if (!eventId || !Number.isInteger(sequence)) return true;
    const follows = last === null || sequence <= last + 1;
    last = Math.max(last ?? sequence, sequence);
    return follows;
  };
}
