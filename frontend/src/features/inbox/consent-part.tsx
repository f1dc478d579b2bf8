import { useTranslation } from 'react-i18next';

import type { Conversation } from '@/api/rows';
import { Fact, Facts } from '@/components/facts';
import { Tag } from '@/components/tag';
import { useFormat } from '@/lib/use-format';

import { SidePart } from './side-parts';

/** May we write? The answers the customer gave, in plain words. */
export function ConsentPart({ consent }: { consent: Conversation['consent'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (consent.opted_out) {
    return (
      <SidePart title={t('consent.title')}>
        <Tag tone="failed">{consent.since ? t('consent.stoppedOn', { date: format.date(consent.since) }) : t('consent.stopped')}</Tag>
      </SidePart>
    );
  }
  const yes = consent.since ? t('consent.yesSince', { date: format.date(consent.since) }) : t('consent.yes');
  return (
    <SidePart title={t('consent.title')}>
      <Facts>
        <Fact term={t('consent.reminders')}>{consent.reminders ? yes : t('consent.no')}</Fact>
        <Fact term={t('consent.marketing')}>{consent.marketing ? yes : t('consent.no')}</Fact>
      </Facts>
    </SidePart>
  );
}
