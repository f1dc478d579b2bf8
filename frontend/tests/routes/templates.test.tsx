import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { vera } from '../mocks/people';
import { server } from '../mocks/server';
import { templates } from '../mocks/shop-data';
import { renderApp } from '../render-app';

const rowOf = async (name: string) => {
  const rows = await screen.findAllByRole('listitem');
  return rows.find((row) => within(row).queryByText(name) !== null) ?? expect.fail(`no row ${name}`);
};

describe('Templates', () => {
  test('each says its language, its kind and where it stands', async () => {
    await renderApp('/templates');
    const row = await rowOf('cart_reminder');
    for (const words of ['EN', 'Marketing', 'approved', 'good quality']) expect(within(row).getByText(words)).toBeVisible();
    expect(await rowOf('size_help')).toHaveTextContent('draft');
  });

  test('one that WhatsApp made dearer is not used until the owner agrees', async () => {
    const accepted: string[] = [];
    server.use(
      http.post<{ id: string }>('*/api/v1/templates/:id/accept-category', ({ params: { id } }) => {
        accepted.push(id);
        return HttpResponse.json(templates[1]);
      }),
    );
    await renderApp('/templates');
    expect(within(await rowOf('parcel_sent')).getByText('WhatsApp made it marketing. It is not used until you agree.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Use it as marketing: parcel_sent EN' }));
    expect(await screen.findByText('The template is saved.')).toBeVisible();
    expect(accepted).toEqual(['template-2']);
  });

  test('what is written shows on the phone at once, with samples for its variables', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/v1/templates', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(templates[2], { status: 201 });
      }),
    );
    await renderApp('/templates');
    await userEvent.click(await screen.findByRole('button', { name: 'New template' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'hello');
    await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), 'Hi {{{{1}}, welcome to our shop.');
    const phone = screen.getByRole('region', { name: 'On the phone' });
    expect(within(phone).getByText('Hi Emma, welcome to our shop.')).toBeVisible();
    expect(screen.getByText(/^30 of 1024/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The template is saved.')).toBeVisible();
    expect(sent).toEqual([expect.objectContaining({ name: 'hello', body: 'Hi {{1}}, welcome to our shop.', parameters: ['name'], category: 'MARKETING' })]);
  });

  test('what WhatsApp would refuse is said at its field', async () => {
    const problem = { code: 'invalid', fields: { body: ['variable_at_edge'], name: ['name_form'] } };
    server.use(http.post('*/api/v1/templates', () => HttpResponse.json(problem, { status: 400 })));
    await renderApp('/templates');
    await userEvent.click(await screen.findByRole('button', { name: 'New template' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Begin and end with a word, not a variable\./)).toBeVisible();
    expect(screen.getByText('Use small letters, digits and underscores.')).toBeVisible();
  });

  test("a refused submission shows WhatsApp's own words", async () => {
    const refusal = { code: 'refused_by_provider', detail: 'The footer is too long.', fields: {} };
    server.use(http.post('*/api/v1/templates/:id/submit', () => HttpResponse.json(refusal, { status: 409 })));
    await renderApp('/templates');
    await userEvent.click(await screen.findByRole('button', { name: 'Send to review: size_help ES' }));
    expect(await screen.findByText('The footer is too long.')).toBeVisible();
  });

  test('deleting asks first', async () => {
    const deleted: string[] = [];
    server.use(
      http.delete<{ id: string }>('*/api/v1/templates/:id', ({ params: { id } }) => {
        deleted.push(id);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderApp('/templates');
    const button = await screen.findByRole('button', { name: 'Delete: size_help ES' });
    await userEvent.click(button);
    expect(screen.getByText(/A submitted name is locked for 30 days/)).toBeVisible();
    expect(deleted).toEqual([]);
    await userEvent.click(button);
    expect(await screen.findByText('The template is deleted.')).toBeVisible();
    expect(deleted).toEqual(['template-3']);
  });

  test('a viewer may look and changes nothing', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(vera)));
    await renderApp('/templates');
    expect(await screen.findByText('You can look, but not change templates. A manager or admin can.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'New template' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Delete/ })).not.toBeInTheDocument();
  });
});
