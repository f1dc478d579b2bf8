import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';

import { vera } from '../mocks/people';
import { server } from '../mocks/server';
import { renderApp } from '../render-app';

describe('API keys', () => {
  test('each tells how it ends, when it was made and last used', async () => {
    await renderApp('/settings');
    const rows = (await screen.findAllByRole('listitem')).map((row) => row.textContent);
    expect(rows).toEqual(['Tillends in a1B2, made 14 Nov, last used 22:36Revoke', 'Old scriptends in c3D4, made 6 May, never usedRevoke']);
  });

  test('a new key is shown once and then only its ending', async () => {
    await renderApp('/settings');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name of the new key' }), ' Warehouse ');
    await userEvent.click(screen.getByRole('button', { name: 'Make key' }));
    expect(await screen.findByText('lnb_shown-this-once-e5F6')).toBeVisible();
    expect(screen.getByText(/it is shown this once/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'I have kept it' }));
    expect(screen.queryByText('lnb_shown-this-once-e5F6')).not.toBeInTheDocument();
    expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('Warehouseends in e5F6');
  });

  test('a key without a name is refused at its field', async () => {
    server.use(http.post('*/api/v1/api-keys', () => HttpResponse.json({ code: 'invalid', status: 400, detail: '', fields: { name: ['no'] }, trace_id: 't' }, { status: 400 })));
    await renderApp('/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Make key' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name of the new key' })).toHaveAccessibleDescription('Give it a name, so that you know it again.'));
  });

  test('revoking asks first and takes effect at once', async () => {
    await renderApp('/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Revoke Old script' }));
    const dialog = await screen.findByRole('dialog', { name: 'Revoke Old script?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Revoke Old script' }));
    expect(await screen.findByText('Old script opens nothing any more.')).toBeVisible();
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
  });

  test('a manager may look and is told who changes', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json({ ...vera, role: 'manager' })));
    await renderApp('/settings');
    expect(await screen.findByText('Only an admin makes and revokes keys.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Revoke/ })).not.toBeInTheDocument();
  });

  test('a viewer is told who sees this', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(vera)));
    await renderApp('/settings');
    expect(await screen.findByText(/Only admins and managers/)).toBeVisible();
  });
});
