import type { TFunction } from 'i18next';

const MINUTE = 60_000;

/** A length of time in words: "6 min", "22 h", "71 h 12 min" (precise), "3 days". Below a minute it is "now". */
export function waitText(t: TFunction, milliseconds: number, precise = false): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes < 1) return t('time.now');
  if (minutes < 60) return t('time.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (precise && minutes % 60 > 0) return t('time.hoursMinutes', { hours, minutes: minutes % 60 });
  return hours < 96 ? t('time.hours', { count: hours }) : t('time.days', { count: Math.floor(hours / 24) });
}
