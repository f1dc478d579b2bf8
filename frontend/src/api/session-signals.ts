import { createAction } from '@reduxjs/toolkit';

/** The server answered (true) or could not be reached (false). */
export const connectionChanged = createAction<boolean>('connection/changed');

/** The server no longer knows our session. */
export const sessionEnded = createAction('session/ended');
