import QuestionAnswerOutlined from '@mui/icons-material/QuestionAnswerOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useListAnswersQuery } from '@/api/endpoints.gen';
import type { Entry } from '@/api/rows';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { NotAllowed } from '@/components/not-allowed';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useMay } from '@/lib/authorization';

import { AnswerRow } from './answer-row';
import { ExampleList } from './example-list';

/** What the shop taught its assistant: its own answers, and examples. */
export function AnswerList({ onEdit }: { onEdit: (entry: Entry) => void }) {
  const { t } = useTranslation();
  const { data, error, isError, refetch } = useListAnswersQuery();
  const mayTeach = useMay('knowledge.write');
  if (!data) return <Panel flush>{isError ? <ErrorState title={t('assistant.failed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} picture="square" />}</Panel>;
  return (
    <>
      {!mayTeach && <NotAllowed>{t('assistant.notAllowed')}</NotAllowed>}
      <Panel flush>
        {data.results.length === 0 ? (
          <EmptyState icon={QuestionAnswerOutlined} title={t('assistant.empty')} text={t('assistant.emptyText')} />
        ) : (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {data.results.map((entry) => (
              <AnswerRow key={entry.id} entry={entry} mayTeach={mayTeach} onEdit={() => onEdit(entry)} />
            ))}
          </Box>
        )}
      </Panel>
      <ExampleList mayTeach={mayTeach} />
    </>
  );
}
