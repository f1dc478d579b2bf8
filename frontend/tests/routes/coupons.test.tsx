import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import type { Coupon } from '@/api/rows';

import { server } from '../mocks/server';
import { renderApp } from '../render-app';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const welcome: Coupon = { id: 'c1', code: 'WELCOME10', state: 'active', percent: 10, amount: null, minimum: usd(2000), categories: [], starts_at: null, ends_at: null, uses: 100, used: 3, uses_per_customer: null, is_told: true, given: usd(1470) };

function withCoupons(first: Coupon = welcome) {
  let rows: Coupon[] = [first];
  const asked: unknown[] = [];
  const become = (state: Coupon['state']) => () => {
    rows = rows.map((row) => ({ ...row, state }));
    return HttpResponse.json(rows[0]);
  };
  server.use(
    http.get('*/api/v1/coupons', () => HttpResponse.json({ results: rows, next_cursor: null, categories: ['dress', 'shoes'] })),
    http.post('*/api/v1/coupons', async ({ request }) => {
      asked.push(await request.json());
      rows = [{ ...welcome, id: 'c2', code: 'THANKS15' }, ...rows];
      return HttpResponse.json(rows[0], { status: 201 });
    }),
    http.post('*/api/v1/coupons/:id/stop', become('stopped')),
    http.post('*/api/v1/coupons/:id/resume', become('active')),
  );
  return asked;
}

const list = () => screen.findByRole('list', { name: 'Coupons' });
const type = async (name: string, words: string) => userEvent.type(await screen.findByRole('textbox', { name }), words);
const make = () => userEvent.click(screen.getByRole('button', { name: 'Make coupon' }));

describe('coupons', () => {
  test('each tells what it takes off, how often it was used, for whom, when and for what', async () => {
    withCoupons({ ...welcome, uses_per_customer: 1, ends_at: '2026-12-01T05:00:00Z', categories: ['dress'] });
    await renderApp('/settings');
    expect(await screen.findByText('10% off, from $20.00, used 3 of 100, $14.70 given, told to who asks')).toBeVisible();
    expect(screen.getByText('once for each customer, until 30 Nov, only for dress')).toBeVisible();
  });

  test('a new one is made of code and percentage', async () => {
    const asked = withCoupons();
    await renderApp('/settings');
    await type('Code', 'thanks15');
    await type('Percent off', '15');
    await make();
    await waitFor(async () => expect(within(await list()).getAllByRole('listitem')).toHaveLength(2));
    expect(asked).toEqual([{ code: 'THANKS15', percent: 15, amount: null, minimum: 0, uses: null, uses_per_customer: 1, starts_on: null, ends_on: null, categories: [], is_told: false }]);
    expect(screen.getByRole('textbox', { name: 'Code' })).toHaveValue('');
  });

  test('one of an amount may have a least sum, days and kinds of goods', async () => {
    const asked = withCoupons();
    await renderApp('/settings');
    await type('Code', 'PARTY10');
    await userEvent.click(screen.getByRole('combobox', { name: 'Kind' }));
    await userEvent.click(await screen.findByRole('option', { name: 'USD' }));
    await type('Amount off in USD', '7,50');
    await type('Minimum in USD', '30');
    await userEvent.type(screen.getByLabelText('First day'), '2026-11-20');
    await userEvent.type(screen.getByLabelText('Last day'), '2026-11-30');
    await userEvent.click(screen.getByRole('combobox', { name: 'Only for these kinds of goods' }));
    await userEvent.click(await screen.findByRole('option', { name: 'dress' }));
    await make();
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({ code: 'PARTY10', percent: null, amount: 750, minimum: 3000, starts_on: '2026-11-20', ends_on: '2026-11-30', categories: ['dress'] });
  });

  test('what makes no sense is said beside each field and nothing is sent', async () => {
    const asked = withCoupons();
    await renderApp('/settings');
    await type('Code', 'FREE');
    await type('Percent off', '96');
    await type('Minimum in USD', 'much');
    await make();
    expect(await screen.findByText('From 1 to 95.')).toBeVisible();
    expect(screen.getByText('Use at least four letters and one to three digits, and a code that was never there.')).toBeVisible();
    expect(screen.getByText('A sum such as 20 or 19.90.')).toBeVisible();
    expect(asked).toEqual([]);
  });

  test('a code that was there before is refused at its field', async () => {
    withCoupons();
    server.use(http.post('*/api/v1/coupons', () => HttpResponse.json({ status: 400, code: 'invalid', detail: '', fields: { code: ['There is a coupon'] } }, { status: 400 })));
    await renderApp('/settings');
    await type('Code', 'WELCOME10');
    await type('Percent off', '10');
    await make();
    expect(await screen.findByText('This code is there already, or was once: choose another one.')).toBeVisible();
  });

  test('it is paused at once and goes on again', async () => {
    withCoupons();
    await renderApp('/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Pause WELCOME10' }));
    expect(await screen.findByText('WELCOME10 counts no more. Orders placed with it keep their discount.')).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: 'Let WELCOME10 count again' }));
    await waitFor(async () => expect(within(await list()).getByText('counts')).toBeVisible());
  });
});
