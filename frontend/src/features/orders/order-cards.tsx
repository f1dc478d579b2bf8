import Box from '@mui/material/Box';
import { Link } from 'react-router';

import type { OrderRow } from '@/api/rows';
import { OrderStateTag, PaymentStateTag } from '@/components/order-tags';
import { ProductPicture } from '@/components/product-picture';
import { orderPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

/** Orders on a phone: one card each, the whole card opens it. */
export function OrderCards({ rows }: { rows: readonly OrderRow[] }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
      {rows.map((row) => (
        <li key={row.id}>
          <OrderCard row={row} />
        </li>
      ))}
    </Box>
  );
}

const cardLook = {
  display: 'flex',
  gap: 3,
  p: 3,
  pr: 3.5,
  color: 'tokens.text',
  textDecoration: 'none',
  bgcolor: 'tokens.surface',
  border: '1px solid',
  borderColor: 'tokens.line',
  borderRadius: '12px',
} as const;

function OrderCard({ row }: { row: OrderRow }) {
  const format = useFormat();
  const pair = { display: 'flex', alignItems: 'baseline', gap: 2 } as const;
  return (
    <Box component={Link} to={orderPath(row.id)} sx={cardLook}>
      <ProductPicture src={row.image_url} width={48} height={60} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={pair}>
          <Box component="span" sx={{ flex: 1, fontWeight: 600, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {row.lead.name}
          </Box>
          <strong>{format.money(row.total)}</strong>
        </Box>
        <Box sx={{ ...pair, fontSize: 13, color: 'tokens.text2' }}>
          <Box component="span" sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {row.items_text}
          </Box>
          <span>{format.moment(row.placed_at)}</span>
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1.5 }}>
          <PaymentStateTag state={row.payment_state} />
          <OrderStateTag state={row.state} />
        </Box>
      </Box>
    </Box>
  );
}
