import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useDeliverOrderMutation, usePackOrderMutation } from '@/api/endpoints.gen';
import type { Order } from '@/api/rows';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';
import { useMay } from '@/lib/authorization';

import { CancelDialog } from './cancel-dialog';
import { NewReturnButton } from './new-return';
import { NoteField } from './note-field';
import { ShipDialog } from './ship-dialog';
import { useRefusalWords } from './refusal-words';

/** What can be done with the order now: the next deed is the filled button. The server says which are possible. */
export function OrderDeeds({ order }: { order: Order }) {
  const { t } = useTranslation();
  const may = useMay('fulfil.order');
  const refusal = useRefusalWords();
  const [open, setOpen] = useState<'ship' | 'cancel' | ''>('');
  const [pack, packing] = usePackOrderMutation();
  const [deliver, delivering] = useDeliverOrderMutation();
  if (!may) return null;
  const error = packing.error ?? delivering.error;
  const deeds: Record<string, () => void> = {
    pack: () => void pack({ orderId: order.id }),
    ship: () => setOpen('ship'),
    deliver: () => void deliver({ orderId: order.id }),
    cancel: () => setOpen('cancel'),
  };
  const shown = order.deeds.filter((deed) => deed in deeds);
  const close = () => setOpen('');
  return (
    <Panel title={t('orderDeed.title')}>
      <ProblemBox text={refusal(error)} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, '&:not(:empty)': { mb: 4 } }}>
        {shown.map((deed, index) => (
          <Button key={deed} variant={index === 0 && deed !== 'cancel' ? 'contained' : 'outlined'} color={deed === 'cancel' ? 'error' : 'primary'} disabled={packing.isLoading || delivering.isLoading} onClick={deeds[deed]}>
            {t(`orderDeed.${deed}`)}
          </Button>
        ))}
        <NewReturnButton order={order} />
      </Box>
      <NoteField orderId={order.id} />
      {open === 'ship' && <ShipDialog order={order} onClose={close} />}
      {open === 'cancel' && <CancelDialog order={order} onClose={close} />}
    </Panel>
  );
}
