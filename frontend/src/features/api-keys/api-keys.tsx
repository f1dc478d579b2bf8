import KeyOutlined from '@mui/icons-material/KeyOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';

import { useListApiKeysQuery } from '@/api/endpoints.gen';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { NotAllowed } from '@/components/not-allowed';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';
import { guides } from '@/config/paths';
import { useMay } from '@/lib/authorization';

import { ApiKeyRow } from './api-key-row';
import { NewKey } from './new-key';

/** The keys with which programs act for the shop: which there are, when each was last used, away at once. */
export function ApiKeys() {
  const { t } = useTranslation();
  const { data, error, isError, refetch } = useListApiKeysQuery(undefined, { refetchOnMountOrArgChange: true });
  const mayChange = useMay('apiKey.change');
  const guide = (
    <Link href={guides.security} target="_blank" rel="noreferrer">
      {t('apiKeys.guide')}
    </Link>
  );
  return (
    <Panel title={t('apiKeys.title')} action={guide} flush>
      <Box sx={{ px: 4, pb: 4, color: 'tokens.text2' }}>{t('apiKeys.line')}</Box>
      {!data && (isError ? <ErrorState title={t('apiKeys.failed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={2} picture="square" />)}
      {data?.results.length === 0 && <EmptyState icon={KeyOutlined} title={t('apiKeys.empty')} text={t('apiKeys.emptyText')} />}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', borderTop: '1px solid', borderColor: 'tokens.line' }}>
        {data?.results.map((row) => (
          <ApiKeyRow key={row.id} row={row} mayChange={mayChange} />
        ))}
      </Box>
      <Box sx={{ p: 4, borderTop: '1px solid', borderColor: 'tokens.line' }}>{mayChange ? <NewKey /> : <NotAllowed>{t('apiKeys.notAllowed')}</NotAllowed>}</Box>
    </Panel>
  );
}
