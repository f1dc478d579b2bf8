import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import { useMergeLeadsMutation, useUndoMergeMutation } from '@/api/endpoints.gen';
import type { Conversation } from '@/api/rows';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { SidePart } from './side-parts';

/** Customers who may be this one, and those who were made one with them: one press each way. */
export function DoublesPart({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const act = useDoubles(conversation.lead.id);
  const { merges, maybe_same: others, can_merge: may } = conversation;
  if (merges.length === 0 && others.length === 0) return null;
  return (
    <SidePart title={t('doubles.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {others.map((other) => (
          <Row key={other.id} text={t('doubles.maybe', { name: other.name || t('side.noPhone') })} action={t('doubles.merge')} onAct={may ? () => void act.merge(other.id) : undefined} busy={act.busy} />
        ))}
        {merges.map((merge) => (
          <Row key={merge.id} text={t('doubles.was', { name: merge.name || '–', date: format.date(merge.at) })} action={t('doubles.undo')} onAct={may ? () => void act.undo(merge.id) : undefined} busy={act.busy} />
        ))}
      </Box>
    </SidePart>
  );
}

interface RowProps {
  text: string;
  action: string;
  onAct: (() => void) | undefined;
  busy: boolean;
}

function Row({ text, action, onAct, busy }: RowProps) {
  return (
    <Box component="li" sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 2 }}>
      <span>{text}</span>
      {onAct && (
        <Button size="small" variant="outlined" disabled={busy} onClick={onAct}>
          {action}
        </Button>
      )}
    </Box>
  );
}

function useDoubles(leadId: string) {
  const dispatch = useAppDispatch();
  const [mergeLeads, merging] = useMergeLeadsMutation();
  const [undoMerge, undoing] = useUndoMergeMutation();
  const tell = (failed: boolean, done: string, not: string) => dispatch(noticeShown(failed ? { kind: 'failed', textKey: not } : { kind: 'done', textKey: done }));
  return {
    busy: merging.isLoading || undoing.isLoading,
    merge: async (other: string) => tell('error' in (await mergeLeads({ leadId, newMerge: { lead_id: other } })), 'doubles.merged', 'doubles.mergeFailed'),
    undo: async (mergeId: string) => tell('error' in (await undoMerge({ leadId, mergeId })), 'doubles.undone', 'doubles.undoFailed'),
  };
}
