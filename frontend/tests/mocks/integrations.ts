import { http, HttpResponse, type HttpHandler } from 'msw';

import type { ApiKey, Checked, Connection, Provider } from '@/api/rows';

import { ago } from './people';

export const whatsappProvider: Provider = {
  kind: 'messaging',
  slug: 'whatsapp_cloud',
  name: 'WhatsApp Cloud API',
  secret_fields: ['app_secret', 'verify_token'],
  has_numbers: true,
  has_webhooks: true,
  sets_webhook: false,
  can_test: true,
  schema: {
    type: 'object',
    required: ['phone_number_id', 'app_secret', 'verify_token'],
    properties: {
      phone_number_id: { type: 'string', title: 'Phone number ID', description: 'A long number.' },
      app_secret: { type: 'string', format: 'password', writeOnly: true, title: 'App secret' },
      verify_token: { type: 'string', format: 'password', writeOnly: true, title: 'Verify token', 'x-filled-by': 'us' },
    },
  },
};

const stripe: Provider = {
  ...whatsappProvider,
  kind: 'payments',
  slug: 'stripe',
  name: 'Stripe',
  sets_webhook: true,
  has_numbers: false,
  secret_fields: ['api_key'],
  schema: {
    type: 'object',
    required: ['api_key'],
    properties: {
      api_key: { type: 'string', format: 'password', writeOnly: true, title: 'Secret or restricted key' },
      mode: { type: 'string', enum: ['test', 'live'], default: 'test', title: 'Mode' },
      tries: { anyOf: [{ type: 'integer' }, { type: 'null' }], title: 'Tries' },
      receipts: { type: 'boolean', default: false, title: 'Send receipts' },
    },
  },
};

const cash: Provider = { ...stripe, slug: 'cash_on_delivery', name: 'Cash on delivery', has_webhooks: false, can_test: false, secret_fields: [], schema: { type: 'object', required: [], properties: {} } };

const calm: Connection['health'] = { last_heard_at: ago(3), last_sent_at: ago(3), parked: 0, failed: 0, last_failed_at: null, last_error_code: '', last_error: '' };

export const whatsapp: Connection = {
  id: 'connection-whatsapp',
  kind: 'messaging',
  slug: 'whatsapp_cloud',
  name: 'WhatsApp Cloud API',
  state: 'connected',
  attention: [],
  created_at: ago(60 * 24 * 90),
  webhook_url: 'https://bot.example/hooks/messaging/whatsapp_cloud/Zk3/',
  paste_there: { verify_token: 'tt-7fK2-9mQx' },
  settings: { phone_number_id: '1055' },
  secrets: [
    { name: 'app_secret', is_set: true, ending: 'x9ac' },
    { name: 'verify_token', is_set: true, ending: '' },
  ],
  numbers: [{ id: 'number-1', phone_number_id: '1055', waba_id: '2055', display_number: '+44 20 7946 0018' }],
  health: calm,
};

export const troubled: Connection = {
  ...whatsapp,
  state: 'attention',
  attention: ['failing', 'parked'],
  health: { ...calm, parked: 2, failed: 4, last_failed_at: ago(1), last_error_code: '131042', last_error: 'Payment issue' },
};

export const found: Checked[] = [
  { name: 'number', subject: '1055', verdict: 'works', reason: '', facts: { number: '+44 20 7946 0018', quality: 'GREEN' }, detail: '' },
  { name: 'events', subject: '2055', verdict: 'look', reason: 'not_subscribed', facts: {}, detail: '' },
];

export const keys: ApiKey[] = [
  { id: 'key-till', name: 'Till', ending: 'a1B2', created_at: ago(60 * 24 * 8), last_used_at: ago(5) },
  { id: 'key-old', name: 'Old script', ending: 'c3D4', created_at: ago(60 * 24 * 200), last_used_at: null },
];

const page = (results: readonly object[]) => HttpResponse.json({ results, next_cursor: null });

/** Providers and connections that can be changed, and keys that can be made and revoked. */
export function integrationHandlers(): HttpHandler[] {
  let connections: Connection[] = [whatsapp];
  let apiKeys = keys;
  const put = (changed: Connection) => {
    connections = connections.map((one) => (one.id === changed.id ? changed : one));
    return HttpResponse.json(changed);
  };
  return [
    http.get('*/api/v1/providers', () => page([whatsappProvider, stripe, cash])),
    http.get('*/api/v1/connections', () => page(connections)),
    http.post('*/api/v1/connections', async ({ request }) => {
      const { kind, slug } = (await request.json()) as Pick<Connection, 'kind' | 'slug'>;
      const made: Connection = { ...whatsapp, id: `connection-${slug}`, kind, slug, name: 'Stripe', numbers: [], settings: {}, secrets: [], paste_there: {} };
      connections = [...connections, made];
      return HttpResponse.json(made, { status: 201 });
    }),
    http.patch('*/api/v1/connections/:id', () => HttpResponse.json(whatsapp)),
    http.post('*/api/v1/connections/:id/disconnect', () => put({ ...whatsapp, state: 'off' })),
    http.post('*/api/v1/connections/:id/enable', () => put(whatsapp)),
    http.post('*/api/v1/connections/:id/test', () => page(found)),
    http.get('*/api/v1/coupons', () => page([])),
    http.get('*/api/v1/api-keys', () => page(apiKeys)),
    http.post('*/api/v1/api-keys', async ({ request }) => {
      const { name } = (await request.json()) as { name: string };
      const made: ApiKey = { id: 'key-new', name, ending: 'e5F6', created_at: ago(0), last_used_at: null };
      apiKeys = [made, ...apiKeys];
      return HttpResponse.json({ ...made, key: 'lnb_shown-this-once-e5F6' }, { status: 201 });
    }),
    http.delete('*/api/v1/api-keys/:id', ({ params: { id } }) => {
      apiKeys = apiKeys.filter((key) => key.id !== id);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
