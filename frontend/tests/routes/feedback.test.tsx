import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { problem } from '../mocks/handlers';
import { server } from '../mocks/server';
import { renderApp } from '../render-app';

const awaited = [{ variant_id: 'v-1', color: 'blue', size: 'XL', people: 3 }];
const feedback = (fit: object) => http.get('*/api/v1/products/:id/feedback', () => HttpResponse.json({ fit, awaited }));

describe('How a product fits', () => {
  test('the page says how it runs, of how many, and who waits for which size', async () => {
    server.use(feedback({ verdicts: 20, small: 6, right: 13, large: 1, leaning: 'small' }));
    await renderApp('/catalogue/product-sundress');
    const fit = within(await screen.findByRole('region', { name: 'How it fits' }));
    expect(fit.getByText('Runs small')).toBeVisible();
    expect(fit.getByText('6 of 20')).toBeVisible();
    const waiting = within(screen.getByRole('region', { name: 'Waiting until it is back' }));
    expect(waiting.getByText('XL, blue')).toBeVisible();
    expect(waiting.getByText('3 people')).toBeVisible();
  });

  test('nobody has said yet', async () => {
    await renderApp('/catalogue/product-sundress');
    expect(await screen.findByText(/Nobody has said yet/)).toBeVisible();
    expect(screen.queryByText('Waiting until it is back')).toBeNull();
  });

  test('what failed can be asked for again', async () => {
    server.use(http.get('*/api/v1/products/:id/feedback', () => problem('broken', 500)));
    await renderApp('/catalogue/product-sundress');
    expect(await screen.findByText('The fit did not load')).toBeVisible();
  });
});

describe('What a customer waits for', () => {
  test('a notice is cancelled with one press', async () => {
    const notice = { variant_id: 'v-1', product_id: 'product-sundress', product: 'Blue Floral Sundress', color: 'blue', size: 'XL', asked_at: '2026-11-18T10:00:00Z', reason: 'window_closed_needs_template' };
    let rows = [notice];
    server.use(
      http.get('*/api/v1/leads/:id/notices', () => HttpResponse.json({ results: rows, next_cursor: null })),
      http.post('*/api/v1/leads/:id/notices/v-1/cancel', () => {
        rows = [];
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderApp('/inbox/thread-emma');
    const part = within(await screen.findByRole('region', { name: 'Waits for' }));
    expect(part.getByRole('link', { name: 'Blue Floral Sundress, blue, XL' })).toHaveAttribute('href', '/catalogue/product-sundress');
    expect(part.getByText(/The window is closed and no approved template fits/)).toBeVisible();
    await userEvent.click(part.getByRole('button', { name: 'Cancel the notice: Blue Floral Sundress, blue, XL' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Waits for' })).toBeNull());
  });
});
