import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { problem } from '../mocks/handlers';
import { server } from '../mocks/server';
import { ticket, ticketPage } from '../mocks/tickets';
import { setLayout } from '../mocks/viewport';
import { renderApp } from '../render-app';

function withTickets() {
  const asked: string[] = [];
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/tickets', ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json(ticketPage);
    }),
    http.get('*/api/v1/tickets/:id', () => HttpResponse.json(ticket)),
    http.patch('*/api/v1/tickets/:id', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ ...ticket, state: 'solved', states: ['reopened'], is_overdue: false });
    }),
    http.post('*/api/v1/tickets', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(ticket, { status: 201 });
    }),
  );
  return { asked, sent };
}

describe('Tickets', () => {
  test('each says what it is about, whose it is and until when it is answered', async () => {
    withTickets();
    await renderApp('/orders?tab=tickets');
    const table = await screen.findByRole('table', { name: 'Tickets' });
    const rows = within(table).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell').map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['T-1', 'Damagedthe zip is broken', 'Emma Wilson', '#TT12345', 'OpenOverdue', 'Nobody', '2\u00a0h overdue'],
      ['T-2', 'Paymentcharged twice', 'Emma Wilson', '#TT12345', 'OpenUrgent', 'Nobody', 'Due in 2\u00a0h'],
    ]);
    expect(screen.getByText('5% (2 of 40)')).toBeVisible();
  });

  test('the filters go to the server and live in the address', async () => {
    const { asked } = withTickets();
    const { router } = await renderApp('/orders?tab=tickets');
    await userEvent.click(await screen.findByRole('button', { name: /Solved/ }));
    await waitFor(() => expect(asked).toContain('?tab=solved'));
    expect(router.state.location.search).toBe('?tab=tickets&state=solved');
  });

  test('a shop where nothing went wrong is told what will be here', async () => {
    await renderApp('/orders?tab=tickets');
    expect(await screen.findByRole('heading', { name: 'No tickets yet' })).toBeVisible();
  });

  test('on a phone they are cards', async () => {
    setLayout('phone');
    withTickets();
    await renderApp('/orders?tab=tickets');
    expect(await screen.findByRole('link', { name: /T-1 · Damaged · #TT12345/ })).toHaveAttribute('href', '/orders/tickets/ticket-1?tab=tickets');
  });

  test('one shows words, photo and timeline, and can be solved', async () => {
    const { sent } = withTickets();
    await renderApp('/orders/tickets/ticket-1');
    expect(await screen.findByRole('heading', { name: 'T-1 · Damaged' })).toBeVisible();
    expect(screen.getByRole('img', { name: 'Photo 1' })).toHaveAttribute('src', '/api/v1/conversations/thread-emma/media/media-1');
    expect(screen.getByText('Note by David Martinez')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Mark as solved' }));
    await waitFor(() => expect(sent).toEqual([{ state: 'solved' }]));
  });

  test('an answer outside the window says why it cannot leave', async () => {
    withTickets();
    server.use(http.post('*/api/v1/tickets/:id/reply', () => problem('window_closed', 409)));
    await renderApp('/orders/tickets/ticket-1');
    await userEvent.type(await screen.findByRole('textbox', { name: 'To Emma Wilson' }), 'A new one leaves today.');
    await userEvent.click(screen.getByRole('button', { name: 'Send answer' }));
    expect(await screen.findByText(/More than a day since Emma Wilson wrote/)).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'To Emma Wilson' })).toHaveValue('A new one leaves today.');
  });

  test('one is opened by hand from its order', async () => {
    const { sent } = withTickets();
    const { router } = await renderApp('/orders/order-TT12345');
    await userEvent.click(await screen.findByRole('button', { name: 'New ticket' }));
    const dialog = await screen.findByRole('dialog', { name: 'New ticket' });
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'What happened' }), 'She called.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Open ticket' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/orders/tickets/ticket-1'));
    expect(sent).toEqual([{ id: expect.any(String) as string, thread_id: 'thread-emma', order_id: 'order-TT12345', kind: 'damaged', words: 'She called.' }]);
  });
});
