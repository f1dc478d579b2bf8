import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { entries } from '../mocks/knowledge';
import { vera } from '../mocks/people';
import { server } from '../mocks/server';
import { renderApp } from '../render-app';

function caught(method: 'post' | 'put', path: string, answer: object | null = entries[0] ?? {}) {
  const sent: unknown[] = [];
  server.use(
    http[method](`*/api/v1/assistant/${path}`, async ({ request }) => {
      sent.push(await request.json());
      return answer ? HttpResponse.json(answer) : new HttpResponse(null, { status: 204 });
    }),
  );
  return sent;
}

describe('Assistant', () => {
  test('what it knows shows question, answer, languages and what is switched off', async () => {
    await renderApp('/assistant');
    const [first, second] = await screen.findAllByRole('listitem').then((rows) => rows.filter((row) => /parking|gift/.test(row.textContent)));
    for (const words of ['Do you have parking?', 'Yes, behind the shop.', 'EN', 'ES', 'Also: hay donde estacionar']) expect(within(first ?? document.body).getByText(words)).toBeVisible();
    expect(within(second ?? document.body).getByText('not used')).toBeVisible();
    expect(screen.getByText('whats the damage on a parcel')).toBeVisible();
  });

  test('an answer is written with a question on each line', async () => {
    const sent = caught('post', 'answers');
    await renderApp('/assistant');
    await userEvent.click(await screen.findByRole('button', { name: 'New answer' }));
    const sheet = within(screen.getByRole('dialog', { name: 'New answer' }));
    await userEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(sheet.getByText('Write at least one question.')).toBeVisible();
    expect(sent).toEqual([]);
    await userEvent.type(sheet.getByRole('textbox', { name: 'Questions' }), 'Is there wifi?{enter}wifi password?');
    await userEvent.type(sheet.getByRole('textbox', { name: 'Answer in English' }), 'Yes, ask us.');
    await userEvent.click(sheet.getByRole('button', { name: 'Add Hindi' }));
    await userEvent.type(sheet.getByRole('textbox', { name: 'Answer in Hindi' }), 'हाँ');
    await userEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved. It counts from the next message on.')).toBeVisible();
    const questions = ['Is there wifi?', 'wifi password?'].map((text) => ({ text, language: 'en' }));
    expect(sent).toEqual([{ questions, answers: { en: 'Yes, ask us.', hi: 'हाँ' }, keywords: [], is_active: true }]);
  });

  test('a question keeps its language when the answer is changed', async () => {
    const sent = caught('put', 'answers/entry-1');
    await renderApp('/assistant');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: Do you have parking?' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved. It counts from the next message on.');
    expect(sent).toEqual([expect.objectContaining({ keywords: ['car'], questions: [{ language: 'en', text: 'Do you have parking?' }, { language: 'es', text: 'hay donde estacionar' }] })]);
  });

  test('what it could not answer becomes an answer with the question filled in', async () => {
    const sent = caught('post', 'unanswered/asked-1/answer');
    await renderApp('/assistant?tab=unanswered');
    const row = within((await screen.findByText('do you do alterations?')).closest('li') ?? document.body);
    for (const words of ['7 times', 'Also: hacen arreglos?']) expect(row.getByText(words)).toBeVisible();
    await userEvent.click(row.getByRole('button', { name: 'Write an answer: do you do alterations?' }));
    expect(screen.getByRole('textbox', { name: 'Questions' })).toHaveValue('do you do alterations?');
    await userEvent.type(screen.getByRole('textbox', { name: 'Answer in English' }), 'Hems are $12.');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved. It counts from the next message on.');
    expect(sent).toEqual([{ entry: { questions: [{ language: 'en', text: 'do you do alterations?' }], answers: { en: 'Hems are $12.' }, keywords: [], is_active: true } }]);
  });

  test('one choice says what a message means', async () => {
    const sent = caught('post', 'unanswered/asked-1/example', null);
    await renderApp('/assistant?tab=unanswered');
    await userEvent.click(await screen.findByRole('combobox', { name: 'It means…' }));
    await userEvent.click(screen.getByRole('option', { name: 'Asks about the shop' }));
    expect(await screen.findByText('Messages like it are read so from now on.')).toBeVisible();
    expect(sent).toEqual([{ intent: 'store_info' }]);
  });

  test('trying it shows the reply with its reason, and a button can be tapped', async () => {
    const turn = { said: 'parking?', reply: 'Shall I ask the team?', options: ['Ask the team'], understood: [{ intent: 'store_info', confidence: 0.7 }], read_as: ['unknown_of_shop'], skill: 'unknown_of_shop', rule: '', facts: [] };
    const sent = caught('post', 'try', { turns: [turn] });
    await renderApp('/assistant');
    await userEvent.type(await screen.findByRole('textbox', { name: 'A customer writes' }), 'parking?{enter}');
    const log = within(screen.getByRole('log', { name: 'Try it' }));
    expect(await log.findByText('Shall I ask the team?')).toBeVisible();
    expect(log.getByText('Asks about the shop')).toBeVisible();
    await userEvent.click(log.getByRole('button', { name: 'Ask the team' }));
    expect(sent).toEqual([{ lines: ['parking?'] }, { lines: ['parking?', '[Ask the team]'] }]);
  });

  test('who only looks on changes and tries nothing', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(vera)));
    await renderApp('/assistant');
    expect(await screen.findByText('You can look, but not change. A manager or admin can.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'New answer' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'A customer writes' })).toBeNull();
  });
});
