import { http, HttpResponse, type HttpHandler } from 'msw';

import type { ConversationPage, Message } from '@/api/rows';

import { conversationOf, conversationRows, messagesOf, sentMessage, tookOver } from './conversations';
import { integrationHandlers } from './integrations';
import { NOW, sarah, status } from './people';
import { entries, examples, replyTexts, unanswered } from './knowledge';
import { dashboard, inTab, orderCounts, orderOf, orderRows, parkedRows, productOf, productRows, templates } from './shop-data';
import { ticketHandlers } from './tickets';

const counts: ConversationPage['counts'] = { all: 47, needs_you: 3, mine: 1, bot: 43, closed: 12 };

export function problem(code: string, statusCode: number) {
  return HttpResponse.json({ type: 'about:blank', title: code, status: statusCode, detail: '', code, fields: {}, trace_id: '7F2K-91' }, { status: statusCode });
}

const found = (thing: object | undefined) => (thing ? HttpResponse.json(thing) : problem('not_found', 404));

const parameter = (request: Request, name: string) => new URL(request.url).searchParams.get(name) ?? '';

const matches = (words: string, ...texts: string[]) => texts.some((text) => text.toLowerCase().includes(words.toLowerCase()));

/** A conversation that can be taken over, written in and handed back. */
function conversationHandlers(): HttpHandler[] {
  const held = new Set<string>();
  const blocked = new Set<string>();
  const written = new Map<string, Message[]>();
  const add = (id: string, message: Message) => written.set(id, [...(written.get(id) ?? []), message]);
  const current = (id: string) => {
    const known = conversationOf(id);
    const conversation = known && { ...known, is_blocked: blocked.has(id) };
    if (!conversation || !held.has(id)) return conversation;
    return { ...conversation, unread: 0, holder: 'person', holder_name: 'Sarah Chen', stage: 'with_person', can_take_over: false, can_write: true };
  };
  return [
    http.get<{ id: string }>('*/api/v1/conversations/:id/messages', ({ params: { id } }) => HttpResponse.json({ results: [...messagesOf(id), ...(written.get(id) ?? [])], next_cursor: null })),
    http.post<{ id: string }, { text: string; reply_to?: string }>('*/api/v1/conversations/:id/messages', async ({ params: { id }, request }) => {
      if (!held.has(id)) return problem('not_holding', 409);
      const { text, reply_to: answered } = await request.json();
      const message = { ...sentMessage(text), reply_to: answered ?? null };
      add(id, message);
      return HttpResponse.json(message);
    }),
    http.post<{ id: string }>('*/api/v1/conversations/:id/take-over', ({ params: { id } }) => {
      held.add(id);
      add(id, tookOver);
      return found(current(id));
    }),
    http.post<{ id: string }>('*/api/v1/conversations/:id/seen', ({ params: { id } }) => found(current(id))),
    http.post<{ id: string }>('*/api/v1/conversations/:id/block', ({ params: { id } }) => {
      blocked.add(id);
      return found(current(id));
    }),
    http.delete<{ id: string }>('*/api/v1/conversations/:id/block', ({ params: { id } }) => {
      blocked.delete(id);
      return found(current(id));
    }),
    http.post<{ id: string }>('*/api/v1/conversations/:id/hand-back', ({ params: { id } }) => {
      held.delete(id);
      return found(current(id));
    }),
    http.get<{ id: string }>('*/api/v1/conversations/:id', ({ params: { id } }) => found(current(id))),
    http.get('*/api/v1/conversations', ({ request }) => {
      const filter = parameter(request, 'filter');
      const rows = conversationRows.filter((row) => (filter === 'needs_you' ? row.holder === 'waiting' : filter === 'bot' ? row.holder === 'bot' : filter !== 'closed'));
      return HttpResponse.json({ results: rows.filter(({ lead }) => matches(parameter(request, 'q'), lead.name)), next_cursor: null, counts });
    }),
  ];
}

function shopHandlers(): HttpHandler[] {
  return [
    http.get('*/api/v1/carriers', () => HttpResponse.json({ results: [{ slug: 'ups', name: 'UPS' }] })),
    http.get('*/api/v1/returns', () => HttpResponse.json({ results: [], next_cursor: null, counts: { to_decide: 0, coming: 0, here: 0, closed: 0, all: 0 } })),
    ...ticketHandlers(),
    http.get<{ id: string }>('*/api/v1/orders/:id', ({ params: { id } }) => found(orderOf(id))),
    http.get('*/api/v1/orders', ({ request }) => {
      const tab = (parameter(request, 'tab') || 'all') as keyof typeof inTab;
      const rows = orderRows.filter(inTab[tab]).filter(({ number, lead }) => matches(parameter(request, 'q'), number, lead.name));
      return HttpResponse.json({ results: rows, next_cursor: null, counts: orderCounts });
    }),
    http.get('*/api/v1/products/:id/feedback', () => HttpResponse.json({ fit: { verdicts: 0, small: 0, right: 0, large: 0, leaning: '' }, awaited: [] })),
    http.get('*/api/v1/leads/:id/notices', () => HttpResponse.json({ results: [], next_cursor: null })),
    http.get<{ id: string }>('*/api/v1/products/:id', ({ params: { id } }) => found(productOf(id))),
    http.get('*/api/v1/products', ({ request }) => {
      const problemName = parameter(request, 'problem');
      const rows = productRows.filter(({ sizes }) => problemName !== 'sold_out' || sizes.some(({ stock }) => stock === 0));
      return HttpResponse.json({ results: rows.filter(({ name }) => matches(parameter(request, 'q'), name)), next_cursor: null });
    }),
    http.get('*/api/v1/dashboard', () => HttpResponse.json(dashboard)),
    http.get('*/api/v1/delivery-rules', () => HttpResponse.json({ zones: [], taxes: { is_included: true, on_shipping: true, name: '', rates: [] }, country: 'US', currency: 'USD' })),
    http.get('*/api/v1/parked', () => HttpResponse.json({ results: parkedRows, next_cursor: null })),
    http.get('*/api/v1/assistant/answers', () => HttpResponse.json({ results: entries, next_cursor: null })),
    http.get('*/api/v1/assistant/texts', () => HttpResponse.json({ results: replyTexts, next_cursor: null })),
    http.get('*/api/v1/assistant/voice', () => HttpResponse.json({ greeting: '', emoji: 'some', signature: '🌸' })),
    http.get('*/api/v1/assistant/examples', () => HttpResponse.json({ results: examples, next_cursor: null })),
    http.get('*/api/v1/assistant/unanswered', () => HttpResponse.json({ results: unanswered, next_cursor: null, open_count: unanswered.length })),
    http.get('*/api/v1/templates', () => HttpResponse.json({ results: templates, next_cursor: null })),
    http.post('*/api/v1/parked/:id/retry', () => new HttpResponse(null, { status: 204 })),
  ];
}

function personHandlers(): HttpHandler[] {
  let me = sarah;
  return [
    http.get('*/api/v1/me', () => HttpResponse.json(me)),
    http.patch('*/api/v1/me', async ({ request }) => {
      me = { ...me, user: { ...me.user, ...((await request.json()) as object) } };
      return HttpResponse.json(me);
    }),
    http.get('*/api/v1/status', () => HttpResponse.json(status)),
    http.post('*/api/v1/demo/clock', () => HttpResponse.json({ now: NOW, offset_seconds: 7200, demo: true })),
    http.get('*/_allauth/browser/v1/config', () => HttpResponse.json({ status: 200, data: {} })),
    http.delete('*/_allauth/browser/v1/auth/session', () => HttpResponse.json({ status: 401, meta: { is_authenticated: false } }, { status: 401 })),
  ];
}

/** The server of the tests: one evening of one shop, new for each test. */
export const createHandlers = (): HttpHandler[] => [...personHandlers(), ...conversationHandlers(), ...shopHandlers(), ...integrationHandlers()];
