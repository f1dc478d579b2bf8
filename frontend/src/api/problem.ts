/** What the server says when it refuses (application/problem+json). */
export interface Problem {
  status: number;
  /** Stable word to branch on, such as `not_holding`. */
  code: string;
  detail: string;
  traceId: string;
  /** What is wrong with each value, by its name. */
  fields: Record<string, string>;
}

interface ProblemBody {
  code?: unknown;
  detail?: unknown;
  trace_id?: unknown;
  fields?: unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const fieldsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([name, texts]: [string, unknown]) => [name, Array.isArray(texts) ? texts.map(text).join(' ') : text(texts)]));

/** Reads any error of the client. No answer at all has status 0 and the code `no_connection`. */
export function readProblem(error: unknown): Problem {
  const { status, data } = (error ?? {}) as { status?: unknown; data?: unknown };
  if (typeof status !== 'number') return { status: 0, code: 'no_connection', detail: '', traceId: '', fields: {} };
  const body = (typeof data === 'object' && data !== null ? data : {}) as ProblemBody;
  return { status, code: text(body.code), detail: text(body.detail), traceId: text(body.trace_id), fields: fieldsOf(body.fields) };
}

/** Whether the session is over (or never began), as opposed to a missing right. */
export function isSignedOut(error: unknown): boolean {
  const { status, code } = readProblem(error);
  return status === 401 || (status === 403 && code === 'not_authenticated');
}
