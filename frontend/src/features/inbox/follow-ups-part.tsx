import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Conversation, FollowUp } from '@/api/rows';
import { Tag, type Tone } from '@/components/tag';
import { useFormat } from '@/lib/use-format';

import { SidePart } from './side-parts';

const tones: Record<FollowUp['state'], Tone> = { planned: 'ours', sent: 'fine', held: 'look', cancelled: 'plain' };

/** What goes out next by itself, and why something does not, in plain words. */
export function FollowUpsPart({ followUps }: { followUps: Conversation['follow_ups'] }) {
  const { t } = useTranslation();
  return (
    <SidePart title={t('followUp.title')} note={followUps.length === 0 ? t('followUp.none') : undefined}>
      {followUps.map((followUp) => (
        <FollowUpRow key={`${followUp.step} ${followUp.due_at}`} followUp={followUp} />
      ))}
    </SidePart>
  );
}

function FollowUpRow({ followUp }: { followUp: FollowUp }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { step, due_at: due, state, how, reason } = followUp;
  const ahead = Date.parse(due) > format.now.getTime();
  const when = ahead ? t('followUp.in', { wait: format.until(due) }) : format.moment(due);
  const why = reason ? t(`holdReason.${reason}`, { defaultValue: t('holdReason.other') }) : how ? t(`followUp.how.${how}`) : '';
  return (
    <Box sx={{ py: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box component="span" sx={{ flex: 1, fontWeight: 500 }}>
          {t(`followUp.step.${step}`, { defaultValue: step })}
        </Box>
        <Tag tone={tones[state]}>{t(`followUp.state.${state}`)}</Tag>
      </Box>
      <Box title={format.exactly(due)} sx={{ fontSize: 13, color: 'tokens.text2' }}>
        {[when, why].filter(Boolean).join('. ')}
      </Box>
    </Box>
  );
}
