import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { problem } from '../mocks/handlers';
import { troubled, whatsapp } from '../mocks/integrations';
import { vera } from '../mocks/people';
import { server } from '../mocks/server';
import { renderApp } from '../render-app';

const whatsappPage = '/integrations/messaging/whatsapp_cloud';
const stripePage = '/integrations/payments/stripe';

const sees = (role: 'manager' | 'viewer') => server.use(http.get('*/api/v1/me', () => HttpResponse.json({ ...vera, role })));

/** Keeps what is sent to an address. */
function sent(method: 'post' | 'patch', path: string) {
  const bodies: unknown[] = [];
  server.use(
    http[method](path, async ({ request }) => {
      bodies.push(await request.clone().json());
      return undefined;
    }),
  );
  return bodies;
}

const refuses = (method: 'post' | 'patch' | 'delete', path: string, status: number, code: string, more: object = {}) =>
  server.use(http[method](path, () => HttpResponse.json({ code, status, detail: '', fields: {}, trace_id: 't', ...more }, { status })));

describe('Integrations', () => {
  test('cards stand by what they are for, each with its state at a glance', async () => {
    await renderApp('/integrations');
    const messages = await screen.findByRole('region', { name: 'Messages' });
    expect(within(messages).getByRole('link')).toHaveTextContent('WhatsApp Cloud APIConnectedLast heard from 22:38');
    const payments = within(screen.getByRole('region', { name: 'Payments' })).getAllByRole('link');
    expect(payments.map((card) => card.textContent)).toEqual([
      "StripeNot connectedCustomers pay by card on Stripe's page. We make the webhook for you.",
      'Cash on deliveryNot connectedCustomers pay when the parcel comes. Nothing has to be set.',
    ]);
    expect(screen.getByRole('link', { name: /How to connect/ })).toHaveAttribute('href', '/docs/integrations');
  });

  test('trouble stands on the card and on its page', async () => {
    server.use(http.get('*/api/v1/connections', () => HttpResponse.json({ results: [troubled], next_cursor: null })));
    await renderApp('/integrations');
    const card = await screen.findByRole('link', { name: /WhatsApp Cloud API/ });
    expect(card).toHaveTextContent('Needs attentionThe newest message was refused.');
    await userEvent.click(card);
    expect(await screen.findByText('2 events could not be worked on.')).toBeVisible();
    expect(screen.getByText('Payment issue (131042)')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See 2' })).toHaveAttribute('href', '/parked');
  });

  test('the form comes from the schema: kinds of fields, secrets empty, nothing asked for that we make up', async () => {
    await renderApp(stripePage);
    expect(await screen.findByLabelText('Secret or restricted key')).toHaveAttribute('type', 'password');
    expect(screen.getByRole('combobox', { name: 'Mode' })).toHaveValue('test');
    expect(screen.getByRole('textbox', { name: 'Tries' })).toHaveAttribute('inputmode', 'decimal');
    expect(screen.getByRole('switch', { name: 'Send receipts' })).not.toBeChecked();
  });

  test('a provider is connected with what was typed', async () => {
    const bodies = sent('post', '*/api/v1/connections');
    await renderApp(stripePage);
    await userEvent.type(await screen.findByLabelText('Secret or restricted key'), 'rk_test_1');
    await userEvent.type(screen.getByRole('textbox', { name: 'Tries' }), '3');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Mode' }), 'live');
    await userEvent.click(screen.getByRole('switch', { name: 'Send receipts' }));
    await userEvent.click(screen.getByRole('button', { name: 'Connect Stripe' }));
    expect(await screen.findByText('Stripe is connected.')).toBeVisible();
    expect(bodies).toEqual([{ kind: 'payments', slug: 'stripe', settings: { api_key: 'rk_test_1', mode: 'live', tries: 3, receipts: true } }]);
    expect(await screen.findByRole('heading', { name: 'How it is doing' })).toBeVisible();
  });

  test('what is wrong stands at its field and above with a way to it', async () => {
    refuses('post', '*/api/v1/connections', 400, 'invalid', { fields: { api_key: ['The provider does not accept this key.'] } });
    await renderApp(stripePage);
    await userEvent.type(await screen.findByLabelText('Secret or restricted key'), 'nonsense');
    await userEvent.click(screen.getByRole('button', { name: 'Connect Stripe' }));
    const alert = await within(screen.getByRole('main')).findByRole('alert');
    expect(alert).toHaveTextContent('Some values cannot be used. Nothing was changed.');
    const field = screen.getByLabelText('Secret or restricted key');
    expect(field).toHaveAccessibleDescription('The provider does not accept this key.');
    expect(field).toHaveValue('nonsense');
    await userEvent.click(within(alert).getByRole('link', { name: 'Secret or restricted key' }));
    expect(field).toHaveFocus();
  });

  test('a provider that refuses to connect is quoted', async () => {
    refuses('post', '*/api/v1/connections', 409, 'cannot_connect', { detail: 'Invalid URL' });
    await renderApp(stripePage);
    await userEvent.click(await screen.findByRole('button', { name: 'Connect Stripe' }));
    expect(await within(screen.getByRole('main')).findByRole('alert')).toHaveTextContent('The provider did not let us connect. Invalid URL');
  });

  test('a secret left empty is not sent; what changed is', async () => {
    const bodies = sent('patch', '*/api/v1/connections/:id');
    await renderApp(whatsappPage);
    const secret = await screen.findByLabelText('App secret');
    expect(secret).toHaveAccessibleDescription(/ends in x9ac/);
    expect(screen.queryByLabelText('Verify token', { selector: 'input' })).not.toBeInTheDocument();
    const save = screen.getByRole('button', { name: 'Save changes' });
    expect(save).toBeDisabled();
    const number = screen.getByRole('textbox', { name: 'Phone number ID' });
    await userEvent.clear(number);
    await userEvent.type(number, '1066');
    await userEvent.click(save);
    expect(await screen.findByText('Your changes are kept.')).toBeVisible();
    expect(bodies).toEqual([{ settings: { phone_number_id: '1066' } }]);
  });

  test('address and verify token are copied by one press', async () => {
    await renderApp(whatsappPage);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Copy: Webhook address' }));
    expect(await navigator.clipboard.readText()).toBe(whatsapp.webhook_url);
    expect(await screen.findByText('Webhook address: copied.')).toBeVisible();
    expect(screen.getByText('tt-7fK2-9mQx')).toBeVisible();
  });

  test('a test says in plain words what the provider answered', async () => {
    await renderApp(whatsappPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Test now' }));
    await screen.findByText('The number is ready');
    const told = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(told).toContain('The number is ready+44 20 7946 0018, quality GREEN');
    expect(told).toContain('The account sends its messages to no app. Subscribe your app to it at Meta.2055');
  });

  test('disconnecting asks first; connecting again does not', async () => {
    await renderApp(whatsappPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Disconnect' }));
    const dialog = await screen.findByRole('dialog', { name: 'Disconnect WhatsApp Cloud API?' });
    expect(dialog).toHaveTextContent('Keys, numbers and conversations stay');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Disconnect WhatsApp Cloud API' }));
    expect(await screen.findByText('WhatsApp Cloud API is disconnected.')).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: 'Connect again' }));
    expect(await screen.findByRole('button', { name: 'Disconnect' })).toBeVisible();
  });

  test('a number is added and one in use is kept with its reason', async () => {
    const added: unknown[] = [];
    server.use(
      http.post('*/api/v1/connections/:id/numbers', async ({ request }) => {
        added.push(await request.json());
        return HttpResponse.json(whatsapp, { status: 201 });
      }),
    );
    refuses('delete', '*/api/v1/connections/:id/numbers/:number', 409, 'has_conversations');
    await renderApp(whatsappPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Add number' }));
    const form = screen.getByRole('textbox', { name: 'Number as people read it' }).closest('form') as HTMLElement;
    await userEvent.type(within(form).getByRole('textbox', { name: 'Number as people read it' }), '+1 555 0101');
    await userEvent.type(within(form).getByRole('textbox', { name: 'Phone number ID' }), '1056');
    await userEvent.click(within(form).getByRole('button', { name: 'Add number' }));
    await waitFor(() => expect(added).toEqual([{ display_number: '+1 555 0101', phone_number_id: '1056', waba_id: '2055' }]));
    await userEvent.click(await screen.findByRole('button', { name: 'Take off +44 20 7946 0018' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take off +44 20 7946 0018' }));
    expect(await screen.findByText(/so it stays/)).toBeVisible();
  });

  test('a manager may look and test, not change', async () => {
    sees('manager');
    await renderApp(whatsappPage);
    expect(await screen.findByText('You can look, but not change. An admin can.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Phone number ID' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Test now' })).toBeEnabled();
    for (const name of ['Save changes', 'Disconnect', 'Add number']) expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  });

  test('a viewer is not led here, and is told who can', async () => {
    sees('viewer');
    await renderApp('/integrations');
    expect(await screen.findByRole('heading', { level: 1, name: 'Integrations' })).toBeVisible();
    expect(screen.getByText(/Only admins and managers/)).toBeVisible();
    expect(within(screen.getByRole('navigation', { name: 'Areas' })).queryByRole('link', { name: 'Integrations' })).not.toBeInTheDocument();
  });

  test('a failed load can be tried again', async () => {
    server.use(http.get('*/api/v1/connections', () => problem('failed', 500)));
    await renderApp('/integrations');
    expect(await screen.findByRole('heading', { name: 'The integrations did not load' })).toBeVisible();
    server.use(http.get('*/api/v1/connections', () => HttpResponse.json({ results: [whatsapp], next_cursor: null })));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: /WhatsApp Cloud API/ })).toBeVisible();
  });

  test('an integration that does not exist says so', async () => {
    await renderApp('/integrations/payments/nobody');
    expect(await screen.findByRole('heading', { level: 1, name: 'There is no such integration' })).toBeVisible();
  });
});
