import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useGetMeQuery } from '@/api/endpoints.gen';
import { useImportRowPagesInfiniteQuery } from '@/api/paged-endpoints';
import type { CatalogueImport, ImportRow } from '@/api/rows';
import { ErrorState } from '@/components/error-state';
import { FilterPills } from '@/components/filter-pills';
import { Panel } from '@/components/panel';
import { ShowMore } from '@/components/show-more';
import { SkeletonRows } from '@/components/skeleton-rows';
import { Tag, type Tone } from '@/components/tag';
import { useFormat } from '@/lib/use-format';

import { useImportWords } from './import-words';

const kinds = ['all', 'create', 'change', 'same', 'failed', 'kept'] as const;
type Kind = (typeof kinds)[number];
const tones: Partial<Record<string, Tone>> = { create: 'ours', created: 'fine', change: 'look', changed: 'fine', failed: 'failed', kept: 'look', restored: 'fine', removed: 'plain', archived: 'look' };

/** Every product of the file, with what changes in it. */
export function ImportRows({ found }: { found: CatalogueImport }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('all');
  const query = useImportRowPagesInfiniteQuery({ importId: found.id, kind: kind === 'all' ? undefined : kind });
  const rows = query.currentData?.pages.flatMap(({ results }) => results);
  const shown = kinds.filter((each) => each === 'all' || each === kind || each in found.planned || each in found.outcomes);
  return (
    <Panel flush title={t('import.products')}>
      <Box sx={{ px: 4, pb: 3 }}>
        <FilterPills scrollOnPhone label={t('catalogue.filters')} pills={shown.map((value) => ({ value, label: t(`import.kind.${value}`) }))} value={kind} onChange={setKind} />
      </Box>
      {!rows && (query.isError ? <ErrorState title={t('import.loadFailed')} error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonRows count={5} picture="square" />)}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {rows?.map((row) => <Row key={row.id} row={row} />)}
      </Box>
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </Panel>
  );
}

function Row({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const words = useImportWords();
  const state = row.outcome || row.action;
  return (
    <Box component="li" sx={{ px: 4, py: 3, borderTop: '1px solid', borderColor: 'tokens.line' }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Box sx={{ flex: 1, minWidth: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>{row.name}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text3', whiteSpace: 'nowrap' }}>{t('import.line', { line: row.line })}</Box>
        <Tag tone={tones[state] ?? 'plain'}>{t(`import.became.${state}`)}</Tag>
      </Box>
      {row.reason && <Box sx={{ color: 'tokens.danger', overflowWrap: 'anywhere' }}>{[row.why.column, words(row.why, row.reason)].filter(Boolean).join(': ')}</Box>}
      <Changes row={row} />
    </Box>
  );
}

function Changes({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  if (row.changes.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, mt: 1, pl: 4, fontSize: 13, color: 'tokens.text2' }}>
      {row.changes.map((change, place) => (
        <Box component="li" key={place} sx={{ overflowWrap: 'anywhere' }}>
          {change.sku && `${change.sku}: `}
          {t(`import.field.${change.field}`, { defaultValue: change.field })} {words(change.field, change.before)} → {words(change.field, change.after)}
        </Box>
      ))}
    </Box>
  );
}

/** A value as people read it: prices with their currency, nothing as a dash. */
function useChangeWords() {
  const format = useFormat();
  const { t } = useTranslation();
  const { data: me } = useGetMeQuery();
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'number' && ['price', 'compare_at', 'variant'].includes(field)) return format.money({ minor: value, currency: me?.shop?.currency ?? 'USD' });
    if (typeof value === 'boolean') return t(value ? 'goods.choice.active' : 'goods.choice.hidden');
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
}
