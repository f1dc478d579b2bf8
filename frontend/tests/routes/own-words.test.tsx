import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { replyTexts } from '../mocks/knowledge';
import { vera } from '../mocks/people';
import { server } from '../mocks/server';
import { renderApp } from '../render-app';

function sentTo(method: 'put' | 'delete', path: string, answer: object = replyTexts[1] ?? {}) {
  const sent: unknown[] = [];
  server.use(
    http[method](`*/api/v1/assistant/${path}`, async ({ request }) => {
      sent.push(method === 'put' ? await request.json() : null);
      return HttpResponse.json(answer);
    }),
  );
  return sent;
}

const openReply = async (title: string) => {
  await renderApp('/assistant?tab=replies');
  await userEvent.click(await screen.findByRole('button', { name: `Edit: ${title}` }));
  return within(screen.getByRole('dialog', { name: 'Word it yourself' }));
};

describe('What the assistant says', () => {
  test('sentences stand as a customer reads them, the own ones marked', async () => {
    await renderApp('/assistant?tab=replies');
    const own = (await screen.findByText('Hurray, Linen Dress, M for $49!')).closest('li');
    expect(within(own ?? document.body).getByText('Your words')).toBeVisible();
    expect(screen.getByText('Any time!')).toBeVisible();
  });

  test('a sentence is worded anew and keeps its facts', async () => {
    const sent = sentTo('put', 'texts/en/restock.back');
    const sheet = await openReply('Hurray, Linen Dress, M for $49!');
    const field = sheet.getByRole('textbox', { name: 'Wording 1' });
    await userEvent.clear(field);
    await userEvent.type(field, 'Look: {{item} is here');
    expect(sheet.getByText('Still missing: {price}')).toBeVisible();
    expect(sheet.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.click(sheet.getByRole('button', { name: '{price}' }));
    expect(sheet.getByText('Look: Linen Dress, M is here $49')).toBeVisible();
    await userEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved. It counts from the next message on.')).toBeVisible();
    expect(sent).toEqual([{ wordings: [{ other: 'Look: {item} is here {price}' }] }]);
  });

  test('a counted sentence has a field for each form', async () => {
    const sheet = await openReply('2 left.');
    expect(sheet.getByRole('textbox', { name: 'Wording 1 (for one)' })).toHaveValue('{count} left.');
    expect(sheet.getByRole('textbox', { name: 'Wording 1 (for more)' })).toBeVisible();
  });

  test('the original is used again', async () => {
    const sent = sentTo('delete', 'texts/en/restock.back');
    const sheet = await openReply('Hurray, Linen Dress, M for $49!');
    await userEvent.click(sheet.getByRole('button', { name: 'Use the original again' }));
    expect(await screen.findByText('The original is used again.')).toBeVisible();
    expect(sent).toEqual([null]);
  });

  test('what the server refuses is said in plain words', async () => {
    server.use(http.put('*/api/v1/assistant/texts/en/thanks.plain', () => HttpResponse.json({ code: 'wording_figure' }, { status: 400 })));
    const sheet = await openReply("You're welcome!");
    await userEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await sheet.findByText(/^Leave out numbers/)).toBeVisible();
  });

  test('who only looks on words nothing', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(vera)));
    await renderApp('/assistant?tab=replies');
    expect(await screen.findByText('Any time!')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
  });
});

test('the voice is changed', async () => {
  const voice = { greeting: 'Hey {name}!', emoji: 'many', signature: '🌸' };
  const sent = sentTo('put', 'voice', voice);
  await renderApp('/assistant?tab=voice');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Own greeting' }), 'Hey {{name}!');
  await userEvent.click(screen.getByRole('button', { name: 'In greetings, too' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved. It counts from the next message on.')).toBeVisible();
  expect(sent).toEqual([voice]);
});
