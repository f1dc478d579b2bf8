import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The days on which the orders shown were placed, out of the address; empty for all days. */
export interface PlacedDates {
  from?: string;
  to?: string;
}

export function usePlacedDates() {
  const [params, setParams] = useSearchParams();
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  const dates: PlacedDates = DAY.test(from) && DAY.test(to) && from <= to ? { from, to } : {};
  const setDates = useCallback(
    (next: PlacedDates) =>
      setParams((previous) => {
        const changed = new URLSearchParams(previous);
        for (const name of ['from', 'to'] as const) {
          const day = next[name];
          if (day) changed.set(name, day);
          else changed.delete(name);
        }
        return changed;
      }),
    [setParams],
  );
  return { dates, setDates };
}
