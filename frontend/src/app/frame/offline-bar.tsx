import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useGetStatusQuery } from '@/api/endpoints.gen';
import { taggedApi } from '@/api/cache-tags';
import { waitText } from '@/lib/format/waits';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { deviceWentOffline } from '@/state/connection-slice';

import { everything } from '../live/live-events';

const RETRY_SECONDS = 10;

/** Says that the server cannot be reached and how old the page is, and tries again by itself. */
export function OfflineBar() {
  const dispatch = useAppDispatch();
  const lostAt = useAppSelector((state) => state.connection.lostAt);
  useEffect(() => {
    const lost = () => dispatch(deviceWentOffline());
    window.addEventListener('offline', lost);
    return () => window.removeEventListener('offline', lost);
  }, [dispatch]);
  return lostAt === null ? null : <Retrying lostAt={lostAt} />;
}

function Retrying({ lostAt }: { lostAt: number }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const status = useGetStatusQuery();
  const [{ left, now }, setClock] = useState({ left: RETRY_SECONDS, now: lostAt });
  const retry = async () => {
    setClock(({ now: shown }) => ({ left: RETRY_SECONDS, now: shown }));
    const answer = await status.refetch();
    if (!answer.isError) dispatch(taggedApi.util.invalidateTags([...everything]));
  };
  useEffect(() => {
    const timer = setTimeout(() => {
      if (left <= 1) void retry();
      else setClock({ left: left - 1, now: Date.now() });
    }, 1000);
    return () => clearTimeout(timer);
  });
  const age = now - lostAt >= 60_000 ? t('states.dataAge', { age: waitText(t, now - lostAt) }) : '';
  return (
    <Box role="status" aria-live="off" sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, px: 4, py: 1, bgcolor: 'tokens.warningSoft', color: 'tokens.warning', fontWeight: 600 }}>
      <CloudOffOutlined aria-hidden fontSize="small" />
      <span role="alert">{t('states.offline')}</span>
      <span>{t('states.offlineRetry', { seconds: left })}</span>
      <Box component="span" sx={{ fontWeight: 400, color: 'tokens.text2' }}>
        {age} {t('states.offlineKept')}
      </Box>
      <Button size="small" color="inherit" onClick={() => void retry()} sx={{ ml: 'auto' }}>
        {t('states.retryNow')}
      </Button>
    </Box>
  );
}
