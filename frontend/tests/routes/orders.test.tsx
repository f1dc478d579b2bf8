import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { problem } from '../mocks/handlers';
import { tellChange } from '../mocks/live-stream';
import { server } from '../mocks/server';
import { orderCounts, orderOf, orderRows } from '../mocks/shop-data';
import { setLayout } from '../mocks/viewport';
import { renderApp } from '../render-app';

describe('Orders', () => {
  test('each order says payment, state, where it came from and when', async () => {
    await renderApp('/orders');
    const table = await screen.findByRole('table', { name: 'Orders' });
    const row = within(table).getByRole('row', { name: /TT12345/ });
    const cells = within(row).getAllByRole('cell').map((cell) => cell.textContent);
    expect(cells).toEqual(['#TT12345', 'Emma Wilson', 'Blue Floral Sundress, M', '$54.00', 'Paid', 'Ready to ship', 'Instagram ad, ad “Summer Collection”', '22:31']);
    expect(within(row).getByRole('link')).toHaveAttribute('href', '/orders/order-TT12345');
    expect(screen.getByText('3 wait for payment, 4 to ship')).toBeVisible();
  });

  test('a tab narrows the list and lives in the address', async () => {
    const { router } = await renderApp('/orders');
    await userEvent.click(await screen.findByRole('tab', { name: /To ship/ }));
    await waitFor(() => expect(screen.queryByText('#TT12344')).not.toBeInTheDocument());
    expect(screen.getByText('#TT12341')).toBeVisible();
    expect(router.state.location.search).toBe('?tab=to_ship');
  });

  test('words narrow the list and can be cleared with the filters', async () => {
    const { router } = await renderApp('/orders?tab=to_ship');
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Order number or name' }), 'nobody');
    expect(await screen.findByRole('heading', { name: 'No orders match' })).toBeVisible();
    expect(screen.getByText('To ship, nobody')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('#TT12344')).toBeVisible();
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  test('a shop without orders is told when one will be here', async () => {
    server.use(http.get('*/api/v1/orders', () => HttpResponse.json({ results: [], next_cursor: null, counts: { all: 0, to_pay: 0, to_ship: 0, on_the_way: 0, closed: 0 } })));
    await renderApp('/orders');
    expect(await screen.findByRole('heading', { name: 'No orders yet' })).toBeVisible();
  });

  test('the next page follows the cursor', async () => {
    const [first, second] = orderRows;
    server.use(
      http.get('*/api/v1/orders', ({ request }) => {
        const cursor = new URL(request.url).searchParams.get('cursor');
        return HttpResponse.json({ results: cursor === 'two' ? [second] : [first], next_cursor: cursor ? null : 'two', counts: orderCounts });
      }),
    );
    await renderApp('/orders');
    await screen.findByText('#TT12345');
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('#TT12344')).toBeVisible();
    expect(screen.getByText('#TT12345')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  test('a gap in the live stream fetches everything anew', async () => {
    await renderApp('/orders');
    await screen.findByText('#TT12345');
    server.use(http.get('*/api/v1/orders', () => HttpResponse.json({ results: orderRows.slice(1), next_cursor: null, counts: orderCounts })));
    tellChange(4, 'status');
    tellChange(9, 'status');
    await waitFor(() => expect(screen.queryByText('#TT12345')).not.toBeInTheDocument());
  });

  test('on a phone orders are cards', async () => {
    setLayout('phone');
    await renderApp('/orders');
    const card = await screen.findByRole('link', { name: /Lucía Romero/ });
    expect(card).toHaveTextContent('Lucía Romero$84.00Cable Knit Jumper, S22:21WaitingOn hold');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'All 412' })).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('One order', () => {
  test('it shows progress, how the total adds up and the way of the money', async () => {
    await renderApp('/orders/order-TT12345');
    expect(await screen.findByRole('heading', { level: 1, name: '#TT12345' })).toBeVisible();
    const stops = within(screen.getByRole('list', { name: 'Progress' })).getAllByRole('listitem');
    expect(stops.map((stop) => stop.textContent)).toEqual(['doneOrdered22:29', 'donePaid22:31', 'Packed', 'On the way', 'Delivered']);
    expect(stops[2]).toHaveAttribute('aria-current', 'step');
    expect(screen.getByRole('region', { name: 'Items' })).toHaveTextContent('Items$49.00Delivery$5.00Total paid$54.00');
    expect(screen.getByRole('region', { name: 'From ad to money' })).toHaveTextContent('Arrived: Instagram adSummer Collection22:23Ordered');
    expect(screen.getByRole('link', { name: 'Open conversation' })).toHaveAttribute('href', '/inbox/thread-emma');
    expect(within(screen.getByRole('navigation', { name: 'Path' })).getByRole('link', { name: 'Orders' })).toHaveAttribute('href', '/orders');
  });

  test('an order that waits for its payment says how long it is held', async () => {
    await renderApp('/orders/order-TT12344');
    expect(await screen.findByText('Held for 18 min more')).toBeVisible();
    expect(screen.getByText('Total')).toBeVisible();
  });

  test('a problem with a payment is told in words', async () => {
    const order = orderOf('order-TT12345');
    server.use(http.get('*/api/v1/orders/:id', () => HttpResponse.json({ ...order, payments: [{ ...order?.payments[0], state: 'late', amount: { minor: 5400, currency: 'USD' }, at: order?.placed_at, reference: 'cs_1', problem: 'late' }] })));
    await renderApp('/orders/order-TT12345');
    expect(await screen.findByText('Paid after the stock was let go.')).toBeVisible();
  });

  test('a part of the money goes back, once, and not more than came', async () => {
    const order = orderOf('order-TT12345');
    const asked: unknown[] = [];
    server.use(
      http.post('*/api/v1/orders/:id/refunds', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json(order, { status: 201 });
      }),
    );
    await renderApp('/orders/order-TT12345');
    await userEvent.click(await screen.findByRole('button', { name: 'Refund' }));
    const amount = screen.getByRole('textbox', { name: 'Amount in USD' });
    expect(amount).toHaveValue('54');
    await userEvent.clear(amount);
    await userEvent.type(amount, '54.01');
    expect(screen.getByText('At most $54.00.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Refund' })).toBeDisabled();
    await userEvent.clear(amount);
    await userEvent.type(amount, '14,5');
    await userEvent.click(screen.getByRole('button', { name: 'Refund $14.50' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(asked).toEqual([{ id: expect.any(String) as string, payment_id: 'payment-1', amount: 1450, reason: '' }]);
  });

  test('a refund that waits is approved by who leads', async () => {
    const order = orderOf('order-TT12345');
    const refund = { id: 'refund-1', state: 'waiting', amount: { minor: 1400, currency: 'USD' }, at: order?.placed_at, reason: 'late' };
    const payment = { ...order?.payments[0], refunds: [refund] };
    let approved = '';
    server.use(
      http.get('*/api/v1/orders/:id', () => HttpResponse.json({ ...order, payments: [payment] })),
      http.post('*/api/v1/orders/:id/refunds/:refund/approve', ({ params }) => {
        approved = String(params.refund);
        return HttpResponse.json(order);
      }),
    );
    await renderApp('/orders/order-TT12345');
    expect(await screen.findByText('Waits for approval')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(approved).toBe('refund-1'));
  });

  test('an order that is not ours is said not to be here', async () => {
    server.use(http.get('*/api/v1/orders/:id', () => problem('not_found', 404)));
    await renderApp('/orders/of-marco');
    expect(await screen.findByRole('heading', { name: 'This order is not here' })).toBeVisible();
  });

  test('on a tablet it is a sheet over the list that closes to the list', async () => {
    setLayout('tablet');
    const { router } = await renderApp('/orders/order-TT12345');
    const sheet = await screen.findByRole('dialog', { name: 'Order' });
    expect(await within(sheet).findByRole('heading', { name: '#TT12345' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/orders'));
  });
});

describe('Deeds on an order', () => {
  test('shipping asks for carrier and number and sends them once', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/v1/orders/:id/ship', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(orderOf('order-TT12345'));
      }),
    );
    await renderApp('/orders/order-TT12345');
    await userEvent.click(await screen.findByRole('button', { name: 'Mark as shipped' }));
    const dialog = await screen.findByRole('dialog', { name: 'Hand to the carrier' });
    await userEvent.type(within(dialog).getByRole('combobox', { name: 'Carrier' }), 'UPS');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Tracking number' }), '1Z999');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mark as shipped' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([{ carrier: 'ups', tracking_number: '1Z999', tracking_url: '' }]);
  });

  test('the returns have their tab, and say when there are none', async () => {
    await renderApp('/orders?tab=returns');
    expect(await screen.findByRole('heading', { name: 'No returns yet' })).toBeVisible();
  });
});
