import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import type { DeliveryRules, DeliveryRulesInput } from '@/api/endpoints.gen';

import { server } from '../mocks/server';
import { renderApp } from '../render-app';

const rules: DeliveryRules = {
  country: 'US',
  currency: 'USD',
  zones: [
    {
      name: '',
      countries: ['US'],
      options: [
        { code: 'o1', kind: 'standard', name: '', flat: '5', free_from: '80', per_item: '0', days_min: 3, days_max: 5 },
        { code: 'o2', kind: 'express', name: '', flat: '15.5', free_from: null, per_item: '2', days_min: 1, days_max: 1 },
      ],
    },
    { name: 'Far', countries: ['US'], regions: ['Alaska'], postcodes: ['995'], options: [{ code: 'o3', kind: 'standard', name: '', flat: '20', per_item: '0' }] },
  ],
  taxes: { is_included: false, on_shipping: true, name: 'Sales tax', rates: [{ country: 'US', regions: ['NY'], percent: '8.875' }] },
};

function withRules() {
  let kept = rules;
  const asked: DeliveryRulesInput[] = [];
  server.use(
    http.get('*/api/v1/delivery-rules', () => HttpResponse.json(kept)),
    http.put<never, DeliveryRulesInput>('*/api/v1/delivery-rules', async ({ request }) => {
      asked.push(await request.json());
      kept = { ...kept, ...asked.at(-1) };
      return HttpResponse.json(kept);
    }),
  );
  return asked;
}

describe('shipping and taxes', () => {
  test('each zone tells its ways, and the taxes tell their rates', async () => {
    withRules();
    await renderApp('/settings');
    expect(await screen.findByText('Standard: $5.00, free from $80.00, 3–5 working days')).toBeVisible();
    expect(screen.getByText('Express: $15.50, $2.00 for each further piece, 1 working day')).toBeVisible();
    expect(screen.getByText('United States: Alaska, 995…')).toBeVisible();
    expect(screen.getByText('Added at checkout: United States NY 8.875%')).toBeVisible();
  });

  test('an amount is changed, and a comma is as good as a point', async () => {
    const asked = withRules();
    await renderApp('/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Far' }));
    const sheet = await screen.findByRole('dialog', { name: 'Edit Far' });
    const cost = within(sheet).getByRole('textbox', { name: 'Cost (USD)' });
    await userEvent.clear(cost);
    await userEvent.type(cost, '22,50');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The zone is saved.')).toBeVisible();
    expect(asked[0]?.zones[1]?.options[0]).toMatchObject({ code: 'o3', flat: '22.50' });
    expect(asked[0]?.zones[0]).toEqual(rules.zones[0]);
  });

  test('what makes no sense is said at its field and not sent', async () => {
    const asked = withRules();
    await renderApp('/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Add a zone' }));
    const sheet = await screen.findByRole('dialog', { name: 'New zone' });
    await userEvent.type(within(sheet).getByRole('textbox', { name: 'Only postcodes starting with' }), '35');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Save' }));
    expect(within(sheet).getByRole('textbox', { name: 'Cost (USD)' })).toHaveAccessibleDescription('An amount, such as 6.50.');
    expect(within(sheet).getByRole('textbox', { name: 'Countries' })).toHaveAccessibleDescription(/name exactly one/);
    expect(asked).toEqual([]);
  });

  test('a zone is taken out', async () => {
    const asked = withRules();
    await renderApp('/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Far' }));
    await userEvent.click(within(await screen.findByRole('dialog', { name: 'Edit Far' })).getByRole('button', { name: 'Remove zone' }));
    await waitFor(() => expect(asked[0]?.zones).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Edit Far' })).not.toBeInTheDocument());
  });

  test('taxes become a part of the prices', async () => {
    const asked = withRules();
    await renderApp('/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit taxes' }));
    const sheet = await screen.findByRole('dialog', { name: 'Edit taxes' });
    await userEvent.click(within(sheet).getByText('Prices include it'));
    await userEvent.click(within(sheet).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The taxes are saved.')).toBeVisible();
    expect(asked[0]?.taxes).toMatchObject({ is_included: true, rates: [{ country: 'US', regions: ['NY'], percent: '8.875' }] });
  });
});
