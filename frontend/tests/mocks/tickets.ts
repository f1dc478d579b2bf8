import { http, HttpResponse, type HttpHandler } from 'msw';

import type { Ticket, TicketPage, TicketRow } from '@/api/rows';

import { ago, ahead } from './people';

const base: TicketRow = {
  id: 'ticket-1',
  number: 'T-1',
  kind: 'damaged',
  state: 'open',
  state_at: ago(90),
  priority: 'normal',
  lead: { id: 'lead-emma', name: 'Emma Wilson', initials: 'EW', language: 'en', country: 'GB' },
  thread_id: 'thread-emma',
  order_id: 'order-TT12345',
  order_number: 'TT12345',
  return_id: null,
  assignee_id: null,
  assignee: '',
  opened_at: ago(400),
  opened_by: 'customer',
  due_at: ago(120),
  answered_at: null,
  solved_at: null,
  is_overdue: true,
  words: 'the zip is broken',
  photos: 1,
  states: ['solved', 'waiting'],
};

export const ticketRows: TicketRow[] = [base, { ...base, id: 'ticket-2', number: 'T-2', kind: 'payment', priority: 'high', is_overdue: false, due_at: ahead(150), words: 'charged twice', photos: 0 }];

export const ticket: Ticket = {
  ...base,
  events: [
    { id: 'e1', kind: 'opened', at: ago(400), actor: 'customer', detail: '', words: 'the zip is broken', message_id: 'm1', media_id: null },
    { id: 'e2', kind: 'photo', at: ago(398), actor: 'customer', detail: '', words: '', message_id: 'm2', media_id: 'media-1' },
    { id: 'e3', kind: 'note', at: ago(30), actor: 'David Martinez', detail: '', words: 'Asked the workshop.', message_id: null, media_id: null },
  ],
  people: [{ id: 'user-david', name: 'David Martinez' }],
};

export const ticketPage: TicketPage = { results: ticketRows, next_cursor: null, counts: { to_do: 2, waiting: 0, solved: 0, all: 2, overdue: 1 } };

/** A shop in which nothing went wrong. */
export function ticketHandlers(): HttpHandler[] {
  return [
    http.get('*/api/v1/tickets', () => HttpResponse.json({ results: [], next_cursor: null, counts: { to_do: 0, waiting: 0, solved: 0, all: 0, overdue: 0 } })),
    http.get('*/api/v1/analytics/tickets', () => HttpResponse.json({ from: '2026-10-24', to: '2026-11-22', tickets: 2, orders: 40, orders_with_ticket: 2, rate: 0.05, first_answer_seconds: 3600, solution_seconds: null, by_kind: { damaged: 1, payment: 1 } })),
  ];
}
