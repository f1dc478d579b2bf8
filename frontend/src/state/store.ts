import { configureStore } from '@reduxjs/toolkit';
import { setupListeners } from '@reduxjs/toolkit/query';

import { taggedApi } from '@/api/cache-tags';

import { answeringSlice } from './answering-slice';
import { connectionSlice } from './connection-slice';
import { draftsSlice, keepDrafts, readDrafts } from './drafts-slice';
import { noticesSlice } from './notices-slice';

/** Interface state in slices, server state in the one client. */
export function createStore() {
  const store = configureStore({
    reducer: {
      [taggedApi.reducerPath]: taggedApi.reducer,
      answering: answeringSlice.reducer,
      connection: connectionSlice.reducer,
      drafts: draftsSlice.reducer,
      notices: noticesSlice.reducer,
    },
    preloadedState: { drafts: readDrafts() },
    middleware: (defaults) => defaults().concat(taggedApi.middleware),
  });
  setupListeners(store.dispatch);
  let kept = store.getState().drafts;
  store.subscribe(() => {
    const { drafts } = store.getState();
    if (drafts !== kept) keepDrafts((kept = drafts));
  });
  return store;
}

export type Store = ReturnType<typeof createStore>;
export type State = ReturnType<Store['getState']>;
