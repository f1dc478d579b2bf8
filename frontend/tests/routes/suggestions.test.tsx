import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';

import type { PersonalCatalogue, Suggestions } from '@/api/rows';

import { conversationOf } from '../mocks/conversations';
import { problem } from '../mocks/handlers';
import { vera } from '../mocks/people';
import { server } from '../mocks/server';
import { renderApp } from '../render-app';

const reach = (shown: number, tapped: number, added: number, bought: number) => ({ shown, tapped, added, bought });

const figures: Suggestions = {
  from: '2026-10-24',
  to: '2026-11-22',
  total: reach(400, 148, 41, 18),
  slots: [
    { name: '1', reach: reach(100, 52, 15, 9) },
    { name: '2', reach: reach(100, 38, 12, 5) },
  ],
  reasons: [{ name: 'bought_with', reach: reach(240, 101, 30, 14) }],
  sources: [
    { name: 'chat', reach: reach(360, 126, 36, 16) },
    { name: 'page', reach: reach(40, 22, 5, 2) },
  ],
  products: [{ product_id: 'product-tote', name: 'Canvas Tote', image_url: null, reach: reach(60, 31, 9, 6) }],
};

const page: PersonalCatalogue = {
  id: 'page-1',
  url: 'https://shop.test/c/abc',
  lead: { id: 'lead-emma', name: 'Emma Wilson', initials: 'EW', language: 'en', country: 'GB' },
  language: 'en',
  made_by: 'assistant',
  state: 'open',
  created_at: '2026-11-22T20:00:00Z',
  expires_at: '2026-12-22T20:00:00Z',
  items: 14,
  names: ['Sage Wrap Dress'],
  pictures: ['/media/wrap.png'],
  clicks: 3,
  asked: 1,
};

beforeEach(() => {
  server.use(
    http.get('*/api/v1/analytics/suggestions', () => HttpResponse.json(figures)),
    http.get('*/api/v1/personal-catalogues', () => HttpResponse.json({ results: [page], next_cursor: null })),
  );
});

describe('Suggestions', () => {
  test('it tells how many showings were opened and bought, by place, reason and product', async () => {
    await renderApp('/catalogue/suggestions');
    const total = within(await screen.findByRole('region', { name: 'From shown to bought' }));
    expect(total.getByText('Opened or asked about').closest('li')).toHaveTextContent('14837%');
    expect(total.getByText('On personal pages: 40 shown, 55% opened.')).toBeVisible();
    expect(within(screen.getByRole('table', { name: 'By place' })).getByRole('row', { name: /No. 1/ })).toHaveTextContent('10052% 529');
    expect(within(screen.getByRole('table', { name: 'By reason' })).getByRole('row', { name: /Bought together/ })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Canvas Tote' })).toHaveAttribute('href', '/catalogue/product-tote');
  });

  test('without suggestions it says when there will be some', async () => {
    server.use(http.get('*/api/v1/analytics/suggestions', () => HttpResponse.json({ ...figures, total: reach(0, 0, 0, 0), slots: [], reasons: [], sources: [], products: [] })));
    await renderApp('/catalogue/suggestions');
    expect(await screen.findByRole('heading', { name: 'Nothing was suggested in these days' })).toBeVisible();
  });

  test('a failure is told', async () => {
    server.use(http.get('*/api/v1/analytics/suggestions', () => problem('broken', 500)));
    await renderApp('/catalogue/suggestions');
    expect(await screen.findByText('The figures did not load')).toBeVisible();
  });

  test('a page is ended after a question', async () => {
    const ended: string[] = [];
    server.use(
      http.post<{ id: string }>('*/api/v1/personal-catalogues/:id/revoke', ({ params: { id } }) => {
        ended.push(id);
        return HttpResponse.json({ ...page, state: 'revoked' });
      }),
    );
    await renderApp('/catalogue/suggestions');
    const row = (await screen.findByRole('link', { name: 'Emma Wilson: 14 products' })).closest('li') as HTMLElement;
    expect(row).toHaveTextContent('3 clicks to the chat, 1 person asked');
    await userEvent.click(within(row).getByRole('button', { name: 'End the page of Emma Wilson' }));
    await userEvent.click(await screen.findByRole('button', { name: 'End the page' }));
    await waitFor(() => expect(ended).toEqual(['page-1']));
  });

  test('who only looks on cannot end one', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(vera)));
    await renderApp('/catalogue/suggestions');
    await screen.findByRole('link', { name: 'Emma Wilson: 14 products' });
    expect(screen.queryByRole('button', { name: /End/ })).not.toBeInTheDocument();
  });
});

describe('Sending products', () => {
  const preview = {
    text: 'A few pieces for you:\n*Camel Coat* · $120',
    button: 'See the pieces',
    items: [{ name: 'Camel Coat', price: '$120', was: '', image_url: '', in_stock: true }],
    can_list: true,
  };

  test('products are chosen, looked at and sent with own words', async () => {
    const sent: unknown[] = [];
    server.use(
      http.get('*/api/v1/conversations/:id', ({ params: { id } }) => HttpResponse.json({ ...conversationOf(String(id)), can_write: true })),
      http.post('*/api/v1/conversations/:id/products/preview', () => HttpResponse.json(preview)),
      http.post('*/api/v1/conversations/:id/products', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({}, { status: 201 });
      }),
    );
    await renderApp('/inbox/thread-emma');
    await userEvent.click(await screen.findByRole('button', { name: 'Send products' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Send products' }));
    await userEvent.click(await sheet.findByRole('checkbox', { name: 'Camel Coat' }));
    expect(sheet.getByRole('status')).toHaveTextContent('1 of 10 chosen');
    await userEvent.click(sheet.getByRole('button', { name: 'Look at it' }));
    expect(await sheet.findByRole('region', { name: 'Preview' })).toHaveTextContent('A few pieces for you:Camel Coat$120 See the pieces');
    await userEvent.type(sheet.getByRole('textbox', { name: 'Your words above it' }), 'For the wedding');
    await userEvent.click(sheet.getByRole('button', { name: 'WhatsApp list' }));
    await userEvent.click(sheet.getByRole('button', { name: 'Send the list' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ way: 'list', text: 'For the wedding' });
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Send products' })).not.toBeInTheDocument());
  });

  test('while the bot holds the conversation nothing can be sent', async () => {
    await renderApp('/inbox/thread-emma');
    expect(await screen.findByRole('button', { name: 'Send products' })).toBeDisabled();
  });
});
