import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, test } from 'vitest';

import { problem } from '../mocks/handlers';
import { server } from '../mocks/server';
import { setLayout } from '../mocks/viewport';
import { renderApp } from '../render-app';

describe('Catalogue', () => {
  test('each product gives price, stock by size and how often it was asked for', async () => {
    await renderApp('/catalogue');
    const row = await screen.findByRole('row', { name: /Burgundy Wrap Dress/ });
    expect(within(row).getAllByRole('listitem').map((cell) => cell.getAttribute('aria-label'))).toEqual(['XS: 2 left', 'S: 5 left', 'M: 0 left', 'L: 3 left', 'XL: 1 left']);
    expect(row).toHaveTextContent('$68.00');
    expect(row).toHaveTextContent('141');
    expect(within(row).getByRole('link', { name: 'Burgundy Wrap Dress' })).toHaveAttribute('href', '/catalogue/product-wrap');
  });

  test('"Sold out" shows only what is', async () => {
    const { router } = await renderApp('/catalogue');
    await screen.findByText('Blue Floral Sundress');
    await userEvent.click(screen.getByRole('button', { name: 'Sold out' }));
    await waitFor(() => expect(screen.queryByText('Blue Floral Sundress')).not.toBeInTheDocument());
    expect(await screen.findByText('Camel Coat')).toBeVisible();
    expect(router.state.location.search).toBe('?problem=sold_out');
  });

  test('nothing found names the words and takes them off', async () => {
    await renderApp('/catalogue?q=socks');
    expect(await screen.findByRole('heading', { name: 'No products match' })).toBeVisible();
    expect(screen.getByText('All, socks')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('Camel Coat')).toBeVisible();
  });

  test('a failure is told', async () => {
    server.use(http.get('*/api/v1/products', () => problem('broken', 500)));
    await renderApp('/catalogue');
    expect(await screen.findByText('Products did not load')).toBeVisible();
  });

  test('on a phone products are cards', async () => {
    setLayout('phone');
    await renderApp('/catalogue');
    expect(await screen.findByRole('link', { name: /Straight Jeans/ })).toHaveTextContent('Jeans, asked for 92 times');
  });
});

describe('One product', () => {
  test('it shows sizes with what is left and held, the size chart and what the bot may say', async () => {
    await renderApp('/catalogue/product-midi');
    expect(await screen.findByRole('heading', { level: 1, name: 'Forest Midi Dress' })).toBeVisible();
    const variants = within(screen.getByRole('table', { name: 'Sizes and colours' }));
    const medium = within(variants.getByRole('row', { name: /BFS-BLU-M/ })).getAllByRole('cell').map((cell) => cell.textContent);
    expect(medium).toEqual(['M', 'blue', 'BFS-BLU-M', '$66.00Before$78.00', '1 held', '1']);
    expect(variants.getByRole('textbox', { name: 'Count: blue M' })).toHaveValue('9');
    const chart = within(screen.getByRole('table', { name: 'Size chart' }));
    expect(chart.getByRole('row', { name: 'M 88–91 70–73' })).toBeVisible();
    expect(screen.getByText('Material: 100% viscose. Fit: true to size.')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Forest Midi Dress, rose' })).toBeVisible();
    await waitFor(() => expect(document.title).toBe('Forest Midi Dress · LeadNurtureBot'));
  });

  test('a product that is gone is said not to be here', async () => {
    await renderApp('/catalogue/product-unknown');
    expect(await screen.findByRole('heading', { name: 'This product is not here' })).toBeVisible();
  });
});
