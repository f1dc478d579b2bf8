import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

type Answering = Record<string, string>;

const nothing: Answering = {};

/** The one message that the next words answer, by thread. */
export const answeringSlice = createSlice({
  name: 'answering',
  initialState: nothing,
  reducers: {
    answerChosen: (state, { payload }: PayloadAction<{ threadId: string; messageId: string }>) => ({ ...state, [payload.threadId]: payload.messageId }),
    answerDropped: (state, { payload }: PayloadAction<{ threadId: string }>) => Object.fromEntries(Object.entries(state).filter(([threadId]) => threadId !== payload.threadId)),
  },
});

export const { answerChosen, answerDropped } = answeringSlice.actions;
