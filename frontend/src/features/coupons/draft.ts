import type { NewCoupon } from '@/api/endpoints.gen';
import { minorUnits } from '@/lib/format/money';

/** A coupon as somebody types it. */
export interface CouponDraft {
  code: string;
  kind: 'percent' | 'amount';
  value: string;
  minimum: string;
  uses: string;
  perCustomer: string;
  from: string;
  to: string;
  categories: string[];
  isTold: boolean;
}

export const blankCoupon: CouponDraft = { code: '', kind: 'percent', value: '', minimum: '', uses: '', perCustomer: '1', from: '', to: '', categories: [], isTold: false };

const CODE = /^(?:[A-Z]{4,15}\d{1,3}|[A-Z]{2,8}\d{2}[A-Z]{2,8})$/;
export const asCode = (typed: string) => typed.replace(/[\s-]/g, '').toUpperCase();

const whole = (typed: string): number | null => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null);
const optional = (typed: string) => (typed.trim() === '' ? null : whole(typed));

/** What is wrong, by field, as keys of its words; nothing when it can be made. */
export function wrongOf(draft: CouponDraft, currency: string): Partial<Record<'code' | 'value' | 'minimum' | 'uses' | 'perCustomer' | 'to', string>> {
  const percent = whole(draft.value) ?? 0;
  const amount = minorUnits(draft.value, currency) ?? 0;
  return {
    ...(!CODE.test(asCode(draft.code)) && { code: 'coupons.codeWrong' }),
    ...(draft.kind === 'percent' && (percent < 1 || percent > 95) && { value: 'coupons.percentWrong' }),
    ...(draft.kind === 'amount' && amount < 1 && { value: 'coupons.amountWrong' }),
    ...(draft.minimum.trim() !== '' && minorUnits(draft.minimum, currency) === null && { minimum: 'coupons.minimumWrong' }),
    ...(draft.uses.trim() !== '' && !(whole(draft.uses) ?? 0) && { uses: 'coupons.usesWrong' }),
    ...(draft.perCustomer.trim() !== '' && !inCustomerRange(draft.perCustomer) && { perCustomer: 'coupons.perCustomerWrong' }),
    ...(draft.from && draft.to && draft.to < draft.from && { to: 'range.wrongOrder' }),
  };
}

const inCustomerRange = (typed: string) => {
  const count = whole(typed) ?? 0;
  return count >= 1 && count <= 1000;
};

/** As the server is asked for it. */
export function asNewCoupon(draft: CouponDraft, currency: string): NewCoupon {
  return {
    code: asCode(draft.code),
    percent: draft.kind === 'percent' ? whole(draft.value) : null,
    amount: draft.kind === 'amount' ? minorUnits(draft.value, currency) : null,
    minimum: draft.minimum.trim() ? (minorUnits(draft.minimum, currency) ?? 0) : 0,
    uses: optional(draft.uses),
    uses_per_customer: optional(draft.perCustomer),
    starts_on: draft.from || null,
    ends_on: draft.to || null,
    categories: draft.categories,
    is_told: draft.isTold,
  };
}
