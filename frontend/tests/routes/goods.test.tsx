import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { converted, spanOf } from '@/features/catalogue/chart-draft';

import { problem } from '../mocks/handlers';
import { server } from '../mocks/server';
import { productOf } from '../mocks/shop-data';
import { renderApp } from '../render-app';

const charts = http.get('*/api/v1/size-charts', () => HttpResponse.json({ results: [{ id: 'chart-1', name: 'Dresses', rows: [{ size: 'M', body: { bust: [88, 91] } }], products: 2 }], next_cursor: null }));

describe('Changing a product', () => {
  test('one price for all is sent, and stock nobody touched is not', async () => {
    let sent: { version: number; name: string; variants: { price: string; stock: number | null }[] } | undefined;
    server.use(
      charts,
      http.put('*/api/v1/products/product-sundress', async ({ request }) => {
        sent = (await request.json()) as typeof sent;
        return HttpResponse.json(productOf('product-sundress'));
      }),
    );
    const { router } = await renderApp('/catalogue/product-sundress/edit');
    const all = within(await screen.findByRole('group', { name: 'Same price for all' }));
    await userEvent.type(all.getByLabelText('Price'), '39,90');
    await userEvent.click(all.getByRole('button', { name: 'Same price for all' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/catalogue/product-sundress'));
    expect(sent?.version).toBe(7);
    expect(sent?.variants.map(({ price, stock }) => [price, stock])).toEqual(Array(5).fill(['39,90', null]));
  });

  test('what is wrong stands at its field, in words', async () => {
    server.use(charts, http.post('*/api/v1/products', () => HttpResponse.json({ status: 400, code: 'invalid', detail: '', fields: { name: ['missing'], 'variants.0.price': ['decimals'] } }, { status: 400 })));
    await renderApp('/catalogue/new');
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Some values cannot be used. Nothing was saved.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Name/ })).toHaveAccessibleDescription('Write something here.');
    expect(screen.getAllByText('This has more decimals than the currency.')).toHaveLength(2);
  });

  test('who edits an older version is told and can start from the newest', async () => {
    server.use(charts, http.put('*/api/v1/products/product-sundress', () => problem('product_changed', 409)));
    await renderApp('/catalogue/product-sundress/edit');
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Somebody changed this product meanwhile. Nothing was saved.')).toBeVisible();
    expect(screen.getByRole('button', { name: /Show the newest version/ })).toBeVisible();
  });
});

describe('Counting', () => {
  test('one more is a change, a typed number replaces the one that was seen', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/v1/products/product-sundress/stock', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(productOf('product-sundress'));
      }),
    );
    await renderApp('/catalogue/product-sundress');
    const medium = within(await screen.findByRole('group', { name: 'Stock of blue M' }));
    await userEvent.click(medium.getByRole('button', { name: 'One more: blue M' }));
    await waitFor(() => expect(medium.getByRole('textbox')).toBeEnabled());
    await userEvent.clear(medium.getByRole('textbox'));
    await userEvent.type(medium.getByRole('textbox'), '20{Enter}');
    await waitFor(() => expect(sent).toEqual([{ variant_id: 'product-sundress-M', change: 1 }, { variant_id: 'product-sundress-M', stock: 20, seen: 7 }]));
  });
});

describe('Size charts', () => {
  test('measures are read in centimetres and inches', () => {
    expect([spanOf('74-79', 'cm'), spanOf('74,5', 'cm'), spanOf('30–31', 'in'), spanOf('wide', 'cm'), spanOf('', 'cm')]).toEqual([[74, 79], [74.5, 74.5], [76.2, 78.7], null, null]);
    expect(converted([{ size: 'M', body: { bust: '76.2', hip: 'wide' } }], 'cm', 'in')).toEqual([{ size: 'M', body: { bust: '30', hip: 'wide' } }]);
  });

  test('a chart is listed with what uses it', async () => {
    server.use(charts);
    await renderApp('/catalogue/size-charts');
    expect(await screen.findByRole('row', { name: 'M 88–91' })).toBeVisible();
    expect(screen.getByText('used by 2 products')).toBeVisible();
  });
});

const read = { id: 'import-1', state: 'ready', file_name: 'goods.csv', reason: '', why: { code: '', column: '', values: {} }, total: 2, done: 0, problem_count: 1, problems: [{ row: 5, column: 'price', message: "'abc' is no price", code: 'no_price', values: { text: 'abc' } }], planned: { create: 1, change: 1 }, outcomes: {}, created_at: '2026-11-22T19:00:00Z', finished_at: null };
const rows = [{ id: 'row-1', line: 2, name: 'Sundress', action: 'change', outcome: '', reason: '', changes: [{ sku: 'SD-S', field: 'price', before: 4990, after: 4500 }] }];

describe('Importing', () => {
  test('the preview names problems and changes, and the deed names how many', async () => {
    let current: typeof read = read;
    server.use(
      http.get('*/api/v1/catalogue/imports', () => HttpResponse.json({ results: [current], next_cursor: null })),
      http.get('*/api/v1/catalogue/imports/import-1', () => HttpResponse.json(current)),
      http.get('*/api/v1/catalogue/imports/import-1/rows', () => HttpResponse.json({ results: rows, next_cursor: null })),
      http.post('*/api/v1/catalogue/imports/import-1/apply', () => {
        current = { ...read, state: 'running', done: 1 };
        return HttpResponse.json(current);
      }),
    );
    await renderApp('/catalogue/import/import-1');
    expect(await screen.findByRole('row', { name: '5 price “abc” is no price; write it like 49.90.' })).toBeVisible();
    expect(await screen.findByText('SD-S: price $49.90 → $45.00')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Import 2 products' }));
    expect(await screen.findByRole('progressbar', { name: 'being imported' })).toHaveAttribute('aria-valuenow', '50');
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDisabled();
  });
});
