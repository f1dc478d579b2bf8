import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DeliveryRules } from '@/api/endpoints.gen';
import { FilterPills } from '@/components/filter-pills';
import { ProblemBox } from '@/components/problem-box';
import { Sheet } from '@/components/sheet';

import { blankRate, rateDraft, rateWrong, toRate, type RateDraft, type Wrong } from './draft';
import { Field } from './field';
import { useSaveRules } from './use-rules';

/** Whether prices contain the tax or it is added, and its rates by place. */
export function TaxesEditor({ rules, onClose }: { rules: DeliveryRules; onClose: () => void }) {
  const { t } = useTranslation();
  const { taxes } = rules;
  const [way, setWay] = useState<'included' | 'added'>(taxes.is_included ? 'included' : 'added');
  const [onShipping, setOnShipping] = useState(taxes.on_shipping);
  const [name, setName] = useState(taxes.name ?? '');
  const [rates, setRates] = useState<RateDraft[]>(() => taxes.rates.map(rateDraft));
  const [wrong, setWrong] = useState<Wrong>({});
  const { save, busy, error } = useSaveRules(rules);
  const change = (place: number, values: Partial<RateDraft>) => setRates(rates.map((old, each) => (each === place ? { ...old, ...values } : old)));
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    const found = rates.reduce<Wrong>((all, rate, place) => ({ ...all, ...rateWrong(rate, place) }), {});
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const changed = { is_included: way === 'included', on_shipping: onShipping, name: name.trim(), rates: rates.map(toRate) };
    if (await save({ taxes: changed }, 'delivery.taxesSaved')) onClose();
  };
  return (
    <Sheet label={t('delivery.editTaxes')} open onClose={onClose}>
      <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ p: 4, display: 'grid', gap: 4, overflowY: 'auto' }}>
        <Typography variant="h2" sx={{ pr: 8 }}>
          {t('delivery.editTaxes')}
        </Typography>
        <ProblemBox text={error ? t('delivery.saveFailed') : ''} />
        <FilterPills label={t('delivery.prices')} value={way} onChange={setWay} pills={[{ value: 'included', label: t('delivery.included') }, { value: 'added', label: t('delivery.added') }]} />
        <FormControlLabel control={<Checkbox checked={onShipping} onChange={(event) => setOnShipping(event.target.checked)} />} label={t('delivery.onShipping')} />
        <Field name="name" label={t('delivery.taxName')} helperText={t('delivery.taxNameHelp')} value={name} wrong={wrong} onText={setName} />
        {rates.map((rate, place) => (
          <Rate key={place} rate={rate} place={place} wrong={wrong} onChange={(values) => change(place, values)} onRemove={() => setRates(rates.filter((_, each) => each !== place))} />
        ))}
        <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={() => setRates([...rates, blankRate(rules.country)])}>
          {t('delivery.addRate')}
        </Button>
        <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
          <Button type="submit" variant="contained" loading={busy}>
            {t('delivery.save')}
          </Button>
        </Box>
      </Box>
    </Sheet>
  );
}

interface RateProps {
  rate: RateDraft;
  place: number;
  wrong: Wrong;
  onChange: (values: Partial<RateDraft>) => void;
  onRemove: () => void;
}

function Rate({ rate, place, wrong, onChange, onRemove }: RateProps) {
  const { t } = useTranslation();
  const title = [rate.country, rate.regions, rate.postcodes].filter(Boolean).join(' ') || String(place + 1);
  const field = (part: keyof RateDraft) => ({ name: `rates.${place}.${part}`, value: rate[part], wrong, onText: (text: string) => onChange({ [part]: text }) });
  return (
    <Box role="group" aria-label={title} sx={{ display: 'grid', gap: 3, p: 3, border: '1px solid', borderColor: 'tokens.line', borderRadius: '8px', gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))', alignItems: 'start' }}>
      <Field label={t('delivery.country')} required {...field('country')} />
      <Field label={t('delivery.percent')} numeric required {...field('percent')} />
      <Field label={t('delivery.regions')} {...field('regions')} />
      <Field label={t('delivery.postcodes')} {...field('postcodes')} />
      <Button variant="text" aria-label={t('delivery.removeOf', { name: title })} onClick={onRemove} sx={{ justifySelf: 'start' }}>
        {t('delivery.remove')}
      </Button>
    </Box>
  );
}
