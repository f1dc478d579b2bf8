import { numberLocale } from './locale';

/** An amount as the server sends it: minor units and the currency they belong to. */
export interface Amount {
  minor: number;
  currency: string;
}

const MICROS = 1_000_000;

function currencyFormat(language: string, currency: string, options: Intl.NumberFormatOptions = {}) {
  return new Intl.NumberFormat(numberLocale(language), { style: 'currency', currency, ...options });
}

const decimalsOf = (currency: string): number => currencyFormat('en', currency).resolvedOptions().maximumFractionDigits ?? 2;

/** Units of a currency: 4900 US cents are 49, 4900 yen are 4900. */
export function majorUnits({ minor, currency }: Amount): number {
  return minor / 10 ** decimalsOf(currency);
}

/** A typed sum as minor units: "14", "14.50" and "14,50" are read, more decimals than the currency has and anything else are not. */
export function minorUnits(typed: string, currency: string): number | null {
  const decimals = decimalsOf(currency);
  const found = /^(\d{1,12})(?:[.,](\d+))?$/.exec(typed.trim());
  const [whole = '', fraction = ''] = found?.slice(1) ?? [];
  if (!whole || fraction.length > decimals) return null;
  return Number(whole + fraction.padEnd(decimals, '0'));
}

// U+2212, the real minus, as figures deserve.
const realMinus = (text: string) => text.replace('-', '\u2212');

/** A price or a sum, always with its decimals: "$54.00". From a million on in short: "$1.2M". */
export function formatMoney(amount: Amount, language: string): string {
  const value = majorUnits(amount);
  const short: Intl.NumberFormatOptions = Math.abs(value) < MICROS ? {} : { notation: 'compact', maximumFractionDigits: 1 };
  return realMinus(currencyFormat(language, amount.currency, short).format(value));
}

/** A sum for charts and differences, in whole units: "$228". */
export function formatWholeMoney(amount: Amount, language: string): string {
  const format = currencyFormat(language, amount.currency, { maximumFractionDigits: 0 });
  return realMinus(format.format(majorUnits(amount)));
}

/** What one message costs, to a tenth of a cent: "$0.004". */
export function formatMessagePrice(micros: number, currency: string, language: string): string {
  return currencyFormat(language, currency, { maximumFractionDigits: 3 }).format(micros / MICROS);
}

/** A sum of message costs, to the cent: "$21.37". */
export function formatMessageCost(micros: number, currency: string, language: string): string {
  return currencyFormat(language, currency).format(micros / MICROS);
}

/** A cap or another round sum in micros, without empty decimals: "$60". */
export function formatCap(micros: number, currency: string, language: string): string {
  const value = micros / MICROS;
  const whole = Number.isInteger(value) ? { maximumFractionDigits: 0 } : {};
  return currencyFormat(language, currency, whole).format(value);
}
