import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useGetConversationQuery } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { PageTitle } from '@/components/page-title';
import { Sheet } from '@/components/sheet';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useLayout } from '@/lib/use-layout';

import { Composer } from './composer';
import { ConversationHead } from './conversation-head';
import { MessageLog } from './message-log';
import { SidePanel } from './side-panel';
import { useSeen } from './use-seen';
import { WindowBar } from './window-bar';

/** One conversation with all that belongs to it; the side column is a sheet where there is no room. */
export function ConversationView({ threadId }: { threadId: string }) {
  const { t } = useTranslation();
  const layout = useLayout();
  const [details, setDetails] = useState(false);
  const { currentData: conversation, error, isError, refetch } = useGetConversationQuery({ threadId });
  useSeen(conversation);
  if (!conversation) {
    if (!isError) return <SkeletonRows count={5} picture="round" />;
    if (readProblem(error).status === 404) return <EmptyState title={t('inbox.gone')} text={t('inbox.goneText')} />;
    return <ErrorState title={t('inbox.conversationFailed')} error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 288px' }, minHeight: 0, height: '100%' }}>
      <PageTitle>{t('inbox.titleOf', { name: conversation.lead.name })}</PageTitle>
      <Box component="section" aria-label={conversation.lead.name} sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 }}>
        <ConversationHead conversation={conversation} onDetails={() => setDetails(true)} />
        <WindowBar conversation={conversation} />
        <MessageLog key={threadId} conversation={conversation} />
        <Composer conversation={conversation} />
      </Box>
      {layout === 'desktop' ? (
        <Box component="aside" aria-label={t('inbox.details')} tabIndex={0} sx={{ borderLeft: '1px solid', borderColor: 'tokens.line', bgcolor: 'tokens.surface', overflowY: 'auto', minHeight: 0, '&:focus-visible': { outlineOffset: '-2px !important' } }}>
          <SidePanel conversation={conversation} />
        </Box>
      ) : (
        <Sheet label={t('inbox.details')} open={details} onClose={() => setDetails(false)}>
          <SidePanel conversation={conversation} />
        </Sheet>
      )}
    </Box>
  );
}
