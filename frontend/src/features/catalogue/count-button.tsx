import EditOutlined from '@mui/icons-material/EditOutlined';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ProductRow } from '@/api/rows';

import { StockSheet } from './stock-sheet';

/** Opens the counting of a product from its row. */
export function CountButton({ row }: { row: ProductRow }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton size="small" aria-label={t('goods.stockFor', { name: row.name })} onClick={() => setOpen(true)} sx={{ position: 'relative', zIndex: 1 }}>
        <EditOutlined fontSize="small" />
      </IconButton>
      {isOpen && <StockSheet productId={row.id} name={row.name} onClose={() => setOpen(false)} />}
    </>
  );
}
