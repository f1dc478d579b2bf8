import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

const KEY = 'leadnurturebot.drafts';

type Drafts = Record<string, string>;

const noDrafts: Drafts = {};

/** What was typed and not sent, by thread; outlives a reload, a lost connection and the end of a session. */
export const draftsSlice = createSlice({
  name: 'drafts',
  initialState: noDrafts,
  reducers: {
    draftChanged: (state, { payload }: PayloadAction<{ threadId: string; text: string }>) => {
      const others = Object.entries(state).filter(([threadId]) => threadId !== payload.threadId);
      return Object.fromEntries(payload.text ? [...others, [payload.threadId, payload.text]] : others);
    },
    draftsForgotten: () => noDrafts,
  },
});

export const { draftChanged, draftsForgotten } = draftsSlice.actions;

export function readDrafts(): Drafts {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    const entries = Object.entries(kept as Record<string, unknown>);
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

export function keepDrafts(drafts: Drafts): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(drafts));
  } catch {
    // A full or forbidden storage only costs the drafts their life beyond this page.
  }
}
