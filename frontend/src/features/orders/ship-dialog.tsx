import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useListCarriersQuery, useShipOrderMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Order } from '@/api/rows';
import { ProblemBox } from '@/components/problem-box';

import { useRefusalWords } from './refusal-words';

const shrunk = { inputLabel: { shrink: true } } as const;

/** By whom and under which number the parcel travels; the customer gets the carrier's page. */
export function ShipDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const refusal = useRefusalWords();
  const titleId = useId();
  const carriers = useListCarriersQuery().data?.results ?? [];
  const [carrier, setCarrier] = useState('');
  const [number, setNumber] = useState('');
  const [link, setLink] = useState('');
  const [ship, { error, isLoading }] = useShipOrderMutation();
  const wrong = error && readProblem(error);
  const said = wrong?.fields.tracking_number ?? wrong?.fields.tracking_url;
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    const slug = carriers.find(({ name }) => name === carrier.trim())?.slug ?? carrier.trim();
    void ship({ orderId: order.id, ship: { carrier: slug, tracking_number: number.trim(), tracking_url: link.trim() } }).then((answer) => 'error' in answer || onClose());
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <Box component="form" noValidate onSubmit={submit}>
        <DialogTitle id={titleId} variant="h2" sx={{ pb: 2 }}>
          {t('ship.title')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <Box sx={{ color: 'tokens.text2' }}>{t('ship.text')}</Box>
          <ProblemBox text={said ? t('ship.linkWrong') : refusal(error)} />
          <Autocomplete freeSolo options={carriers.map(({ name }) => name)} inputValue={carrier} onInputChange={(_event, value) => setCarrier(value)} renderInput={(params) => <TextField {...params} label={t('ship.carrier')} />} />
          <TextField label={t('ship.number')} value={number} onChange={(event) => setNumber(event.target.value)} autoComplete="off" slotProps={shrunk} />
          <TextField label={t('ship.link')} helperText={t('ship.linkHint')} value={link} onChange={(event) => setLink(event.target.value)} autoComplete="off" slotProps={{ ...shrunk, htmlInput: { inputMode: 'url' } }} />
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 4, gap: 2, flexWrap: 'wrap' }}>
          <Button variant="outlined" onClick={onClose}>
            {t('states.leaveIt')}
          </Button>
          <Button type="submit" variant="contained" loading={isLoading}>
            {t('orderDeed.ship')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
