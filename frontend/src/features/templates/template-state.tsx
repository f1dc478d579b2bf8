import { useTranslation } from 'react-i18next';

import type { Template } from '@/api/rows';
import { Tag, type Tone } from '@/components/tag';

const tones: Record<string, Tone> = { DRAFT: 'plain', PENDING: 'look', APPROVED: 'fine', REJECTED: 'failed', PAUSED: 'look', DISABLED: 'failed', BROKEN: 'failed' };
const qualities: Record<string, Tone> = { GREEN: 'fine', YELLOW: 'look', RED: 'failed' };

/** Where a template stands: its review, and what its readers think of it. */
export function TemplateState({ template: { status, quality } }: { template: Pick<Template, 'status' | 'quality'> }) {
  const { t } = useTranslation();
  const known = status in tones ? status : 'other';
  return (
    <>
      <Tag tone={tones[status] ?? 'look'}>{t(`templates.states.${known}`)}</Tag>
      {qualities[quality] && <Tag tone={qualities[quality]}>{t(`templates.quality.${quality}`)}</Tag>}
    </>
  );
}
