import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { problem } from '../mocks/handlers';
import { vera } from '../mocks/people';
import { server } from '../mocks/server';
import { parkedRows } from '../mocks/shop-data';
import { renderApp } from '../render-app';

const again = { name: /Try again: Message of a customer/ };

describe('Messages put aside', () => {
  test('each says what it was, how often it was tried and why it failed', async () => {
    await renderApp('/parked');
    const item = await screen.findByRole('listitem');
    expect(item).toHaveTextContent('Message of a customer');
    expect(item).toHaveTextContent('Came 21:59, tried 5 times');
    expect(within(item).getByText("Our program stumbled over something in it. The fault is ours, not the customer's.")).toBeVisible();
    expect(item).toHaveTextContent('For support: KeyError at leadnurturebot.message_path.worker:73');
  });

  test('one press tries again, and the list is fetched anew', async () => {
    const retried: string[] = [];
    server.use(
      http.get('*/api/v1/parked', () => HttpResponse.json({ results: retried.length ? [] : parkedRows, next_cursor: null })),
      http.post<{ id: string }>('*/api/v1/parked/:id/retry', ({ params: { id } }) => {
        retried.push(id);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderApp('/parked');
    await userEvent.click(await screen.findByRole('button', again));
    expect(await screen.findByText('It is being worked on again.')).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Nothing is put aside' })).toBeVisible();
    expect(retried).toEqual(['parked-1']);
  });

  test('a refusal says that it is still kept', async () => {
    server.use(http.post('*/api/v1/parked/:id/retry', () => problem('conflict', 409)));
    await renderApp('/parked');
    await userEvent.click(await screen.findByRole('button', again));
    expect(await screen.findByText(/It is still kept/)).toBeVisible();
  });

  test('a viewer may look and is told who can try again', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(vera)));
    await renderApp('/parked');
    expect(await screen.findByText('You can look, but not try again. A manager or admin can.')).toBeVisible();
    expect(screen.queryByRole('button', again)).not.toBeInTheDocument();
  });
});
