import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';

import { useSteadyRows } from '@/lib/use-steady-rows';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (shown: readonly { id: string }[]) => shown.map(({ id }) => id).join('');

const start = (first: { id: string }[]) =>
  renderHook(({ list, key, hold }) => useSteadyRows(list, key, hold), { initialProps: { list: first, key: 'all', hold: false } });

test('nothing is held back while nobody points at the list', () => {
  const { result, rerender } = start(rows('a', 'b'));
  rerender({ list: rows('c', 'b', 'a'), key: 'all', hold: false });
  expect(ids(result.current.rows)).toBe('cba');
  expect(result.current.waiting).toBe(0);
});

test('held rows keep their place and new ones wait until they are asked for', () => {
  const { result, rerender } = start(rows('a', 'b'));
  rerender({ list: rows('c', 'b', 'a'), key: 'all', hold: true });
  expect(ids(result.current.rows)).toBe('ab');
  expect(result.current.waiting).toBe(1);
  act(() => result.current.showAll());
  expect(ids(result.current.rows)).toBe('cba');
});

test('rows that are gone leave at once', () => {
  const { result, rerender } = start(rows('a', 'b', 'c'));
  rerender({ list: rows('a', 'c'), key: 'all', hold: true });
  expect(ids(result.current.rows)).toBe('ac');
});

test('a further page is no news', () => {
  const { result, rerender } = start(rows('a', 'b'));
  rerender({ list: rows('a', 'b', 'c', 'd'), key: 'all', hold: true });
  expect(ids(result.current.rows)).toBe('abcd');
  expect(result.current.waiting).toBe(0);
});

test('another filter starts afresh', () => {
  const { result, rerender } = start(rows('a', 'b'));
  rerender({ list: rows('x', 'y'), key: 'mine', hold: true });
  expect(ids(result.current.rows)).toBe('xy');
});
