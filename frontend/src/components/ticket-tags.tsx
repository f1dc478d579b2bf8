import { useTranslation } from 'react-i18next';

import type { TicketRow } from '@/api/rows';
import { useFormat } from '@/lib/use-format';

import { Tag, type Tone } from './tag';

const tones: Record<TicketRow['state'], Tone> = { open: 'coral', reopened: 'coral', waiting: 'look', solved: 'fine' };

/** Where a ticket is, how urgent, and whether its answer is overdue. */
export function TicketTags({ row }: { row: Pick<TicketRow, 'state' | 'priority' | 'is_overdue'> }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag tone={tones[row.state]}>{t(`tickets.state.${row.state}`)}</Tag>
      {row.priority === 'high' && row.state !== 'solved' && <Tag tone="look">{t('tickets.high')}</Tag>}
      {row.is_overdue && <Tag tone="look">{t('tickets.overdue')}</Tag>}
    </>
  );
}

/** When it is due, or when that was settled. */
export function useDueWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return (row: Pick<TicketRow, 'state' | 'due_at' | 'solved_at' | 'answered_at' | 'is_overdue'>): string => {
    if (row.solved_at) return t('tickets.solvedAt', { time: format.moment(row.solved_at) });
    if (row.state === 'waiting') return t('tickets.waitsForCustomer');
    if (row.is_overdue) return t('tickets.overdueSince', { wait: format.since(row.due_at) });
    if (row.answered_at && row.state === 'open') return t('tickets.answeredAt', { time: format.moment(row.answered_at) });
    return t('tickets.dueIn', { wait: format.until(row.due_at) });
  };
}
