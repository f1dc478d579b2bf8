import { dateLocale } from './locale';

const format = (language: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(dateLocale(language), { timeZone, ...options });

/** The calendar day in a zone as 2026-11-22, to compare days. */
export const dayKey = (at: Date, timeZone: string) => format('sv', timeZone, { dateStyle: 'short' }).format(at);

export const formatClock = (at: Date, language: string, timeZone: string) =>
  format(language, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** "13 Nov", with the year when it is not this year. */
export function formatDate(at: Date, now: Date, language: string, timeZone: string): string {
  const sameYear = dayKey(at, timeZone).slice(0, 4) === dayKey(now, timeZone).slice(0, 4);
  return format(language, timeZone, { day: 'numeric', month: 'short', year: sameYear ? undefined : 'numeric' }).format(at);
}

/** Today "22:41", else the date. */
export function formatMoment(at: Date, now: Date, language: string, timeZone: string): string {
  const today = dayKey(at, timeZone) === dayKey(now, timeZone);
  return today ? formatClock(at, language, timeZone) : formatDate(at, now, language, timeZone);
}

/** For tooltips: the full date, the time and the zone. */
export const formatExactly = (at: Date, language: string, timeZone: string) =>
  format(language, timeZone, { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' }).format(at) + `, ${timeZone.replace('_', ' ')}`;

/** "November" or "Nov" of a month written as 2026-11. */
export const formatMonth = (month: string, language: string, width: 'long' | 'short') =>
  format(language, 'UTC', { month: width }).format(new Date(`${month}-15T12:00:00Z`));

export const formatWeekday = (at: Date, language: string, timeZone: string) => format(language, timeZone, { weekday: 'long' }).format(at);

/** The hour of the day in a zone, 0 to 23, for greetings. */
export const hourIn = (at: Date, timeZone: string) =>
  Number(format('en', timeZone, { hour: '2-digit', hourCycle: 'h23' }).format(at));

/** "London" out of "Europe/London". */
export const cityOf = (timeZone: string) => (timeZone.split('/').pop() ?? timeZone).replaceAll('_', ' ');
