import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';

import { problem } from '../mocks/handlers';
import { sarah } from '../mocks/people';
import { server } from '../mocks/server';
import { renderApp } from '../render-app';

const LOGIN = '*/_allauth/browser/v1/auth/login';
const CODE = '*/_allauth/browser/v1/auth/2fa/authenticate';

let signedIn = false;

beforeEach(() => {
  signedIn = false;
  server.use(http.get('*/api/v1/me', () => (signedIn ? HttpResponse.json(sarah) : problem('not_authenticated', 403))));
});

const letIn = () => {
  signedIn = true;
  return HttpResponse.json({ status: 200, data: {}, meta: { is_authenticated: true } });
};

async function type(email: string, password: string) {
  await userEvent.type(await screen.findByRole('textbox', { name: /Email/ }), email);
  await userEvent.type(screen.getByLabelText(/Password/), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('Sign in', () => {
  test('a stranger is sent to the door, and afterwards to the page asked for', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(LOGIN, async ({ request }) => {
        sent.push(await request.json());
        return letIn();
      }),
    );
    const { router } = await renderApp('/orders?tab=to_pay');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    await type('sarah@trendythreads.example', 'open sesame');
    expect(await screen.findByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
    expect(sent).toEqual([{ email: 'sarah@trendythreads.example', password: 'open sesame' }]);
    expect(router.state.location.pathname + router.state.location.search).toBe('/orders?tab=to_pay');
  });

  test('the token for changes goes back to the server', async () => {
    document.cookie = 'lnb_csrftoken=secret-token';
    let token: string | null = null;
    server.use(
      http.post(LOGIN, ({ request }) => {
        token = request.headers.get('X-CSRFToken');
        return letIn();
      }),
    );
    await renderApp('/sign-in');
    await type('sarah@trendythreads.example', 'open sesame');
    await waitFor(() => expect(token).toBe('secret-token'));
  });

  test('a wrong password is told without saying which of the two is wrong', async () => {
    server.use(http.post(LOGIN, () => HttpResponse.json({ status: 400, errors: [{ code: 'email_password_mismatch', param: 'password', message: '' }] }, { status: 400 })));
    await renderApp('/sign-in');
    await type('sarah@trendythreads.example', 'wrong');
    expect(await screen.findByText(/Email and password do not belong together/)).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Go to the field' }));
    expect(screen.getByRole('textbox', { name: /Email/ })).toHaveFocus();
  });

  test('a person with a second step is asked for the code', async () => {
    const codes: unknown[] = [];
    server.use(
      http.post(LOGIN, () => HttpResponse.json({ status: 401, data: { flows: [{ id: 'login' }, { id: 'mfa_authenticate', is_pending: true, types: ['totp'] }] }, meta: { is_authenticated: false } }, { status: 401 })),
      http.post(CODE, async ({ request }) => {
        codes.push(await request.json());
        return codes.length === 1 ? HttpResponse.json({ status: 400, errors: [{ code: 'incorrect_code', param: 'code', message: '' }] }, { status: 400 }) : letIn();
      }),
    );
    await renderApp('/sign-in');
    await type('sarah@trendythreads.example', 'open sesame');
    const field = await screen.findByRole('textbox', { name: /Code/ });
    await userEvent.type(field, '123 456');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/This code is not right/)).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, '654321{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Good evening, Sarah' })).toBeVisible();
    expect(codes).toEqual([{ code: '123456' }, { code: '654321' }]);
  });

  test('too many attempts say to wait', async () => {
    server.use(http.post(LOGIN, () => HttpResponse.json({ status: 429 }, { status: 429 })));
    await renderApp('/sign-in');
    await type('sarah@trendythreads.example', 'again');
    expect(await screen.findByText(/Too many attempts/)).toBeVisible();
  });

  test('nobody is led to another site afterwards', async () => {
    server.use(http.post(LOGIN, letIn));
    const { router } = await renderApp('/sign-in?next=//evil.example/orders');
    await type('sarah@trendythreads.example', 'open sesame');
    await screen.findByRole('heading', { level: 1, name: 'Good evening, Sarah' });
    expect(router.state.location.pathname).toBe('/');
  });
});
