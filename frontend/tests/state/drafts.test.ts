import { expect, test } from 'vitest';

import { draftChanged, draftsForgotten } from '@/state/drafts-slice';
import { createStore } from '@/state/store';

test('drafts outlive a reload until they are sent', () => {
  const store = createStore();
  store.dispatch(draftChanged({ threadId: 't1', text: 'Navy leaves' }));
  store.dispatch(draftChanged({ threadId: 't2', text: 'Hello' }));
  expect(createStore().getState().drafts).toEqual({ t1: 'Navy leaves', t2: 'Hello' });
  store.dispatch(draftChanged({ threadId: 't1', text: '' }));
  expect(createStore().getState().drafts).toEqual({ t2: 'Hello' });
});

test('signing out forgets them', () => {
  const store = createStore();
  store.dispatch(draftChanged({ threadId: 't1', text: 'Navy leaves' }));
  store.dispatch(draftsForgotten());
  expect(createStore().getState().drafts).toEqual({});
});

test('a broken storage is as good as an empty one', () => {
  window.localStorage.setItem('leadnurturebot.drafts', '{"t1": 5, "t2": "kept"');
  expect(createStore().getState().drafts).toEqual({});
  window.localStorage.setItem('leadnurturebot.drafts', '{"t1": 5, "t2": "kept"}');
  expect(createStore().getState().drafts).toEqual({ t2: 'kept' });
});
