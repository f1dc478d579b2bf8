import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import type { Coupon } from '@/api/rows';

import { server } from '../mocks/server';
import { renderApp } from '../render-app';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const welcome: Coupon = { id: 'c1', code: 'WELCOME10', state: 'active', percent: 10, amount: null, minimum: usd(2000), categories: [], starts_at: null, ends_at: null, uses: 100, used: 3, uses_per_customer: 1, is_told: true, given: usd(1470) };

function withCoupons() {
  let rows: Coupon[] = [welcome];
  const asked: unknown[] = [];
  server.use(
    http.get('*/api/v1/coupons', () => HttpResponse.json({ results: rows, next_cursor: null })),
    http.post('*/api/v1/coupons', async ({ request }) => {
      asked.push(await request.json());
      rows = [{ ...welcome, id: 'c2', code: 'THANKS15', percent: 15, uses: null, used: 0, given: usd(0), minimum: usd(0), is_told: false }, ...rows];
      return HttpResponse.json(rows[0], { status: 201 });
    }),
    http.post('*/api/v1/coupons/:id/stop', () => {
      rows = rows.map((row) => ({ ...row, state: 'stopped' }));
      return HttpResponse.json(rows[0]);
    }),
  );
  return asked;
}

const list = () => screen.findByRole('list', { name: 'Coupons' });

describe('coupons', () => {
  test('each tells what it takes off and how often it was used', async () => {
    withCoupons();
    await renderApp('/settings');
    expect(await screen.findByText('10% off, from $20.00, used 3 of 100, $14.70 given, told to who asks')).toBeVisible();
  });

  test('a new one is made of code and percentage', async () => {
    const asked = withCoupons();
    await renderApp('/settings');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Code' }), 'thanks15');
    await userEvent.type(screen.getByRole('textbox', { name: 'Percent off' }), '15');
    await userEvent.click(screen.getByRole('button', { name: 'Make coupon' }));
    await waitFor(async () => expect(within(await list()).getAllByRole('listitem')).toHaveLength(2));
    expect(asked).toEqual([{ code: 'THANKS15', percent: 15, uses: null, is_told: false }]);
    expect(screen.getByRole('textbox', { name: 'Code' })).toHaveValue('');
  });

  test('stopping asks first', async () => {
    withCoupons();
    await renderApp('/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Stop WELCOME10' }));
    const dialog = await screen.findByRole('dialog', { name: 'Stop WELCOME10?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Stop WELCOME10' }));
    expect(await screen.findByText('WELCOME10 counts no more.')).toBeVisible();
    await waitFor(async () => expect(within(await list()).getByText('stopped')).toBeVisible());
  });
});
