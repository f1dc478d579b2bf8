import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

import { useGetProductQuery } from '@/api/endpoints.gen';
import type { Order } from '@/api/rows';
import { useFormat } from '@/lib/use-format';

interface WantedSizeProps {
  line: Order['lines'][number];
  value: string;
  onChange: (variantId: string) => void;
}

/** Which size of the same thing is wanted instead; what is sold out can be seen and not chosen. */
export function WantedSize({ line, value, onChange }: WantedSizeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currentData: product, isError } = useGetProductQuery({ productId: line.product_id });
  const variants = product?.variants ?? [];
  const sameColor = variants.filter(({ color }) => color === line.color);
  const shown = sameColor.length > 1 ? sameColor : variants;
  return (
    <TextField select size="small" label={t('newReturn.size')} value={shown.some(({ id }) => id === value) ? value : ''} onChange={(event) => onChange(event.target.value)} disabled={!product} helperText={isError ? t('newReturn.noSizes') : undefined} slotProps={{ inputLabel: { shrink: true } }} sx={{ mt: 2, width: '100%' }}>
      {shown.map(({ id, size, color, stock }) => (
        <MenuItem key={id} value={id} disabled={stock <= 0}>
          {t(stock > 0 ? 'newReturn.sizeLeft' : 'newReturn.sizeGone', { size: shown === sameColor ? size : [size, color].filter(Boolean).join(', '), left: format.count(stock) })}
        </MenuItem>
      ))}
    </TextField>
  );
}
