import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

import { connectionChanged, sessionEnded } from '@/api/session-signals';

interface Connection {
  online: boolean;
  /** When the connection was lost, by this device's clock. */
  lostAt: number | null;
  signedOut: boolean;
}

const initialState: Connection = { online: true, lostAt: null, signedOut: false };

/** Whether the server can be reached and still knows us. */
export const connectionSlice = createSlice({
  name: 'connection',
  initialState,
  reducers: {
    deviceWentOffline: {
      reducer: (state, { payload }: PayloadAction<number>) => {
        state.online = false;
        state.lostAt ??= payload;
      },
      prepare: () => ({ payload: Date.now() }),
    },
    signedIn: (state) => {
      state.signedOut = false;
    },
  },
  extraReducers: (builder) => {
    builder.addCase(connectionChanged, (state, { payload: online }) => {
      if (online) Object.assign(state, { online: true, lostAt: null });
      else Object.assign(state, { online: false, lostAt: state.lostAt ?? Date.now() });
    });
    builder.addCase(sessionEnded, (state) => {
      state.signedOut = true;
    });
  },
});

export const { deviceWentOffline, signedIn } = connectionSlice.actions;
