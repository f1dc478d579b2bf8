import { useTranslation } from 'react-i18next';

import type { ConversationRow } from '@/api/rows';

import { Tag, type Tone } from './tag';

const tones: Record<ConversationRow['stage'], Tone> = {
  browsing: 'plain',
  choosing_size: 'ours',
  at_checkout: 'ours',
  waiting_for_person: 'coral',
  with_person: 'person',
  bought: 'fine',
  closed: 'plain',
};

/** How far a conversation is. */
export function StageTag({ stage }: { stage: ConversationRow['stage'] }) {
  const { t } = useTranslation();
  return <Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>;
}
