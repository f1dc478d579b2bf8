import { csrfToken } from '@/api/csrf-token';

const BASE = '/_allauth/browser/v1';

/** How an attempt to sign in ended. */
export type SignInAnswer = { kind: 'signedIn' } | { kind: 'codeWanted' } | { kind: 'refused'; problems: FieldProblem[] } | { kind: 'tooMany' } | { kind: 'noAnswer' };

export interface FieldProblem {
  code: string;
  field: string;
}

interface Flow {
  id: string;
  is_pending?: boolean;
}

interface Body {
  data?: { flows?: Flow[] };
  errors?: { code: string; param?: string }[];
}

/** Fetches the settings, which also makes the server set the token for changes. */
export async function prepare(): Promise<void> {
  await fetch(`${BASE}/config`, { headers: { Accept: 'application/json' } }).catch(() => undefined);
}

async function post(path: string, body: object): Promise<SignInAnswer> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRFToken': csrfToken() ?? '' };
  try {
    const answer = await fetch(BASE + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return read(answer.status, (await answer.json().catch(() => ({}))) as Body);
  } catch {
    return { kind: 'noAnswer' };
  }
}

/** allauth: 200 signed in, 409 already signed in, 401 with a pending step, 400 with what is wrong, 429 too often. */
function read(status: number, { data, errors }: Body): SignInAnswer {
  if (status === 200 || status === 409) return { kind: 'signedIn' };
  if (status === 401 && data?.flows?.some(({ id, is_pending: pending }) => id === 'mfa_authenticate' && pending)) return { kind: 'codeWanted' };
  if (status === 429) return { kind: 'tooMany' };
  if (status === 400) return { kind: 'refused', problems: (errors ?? []).map(({ code, param }) => ({ code, field: param ?? '' })) };
  return { kind: 'noAnswer' };
}

export const signIn = (email: string, password: string) => post('/auth/login', { email, password });

export const sendCode = (code: string) => post('/auth/2fa/authenticate', { code });
