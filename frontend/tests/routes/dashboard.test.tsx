import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { problem } from '../mocks/handlers';
import { tellChange } from '../mocks/live-stream';
import { server } from '../mocks/server';
import { dashboard } from '../mocks/shop-data';
import { setLayout } from '../mocks/viewport';
import { renderApp } from '../render-app';

describe('Dashboard', () => {
  test('it greets, says the state in one line and names the page', async () => {
    await renderApp('/');
    expect(await screen.findByRole('heading', { level: 1, name: 'Good evening, Sarah' })).toBeVisible();
    expect(await screen.findByText('12 orders so far today. 3 people are waiting for you.')).toBeVisible();
    expect(document.title).toBe('Dashboard · LeadNurtureBot');
  });

  test('each figure gives its sense and opens its rows', async () => {
    await renderApp('/');
    const revenue = await screen.findByRole('link', { name: /Revenue today/ });
    expect(revenue).toHaveTextContent('$868.50');
    expect(revenue).toHaveTextContent('$228 more than a usual Sunday');
    expect(revenue).toHaveAttribute('href', '/orders');
    expect(screen.getByRole('link', { name: /Bought/ })).toHaveTextContent(/8\.5%.*12 of 141 people who arrived/);
    expect(screen.getByRole('link', { name: /Open conversations/ })).toHaveTextContent('43 with the bot, 4 with people');
    expect(screen.getByRole('link', { name: /First reply/ })).toHaveTextContent('half of people; 19 of 20 in 2.1 s');
  });

  test('what needs a person comes with one way to it', async () => {
    await renderApp('/');
    const needs = await screen.findByRole('region', { name: 'Needs you' });
    expect(within(needs).getByText('3 people asked for a person')).toBeVisible();
    expect(within(needs).getByText('Longest wait 6 min.')).toBeVisible();
    expect(within(needs).getByText('2 payments failed, $143.00')).toBeVisible();
    expect(within(needs).getByRole('link', { name: 'Open inbox' })).toHaveAttribute('href', '/inbox?filter=needs_you');
    expect(within(needs).getByRole('link', { name: 'See orders' })).toHaveAttribute('href', '/orders?tab=to_pay');
  });

  test('nothing to do says so', async () => {
    server.use(http.get('*/api/v1/dashboard', () => HttpResponse.json({ ...dashboard, needs_you: [] })));
    await renderApp('/');
    expect(await screen.findByText('Nothing needs you.')).toBeVisible();
    expect(screen.getByText('12 orders so far today. Nobody is waiting for you.')).toBeVisible();
  });

  test('the funnel gives each step as a share of the one before', async () => {
    await renderApp('/');
    const funnel = await screen.findByRole('region', { name: 'Funnel today' });
    const steps = within(funnel).getAllByRole('listitem').map((step) => step.textContent);
    expect(steps).toEqual(['Arrived141', 'Wrote to us9769%', 'Chose a product4142% of those', 'Bought1229% of those']);
  });

  test('a channel opens its ads', async () => {
    await renderApp('/');
    const channel = await screen.findByRole('button', { name: /Instagram ad/ });
    await userEvent.click(channel);
    expect(channel).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('Summer Collection')).toBeVisible();
  });

  test('the range lives in the address and is asked of the server', async () => {
    const asked: string[] = [];
    server.use(
      http.get('*/api/v1/dashboard', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('range') ?? '');
        return HttpResponse.json(dashboard);
      }),
    );
    const { router } = await renderApp('/');
    await userEvent.click(await screen.findByRole('button', { name: '7 days' }));
    await waitFor(() => expect(asked).toEqual(['today', '7d']));
    expect(router.state.location.search).toBe('?range=7d');
    expect(screen.getByRole('button', { name: '7 days' })).toHaveAttribute('aria-pressed', 'true');
  });

  test('a change on the server shows by itself', async () => {
    await renderApp('/');
    await screen.findByText('$868.50');
    server.use(http.get('*/api/v1/dashboard', () => HttpResponse.json({ ...dashboard, revenue: { ...dashboard.revenue, value: { minor: 92250, currency: 'USD' } } })));
    tellChange(1, 'dashboard');
    expect(await screen.findByText('$922.50')).toBeVisible();
  });

  test('a failure says what is safe, gives a reference and tries again', async () => {
    server.use(http.get('*/api/v1/dashboard', () => problem('broken', 500)));
    await renderApp('/');
    const alert = await screen.findByText('The dashboard did not load');
    expect(alert).toBeVisible();
    expect(screen.getByText(/Nothing is lost, and the bot keeps answering/)).toBeVisible();
    expect(screen.getByText('Reference 7F2K-91, 22:41')).toBeVisible();
    server.use(http.get('*/api/v1/dashboard', () => HttpResponse.json(dashboard)));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('$868.50')).toBeVisible();
  });

  test('on a phone the people who wait are one card on top', async () => {
    setLayout('phone');
    await renderApp('/');
    const card = await screen.findByRole('link', { name: /3 people asked for a person/ });
    expect(card).toHaveAttribute('href', '/inbox?filter=needs_you');
    expect(screen.getAllByText('3 people asked for a person')).toHaveLength(1);
  });

  test('an account that cannot send says why, and is tried again by one press', async () => {
    let tries = 0;
    const needs = [{ kind: 'sending_stopped', count: 1, amount: null, subject: null, link: '', since: null, told: 'payment_problem', id: null }];
    server.use(
      http.get('*/api/v1/dashboard', () => HttpResponse.json({ ...dashboard, needs_you: tries ? [] : needs })),
      http.post('*/api/v1/sending/resume', () => {
        tries += 1;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderApp('/');
    expect(await screen.findByText('WhatsApp cannot charge the payment method')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing needs you.')).toBeVisible();
    expect(tries).toBe(1);
  });
});
