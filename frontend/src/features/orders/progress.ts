import type { Order } from '@/api/rows';

export type StopName = 'ordered' | 'paid' | 'packed' | 'shipped' | 'delivered';

export interface Stop {
  name: StopName;
  state: 'done' | 'next' | 'later';
  at: string | null;
}

const names: readonly StopName[] = ['ordered', 'paid', 'packed', 'shipped', 'delivered'];

/** How many stops are behind an order in each state. An ended order (cancelled, expired, refunded) has no way ahead. */
const behind: Record<string, number> = { awaiting_payment: 1, confirmed: 1, paid: 2, packed: 3, shipped: 4, delivered: 5 };

/** Which events of the timeline a stop is reached by. */
const events: Record<StopName, readonly string[]> = {
  ordered: ['placed'],
  paid: ['payment_settled', 'payment_revived'],
  packed: ['packed'],
  shipped: ['shipped'],
  delivered: ['delivered'],
};

const timeOf = (order: Order, name: StopName) => order.timeline.find(({ kind }) => events[name].includes(kind))?.at ?? null;

/** The stops of an order and which of them are behind it. Cash on delivery is paid at the door, so its stop comes last. */
export function progressOf(order: Order): Stop[] {
  const done = behind[order.state];
  if (done === undefined) return [];
  const atDoor = order.state === 'confirmed' || order.payments.some(({ provider }) => provider === 'cash_on_delivery');
  const stops = atDoor ? names.filter((name) => name !== 'paid') : names;
  const reached = atDoor ? Math.max(1, done - 1) : done;
  return stops.map((name, index) => ({
    name,
    state: index < reached ? 'done' : index === reached ? 'next' : 'later',
    at: index < reached ? timeOf(order, name) : null,
  }));
}
