import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import ReplayOutlined from '@mui/icons-material/ReplayOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import { useListParkedQuery, useRetryParkedMutation } from '@/api/endpoints.gen';
import type { ParkedRow } from '@/api/rows';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { NotAllowed } from '@/components/not-allowed';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { errorKind } from './error-kind';

/** Messages the bot could not work on: kept with their error, tried again by one press. */
export function ParkedList() {
  const { t } = useTranslation();
  const { data, error, isError, refetch } = useListParkedQuery();
  const mayRetry = useMay('message.retry');
  if (!data) return <Panel flush>{isError ? <ErrorState title={t('parked.failed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} picture="square" />}</Panel>;
  if (data.results.length === 0) {
    return (
      <Panel>
        <EmptyState icon={Inventory2Outlined} title={t('parked.empty')} text={t('parked.emptyText')} />
      </Panel>
    );
  }
  return (
    <>
      {!mayRetry && <NotAllowed>{t('parked.notAllowed')}</NotAllowed>}
      <Panel flush>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {data.results.map((row) => (
            <ParkedItem key={row.id} row={row} mayRetry={mayRetry} />
          ))}
        </Box>
      </Panel>
    </>
  );
}

function ParkedItem({ row, mayRetry }: { row: ParkedRow; mayRetry: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dispatch = useAppDispatch();
  const [retry, { isLoading }] = useRetryParkedMutation();
  const tryAgain = async () => {
    const answer = await retry({ rowId: row.id });
    dispatch(noticeShown('error' in answer ? { kind: 'failed', textKey: 'parked.retryFailed' } : { kind: 'done', textKey: 'parked.retried' }));
  };
  const kind = t(`parkedKind.${row.kind}`, { defaultValue: t('parkedKind.other') });
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, px: 4, py: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>{kind}</Box>
        <Box title={format.exactly(row.at)} sx={{ fontSize: 13, color: 'tokens.text2' }}>
          {t('parked.tried', { count: row.attempts, time: format.moment(row.at) })}
        </Box>
        <Box sx={{ fontSize: 13, color: 'tokens.danger' }}>{t(`parkedError.${errorKind(row.error)}`)}</Box>
        <Box sx={{ fontSize: 12, color: 'tokens.text3', overflowWrap: 'anywhere' }}>{t('parked.forSupport', { error: row.error })}</Box>
      </Box>
      {mayRetry && (
        <Button variant="outlined" startIcon={<ReplayOutlined />} loading={isLoading} onClick={() => void tryAgain()} aria-label={t('parked.retryOf', { kind, time: format.moment(row.at) })}>
          {t('states.tryAgain')}
        </Button>
      )}
    </Box>
  );
}
