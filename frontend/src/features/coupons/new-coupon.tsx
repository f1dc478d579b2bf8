import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCreateCouponMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import { ProblemBox } from '@/components/problem-box';

const blank = { code: '', percent: '', uses: '', isTold: false };
const whole = (typed: string): number | null => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null);

/** Makes a code that takes a percentage off. */
export function NewCoupon() {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(blank);
  const [create, { error, isLoading }] = useCreateCouponMutation();
  const fields = error ? readProblem(error).fields : {};
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    const newCoupon = { code: draft.code.trim(), percent: whole(draft.percent) ?? 0, uses: whole(draft.uses), is_told: draft.isTold };
    void create({ newCoupon }).then((answer) => 'error' in answer || setDraft(blank));
  };
  const known = fields.code ?? fields.percent ?? fields.uses;
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 640 }}>
      <ProblemBox text={error && !known ? t('coupons.makeFailed') : ''} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-start' }}>
        <TextField label={t('coupons.code')} helperText={fields.code ? t('coupons.codeWrong') : t('coupons.codeHelp')} error={Boolean(fields.code)} value={draft.code} onChange={(event) => setDraft({ ...draft, code: event.target.value.toUpperCase() })} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 18 } }} sx={{ flex: '2 1 200px' }} />
        <TextField label={t('coupons.percent')} helperText={fields.percent ? t('coupons.percentWrong') : ' '} error={Boolean(fields.percent)} value={draft.percent} onChange={(event) => setDraft({ ...draft, percent: event.target.value })} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'numeric', maxLength: 2 } }} sx={{ flex: '1 1 120px' }} />
        <TextField label={t('coupons.uses')} helperText={fields.uses ? t('coupons.usesWrong') : t('coupons.usesHelp')} error={Boolean(fields.uses)} value={draft.uses} onChange={(event) => setDraft({ ...draft, uses: event.target.value })} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'numeric', maxLength: 6 } }} sx={{ flex: '1 1 120px' }} />
      </Box>
      <FormControlLabel control={<Checkbox checked={draft.isTold} onChange={(event) => setDraft({ ...draft, isTold: event.target.checked })} />} label={t('coupons.tell')} />
      <Button type="submit" variant="contained" loading={isLoading} sx={{ justifySelf: 'start' }}>
        {t('coupons.make')}
      </Button>
    </Box>
  );
}
