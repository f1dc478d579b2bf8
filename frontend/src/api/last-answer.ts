const KEY = 'lnb.lastAnswerAt';

/** The server has answered, which moves the end of the session. Every tab of this browser shares it. */
export function noteAnswer(): void {
  try {
    localStorage.setItem(KEY, String(Date.now()));
  } catch {
    // A browser without storage gets no warning before its session ends.
  }
}

/** Seconds since the server answered last in any tab, 0 when that is not known. */
export function secondsSinceAnswer(): number {
  try {
    const at = Number(localStorage.getItem(KEY));
    return at > 0 ? Math.max(0, (Date.now() - at) / 1000) : 0;
  } catch {
    return 0;
  }
}
