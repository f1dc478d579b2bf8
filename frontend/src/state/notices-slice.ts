import { createSlice, nanoid, type PayloadAction } from '@reduxjs/toolkit';

export interface Notice {
  id: string;
  kind: 'done' | 'failed';
  /** Key of the text and what stands in it. */
  textKey: string;
  values?: Record<string, string | number>;
}

/** Short messages at the foot of the page, one after the other. */
export const noticesSlice = createSlice({
  name: 'notices',
  initialState: [] as Notice[],
  reducers: {
    noticeShown: {
      reducer: (state, { payload }: PayloadAction<Notice>) => {
        state.push(payload);
      },
      prepare: (notice: Omit<Notice, 'id'>) => ({ payload: { id: nanoid(), ...notice } }),
    },
    noticeClosed: (state, { payload }: PayloadAction<string>) => state.filter(({ id }) => id !== payload),
  },
});

export const { noticeShown, noticeClosed } = noticesSlice.actions;
