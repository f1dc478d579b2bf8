import { describe, expect, test } from 'vitest';

import { createGapWatch, readChange, staleTags } from '@/app/live/live-events';

describe('Live events', () => {
  test('a change to one conversation makes it, its lists and the dashboard stale', () => {
    expect(staleTags({ kind: 'conversation', id: 't1' })).toEqual([{ type: 'conversations', id: 'LIST' }, { type: 'conversations', id: 't1' }, 'dashboard']);
  });

  test('a change without an id makes all of its kind stale', () => {
    expect(staleTags({ kind: 'order', id: '' })).toEqual(['orders', 'dashboard']);
    expect(staleTags({ kind: 'product', id: '' })).toEqual(['products']);
  });

  test('figures and the frame stand alone', () => {
    expect(staleTags({ kind: 'dashboard', id: '' })).toEqual(['dashboard', 'parked']);
    expect(staleTags({ kind: 'ticket', id: 't1' })).toEqual(['tickets']);
    expect(staleTags({ kind: 'status', id: '' })).toEqual(['status', 'templates']);
  });

  test('what cannot be read is passed over', () => {
    expect(['', '{', '{"kind":"weather"}', '[]'].map(readChange)).toEqual([null, null, null, null]);
    expect(readChange('{"kind":"order","id":"o1"}')).toEqual({ kind: 'order', id: 'o1' });
  });

  test('a missing number is a gap, the first and a repeated one are none', () => {
    const followsOn = createGapWatch();
    expect(['7', '8', '8', '9', '12', '13', ''].map(followsOn)).toEqual([true, true, true, true, false, true, true]);
  });
});
