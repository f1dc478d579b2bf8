import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useGetMeQuery } from '@/api/endpoints.gen';

import { useNow } from './business-clock';
import { languageName } from './format/locale';
import { formatCap, formatMessageCost, formatMessagePrice, formatMoney, formatWholeMoney, type Amount } from './format/money';
import { formatCount, formatSeconds, formatShare, formatWholeShare } from './format/numbers';
import { dayKey, formatClock, formatDate, formatExactly, formatMoment, formatMonth, formatWeekday, hourIn } from './format/times';
import { waitText } from './format/waits';

/** The zone a shop's days are counted in. */
export function useShopTimeZone(): string {
  const { data: me } = useGetMeQuery();
  return me?.shop?.timezone ?? 'UTC';
}

/** Figures and times in the reader's language and the shop's zone. */
export function useFormat() {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const zone = useShopTimeZone();
  const language = i18n.language;
  return useMemo(
    () => ({
      now,
      money: (amount: Amount) => formatMoney(amount, language),
      wholeMoney: (amount: Amount) => formatWholeMoney(amount, language),
      messagePrice: (micros: number, currency: string) => formatMessagePrice(micros, currency, language),
      messageCost: (micros: number, currency: string) => formatMessageCost(micros, currency, language),
      cap: (micros: number, currency: string) => formatCap(micros, currency, language),
      count: (value: number) => formatCount(value, language),
      share: (share: number) => formatShare(share, language),
      wholeShare: (share: number) => formatWholeShare(share, language),
      seconds: (milliseconds: number) => t('time.seconds', { value: formatSeconds(milliseconds, language) }),
      clock: (at: string | Date) => formatClock(new Date(at), language, zone),
      clockIn: (at: string | Date, timeZone: string) => formatClock(new Date(at), language, timeZone),
      date: (at: string) => formatDate(new Date(at), now, language, zone),
      /** A day written as 2026-11-22, wherever it is. */
      calendarDay: (day: string) => formatDate(new Date(`${day}T12:00:00Z`), now, language, 'UTC'),
      moment: (at: string) => formatMoment(new Date(at), now, language, zone),
      exactly: (at: string) => formatExactly(new Date(at), language, zone),
      month: (month: string, width: 'long' | 'short') => formatMonth(month, language, width),
      weekday: () => formatWeekday(now, language, zone),
      hour: () => hourIn(now, zone),
      day: (at: string) => dayKey(new Date(at), zone),
      isToday: (at: string) => dayKey(new Date(at), zone) === dayKey(now, zone),
      since: (at: string) => waitText(t, Math.max(0, now.getTime() - Date.parse(at))),
      until: (at: string, precise = false) => waitText(t, Math.max(0, Date.parse(at) - now.getTime()), precise),
      language: (code: string) => languageName(code, language),
    }),
    [t, language, now, zone],
  );
}

export type Format = ReturnType<typeof useFormat>;
