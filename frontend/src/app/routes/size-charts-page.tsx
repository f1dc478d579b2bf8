import { useTranslation } from 'react-i18next';

import { BackLink } from '@/components/back-link';
import { useNameDetail } from '@/components/detail-title';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { paths } from '@/config/paths';
import { SizeCharts } from '@/features/catalogue/size-charts';

/** From which body measures to which a size fits. */
export function SizeChartsPage() {
  const { t } = useTranslation();
  useNameDetail(t('goods.charts'));
  return (
    <PageBody>
      <BackLink to={paths.catalogue}>{t('nav.catalogue')}</BackLink>
      <PageHead title={t('goods.charts')} line={t('goods.chartsLine')} />
      <SizeCharts />
    </PageBody>
  );
}
