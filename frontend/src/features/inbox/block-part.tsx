import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useBlockPersonMutation, useUnblockPersonMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Conversation } from '@/api/rows';
import { Tag } from '@/components/tag';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { SidePart } from './side-parts';

const reasons: Record<string, string> = { not_recent: 'block.notRecent', unsupported: 'block.unsupported', unreachable: 'block.unreachable', no_connection: 'block.unreachable' };

/** Keeping somebody from writing to the shop, after a second look at what that means. */
export function BlockPart({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useBlocking(conversation.id, () => setAsking(false));
  if (!conversation.can_block) return null;
  if (conversation.is_blocked) {
    return (
      <SidePart title={t('block.title')}>
        <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
          <Tag tone="failed">{t('block.isBlocked')}</Tag>
          <Button variant="outlined" size="small" disabled={busy} onClick={() => void run('unblock')}>
            {t('block.undo')}
          </Button>
        </Box>
      </SidePart>
    );
  }
  return (
    <SidePart title={t('block.title')}>
      {asking ? (
        <Box role="group" aria-label={t('block.ask', { name: conversation.lead.name })} sx={{ display: 'grid', gap: 2 }}>
          <Box sx={{ color: 'tokens.text2' }}>{t('block.meaning')}</Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            <Button variant="contained" color="error" size="small" disabled={busy} onClick={() => void run('block')}>
              {t('block.yes')}
            </Button>
            <Button variant="outlined" size="small" disabled={busy} onClick={() => setAsking(false)}>
              {t('block.no')}
            </Button>
          </Box>
        </Box>
      ) : (
        <Button variant="outlined" size="small" startIcon={<BlockOutlined />} onClick={() => setAsking(true)}>
          {t('block.do')}
        </Button>
      )}
    </SidePart>
  );
}

function useBlocking(threadId: string, done: () => void) {
  const dispatch = useAppDispatch();
  const [block, blocking] = useBlockPersonMutation();
  const [unblock, unblocking] = useUnblockPersonMutation();
  const run = async (deed: 'block' | 'unblock') => {
    const answer = await (deed === 'block' ? block : unblock)({ threadId });
    if ('error' in answer) dispatch(noticeShown({ kind: 'failed', textKey: reasons[readProblem(answer.error).code] ?? 'block.refused' }));
    done();
  };
  return { run, busy: blocking.isLoading || unblocking.isLoading };
}
