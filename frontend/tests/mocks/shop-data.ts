import type { Dashboard, Order, OrderPage, OrderRow, ParkedRow, Product, ProductRow, Template } from '@/api/rows';

import { conversationRows } from './conversations';
import { ago, ahead, usd } from './people';

const picture = (name: string) => `/media/products/${name}.svg`;

export const dashboard: Dashboard = {
  from: '2026-11-22',
  to: '2026-11-22',
  currency: 'USD',
  revenue: { value: usd(86850), usual: usd(64050), trend: [41000, 43000, 42000, 45500, 43500, 49000, 47000, 53000, 57000, 67000, 61000, 86850] },
  bought: { people: 12, arrived: 141, share: 12 / 141, trend: [0.06, 0.072, 0.061, 0.08, 0.07, 0.082, 0.071, 0.09, 0.083, 0.082, 0.088, 0.085] },
  open_conversations: { total: 47, with_bot: 43, with_people: 4 },
  first_reply: { median_ms: 1400, p95_ms: 2100, count: 97 },
  needs_you: [
    { kind: 'person_wanted', count: 3, amount: null, subject: null, link: 'inbox?filter=needs_you', since: ago(6), told: null, id: null, detail: null },
    { kind: 'payment_failed', count: 2, amount: usd(14300), subject: null, link: 'orders?tab=to_pay', since: ago(61), told: null, id: null, detail: null },
    { kind: 'sold_out', count: 14, amount: null, subject: 'Burgundy Wrap Dress, M', link: 'catalogue?problem=sold_out', since: null, told: null, id: null, detail: null },
  ],
  funnel: { arrived: 141, wrote: 97, chose: 41, bought: 12 },
  channels: [
    { source: 'instagram_ad', revenue: usd(943200), orders: 131, ads: [{ id: 'ad-1', ad_id: '120201', name: 'Summer Collection', revenue: usd(943200), orders: 131 }] },
    { source: 'facebook_ad', revenue: usd(312800), orders: 44, ads: [] },
    { source: 'widget', revenue: usd(221100), orders: 33, ads: [] },
    { source: 'google_ad', revenue: usd(184800), orders: 27, ads: [] },
    { source: 'direct', revenue: usd(134900), orders: 20, ads: [] },
    { source: 'qr', revenue: usd(96000), orders: 13, ads: [] },
  ],
  channels_total: { revenue: usd(1892800), orders: 12, message_cost_micros: 28_500_000 },
  live: [...conversationRows].sort((one, other) => other.last_at.localeCompare(one.last_at)),
};

type OrderSketch = [number: string, name: string, items: string, total: number, payment: string, state: string, source: string, minutes: number, image: string];

const orderSketches: OrderSketch[] = [
  ['TT12345', 'Emma Wilson', 'Blue Floral Sundress, M', 5400, 'paid', 'paid', 'instagram_ad', 10, 'sundress'],
  ['TT12344', 'Lucía Romero', 'Cable Knit Jumper, S', 8400, 'open', 'awaiting_payment', 'instagram_ad', 20, 'jumper'],
  ['TT12343', 'Daniel Kim', 'Jeans, 32 + 1 more', 10700, 'paid', 'packed', 'google_ad', 43, 'jeans'],
  ['TT12342', 'Ana Beatriz Lima', 'Forest Midi Dress, L', 7100, 'failed', 'awaiting_payment', 'facebook_ad', 61, 'midi'],
  ['TT12341', 'Marta Solís', 'Sage Jumper, M + 1 more', 9600, 'paid', 'paid', 'qr', 150, 'sage'],
  ['TT12340', 'Rahul Menon', 'Rust Scarf', 2900, 'on_delivery', 'shipped', 'widget', 280, 'scarf'],
  ['TT12339', 'Grace Liu', 'Ink Blazer, S', 8900, 'paid', 'shipped', 'instagram_ad', 380, 'blazer'],
  ['TT12338', 'Sofia Marchetti', 'Chelsea Boot, 38', 12900, 'paid', 'delivered', 'direct', 470, 'boot'],
  ['TT12291', 'Amelia Brook', 'Rose Sundress, S', 5400, 'refunded', 'refunded', 'facebook_ad', 5900, 'rose'],
];

const initials = (name: string) => name.split(' ').map((word) => word.charAt(0)).slice(0, 2).join('');

export const orderRows: OrderRow[] = orderSketches.map(([number, name, items, total, payment, state, source, minutes, image]) => ({
  id: `order-${number}`,
  number,
  lead: { id: `lead-${name}`, name, initials: initials(name) },
  items_text: items,
  image_url: picture(image),
  total: usd(total),
  state,
  payment_state: payment,
  source,
  ad_name: source === 'instagram_ad' ? 'Summer Collection' : null,
  placed_at: ago(minutes),
}));

export const orderCounts: OrderPage['counts'] = { all: 412, to_pay: 3, to_ship: 4, on_the_way: 19, closed: 386 };

export const inTab: Record<keyof OrderPage['counts'], (row: OrderRow) => boolean> = {
  all: () => true,
  to_pay: ({ state }) => state === 'awaiting_payment',
  to_ship: ({ state }) => state === 'paid' || state === 'packed',
  on_the_way: ({ state }) => state === 'shipped',
  closed: ({ state }) => ['delivered', 'refunded', 'cancelled', 'expired'].includes(state),
};

export function orderOf(id: string): Order | undefined {
  const row = orderRows.find((known) => known.id === id);
  return (
    row && {
      ...row,
      thread_id: 'thread-emma',
      lines: [{ id: 'line-1', name: 'Blue Floral Sundress', color: 'blue', size: 'M', quantity: 1, unit_price: usd(4900), total: usd(4900), image_url: picture('sundress'), product_id: 'product-sundress', variant_id: 'sundress-M', returnable: row.state === 'delivered' ? 1 : 0 }],
      subtotal: usd(4900),
      shipping: usd(500),
      fee: usd(0),
      discount: usd(0),
      coupon: '',
      shipping_option: '',
      tax: usd(0),
      is_tax_included: false,
      tax_name: '',
      tax_percent: 0,
      payments: [{ id: 'payment-1', refundable_by_hand: usd(0), refundable: row.payment_state === 'paid' ? row.total : usd(0), refunds: [], provider: 'stripe', state: row.payment_state, amount: row.total, at: ago(10), reference: 'cs_demo_4242', problem: null }],
      timeline: [
        { kind: 'touch', text_code: 'order.touch.instagram_ad', at: ago(18), detail: 'Summer Collection', by: '' },
        { kind: 'placed', text_code: 'order.placed', at: ago(12), detail: 'stripe', by: '' },
        { kind: 'payment_opened', text_code: 'order.payment_opened', at: ago(11), detail: '', by: '' },
        { kind: 'payment_settled', text_code: 'order.payment_settled', at: ago(10), detail: '', by: '' },
      ],
      address: '14 Clifton Row, Flat 2\nBristol BS8 1AB, United Kingdom',
      hold_until: row.state === 'awaiting_payment' ? ahead(18) : null,
      tracking: { carrier: '', number: '', url: '' },
      deeds: row.state === 'paid' ? ['pack', 'ship', 'deliver', 'cancel'] : [],
      returns: [],
    }
  );
}

type ProductSketch = [id: string, name: string, category: string, price: number, stock: number[], asked: number, sold: number];

const productSketches: ProductSketch[] = [
  ['sundress', 'Blue Floral Sundress', 'Dresses', 4900, [4, 9, 7, 12, 3], 186, 41],
  ['wrap', 'Burgundy Wrap Dress', 'Dresses', 6800, [2, 5, 0, 3, 1], 141, 29],
  ['jumper', 'Cable Knit Jumper', 'Knitwear', 7900, [6, 14, 18, 11, 8], 128, 30],
  ['midi', 'Forest Midi Dress', 'Dresses', 6600, [3, 8, 9, 6, 2], 97, 18],
  ['jeans', 'Straight Jeans', 'Jeans', 6400, [5, 1, 2, 9, 7], 92, 21],
  ['blazer', 'Ink Blazer', 'Jackets', 8900, [2, 4, 6, 5, 2], 88, 12],
  ['skirt', 'Terracotta Skirt', 'Skirts', 4200, [7, 7, 10, 6, 4], 71, 15],
  ['coat', 'Camel Coat', 'Jackets', 14800, [0, 2, 3, 2, 0], 66, 7],
  ['sage', 'Sage Jumper', 'Knitwear', 7200, [4, 6, 8, 8, 3], 58, 11],
];

const sizeNames = ['XS', 'S', 'M', 'L', 'XL'];

export const productRows: ProductRow[] = productSketches.map(([id, name, category, price, stock, asked, sold]) => ({
  id: `product-${id}`,
  name,
  category,
  collection: 'Autumn',
  price_from: usd(price),
  price_to: usd(price),
  sale: id === 'midi',
  image_url: picture(id),
  stock_total: stock.reduce((sum, count) => sum + count, 0),
  sizes: stock.map((count, index) => ({ size: sizeNames[index] ?? '', stock: count })),
  colors: ['blue'],
  sold_30d: sold,
  asked_30d: asked,
  status: 'active',
}));

export function productOf(id: string): Product | undefined {
  const row = productRows.find((known) => known.id === id);
  return (
    row && {
      ...row,
      description: 'A light sundress with a floral print, adjustable straps and a flared skirt.',
      material: '100% viscose',
      fit: 'true to size',
      details: ['Side pockets', 'Lined'],
      variants: row.sizes.map(({ size, stock }) => ({ id: `${id}-${size}`, sku: `BFS-BLU-${size}`, color: 'blue', size, price: row.price_from, compare_at: row.sale ? usd(7800) : null, stock, held: size === 'M' ? 1 : 0, measures: {} })),
      version: 7,
      audience: 'women',
      named_details: [{ name: 'lining', value: 'yes' }],
      occasions: ['garden party'],
      size_chart_id: 'chart-1',
      size_chart: sizeNames.map((size, index) => ({ size, body: { bust: [80 + index * 4, 83 + index * 4], waist: [62 + index * 4, 65 + index * 4] } })),
      images: [
        { id: 'picture-1', color: 'blue', url: row.image_url ?? '', alt: '' },
        { id: 'picture-2', color: 'rose', url: picture('rose'), alt: '' },
      ],
    }
  );
}

export const parkedRows: ParkedRow[] = [
  { id: 'parked-1', at: ago(42), kind: 'message', error: 'KeyError at leadnurturebot.message_path.worker:73', attempts: 5 },
];

const template: Template = {
  id: 'template-1',
  name: 'cart_reminder',
  language: 'en',
  category: 'MARKETING',
  status: 'APPROVED',
  body: 'Hi {{1}}, your cart still holds {{2}} for you.',
  header: '',
  footer: '',
  buttons: [],
  parameters: ['name', 'items'],
  ttl_seconds: null,
  reason: '',
  quality: 'GREEN',
  previous_category: '',
  next_category: '',
  held_reason: '',
  paused_until: null,
  editable_at: '2026-11-22T21:00:00Z',
  is_submitted: true,
  updated_at: '2026-11-22T21:00:00Z',
};

export const templates: Template[] = [
  template,
  { ...template, id: 'template-2', name: 'parcel_sent', category: 'MARKETING', previous_category: 'UTILITY', held_reason: 'category_changed', quality: '' },
  { ...template, id: 'template-3', name: 'size_help', language: 'es', status: 'DRAFT', is_submitted: false, quality: '' },
];
