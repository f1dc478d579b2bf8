import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import type { Return } from '@/api/endpoints.gen';
import type { Order } from '@/api/rows';

import { server } from '../mocks/server';
import { orderOf } from '../mocks/shop-data';
import { renderApp } from '../render-app';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const PAGE = '/orders/order-TT12338';
const found = orderOf('order-TT12338');
if (!found) throw new Error('the order of these tests is gone');
const order: Order = found;
const dress: Return = { id: 'return-1', order_id: order.id, order_number: order.number, thread_id: 'thread-emma', lead: { ...order.lead, language: 'en', country: 'US' }, name: 'Blue Floral Sundress', color: 'blue', size: 'M', quantity: 1, amount: usd(4900), image_url: null, reason: 'damaged', wanted: 'refund', wanted_size: '', state: 'approved', state_at: order.placed_at, why: '', exchange_order_id: null, exchange_number: '', refund_amount: null, asked_by: 'team', words: '', created_at: order.placed_at, deeds: ['receive', 'cancel'] };

/** The order as it stands, and everything that is asked of the server about its returns. */
function withOrder(changes: Partial<Order> = {}, refusal?: { code: string }) {
  const sent: [string, unknown][] = [];
  const keep = async ({ request }: { request: Request }) => {
    sent.push([new URL(request.url).pathname, await request.json()]);
    return refusal ? HttpResponse.json({ status: 409, detail: '', ...refusal }, { status: 409 }) : HttpResponse.json({ ...dress, state: 'requested' });
  };
  server.use(
    http.get('*/api/v1/orders/:id', () => HttpResponse.json({ ...order, ...changes })),
    http.post('*/api/v1/orders/:id/returns', keep),
    http.post('*/api/v1/returns/:id/:deed', keep),
    http.post('*/api/v1/orders/:id/refunds/by-hand', keep),
  );
  return sent;
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp, option: string) => {
  await userEvent.click(screen.getByRole('combobox', { name }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

describe('Writing a return down', () => {
  test('an exchange asks for reason and size, and sends both', async () => {
    const sent = withOrder();
    await renderApp(PAGE);
    await press('Return or exchange');
    const dialog = await screen.findByRole('dialog', { name: 'Return or exchange for the customer' });
    expect(within(dialog).getByRole('checkbox', { name: 'Blue Floral Sundress, blue, M' })).toBeChecked();
    expect(within(dialog).getByRole('button', { name: 'Write it down' })).toBeDisabled();
    await choose('Why?', 'Too small');
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Size wanted instead' })).not.toHaveAttribute('aria-disabled'));
    await choose('Size wanted instead', 'L, 12 left');
    await press('Write it down');
    expect(await screen.findByText('Written down. It waits for your decision.')).toBeVisible();
    expect(sent).toEqual([['/api/v1/orders/order-TT12338/returns', { id: expect.any(String) as string, line_id: 'line-1', quantity: 1, reason: 'size_small', wanted: 'exchange', wanted_variant_id: 'product-sundress-L', despite_rule: false }]]);
  });

  test('what the rule refuses can be written down all the same', async () => {
    const sent = withOrder({}, { code: 'too_late' });
    await renderApp(PAGE);
    await press('Return or exchange');
    await choose('Why?', 'Changed their mind');
    await userEvent.click(screen.getByRole('radio', { name: 'Money back' }));
    await press('Write it down');
    expect(await screen.findByText('The time for returns of this order is over.')).toBeVisible();
    await userEvent.click(screen.getByRole('checkbox', { name: /Take it back all the same/ }));
    await press('Write it down');
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.[1]).toMatchObject({ wanted: 'refund', wanted_variant_id: null, despite_rule: true });
  });

  test('before the parcel has left nothing can come back', async () => {
    withOrder({ lines: order.lines.map((line) => ({ ...line, returnable: 0 })) });
    await renderApp(PAGE);
    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Return or exchange' })).not.toBeInTheDocument();
  });
});

describe('Deeds on a return', () => {
  test('what is damaged does not go back into stock by itself', async () => {
    const sent = withOrder({ returns: [dress] });
    await renderApp(PAGE);
    await press('It has arrived');
    const dialog = await screen.findByRole('dialog', { name: 'Has it arrived?' });
    expect(within(dialog).getByRole('checkbox', { name: 'Put it back into stock' })).not.toBeChecked();
    await userEvent.click(within(dialog).getByRole('button', { name: 'It has arrived' }));
    await waitFor(() => expect(sent).toEqual([['/api/v1/returns/return-1/receive', { restock: false }]]));
  });

  test('calling it off asks first', async () => {
    const sent = withOrder({ returns: [dress] });
    await renderApp(PAGE);
    await press('Call off');
    expect(sent).toEqual([]);
    await userEvent.click(within(await screen.findByRole('dialog', { name: 'Call this return off?' })).getByRole('button', { name: 'Call off' }));
    await waitFor(() => expect(sent).toEqual([['/api/v1/returns/return-1/cancel', {}]]));
  });

  test('the money goes back whole, less the delivery or as typed, never more than is left', async () => {
    const payments = order.payments.map((payment) => ({ ...payment, refundable: usd(4900) }));
    const sent = withOrder({ payments, returns: [{ ...dress, state: 'received', deeds: ['reject', 'settle'] }] });
    await renderApp(PAGE);
    await press('Settle');
    expect(await screen.findByRole('button', { name: 'Refund $49.00' })).toBeEnabled();
    await userEvent.click(screen.getByRole('radio', { name: 'Less the delivery: $44.00' }));
    expect(screen.getByRole('button', { name: 'Refund $44.00' })).toBeEnabled();
    await userEvent.click(screen.getByRole('radio', { name: 'Another sum' }));
    const amount = screen.getByRole('textbox', { name: 'Amount in USD' });
    await userEvent.type(amount, '49.01');
    expect(screen.getByText('At most $49.00.')).toBeVisible();
    await userEvent.clear(amount);
    await userEvent.type(amount, '20');
    await press('Refund $20.00');
    await waitFor(() => expect(sent).toEqual([['/api/v1/returns/return-1/settle', { amount: 2000, by_hand: false, note: '' }]]));
  });
});

describe('Cash', () => {
  const cash = order.payments.map((payment) => ({ ...payment, provider: 'cash_on_delivery', state: 'paid', refundable: usd(0), refundable_by_hand: usd(5400) }));

  test('what was given back by hand is written down with sum and note', async () => {
    const sent = withOrder({ payments: cash });
    await renderApp(PAGE);
    await press('Given back by hand');
    const amount = await screen.findByRole('textbox', { name: 'Amount in USD' });
    await userEvent.clear(amount);
    await userEvent.type(amount, '54.01');
    expect(screen.getByText('At most $54.00.')).toBeVisible();
    await userEvent.clear(amount);
    await userEvent.type(amount, '14');
    await userEvent.type(screen.getByRole('textbox', { name: 'Note for the team', description: /Such as where/ }), 'At the counter');
    await press('Write down $14.00');
    await waitFor(() => expect(sent[0]?.[1]).toMatchObject({ payment_id: 'payment-1', amount: 1400, note: 'At the counter' }));
  });

  test('who gave it back stands in the payment and on the timeline', async () => {
    const refunds = [{ id: 'r', state: 'succeeded', amount: usd(1400), at: order.placed_at, reason: '', is_by_hand: true, by: 'David Osei' }];
    withOrder({ payments: cash.map((payment) => ({ ...payment, refunds })), timeline: [{ kind: 'refund_by_hand', text_code: 'order.refund_by_hand', at: order.placed_at, detail: 'At the counter', by: 'David Osei' }] });
    await renderApp(PAGE);
    expect(await screen.findByText('by David Osei: At the counter')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Payment' })).toHaveTextContent('David Osei');
  });

  test('settling a return of a cash order says that the money is given by hand', async () => {
    const sent = withOrder({ payments: cash, returns: [{ ...dress, state: 'received', deeds: ['reject', 'settle'] }] });
    await renderApp(PAGE);
    await press('Settle');
    expect(await screen.findByText('This was paid in cash: give the money back by hand, then write it down here.')).toBeVisible();
    await press('Given back by hand: $49.00');
    await waitFor(() => expect(sent[0]?.[1]).toEqual({ amount: 4900, by_hand: true, note: '' }));
  });
});
