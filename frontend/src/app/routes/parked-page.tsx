import { useTranslation } from 'react-i18next';

import { BackLink } from '@/components/back-link';
import { useNameDetail } from '@/components/detail-title';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { paths } from '@/config/paths';
import { ParkedList } from '@/features/parked/parked-list';

/** Messages put aside because they could not be worked on; reached from the dashboard when there are any. */
export function ParkedPage() {
  const { t } = useTranslation();
  useNameDetail(t('parked.title'));
  return (
    <PageBody>
      <BackLink to={paths.dashboard}>{t('nav.dashboard')}</BackLink>
      <PageHead title={t('parked.title')} line={t('parked.line')} />
      <ParkedList />
    </PageBody>
  );
}
