import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface OwnDatesProps {
  from: string;
  to: string;
  onChoose: (from: string, to: string) => void;
}

/** The first and the last day of a time, both chosen, in order. */
export function OwnDates({ from: knownFrom, to: knownTo, onChoose }: OwnDatesProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(knownFrom);
  const [to, setTo] = useState(knownTo);
  const wrongOrder = from !== '' && to !== '' && from > to;
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (from && to && !wrongOrder) onChoose(from, to);
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ p: 4, display: 'grid', gap: 4, width: 260 }}>
      <TextField type="date" label={t('range.from')} value={from} onChange={(event) => setFrom(event.target.value)} required slotProps={{ inputLabel: { shrink: true } }} />
      <TextField type="date" label={t('range.to')} value={to} onChange={(event) => setTo(event.target.value)} required slotProps={{ inputLabel: { shrink: true } }} error={wrongOrder} helperText={wrongOrder ? t('range.wrongOrder') : undefined} />
      <Button type="submit" variant="contained">
        {t('range.show')}
      </Button>
    </Box>
  );
}
