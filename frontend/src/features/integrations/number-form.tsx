import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { readProblem, type Problem } from '@/api/problem';
import type { BusinessNumber } from '@/api/rows';
import { ProblemBox } from '@/components/problem-box';

import { useProblemText } from './use-problem-text';

type Typed = Omit<BusinessNumber, 'id'>;

interface NumberFormProps {
  number?: BusinessNumber;
  /** The account of the other numbers, to begin with. */
  account?: string;
  onSave: (typed: Typed) => Promise<{ error?: unknown }>;
  onClose: () => void;
}

/** A number of the account: how it reads, and the provider's ids of it. */
export function NumberForm({ number, account = '', onSave, onClose }: NumberFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<Typed>({ display_number: number?.display_number ?? '', phone_number_id: number?.phone_number_id ?? '', waba_id: number?.waba_id ?? account });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    const { error } = await onSave(typed);
    setBusy(false);
    if (error) setProblem(readProblem(error));
    else onClose();
  };
  const labels: Record<keyof Typed, string> = { display_number: t('integrations.numberAsRead'), phone_number_id: t('integrations.numberId'), waba_id: t('integrations.accountId') };
  const names = ['display_number', 'phone_number_id', 'waba_id'] as const;
  const wrong = names.filter((name) => problem?.fields[name]);
  return (
    <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 4, pt: 2 }}>
      <ProblemBox text={useProblemText(problem)} fields={wrong.map((name) => ({ id: `${id}-${name}`, label: labels[name] }))} />
      {names.map((name) => (
        <TextField key={name} id={`${id}-${name}`} label={labels[name]} value={typed[name]} error={Boolean(problem?.fields[name])} helperText={problem?.fields[name]} autoComplete="off" onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} slotProps={{ inputLabel: { shrink: true } }} />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button type="submit" variant="contained" loading={busy}>
          {t(number ? 'integrations.saveNumber' : 'integrations.addNumber')}
        </Button>
        <Button onClick={onClose}>{t('states.leaveIt')}</Button>
      </Box>
    </Box>
  );
}
