import type { Conversation, ConversationRow, Message } from '@/api/rows';

import { ago, ahead, usd } from './people';

const picture = (name: string) => `/media/products/${name}.svg`;

type Sketch = [id: string, name: string, language: string, preview: string, minutes: number, value: number, stage: ConversationRow['stage'], reason: string | null, image: string];

const sketches: Sketch[] = [
  ['hannah', 'Hannah Okafor', 'en', 'Do you do wholesale? 40 pieces', 4, 356000, 'waiting_for_person', 'high_value', 'tee'],
  ['jonas', 'Jonas Weber', 'en', 'This is the wrong colour. I want a refund please, can I talk to someone?', 6, 21200, 'waiting_for_person', 'asked', 'tee'],
  ['camila', 'Camila Duarte', 'pt', 'Posso trocar por um tamanho maior?', 2, 6800, 'waiting_for_person', 'unsure_twice', 'skirt'],
  ['emma', 'Emma Wilson', 'en', 'Hi! Saw this on Insta 😍 Is the blue one in stock in M?', 0, 4900, 'choosing_size', null, 'sundress'],
  ['lucia', 'Lucía Romero', 'es', '¿Me lo mandan a Valencia?', 0, 8400, 'at_checkout', null, 'jumper'],
  ['priya', 'Priya Nair', 'hi', 'M ya L? height 162 hai', 2, 4200, 'choosing_size', null, 'skirt'],
  ['putri', 'Putri Ayu', 'id', 'Ada warna hitam?', 4, 8900, 'browsing', null, 'blazer'],
  ['ana', 'Ana Beatriz Lima', 'pt', 'Quero ver os vestidos verdes', 1, 7100, 'browsing', null, 'midi'],
];

const initials = (name: string) => name.split(' ').map((word) => word.charAt(0)).slice(0, 2).join('');

const rowOf = ([id, name, language, preview, minutes, value, stage, reason, image]: Sketch): ConversationRow => ({
  id: `thread-${id}`,
  lead: { id: `lead-${id}`, name, initials: initials(name), language, country: 'US' },
  preview,
  preview_from: 'customer',
  stage,
  holder: reason ? 'waiting' : 'bot',
  holder_name: '',
  reason,
  value: usd(value),
  window: id === 'emma' ? { kind: 'ad', until: ahead(71 * 60 + 59), free: true } : { kind: 'service', until: ahead(22 * 60 + 30), free: false },
  last_at: ago(minutes),
  unread: reason ? 1 : 0,
  image_url: picture(image),
});

export const conversationRows: ConversationRow[] = sketches.map(rowOf);

const rest: Omit<Conversation, keyof ConversationRow> = {
  source: 'direct',
  ad: null,
  phone_masked: '+1 ••• ••• 118',
  local_time: '22:41',
  timezone: 'America/New_York',
  consent: { marketing: false, reminders: false, opted_out: false, since: null },
  usual_size: null,
  cart: { lines: [], total: null },
  focus: null,
  orders: [],
  cost_so_far_micros: 0,
  cost_currency: 'USD',
  next_message_micros: 4000,
  handoff: null,
  follow_ups: [],
  merges: [],
  maybe_same: [],
  can_merge: true,
  can_take_over: true,
  can_write: false,
  is_blocked: false,
  can_block: true,
};

const particulars: Record<string, Partial<Conversation>> = {
  'thread-emma': {
    source: 'instagram_ad',
    ad: { name: 'Summer Collection', headline: 'Dresses that dance' },
    phone_masked: '+44 •••• 118',
    timezone: 'Europe/London',
    consent: { marketing: true, reminders: true, opted_out: false, since: '2026-11-13T12:00:00Z' },
    usual_size: 'M, 168 cm',
    focus: { product_id: 'product-sundress', name: 'Blue Floral Sundress', price: usd(4900), image_url: picture('sundress') },
    orders: [{ id: 'order-1', number: 'TT12298', state: 'delivered', total: usd(4200), placed_at: '2026-10-02T14:00:00Z' }],
    next_message_micros: 0,
  },
  'thread-jonas': {
    orders: [{ id: 'order-2', number: 'TT12298', state: 'delivered', total: usd(4200), placed_at: '2026-11-19T14:00:00Z' }],
    cost_so_far_micros: 8000,
    handoff: {
      reason: 'asked',
      summary: ['Order #TT12298 came in green, ordered in navy.', 'Jonas wants the money back and asked for a person.', 'Order $42.00; 4 orders, $212 in all.'],
      since: ago(6),
    },
  },
  'thread-lucia': {
    source: 'instagram_ad',
    cart: { lines: [{ name: 'Cable Knit Jumper', color: 'sand', size: 'S', quantity: 1, unit_price: usd(7900), image_url: picture('jumper') }], total: usd(8400) },
    follow_ups: [
      { step: '2h', due_at: ago(30), state: 'sent', how: 'free_text', reason: null },
      { step: '24h', due_at: ahead(21 * 60), state: 'planned', how: 'template', reason: null },
      { step: '72h', due_at: ahead(69 * 60), state: 'held', how: null, reason: 'us_marketing' },
    ],
  },
};

export function conversationOf(id: string): Conversation | undefined {
  const row = conversationRows.find((known) => known.id === id);
  return row && { ...row, ...rest, ...particulars[id] };
}

const message: Omit<Message, 'id' | 'text' | 'at'> = {
  direction: 'in',
  sender: 'customer',
  sender_name: 'Emma',
  kind: 'text',
  content: {},
  status: 'received',
  error: null,
  cost: null,
  decision: null,
  ad: null,
  marks: { media: null, reactions: { customer: '', shop: '' }, quoted: null, is_edited: false, is_deleted: false, forwarded: '' },
  reply_to: null,
};

const free = { micros: 0, currency: 'USD', free: true, category: 'service' };

const emma: Message[] = [
  { ...message, id: 'm1', text: 'Hi! Saw this on Insta 😍 Is the blue one in stock in M?', at: ago(1), ad: { headline: 'Dresses that dance', name: 'Summer Collection' } },
  {
    ...message,
    id: 'm2',
    direction: 'out',
    sender: 'bot',
    sender_name: 'Bot',
    kind: 'buttons',
    text: 'Blue Floral Sundress, $49.00',
    content: {
      kind: 'buttons',
      body: '*Blue Floral Sundress, $49.00*\nYes, M is in stock: 7 left.\nIt runs true to size. Shall I check your size for you?',
      image_url: picture('sundress'),
      buttons: [
        { id: 'size', title: 'Check my size' },
        { id: 'add', title: 'Add M to cart' },
        { id: 'similar', title: 'See similar' },
      ],
    },
    at: ago(1),
    status: 'read',
    cost: free,
    decision: {
      id: 'd1',
      took_ms: 0.4,
      understood: [{ intent: 'availability', confidence: 0.97 }],
      read_as: ['"the blue one" = product in the ad', 'size M'],
      rule: 'Answer stock, then offer size help',
      skill: 'product',
      facts: [
        { kind: 'price', subject: 'Blue Floral Sundress', value: '4900' },
        { kind: 'stock', subject: 'M', value: '7' },
        { kind: 'rule', subject: 'Ships', value: 'Tue' },
      ],
      product_id: 'product-sundress',
    },
  },
];

const jonas: Message[] = [
  { ...message, id: 'j1', sender_name: 'Jonas', text: 'This is the wrong colour. I want a refund please, can I talk to someone?', at: ago(7) },
  { ...message, id: 'j2', direction: 'out', sender: 'bot', sender_name: 'Bot', text: 'Sorry about that, Jonas. I am getting Sarah for you now.', at: ago(6), status: 'read', cost: { ...free, micros: 4000, free: false } },
  { ...message, id: 'j3', direction: 'out', sender: 'agent', sender_name: 'David', text: 'Here is your refund receipt.', at: ago(5), status: 'failed', error: { code: 'window_closed', text: 'the 24 h window is closed', told: 'window_closed' } },
];

const threads: Record<string, Message[]> = { 'thread-emma': emma, 'thread-jonas': jonas };

export const messagesOf = (id: string): Message[] => threads[id] ?? [{ ...message, id: `${id}-1`, text: 'Hello', at: ago(20) }];

export const sentMessage = (text: string): Message => ({ ...message, id: `sent-${text.length}`, direction: 'out', sender: 'agent', sender_name: 'Sarah Chen', text, at: ago(0), status: 'sent', cost: { ...free, micros: 4000, free: false } });

export const tookOver: Message = { ...message, id: 'system-1', direction: 'out', sender: 'system', sender_name: '', text: 'Sarah took over, 22:41', at: ago(0), status: 'sent' };
