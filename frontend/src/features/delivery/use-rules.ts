import { useTranslation } from 'react-i18next';

import { useSetDeliveryRulesMutation, type DeliveryRules, type ShippingOption } from '@/api/endpoints.gen';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { written } from './draft';

/** Replaces the rules with some of them changed; tells whether that worked. */
export function useSaveRules(rules: DeliveryRules) {
  const dispatch = useAppDispatch();
  const [set, { isLoading, error }] = useSetDeliveryRulesMutation();
  const save = async (changes: Partial<Pick<DeliveryRules, 'zones' | 'taxes'>>, textKey: string) => {
    const answer = await set({ deliveryRulesInput: { zones: rules.zones, taxes: rules.taxes, ...changes } });
    if ('error' in answer) return false;
    dispatch(noticeShown({ kind: 'done', textKey }));
    return true;
  };
  return { save, busy: isLoading, error };
}

/** Countries, amounts and ways of shipping in the reader's words. */
export function useRuleWords(currency: string) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const names = new Intl.DisplayNames([i18n.language], { type: 'region', fallback: 'code' });
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const country = (code: string) => names.of(code) ?? code;
  const money = (amount: string) => format.money({ minor: Math.round(Number(amount) * 10 ** digits), currency });
  const way = (option: ShippingOption) => written(option.name, t(`delivery.kinds.${option.kind ?? 'standard'}`));
  const option = (given: ShippingOption) => {
    const cost = Number(given.flat) === 0 ? t('cost.freeWord') : money(given.flat);
    const facts = [
      cost,
      given.free_from && t('delivery.freeFromOf', { amount: money(given.free_from) }),
      Number(given.per_item ?? 0) > 0 && t('delivery.perItemOf', { amount: money(given.per_item ?? '0') }),
      given.days_min !== null && given.days_min !== undefined && t('delivery.daysOf', { count: given.days_max ?? 0, days: given.days_min === given.days_max ? String(given.days_min) : `${given.days_min}–${given.days_max}` }),
    ].filter(Boolean);
    return `${way(given)}: ${facts.join(', ')}`;
  };
  return { country, money, option };
}
