import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';

import { useMessagePagesInfiniteQuery } from '@/api/paged-endpoints';
import { answerDropped } from '@/state/answering-slice';
import { useAppDispatch, useAppSelector } from '@/state/hooks';

import { Quote } from './quote';

/** Above the writing field: which message the words will answer, and the way out of it. */
export function AnsweredLine({ threadId }: { threadId: string }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const chosen = useAppSelector((state) => state.answering[threadId]);
  const { data } = useMessagePagesInfiniteQuery({ threadId });
  const message = data?.pages.flatMap(({ results }) => results).find(({ id }) => id === chosen);
  if (!message) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 2 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Quote message={message} />
      </Box>
      <IconButton aria-label={t('inbox.answerDrop')} onClick={() => dispatch(answerDropped({ threadId }))} sx={{ width: 44, height: 44 }}>
        <CloseOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
}
