import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { useTranslation } from 'react-i18next';

import { useProductPagesInfiniteQuery } from '@/api/paged-endpoints';
import type { ProductRow } from '@/api/rows';
import { ErrorState } from '@/components/error-state';
import { EmptyState } from '@/components/empty-state';
import { ProductPicture } from '@/components/product-picture';
import { ShowMore } from '@/components/show-more';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useFormat } from '@/lib/use-format';

import { MOST } from './product-picker';

interface PickerListProps {
  words: string;
  chosen: readonly ProductRow[];
  onToggle: (row: ProductRow) => void;
}

/** Products to choose from. What is chosen stays where it is; what other words found stands first. */
export function PickerList({ words, chosen, onToggle }: PickerListProps) {
  const { t } = useTranslation();
  const query = useProductPagesInfiniteQuery({ q: words || undefined });
  const found = query.currentData?.pages.flatMap(({ results }) => results);
  const isFound = (row: ProductRow) => found?.some(({ id }) => id === row.id) ?? false;
  const rows = [...chosen.filter((row) => !isFound(row)), ...(found ?? [])];
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
      <Box component="ul" aria-label={t('picker.products')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {rows.map((row) => (
          <PickerRow key={row.id} row={row} place={chosen.findIndex(({ id }) => id === row.id) + 1} isFull={chosen.length >= MOST} onToggle={onToggle} />
        ))}
      </Box>
      {!found && (query.isError ? <ErrorState title={t('catalogue.failed')} error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonRows count={6} picture="square" />)}
      {found?.length === 0 && <EmptyState title={t('catalogue.noMatch')} text={words} />}
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </Box>
  );
}

interface PickerRowProps {
  row: ProductRow;
  /** From 1, 0 when it is not chosen. */
  place: number;
  isFull: boolean;
  onToggle: (row: ProductRow) => void;
}

function PickerRow({ row, place, isFull, onToggle }: PickerRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const price = format.money(row.price_from);
  const facts = [row.price_from.minor === row.price_to.minor ? price : t('catalogue.priceFrom', { price }), row.stock_total > 0 ? t('picker.left', { count: row.stock_total }) : t('picker.soldOut')];
  return (
    <Box component="li" sx={{ '& + li': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 2, minHeight: 66, cursor: 'pointer', bgcolor: place ? 'tokens.primarySoft' : undefined, '&:hover': { bgcolor: place ? 'tokens.primarySoft' : 'tokens.sunken' } }}>
        <Checkbox checked={place > 0} disabled={place === 0 && isFull} onChange={() => onToggle(row)} slotProps={{ input: { 'aria-label': row.name } }} sx={{ p: 1 }} />
        <ProductPicture src={row.image_url} width={40} height={50} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{row.name}</Box>
          <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{facts.join(', ')}</Box>
        </Box>
        {place > 0 && (
          <Box aria-hidden sx={{ fontSize: 13, fontWeight: 600, color: 'tokens.onPrimarySoft' }}>
            {format.count(place)}
          </Box>
        )}
      </Box>
    </Box>
  );
}
