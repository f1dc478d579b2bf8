import AddOutlined from '@mui/icons-material/AddOutlined';
import RemoveOutlined from '@mui/icons-material/RemoveOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import InputBase from '@mui/material/InputBase';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSetStockMutation } from '@/api/endpoints.gen';
import type { Product } from '@/api/rows';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { useProblemWords } from './problem-words';

interface StockCounterProps {
  productId: string;
  variant: Product['variants'][number];
}

/** One more, one fewer, or a new count in place of the one that is shown. */
export function StockCounter({ productId, variant }: StockCounterProps) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { fields, whole } = useProblemWords();
  const [set, { isLoading }] = useSetStockMutation();
  const [typed, setTyped] = useState<string | null>(null);
  const named = [variant.color, variant.size].filter(Boolean).join(' ') || variant.sku;
  const send = async (stock: { change: number } | { stock: number; seen: number }) => {
    const answer = await set({ productId, stock: { variant_id: variant.id, ...stock } });
    setTyped(null);
    if ('error' in answer) dispatch(noticeShown({ kind: 'failed', textKey: 'goods.stockNotSaved', values: { reason: Object.values(fields(answer.error))[0] ?? whole(answer.error) } }));
  };
  const keep = () => {
    if (typed === null || typed === '' || Number(typed) === variant.stock) setTyped(null);
    else void send({ stock: Number(typed), seen: variant.stock });
  };
  return (
    <Box role="group" aria-label={t('goods.stockFor', { name: named })} sx={{ display: 'inline-flex', alignItems: 'center', border: '1px solid', borderColor: 'tokens.line', borderRadius: '8px' }}>
      <IconButton size="small" aria-label={t('goods.fewer', { name: named })} disabled={isLoading || variant.stock <= 0} onClick={() => void send({ change: -1 })}>
        <RemoveOutlined fontSize="small" />
      </IconButton>
      <InputBase
        value={typed ?? String(variant.stock)}
        disabled={isLoading}
        inputProps={{ 'aria-label': t('goods.count', { name: named }), inputMode: 'numeric', style: { textAlign: 'center', width: 44, padding: 0 } }}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 7))}
        onBlur={keep}
        onKeyDown={(event) => {
          // Leaving the field keeps the number: once, also when it is switched off meanwhile.
          if (event.key === 'Enter' && event.target instanceof HTMLElement) event.target.blur();
        }}
      />
      <IconButton size="small" aria-label={t('goods.more', { name: named })} disabled={isLoading} onClick={() => void send({ change: 1 })}>
        <AddOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
}
