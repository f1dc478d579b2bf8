import type { ListExamplesApiResponse } from '@/api/endpoints.gen';
import type { Entry, ReplyText, Unanswered } from '@/api/rows';

export const entries: Entry[] = [
  {
    id: 'entry-1',
    questions: [
      { language: 'en', text: 'Do you have parking?', from_customer: false },
      { language: 'es', text: 'hay donde estacionar', from_customer: true },
    ],
    answers: { en: 'Yes, behind the shop.', es: 'Sí, detrás de la tienda.' },
    keywords: ['car'],
    is_active: true,
    version: 2,
    updated_at: '2026-11-13T14:00:00Z',
  },
  { id: 'entry-2', questions: [{ language: 'en', text: 'Do you sell gift cards?', from_customer: false }], answers: { en: 'From $25.' }, keywords: [], is_active: false, version: 1, updated_at: '2026-11-12T14:00:00Z' },
];

export const examples: ListExamplesApiResponse['results'] = [{ id: 'example-1', text: 'whats the damage on a parcel', language: 'en', intent: 'shipping', from_customer: true, created_at: '2026-11-12T14:00:00Z' }];

export const unanswered: Unanswered[] = [
  {
    id: 'asked-1',
    text: 'do you do alterations?',
    language: 'en',
    others: ['hacen arreglos?'],
    thread_id: 'thread-1',
    reason: 'asked_person',
    state: 'open',
    count: 7,
    people: 5,
    first_at: '2026-11-10T14:00:00Z',
    last_at: '2026-11-13T14:00:00Z',
  },
];

export const replyTexts: ReplyText[] = [
  { key: 'thanks.plain', section: 'greetings', ours: [{ other: "You're welcome!" }, { other: 'Any time!' }], own: [], names: [], longest: 400 },
  {
    key: 'restock.back',
    section: 'later',
    ours: [{ other: "It's back: {item}, {price}." }],
    own: [{ other: 'Hurray, {item} for {price}!' }],
    names: [
      { name: 'item', sample: 'Linen Dress, M', is_needed: true },
      { name: 'price', sample: '$49', is_needed: true },
    ],
    longest: 400,
  },
  { key: 'stock.left', section: 'products', ours: [{ one: '{count} left.', other: '{count} left.' }], own: [], names: [{ name: 'count', sample: '2', is_needed: true }], longest: 400 },
];
