import type { DeliveryRules, ShippingOption, ShippingZone, TaxRate } from '@/api/endpoints.gen';

/** A zone and a rate while they are typed: everything is text. */
export interface OptionDraft {
  code: string;
  kind: NonNullable<ShippingOption['kind']>;
  name: string;
  flat: string;
  freeFrom: string;
  perItem: string;
  daysMin: string;
  daysMax: string;
}

export interface ZoneDraft {
  name: string;
  countries: string;
  regions: string;
  postcodes: string;
  cities: string;
  options: OptionDraft[];
}

export interface RateDraft {
  country: string;
  regions: string;
  postcodes: string;
  percent: string;
}

export const kinds = ['standard', 'express', 'pickup'] as const;

/** What is wrong, by the field that has it: the key of a text. */
export type Wrong = Record<string, string>;

export const blankOption = (kind: OptionDraft['kind'] = 'standard'): OptionDraft => ({ code: '', kind, name: '', flat: '', freeFrom: '', perItem: '', daysMin: '', daysMax: '' });
export const blankZone = (country: string): ZoneDraft => ({ name: '', countries: country, regions: '', postcodes: '', cities: '', options: [blankOption()] });
export const blankRate = (country: string): RateDraft => ({ country, regions: '', postcodes: '', percent: '' });

const text = (value: string | number | null | undefined) => (value === null || value === undefined ? '' : String(value));
/** What was written, else what stands for it. */
export const written = (given: string | undefined, otherwise: string) => (given === undefined || given === '' ? otherwise : given);
const joined = (names: readonly string[] | undefined) => (names ?? []).join(', ');
const parts = (typed: string) =>
  typed
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

export function zoneDraft(zone: ShippingZone): ZoneDraft {
  const options = zone.options.map((option) => ({
    code: text(option.code),
    kind: option.kind ?? 'standard',
    name: text(option.name),
    flat: text(option.flat),
    freeFrom: text(option.free_from),
    perItem: Number(option.per_item ?? 0) === 0 ? '' : text(option.per_item),
    daysMin: text(option.days_min),
    daysMax: text(option.days_max),
  }));
  return { name: text(zone.name), countries: joined(zone.countries), regions: joined(zone.regions), postcodes: joined(zone.postcodes), cities: joined(zone.cities), options };
}

export const rateDraft = (rate: TaxRate): RateDraft => ({ country: rate.country, regions: joined(rate.regions), postcodes: joined(rate.postcodes), percent: rate.percent });

/** "6,50" and "6.50" are the same amount. */
export const decimal = (typed: string) => typed.trim().replace(',', '.');
const isAmount = (typed: string) => /^\d{1,9}([.,]\d{1,3})?$/.test(typed.trim());
const isDays = (typed: string) => /^\d{1,2}$/.test(typed.trim()) && Number(typed) <= 90;
const isCountry = (code: string) => /^[A-Za-z]{2}$/.test(code);

export function zoneWrong(zone: ZoneDraft): Wrong {
  const wrong: Wrong = {};
  const countries = parts(zone.countries);
  if (!countries.every(isCountry)) wrong.countries = 'delivery.countriesWrong';
  if ([zone.regions, zone.postcodes, zone.cities].some((typed) => parts(typed).length > 0) && countries.length !== 1) wrong.countries = 'delivery.oneCountry';
  zone.options.forEach((option, place) => Object.assign(wrong, optionWrong(option, place)));
  return wrong;
}

function optionWrong(option: OptionDraft, place: number): Wrong {
  const wrong: Wrong = {};
  if (!isAmount(option.flat)) wrong[`options.${place}.flat`] = 'delivery.amountWrong';
  if (option.freeFrom.trim() && !isAmount(option.freeFrom)) wrong[`options.${place}.freeFrom`] = 'delivery.amountWrong';
  if (option.perItem.trim() && !isAmount(option.perItem)) wrong[`options.${place}.perItem`] = 'delivery.amountWrong';
  const [low, high] = [option.daysMin.trim(), option.daysMax.trim()];
  const isRange = isDays(low) && isDays(high) && Number(low) <= Number(high);
  if ((low || high) && !isRange) wrong[`options.${place}.daysMax`] = 'delivery.daysWrong';
  return wrong;
}

export function rateWrong(rate: RateDraft, place: number): Wrong {
  const wrong: Wrong = {};
  if (!isCountry(rate.country.trim())) wrong[`rates.${place}.country`] = 'delivery.countriesWrong';
  if (!/^\d{1,2}([.,]\d{1,3})?$/.test(rate.percent.trim()) || Number(decimal(rate.percent)) > 50) wrong[`rates.${place}.percent`] = 'delivery.percentWrong';
  return wrong;
}

export function toZone(draft: ZoneDraft): ShippingZone {
  const options = draft.options.map((option) => ({
    code: option.code,
    kind: option.kind,
    name: option.name.trim(),
    flat: decimal(option.flat),
    free_from: decimal(option.freeFrom) || null,
    per_item: decimal(option.perItem) || '0',
    days_min: option.daysMin.trim() ? Number(option.daysMin) : null,
    days_max: option.daysMax.trim() ? Number(option.daysMax) : null,
  }));
  return { name: draft.name.trim(), countries: parts(draft.countries).map((code) => code.toUpperCase()), regions: parts(draft.regions), postcodes: parts(draft.postcodes), cities: parts(draft.cities), options };
}

export const toRate = (draft: RateDraft): TaxRate => ({ country: draft.country.trim().toUpperCase(), regions: parts(draft.regions), postcodes: parts(draft.postcodes), percent: decimal(draft.percent) });

/** The zones with one of them changed, added behind the others (`place` is null) or taken out (`zone` is null). */
export function withZone(zones: DeliveryRules['zones'], place: number | null, zone: ShippingZone | null): ShippingZone[] {
  if (place === null) return zone ? [...zones, zone] : zones;
  return zones.flatMap((old, each) => (each === place ? (zone ? [zone] : []) : [old]));
}
