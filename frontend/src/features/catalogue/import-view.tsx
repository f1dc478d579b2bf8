import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useApplyImportMutation, useDiscardImportMutation, useGetImportQuery, useUndoImportMutation } from '@/api/endpoints.gen';
import type { CatalogueImport } from '@/api/rows';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { ErrorState } from '@/components/error-state';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';
import { SkeletonRows } from '@/components/skeleton-rows';
import { Tag, type Tone } from '@/components/tag';
import { useFormat } from '@/lib/use-format';

import { ImportProblems } from './import-problems';
import { ImportRows } from './import-rows';
import { useImportWords } from './import-words';
import { useProblemWords } from './problem-words';

const tones: Partial<Record<string, Tone>> = { ready: 'look', running: 'ours', reading: 'ours', undoing: 'ours', done: 'fine', failed: 'failed' };

/** One import: what it would change, how far it is, what came of it. */
export function ImportView({ importId }: { importId: string }) {
  const { t } = useTranslation();
  const words = useImportWords();
  const { currentData: found, isError, error, refetch } = useGetImportQuery({ importId });
  if (!found) return <Panel flush>{isError ? <ErrorState title={t('import.loadFailed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} picture="square" />}</Panel>;
  return (
    <>
      <Panel title={found.file_name} action={<Tag tone={tones[found.state] ?? 'plain'}>{t(`import.state.${found.state}`)}</Tag>}>
        <Box aria-live="polite" sx={{ display: 'grid', gap: 3 }}>
          <Progress found={found} />
          {found.state === 'failed' && <ProblemBox text={words(found.why, found.reason)} />}
          <Counts found={found} />
          <Deeds found={found} />
        </Box>
      </Panel>
      {found.problem_count > 0 && <ImportProblems count={found.problem_count} problems={found.problems} />}
      {found.total > 0 && <ImportRows key={found.state} found={found} />}
    </>
  );
}

function Progress({ found }: { found: CatalogueImport }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (found.state === 'reading') return <LinearProgress aria-label={t('import.state.reading')} />;
  if (found.state !== 'running' && found.state !== 'undoing') return null;
  return (
    <Box>
      <LinearProgress variant="determinate" aria-label={t(`import.state.${found.state}`)} value={(100 * found.done) / Math.max(1, found.total)} />
      <Box sx={{ mt: 1, fontSize: 13, color: 'tokens.text2' }}>{t('import.progress', { done: format.count(found.done), total: format.count(found.total) })}</Box>
    </Box>
  );
}

function Counts({ found }: { found: CatalogueImport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOver = ['done', 'undone', 'undoing', 'running'].includes(found.state);
  const counts = Object.entries(isOver ? found.outcomes : found.planned);
  const lines = [...counts.map(([kind, count]) => [t(`import.count.${kind}`), count] as const), ...(found.problem_count > 0 ? [[t('import.count.problems'), found.problem_count] as const] : [])];
  if (lines.length === 0) return null;
  return (
    <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', gap: 6 }}>
      {lines.map(([term, count]) => (
        <div key={term}>
          <Box component="dt" sx={{ fontSize: 13, color: 'tokens.text2' }}>
            {term}
          </Box>
          <Box component="dd" sx={{ m: 0, fontSize: 22, fontWeight: 600 }}>
            {format.count(count)}
          </Box>
        </div>
      ))}
    </Box>
  );
}

function Deeds({ found }: { found: CatalogueImport }) {
  const { t } = useTranslation();
  const { whole } = useProblemWords();
  const [isAsking, setAsking] = useState(false);
  const [apply, applying] = useApplyImportMutation();
  const [discard, discarding] = useDiscardImportMutation();
  const [undo, undoing] = useUndoImportMutation();
  const error = applying.error ?? discarding.error ?? undoing.error;
  const changes = (found.planned.create ?? 0) + (found.planned.change ?? 0);
  return (
    <>
      <ProblemBox text={error ? whole(error) : ''} />
      {found.state === 'ready' && (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          <Button variant="contained" disabled={changes === 0} loading={applying.isLoading} onClick={() => void apply({ importId: found.id })}>
            {t('import.apply', { count: changes })}
          </Button>
          <Button variant="text" loading={discarding.isLoading} onClick={() => void discard({ importId: found.id })}>
            {t('import.discard')}
          </Button>
        </Box>
      )}
      {found.state === 'done' && (
        <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={() => setAsking(true)}>
          {t('import.undo')}
        </Button>
      )}
      <ConfirmDialog open={isAsking} title={t('import.undoTitle')} text={t('import.undoText')} deed={t('import.undo')} busy={undoing.isLoading} onConfirm={() => void undo({ importId: found.id }).then(() => setAsking(false))} onClose={() => setAsking(false)} />
    </>
  );
}
