import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useListUnansweredQuery } from '@/api/endpoints.gen';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { AnswerEditor, type Edited } from '@/features/assistant/answer-editor';
import { AnswerList } from '@/features/assistant/answer-list';
import { AssistantTabs } from '@/features/assistant/assistant-tabs';
import { ReplyList } from '@/features/assistant/reply-list';
import { assistantTabs } from '@/features/assistant/tabs';
import { TryIt } from '@/features/assistant/try-it';
import { UnansweredList } from '@/features/assistant/unanswered-list';
import { VoicePanel } from '@/features/assistant/voice-form';
import { useMay } from '@/lib/authorization';
import { useAddressFilter } from '@/lib/use-address-filter';

/** What the assistant knows of the shop, what it could not answer, and a chat to try it. */
export function AssistantPage() {
  const { t } = useTranslation();
  const [tab, setTab] = useAddressFilter('tab', assistantTabs, 'knows');
  const [edited, setEdited] = useState<Edited | null>(null);
  const mayTeach = useMay('knowledge.write');
  const mayTry = useMay('knowledge.try');
  const waiting = useListUnansweredQuery({}).data?.open_count;
  return (
    <PageBody>
      <PageHead title={t('nav.assistant')} line={t('assistant.line')}>
        {mayTeach && (tab === 'knows' || tab === 'unanswered') && (
          <Button variant="contained" onClick={() => setEdited('new')}>
            {t('assistant.newAnswer')}
          </Button>
        )}
      </PageHead>
      <AssistantTabs tab={tab} waiting={waiting} onChange={setTab} />
      <Box sx={{ display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: mayTry ? 'minmax(0, 1fr) 396px' : 'minmax(0, 1fr)' } }}>
        <Box sx={{ display: 'grid', gap: 4, minWidth: 0 }}>
          {tab === 'knows' && <AnswerList onEdit={(entry) => setEdited({ entry })} />}
          {tab === 'unanswered' && <UnansweredList onAnswer={(asked) => setEdited({ asked })} />}
          {tab === 'replies' && <ReplyList />}
          {tab === 'voice' && <VoicePanel />}
        </Box>
        {mayTry && <TryIt />}
      </Box>
      {edited && <AnswerEditor edited={edited} onClose={() => setEdited(null)} />}
    </PageBody>
  );
}
