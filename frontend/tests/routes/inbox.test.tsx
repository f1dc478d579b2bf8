import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { conversationOf, conversationRows } from '../mocks/conversations';
import { problem } from '../mocks/handlers';
import { tellChange } from '../mocks/live-stream';
import { ago, vera } from '../mocks/people';
import { server } from '../mocks/server';
import { setLayout } from '../mocks/viewport';
import { renderApp } from '../render-app';

const log = (name: string) => screen.findByRole('log', { name: `Messages with ${name}` });

describe('Inbox list', () => {
  test('it gives counts, who holds each and what is at stake', async () => {
    await renderApp('/inbox');
    expect(await screen.findByRole('button', { name: 'Needs you 3' })).toBeVisible();
    const row = await screen.findByRole('link', { name: /Hannah Okafor/ });
    expect(row).toHaveTextContent('High value$3,560');
    expect(screen.getByRole('link', { name: /Emma Wilson/ })).toHaveTextContent('Bot, choosing size$49');
  });

  test('a filter lives in the address', async () => {
    const { router } = await renderApp('/inbox');
    await userEvent.click(await screen.findByRole('button', { name: 'Needs you 3' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: /Emma Wilson/ })).not.toBeInTheDocument());
    expect(screen.getByRole('link', { name: /Jonas Weber/ })).toBeVisible();
    expect(router.state.location.search).toBe('?filter=needs_you');
  });

  test('filters that are too tight can be taken off', async () => {
    await renderApp('/inbox?filter=closed');
    expect(await screen.findByRole('heading', { name: 'No conversations match' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByRole('link', { name: /Emma Wilson/ })).toBeVisible();
  });

  test('new conversations wait behind a pill while somebody points at the list', async () => {
    await renderApp('/inbox');
    await userEvent.hover(await screen.findByRole('link', { name: /Emma Wilson/ }));
    const [first] = conversationRows;
    if (!first) throw new Error('the fixtures are empty');
    const fresh = { ...first, id: 'thread-new', lead: { ...first.lead, id: 'lead-new', name: 'Noor Khan' } };
    server.use(http.get('*/api/v1/conversations', () => HttpResponse.json({ results: [fresh, ...conversationRows], next_cursor: null, counts: { all: 48, needs_you: 4, mine: 1, bot: 43, closed: 12 } })));
    tellChange(1, 'conversation', 'thread-new');
    const pill = await screen.findByRole('button', { name: '1 new' });
    expect(screen.queryByText('Noor Khan')).not.toBeInTheDocument();
    await userEvent.click(pill);
    expect(await screen.findByText('Noor Khan')).toBeVisible();
  });
});

describe('Conversation', () => {
  test('the window and the price stand above the messages', async () => {
    await renderApp('/inbox/thread-emma');
    expect(await screen.findByText('Ad window, 71 h 59 min left')).toBeVisible();
    expect(screen.getByText('Every message is free')).toBeVisible();
    expect(document.title).toBe('Emma Wilson, Inbox · LeadNurtureBot');
  });

  test('"Why?" unfolds what was understood and the facts used', async () => {
    await renderApp('/inbox/thread-emma');
    const messages = await log('Emma Wilson');
    await userEvent.click(await within(messages).findByRole('button', { name: 'Why?' }));
    const trace = within(messages).getByRole('group', { name: 'Why the bot said this' });
    expect(trace).toHaveTextContent('Asks for availability, sure 97%');
    expect(trace).toHaveTextContent('Answer stock, then offer size help');
    expect(within(trace).getByText('M: 7 in stock')).toBeVisible();
    expect(within(trace).getByText('Blue Floral Sundress: $49.00')).toBeVisible();
    expect(within(trace).getByRole('link', { name: 'Open product' })).toHaveAttribute('href', '/catalogue/product-sundress');
  });

  test('taking over opens the field, writing sends, handing back locks it again', async () => {
    await renderApp('/inbox/thread-jonas');
    const field = await screen.findByRole('textbox', { name: 'Take over to write. The bot stops at once.' });
    expect(field).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Take over' }));
    expect(await screen.findByText('You have taken over, the bot is silent')).toBeVisible();
    expect(await within(await log('Jonas Weber')).findByText('Sarah took over, 22:41')).toBeVisible();

    await userEvent.type(screen.getByRole('textbox', { name: 'Write to Jonas Weber' }), 'Navy leaves tomorrow.');
    await userEvent.click(screen.getByRole('button', { name: 'Send message' }));
    expect(await within(await log('Jonas Weber')).findByText('Navy leaves tomorrow.')).toBeVisible();
    expect(await within(await log('Jonas Weber')).findByText('You, 22:41, $0.004')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Write to Jonas Weber' })).toHaveValue('');

    await userEvent.click(screen.getByRole('button', { name: 'Hand back' }));
    expect(await screen.findByRole('button', { name: 'Take over' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Take over to write/ })).toBeDisabled();
  });

  test('taking over shows at once and is taken back when the server refuses', async () => {
    server.use(http.post('*/api/v1/conversations/:id/take-over', () => problem('broken', 500)));
    await renderApp('/inbox/thread-jonas');
    await userEvent.click(await screen.findByRole('button', { name: 'Take over' }));
    expect(await screen.findByText('You have not taken over: our server did not answer. Try again.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Take over' })).toBeVisible();
    expect(screen.queryByText(/the bot is silent/)).not.toBeInTheDocument();
  });

  test('a refused message goes back into the field with the reason', async () => {
    server.use(
      http.get('*/api/v1/conversations/thread-jonas', () => HttpResponse.json({ ...conversationOf('thread-jonas'), holder: 'person', holder_name: 'Sarah', can_write: true, can_take_over: false })),
      http.post('*/api/v1/conversations/:id/messages', () => problem('window_closed', 409)),
    );
    await renderApp('/inbox/thread-jonas');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Write to Jonas Weber' }), 'Hello{Enter}');
    expect(await screen.findByText('Not sent: the 24-hour window is closed. Your text is kept.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Write to Jonas Weber' })).toHaveValue('Hello');
    expect(within(await log('Jonas Weber')).queryByText('Hello')).not.toBeInTheDocument();
  });

  test('one message is answered in particular, and the answer shows which', async () => {
    let told: unknown;
    server.events.on('request:start', ({ request }) => {
      if (request.method === 'POST' && request.url.endsWith('/messages')) void request.clone().json().then((body: unknown) => (told = body));
    });
    await renderApp('/inbox/thread-jonas');
    await userEvent.click(await screen.findByRole('button', { name: 'Take over' }));
    await userEvent.click(await within(await log('Jonas Weber')).findByRole('button', { name: 'Answer this' }));
    expect(screen.getByRole('blockquote', { name: 'Answer to Jonas' })).toHaveTextContent('This is the wrong colour.');
    await userEvent.type(screen.getByRole('textbox', { name: 'Write to Jonas Weber' }), 'Navy leaves tomorrow.{Enter}');
    const answer = (await within(await log('Jonas Weber')).findByText('Navy leaves tomorrow.')).closest('article');
    if (!answer) throw new Error('the answer stands in no message');
    expect(await within(answer).findByRole('blockquote', { name: 'Answer to Jonas' })).toBeVisible();
    await waitFor(() => expect(told).toEqual({ text: 'Navy leaves tomorrow.', reply_to: 'j1' }));
    server.events.removeAllListeners();
  });

  test('the message to answer can be let go again', async () => {
    await renderApp('/inbox/thread-jonas');
    await userEvent.click(await screen.findByRole('button', { name: 'Take over' }));
    await userEvent.click(await within(await log('Jonas Weber')).findByRole('button', { name: 'Answer this' }));
    await userEvent.click(screen.getByRole('button', { name: 'Answer no message in particular' }));
    expect(screen.queryByRole('blockquote')).not.toBeInTheDocument();
  });

  test('a new message in a conversation that I hold and have open counts as seen', async () => {
    let seen = 0;
    server.use(
      http.get('*/api/v1/conversations/thread-jonas', () => HttpResponse.json({ ...conversationOf('thread-jonas'), holder: 'person', holder_name: 'Sarah', can_write: true, can_take_over: false, unread: seen ? 0 : 2 })),
      http.post('*/api/v1/conversations/thread-jonas/seen', () => {
        seen += 1;
        return HttpResponse.json(conversationOf('thread-jonas'));
      }),
    );
    await renderApp('/inbox/thread-jonas');
    await waitFor(() => expect(seen).toBe(1));
  });

  test('blocking says what it means, does it, and is undone', async () => {
    await renderApp('/inbox/thread-jonas');
    const part = await screen.findByRole('region', { name: 'Block' });
    await userEvent.click(within(part).getByRole('button', { name: 'Block this person' }));
    expect(within(part).getByText(/people who wrote within the last 24 hours/)).toBeVisible();
    await userEvent.click(within(part).getByRole('button', { name: 'Block' }));
    expect(await screen.findByText('Blocked: they cannot write to you')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Let them write again' }));
    expect(await screen.findByRole('button', { name: 'Block this person' })).toBeVisible();
  });

  test('somebody who wrote days ago cannot be blocked, and is told why', async () => {
    server.use(http.post('*/api/v1/conversations/:id/block', () => problem('not_recent', 409)));
    await renderApp('/inbox/thread-jonas');
    await userEvent.click(await screen.findByRole('button', { name: 'Block this person' }));
    await userEvent.click(screen.getByRole('button', { name: 'Block' }));
    expect(await screen.findByText('Not blocked: WhatsApp allows it only for people who wrote within the last 24 hours.')).toBeVisible();
    expect(screen.queryByText('Blocked: they cannot write to you')).not.toBeInTheDocument();
  });

  test('why a person is asked for stands in three lines with its order', async () => {
    await renderApp('/inbox/thread-jonas');
    const card = await screen.findByRole('region', { name: 'Why you are here' });
    expect(within(card).getByText('Jonas wants the money back and asked for a person.')).toBeVisible();
    expect(within(card).getByRole('link', { name: 'Order #TT12298' })).toHaveAttribute('href', '/orders/order-2');
  });

  test('a message that was not delivered says why', async () => {
    await renderApp('/inbox/thread-jonas');
    expect(await screen.findByText('Not delivered: More than 24 hours since the customer wrote')).toBeVisible();
  });

  test('the side column says what goes out next and why something does not', async () => {
    await renderApp('/inbox/thread-lucia');
    const next = await screen.findByRole('region', { name: 'Next up' });
    expect(within(next).getByText('In 21 h. As a paid template')).toBeVisible();
    expect(within(next).getByText('In 69 h. WhatsApp lets no offers through to US numbers')).toBeVisible();
    const cart = screen.getByRole('region', { name: 'Cart' });
    expect(cart).toHaveTextContent('Cable Knit Jumper, sand, S');
    expect(cart).toHaveTextContent('$84.00');
  });

  test('a closed window says when one can answer again', async () => {
    server.use(http.get('*/api/v1/conversations/thread-emma', () => HttpResponse.json({ ...conversationOf('thread-emma'), window: { kind: 'closed', until: ago(60), free: false } })));
    await renderApp('/inbox/thread-emma');
    expect(await screen.findByText('Closed: template only')).toBeVisible();
    expect(screen.getByText(/You can answer here as soon as Emma Wilson writes again/)).toBeVisible();
    expect(screen.queryByRole('textbox', { name: /Take over/ })).not.toBeInTheDocument();
  });

  test('a viewer sees everything and is told who can write', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(vera)));
    await renderApp('/inbox/thread-jonas');
    expect(await screen.findByText('You can look, but not write. An agent, manager or admin can.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Take over' })).not.toBeInTheDocument();
  });

  test('a conversation that is not ours is said not to be here', async () => {
    await renderApp('/inbox/thread-of-marco');
    expect(await screen.findByRole('heading', { name: 'This conversation is not here' })).toBeVisible();
  });

  test('on a phone the chat is a page of its own with a way back', async () => {
    setLayout('phone');
    await renderApp('/inbox/thread-emma?filter=bot');
    expect(await screen.findByRole('link', { name: 'Back to the inbox' })).toHaveAttribute('href', '/inbox?filter=bot');
    expect(screen.queryByRole('link', { name: /Jonas Weber/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'More' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Details' }));
    expect(await screen.findByRole('dialog', { name: 'Details' })).toHaveTextContent('+44 •••• 118');
  });
});
