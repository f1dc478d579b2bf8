import { useSearchParams } from 'react-router';

export type RangeName = 'today' | '7d' | '30d' | 'own';

export interface DateRange {
  name: RangeName;
  /** What the server is asked for. */
  query: { range: 'today' | '7d' | '30d' } | { from: string; to: string };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The dates the dashboard speaks of, out of the address; today when it names none or makes no sense. */
export function readRange(params: URLSearchParams): DateRange {
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  if (DAY.test(from) && DAY.test(to) && from <= to) return { name: 'own', query: { from, to } };
  const named = params.get('range');
  const range = named === '7d' || named === '30d' ? named : 'today';
  return { name: range, query: { range } };
}

export function useDateRange() {
  const [params, setParams] = useSearchParams();
  const choose = (range: 'today' | '7d' | '30d') => setParams(range === 'today' ? {} : { range });
  const chooseDates = (from: string, to: string) => setParams({ from, to });
  return { range: readRange(params), choose, chooseDates };
}
