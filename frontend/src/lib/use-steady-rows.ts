import { useState } from 'react';

interface Row {
  id: string;
}

/**
 * Rows that do not move under a finger. While `hold` is true, known rows keep their place and change in place, rows
 * that are gone leave, and new ones wait to be shown; `key` names the list, so that another filter starts afresh.
 */
export function useSteadyRows<R extends Row>(rows: readonly R[], key: string, hold: boolean) {
  const [shown, setShown] = useState({ key, ids: rows.map(({ id }) => id) });
  const current = rows.map(({ id }) => id);
  const fresh = shown.key !== key || !hold || shown.ids.length === 0;
  if (fresh && (shown.key !== key || !sameIds(shown.ids, current))) setShown({ key, ids: current });
  if (fresh) return { rows, waiting: 0, showAll: () => undefined };
  const byId = new Map(rows.map((row) => [row.id, row]));
  const kept = shown.ids.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(shown.ids);
  const later = rows.slice(lastKnownIndex(rows, known) + 1);
  const waiting = rows.length - kept.length - later.length;
  return { rows: [...kept, ...later], waiting, showAll: () => setShown({ key, ids: current }) };
}

const sameIds = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((id, at) => id === other[at]);

/** Rows below the last known one are a further page, not news. */
function lastKnownIndex(rows: readonly Row[], known: ReadonlySet<string>): number {
  return rows.reduce((last, { id }, index) => (known.has(id) ? index : last), -1);
}
