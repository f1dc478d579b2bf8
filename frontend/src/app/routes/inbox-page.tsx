import ForumOutlined from '@mui/icons-material/ForumOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { EmptyState } from '@/components/empty-state';
import { PageTitle } from '@/components/page-title';
import { visuallyHidden } from '@/components/visually-hidden';
import { ConversationList } from '@/features/inbox/conversation-list';
import { ConversationView } from '@/features/inbox/conversation-view';
import { useLayout } from '@/lib/use-layout';

/** The queue at the left, the conversation beside it; on a phone one at a time. */
export function InboxPage() {
  const { t } = useTranslation();
  const { threadId } = useParams();
  const phone = useLayout() === 'phone';
  const showList = !phone || !threadId;
  return (
    <>
      {!threadId && <PageTitle>{t('nav.inbox')}</PageTitle>}
      {!showList && (
        <Typography variant="h1" sx={visuallyHidden}>
          {t('nav.inbox')}
        </Typography>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: phone ? 'minmax(0, 1fr)' : '304px minmax(0, 1fr)', gridTemplateRows: 'minmax(0, 1fr)', flex: 1, minHeight: 0 }}>
        {showList && (
          <Box sx={{ minHeight: 0, borderRight: phone ? 0 : '1px solid', borderColor: 'tokens.line' }}>
            <ConversationList openId={threadId} />
          </Box>
        )}
        {threadId && <ConversationView key={threadId} threadId={threadId} />}
        {!threadId && !phone && <EmptyState icon={ForumOutlined} title={t('inbox.choose')} text={t('inbox.chooseText')} />}
      </Box>
    </>
  );
}
