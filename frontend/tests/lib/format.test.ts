import { describe, expect, test } from 'vitest';

import { languageMark, nearestLanguage } from '@/lib/format/locale';
import { formatCap, formatMessageCost, formatMessagePrice, formatMoney, formatWholeMoney, majorUnits } from '@/lib/format/money';
import { firstName, initialsOf } from '@/lib/format/names';
import { formatCount, formatSeconds, formatShare } from '@/lib/format/numbers';
import { cityOf, formatMoment, formatMonth, hourIn } from '@/lib/format/times';

/** Formatters use thin and hard spaces; their kind does not matter here. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('Money', () => {
  test.each([
    ['en', '$868.50'],
    ['es', '868,50 US$'],
    ['pt-BR', 'US$ 868,50'],
    ['hi', '$868.50'],
    ['id', 'US$868,50'],
  ])('in %s it is %s', (language, text) => {
    expect(plain(formatMoney(usd(86850), language))).toBe(text);
  });

  test('a currency without decimals has none', () => {
    expect(formatMoney({ minor: 4900, currency: 'JPY' }, 'en')).toBe('¥4,900');
    expect(majorUnits({ minor: 4900, currency: 'JPY' })).toBe(4900);
  });

  test('a negative sum has a real minus, a great one is short', () => {
    expect(formatMoney(usd(-500), 'en')).toBe('\u2212$5.00');
    expect(formatMoney(usd(123_456_700), 'en')).toBe('$1.2M');
  });

  test('differences are whole, rupees are grouped by two', () => {
    expect(formatWholeMoney(usd(22800), 'en')).toBe('$228');
    expect(formatWholeMoney({ minor: 10_000_000, currency: 'INR' }, 'hi')).toBe('₹1,00,000');
  });

  test('one message is priced to a tenth of a cent, a sum to the cent, a cap without empty decimals', () => {
    expect(formatMessagePrice(4000, 'USD', 'en')).toBe('$0.004');
    expect(formatMessageCost(21_370_000, 'USD', 'en')).toBe('$21.37');
    expect(formatCap(60_000_000, 'USD', 'en')).toBe('$60');
    expect(formatCap(62_500_000, 'USD', 'en')).toBe('$62.50');
  });
});

describe('Numbers', () => {
  test('a share below twenty percent has one decimal', () => {
    expect([0.085, 0.1, 0.687, 0, 1].map((share) => formatShare(share, 'en'))).toEqual(['8.5%', '10%', '69%', '0%', '100%']);
  });

  test('up to six digits in full, then short', () => {
    expect([999_999, 1_234_567].map((count) => formatCount(count, 'en'))).toEqual(['999,999', '1.2M']);
    expect(formatCount(100_000, 'hi')).toBe('1,00,000');
  });

  test('milliseconds are told in seconds', () => {
    expect([1400, 30, 12_340].map((value) => formatSeconds(value, 'en'))).toEqual(['1.4', '0.03', '12.3']);
  });
});

describe('Time', () => {
  const now = new Date('2026-11-23T03:41:00Z');
  const zone = 'America/New_York';

  test('today is a time, this year a day, else a date', () => {
    const told = ['2026-11-23T03:30:00Z', '2026-11-13T12:00:00Z', '2025-11-13T12:00:00Z'].map((at) => formatMoment(new Date(at), now, 'en', zone));
    expect(told).toEqual(['22:30', '13 Nov', '13 Nov 2025']);
  });

  test('the day is the shop’s, not that of the reader or of UTC', () => {
    expect(formatMoment(new Date('2026-11-23T04:59:00Z'), now, 'en', zone)).toBe('23:59');
    expect(formatMoment(new Date('2026-11-22T04:59:00Z'), now, 'en', zone)).toBe('21 Nov');
    expect(hourIn(now, zone)).toBe(22);
    expect(hourIn(new Date('2026-11-23T05:00:00Z'), zone)).toBe(0);
  });

  test('months and cities are told in words', () => {
    expect(formatMonth('2026-11', 'en', 'long')).toBe('November');
    expect(formatMonth('2026-11', 'es', 'short')).toBe('nov');
    expect(cityOf('America/New_York')).toBe('New York');
  });
});

describe('Names and languages', () => {
  test('initials are the first and the last', () => {
    expect(['Sarah Chen', 'Ana Beatriz Lima', 'Prince'].map(initialsOf)).toEqual(['SC', 'AL', 'P']);
    expect(firstName('Sarah Chen')).toBe('Sarah');
  });

  test('the nearest language is found', () => {
    expect(['pt', 'pt_PT', 'en-GB', 'hi-IN', 'fr', ''].map(nearestLanguage)).toEqual(['pt-BR', 'pt-BR', 'en', 'hi', 'en', 'en']);
    expect(languageMark('pt-BR')).toBe('PT');
  });
});
