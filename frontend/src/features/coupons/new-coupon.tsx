import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCreateCouponMutation, useGetMeQuery } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import { ProblemBox } from '@/components/problem-box';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { asNewCoupon, blankCoupon, wrongOf, type CouponDraft } from './draft';

/** Makes a code: what it takes off, from which sum, how often, when and for what. */
export function NewCoupon({ categories }: { categories: readonly string[] }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const currency = useGetMeQuery().data?.shop?.currency ?? 'USD';
  const [draft, setDraft] = useState(blankCoupon);
  const [isChecked, setChecked] = useState(false);
  const [create, { error, isLoading, reset }] = useCreateCouponMutation();
  const refused = error ? readProblem(error).fields : {};
  const wrong = isChecked ? wrongOf(draft, currency) : {};
  const words: Partial<Record<string, string>> = refused.code && !wrong.code ? { ...wrong, code: 'coupons.codeTaken' } : wrong;
  const change = (changes: Partial<CouponDraft>) => {
    if (error) reset();
    setDraft((before) => ({ ...before, ...changes }));
  };
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(wrongOf(draft, currency)).length > 0) return;
    const answer = await create({ newCoupon: asNewCoupon(draft, currency) });
    if (!answer.data) return;
    setDraft(blankCoupon);
    setChecked(false);
    dispatch(noticeShown({ kind: 'done', textKey: 'coupons.made', values: { code: answer.data.code } }));
  };
  return (
    <Box component="form" noValidate aria-label={t('coupons.new')} onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 4, maxWidth: 720 }}>
      <Box component="h3" sx={{ m: 0, fontSize: 14, fontWeight: 600 }}>
        {t('coupons.new')}
      </Box>
      <ProblemBox text={error && !refused.code ? t('coupons.makeFailed') : ''} />
      <Fields draft={draft} words={words} currency={currency} categories={categories} onChange={change} />
      <FormControlLabel control={<Checkbox checked={draft.isTold} onChange={(event) => change({ isTold: event.target.checked })} />} label={t('coupons.tell')} />
      <Button type="submit" variant="contained" loading={isLoading} sx={{ justifySelf: 'start' }}>
        {t('coupons.make')}
      </Button>
    </Box>
  );
}

interface FieldsProps {
  draft: CouponDraft;
  words: Partial<Record<string, string>>;
  currency: string;
  categories: readonly string[];
  onChange: (changes: Partial<CouponDraft>) => void;
}

const grid = { display: 'grid', gap: 4, gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))', alignItems: 'start' } as const;

function Fields({ draft, words, currency, categories, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const field = (name: keyof CouponDraft, label: string, help = '', more: TextFieldProps = {}) => (
    <TextField
      label={label}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: name === 'code' ? event.target.value.toUpperCase() : event.target.value })}
      error={Boolean(words[name])}
      helperText={words[name] ? t(words[name]) : help || undefined}
      autoComplete="off"
      {...more}
      slotProps={{ inputLabel: { shrink: true }, ...more.slotProps }}
    />
  );
  const digits = { htmlInput: { inputMode: 'numeric', maxLength: 6 } } as const;
  const money = { htmlInput: { inputMode: 'decimal', maxLength: 14 } } as const;
  return (
    <Box sx={grid}>
      {field('code', t('coupons.code'), t('coupons.codeHelp'), { slotProps: { htmlInput: { maxLength: 20 } } })}
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
        {field('value', t(draft.kind === 'percent' ? 'coupons.percent' : 'coupons.amount', { currency }), '', { slotProps: draft.kind === 'percent' ? digits : money, sx: { flex: 1 } })}
        <TextField select label={t('coupons.kind')} value={draft.kind} onChange={(event) => onChange({ kind: event.target.value as CouponDraft['kind'] })} slotProps={{ inputLabel: { shrink: true } }} sx={{ width: 88, flexShrink: 0 }}>
          <MenuItem value="percent">%</MenuItem>
          <MenuItem value="amount">{currency}</MenuItem>
        </TextField>
      </Box>
      {field('minimum', t('coupons.minimum', { currency }), t('coupons.minimumHelp'), { slotProps: money })}
      {field('uses', t('coupons.uses'), t('coupons.usesHelp'), { slotProps: digits })}
      {field('perCustomer', t('coupons.perCustomer'), t('coupons.usesHelp'), { slotProps: digits })}
      {field('from', t('coupons.startsOn'), t('coupons.startsHelp'), { type: 'date' })}
      {field('to', t('coupons.endsOn'), t('coupons.endsHelp'), { type: 'date' })}
      <Autocomplete
        multiple
        options={[...categories]}
        value={draft.categories}
        onChange={(_event, chosen) => onChange({ categories: chosen })}
        getOptionLabel={(category) => category}
        noOptionsText={t('coupons.noCategories')}
        renderInput={(params) => <TextField {...params} label={t('coupons.categories')} helperText={t('coupons.categoriesHelp')} slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }} />}
        sx={{ gridColumn: '1 / -1' }}
      />
    </Box>
  );
}
