import { numberLocale } from './locale';

/** A count: up to six digits in full, then "1.2M". */
export function formatCount(value: number, language: string): string {
  const short: Intl.NumberFormatOptions = Math.abs(value) < 1_000_000 ? {} : { notation: 'compact', maximumFractionDigits: 1 };
  return new Intl.NumberFormat(numberLocale(language), short).format(value);
}

/** A share from 0 to 1 as percent, with one decimal below twenty: 0.085 is "8.5%", 0.687 is "69%". */
export function formatShare(share: number, language: string): string {
  const digits = share < 0.1995 && share > 0 ? 1 : 0;
  const format = new Intl.NumberFormat(numberLocale(language), { style: 'percent', maximumFractionDigits: digits });
  return format.format(share);
}

/** A share in whole percent, for small print beside a count. */
export function formatWholeShare(share: number, language: string): string {
  return new Intl.NumberFormat(numberLocale(language), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Milliseconds as seconds with one decimal: 1400 is "1.4". */
export function formatSeconds(milliseconds: number, language: string): string {
  const digits = milliseconds < 100 ? 2 : 1;
  return new Intl.NumberFormat(numberLocale(language), { maximumFractionDigits: digits }).format(milliseconds / 1000);
}
