import DoneAllOutlined from '@mui/icons-material/DoneAllOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useListUnansweredQuery } from '@/api/endpoints.gen';
import type { Unanswered } from '@/api/rows';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { NotAllowed } from '@/components/not-allowed';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useMay } from '@/lib/authorization';

import { UnansweredRow } from './unanswered-row';

/** What the assistant could not answer, most asked first. */
export function UnansweredList({ onAnswer }: { onAnswer: (asked: Unanswered) => void }) {
  const { t } = useTranslation();
  const { data, error, isError, refetch } = useListUnansweredQuery({});
  const mayTeach = useMay('knowledge.write');
  if (!data) return <Panel flush>{isError ? <ErrorState title={t('assistant.unansweredFailed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} picture="square" />}</Panel>;
  if (data.results.length === 0) {
    return (
      <Panel>
        <EmptyState icon={DoneAllOutlined} title={t('assistant.allAnswered')} text={t('assistant.allAnsweredText')} />
      </Panel>
    );
  }
  return (
    <>
      {!mayTeach && <NotAllowed>{t('assistant.notAllowed')}</NotAllowed>}
      <Panel flush>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {data.results.map((asked) => (
            <UnansweredRow key={asked.id} asked={asked} mayTeach={mayTeach} onAnswer={() => onAnswer(asked)} />
          ))}
        </Box>
      </Panel>
    </>
  );
}
