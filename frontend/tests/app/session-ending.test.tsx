import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';

import { renderApp } from '../render-app';

/** The server answered last so long ago, and somebody comes back to the tab. */
function comeBackAfter(minutes: number) {
  localStorage.setItem('lnb.lastAnswerAt', String(Date.now() - minutes * 60_000));
  fireEvent(document, new Event('visibilitychange'));
}

describe('A session about to end', () => {
  test('it warns two minutes before, and one press goes on', async () => {
    await renderApp('/orders');
    await screen.findByText('#TT12345');
    comeBackAfter(26);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    comeBackAfter(27.5);
    expect(await screen.findByRole('alertdialog', { name: 'You are about to be signed out' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Stay signed in' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  });
});
