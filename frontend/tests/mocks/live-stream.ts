type Listener = (event: MessageEvent<string>) => void;

const open = new Set<LiveStream>();

/** Stands in for the browser's EventSource, which jsdom does not have. */
class LiveStream {
  static readonly CLOSED = 2;
  readyState = 1;
  readonly listeners = new Map<string, Set<Listener>>();

  constructor(readonly url: string) {
    open.add(this);
  }

  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener));
  }

  close(): void {
    open.delete(this);
  }
}

Object.defineProperty(globalThis, 'EventSource', { value: LiveStream, configurable: true });

/** Lets the server say that something changed. */
export function tellChange(sequence: number, kind: string, id = ''): void {
  const event = new MessageEvent<string>('change', { data: JSON.stringify({ kind, id }), lastEventId: String(sequence) });
  for (const stream of open) for (const listener of stream.listeners.get('change') ?? []) listener(event);
}

/** Lets the server end the stream with a refusal, after which the browser does not come back by itself. */
export function refuseStream(): void {
  for (const stream of [...open]) {
    open.delete(stream);
    stream.readyState = LiveStream.CLOSED;
    for (const listener of stream.listeners.get('error') ?? []) listener(new MessageEvent('error'));
  }
}

export const resetLive = () => open.clear();
