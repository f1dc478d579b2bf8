import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { tellChange } from '../mocks/live-stream';
import { problem } from '../mocks/handlers';
import { sarah, status, vera } from '../mocks/people';
import { server } from '../mocks/server';
import { setLayout } from '../mocks/viewport';
import { renderApp } from '../render-app';

describe('Frame', () => {
  test('the rail leads to every area there is and lights the open one', async () => {
    await renderApp('/orders/order-TT12345');
    const rail = await screen.findByRole('navigation', { name: 'Areas' });
    const links = within(rail).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/', '/', '/inbox', '/orders', '/catalogue', '/templates', '/assistant', '/integrations', '/settings']);
    expect(within(rail).getByRole('link', { current: 'page' })).toHaveAttribute('href', '/orders');
    expect(await within(rail).findByText('3 people wait')).toBeInTheDocument();
  });

  test('every area of the rail opens a page with its own title', async () => {
    await renderApp('/');
    for (const [area, title] of [['Inbox', 'Inbox'], ['Orders', 'Orders'], ['Catalogue', 'Catalogue'], ['Integrations', 'Integrations'], ['Settings', 'Settings'], ['Dashboard', 'Dashboard']] as const) {
      await userEvent.click(within(screen.getByRole('navigation', { name: 'Areas' })).getByRole('link', { name: new RegExp(area) }));
      await waitFor(() => expect(document.title).toBe(`${title} · LeadNurtureBot`));
      await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
      await userEvent.click(document.body);
    }
  });

  test('the skip link leads past the navigation', async () => {
    await renderApp('/orders');
    await userEvent.click(await screen.findByRole('link', { name: 'Skip to the content' }));
    expect(screen.getByRole('main')).toHaveFocus();
  });

  test('the message cost stands against its cap', async () => {
    await renderApp('/');
    expect(await screen.findByText('Message cost, Nov')).toBeVisible();
    expect(screen.getByText('$21.37')).toBeVisible();
    expect(screen.getByText('of $60 cap')).toBeVisible();
  });

  test('a paused bot is told', async () => {
    server.use(http.get('*/api/v1/status', () => HttpResponse.json({ ...status, bot: 'paused' })));
    await renderApp('/');
    expect(await screen.findByText('Bot paused')).toBeVisible();
  });

  test('the demo clock moves two hours on', async () => {
    const moved: unknown[] = [];
    server.use(
      http.post('*/api/v1/demo/clock', async ({ request }) => {
        moved.push(await request.json());
        return HttpResponse.json({ now: status.clock.now, offset_seconds: 7200, demo: true });
      }),
    );
    await renderApp('/');
    expect(await screen.findByText(/Demo clock 22:41/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: '+2 h, move the demo clock' }));
    expect(await screen.findByText('The demo clock is 2 hours further.')).toBeVisible();
    expect(moved).toEqual([{ advance_seconds: 7200 }]);
  });

  test('outside demo mode there is no clock, and a viewer cannot move it', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json({ ...vera, demo: false })));
    const { unmount } = await renderApp('/');
    await screen.findByText('Bot answering');
    expect(screen.queryByText(/Demo clock/)).not.toBeInTheDocument();
    unmount();
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(vera)));
    await renderApp('/');
    expect(await screen.findByText(/Demo clock/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /demo clock/ })).not.toBeInTheDocument();
  });

  test('Ctrl K finds pages, conversations, orders and products', async () => {
    const { router } = await renderApp('/');
    await screen.findByText('Bot answering');
    await userEvent.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox', { name: 'Find a person, order or product' });
    await userEvent.type(field, 'emma');
    const results = screen.getByRole('listbox', { name: 'Results' });
    expect(await within(results).findByRole('option', { name: /Emma Wilson.*Conversation/ })).toHaveAttribute('aria-selected', 'true');
    expect(await within(results).findByRole('option', { name: /#TT12345/ })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/orders/order-TT12345'));
  });

  test('one more person waiting is said aloud once', async () => {
    await renderApp('/');
    await screen.findByText('Bot answering');
    server.use(http.get('*/api/v1/status', () => HttpResponse.json({ ...status, waiting: 4 })));
    tellChange(1, 'status');
    expect(await screen.findByText('A person is needed: 4 customers wait.')).toBeInTheDocument();
  });

  test('an ended session leads to the door and says that nothing is lost', async () => {
    await renderApp('/');
    await screen.findByText('Bot answering');
    server.use(http.get('*/api/v1/status', () => problem('not_authenticated', 403)));
    tellChange(1, 'status');
    expect(await screen.findByText('Your session is over. What you wrote is kept.')).toBeVisible();
  });

  test('a lost connection shows a bar with the way to try again now', async () => {
    await renderApp('/');
    await screen.findByText('Bot answering');
    server.use(http.get('*/api/v1/status', () => HttpResponse.error()));
    tellChange(1, 'status');
    expect(await screen.findByText('No connection.')).toBeVisible();
    expect(screen.getByText('$21.37')).toBeVisible();
    server.use(http.get('*/api/v1/status', () => HttpResponse.json(status)));
    await userEvent.click(screen.getByRole('button', { name: 'Now' }));
    await waitFor(() => expect(screen.queryByText('No connection.')).not.toBeInTheDocument());
  });

  test('a language chosen is kept on the server and shows at once', async () => {
    await renderApp('/');
    await userEvent.click(await screen.findByRole('button', { name: /Sarah Chen.*Account/ }));
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Language' }), 'Español');
    expect(await screen.findByRole('heading', { level: 1, name: 'Buenas noches, Sarah', hidden: true })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('es');
  });

  test('a dark theme chosen is kept and shows at once', async () => {
    await renderApp('/');
    await userEvent.click(await screen.findByRole('button', { name: /Sarah Chen.*Account/ }));
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Theme' }), 'Dark');
    await waitFor(() => expect(document.documentElement).toHaveAttribute('data-theme', 'dark'));
  });

  test('signing out leads to the door', async () => {
    await renderApp('/');
    await userEvent.click(await screen.findByRole('button', { name: /Sarah Chen.*Account/ }));
    server.use(http.get('*/api/v1/me', () => problem('not_authenticated', 403)));
    await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  test('a second shop can be chosen', async () => {
    const shops = [...sarah.shops, { ...sarah.shops[0], id: 'shop-2', name: 'Second Thread' }];
    const chosen: unknown[] = [];
    server.use(
      http.get('*/api/v1/me', () => HttpResponse.json({ ...sarah, shops })),
      http.post('*/api/v1/me/shop', async ({ request }) => {
        chosen.push(await request.json());
        return HttpResponse.json({ ...sarah, shops, shop: shops[1] });
      }),
    );
    await renderApp('/');
    await userEvent.click(await screen.findByRole('button', { name: /Sarah Chen.*Account/ }));
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Shop' }), 'Second Thread');
    await waitFor(() => expect(chosen).toEqual([{ shop: 'shop-2' }]));
  });

  test('on a phone the rest is in the More sheet', async () => {
    setLayout('phone');
    const { router } = await renderApp('/orders');
    const bar = await screen.findByRole('navigation', { name: 'Areas' });
    expect(within(bar).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/', '/inbox', '/orders']);
    await userEvent.click(within(bar).getByRole('button', { name: 'More' }));
    const sheet = await screen.findByRole('dialog', { name: 'More' });
    expect(sheet).toHaveTextContent('Message cost, November');
    await userEvent.click(within(sheet).getByRole('link', { name: 'Catalogue' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/catalogue'));
  });

  test('an address that does not exist says so', async () => {
    await renderApp('/leads');
    expect(await screen.findByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  });
});
