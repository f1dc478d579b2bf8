import type { Me, Status } from '@/api/rows';

/** The shop's evening: Sunday 22 November 2026, 22:41 in New York. */
export const NOW = '2026-11-23T03:41:00Z';

/** A time before now. */
export const ago = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
export const ahead = (minutes: number) => ago(-minutes);

export const usd = (minor: number) => ({ minor, currency: 'USD' });

const shop = {
  id: 'shop-1',
  slug: 'trendythreads',
  name: 'TrendyThreads Boutique',
  currency: 'USD',
  country: 'US',
  language: 'en',
  timezone: 'America/New_York',
};

export const sarah: Me = {
  user: { id: 'user-sarah', name: 'Sarah Chen', email: 'sarah@trendythreads.example', language: 'en', theme: 'system' },
  shop,
  shops: [shop],
  role: 'admin',
  is_owner: true,
  demo: true,
  version: '0.1.0',
  session_seconds: 1800,
};

export const vera: Me = {
  ...sarah,
  user: { ...sarah.user, id: 'user-vera', name: 'Vera Ito', email: 'vera@trendythreads.example' },
  role: 'viewer',
  is_owner: false,
};

export const status: Status = {
  bot: 'answering',
  waiting: 3,
  clock: { now: NOW, offset_seconds: 0, demo: true },
  message_cost: { month: '2026-11', spent_micros: 21_370_000, cap_micros: 60_000_000, currency: 'USD' },
};
