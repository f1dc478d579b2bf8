import type { Order } from '@/api/rows';

export const reasons = ['size_small', 'size_large', 'not_as_expected', 'damaged', 'wrong_item', 'changed_mind', 'late'] as const;
export const wishes = ['exchange', 'refund', 'credit'] as const;

export type Reason = (typeof reasons)[number];
export type Wish = (typeof wishes)[number];

/** What somebody has filled in so far. */
export interface ReturnDraft {
  /** Pieces by line that are to come back. */
  pieces: Record<string, number>;
  reason: Reason | '';
  wanted: Wish;
  /** The variant wanted instead, by line. */
  sizes: Record<string, string>;
  despiteRule: boolean;
}

export const blankReturn = (order: Order): ReturnDraft => {
  const lines = returnable(order);
  return { pieces: lines.length === 1 && lines[0] ? { [lines[0].id]: 1 } : {}, reason: '', wanted: 'exchange', sizes: {}, despiteRule: false };
};

/** The lines of which something may still come back. */
export const returnable = (order: Order) => order.lines.filter(({ returnable: left }) => left > 0);

export const chosenLines = (order: Order, { pieces }: ReturnDraft) => returnable(order).filter(({ id }) => (pieces[id] ?? 0) > 0);

/** What is still missing: the first of it, as a key of its words; empty when it can be sent. */
export function missingOf(order: Order, draft: ReturnDraft): 'lines' | 'reason' | 'size' | '' {
  const lines = chosenLines(order, draft);
  if (lines.length === 0) return 'lines';
  if (!draft.reason) return 'reason';
  return draft.wanted === 'exchange' && lines.some(({ id }) => !draft.sizes[id]) ? 'size' : '';
}
