import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useRevokeApiKeyMutation } from '@/api/endpoints.gen';
import type { ApiKey } from '@/api/rows';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

/** One key: its name, how it ends, when it was made and last used, and the way to revoke it. */
export function ApiKeyRow({ row, mayChange }: { row: ApiKey; mayChange: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dispatch = useAppDispatch();
  const [asking, setAsking] = useState(false);
  const [revoke, { isLoading }] = useRevokeApiKeyMutation();
  const { id: keyId, name, ending } = row;
  const doRevoke = async () => {
    const answer = await revoke({ keyId });
    dispatch(noticeShown('error' in answer ? { kind: 'failed', textKey: 'apiKeys.revokeFailed' } : { kind: 'done', textKey: 'apiKeys.revoked', values: { name } }));
    setAsking(false);
  };
  const used = row.last_used_at ? t('apiKeys.used', { time: format.moment(row.last_used_at) }) : t('apiKeys.neverUsed');
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, px: 4, py: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 600 }}>{name}</Box>
        <Box title={format.exactly(row.last_used_at ?? row.created_at)} sx={{ fontSize: 13, color: 'tokens.text2' }}>
          {[t('apiKeys.ending', { ending }), t('apiKeys.made', { time: format.moment(row.created_at) }), used].join(', ')}
        </Box>
      </Box>
      {mayChange && (
        <Button color="error" aria-label={t('apiKeys.revokeOf', { name })} onClick={() => setAsking(true)}>
          {t('apiKeys.revoke')}
        </Button>
      )}
      <ConfirmDialog open={asking} title={t('apiKeys.revokeTitle', { name })} text={t('apiKeys.revokeText')} deed={t('apiKeys.revokeOf', { name })} busy={isLoading} onConfirm={() => void doRevoke()} onClose={() => setAsking(false)} />
    </Box>
  );
}
